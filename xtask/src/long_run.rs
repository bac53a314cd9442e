//! `cargo xtask simulate | fuzz`: what the tests do with a few hundred seeds, with many.

use crate::failure::Failure;
use crate::process;
use crate::test::ALL_FEATURES;
use crate::workspace::Workspace;
use clap::Args;

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
}

/// Sends mutated messages to the server's core.
pub(crate) fn fuzz(workspace: &Workspace, fuzzing: &Fuzzing) -> Result<(), Failure> {
    run(workspace, "fuzzing", &[("MARKT_MESSAGES", fuzzing.messages), ("MARKT_SEED", fuzzing.seed)])
}

/// Runs one test program of the `tests` package, and shows the figures that it writes.
fn run(workspace: &Workspace, target: &str, variables: &[(&str, u64)]) -> Result<(), Failure> {
    let mut command = process::cargo(workspace);
    command.args(["test", "--quiet", "--workspace"]).args(ALL_FEATURES).args(["--test", target]);
    // The core in the tests' profile would take several times as long.
    command.args(["--config", "profile.dev.package.shared.opt-level=3"]);
    command.args(["--", "--nocapture", "--test-threads=1"]);
    command.envs(variables.iter().map(|(name, value)| (name, value.to_string())));
    process::run(&mut command)
}
