//! How much of a processor's time a thread has had: on a busy machine, time passes without it.

use std::{fs, path::PathBuf, time::Duration};

/// Linux counts in these, whatever the kernel's own clock.
const TICK: Duration = Duration::from_millis(10);

/// Where the system tells it of one thread; nowhere but on Linux.
#[derive(Debug)]
pub(super) struct ThreadTime(Option<PathBuf>);

impl ThreadTime {
    /// Of the thread that calls this.
    pub(super) fn of_this_thread() -> Self {
        let place = fs::read_link("/proc/thread-self").ok();
        Self(place.map(|place| PathBuf::from("/proc").join(place).join("stat")))
    }

    /// What it has had since it began.
    pub(super) fn used(&self) -> Option<Duration> {
        let told = fs::read_to_string(self.0.as_ref()?).ok()?;
        // The name of the thread, in parentheses, may hold anything; state and ten numbers follow it.
        let (_, numbers) = told.rsplit_once(')')?;
        let mut numbers = numbers.split_ascii_whitespace().skip(11).map(str::parse::<u32>);
        let (by_itself, by_the_system) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
        Some(TICK * by_itself.saturating_add(by_the_system))
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn it_grows_with_work() {
        let time = ThreadTime::of_this_thread();
        let before = time.used().expect("Linux tells it");
        while time.used().expect("Linux tells it") < before + 5 * TICK {}
    }
}
