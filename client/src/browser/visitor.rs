//! The visitor app's side of the browser.

mod breath;
mod erase;
mod fetch;
mod freshness;
mod links;
mod phone;
mod start;
mod storage;
mod withdraw;
mod worker;

pub use self::start::start;
