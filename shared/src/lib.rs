//! The core of the Markt der Möglichkeiten.
//!
//! It decides; drivers act. Nothing here does IO, reads a clock or draws random numbers: all three
//! arrive as arguments, so that the same code runs on the server, in both apps and in simulations.
//!
//! In reading order:
//! - [`calendar`]: dates of a season, without a time zone database.
//! - [`catalog`]: what visitors read: the compiled catalog, its search and filters.
//! - [`model`]: the plain values of the documents, and the JSON that operators import.
//! - [`exchange`]: the formats in which data comes and goes: project JSON, HSDS, CSV, iCalendar.
//! - [`document`]: Automerge documents of each kind: read, change, identify.
//! - [`sync`]: the wire, one sync session, the share policy, claims and vetting.
//! - [`repo`]: coordinates documents, peers and storage by events and effects.
//! - [`inbox`]: what visitors send from their own phones.
//! - [`seal`]: sealing what is personal, opening it, and the keyring.

#![cfg_attr(not(test), warn(clippy::unwrap_used))]

pub mod calendar;
pub mod catalog;
#[cfg(feature = "documents")]
pub mod document;
pub mod exchange;
#[cfg(feature = "seal")]
pub mod inbox;
#[cfg(any(feature = "seal", feature = "documents"))]
mod letters;
#[cfg(feature = "model")]
pub mod model;
#[cfg(feature = "documents")]
pub mod repo;
#[cfg(feature = "seal")]
pub mod seal;
#[cfg(feature = "documents")]
pub mod sync;
#[cfg(feature = "testing")]
pub mod testing;
