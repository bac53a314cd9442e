//! The server of the Markt der Möglichkeiten.
//!
//! In reading order: [`Config`] and [`App`] hold what everything depends on, [`serve()`] runs it on a
//! socket that the caller brings, `routes` is the whole URL map. `driver` performs what the sync
//! core in `shared` decides, `connection` is one WebSocket, `inbox` takes in what
//! visitors send, `erasure` erases for good, `storage` is the port
//! to the database with its SQLite adapter. `cli` is the command line of the binary.

#![cfg_attr(not(test), warn(clippy::unwrap_used))]

mod app;
mod bundles;
mod calendar_file;
pub mod cli;
mod clock;
mod compress;
mod connection;
mod data_folder;
mod demo;
mod driver;
mod enrolment;
mod erasure;
mod error;
mod import;
mod inbox;
mod log;
mod metrics;
mod output;
mod pages;
mod publication;
mod respond;
mod routes;
mod secret;
mod serve;
mod session;
mod sign_in_limit;
mod site;
mod storage;

pub use app::{App, Config, StartError};
pub use clock::Clock;
pub use connection::Heartbeat;
pub use data_folder::{DataFolder, DataFolderError};
pub use serve::{Shutdown, serve};
