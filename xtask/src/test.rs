//! `cargo xtask test`: all that CI runs, in the order in which a mistake is found soonest.
//!
//! Every cargo call on the host uses the same packages and features, so that nothing is compiled twice.

use crate::bench;
use crate::build::{self, Flavour, wasm::App};
use crate::failure::Failure;
use crate::output::{self, seconds};
use crate::prerequisites;
use crate::process;
use crate::tidy;
use crate::workspace::Workspace;
use clap::ValueEnum;
use std::process::{Command, ExitCode};
use std::time::Instant;

/// The features that make the host compile all apps besides the page renderer.
pub(crate) const ALL_FEATURES: [&str; 2] = ["--features", "client/about,client/list,client/ask,client/team"];

/// Journeys about what Chromium alone does: it offers to put a page on the home screen.
const ONLY_CHROMIUM: [&str; 1] = ["who_is_offered_the_home_screen_early_can_take_it_later"];

/// Journeys that `WebKit`'s driver cannot go: it forgets all that was stored when its browser ends.
const BEYOND_WEBKIT: [&str; 6] = [
    "a_request_waits_for_the_network_is_read_and_taken_back",
    "a_list_is_kept_offline_shared_and_erased",
    "the_chosen_language_is_remembered_also_without_a_network",
    "what_is_recorded_offline_reaches_the_organisers_and_nobody_else",
    "an_update_and_erasing_in_the_visitor_app_leave_unsent_contacts_alone",
    "a_visitor_searches_and_saves_without_a_network_after_a_restart",
];

/// One part of the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// Formatting
    Format,
    /// The project's own rules
    Tidy,
    /// Lints, compiled for this machine
    Lint,
    /// Lints of both apps, compiled for the browser
    LintBrowser,
    /// Documentation
    Docs,
    /// Unit tests
    Unit,
    /// Simulated markets
    Convergence,
    /// Hostile input
    Fuzzing,
    /// Whether people find what they look for
    Search,
    /// The finished binary
    Build,
    /// What a first visit transfers
    Size,
    /// A real server with native peers
    Sync,
    /// A real server that is killed in mid-sync
    Durability,
    /// The official JavaScript client
    Interop,
    /// Chromium, the engine of most Android phones
    Journeys,
    /// Firefox
    Firefox,
    /// `WebKit`, the engine of iPhones
    Webkit,
    /// Whether everyone can use every screen, also by keyboard alone
    Accessibility,
}

/// What a step counted.
#[derive(Clone, Copy, Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Step {
    const ALL: [Step; 18] = [
        Step::Format,
        Step::Tidy,
        Step::Lint,
        Step::LintBrowser,
        Step::Docs,
        Step::Unit,
        Step::Convergence,
        Step::Fuzzing,
        Step::Search,
        Step::Build,
        Step::Size,
        Step::Sync,
        Step::Durability,
        Step::Interop,
        Step::Journeys,
        Step::Firefox,
        Step::Webkit,
        Step::Accessibility,
    ];

    fn describe(self) -> &'static str {
        match self {
            Step::Format => "format",
            Step::Tidy => "tidy",
            Step::Lint => "lints",
            Step::LintBrowser => "lints for the browser",
            Step::Docs => "documentation",
            Step::Unit => "unit tests",
            Step::Convergence => "simulated markets",
            Step::Fuzzing => "hostile input",
            Step::Search => "search and its season",
            Step::Build => "build",
            Step::Size => "size of a first visit",
            Step::Sync => "sync with a real server",
            Step::Durability => "a server that is killed",
            Step::Interop => "official JavaScript client",
            Step::Journeys => "journeys in Chromium",
            Step::Firefox => "journeys in Firefox",
            Step::Webkit => "journeys in WebKit",
            Step::Accessibility => "screens for everyone",
        }
    }

    fn run(self, workspace: &Workspace, tally: &mut Tally) -> Result<(), Failure> {
        match self {
            Step::Format => process::run(process::cargo(workspace).args(["fmt", "--all", "--check"])),
            Step::Tidy => tidy::tidy(workspace),
            Step::Lint => process::run(
                process::cargo(workspace)
                    .args(["clippy", "--quiet", "--workspace", "--all-targets"])
                    .args(ALL_FEATURES)
                    .args(["--", "-D", "warnings"]),
            ),
            Step::LintBrowser => lint_browser(workspace),
            Step::Docs => process::run(
                process::cargo(workspace)
                    .args(["doc", "--quiet", "--workspace", "--no-deps"])
                    .args(ALL_FEATURES)
                    .env("RUSTDOCFLAGS", "-D warnings"),
            ),
            Step::Unit => cargo_test(
                process::cargo(workspace)
                    .args(["test", "--workspace", "--no-fail-fast", "--lib", "--bins", "--test", "server"])
                    .args(ALL_FEATURES),
                tally,
            )
            .and_then(|()| {
                cargo_test(
                    process::cargo(workspace)
                        .args(["test", "--workspace", "--no-fail-fast", "--doc"])
                        .args(ALL_FEATURES),
                    tally,
                )
            }),
            Step::Convergence => cargo_test(&mut integration(workspace, "convergence"), tally),
            Step::Fuzzing => cargo_test(&mut integration(workspace, "fuzzing"), tally),
            Step::Search => cargo_test(&mut integration(workspace, "search"), tally),
            Step::Build => build::build(workspace, Flavour::Release).map(|_built| ()),
            Step::Size => bench::size(workspace),
            Step::Sync => cargo_test(&mut integration(workspace, "sync"), tally),
            Step::Durability => cargo_test(&mut integration(workspace, "durability"), tally),
            Step::Interop => {
                prerequisites::node(workspace)?;
                prerequisites::npm_packages(&workspace.root.join("tests/interop"))?;
                cargo_test(&mut integration(workspace, "interop"), tally)
            }
            Step::Journeys => {
                prerequisites::chromium(workspace)?;
                cargo_test(&mut journeys(workspace, &[]), tally)
            }
            Step::Firefox => {
                let driver = prerequisites::firefox(workspace)?;
                let mut journeys = journeys(workspace, &ONLY_CHROMIUM);
                cargo_test(journeys.env("MARKT_ENGINE", "firefox").env("MARKT_GECKODRIVER", driver), tally)
            }
            Step::Webkit => {
                prerequisites::webkit(workspace)?;
                let beyond: Vec<&str> = ONLY_CHROMIUM.into_iter().chain(BEYOND_WEBKIT).collect();
                // Its browser wants a screen; nobody sees this one.
                let mut journeys = on_a_hidden_screen(&journeys(workspace, &beyond));
                cargo_test(journeys.env("MARKT_ENGINE", "webkit"), tally)
            }
            Step::Accessibility => {
                prepare_accessibility(workspace)?;
                cargo_test(integration(workspace, "accessibility").args(["--", "--test-threads=2"]), tally)
            }
        }
    }
}

/// What it takes to look at screens: a browser, and the rules to look by.
pub(crate) fn prepare_accessibility(workspace: &Workspace) -> Result<(), Failure> {
    prerequisites::chromium(workspace)?;
    prerequisites::node(workspace)?;
    prerequisites::npm_packages(&workspace.root.join("tests/accessibility"))
}

/// Runs all steps, or one, and ends with the count as the last line.
pub(crate) fn test(workspace: &Workspace, only: Option<Step>) -> Result<ExitCode, Failure> {
    let steps = match only {
        Some(step) => vec![step],
        None => Step::ALL.to_vec(),
    };
    if only.is_none() {
        prerequisites::disk_space(workspace)?;
    }
    prerequisites::wasm_target(workspace)?;

    let started = Instant::now();
    let mut total = Tally::default();
    let mut lines = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        output::line(&format!("step {}/{}: {}", index + 1, steps.len(), step.describe()));
        let step_started = Instant::now();
        let mut tally = Tally::default();
        let result = step.run(workspace, &mut tally);
        if let Err(failure) = &result {
            output::error(failure);
            tally.failed = tally.failed.max(1);
        } else if tally.passed == 0 {
            tally.passed = 1;
        }
        let outcome = if tally.failed == 0 { "ok" } else { "FAILED" };
        let time = seconds(step_started.elapsed());
        lines.push(format!(
            "{outcome:6} {:28} {:5} passed {:3} failed {time:>12}",
            step.describe(),
            tally.passed,
            tally.failed
        ));
        total.passed += tally.passed;
        total.failed += tally.failed;
    }
    for line in lines {
        output::line(&line);
    }
    output::line(&format!("in {}", seconds(started.elapsed())));
    output::line(&format!("{} passed, {} failed", total.passed, total.failed));
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn lint_browser(workspace: &Workspace) -> Result<(), Failure> {
    for app in App::ALL {
        process::run(
            process::cargo(workspace)
                .args(["clippy", "--quiet", "--package", "client", "--lib", "--bin", app.name()])
                .args(["--no-default-features", "--features", app.feature()])
                .args(["--target", "wasm32-unknown-unknown"])
                .args(["--", "-D", "warnings"]),
        )?;
    }
    Ok(())
}

/// The journeys in a browser, without those that it cannot go.
fn journeys(workspace: &Workspace, without: &[&str]) -> Command {
    let mut command = integration(workspace, "journeys");
    command.args(["--", "--test-threads=1"]);
    for name in without {
        command.args(["--skip", name]);
    }
    command
}

/// The same command with a screen that exists in memory only.
fn on_a_hidden_screen(command: &Command) -> Command {
    let mut hidden = Command::new("xvfb-run");
    hidden.arg("--auto-servernum").arg(command.get_program()).args(command.get_args());
    hidden.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    if let Some(folder) = command.get_current_dir() {
        hidden.current_dir(folder);
    }
    hidden
}

/// One test target of the `tests` package, which finds the finished binary by `MARKT_BINARY`.
pub(crate) fn integration(workspace: &Workspace, target: &str) -> Command {
    let built = build::location(workspace, Flavour::Release);
    let mut command = process::cargo(workspace);
    command.args(["test", "--workspace", "--no-fail-fast"]).args(ALL_FEATURES).args(["--test", target]);
    command.env("MARKT_BINARY", built.binary).env("MARKT_SITE_FOLDER", built.site);
    command
}

/// Runs `cargo test` and adds up what its test programs report.
fn cargo_test(command: &mut Command, tally: &mut Tally) -> Result<(), Failure> {
    process::run_reading_lines(command, |line| {
        output::line(line);
        if let Some((passed, failed)) = counted(line) {
            tally.passed += passed;
            tally.failed += failed;
        }
    })
}

/// `passed` and `failed` of a line such as `test result: ok. 3 passed; 1 failed; 0 ignored; …`.
fn counted(line: &str) -> Option<(usize, usize)> {
    let counts = line.strip_prefix("test result: ")?;
    let number_before = |word: &str| {
        let before = &counts[..counts.find(word)?];
        before.trim().rsplit(' ').next()?.parse().ok()
    };
    Some((number_before(" passed")?, number_before(" failed")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_test_programs_are_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(counted(line), Some((12, 3)));
        assert_eq!(counted("running 3 tests"), None);
    }
}
