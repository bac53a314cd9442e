//! `cargo xtask bench`: figures of DESIGN that a machine can check.

mod page;
mod process_figures;
mod record;
mod search;
mod size;
mod sync;

use crate::build::{self, Flavour};
use crate::failure::Failure;
use crate::workspace::Workspace;
use clap::Subcommand;

pub(crate) use size::size;

/// What can be measured.
#[derive(Subcommand)]
pub(crate) enum Bench {
    /// Brotli bytes of each app's first visit, file by file
    Size,
    /// Lighthouse for a phone on the visitor app's catalog
    Page,
    /// How soon a phone shows what is typed, among 300, 1,000 and 10,000 offers
    Search,
    /// Taps and seconds to record a contact, and how soon a slow phone has saved it
    Record,
    /// Official clients against this server and the reference, native peers in numbers, a million documents
    Sync(sync::SyncOptions),
}

/// Builds what is delivered, and measures it: figures of an older build would say nothing.
pub(crate) fn bench(workspace: &Workspace, what: Bench) -> Result<(), Failure> {
    build::build(workspace, Flavour::Release)?;
    match what {
        Bench::Size => size(workspace),
        Bench::Page => page::page(workspace),
        Bench::Search => search::search(workspace),
        Bench::Record => record::record(workspace),
        Bench::Sync(options) => sync::sync(workspace, &options),
    }
}
