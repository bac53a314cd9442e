//! A figure that is to be reached.

use serde_json::{Value, json};
use std::fmt;

/// What was measured, and the most that it may be.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    what: String,
    measured: f64,
    limit: f64,
}

impl Figure {
    pub(super) fn new(what: impl Into<String>, measured: f64, limit: f64) -> Figure {
        Figure { what: what.into(), measured, limit }
    }

    /// How many of so many there are not.
    pub(super) fn missing(what: impl Into<String>, wanted: usize, found: usize) -> Figure {
        #[expect(clippy::cast_precision_loss, reason = "a number of documents is far below 2^52")]
        let missing = wanted.abs_diff(found) as f64;
        Figure::new(what, missing, 0.0)
    }

    pub(super) fn is_reached(&self) -> bool {
        self.measured <= self.limit
    }

    pub(super) fn to_json(&self) -> Value {
        json!({
            "what": self.what,
            // Infinite when there is nothing to measure, which JSON cannot say.
            "measured": self.measured.is_finite().then_some(self.measured),
            "at_most": self.limit,
            "reached": self.is_reached(),
        })
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.is_reached() { "ok    " } else { "MISSED" };
        write!(f, "{verdict}  {:9.3}  at most {:7.3}  {}", self.measured, self.limit, self.what)
    }
}
