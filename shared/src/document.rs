//! The Automerge documents: their ids, kinds and fields.
//!
//! A document is the unit of sharing, of conflict, of permission and of erasure. Automerge history
//! cannot be cut, so whatever must be erasable is in a document of its own. Reading never fails: it
//! gives a value and a list of [`Problem`]s. Schemas only add; readers upgrade in memory.
//!
//! [`tree`] serves the published kinds (season, market, provider), whose JSON is their document;
//! the kinds that phones write have a file each.

mod blank;
pub mod contact;
pub mod device;
pub mod feedback;
mod fields;
mod id;
mod kind;
pub mod member;
pub mod retention;
pub mod tally;
pub mod tree;

pub use blank::{SCHEMA, blank, is_blank_change};
pub use fields::{kind_of, season_or_market_of};
pub use id::{DocumentId, InvalidId, InvalidMarketKey, MarketKey};
pub use kind::{Kind, UnknownKind};

pub use crate::model::Problem;

/// A hash that names a state of a document.
pub type Head = [u8; 32];

/// The heads of `document`, in Automerge's order.
pub fn heads(document: &automerge::Automerge) -> Vec<Head> {
    document.get_heads().iter().map(|head| head.0).collect()
}
