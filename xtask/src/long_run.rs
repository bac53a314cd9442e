//! `cargo xtask simulate | fuzz | kill | kill-phone | cut | axe`: what the tests do a few hundred times, many times.

use crate::build::{self, Flavour};
use crate::failure::Failure;
use crate::guided;
use crate::prerequisites;
use crate::process;
use crate::test::{ALL_FEATURES, integration, prepare_accessibility};
use crate::workspace::Workspace;
use clap::Args;
use std::process::Command;

/// Which simulated markets to run.
#[derive(Args)]
pub(crate) struct Simulation {
    /// How many
    #[arg(long, default_value_t = 10_000)]
    seeds: u64,
    /// The first one
    #[arg(long, default_value_t = 0)]
    first: u64,
    /// Only this one, and tell all that happens in it
    #[arg(long, conflicts_with_all = ["seeds", "first"])]
    seed: Option<u64>,
}

/// Runs simulated markets.
pub(crate) fn simulate(workspace: &Workspace, simulation: &Simulation) -> Result<(), Failure> {
    let mut variables = vec![("MARKT_SEEDS", simulation.seeds), ("MARKT_FIRST_SEED", simulation.first)];
    variables.extend(simulation.seed.map(|seed| ("MARKT_SEED", seed)));
    run(workspace, "convergence", &variables)
}

/// How much to fuzz.
#[derive(Args)]
pub(crate) struct Fuzzing {
    /// How many mutated messages the server gets
    #[arg(long, default_value_t = 1_000_000)]
    messages: u64,
    /// Where chance begins
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Instead, let coverage guide the damage: frame, vetting, document or import; without a name all
    #[arg(long, value_name = "TARGET", num_args = 0..=1, conflicts_with_all = ["messages", "seed"])]
    guided: Option<Option<String>>,
    /// How long a guided run takes for each target
    #[arg(long, default_value_t = 300, requires = "guided")]
    seconds: u64,
}

/// Sends mutated messages to the server's core, or guided input to one of four targets.
pub(crate) fn fuzz(workspace: &Workspace, fuzzing: &Fuzzing) -> Result<(), Failure> {
    match &fuzzing.guided {
        Some(target) => guided::run(workspace, target.as_deref(), fuzzing.seconds),
        None => {
            let variables = [("MARKT_MESSAGES", fuzzing.messages), ("MARKT_SEED", fuzzing.seed)];
            run(workspace, "fuzzing", &variables)
        }
    }
}

/// How often the server is killed.
#[derive(Args)]
pub(crate) struct Kills {
    /// How often
    #[arg(long, default_value_t = 1_000)]
    cycles: u64,
    /// Where chance begins; each 25 kills take one more
    #[arg(long, default_value_t = 0)]
    seed: u64,
}

/// Kills a real server in mid-sync, again and again.
pub(crate) fn kill(workspace: &Workspace, kills: &Kills) -> Result<(), Failure> {
    build::build(workspace, Flavour::Release)?;
    let mut command = integration(workspace, "durability");
    command.args(["--", "--nocapture"]);
    with(&mut command, &[("MARKT_KILLS", kills.cycles), ("MARKT_SEED", kills.seed)])
}

/// How often a phone's browser is killed.
#[derive(Args)]
pub(crate) struct PhoneKills {
    /// How often each: while a contact is written, and while it is saved
    #[arg(long, default_value_t = 200)]
    cycles: u64,
}

/// Kills a real browser while a contact is written and saved, again and again.
pub(crate) fn kill_phone(workspace: &Workspace, kills: &PhoneKills) -> Result<(), Failure> {
    prerequisites::chromium(workspace)?;
    build::build(workspace, Flavour::Release)?;
    let mut command = integration(workspace, "journeys");
    command.args(["--", "--nocapture", "a_killed_browser"]);
    with(&mut command, &[("MARKT_PHONE_KILLS", kills.cycles)])
}

/// How often the power is cut.
#[derive(Args)]
pub(crate) struct Cuts {
    /// How often; each world has ten
    #[arg(long, default_value_t = 1_000)]
    cuts: u64,
    /// Only the world of this seed
    #[arg(long)]
    seed: Option<u64>,
}

/// Runs the server's core on a disk that loses what was not synced.
pub(crate) fn cut(workspace: &Workspace, cuts: &Cuts) -> Result<(), Failure> {
    let mut command = process::cargo(workspace);
    command.args(["test", "--quiet", "--workspace"]).args(ALL_FEATURES).args(["--lib", "power_cuts"]);
    command.args(["--", "--nocapture"]);
    let mut variables = vec![("MARKT_CUTS", cuts.cuts)];
    variables.extend(cuts.seed.map(|seed| ("MARKT_SEED", seed)));
    with(&mut command, &variables)
}

/// Which screens to look at.
#[derive(Args)]
pub(crate) struct Looks {
    /// Only those whose name contains this, such as "list" or "desk: contact"
    #[arg(long, default_value = "")]
    screen: String,
}

/// Looks at every screen in all languages, colours and sizes.
pub(crate) fn axe(workspace: &Workspace, looks: &Looks) -> Result<(), Failure> {
    prepare_accessibility(workspace)?;
    build::build(workspace, Flavour::Release)?;
    let mut command = integration(workspace, "accessibility");
    command.args(["--", "--nocapture", "--test-threads=2", "every_screen"]);
    process::run(command.env("MARKT_ALL_VIEWS", "1").env("MARKT_ONLY_SCREEN", &looks.screen))
}

/// Runs one test program of the `tests` package, and shows the figures that it writes.
fn run(workspace: &Workspace, target: &str, variables: &[(&str, u64)]) -> Result<(), Failure> {
    let mut command = process::cargo(workspace);
    command.args(["test", "--quiet", "--workspace"]).args(ALL_FEATURES).args(["--test", target]);
    // The core in the tests' profile would take several times as long.
    command.args(["--config", "profile.dev.package.shared.opt-level=3"]);
    command.args(["--", "--nocapture", "--test-threads=1"]);
    with(&mut command, variables)
}

fn with(command: &mut Command, variables: &[(&str, u64)]) -> Result<(), Failure> {
    process::run(command.envs(variables.iter().map(|(name, value)| (name, value.to_string()))))
}
