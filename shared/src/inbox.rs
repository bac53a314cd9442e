//! What a visitor's own phone sends to `POST /api/inbox`, as JSON.
//!
//! The phone finishes a letter while nobody answers, and seals it at once; so it chooses what names
//! the document before the server has seen it. Bytes are lower-case hexadecimal.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What is sealed of a contact; the field that the seal is bound to.
pub const PERSON: &str = "person";

/// The purpose of the consent texts that a contact agrees to.
pub const CONSENT: &str = "contact";

/// Letters that a person may write into one field.
pub const MAX_WORDS: usize = 1_000;

/// One request, question or answered questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// 16 random bytes. Sent again with the same content, the letter is the same.
    pub nonce: String,
    /// `<season>/<date>`.
    pub market: String,
    /// Fingerprint of the key that the letter is sealed to.
    pub fingerprint: String,
    /// The visitor's language, BCP 47.
    pub language: String,
    /// What it says.
    pub content: Content,
}

/// What a letter says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Content {
    /// Someone shall be in touch.
    Contact(ContactLetter),
    /// An answered questionnaire.
    Feedback(FeedbackLetter),
}

/// A request for a contact, or a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactLetter {
    /// `offer`, `question` or `accreditation`.
    pub topic: String,
    /// With whom; without it, with the organisers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wish: Option<Wish>,
    /// Version of the consent text.
    pub consent_version: String,
    /// Language of the consent text that was shown, BCP 47.
    pub consent_language: String,
    /// SHA-256 of the receipt's secret.
    pub receipt_hash: String,
    /// The person, sealed to the market's key.
    pub to_market: String,
    /// The person, sealed to the receipt's key.
    pub to_receipt: String,
}

/// With whom the visitor wants to be in touch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// Key of the provider.
    pub provider: String,
    /// Id of the offer, if it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer: Option<String>,
}

/// An answered questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedbackLetter {
    /// Version of the questionnaire.
    pub questionnaire: String,
    /// Answers by question.
    pub answers: BTreeMap<String, Reply>,
    /// Free texts by question, sealed to the market's key.
    pub texts: BTreeMap<String, String>,
}

/// An answer that is not free text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Reply {
    /// Yes or no.
    YesNo(bool),
    /// 1 to 5.
    Scale(u8),
    /// Id of the chosen option.
    Choice(String),
    /// Ids of the chosen options.
    Choices(Vec<String>),
}

/// The document that a letter with this nonce becomes; seals are bound to it.
///
/// Not the nonce itself: ids of other documents are derived from what everyone knows, and a letter
/// must not be able to take their place.
pub fn document_of(nonce: &[u8; 16]) -> [u8; 16] {
    let digest = Sha256::new_with_prefix(b"markt/inbox/").chain_update(nonce).finalize();
    let mut id = [0; 16];
    id.copy_from_slice(&digest[..16]);
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_of_a_nonce_never_changes() {
        assert_eq!(document_of(&[7; 16])[..4], [128, 159, 240, 210]);
    }

    #[test]
    fn replies_are_plain_json() {
        let replies: Vec<Reply> = serde_json::from_str(r#"[true, 4, "ja", ["a", "b"]]"#).expect("replies");
        let choices = Reply::Choices(vec!["a".into(), "b".into()]);
        assert_eq!(replies, [Reply::YesNo(true), Reply::Scale(4), Reply::Choice("ja".into()), choices]);
        assert_eq!(serde_json::to_string(&replies).expect("JSON"), r#"[true,4,"ja",["a","b"]]"#);
        for wrong in ["null", "256", "-1", "1.5", "{}", "[1]"] {
            assert!(serde_json::from_str::<Reply>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_letter_with_a_field_that_nobody_knows_is_none() {
        let letter = r#"{"nonce":"", "market":"", "fingerprint":"", "language":"de",
            "content":{"feedback":{"questionnaire":"1","answers":{},"texts":{}}}}"#;
        assert!(serde_json::from_str::<Letter>(letter).is_ok());
        for (known, unknown) in
            [("\"texts\"", "\"name\":\"Ada\",\"texts\""), ("\"content\"", "\"x\":1,\"content\"")]
        {
            assert!(serde_json::from_str::<Letter>(&letter.replace(known, unknown)).is_err());
        }
    }
}
