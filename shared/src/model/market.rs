//! One dated event of a season.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Hours, Localised, Place, Set};

/// One dated event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Market {
    /// Day, ISO 8601.
    pub date: String,
    /// Opening hours if they differ from the season's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// Place if it differs from the season's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Whether it takes place.
    pub status: MarketStatus,
    /// Focus topics.
    pub focus: Set,
    /// What happens in bad weather.
    pub weather: Localised,
    /// Stands by id.
    pub stands: BTreeMap<String, Stand>,
    /// What happens when.
    pub programme: Vec<ProgrammePoint>,
    /// News of the day.
    pub announcements: Vec<Announcement>,
    /// Whom contacts are sealed to; without it nothing can be recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sealing_key: Option<SealingKey>,
}

/// Whether a market takes place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MarketStatus {
    /// Will be, unless something happens.
    #[default]
    Planned,
    /// Will be.
    Confirmed,
    /// Will not be.
    Cancelled,
    /// Has been, and everything is in.
    Closed,
}

/// A table under a parasol.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stand {
    /// What its sign says, such as `7`.
    pub label: String,
    /// Position on the plan, 0 (left) to 400.
    pub x: i64,
    /// Position on the plan, 0 (top) to 400.
    pub y: i64,
    /// Key of the provider who stands there.
    pub provider: String,
    /// Offers shown there; empty means all of the provider's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<String>,
}

/// Something that happens at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProgrammePoint {
    /// Stable id.
    pub id: String,
    /// `HH:MM`, local time.
    pub time: String,
    /// What happens.
    pub title: Localised,
    /// Where.
    pub place: Localised,
}

/// News of the day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Announcement {
    /// Stable id.
    pub id: String,
    /// Local date and time, `YYYY-MM-DDTHH:MM`.
    pub at: String,
    /// What is new.
    pub text: Localised,
}

/// The public half of a market's key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SealingKey {
    /// X25519 public key, 64 hexadecimal digits.
    pub public: String,
    /// What invites carry and phones pin; see [`crate::seal`].
    pub fingerprint: String,
}
