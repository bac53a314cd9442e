//! The browser behind the forms of visitors.

mod page;
mod start;

pub use self::start::start;
