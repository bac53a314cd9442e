//! A server with a million documents: how soon it is ready, what it holds, how soon one device has its own.

use super::Part;
use super::conversation::Conversation;
use super::figure::Figure;
use super::native::{Done, PATIENCE, generator};
use crate::bench::process_figures::Process;
use crate::failure::Failure;
use crate::output;
use crate::process;
use crate::running_server::RunningServer;
use crate::workspace::Workspace;
use serde_json::json;
use std::path::Path;
use std::time::Instant;

/// Devices, contacts of each, and how long all may take: ours of DESIGN.
const DEVICES: usize = 5_000;
const CONTACTS: usize = 200;
const READY_SECONDS: f64 = 1.0;
const IDLE_MIB: f64 = 64.0;
const FIRST_SYNC_SECONDS: f64 = 1.0;

/// An organiser reads so many contacts; the connection is cut when half of them have come.
const OF_ORGANISER: usize = 100_000;

/// Measures and prints the table.
pub(super) fn million(workspace: &Workspace, binary: &Path) -> Result<Part, Failure> {
    let peers = generator(workspace)?;
    let mut part = Part { name: "million", rows: Vec::new(), figures: Vec::new() };

    let mut server = filled(workspace, binary, DEVICES, CONTACTS)?;
    let started = Instant::now();
    server.restart()?;
    server.until_healthy()?;
    let ready = started.elapsed().as_secs_f64();
    server.until_at_rest()?;
    let process = Process(server.process_id());
    let idle = process.resident_mib()?;
    let stored = DEVICES * CONTACTS;
    output::line(&format!("{stored} documents: ready in {ready:.3} s, {idle:.1} MiB at rest"));

    let address = server.ticket(["--device", "Messgerät 0"])?;
    let before = process.cpu_seconds()?;
    let done = read(&peers, &address, CONTACTS, 0)?;
    let (seconds, cpu) = (done.ms / 1000.0, process.cpu_seconds()? - before);
    output::line(&format!("  a device's first sync: {seconds:.3} s, {cpu:.2} s of processor"));
    part.rows.push(json!({
        "stored": stored,
        "ready_s": ready,
        "idle_mib": idle,
        "first_sync_s": seconds,
        "first_sync_cpu_s": cpu,
        "first_sync_documents": done.documents,
    }));
    part.figures.extend([
        Figure::new(format!("{stored} documents: seconds until ready"), ready, READY_SECONDS),
        Figure::new(format!("{stored} documents: MiB at rest"), idle, IDLE_MIB),
        Figure::new(
            format!("{stored} documents: seconds for a device's first sync"),
            seconds,
            FIRST_SYNC_SECONDS,
        ),
        Figure::missing("a device's contacts not synced", CONTACTS, done.documents),
    ]);
    drop(server);

    let server = filled(workspace, binary, OF_ORGANISER / CONTACTS, CONTACTS)?;
    let name = server.addresses["organisers"][0]["name"].as_str().unwrap_or_default().to_owned();
    let address = server.ticket(["--organiser", &name])?;
    let done = read(&peers, &address, OF_ORGANISER, OF_ORGANISER / 2)?;
    let seconds = done.ms / 1000.0;
    output::line(&format!(
        "an organiser's {OF_ORGANISER} contacts: {seconds:.1} s, cut {} time, {} bytes down, {} errors",
        done.traffic.cuts, done.traffic.received, done.traffic.errors
    ));
    part.rows.push(json!({
        "organiser_contacts": OF_ORGANISER,
        "wall_s": seconds,
        "bytes_down": done.traffic.received,
        "cuts": done.traffic.cuts,
        "errors": done.traffic.errors,
        "documents": done.documents,
    }));
    part.figures.push(Figure::missing("an organiser's resumed sync: errors", 0, done.traffic.errors));
    let missing = OF_ORGANISER.saturating_sub(done.documents);
    part.figures.push(Figure::missing("an organiser's contacts not synced", 0, missing));
    Ok(part)
}

/// A server at rest with so many documents that it has not looked at since its start.
fn filled(
    workspace: &Workspace,
    binary: &Path,
    devices: usize,
    contacts: usize,
) -> Result<RunningServer, Failure> {
    let mut server = RunningServer::start(workspace, binary)?;
    server.until_at_rest()?;
    server.fill(devices, contacts)?;
    server.restart()?;
    server.until_at_rest()?;
    Ok(server)
}

/// A fresh peer reads until it has so many contacts.
fn read(peers: &Path, address: &str, contacts: usize, cut_after: usize) -> Result<Done, Failure> {
    let mut command = process::program(&peers.to_string_lossy(), peers.parent().expect("is in a folder"));
    command.args(["read", address]).args([contacts, cut_after].map(|number| number.to_string()));
    Conversation::start(command, "the native peer", PATIENCE)?.answer()
}
