//! The table of both servers under the same load, and what it has to show.

use super::figure::Figure;
use super::official::{Figures, Load};
use serde_json::{Value, json};
use std::fmt;

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

/// The figures of all rows. What the reference did not finish, it is not compared in.
pub(super) fn figures(rows: &[Row]) -> Vec<Figure> {
    let mut figures = Vec::new();
    for ours in rows.iter().filter(|row| row.server == "markt") {
        let load = format!("official clients, {} × {}", ours.load.clients, ours.load.documents);
        let wanted = ours.load.clients * ours.load.documents;
        for (name, phase) in [("acknowledged", &ours.push), ("pulled whole", &ours.pull)] {
            let found = phase.as_ref().map_or(0, |figures| figures.documents);
            figures.push(Figure::missing(format!("{load}: documents not {name}"), wanted, found));
        }
        let reference =
            rows.iter().find(|row| row.load.compared && row.load == ours.load && row.server != ours.server);
        if let Some(reference) = reference.filter(|row| row.all_verified()) {
            figures.extend(comparisons(&load, ours, reference));
        }
    }
    figures
}

/// What is compared: parts of the reference's.
fn comparisons(load: &str, ours: &Row, reference: &Row) -> [Figure; 3] {
    let cpu = |phase: &Result<Figures, String>| phase.as_ref().map(|figures| figures.cpu_seconds).ok();
    let ratio = |ours: Option<f64>, reference: Option<f64>| match (ours, reference) {
        (Some(ours), Some(reference)) if reference > 0.0 => ours / reference,
        _ => f64::INFINITY,
    };
    [
        ("processor time for pushing", ratio(cpu(&ours.push), cpu(&reference.push)), PUSH_CPU),
        ("processor time for pulling", ratio(cpu(&ours.pull), cpu(&reference.pull)), PULL_CPU),
        ("peak memory", ratio(ours.peak_mib(), reference.peak_mib()), PEAK),
    ]
    .map(|(what, part, limit)| Figure::new(format!("{load}: {what}, part of the reference's"), part, limit))
}

pub(super) fn row_json(row: &Row) -> Value {
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

    fn missed(rows: Vec<Row>) -> Vec<String> {
        let figures = figures(&rows);
        figures.iter().filter(|figure| !figure.is_reached()).map(ToString::to_string).collect()
    }

    #[test]
    fn a_missed_figure_is_named() {
        assert!(missed(vec![row("reference", 10.0, 6), row("markt", 1.0, 6)]).is_empty());
        let slow = missed(vec![row("reference", 10.0, 6), row("markt", 2.4, 6)]);
        assert!(slow.len() == 1 && slow[0].contains("for pushing"), "{slow:?}");
        let lost = missed(vec![row("reference", 10.0, 6), row("markt", 1.0, 5)]);
        assert!(lost.len() == 2 && lost[0].contains("not acknowledged"), "{lost:?}");
        assert!(missed(vec![row("reference", 1.0, 5), row("markt", 1.0, 6)]).is_empty());
    }
}
