//! The list's side of the browser.

mod keeping;
mod phone;
mod sharing;
mod start;

pub use self::start::start;
