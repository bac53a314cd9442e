//! What the tool says: the only place that writes to the terminal.

use std::io::Write as _;
use std::time::{Duration, Instant};

/// Writes one line to standard output. A closed terminal is no reason to stop a build.
pub(crate) fn line(text: &str) {
    let mut stdout = std::io::stdout().lock();
    let _closed = writeln!(stdout, "{text}");
    let _closed = stdout.flush();
}

/// Writes a failure and its causes to standard error.
pub(crate) fn error(failure: &dyn std::error::Error) {
    let mut stderr = std::io::stderr().lock();
    let mut text = format!("error: {failure}");
    let mut cause = failure.source();
    while let Some(source) = cause {
        text.push_str(": ");
        text.push_str(&source.to_string());
        cause = source.source();
    }
    let _closed = writeln!(stderr, "{text}");
}

/// Numbers the steps of a longer task and says how long each one took.
pub(crate) struct Progress {
    done: usize,
    total: usize,
}

impl Progress {
    /// A task of `total` steps.
    pub(crate) fn new(total: usize) -> Progress {
        Progress { done: 0, total }
    }

    /// Announces the step, runs it and says how long it took.
    pub(crate) fn step<T, E>(&mut self, what: &str, run: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        self.done += 1;
        let number = format!("step {}/{}", self.done, self.total);
        line(&format!("{number}: {what}"));
        let started = Instant::now();
        let result = run();
        let outcome = if result.is_ok() { "done" } else { "failed" };
        line(&format!("{number}: {what} – {outcome} ({})", seconds(started.elapsed())));
        result
    }
}

/// A duration as people read it: `4.2 s`, `3 min 05 s`.
pub(crate) fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    if whole < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}
