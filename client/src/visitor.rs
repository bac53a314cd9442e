//! The visitor app: read, search and save what the market offers, with and without a network.
//!
//! - [`app`]: the frame around all pages, and which page is shown.
//! - [`programs`]: which pages there are, and which of them a program has.
//! - `pages`: one file per page; they read [`here::Here`] and hold no state of their own.
//! - [`state`]: what changes while a visitor is here; pure.
//! - [`phone`]: what the app asks of the phone; `client::browser` answers.

pub mod app;
pub(crate) mod bars;
pub mod head;
pub mod here;
mod install_hint;
mod market_day;
mod offer_card;
pub(crate) mod pages;
pub mod phone;
mod plan;
pub mod programs;
pub mod state;
pub(crate) mod words;

pub use self::{
    app::{App, AppProps},
    here::{Indexed, Published},
    market_day::today_or_next,
    state::{Network, Withdrawal},
};
