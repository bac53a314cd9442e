//! The visitor app's side of the browser.

#[cfg(feature = "about")]
pub mod about;
#[cfg(feature = "ask")]
pub mod ask;
mod breath;
mod fetch;
mod freshness;
mod links;
#[cfg(feature = "list")]
pub mod list;
mod phone;
mod sources;
mod start;
mod storage;
mod worker;

pub use self::start::start;
