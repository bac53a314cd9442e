//! Finishing a form: seal, sign, create the document.
//!
//! Nothing here waits for a network, and nothing but sealed bytes leaves these functions.

use shared::{
    calendar::{Date, market_ends_on},
    catalog::{Catalog, SmallPrint},
    document::{
        DocumentId, Kind,
        contact::{self, Consent, Entered, FollowUp, NewContact, SealedPart, Step, Topic, Wish},
        feedback::{self, Answer, NewFeedback},
        tally,
    },
    repo::ChangeError,
    seal::{self, Person, PublicKey, SealError},
    sync::claim::Claim,
};

use crate::{
    driver::Repo,
    forms::questionnaire::{FeedbackForm, GivenAnswer},
    services::{KeyError, Services, random_bytes},
    text::Msg,
};

use super::{
    drafts::{Begun, DraftId},
    local_notes::{LocalNote, LocalNotes},
    session::DeviceSession,
    state::contact_form::{ContactForm, Matter},
};

/// The field that says how a visitor is called and reached.
const PERSON: &str = "person";

/// What recording needs.
#[derive(Clone, PartialEq)]
pub struct Recorder {
    /// Ports.
    pub services: Services,
    /// Documents.
    pub repo: Repo,
    /// Who records.
    pub session: DeviceSession,
    /// Where initials are kept.
    pub notes: LocalNotes,
}

/// A consent that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenConsent {
    /// Version of the text.
    pub version: String,
    /// Language of the text that was shown.
    pub language: String,
}

/// A recorded contact, as far as the receipt shows it. It is nowhere stored.
#[derive(Clone, PartialEq)]
pub struct Receipt {
    /// The contact.
    pub document: DocumentId,
    /// 4 × 4 letters and digits.
    pub code: String,
    /// The visitor's language, BCP 47.
    pub language: String,
    /// Names of the providers who will be in touch.
    pub recipients: Vec<String>,
    /// Titles of the wished offers.
    pub offers: Vec<String>,
    /// When it is erased, ISO 8601.
    pub erase_on: String,
}

/// Why a form was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum RecordingError {
    /// The phone's key is missing or does not sign.
    #[error("the document could not be signed")]
    NotSigned(#[from] KeyError),
    /// The market's key does not seal, or the text is too long.
    #[error("the text could not be sealed")]
    NotSealed(#[from] SealError),
    /// The document was not made.
    #[error("the document could not be made")]
    NotCreated(#[from] ChangeError),
}

impl RecordingError {
    /// What the volunteer is told: the form is still there, and what helps.
    pub fn advice(&self) -> Msg {
        match self {
            Self::NotSigned(_) => Msg::RECORD_FAILED_KEY,
            Self::NotSealed(_) => Msg::RECORD_FAILED_SEAL,
            Self::NotCreated(_) => Msg::RECORD_FAILED_AGAIN,
        }
    }
}

impl Recorder {
    /// Records a contact, once: a form that is finished again has been recorded already.
    ///
    /// # Errors
    /// If it could not be signed, sealed or made; the form is then still the caller's.
    pub async fn record_contact(
        &self,
        finished: &Begun<ContactForm>,
        consent: GivenConsent,
        retention_days: u32,
        subject: String,
    ) -> Result<Receipt, RecordingError> {
        let receipt = self.receipt(finished, retention_days);
        let Begun { id: DraftId { document, .. }, ref secret, ref form, .. } = *finished;
        if self.repo.has(document) {
            return Ok(receipt);
        }
        let now_ms = self.services.clock.now_ms();
        let person = person(form);
        let part = self.sealed(document, PERSON, &person.to_bytes(), Some(&secret.key().public()))?;
        let new = NewContact {
            market: self.session.market.clone(),
            device: Some(self.session.device),
            recorded_at_ms: now_ms,
            entered: if form.from_paper { Entered::FromPaper } else { Entered::OnTheSpot },
            language: form.language.clone(),
            topic: topic(form),
            wishes: form
                .wishes
                .iter()
                .map(|wish| Wish {
                    id: self.new_key(),
                    provider: wish.provider.clone(),
                    offer: Some(wish.offer.clone()),
                })
                .collect(),
            target_groups: Vec::new(),
            consent: Consent {
                version: consent.version,
                language: consent.language,
                given: if form.from_paper { "written" } else { "spoken" }.to_owned(),
                recipients: form.recipients(),
                erase_on: receipt.erase_on.clone(),
            },
            receipt_hash: secret.hash(),
            person: (self.new_key(), part),
        };
        let claim = self.claim(document, Kind::Contact).await?;
        self.repo.create(document, Kind::Contact, Some(claim), |tx| contact::fill(tx, &new))?;
        self.remember(document, LocalNote { initials: person.initials(), subject, at_ms: now_ms }).await;
        Ok(receipt)
    }

    /// What the visitor keeps of a contact.
    pub fn receipt(&self, of: &Begun<ContactForm>, retention_days: u32) -> Receipt {
        Receipt {
            document: of.id.document,
            code: of.secret.code(),
            language: of.form.language.clone(),
            recipients: of.form.recipient_names(),
            offers: of.form.wishes.iter().map(|wish| wish.title.clone()).collect(),
            erase_on: erase_on(self.session.market.date(), retention_days),
        }
    }

    /// Adds what is right now to a contact of this phone; fields that say nothing stay as they were.
    ///
    /// # Errors
    /// If it could not be sealed, or the contact is not here any more.
    pub async fn correct(&self, document: DocumentId, form: &ContactForm) -> Result<(), RecordingError> {
        let person = person(form);
        let earlier = self.repo.read(document, |contact| contact::read(contact).0.sealed.len());
        let part = self.sealed(document, PERSON, &person.to_bytes(), None)?;
        let id = contact::correction_id(earlier.unwrap_or_default(), &self.new_key());
        self.repo.change(document, |tx| contact::add_part(tx, &id, &part))?;
        if let Some(note) = self.notes.get(document).filter(|_| !person.name.is_empty()) {
            self.remember(document, LocalNote { initials: person.initials(), ..(*note).clone() }).await;
        }
        Ok(())
    }

    /// Says in a contact of this phone that the visitor took it back, or did not after all.
    ///
    /// # Errors
    /// If the contact is not here any more.
    pub fn set_withdrawn(&self, document: DocumentId, withdrawn: bool) -> Result<(), RecordingError> {
        let now_ms = self.services.clock.now_ms();
        let step = Step {
            id: self.new_key(),
            state: if withdrawn { FollowUp::Withdrawn } else { FollowUp::New },
            // To the hour, as all that says when somebody was at the market.
            at_ms: now_ms - now_ms.rem_euclid(contact::HOUR_MS),
            by: self.session.device.to_string(),
        };
        Ok(self.repo.change(document, |tx| contact::set_state(tx, &step))?)
    }

    /// Records feedback, once.
    ///
    /// # Errors
    /// As [`Recorder::record_contact`].
    pub async fn record_feedback(
        &self,
        document: DocumentId,
        form: &FeedbackForm,
        small_print: &SmallPrint,
        given: &str,
    ) -> Result<(), RecordingError> {
        if self.repo.has(document) {
            return Ok(());
        }
        let mut answers = Vec::new();
        let mut sealed = Vec::new();
        for (question, answer) in &form.answers {
            let answer = match answer {
                GivenAnswer::Scale(step) => Answer::Scale(i64::from(*step)),
                GivenAnswer::YesNo(yes) => Answer::YesNo(*yes),
                GivenAnswer::Choice(option) => Answer::Choice(option.clone()),
                GivenAnswer::Choices(options) => Answer::Choices(options.clone()),
                GivenAnswer::Text(text) => {
                    sealed.push((self.new_key(), self.sealed(document, question, text.as_bytes(), None)?));
                    continue;
                }
            };
            answers.push((question.clone(), answer));
        }
        let new = NewFeedback {
            market: self.session.market.clone(),
            device: Some(self.session.device),
            questionnaire: small_print.questionnaire.clone(),
            language: small_print.language.clone(),
            given: given.to_owned(),
            answers,
            sealed,
        };
        let claim = self.claim(document, Kind::Feedback).await?;
        self.repo.create(document, Kind::Feedback, Some(claim), |tx| feedback::fill(tx, &new))?;
        let at_ms = self.services.clock.now_ms();
        self.remember(document, LocalNote { at_ms, ..LocalNote::default() }).await;
        Ok(())
    }

    /// Counts `by` more questions answered on the spot; −1 takes one back.
    ///
    /// # Errors
    /// As [`Recorder::record_contact`].
    pub async fn count_question(&self, by: i64) -> Result<(), RecordingError> {
        let (device, market) = (self.session.device, &self.session.market);
        let document = DocumentId::tally(device, market);
        if self.repo.has(document) {
            self.repo.change(document, |tx| tally::count_question(tx, by))?;
            return Ok(());
        }
        let claim = self.claim(document, Kind::Tally).await?;
        if self.repo.has(document) {
            // A second tap came while the first one was being signed.
            self.repo.change(document, |tx| tally::count_question(tx, by))?;
            return Ok(());
        }
        self.repo.create(document, Kind::Tally, Some(claim), |tx| {
            tally::fill(tx, device, market)?;
            tally::count_question(tx, by)
        })?;
        Ok(())
    }

    /// Signs that this device made `document`.
    ///
    /// # Errors
    /// If the key is missing or does not sign.
    pub async fn claim(&self, document: DocumentId, kind: Kind) -> Result<Claim, KeyError> {
        let (market, device) = (self.session.market.clone(), self.session.device);
        let message = Claim::message(document, kind, &market, device);
        let signature = self.services.keys.sign(&self.session.invite, message).await?;
        Ok(Claim { kind, market, device, signature })
    }

    fn sealed(
        &self,
        document: DocumentId,
        field: &str,
        plain: &[u8],
        receipt: Option<&PublicKey>,
    ) -> Result<SealedPart, SealError> {
        let seal_to = |key: &PublicKey| {
            let random = random_bytes::<32>(&*self.services.random);
            seal::seal(key, document.as_bytes(), field, plain, random)
        };
        Ok(SealedPart {
            field: field.to_owned(),
            to_market: seal_to(&self.session.sealing_key)?,
            to_receipt: receipt.map(seal_to).transpose()?.unwrap_or_default(),
        })
    }

    /// The record is safe without its note; the list then shows it without initials.
    async fn remember(&self, document: DocumentId, note: LocalNote) {
        if let Err(error) = self.notes.put(document, note).await {
            self.repo.report_storage_failure(error);
        }
    }

    /// A key in a map of a document.
    fn new_key(&self) -> String {
        hex::encode(random_bytes::<8>(&*self.services.random))
    }
}

fn person(form: &ContactForm) -> Person {
    let trimmed = |text: &String| text.trim().to_owned();
    Person {
        name: trimmed(&form.name),
        phone: trimmed(&form.phone),
        email: trimmed(&form.email),
        other: trimmed(&form.other),
        note: trimmed(&form.note),
    }
}

fn topic(form: &ContactForm) -> Topic {
    match form.matter {
        _ if !form.wishes.is_empty() => Topic::Offer,
        Some(Matter::Accreditation) => Topic::Accreditation,
        Some(Matter::Networking) => Topic::Networking,
        Some(Matter::Question) | None => Topic::Question,
    }
}

/// Counted from the market's day, never from the phone's clock.
fn erase_on(market_date: &str, retention_days: u32) -> String {
    market_date
        .parse::<Date>()
        .ok()
        .and_then(|date| market_ends_on(date, retention_days))
        .map_or_else(|| market_date.to_owned(), |date| date.to_string())
}

/// The day after which a contact of `market_date` is erased, ISO 8601.
pub fn erasure_date(market_date: &str, catalog: &Catalog) -> String {
    erase_on(market_date, catalog.season.retention_days)
}
