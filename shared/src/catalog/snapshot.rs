//! The compiled catalog of one season in one language.
//!
//! **Shape**: postcard. A new field means a new [`Catalog::FORMAT`]; a phone that meets a format it
//! does not know keeps what it has.

use serde::{Deserialize, Serialize};

/// Everything a visitor can read offline, in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalog {
    /// [`Catalog::FORMAT`] of the writer.
    pub format: u8,
    /// BCP 47 tag that the texts were asked for in.
    pub language: String,
    /// The season.
    pub season: SeasonInfo,
    /// Every market of the season in order of date, cancelled dates among them.
    pub days: Vec<Day>,
    /// Words for ids.
    pub vocabulary: Vocabulary,
    /// Providers in alphabetical order.
    pub providers: Vec<Provider>,
    /// Offers that can be taken up, in alphabetical order of title.
    pub offers: Vec<Offer>,
    /// Other words for what people search for, in all languages: one line for each thing, its words and
    /// groups of words in Latin letters, folded and parted by commas; then as many lines with the words in
    /// Cyrillic letters; then as many with the others. Letters of a kind side by side are packed best.
    pub synonyms: String,
}

/// How many lines of [`Catalog::synonyms`] there are for each thing.
pub(super) const SCRIPTS: usize = 3;

impl Catalog {
    /// The format that this code reads and writes.
    pub const FORMAT: u8 = 3;
}

/// A text, with its language if that is not the catalog's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The text; empty if there is none in any language.
    pub text: String,
    /// BCP 47 tag if it differs from the catalog's language.
    pub language: Option<String>,
    /// Whether a machine translated it and no one reviewed it.
    pub machine: bool,
}

/// What the markets of a season share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeasonInfo {
    /// Key, such as `pankow-2026`.
    pub key: String,
    /// Name.
    pub title: Text,
    /// Whether all of this is an example.
    pub example: bool,
    /// BCP 47 tags of the languages in which the season is published.
    pub languages: Vec<String>,
    /// IANA time zone of all times here.
    pub time_zone: String,
    /// Days after a market until contacts are erased.
    pub retention_days: u32,
}

/// One date of the season with all that is known about it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Day {
    /// ISO 8601.
    pub date: String,
    /// Whether it does not take place.
    pub cancelled: bool,
    /// Whether it is besides the rule.
    pub extra: bool,
    /// `HH:MM`, local time.
    pub from: String,
    /// `HH:MM`, local time.
    pub to: String,
    /// Where.
    pub place: Place,
    /// Ids of its focus topics.
    pub focus: Vec<String>,
    /// What happens in bad weather.
    pub weather: Text,
    /// Stands in order of label (numbers by value).
    pub stands: Vec<Stand>,
    /// What happens when.
    pub programme: Vec<ProgrammePoint>,
    /// News.
    pub announcements: Vec<Announcement>,
    /// Whom contacts are sealed to: an X25519 public key, 64 hexadecimal digits; empty before it is made.
    pub sealing_key: String,
}

/// A place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Name.
    pub name: Text,
    /// Street and number, postcode and town in one line.
    pub address: String,
    /// Degrees north and east.
    pub position: Option<(f64, f64)>,
    /// The way there.
    pub how_to_find: Text,
    /// Steps, ground, toilets.
    pub access: Text,
}

/// A stand on the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stand {
    /// Id.
    pub id: String,
    /// What its sign says.
    pub label: String,
    /// Position on the plan, 0–400.
    pub x: i64,
    /// Position on the plan, 0–400.
    pub y: i64,
    /// Key of the provider.
    pub provider: String,
}

/// Something that happens at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammePoint {
    /// `HH:MM`.
    pub time: String,
    /// What.
    pub title: Text,
    /// Where.
    pub place: Text,
}

/// News of the day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// `YYYY-MM-DDTHH:MM`, local time.
    pub at: String,
    /// What.
    pub text: Text,
}

/// A word for an id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Id.
    pub id: String,
    /// Word.
    pub text: Text,
}

/// Words for ids, each list in the order of the ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vocabulary {
    /// Kinds of offer.
    pub offer_kinds: Vec<Label>,
    /// Kinds of provider.
    pub provider_kinds: Vec<Label>,
    /// Target groups.
    pub target_groups: Vec<Label>,
    /// Focus topics.
    pub topics: Vec<Label>,
    /// Needs.
    pub needs: Vec<Label>,
    /// Barrier-free features.
    pub access: Vec<Label>,
    /// Languages.
    pub languages: Vec<Label>,
    /// Districts that providers are in; their names are their ids.
    pub districts: Vec<Label>,
}

/// An organisation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Provider {
    /// Key; stable.
    pub key: String,
    /// Name.
    pub name: String,
    /// Whether it is invented.
    pub example: bool,
    /// Whether people come to it without giving a name: no contact is ever recorded for it.
    pub walk_in: bool,
    /// Id of its kind.
    pub kind: String,
    /// What it does.
    pub description: Text,
    /// Which desk to ask for.
    pub desk: Text,
    /// Telephone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Web address.
    pub website: String,
    /// Street and number, postcode and town in one line.
    pub address: String,
    /// District.
    pub district: String,
    /// Degrees north and east.
    pub position: Option<(f64, f64)>,
    /// BCP 47 tags.
    pub languages: Vec<String>,
    /// ISO 8601.
    pub last_checked: String,
}

/// Something a visitor can take up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Id; stable, unique over all providers, part of its address.
    pub id: String,
    /// Index into [`Catalog::providers`].
    pub provider: u16,
    /// Id of its kind.
    pub kind: String,
    /// Name.
    pub title: Text,
    /// One or two sentences.
    pub summary: Text,
    /// The whole of it.
    pub description: Text,
    /// Ids: `work`, `learn`, `advice`, `german`.
    pub needs: Vec<String>,
    /// Ids of focus topics.
    pub topics: Vec<String>,
    /// Ids of target groups; empty means everyone.
    pub target_groups: Vec<String>,
    /// Conditions.
    pub eligibility: Text,
    /// Papers to bring.
    pub bring: Vec<Text>,
    /// Whether it is free for people on benefits.
    pub free: bool,
    /// Who pays, on what condition.
    pub cost: Text,
    /// Days and times.
    pub schedule: Text,
    /// ISO 8601.
    pub start_dates: Vec<String>,
    /// How long.
    pub duration: Text,
    /// How many people.
    pub places: Option<u32>,
    /// BCP 47 tags.
    pub languages: Vec<String>,
    /// Ids of barrier-free features.
    pub access: Vec<String>,
    /// What else there is to know about access.
    pub access_note: Text,
    /// How to apply.
    pub apply: Text,
    /// Whether it can not be taken up at the moment.
    pub paused: bool,
    /// ISO 8601.
    pub last_checked: String,
}
