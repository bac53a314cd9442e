//! The formats in which data comes and goes.
//!
//! Reading ([`read`], [`read_all`]) is strict, unlike the reading of documents: an operator who imports
//! a file wants to know about every mistake in it, and nothing is changed before all of it is valid.
//! Nothing here opens files; text comes in and goes out.
//!
//! - [`project`]: the project's own JSON, `markt/1`.
//! - [`hsds`]: the Human Services Data Specification 3.0, as JSON and as CSV tables.
//! - [`csv`]: tables that German Excel opens correctly.
//! - [`icalendar`]: markets as calendar events.

pub mod csv;
pub mod icalendar;

#[cfg(feature = "model")]
mod check;
#[cfg(feature = "model")]
mod error;
#[cfg(feature = "model")]
pub mod hsds;
#[cfg(feature = "model")]
mod import;
#[cfg(feature = "model")]
mod position;
#[cfg(feature = "model")]
pub mod project;

#[cfg(feature = "model")]
pub use error::{ImportError, ImportFault, Position};
#[cfg(feature = "model")]
pub use import::{Format, Import, Known, SourceFile, read, read_all};
