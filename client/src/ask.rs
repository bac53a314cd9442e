//! Visitors' forms: ask for a contact, ask a question, give feedback, and see what became of it.
//!
//! A program of its own among the visitor's addresses: it seals, which visitors who only read need not
//! download. The server renders each page with all that can be read ([`about`], [`guide`]); the program
//! then puts the form into its place.
//!
//! In reading order:
//! - [`address`]: which page, about whom.
//! - [`about`]: what a page says without scripts.
//! - [`state`]: what the forms decide; pure.
//! - `ports`: what the program asks of the phone; `letter` seals; `outbox` keeps and sends.
//! - `app`, `pages`: the form, the receipt, the list.

pub mod about;
pub mod address;
#[cfg(feature = "ask")]
pub mod app;
#[cfg(feature = "ssr")]
pub mod guide;
#[cfg(feature = "ask")]
mod letter;
#[cfg(feature = "ask")]
pub mod outbox;
#[cfg(feature = "ask")]
mod pages;
#[cfg(feature = "ask")]
pub mod ports;
#[cfg(any(feature = "ask", test))]
pub mod state;
