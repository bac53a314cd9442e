//! The published catalog: what visitors and volunteers read, in one language.
//!
//! Compiling needs the documents' values ([`crate::model`]); reading, searching and filtering do not,
//! and stay small enough for the visitor's wasm: no hash maps, no tables of Unicode.
//!
//! - [`Catalog`]: the compiled catalog and how to find things in it.
//! - [`compile`]: from season, markets and providers to a [`Catalog`] in one language.
//! - [`Query`]: what is searched and filtered for, and its form in addresses.
//! - [`Search`]: the index of one catalog: results, counts for each filter, what to highlight.

#[cfg(feature = "model")]
mod compile;
mod encode;
mod filter;
mod fold;
mod lookup;
mod query;
mod search;
mod snapshot;
mod typing_error;

#[cfg(feature = "model")]
pub use compile::{Sources, compile, season_days};
pub use encode::DecodeError;
pub use filter::Counts;
pub use query::Query;
pub use search::{Search, Terms};
pub use snapshot::{
    Announcement, Catalog, ConsentText, Day, Label, Offer, Place, ProgrammePoint, Provider, Question,
    QuestionOption, SeasonInfo, Stand, Text, Vocabulary,
};
