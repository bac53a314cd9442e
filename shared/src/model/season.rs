//! A series of markets and what they share.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Localised, Set};

/// A series of markets: a rule, **plus** extra dates, **minus** cancelled ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Season {
    /// Name of the season.
    pub title: Localised,
    /// Whether this is an example and must be marked as one wherever it is shown.
    pub example: bool,
    /// Where the markets are, unless a market says otherwise.
    pub place: Place,
    /// When the markets are open, unless a market says otherwise.
    pub hours: Hours,
    /// IANA time zone of all local times, such as `Europe/Berlin`.
    pub time_zone: String,
    /// Recurrence rule (RFC 5545), such as `RRULE:FREQ=MONTHLY;BYMONTH=5,6;BYDAY=3SA`.
    pub rule: String,
    /// First day on which the rule can fall, ISO 8601.
    pub from: String,
    /// Last day on which the rule can fall, ISO 8601.
    pub until: String,
    /// Dates besides the rule, ISO 8601.
    pub extra_dates: Set,
    /// Dates of the rule that do not take place, ISO 8601.
    pub cancelled_dates: Set,
    /// Languages in which the catalog is published, BCP 47.
    pub languages: Vec<String>,
    /// The words for kinds, target groups, topics and so on.
    pub taxonomies: Taxonomies,
    /// Other words for what people search for, in any language: by a name of their own, words and groups of
    /// words parted by commas.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub synonyms: BTreeMap<String, String>,
    /// What visitors are asked at the end.
    pub questionnaire: Questionnaire,
    /// What visitors agree to, by version.
    pub consent: Vec<ConsentText>,
    /// Days after a market until its contacts are erased.
    pub retention_days: u32,
    /// Who is responsible for the offer.
    pub imprint: Localised,
    /// What happens with personal data.
    pub privacy: Localised,
    /// How accessible the offer is.
    pub accessibility: Localised,
}

/// A place that people are to find.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// What the place is called.
    pub name: Localised,
    /// Where it is.
    pub address: Address,
    /// The way there, in words.
    pub how_to_find: Localised,
    /// Steps, ground, toilets.
    pub access: Localised,
}

/// A postal address with its position.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// Street and number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub street: String,
    /// Postcode.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub postcode: String,
    /// Town.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// District or neighbourhood.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub district: String,
    /// Degrees north, WGS 84.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    /// Degrees east, WGS 84.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
}

/// Positions come from parsed decimal text and are never NaN.
impl Eq for Address {}

/// Opening hours of one day, local time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hours {
    /// `HH:MM`.
    pub from: String,
    /// `HH:MM`.
    pub to: String,
}

/// The season's vocabularies: id → label.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Taxonomies {
    /// Labels of the kinds of offer.
    pub offer_kinds: BTreeMap<String, Localised>,
    /// Labels of the kinds of provider.
    pub provider_kinds: BTreeMap<String, Localised>,
    /// Whom offers are for.
    pub target_groups: BTreeMap<String, Localised>,
    /// Focus topics.
    pub topics: BTreeMap<String, Localised>,
    /// What a visitor comes with: `work`, `learn`, `advice`, `german`.
    pub needs: BTreeMap<String, Localised>,
    /// Barrier-free features.
    pub access: BTreeMap<String, Localised>,
    /// Names of languages.
    pub languages: BTreeMap<String, Localised>,
}

/// What visitors are asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Questionnaire {
    /// Version that answers name.
    pub version: String,
    /// In the order in which they are asked.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    /// Key of its answer.
    pub id: String,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The question itself.
    pub text: Localised,
    /// What the low end of a scale means.
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub low: Localised,
    /// What the high end of a scale means.
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub high: Localised,
    /// What can be chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<QuestionOption>,
    /// Who is asked it; without a condition everyone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

/// A question is asked only of those who gave one of these answers to an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Condition {
    /// Id of the earlier question.
    pub question: String,
    /// Ids of options, `1` to `5`, `yes` or `no`.
    pub is: Vec<String>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// 1 to 5.
    #[default]
    Scale,
    /// Yes or no.
    YesNo,
    /// One option.
    Choice,
    /// Any number of options.
    Choices,
    /// Free text, sealed.
    Text,
}

/// One thing that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuestionOption {
    /// What the answer holds.
    pub id: String,
    /// What is shown.
    pub text: Localised,
}

/// A text that visitors agree to; at most 60 words in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConsentText {
    /// Version that a consent names.
    pub version: String,
    /// What it is for, such as `contact`.
    pub purpose: String,
    /// The text.
    pub text: Localised,
}
