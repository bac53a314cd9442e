//! The visitor app's side of the browser; the forms share what loads catalogs and keeps settings.

#[cfg(feature = "visitor")]
mod erase;
pub(super) mod fetch;
pub(super) mod freshness;
#[cfg(feature = "visitor")]
mod links;
#[cfg(feature = "visitor")]
mod phone;
#[cfg(feature = "visitor")]
mod start;
pub(super) mod storage;
#[cfg(feature = "visitor")]
mod withdraw;
pub(super) mod worker;

#[cfg(feature = "visitor")]
pub use self::start::start;
