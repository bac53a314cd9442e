//! A program that generates load, in a process of its own: it says one line of JSON for each step.

use crate::bench::process_figures::Process;
use crate::failure::Failure;
use crate::process;
use serde::de::DeserializeOwned;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
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

    /// Its next answer; if it takes too long, or ends before, there is none.
    pub(super) fn answer<T: DeserializeOwned>(&mut self) -> Result<T, Failure> {
        let line = self.lines.recv_timeout(self.patience).map_err(|missing| {
            let problem = match missing {
                RecvTimeoutError::Timeout => format!("did not finish in {} s", self.patience.as_secs()),
                RecvTimeoutError::Disconnected => self.how_it_ended(),
            };
            self.unexpected(&problem)
        })?;
        serde_json::from_str(&line).map_err(|error| self.unexpected(&error.to_string()))
    }

    /// It has closed its output, so it is ending, if it has not ended already.
    fn how_it_ended(&mut self) -> String {
        match self.child.wait() {
            Ok(status) => format!("ended without an answer ({status})"),
            Err(error) => format!("ended without an answer ({error})"),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generator_that_dies_is_noticed_at_once() {
        let mut dies = Command::new("sh");
        dies.args(["-c", "echo 1; read line; kill -9 $$"]);
        let patience = Duration::from_secs(3_600);
        let mut conversation =
            Conversation::start(dies, "the generator", patience).expect("there is a shell");
        assert_eq!(conversation.answer::<u32>().expect("it speaks"), 1);
        conversation.say("go").expect("it listens");
        let problem = conversation.answer::<u32>().expect_err("it is dead").to_string();
        assert!(problem.contains("ended without an answer (signal: 9"), "{problem}");
    }
}
