//! What people see: the visitor app, the team app, and the visitor's pages for the server.
//!
//! Two programs come from this crate, chosen by feature: `visitor` (no Automerge, few kilobytes) and
//! `team`. With `ssr` the server renders the visitor's pages from the same components.
//!
//! In reading order:
//! - [`text`]: all words, by language.
//! - [`components`]: reusable views of both apps.
//! - [`route`]: addresses of the visitor's pages.
//! - [`visitor`]: the visitor app.
//! - `list`: the saved list, a program of its own.
//! - [`page`]: whole HTML documents, rendered on the server.
//! - `services`: what the team app needs of the machine, as ports; `driver` drives the documents
//!   through them, `team` is that app.
//! - `browser`: what the apps ask of a browser.

#![cfg_attr(not(test), warn(clippy::unwrap_used))]

#[cfg(feature = "browser")]
pub mod browser;
pub mod components;
#[cfg(feature = "team")]
pub mod driver;
#[cfg(feature = "list")]
pub mod list;
#[cfg(feature = "ssr")]
pub mod page;
pub mod route;
#[cfg(feature = "team")]
pub mod services;
#[cfg(any(feature = "team", test))]
pub mod team;
pub mod text;
#[cfg(any(feature = "ssr", feature = "visitor", test))]
pub mod visitor;
