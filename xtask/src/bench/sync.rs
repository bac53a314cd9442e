//! `cargo xtask bench sync`: what syncing costs the server.

mod clients;
mod comparison;
mod contestant;
mod conversation;
mod figure;
mod million;
mod native;
mod official;

use self::figure::Figure;
use crate::build::{self, Flavour};
use crate::failure::Failure;
use crate::output;
use crate::workspace::Workspace;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

/// What to measure.
#[derive(Args)]
pub(crate) struct SyncOptions {
    /// Measure this part only
    #[arg(long, value_enum)]
    only: Option<PartName>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum PartName {
    /// The official JavaScript clients, on this server and on the reference
    Official,
    /// The core that phones run: 500 at once, with and without connections that are cut
    Native,
    /// A server with a million documents
    Million,
}

/// A part that was measured.
struct Part {
    name: &'static str,
    rows: Vec<Value>,
    figures: Vec<Figure>,
}

/// Measures, prints tables, writes `target/bench/sync.json`, and fails when a figure is missed.
pub(crate) fn sync(workspace: &Workspace, options: &SyncOptions) -> Result<(), Failure> {
    let binary = build::location(workspace, Flavour::Release).binary;
    let wanted = |part: PartName| options.only.is_none_or(|only| only == part);
    let mut parts = Vec::new();
    if wanted(PartName::Official) {
        parts.push(official::official(workspace, &binary)?);
    }
    if wanted(PartName::Native) {
        parts.push(native::native(workspace, &binary)?);
    }
    if wanted(PartName::Million) {
        parts.push(million::million(workspace, &binary)?);
    }
    for figure in parts.iter().flat_map(|part| &part.figures) {
        output::line(&figure.to_string());
    }
    write(workspace, &parts)?;
    let missed: Vec<String> = parts
        .iter()
        .flat_map(|part| &part.figures)
        .filter(|figure| !figure.is_reached())
        .map(ToString::to_string)
        .collect();
    if missed.is_empty() { Ok(()) } else { Err(Failure::Limit(missed.join("; "))) }
}

fn write(workspace: &Workspace, parts: &[Part]) -> Result<(), Failure> {
    let path = workspace.target.join("bench/sync.json");
    let folder = path.parent().expect("a file is in a folder");
    std::fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
    let parts: serde_json::Map<String, Value> = parts
        .iter()
        .map(|part| {
            let figures: Vec<Value> = part.figures.iter().map(Figure::to_json).collect();
            (part.name.to_owned(), json!({ "rows": part.rows, "figures": figures }))
        })
        .collect();
    let text = format!("{:#}\n", json!({ "sync": parts }));
    std::fs::write(&path, text).map_err(Failure::file("write", &path))
}
