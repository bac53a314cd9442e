//! Keystrokes in a real browser, slowed down to a phone.

use crate::build::{self, Flavour};
use crate::failure::Failure;
use crate::prerequisites;
use crate::process;
use crate::test::ALL_FEATURES;
use crate::workspace::Workspace;

/// Measures, prints and fails when a figure is missed.
pub(crate) fn search(workspace: &Workspace) -> Result<(), Failure> {
    prerequisites::chromium(workspace)?;
    let built = build::location(workspace, Flavour::Release);
    let mut command = process::cargo(workspace);
    command.args(["test", "--quiet", "--workspace"]).args(ALL_FEATURES).args(["--test", "search"]);
    // One at a time, or they would slow each other down.
    command.args(["--", "--ignored", "--nocapture", "--test-threads=1"]);
    command.env("MARKT_BINARY", built.binary);
    process::run(&mut command)
}
