//! The bounds that hold for any input, and what happens when one is broken.

use crate::cost::{self, Cost};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;
use std::time::Duration;

/// Bytes that a single message may cost.
const MAX_BYTES: usize = 64 << 20;
/// Time that a single message may cost; code that is not optimised is several times slower.
const MAX_TIME: Duration = Duration::from_millis(if cfg!(debug_assertions) { 1_000 } else { 250 });

thread_local! {
    static HANDLES_INPUT: Cell<bool> = const { Cell::new(false) };
}

/// Handles one input and gives what came of it and what it cost.
///
/// # Errors
/// When it panics or costs more than is allowed.
pub fn hold<T>(work: impl FnOnce() -> T) -> Result<(T, Cost), String> {
    keep_caught_panics_quiet();
    HANDLES_INPUT.set(true);
    let (done, cost) = cost::of(|| catch_unwind(AssertUnwindSafe(work)));
    HANDLES_INPUT.set(false);
    let done = done.map_err(|_| "it panics".to_owned())?;
    if cost.bytes > MAX_BYTES || cost.time > MAX_TIME {
        return Err(format!("it costs {} bytes and {:?}", cost.bytes, cost.time));
    }
    Ok((done, cost))
}

/// Vetting catches panics of the parser; a million of them need not be printed.
fn keep_caught_panics_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !HANDLES_INPUT.get() {
                usual(panic);
            }
        }));
    });
}
