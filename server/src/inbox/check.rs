//! From a letter, whose every byte may be hostile, to the document that it becomes.

use shared::{
    calendar::{Date, market_ends_on},
    document::{
        DocumentId, MarketKey,
        contact::{Consent, Entered, NewContact, SealedPart, Topic, Wish},
        feedback::NewFeedback,
        tree,
    },
    inbox::{self, ContactLetter, Content, Letter},
    model::{Provider, Season},
    repo::Found,
    seal::PADDING,
};

use super::{LetterFault, answers};
use crate::{
    app::App,
    clock::calendar_date,
    error::AppError,
    publication,
    storage::{Storage, StorageError},
};

/// Sealed bytes of one field; what a person may write needs a third of it.
const MAX_SEALED: usize = 16 * 1024;
/// Version, key and tag around the padded text; see [`shared::seal`].
const SEAL_OVERHEAD: usize = 1 + 32 + 16;
/// Longer than any language tag that a phone has.
const MAX_LANGUAGE: usize = 35;

/// A letter that may come in.
pub(super) struct Checked {
    /// Where to.
    pub(super) market: MarketKey,
    /// What the document will say.
    pub(super) content: New,
}

/// What the document will say.
pub(super) enum New {
    /// A contact.
    Contact(Box<NewContact>),
    /// An answered questionnaire.
    Feedback(NewFeedback),
}

/// Checks everything but whether the letter is here already.
pub(super) async fn check(app: &App, letter: &Letter) -> Result<Checked, AppError> {
    let market: MarketKey = letter.market.parse()?;
    let storage = &*app.storage;
    let stored = publication::stored_market(storage, &market).await?.ok_or(AppError::MarketUnknown)?;
    let season: Season =
        published(storage, DocumentId::season(market.season())).await?.ok_or(AppError::MarketUnknown)?;
    let key = stored.sealing_key.ok_or(AppError::NoSealingKey)?;
    if key.fingerprint != letter.fingerprint {
        return Err(AppError::OtherKey);
    }
    let erase_on = erase_on(&market, &season, app)?;
    if !is_language(&letter.language) {
        return Err(AppError::Malformed);
    }
    let content = match &letter.content {
        Content::Contact(new) => {
            New::Contact(Box::new(contact(app, letter, new, &market, &season, &erase_on).await?))
        }
        Content::Feedback(new) => New::Feedback(NewFeedback {
            market: market.clone(),
            device: None,
            questionnaire: new.questionnaire.clone(),
            language: letter.language.clone(),
            given: "self".into(),
            answers: answers::answers(new, &season.questionnaire)?,
            sealed: answers::texts(new, &season.questionnaire)?,
        }),
    };
    Ok(Checked { market, content })
}

/// Counted from the market's day; a market whose contacts are erased by now takes none any more.
fn erase_on(market: &MarketKey, season: &Season, app: &App) -> Result<String, AppError> {
    let day: Date = market.date().parse().map_err(|_| AppError::MarketUnknown)?;
    let ends = market_ends_on(day, season.retention_days).ok_or(AppError::NoSealingKey)?;
    if ends <= calendar_date(app.clock.today(&season.time_zone)) {
        return Err(AppError::MarketOver);
    }
    Ok(ends.to_string())
}

async fn contact(
    app: &App,
    letter: &Letter,
    new: &ContactLetter,
    market: &MarketKey,
    season: &Season,
    erase_on: &str,
) -> Result<NewContact, AppError> {
    let topic = topic(new)?;
    if let Some(wish) = &new.wish {
        known(&*app.storage, market, wish).await?;
    }
    let is_known = season.consent.iter().any(|text| {
        text.purpose == inbox::CONSENT
            && text.version == new.consent_version
            && text.text.0.contains_key(&new.consent_language)
    });
    if !is_known {
        return Err(AppError::Letter(LetterFault::ConsentUnknown));
    }
    let part = SealedPart {
        field: inbox::PERSON.into(),
        to_market: sealed(&new.to_market)?,
        to_receipt: sealed(&new.to_receipt)?,
    };
    Ok(NewContact {
        market: market.clone(),
        device: None,
        recorded_at_ms: app.clock.now_ms(),
        entered: Entered::ByVisitor,
        language: letter.language.clone(),
        topic,
        wishes: new.wish.iter().map(as_wish).collect(),
        target_groups: Vec::new(),
        consent: Consent {
            version: new.consent_version.clone(),
            language: new.consent_language.clone(),
            given: "read".into(),
            recipients: new.wish.iter().map(|wish| wish.provider.clone()).collect(),
            erase_on: erase_on.to_owned(),
        },
        receipt_hash: bytes(&new.receipt_hash).ok_or(AppError::Malformed)?,
        person: ("1".into(), part),
    })
}

/// A wish is about an offer; without one it is a question.
fn topic(new: &ContactLetter) -> Result<Topic, AppError> {
    match (new.topic.as_str(), &new.wish) {
        ("offer", Some(_)) => Ok(Topic::Offer),
        ("question", None) => Ok(Topic::Question),
        ("accreditation", None) => Ok(Topic::Accreditation),
        _ => Err(AppError::Malformed),
    }
}

fn as_wish(wish: &inbox::Wish) -> Wish {
    Wish { id: "1".into(), provider: wish.provider.clone(), offer: wish.offer.clone() }
}

/// Whether the season has this provider and its offer, and people give it their names.
async fn known(storage: &dyn Storage, market: &MarketKey, wish: &inbox::Wish) -> Result<(), AppError> {
    let unknown = AppError::Letter(LetterFault::WishUnknown);
    let id = DocumentId::provider(market.season(), &wish.provider);
    let Some(provider) = published::<Provider>(storage, id).await? else { return Err(unknown) };
    if wish.offer.as_ref().is_some_and(|offer| !provider.offers.contains_key(offer)) {
        return Err(unknown);
    }
    if provider.walk_in { Err(AppError::Letter(LetterFault::WalkIn)) } else { Ok(()) }
}

/// A published document as it is stored this moment.
async fn published<T: serde::de::DeserializeOwned + Default>(
    storage: &dyn Storage,
    id: DocumentId,
) -> Result<Option<T>, StorageError> {
    let Found::Present { chunks, facts } = storage.load(id, None).await?.found else { return Ok(None) };
    if !facts.kind.is_some_and(shared::document::Kind::is_published) {
        return Ok(None);
    }
    Ok(publication::load(&chunks).map(|document| tree::read(&document).0))
}

/// Bytes that look sealed: whether they open, only the organisers can tell.
pub(super) fn sealed(hexadecimal: &str) -> Result<Vec<u8>, AppError> {
    let bytes = hex::decode(hexadecimal).map_err(|_| AppError::Malformed)?;
    let padded = bytes.len().checked_sub(SEAL_OVERHEAD).ok_or(AppError::Malformed)?;
    let fits =
        bytes.first() == Some(&1) && padded > 0 && padded.is_multiple_of(PADDING) && padded <= MAX_SEALED;
    if fits { Ok(bytes) } else { Err(AppError::Malformed) }
}

/// So many bytes in hexadecimal.
pub(super) fn bytes<const N: usize>(hexadecimal: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    hex::decode_to_slice(hexadecimal, &mut bytes).ok()?;
    Some(bytes)
}

/// Whether it can be a BCP 47 tag.
fn is_language(tag: &str) -> bool {
    (2..=MAX_LANGUAGE).contains(&tag.len())
        && tag.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_sealed_passes_and_nothing_else() {
        let of = |first: u8, length: usize| {
            let mut bytes = vec![0; length];
            bytes[0] = first;
            sealed(&hex::encode(bytes)).is_ok()
        };
        assert!(of(1, 1 + 32 + 16 + 128));
        assert!(of(1, 1 + 32 + 16 + 128 * 3));
        assert!(!of(2, 1 + 32 + 16 + 128));
        assert!(!of(1, 1 + 32 + 16 + 100));
        assert!(!of(1, 1 + 32 + 16));
        assert!(!of(1, 10));
        assert!(!of(1, 1 + 32 + 16 + MAX_SEALED + 128));
        assert!(sealed("zz").is_err() && sealed("").is_err());
    }

    #[test]
    fn language_tags() {
        for tag in ["de", "de-x-leicht", "sr-Latn"] {
            assert!(is_language(tag), "{tag}");
        }
        for tag in ["", "d", "de_DE", "de-", "<b>", "abcdefghi", &"a-".repeat(30)] {
            assert!(!is_language(tag), "{tag}");
        }
    }
}
