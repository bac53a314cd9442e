//! What people see: the visitor app, the team app, and the visitor's pages for the server.
//!
//! The programs that come from this crate are chosen by feature: `visitor` (no Automerge, few kilobytes),
//! `about`, `list` and `ask` on top of it (about the market and the phone; the saved list; forms, which seal), and `team`. With `ssr` the
//! server renders the visitor's pages from the same components.
//!
//! In reading order:
//! - [`text`]: all words, by language.
//! - [`components`]: reusable views of both apps.
//! - [`route`]: addresses of the visitor's pages.
//! - [`visitor`]: the visitor app.
//! - `list`: the saved list, a program of its own.
//! - [`ask`]: the visitor's forms, a program of their own; [`forms`]: what they share with the team's.
//! - [`page`]: whole HTML documents, rendered on the server.
//! - `services`: what the team app needs of the machine, as ports; `driver` drives the documents
//!   through them, `team` is that app.
//! - `browser`: what the apps ask of a browser.

#![cfg_attr(not(test), warn(clippy::unwrap_used))]

#[cfg(any(feature = "ask", feature = "ssr", test))]
pub mod ask;
#[cfg(any(feature = "ask", feature = "team", test))]
mod backoff;
#[cfg(feature = "browser")]
pub mod browser;
pub mod components;
#[cfg(feature = "team")]
pub mod driver;
#[cfg(any(feature = "ask", feature = "team", test))]
pub mod forms;
#[cfg(feature = "list")]
pub mod list;
#[cfg(feature = "ssr")]
pub mod page;
pub mod route;
#[cfg(any(feature = "ask", feature = "team"))]
pub mod services;
#[cfg(any(feature = "team", test))]
pub mod team;
pub mod text;
#[cfg(any(feature = "ssr", feature = "visitor", test))]
pub mod visitor;
