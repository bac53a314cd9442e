//! An organisation with its offers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Address, Localised, Set};

/// An organisation that visitors can meet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Provider {
    /// Its name.
    pub name: String,
    /// Whether it is invented and must be marked so wherever it is shown.
    pub example: bool,
    /// What it is.
    pub kind: ProviderKind,
    /// What it does.
    pub description: Localised,
    /// Whether people come to it without giving a name: no contact is ever recorded for it, so that what
    /// the consent says of it stays true.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub walk_in: bool,
    /// How the public reaches it.
    pub contact: PublicContact,
    /// Languages spoken, BCP 47.
    pub languages: Set,
    /// Its admission as a provider.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accreditation: Option<Accreditation>,
    /// When someone last confirmed this, ISO 8601.
    pub last_checked: String,
    /// What it wishes from partners.
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub wishes: Localised,
    /// Offers by id; ids are unique over all providers.
    pub offers: BTreeMap<String, Offer>,
}

/// What an organisation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProviderKind {
    /// Admitted provider of measures.
    #[default]
    Provider,
    /// Not admitted yet.
    Seeking,
    /// Counselling service.
    Counselling,
    /// Employer.
    Employer,
    /// Initiative.
    Initiative,
    /// Public authority.
    Authority,
}

impl ProviderKind {
    /// Its id in the season's taxonomies.
    pub fn id(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::Seeking => "seeking",
            Self::Counselling => "counselling",
            Self::Employer => "employer",
            Self::Initiative => "initiative",
            Self::Authority => "authority",
        }
    }
}

/// How the public reaches a provider: a desk, never a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PublicContact {
    /// Which desk to ask for.
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub desk: Localised,
    /// Telephone number with country code.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// E-mail address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Web address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub website: String,
    /// Where it is.
    pub address: Address,
}

/// Admission as a provider (Zulassung).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Accreditation {
    /// Who decided.
    pub body: String,
    /// What for.
    pub scope: Localised,
    /// Until when, ISO 8601.
    pub valid_until: String,
}

/// Something a visitor can take up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Offer {
    /// What it is.
    pub kind: OfferKind,
    /// Its name.
    pub title: Localised,
    /// One or two sentences.
    pub summary: Localised,
    /// The whole of it.
    pub description: Localised,
    /// What a visitor comes with: `work`, `learn`, `advice`, `german`.
    pub needs: Set,
    /// Focus topics.
    pub topics: Set,
    /// Whom it is for; empty means everyone.
    pub target_groups: Set,
    /// Conditions.
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub eligibility: Localised,
    /// Papers to bring.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bring: Vec<PaperToBring>,
    /// What it costs and who pays.
    pub cost: Cost,
    /// Days and times.
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub schedule: Localised,
    /// When it starts, ISO 8601.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub start_dates: Vec<String>,
    /// How long it lasts.
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub duration: Localised,
    /// How many people can take part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub places: Option<u32>,
    /// Languages it is held in, BCP 47.
    pub languages: Set,
    /// Barrier-free access.
    pub access: Access,
    /// How to apply.
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub apply: Localised,
    /// Whether it can be taken up now.
    pub status: OfferStatus,
    /// When someone last confirmed this, ISO 8601.
    pub last_checked: String,
}

/// What an offer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OfferKind {
    /// A measure that leads towards work.
    Integration,
    /// Learning with a certificate.
    Qualification,
    /// Subsidised employment.
    Employment,
    /// A job.
    Job,
    /// Counselling.
    Counselling,
    /// Anything else.
    #[default]
    Other,
}

impl OfferKind {
    /// Its id in the season's taxonomies.
    pub fn id(self) -> &'static str {
        match self {
            Self::Integration => "integration",
            Self::Qualification => "qualification",
            Self::Employment => "employment",
            Self::Job => "job",
            Self::Counselling => "counselling",
            Self::Other => "other",
        }
    }
}

/// A paper to bring.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PaperToBring {
    /// Stable id.
    pub id: String,
    /// What it is called, and where to get it.
    pub text: Localised,
}

/// What an offer costs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cost {
    /// Whether visitors on benefits pay nothing.
    pub free: bool,
    /// Who pays, on what condition.
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub note: Localised,
}

/// Barrier-free access.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Access {
    /// Features, ids of the season's taxonomy.
    pub features: Set,
    /// What else there is to know.
    #[serde(skip_serializing_if = "Localised::is_empty")]
    pub note: Localised,
}

/// Whether an offer can be taken up now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OfferStatus {
    /// Yes.
    #[default]
    Active,
    /// Not at the moment.
    Paused,
    /// Never again.
    Ended,
}
