//! The official clients, in a Node process of their own.

use crate::failure::Failure;
use crate::process;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// A load that is not done by then is not going to be.
const PATIENCE: Duration = Duration::from_secs(180);

/// What pushing took, by the clients' clock.
#[derive(Debug, Deserialize)]
pub(super) struct Pushed {
    pub(super) ms: f64,
    /// Id and head of each document.
    pub(super) pushed: Vec<(String, String)>,
    pub(super) sent: u64,
    pub(super) received: u64,
}

/// What pulling took.
#[derive(Debug, Deserialize)]
pub(super) struct Pulled {
    pub(super) ms: f64,
    /// Documents that came whole.
    pub(super) verified: usize,
    pub(super) sent: u64,
    pub(super) received: u64,
}

/// Clients with their documents made, before they connect.
pub(super) struct Ready(Clients);

/// Makes clients, one for each address, with so many documents each.
pub(super) fn push(folder: &Path, documents: usize, addresses: &[String]) -> Result<Ready, Failure> {
    let mut arguments = vec!["push".to_owned(), documents.to_string()];
    arguments.extend_from_slice(addresses);
    let mut clients = Clients::start(folder, &arguments)?;
    let _ready: serde_json::Value = clients.answer()?;
    Ok(Ready(clients))
}

impl Ready {
    /// Lets all connect at once and waits until everything is acknowledged.
    pub(super) fn go(mut self) -> Result<Pushed, Failure> {
        self.0.say("go")?;
        self.0.answer()
    }
}

/// A fresh client fetches documents until each is at its head.
pub(super) fn pull(folder: &Path, address: &str, wanted: &[(String, String)]) -> Result<Pulled, Failure> {
    let mut clients = Clients::start(folder, &["pull".to_owned(), address.to_owned()])?;
    let wanted = serde_json::to_string(wanted).expect("text always serialises");
    clients.say(&wanted)?;
    clients.answer()
}

struct Clients {
    child: Child,
    input: ChildStdin,
    lines: Receiver<String>,
}

impl Clients {
    fn start(folder: &Path, arguments: &[String]) -> Result<Clients, Failure> {
        let mut node = process::program("node", folder);
        node.arg("clients.mjs").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = node.spawn().map_err(|source| process::could_not_start(&node, source))?;
        let input = child.stdin.take().expect("standard input was asked for");
        let stdout = child.stdout.take().expect("standard output was asked for");
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                // Nobody waits any more: then there is nothing left to read for.
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Clients { child, input, lines })
    }

    fn say(&mut self, line: &str) -> Result<(), Failure> {
        writeln!(self.input, "{line}").map_err(|source| unexpected(&source.to_string()))
    }

    fn answer<T: DeserializeOwned>(&mut self) -> Result<T, Failure> {
        let line = self
            .lines
            .recv_timeout(PATIENCE)
            .map_err(|_| unexpected(&format!("no answer within {} s", PATIENCE.as_secs())))?;
        serde_json::from_str(&line).map_err(|error| unexpected(&error.to_string()))
    }
}

impl Drop for Clients {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

fn unexpected(problem: &str) -> Failure {
    Failure::Unexpected { what: "the official clients".to_owned(), problem: problem.to_owned() }
}
