//! When to try again what the server could not do.

use crate::document::DocumentId;

/// Milliseconds until something that the server could not store is offered again.
pub(super) const RETRY_MS: i64 = 5_000;
/// Whatever a server says, no more than a day is waited.
const MAX_SECONDS: u64 = 24 * 60 * 60;

/// A time, and when it was set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Retry {
    since_ms: i64,
    at_ms: i64,
}

impl Retry {
    /// After so many seconds, or a few; documents differ a little, so that not all of them come at once.
    pub(super) fn after(now_ms: i64, seconds: Option<u64>, id: DocumentId) -> Self {
        let wait_ms = seconds.map_or(RETRY_MS, |seconds| seconds.min(MAX_SECONDS).cast_signed() * 1_000);
        Self { since_ms: now_ms, at_ms: now_ms + wait_ms + i64::from(id.as_bytes()[0]) * 20 }
    }

    /// Whether it has come. Before it was set, it was reckoned by a clock that was wrong.
    pub(super) fn is_due(&self, now_ms: i64) -> bool {
        now_ms >= self.at_ms || now_ms < self.since_ms
    }

    pub(super) fn at_ms(&self) -> i64 {
        self.at_ms
    }
}
