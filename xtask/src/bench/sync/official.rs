//! Official clients on this server and on the reference, in one run.

use super::Part;
use super::clients::{self, Pulled, Pushed};
use super::comparison::{Row, figures, row_json};
use super::contestant::Contestant;
use crate::bench::process_figures::Process;
use crate::failure::Failure;
use crate::output;
use crate::prerequisites;
use crate::workspace::Workspace;
use std::path::Path;

/// How many clients push how many documents each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Load {
    pub(super) clients: usize,
    pub(super) documents: usize,
    /// Whether our figures must be a part of the reference's; otherwise it must just go well.
    pub(super) compared: bool,
}

const LOADS: [Load; 2] = [
    Load { clients: 20, documents: 50, compared: true },
    Load { clients: 100, documents: 50, compared: false },
];

/// Measures and prints the table.
pub(super) fn official(workspace: &Workspace, binary: &Path) -> Result<Part, Failure> {
    prerequisites::node(workspace)?;
    let folder = workspace.root.join("tests/bench");
    prerequisites::npm_packages(&folder)?;
    let mut rows = Vec::new();
    for load in LOADS {
        for start in [Contestant::reference, Contestant::ours] {
            let mut contestant = start(workspace, binary, &folder)?;
            let row = measure(&mut contestant, load, &folder);
            output::line(&row.to_string());
            rows.push(row);
        }
    }
    Ok(Part { name: "official", rows: rows.iter().map(row_json).collect(), figures: figures(&rows) })
}

/// One contestant under one load. One that does not finish has a row that says so.
fn measure(contestant: &mut Contestant, load: Load, folder: &Path) -> Row {
    let (push, pushed) = match push(contestant, load, folder) {
        Ok((figures, pushed)) => (Ok(figures), pushed),
        Err(failure) => (Err(failure.to_string()), Vec::new()),
    };
    let pull = match push {
        Ok(_) => pull(contestant, &pushed, folder).map_err(|failure| failure.to_string()),
        Err(_) => Err("nothing was pushed".to_owned()),
    };
    Row { server: contestant.name(), load, push, pull }
}

/// What one phase took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figures {
    pub(super) wall_seconds: f64,
    pub(super) cpu_seconds: f64,
    pub(super) peak_mib: f64,
    pub(super) sent_bytes: u64,
    pub(super) received_bytes: u64,
    /// Documents that were acknowledged, or pulled and found whole.
    pub(super) documents: usize,
}

type Wanted = Vec<(String, String)>;

fn push(contestant: &mut Contestant, load: Load, folder: &Path) -> Result<(Figures, Wanted), Failure> {
    // What starting for the first time cost is not part of the work.
    contestant.restart()?;
    let addresses = contestant.addresses(load.clients)?;
    let ready = clients::push(folder, load.documents, &addresses)?;
    let process = Process(contestant.process_id());
    process.reset_peak()?;
    let before = process.cpu_seconds()?;
    let Pushed { ms, pushed, sent, received } = ready.go()?;
    let figures = Figures {
        wall_seconds: ms / 1000.0,
        cpu_seconds: process.cpu_seconds()? - before,
        peak_mib: process.peak_mib()?,
        sent_bytes: sent,
        received_bytes: received,
        documents: pushed.len(),
    };
    Ok((figures, pushed))
}

/// A fresh client fetches everything from a server that has just started.
fn pull(contestant: &mut Contestant, wanted: &Wanted, folder: &Path) -> Result<Figures, Failure> {
    contestant.wait_until_written(wanted.iter().map(|(id, _)| id.as_str()))?;
    contestant.restart()?;
    let address = contestant.address_of_all()?;
    let process = Process(contestant.process_id());
    process.reset_peak()?;
    let before = process.cpu_seconds()?;
    let Pulled { ms, verified, sent, received } = clients::pull(folder, &address, wanted)?;
    Ok(Figures {
        wall_seconds: ms / 1000.0,
        cpu_seconds: process.cpu_seconds()? - before,
        peak_mib: process.peak_mib()?,
        sent_bytes: sent,
        received_bytes: received,
        documents: verified,
    })
}
