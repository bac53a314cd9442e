//! Waiting for a condition instead of for a while.

use std::time::{Duration, Instant};

/// How often a condition is looked at again.
const INTERVAL: Duration = Duration::from_millis(40);

/// How long a condition may take to come true before the test says what it was.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Looks at `condition` until it gives a value.
///
/// # Panics
/// When [`PATIENCE`] is over; the message says what was waited for.
pub async fn until<T>(what: &str, mut condition: impl AsyncFnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(value) = condition().await {
            return value;
        }
        assert!(Instant::now() < deadline, "waited {} s in vain: {what}", PATIENCE.as_secs());
        tokio::time::sleep(INTERVAL).await;
    }
}
