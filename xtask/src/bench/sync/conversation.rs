//! A program that generates load, in a process of its own: it says one line of JSON for each step.

use crate::bench::process_figures::Process;
use crate::failure::Failure;
use crate::process;
use serde::de::DeserializeOwned;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

pub(super) struct Conversation {
    child: Child,
    input: ChildStdin,
    lines: Receiver<String>,
    what: &'static str,
    patience: Duration,
}

impl Conversation {
    /// Starts it; a step that is not done after `patience` is not going to be.
    pub(super) fn start(
        mut command: Command,
        what: &'static str,
        patience: Duration,
    ) -> Result<Conversation, Failure> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|source| process::could_not_start(&command, source))?;
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
        Ok(Conversation { child, input, lines, what, patience })
    }

    /// Its process.
    pub(super) fn process(&self) -> Process {
        Process(self.child.id())
    }

    pub(super) fn say(&mut self, line: &str) -> Result<(), Failure> {
        writeln!(self.input, "{line}").map_err(|source| self.unexpected(&source.to_string()))
    }

    pub(super) fn answer<T: DeserializeOwned>(&mut self) -> Result<T, Failure> {
        let line = self
            .lines
            .recv_timeout(self.patience)
            .map_err(|_| self.unexpected(&format!("no answer within {} s", self.patience.as_secs())))?;
        serde_json::from_str(&line).map_err(|error| self.unexpected(&error.to_string()))
    }

    fn unexpected(&self, problem: &str) -> Failure {
        Failure::Unexpected { what: self.what.to_owned(), problem: problem.to_owned() }
    }
}

impl Drop for Conversation {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}
