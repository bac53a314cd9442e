//! The core that phones run, 500 times, all at once.

use super::Part;
use super::conversation::Conversation;
use super::figure::Figure;
use crate::bench::process_figures::Process;
use crate::failure::Failure;
use crate::output;
use crate::process;
use crate::running_server::RunningServer;
use crate::workspace::Workspace;
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The running market of the example.
const MARKET: &str = "pankow-2026/2026-05-23";

/// A load that is not done by then is not going to be; the peers give up a little earlier.
pub(super) const PATIENCE: Duration = Duration::from_secs(600);

/// Within this all is acknowledged.
const WALL_SECONDS: f64 = 60.0;
/// Of the server's processor, for each contact.
const CPU_MS: f64 = 0.6;
const PEAK_MIB: f64 = 256.0;

/// So many phones hand over so many contacts each; `cut` of a hundred lose their connection once.
#[derive(Clone, Copy, Debug)]
struct Load {
    phones: usize,
    contacts: usize,
    cut: usize,
}

const LOADS: [Load; 4] = [
    Load { phones: 500, contacts: 40, cut: 0 },
    Load { phones: 500, contacts: 40, cut: 20 },
    Load { phones: 500, contacts: 200, cut: 0 },
    Load { phones: 500, contacts: 200, cut: 20 },
];

/// The names and public keys of the phones, as `markt ticket` takes them.
#[derive(Deserialize)]
struct Names {
    devices: Vec<String>,
}

/// What a generator says at the end.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Done {
    pub(super) ms: f64,
    pub(super) documents: usize,
    pub(super) traffic: Traffic,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Traffic {
    pub(super) sent: u64,
    pub(super) received: u64,
    pub(super) errors: usize,
    /// What they were, and how often.
    pub(super) what: Value,
    pub(super) cuts: usize,
}

struct Row {
    load: Load,
    done: Done,
    server_cpu_seconds: f64,
    generator_cpu_seconds: f64,
    peak_mib: f64,
}

/// Builds the generator.
pub(super) fn generator(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let mut command = process::cargo(workspace);
    process::run(command.args(["build", "--quiet", "--release", "--package", "peers"]))?;
    Ok(workspace.target.join("release/peers"))
}

/// Measures and prints the table.
pub(super) fn native(workspace: &Workspace, binary: &Path) -> Result<Part, Failure> {
    let peers = generator(workspace)?;
    let mut server = RunningServer::start(workspace, binary)?;
    let mut part = Part { name: "native", rows: Vec::new(), figures: Vec::new() };
    for (seed, load) in LOADS.into_iter().enumerate() {
        let row = measure(&mut server, &peers, load, seed)?;
        output::line(&row.to_string());
        part.rows.push(row.to_json());
        part.figures.extend(row.figures());
    }
    Ok(part)
}

fn measure(server: &mut RunningServer, peers: &Path, load: Load, seed: usize) -> Result<Row, Failure> {
    // What was done before is no longer in memory.
    server.restart()?;
    let mut command = process::program(&peers.to_string_lossy(), peers.parent().expect("is in a folder"));
    let Load { phones, contacts, cut } = load;
    command.arg("record").args([phones, contacts, cut, seed].map(|number| number.to_string())).arg(MARKET);
    let mut generator = Conversation::start(command, "the native peers", PATIENCE)?;
    let names: Names = generator.answer()?;
    generator.say(&server.tickets(&names.devices)?)?;
    let _ready: Value = generator.answer()?;
    server.until_at_rest()?;

    let process = Process(server.process_id());
    process.reset_peak()?;
    let (server_before, generator_before) = (process.cpu_seconds()?, generator.process().cpu_seconds()?);
    generator.say("go")?;
    let done: Done = generator.answer()?;
    Ok(Row {
        load,
        done,
        server_cpu_seconds: process.cpu_seconds()? - server_before,
        generator_cpu_seconds: generator.process().cpu_seconds()? - generator_before,
        peak_mib: process.peak_mib()?,
    })
}

impl Row {
    fn cpu_ms_per_contact(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a number of contacts is far below 2^52")]
        let contacts = self.done.documents.max(1) as f64;
        self.server_cpu_seconds * 1000.0 / contacts
    }

    fn figures(&self) -> Vec<Figure> {
        let Load { phones, contacts, cut } = self.load;
        let load = format!("native peers, {phones} × {contacts}, {cut} % cut");
        let errors = self.done.traffic.errors;
        let mut figures = vec![
            Figure::missing(
                format!("{load}: contacts not acknowledged"),
                phones * contacts,
                self.done.documents,
            ),
            Figure::missing(format!("{load}: errors"), 0, errors),
            Figure::missing(format!("{load}: cuts left out"), phones * cut / 100, self.done.traffic.cuts),
            Figure::new(format!("{load}: MiB at the peak"), self.peak_mib, PEAK_MIB),
        ];
        if contacts == 40 {
            figures.push(Figure::new(format!("{load}: seconds"), self.done.ms / 1000.0, WALL_SECONDS));
            let cpu = self.cpu_ms_per_contact();
            figures.push(Figure::new(format!("{load}: ms of processor per contact"), cpu, CPU_MS));
        }
        figures
    }

    fn to_json(&self) -> Value {
        json!({
            "phones": self.load.phones,
            "contacts_each": self.load.contacts,
            "cut_percent": self.load.cut,
            "wall_s": self.done.ms / 1000.0,
            "server_cpu_s": self.server_cpu_seconds,
            "server_cpu_ms_per_contact": self.cpu_ms_per_contact(),
            "generator_cpu_s": self.generator_cpu_seconds,
            "peak_mib": self.peak_mib,
            "bytes_up": self.done.traffic.sent,
            "bytes_down": self.done.traffic.received,
            "cuts": self.done.traffic.cuts,
            "errors": self.done.traffic.errors,
            "what_errors": self.done.traffic.what,
            "documents": self.done.documents,
        })
    }
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Load { phones, contacts, cut } = self.load;
        writeln!(f, "{phones} × {contacts} contacts, native peers, {cut} % cut")?;
        write!(
            f,
            "  {:7.2} s wall  {:6.2} s CPU ({:.3} ms per contact; generator {:6.2} s)  {:6.1} MiB  {:9} bytes up  \
             {:9} bytes down  {} documents  {} errors  {} cuts",
            self.done.ms / 1000.0,
            self.server_cpu_seconds,
            self.cpu_ms_per_contact(),
            self.generator_cpu_seconds,
            self.peak_mib,
            self.done.traffic.sent,
            self.done.traffic.received,
            self.done.documents,
            self.done.traffic.errors,
            self.done.traffic.cuts,
        )?;
        if self.done.traffic.errors > 0 {
            write!(f, "\n  {}", self.done.traffic.what)?;
        }
        Ok(())
    }
}
