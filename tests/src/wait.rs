//! Waiting for a condition instead of for a while.

use std::time::{Duration, Instant};

/// How often a condition is looked at again.
const INTERVAL: Duration = Duration::from_millis(40);

/// How long a condition may take to come true before the test says what it was.
pub const PATIENCE: Duration = Duration::from_secs(45);

/// Looks at `condition` until it gives a value.
///
/// # Panics
/// When [`PATIENCE`] is over; the message says what was waited for.
pub async fn until<T>(what: &str, mut condition: impl AsyncFnMut() -> Option<T>) -> T {
    until_ok(what, async || condition().await.ok_or("not yet")).await
}

/// Tries `attempt` until it succeeds.
///
/// # Panics
/// When [`PATIENCE`] is over; the message says what was tried and what came of it at last.
pub async fn until_ok<T, E: std::fmt::Display>(
    what: &str,
    mut attempt: impl AsyncFnMut() -> Result<T, E>,
) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match attempt().await {
            Ok(value) => return value,
            Err(why) if Instant::now() > deadline => {
                panic!("waited {} s in vain: {what} ({why})", PATIENCE.as_secs())
            }
            Err(_not_yet) => tokio::time::sleep(INTERVAL).await,
        }
    }
}
