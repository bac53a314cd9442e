//! The table, the file and the verdict.

use super::{Figures, Load};
use crate::failure::Failure;
use serde_json::{Value, json};
use std::fmt;
use std::path::Path;

/// Of the reference's processor time for pushing, ours may be this part.
const PUSH_CPU: f64 = 1.0 / 5.0;
/// The same for a fresh client's pull from cold storage.
const PULL_CPU: f64 = 1.0 / 4.0;
/// The same for the peak of memory.
const PEAK: f64 = 1.0 / 3.0;

/// One server under one load.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) server: &'static str,
    pub(super) load: Load,
    pub(super) push: Result<Figures, String>,
    pub(super) pull: Result<Figures, String>,
}

/// All rows.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) rows: Vec<Row>,
}

impl Row {
    fn all_verified(&self) -> bool {
        let wanted = self.load.clients * self.load.documents;
        [&self.push, &self.pull]
            .into_iter()
            .all(|phase| phase.as_ref().is_ok_and(|figures| figures.documents == wanted))
    }

    /// The larger peak of both phases, in MiB.
    fn peak_mib(&self) -> Option<f64> {
        let (push, pull) = (self.push.as_ref().ok()?, self.pull.as_ref().ok()?);
        Some(push.peak_mib.max(pull.peak_mib))
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} × {} documents, {}", self.load.clients, self.load.documents, self.server)?;
        for (name, phase) in [("push", &self.push), ("pull", &self.pull)] {
            match phase {
                Ok(figures) => writeln!(
                    f,
                    "  {name}  {:7.2} s wall  {:6.2} s CPU  {:6.1} MiB  {:9} bytes up  {:9} bytes down  {} documents",
                    figures.wall_seconds,
                    figures.cpu_seconds,
                    figures.peak_mib,
                    figures.sent_bytes,
                    figures.received_bytes,
                    figures.documents
                )?,
                Err(problem) => writeln!(f, "  {name}  not finished: {problem}")?,
            }
        }
        Ok(())
    }
}

impl Report {
    /// Writes the rows as JSON.
    pub(super) fn write(&self, path: &Path) -> Result<(), Failure> {
        let folder = path.parent().expect("a file is in a folder");
        std::fs::create_dir_all(folder).map_err(Failure::file("make", folder))?;
        let rows: Vec<Value> = self.rows.iter().map(row_json).collect();
        std::fs::write(path, format!("{:#}\n", json!({ "sync": rows }))).map_err(Failure::file("write", path))
    }

    /// Fails when a figure is missed. What the reference did not finish, it is not compared in.
    pub(super) fn judge(&self) -> Result<(), Failure> {
        let mut problems = Vec::new();
        for ours in self.rows.iter().filter(|row| row.server == "markt") {
            let load = format!("{} × {}", ours.load.clients, ours.load.documents);
            if !ours.all_verified() {
                problems.push(format!("{load}: not every document was acknowledged and pulled whole"));
            }
            let reference = self
                .rows
                .iter()
                .find(|row| row.load.compared && row.load == ours.load && row.server != ours.server);
            if let Some(reference) = reference.filter(|row| row.all_verified()) {
                let missed =
                    comparisons(ours, reference).into_iter().filter(|(_, ratio, limit)| ratio > limit);
                problems.extend(missed.map(|(what, ratio, limit)| {
                    format!("{load}: {what} is {ratio:.2} of the reference's, wanted {limit:.2}")
                }));
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(Failure::Limit(problems.join("; "))) }
    }
}

/// What is compared, the ratio, and the most that it may be.
fn comparisons(ours: &Row, reference: &Row) -> Vec<(&'static str, f64, f64)> {
    let cpu = |phase: &Result<Figures, String>| phase.as_ref().map(|figures| figures.cpu_seconds).ok();
    let ratio = |ours: Option<f64>, reference: Option<f64>| match (ours, reference) {
        (Some(ours), Some(reference)) if reference > 0.0 => ours / reference,
        _ => f64::INFINITY,
    };
    vec![
        ("processor time for pushing", ratio(cpu(&ours.push), cpu(&reference.push)), PUSH_CPU),
        ("processor time for pulling", ratio(cpu(&ours.pull), cpu(&reference.pull)), PULL_CPU),
        ("peak memory", ratio(ours.peak_mib(), reference.peak_mib()), PEAK),
    ]
}

fn row_json(row: &Row) -> Value {
    let phase = |phase: &Result<Figures, String>| match phase {
        Ok(figures) => json!({
            "wall_s": figures.wall_seconds,
            "cpu_s": figures.cpu_seconds,
            "peak_mib": figures.peak_mib,
            "bytes_up": figures.sent_bytes,
            "bytes_down": figures.received_bytes,
            "documents": figures.documents,
        }),
        Err(problem) => json!({ "not_finished": problem }),
    };
    json!({
        "server": row.server,
        "clients": row.load.clients,
        "documents_each": row.load.documents,
        "push": phase(&row.push),
        "pull": phase(&row.pull),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(server: &'static str, cpu_seconds: f64, documents: usize) -> Row {
        let figures = Figures {
            wall_seconds: 1.0,
            cpu_seconds,
            peak_mib: cpu_seconds * 10.0,
            sent_bytes: 1,
            received_bytes: 1,
            documents,
        };
        let load = Load { clients: 2, documents: 3, compared: true };
        Row { server, load, push: Ok(figures), pull: Ok(figures) }
    }

    fn check(rows: Vec<Row>, wanted: &str) {
        let verdict = Report { rows }.judge();
        let said = verdict.err().map(|failure| failure.to_string()).unwrap_or_default();
        assert!(said.contains(wanted) && wanted.is_empty() == said.is_empty(), "{said}");
    }

    #[test]
    fn a_missed_figure_is_named() {
        check(vec![row("reference", 10.0, 6), row("markt", 1.0, 6)], "");
        check(vec![row("reference", 10.0, 6), row("markt", 2.4, 6)], "processor time for pushing is 0.24");
        check(vec![row("reference", 10.0, 6), row("markt", 1.0, 5)], "not every document");
        check(vec![row("reference", 1.0, 5), row("markt", 1.0, 6)], "");
    }
}
