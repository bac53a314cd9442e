//! `cargo xtask build`: client and server into one binary.
//!
//! Client and server are built by separate cargo calls: in one call cargo would unify their features, and the
//! page renderer would end up in the wasm that phones download.

pub(crate) mod assets;
pub(crate) mod compress;
mod function_order;
mod import_names;
mod small_yew;
mod start;
mod style;
pub(crate) mod wasm;

use crate::failure::Failure;
use crate::output::Progress;
use crate::prerequisites;
use crate::process;
use crate::workspace::Workspace;
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

/// What a build is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// To be delivered: small, compressed, embedded.
    Release,
    /// To be tried at once: built fast, read from the folder.
    Development,
}

/// Where a finished build is.
pub(crate) struct Built {
    /// The server's binary.
    pub(crate) binary: PathBuf,
    /// The folder of the client's files.
    pub(crate) site: PathBuf,
}

impl Flavour {
    /// The folder that receives the finished files.
    fn folder(self, workspace: &Workspace) -> PathBuf {
        workspace.target.join(match self {
            Flavour::Release => "dist",
            Flavour::Development => "dist-dev",
        })
    }
}

/// Where the build of this flavour is, or would be.
pub(crate) fn location(workspace: &Workspace, flavour: Flavour) -> Built {
    let folder = flavour.folder(workspace);
    Built { binary: folder.join("markt"), site: folder.join("site") }
}

/// Builds everything.
pub(crate) fn build(workspace: &Workspace, flavour: Flavour) -> Result<Built, Failure> {
    prerequisites::disk_space(workspace)?;
    let built = location(workspace, flavour);
    let mut progress = Progress::new(3 + wasm::App::ALL.len());
    progress.step("compiler target for the browser", || match flavour {
        Flavour::Release => prerequisites::wasm_target(workspace)
            .and_then(|()| prerequisites::standard_library_source(workspace)),
        Flavour::Development => prerequisites::wasm_target(workspace),
    })?;
    let mut modules = Vec::new();
    for app in wasm::App::ALL {
        let build = || wasm::build(workspace, flavour, app, &flavour.folder(workspace));
        modules.push(progress.step(app.describe(), build)?);
    }
    progress.step("styles, texts, hashes, service workers, compression", || {
        assets::assemble(workspace, flavour, &built.site, modules)
    })?;
    progress.step("server", || server(workspace, flavour, &built))?;
    Ok(built)
}

fn server(workspace: &Workspace, flavour: Flavour, built: &Built) -> Result<(), Failure> {
    let mut command = process::cargo(workspace);
    command.args(["build", "--package", "server", "--bin", "markt"]);
    if flavour == Flavour::Release {
        command.arg("--release").env("MARKT_SITE", &built.site);
    }
    let messages = cargo_messages(&mut command)?;
    let executable = messages
        .iter()
        .filter(|message| message["target"]["name"] == "markt")
        .find_map(|message| message["executable"].as_str())
        .ok_or(Failure::NoArtifact { what: "server binary" })?;
    // A running binary cannot be written to, but it can be replaced.
    let fresh = built.binary.with_extension("new");
    std::fs::copy(executable, &fresh).map_err(Failure::file("write", &fresh))?;
    std::fs::rename(&fresh, &built.binary).map_err(Failure::file("replace", &built.binary))
}

/// Runs a cargo build and gives back its messages; its progress goes to the terminal.
fn cargo_messages(command: &mut Command) -> Result<Vec<Value>, Failure> {
    let mut messages = Vec::new();
    command.arg("--message-format=json-render-diagnostics");
    process::run_reading_lines(command, |line| {
        if let Ok(message) = serde_json::from_str(line) {
            messages.push(message);
        }
    })?;
    Ok(messages)
}
