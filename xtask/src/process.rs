//! Running other programs.

use crate::failure::Failure;
use crate::workspace::Workspace;
use std::ffi::OsString;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// How many of its last lines of a silent command that failed are shown.
const LAST_WORDS: usize = 8;

/// A `cargo` command in the project's folder, with the cargo that runs this tool.
pub(crate) fn cargo(workspace: &Workspace) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command.current_dir(&workspace.root);
    command
}

/// Any other program, in the given folder.
pub(crate) fn program(name: &str, folder: &Path) -> Command {
    let mut command = Command::new(name);
    command.current_dir(folder);
    command
}

/// Runs a command to its end; what it says goes to the terminal.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|source| could_not_start(command, source))?;
    if status.success() { Ok(()) } else { Err(failed(command, &status.to_string())) }
}

/// Runs a command and gives each line of its standard output to `line`.
/// Standard error goes to the terminal.
pub(crate) fn run_reading_lines(command: &mut Command, mut line: impl FnMut(&str)) -> Result<(), Failure> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|source| could_not_start(command, source))?;
    let stdout = child.stdout.take().expect("standard output was asked for");
    for read in BufReader::new(stdout).split(b'\n') {
        let read = read.map_err(|source| could_not_start(command, source))?;
        line(&String::from_utf8_lossy(&read));
    }
    let status = child.wait().map_err(|source| could_not_start(command, source))?;
    if status.success() { Ok(()) } else { Err(failed(command, &status.to_string())) }
}

/// Runs a command silently and gives back its standard output; what it said last is part of the failure.
pub(crate) fn output_of(command: &mut Command) -> Result<String, Failure> {
    let output = command.stdin(Stdio::null()).output().map_err(|source| could_not_start(command, source))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        let last: Vec<&str> = said.lines().rev().take(LAST_WORDS).collect();
        let last: Vec<&str> = last.into_iter().rev().collect();
        Err(failed(command, &format!("{}\n{}", output.status, last.join("\n"))))
    }
}

/// A failure that says which command could not be started.
pub(crate) fn could_not_start(command: &Command, source: std::io::Error) -> Failure {
    Failure::Start { command: words(command), source }
}

fn failed(command: &Command, status: &str) -> Failure {
    Failure::Command { command: words(command), status: status.to_owned() }
}

/// The command as one would type it.
fn words(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut text = program.file_name().unwrap_or(command.get_program()).to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}
