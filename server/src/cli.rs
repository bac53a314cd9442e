//! The command line: one file per command, one clear sentence per error.

mod backup;
mod doctor;
mod erase;
mod error;
mod fill;
mod import;
mod invite;
mod organiser;
mod serve;
mod ticket;

use std::{
    error::Error,
    io::Write as _,
    net::SocketAddr,
    panic,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use jiff::civil::Date;
use shared::document::MarketKey;

use self::error::CliError;
use crate::{
    clock::Clock,
    data_folder::{DataFolder, ServerAddress},
    log,
    publication::{self, Published},
    storage::{SqliteStorage, Storage},
};

/// Markt der Möglichkeiten: the server and its tools.
#[derive(Debug, Parser)]
#[command(name = "markt", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server.
    Serve(serve::Serve),
    /// Run the server with an example season, two organisers and volunteer invites.
    Demo(serve::Demo),
    /// Import a season, its markets and providers from files or folders.
    Import(import::Arguments),
    /// Make invites for volunteers.
    Invite(invite::Arguments),
    /// Make a short-lived address for another automerge-repo program.
    Ticket(ticket::Arguments),
    /// Write a copy of the database into a file.
    Backup(backup::Backup),
    /// Put a copy in the place of the database.
    Restore(backup::Restore),
    /// Check the database, and look at what was refused.
    Doctor(doctor::Arguments),
    /// Erase documents for everyone and for good.
    Erase(erase::Arguments),
    /// Add devices with invented contacts, to measure with.
    #[command(hide = true)]
    Fill(fill::Arguments),
    /// Add, list and help organisers and staff.
    #[command(subcommand)]
    Organiser(organiser::Action),
}

/// Where everything is kept.
#[derive(Clone, Debug, clap::Args)]
struct Data {
    /// The data folder.
    #[arg(long = "data", value_name = "DIR", default_value = "markt-data")]
    folder: PathBuf,
}

/// How to reach the server and what it shows.
#[derive(Clone, Debug, clap::Args)]
struct Listening {
    /// Address and port to listen on.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// What people type to reach the server, if something stands in front of it.
    #[arg(long, value_name = "URL")]
    origin: Option<String>,
    /// Folder with a built client instead of the built-in one.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
}

/// Reads the command line and does what it says.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    // What a library says when it panics over an input may quote the input.
    panic::set_hook(Box::new(|panicked| match panicked.location() {
        Some(place) => log::error("panicked", &[("place", place)]),
        None => log::error("panicked", &[]),
    }));
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(source) => return complain(&CliError::Runtime(source)),
    };
    let result = runtime.block_on(async {
        match arguments.command {
            Command::Serve(arguments) => arguments.run().await,
            Command::Demo(arguments) => arguments.run().await,
            Command::Import(arguments) => arguments.run().await,
            Command::Invite(arguments) => arguments.run().await,
            Command::Ticket(arguments) => arguments.run().await,
            Command::Backup(arguments) => arguments.run().await,
            Command::Restore(arguments) => arguments.run().await,
            Command::Doctor(arguments) => arguments.run().await,
            Command::Erase(arguments) => arguments.run().await,
            Command::Fill(arguments) => arguments.run().await,
            Command::Organiser(action) => action.run().await,
        }
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&error),
    }
}

/// One sentence on standard error: what is wrong, what to do, and why, as far as it is known.
fn complain(error: &CliError) -> ExitCode {
    let mut sentence = format!("markt: {error}");
    // The first cause that the sentence does not tell already; those behind it say the same again.
    let causes = std::iter::successors(error.source(), |cause: &&dyn Error| (*cause).source());
    if let Some(cause) = causes.map(ToString::to_string).find(|cause| !sentence.contains(cause)) {
        sentence += &format!(" ({cause})");
    }
    // There is no one left to tell.
    drop(writeln!(std::io::stderr(), "{sentence}"));
    ExitCode::FAILURE
}

/// An existing data folder, for commands beside a server.
struct Opened {
    storage: SqliteStorage,
    address: ServerAddress,
    clock: Clock,
}

impl Opened {
    /// Opens `folder`, which a server must have used before.
    fn open(folder: &Path) -> Result<Self, CliError> {
        let data = existing(folder)?;
        let storage = SqliteStorage::open(&data.database())?;
        let address = data.server_address()?.unwrap_or_else(ServerAddress::usual);
        let fixed_today = address.today.as_ref().and_then(|today| today.parse().ok());
        Ok(Self { storage, address, clock: Clock { fixed_today } })
    }

    async fn published(&self) -> Result<Published, CliError> {
        Ok(publication::stored_publication(&self.storage, self.clock).await?)
    }

    /// The market that was asked for, or the next one.
    async fn market(&self, wanted: Option<MarketKey>) -> Result<MarketKey, CliError> {
        match wanted {
            Some(market) => Ok(market),
            None => self.published().await?.next_market(&self.clock).ok_or(CliError::NoMarket),
        }
    }

    async fn close(self) -> Result<(), CliError> {
        self.storage.close().await?;
        Ok(())
    }
}

/// A data folder that a server has used; a mistyped name must not make a new one.
fn existing(folder: &Path) -> Result<DataFolder, CliError> {
    if !folder.join("markt.db").is_file() {
        return Err(CliError::NoData { folder: folder.display().to_string() });
    }
    Ok(DataFolder::open(folder)?)
}

fn parse_market(text: &str) -> Result<MarketKey, String> {
    text.parse().map_err(|_| "expected <season>/<date>, such as pankow-2026/2026-05-23".to_owned())
}

fn parse_date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "expected a date, such as 2026-05-23".to_owned())
}
