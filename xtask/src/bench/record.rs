//! Recording a contact in a real browser, slowed down to a phone.

use crate::failure::Failure;
use crate::prerequisites;
use crate::process;
use crate::test::integration;
use crate::workspace::Workspace;

/// Measures, prints and fails when a figure is missed.
pub(crate) fn record(workspace: &Workspace) -> Result<(), Failure> {
    prerequisites::chromium(workspace)?;
    let mut command = integration(workspace, "journeys");
    command.args(["--", "--ignored", "--nocapture", "recording_time"]);
    process::run(&mut command)
}
