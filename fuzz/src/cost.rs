//! What handling one input costs: memory by a counting allocator, time by the processor's account.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::time::{Duration, Instant};

/// The system's allocator, which counts what each thread has allocated and its highest sum. Without it
/// as the program's allocator, nothing costs any memory.
#[derive(Debug)]
pub struct Counting;

thread_local! {
    static NOW: Cell<isize> = const { Cell::new(0) };
    static HIGHEST: Cell<isize> = const { Cell::new(0) };
}

fn count(bytes: isize) {
    // A thread that ends has no counters any more.
    _ = NOW.try_with(|now| {
        now.set(now.get() + bytes);
        _ = HIGHEST.try_with(|highest| highest.set(highest.get().max(now.get())));
    });
}

#[expect(unsafe_code, reason = "an allocator is unsafe; this one hands everything on to the system's")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // The old and the new place may exist at once.
        count(size as isize);
        count(-(layout.size() as isize));
        unsafe { System.realloc(memory, layout, size) }
    }
}

/// What something cost.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// Bytes above what was allocated before, at the worst moment.
    pub bytes: usize,
    /// Time of this thread.
    pub time: Duration,
}

impl Cost {
    /// The worse of both, each figure by itself.
    pub fn worse(self, other: Cost) -> Cost {
        Cost { bytes: self.bytes.max(other.bytes), time: self.time.max(other.time) }
    }
}

/// Does something and says what it cost.
pub fn of<T>(work: impl FnOnce() -> T) -> (T, Cost) {
    let before = NOW.get();
    HIGHEST.set(before);
    let (started, time_before) = (Instant::now(), processor_time());
    let done = work();
    let time = match (time_before, processor_time()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => started.elapsed(),
    };
    let bytes = usize::try_from(HIGHEST.get() - before).unwrap_or(0);
    (done, Cost { bytes, time })
}

/// How long this thread has been running, where the system says so: another program that takes the
/// processor is no fault of the input.
fn processor_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
