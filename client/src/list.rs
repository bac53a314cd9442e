//! The saved list: notes, what is done, order, sharing, printing, files. A program of its own for one
//! page, so that a visitor's first visit does not pay for it.
//!
//! - [`app`]: the frame, and which view is shown.
//! - [`state`]: the list and all that can be done with it; pure.
//! - [`bundle`]: a list as the fragment of an address, which no server learns.
//! - [`mod@file`]: a list as a file.
//! - [`phone`]: what the program asks of the phone; `client::browser` answers.
//! - `views`: one file per view.

pub mod app;
pub mod bundle;
pub mod file;
mod here;
pub mod phone;
pub mod state;
mod views;

pub use self::app::{ListApp, ListProps};
