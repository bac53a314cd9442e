//! The only build and check tool of the project: `cargo xtask build | serve | test | simulate |
//! fuzz | kill | kill-phone | cut | axe | bench`.
//!
//! It knows how the pieces are put together, not what they do: it imports none of them.

mod bench;
mod build;
mod failure;
mod guided;
mod long_run;
mod output;
mod prerequisites;
mod process;
mod running_server;
mod serve;
mod test;
mod tidy;
mod workspace;

use clap::{Parser, Subcommand};
use failure::Failure;
use std::process::ExitCode;
use workspace::Workspace;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, serves, checks and measures the Markt der Möglichkeiten")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the two apps and the server into one binary, target/dist/markt
    Build {
        /// Faster to build, larger and slower to run; goes to target/dist-dev
        #[arg(long)]
        dev: bool,
    },
    /// Build what changed and run the example market on this machine
    Serve(serve::ServeOptions),
    /// Run everything that CI runs
    Test {
        /// Run this step only
        #[arg(long, value_enum)]
        only: Option<test::Step>,
    },
    /// Run many simulated markets, through all that can go wrong between phones and server
    Simulate(long_run::Simulation),
    /// Send many mutated messages to the server's core, or let coverage guide them
    Fuzz(long_run::Fuzzing),
    /// Kill a real server in mid-sync, many times
    Kill(long_run::Kills),
    /// Kill a real browser while a contact is written and saved, many times
    KillPhone(long_run::PhoneKills),
    /// Run the server's core on a disk that loses what was not synced, fills up and fails
    Cut(long_run::Cuts),
    /// Look at every screen in every language, colours and size, by axe-core and the rules of the project
    Axe(long_run::Looks),
    /// Measure
    Bench {
        #[command(subcommand)]
        what: bench::Bench,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let workspace = Workspace::locate();
    match run(&workspace, arguments.command) {
        Ok(code) => code,
        Err(failure) => {
            output::error(&failure);
            ExitCode::FAILURE
        }
    }
}

fn run(workspace: &Workspace, command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Build { dev } => {
            let flavour = if dev { build::Flavour::Development } else { build::Flavour::Release };
            let built = build::build(workspace, flavour)?;
            output::line(&format!("built {}", built.binary.display()));
        }
        Command::Serve(options) => serve::serve(workspace, &options)?,
        Command::Test { only } => return test::test(workspace, only),
        Command::Simulate(simulation) => long_run::simulate(workspace, &simulation)?,
        Command::Fuzz(fuzzing) => long_run::fuzz(workspace, &fuzzing)?,
        Command::Kill(kills) => long_run::kill(workspace, &kills)?,
        Command::KillPhone(kills) => long_run::kill_phone(workspace, &kills)?,
        Command::Cut(cuts) => long_run::cut(workspace, &cuts)?,
        Command::Axe(looks) => long_run::axe(workspace, &looks)?,
        Command::Bench { what } => bench::bench(workspace, what)?,
    }
    Ok(ExitCode::SUCCESS)
}
