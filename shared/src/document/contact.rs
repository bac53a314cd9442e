//! A recorded contact request.
//!
//! **Shape**: root `{kind, schema, market, device, recorded_at, entered, language, topic,
//! wishes: {id: {provider, offer?}}, target_groups: {id: true}, consent: {version, language, given,
//! recipients: {provider key: true}, erase_on}, receipt_hash, sealed: {id: {field, to_market,
//! to_receipt}}, follow_up: {state, due, assigned}, steps: {id: {state, at, by}},
//! opened: {member id: at}}`. Instants are milliseconds since the Unix epoch, UTC.

mod invented;
mod reading;
#[cfg(test)]
mod tests;
mod writing;

pub use self::{
    invented::invented,
    reading::{read, receipt_hash},
    writing::{add_part, correction_id, fill, mark_opened, set_assigned, set_due, set_state},
};
pub(super) use self::{reading::read_opened, writing::container};
use super::{DocumentId, MarketKey};

/// One hour; the time of recording is rounded down to it, so that it does not point at a person.
pub const HOUR_MS: i64 = 3_600_000;

/// A contact as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewContact {
    /// Where it was recorded.
    pub market: MarketKey,
    /// Which enrolled device recorded it; none if the visitor sent it.
    pub device: Option<DocumentId>,
    /// When, ms; rounded down to the hour when written.
    pub recorded_at_ms: i64,
    /// How it came into the phone.
    pub entered: Entered,
    /// The visitor's language, BCP 47.
    pub language: String,
    /// What it is about.
    pub topic: Topic,
    /// Whom or what the visitor wants to be put in touch with.
    pub wishes: Vec<Wish>,
    /// Target groups the visitor named; off by default.
    pub target_groups: Vec<String>,
    /// What the visitor agreed to.
    pub consent: Consent,
    /// SHA-256 of the receipt secret.
    pub receipt_hash: [u8; 32],
    /// The first sealed part, with its id.
    pub person: (String, SealedPart),
}

/// How a contact came into the phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Entered {
    /// While the visitor stood there.
    #[default]
    OnTheSpot,
    /// Afterwards, from a paper slip.
    FromPaper,
    /// By the visitor, on their own phone.
    ByVisitor,
}

impl Entered {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::OnTheSpot, Self::FromPaper, Self::ByVisitor];

    /// As it stands in the document.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OnTheSpot => "on-the-spot",
            Self::FromPaper => "from-paper",
            Self::ByVisitor => "by-visitor",
        }
    }
}

/// What a contact is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// An offer.
    Offer,
    /// A question.
    #[default]
    Question,
    /// How to become an admitted provider.
    Accreditation,
    /// Getting to know other organisations.
    Networking,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Self; 4] = [Self::Offer, Self::Question, Self::Accreditation, Self::Networking];

    /// As it stands in the document.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::Question => "question",
            Self::Accreditation => "accreditation",
            Self::Networking => "networking",
        }
    }
}

/// Whom or what a visitor wants to be put in touch with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Id of the wish.
    pub id: String,
    /// Key of the provider.
    pub provider: String,
    /// Id of the offer.
    pub offer: Option<String>,
}

/// What a visitor agreed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// Version of the text.
    pub version: String,
    /// Language it was given in, BCP 47.
    pub language: String,
    /// `spoken`, `read` or `written`.
    pub given: String,
    /// Keys of the providers who may get the contact.
    pub recipients: Vec<String>,
    /// The day of erasure, ISO 8601.
    pub erase_on: String,
}

/// Bytes that only the organisers, or the holder of the receipt, can open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SealedPart {
    /// What it is: `person`, `message` or `note`.
    pub field: String,
    /// Sealed to the market's key.
    pub to_market: Vec<u8>,
    /// Sealed to the receipt's key; empty in a note of the organisers.
    pub to_receipt: Vec<u8>,
}

/// Where the follow-up stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum FollowUp {
    /// Nobody has done anything yet.
    #[default]
    New,
    /// The provider has it.
    HandedOver,
    /// The visitor was reached.
    Reached,
    /// There is an appointment.
    Appointment,
    /// The visitor takes part.
    Started,
    /// Done.
    Closed,
    /// The visitor cannot be reached.
    Unreachable,
    /// The visitor took it back.
    Withdrawn,
}

impl FollowUp {
    /// Every state, in the order of work.
    pub const ALL: [Self; 8] = [
        Self::New,
        Self::HandedOver,
        Self::Reached,
        Self::Appointment,
        Self::Started,
        Self::Closed,
        Self::Unreachable,
        Self::Withdrawn,
    ];

    /// As it stands in the document.
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::HandedOver => "handed-over",
            Self::Reached => "reached",
            Self::Appointment => "appointment",
            Self::Started => "started",
            Self::Closed => "closed",
            Self::Unreachable => "unreachable",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// One step of the follow-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Id.
    pub id: String,
    /// The state it led to.
    pub state: FollowUp,
    /// When, ms.
    pub at_ms: i64,
    /// Which member.
    pub by: String,
}

/// A contact as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Where it was recorded.
    pub market: String,
    /// Which device recorded it; empty if the visitor sent it.
    pub device: String,
    /// When, ms, to the hour.
    pub recorded_at_ms: i64,
    /// How it came into the phone.
    pub entered: Entered,
    /// The visitor's language, BCP 47.
    pub language: String,
    /// What it is about.
    pub topic: Topic,
    /// Whom or what the visitor wants to be put in touch with.
    pub wishes: Vec<Wish>,
    /// Target groups the visitor named.
    pub target_groups: Vec<String>,
    /// What the visitor agreed to.
    pub consent: Consent,
    /// SHA-256 of the receipt secret.
    pub receipt_hash: Vec<u8>,
    /// Sealed parts by id.
    pub sealed: Vec<(String, SealedPart)>,
    /// Where the follow-up stands.
    pub state: FollowUp,
    /// When something is due, ISO 8601.
    pub due: Option<String>,
    /// Which member takes care.
    pub assigned: Option<String>,
    /// What was done, by time.
    pub steps: Vec<Step>,
    /// Which members' devices have opened it, and when (ms).
    pub opened: Vec<(String, i64)>,
}
