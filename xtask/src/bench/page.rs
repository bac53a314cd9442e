//! Lighthouse, as a phone sees the first pages for the first time.

use crate::build::{self, Flavour};
use crate::failure::Failure;
use crate::output;
use crate::prerequisites;
use crate::process;
use crate::running_server::RunningServer;
use crate::workspace::Workspace;
use serde_json::Value;

/// The median of an odd number of runs; one run on a shared machine says little.
const RUNS: usize = 5;
const PAGES: [&str; 2] = ["/de/", "/de/angebote"];
/// Category and the lowest score that passes, in per cent.
const SCORES: [(&str, f64); 4] =
    [("performance", 100.0), ("accessibility", 100.0), ("best-practices", 100.0), ("seo", 100.0)];
/// Audit, the highest value that passes, and its unit.
const FIGURES: [(&str, f64, &str); 4] = [
    ("first-contentful-paint", 1100.0, "ms"),
    ("largest-contentful-paint", 1100.0, "ms"),
    ("total-blocking-time", 50.0, "ms"),
    ("cumulative-layout-shift", 0.0, ""),
];
/// An audit that is told and has no limit of its own.
const TOLD: &str = "interactive";
const CHROMIUM_FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
                              --disable-background-networking --disable-component-update --disable-sync";

/// Measures, prints and fails when a score is too low or a figure too high.
pub(crate) fn page(workspace: &Workspace) -> Result<(), Failure> {
    prerequisites::node(workspace)?;
    prerequisites::chromium(workspace)?;
    let folder = workspace.root.join("tests/lighthouse");
    prerequisites::npm_packages(&folder)?;
    let built = build::location(workspace, Flavour::Release);
    let server = RunningServer::start(workspace, &built.binary)?;

    let mut problems = Vec::new();
    for page in PAGES {
        let address = format!("{}{page}", server.origin);
        let mut reports = Vec::new();
        for _run in 0..RUNS {
            reports.push(report(&folder, &address)?);
        }
        output::line(&format!("{page}, median of {RUNS}"));
        for (category, lowest) in SCORES {
            let score = median(&reports, |report| report["categories"][category]["score"].as_f64()) * 100.0;
            output::line(&format!("  {score:>6.0}  {category}"));
            if score + 0.01 < lowest {
                problems.push(format!("{page}: {category} is {score:.0}, wanted is {lowest:.0}"));
                complaints(&reports[0], category);
            }
        }
        for (audit, highest, unit) in FIGURES.into_iter().chain([(TOLD, f64::INFINITY, "ms")]) {
            let value = median(&reports, |report| report["audits"][audit]["numericValue"].as_f64());
            output::line(&format!("  {value:>6.0} {unit:2} {}", audit.replace('-', " ")));
            if value > highest {
                problems.push(format!("{page}: {audit} is {value:.3} {unit}, wanted is {highest:.0}"));
            }
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::Limit(problems.join("; "))) }
}

/// One run of Lighthouse with its default phone and network.
fn report(folder: &std::path::Path, address: &str) -> Result<Value, Failure> {
    let mut lighthouse = process::program("node", folder);
    lighthouse.arg("node_modules/lighthouse/cli/index.js").arg(address);
    lighthouse.args(["--output=json", "--quiet"]).arg(format!("--chrome-flags={CHROMIUM_FLAGS}"));
    if std::env::var_os("CHROME_PATH").is_none() {
        lighthouse.env("CHROME_PATH", "/usr/bin/chromium");
    }
    let text = process::output_of(&mut lighthouse)?;
    serde_json::from_str(&text).map_err(|error| Failure::Unexpected {
        what: "Lighthouse's report".to_owned(),
        problem: error.to_string(),
    })
}

/// Prints the audits of a category that did not pass.
fn complaints(report: &Value, category: &str) {
    let references = report["categories"][category]["auditRefs"].as_array();
    for reference in references.into_iter().flatten() {
        let weighs = reference["weight"].as_f64().unwrap_or(0.0) > 0.0;
        let audit = &report["audits"][reference["id"].as_str().unwrap_or_default()];
        if weighs && audit["score"].as_f64().is_some_and(|score| score < 1.0) {
            output::line(&format!("          {}: {}", audit["id"], audit["title"]));
        }
    }
}

fn median(reports: &[Value], value: impl Fn(&Value) -> Option<f64>) -> f64 {
    let mut values: Vec<f64> = reports.iter().map(|report| value(report).unwrap_or(0.0)).collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_run_counts() {
        let reports = [3.0, 1.0, 2.0].map(Value::from);
        assert!((median(&reports, Value::as_f64) - 2.0).abs() < f64::EPSILON);
    }
}
