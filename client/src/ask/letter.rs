//! Finishing a form: sealed at once, so that nothing readable waits for a network.

use std::collections::BTreeMap;

use shared::{
    catalog::Question,
    inbox::{CONSENT, ContactLetter, Content, FeedbackLetter, Letter, PERSON, Reply, Wish, document_of},
    seal::{self, Person, PublicKey, SealError, receipt::Secret},
};

use super::{
    ports::Ports,
    state::{contact_form::ContactForm, market::TakingMarket, request::Kind},
};
use crate::{
    forms::questionnaire::{FeedbackForm, GivenAnswer},
    services::random_bytes,
};

/// A letter that is ready to be sent.
pub(super) struct Finished {
    /// Names it.
    pub(super) nonce: String,
    /// Code of its receipt.
    pub(super) code: Option<String>,
    /// What is sent.
    pub(super) letter: String,
}

/// Seals letters for one market.
pub(super) struct Writer<'a> {
    /// For random bytes.
    pub(super) ports: &'a Ports,
    /// Where to.
    pub(super) market: &'a TakingMarket,
    /// The visitor's language, BCP 47.
    pub(super) language: &'a str,
}

impl Writer<'_> {
    /// A request for a contact, or a question.
    pub(super) fn contact(
        &self,
        kind: Kind,
        form: &ContactForm,
        wish: Option<Wish>,
        consent: &shared::catalog::ConsentText,
    ) -> Result<Finished, SealError> {
        let nonce = random_bytes::<16>(&*self.ports.random);
        let secret = Secret(random_bytes::<10>(&*self.ports.random));
        let key = self.key()?;
        let person = person(form).to_bytes();
        let topic = match kind {
            Kind::Contact | Kind::Feedback => "offer",
            Kind::Question => "question",
            Kind::Accreditation => "accreditation",
        };
        let content = Content::Contact(ContactLetter {
            topic: topic.to_owned(),
            wish,
            consent_version: consent.version.clone(),
            consent_language: consent.language.clone(),
            receipt_hash: hex::encode(secret.hash()),
            to_market: self.sealed(&key, &nonce, PERSON, &person)?,
            to_receipt: self.sealed(&secret.key().public(), &nonce, PERSON, &person)?,
        });
        Ok(self.finished(nonce, Some(secret.code()), &key, content))
    }

    /// An answered questionnaire, of the questions that were asked.
    pub(super) fn feedback(
        &self,
        form: &FeedbackForm,
        asked: &[&Question],
        questionnaire: &str,
    ) -> Result<Finished, SealError> {
        let nonce = random_bytes::<16>(&*self.ports.random);
        let key = self.key()?;
        let (mut answers, mut texts) = (BTreeMap::new(), BTreeMap::new());
        for question in asked {
            let reply = match form.answers.get(&question.id) {
                Some(GivenAnswer::Scale(step)) => Reply::Scale(*step),
                Some(GivenAnswer::YesNo(yes)) => Reply::YesNo(*yes),
                Some(GivenAnswer::Choice(option)) => Reply::Choice(option.clone()),
                Some(GivenAnswer::Choices(options)) => Reply::Choices(options.clone()),
                Some(GivenAnswer::Text(text)) => {
                    let sealed = self.sealed(&key, &nonce, &question.id, text.trim().as_bytes())?;
                    texts.insert(question.id.clone(), sealed);
                    continue;
                }
                None => continue,
            };
            answers.insert(question.id.clone(), reply);
        }
        let questionnaire = questionnaire.to_owned();
        let content = Content::Feedback(FeedbackLetter { questionnaire, answers, texts });
        Ok(self.finished(nonce, None, &key, content))
    }

    fn key(&self) -> Result<PublicKey, SealError> {
        let mut key = [0; 32];
        hex::decode_to_slice(&self.market.sealing_key, &mut key).map_err(|_| SealError::UnusableKey)?;
        Ok(PublicKey(key))
    }

    fn sealed(
        &self,
        to: &PublicKey,
        nonce: &[u8; 16],
        field: &str,
        plain: &[u8],
    ) -> Result<String, SealError> {
        if plain.len() > MAX_PLAIN {
            return Err(SealError::TooLong(plain.len()));
        }
        let random = random_bytes::<32>(&*self.ports.random);
        Ok(hex::encode(seal::seal(to, &document_of(nonce), field, plain, random)?))
    }

    fn finished(&self, nonce: [u8; 16], code: Option<String>, key: &PublicKey, content: Content) -> Finished {
        let nonce = hex::encode(nonce);
        let letter = Letter {
            nonce: nonce.clone(),
            market: self.market.key.clone(),
            fingerprint: seal::fingerprint(key),
            language: self.language.to_owned(),
            content,
        };
        let letter = serde_json::to_string(&letter).expect("a letter is plain JSON");
        Finished { nonce, code, letter }
    }
}

/// What the server takes of one field, with room for the padding.
const MAX_PLAIN: usize = 15 * 1024;

/// The purpose of the consent that is asked for.
pub(super) const PURPOSE: &str = CONSENT;

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
