//! What belongs to a season, but not to what a visitor looks for: legal texts, consent texts, the
//! questionnaire. It travels apart from the catalog, so that the first visit need not wait for it.
//!
//! **Shape**: postcard. A new field means a new [`SmallPrint::FORMAT`].

use serde::{Deserialize, Serialize};

use super::{DecodeError, Text, decode};

/// The small print of one season in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SmallPrint {
    /// [`SmallPrint::FORMAT`] of the writer.
    pub format: u8,
    /// BCP 47 tag that the texts were asked for in.
    pub language: String,
    /// Who is responsible.
    pub imprint: Text,
    /// Privacy notice.
    pub privacy: Text,
    /// Accessibility statement.
    pub accessibility: Text,
    /// The consent texts, all languages.
    pub consent: Vec<ConsentText>,
    /// Version of the questionnaire.
    pub questionnaire: String,
    /// The questionnaire.
    pub questions: Vec<Question>,
}

impl SmallPrint {
    /// The format that this code reads and writes.
    pub const FORMAT: u8 = 1;

    /// Under which name the small print in `language` is published, beside the catalog of that language.
    pub fn name(language: &str) -> String {
        format!("{language}-small-print")
    }

    /// The small print as postcard; its first byte is [`SmallPrint::FORMAT`].
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("small print has only sequences of known length")
    }

    /// Reads what [`SmallPrint::to_bytes`] wrote.
    ///
    /// # Errors
    /// The bytes are of another format, cut off, or no small print at all.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        match bytes.first() {
            Some(&Self::FORMAT) => decode::small_print(bytes).ok_or(DecodeError::Malformed),
            Some(&found) => Err(DecodeError::Format { found }),
            None => Err(DecodeError::Malformed),
        }
    }

    /// The latest text for `purpose` in a language, else in German, else any.
    pub fn consent_for(&self, purpose: &str, language: &str) -> Option<&ConsentText> {
        let texts = || self.consent.iter().filter(|text| text.purpose == purpose);
        let latest_in = |language: &str| {
            texts()
                .filter(|text| text.language == language)
                .max_by(|one, other| one.version.cmp(&other.version))
        };
        latest_in(language).or_else(|| latest_in("de")).or_else(|| texts().next())
    }
}

/// A consent text in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentText {
    /// Version that a consent names.
    pub version: String,
    /// What it is for.
    pub purpose: String,
    /// BCP 47 tag.
    pub language: String,
    /// The text.
    pub text: String,
    /// Whether no one reviewed it.
    pub machine: bool,
}

/// A question of the questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Key of its answer.
    pub id: String,
    /// `scale`, `yes-no`, `choice`, `choices` or `text`.
    pub kind: String,
    /// The question.
    pub text: Text,
    /// What 1 means.
    pub low: Text,
    /// What 5 means.
    pub high: Text,
    /// What can be chosen.
    pub options: Vec<QuestionOption>,
    /// Who is asked it; without a condition everyone.
    pub when: Option<Condition>,
}

/// A question is asked only of those who gave one of these answers to an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Id of the earlier question.
    pub question: String,
    /// Ids of options, `1` to `5`, `yes` or `no`.
    pub is: Vec<String>,
}

/// Something that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionOption {
    /// What the answer holds.
    pub id: String,
    /// What is shown.
    pub text: Text,
}
