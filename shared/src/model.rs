//! Plain values of the published documents: season, market, provider with its offers.
//!
//! Their JSON is both what an operator imports and, value by value, what stands in the Automerge
//! document. Every field has a default, so that reading never fails for want of one; see [`read`].

mod localised;
mod market;
mod provider;
mod read;
mod season;
mod set;

pub use localised::{Localised, MadeBy, Wording};
pub use market::{Announcement, Market, MarketStatus, ProgrammePoint, SealingKey, Stand};
pub use provider::{
    Access, Accreditation, Cost, Offer, OfferKind, OfferStatus, PaperToBring, Provider, ProviderKind,
    PublicContact,
};
pub use read::{Problem, read};
pub use season::{
    Address, Condition, ConsentText, Hours, Place, Question, QuestionKind, QuestionOption, Questionnaire,
    Season, Taxonomies,
};
pub use set::Set;
