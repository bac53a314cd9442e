//! How long to wait before the server is tried again.

/// First wait.
const FIRST_MS: u32 = 1_000;
/// Longest wait.
const LONGEST_MS: u32 = 60_000;

/// Doubling waits, spread so that many phones do not come back at once.
#[derive(Debug, Default)]
pub(crate) struct Backoff {
    failures: u32,
}

impl Backoff {
    /// The next wait: between half of the doubled time and all of it, by `random`.
    pub(crate) fn next_ms(&mut self, random: u8) -> u32 {
        let full = FIRST_MS.checked_shl(self.failures.min(16)).map_or(LONGEST_MS, |ms| ms.min(LONGEST_MS));
        self.failures = self.failures.saturating_add(1);
        full / 2 + full / 2 * u32::from(random) / u32::from(u8::MAX)
    }

    /// Starts over.
    pub(crate) fn reset(&mut self) {
        self.failures = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_a_minute_and_stay_spread() {
        let mut backoff = Backoff::default();
        let longest: Vec<u32> = (0..9).map(|_| backoff.next_ms(u8::MAX)).collect();
        assert_eq!(longest, [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
        assert_eq!(backoff.next_ms(0), 30_000);
        backoff.reset();
        assert_eq!(backoff.next_ms(0), 500);
    }
}
