//! How many letters come in: enough for a whole market behind one address, too few to fill the disk.
//!
//! Addresses are held in memory, as long as they have sent more than they may at once.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

/// What one address may send at once: a market with its visitors in one wireless network.
const BURST_PER_ADDRESS: i64 = 300;
/// And then one in so many milliseconds.
const PER_ADDRESS_MS: i64 = 1_000;
/// The same for all addresses together.
const BURST_IN_ALL: i64 = 1_000;
const IN_ALL_MS: i64 = 250;
/// When more addresses than this are held, those that nobody heard of for long are forgotten.
const MAX_ADDRESSES: usize = 4_096;

/// Counts letters.
#[derive(Debug)]
pub(crate) struct LetterLimit(Mutex<Buckets>);

#[derive(Debug)]
struct Buckets {
    all: Bucket,
    by_address: HashMap<IpAddr, Bucket>,
}

/// Holds `burst` letters when it is full; one more fits every `every_ms`.
#[derive(Clone, Copy, Debug)]
struct Bucket {
    burst: i64,
    every_ms: i64,
    /// When it will be full again, had nobody sent anything since.
    full_at_ms: i64,
}

impl Bucket {
    const fn full(burst: i64, every_ms: i64) -> Self {
        Self { burst, every_ms, full_at_ms: 0 }
    }

    /// How long until one may be taken out; 0 if at once.
    fn wait_ms(&self, now_ms: i64) -> i64 {
        let used_ms = (self.full_at_ms - now_ms).max(0);
        (used_ms - (self.burst - 1) * self.every_ms).max(0)
    }

    fn take(&mut self, now_ms: i64) {
        self.full_at_ms = self.full_at_ms.max(now_ms) + self.every_ms;
    }
}

impl Default for LetterLimit {
    fn default() -> Self {
        let all = Bucket::full(BURST_IN_ALL, IN_ALL_MS);
        Self(Mutex::new(Buckets { all, by_address: HashMap::new() }))
    }
}

impl LetterLimit {
    /// Counts a letter; if there were too many, says after how many seconds the next may come.
    pub(crate) fn attempt(&self, address: IpAddr, now_ms: i64) -> Result<(), i64> {
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Buckets { all, by_address } = &mut *buckets;
        if by_address.len() >= MAX_ADDRESSES {
            by_address.retain(|_, bucket| bucket.full_at_ms > now_ms);
        }
        let fresh = Bucket::full(BURST_PER_ADDRESS, PER_ADDRESS_MS);
        // Rather one address too many unpunished than memory without end.
        let mut unnamed = fresh;
        let of_address = if by_address.len() < MAX_ADDRESSES || by_address.contains_key(&address) {
            by_address.entry(address).or_insert(fresh)
        } else {
            &mut unnamed
        };
        let wait_ms = all.wait_ms(now_ms).max(of_address.wait_ms(now_ms));
        if wait_ms > 0 {
            return Err((wait_ms + 999) / 1000);
        }
        all.take(now_ms);
        of_address.take(now_ms);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(last: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, last])
    }

    #[test]
    fn a_whole_market_behind_one_address_is_let_in_and_then_an_honest_wait() {
        let limit = LetterLimit::default();
        for _ in 0..BURST_PER_ADDRESS {
            assert_eq!(limit.attempt(address(1), 5_000), Ok(()));
        }
        assert_eq!(limit.attempt(address(1), 5_000), Err(1));
        assert_eq!(limit.attempt(address(2), 5_000), Ok(()), "another address is not punished");
        assert_eq!(limit.attempt(address(1), 6_000), Ok(()), "the wait was honest");
        assert_eq!(limit.attempt(address(1), 6_000), Err(1));
    }

    #[test]
    fn many_addresses_meet_the_common_bound() {
        let limit = LetterLimit::default();
        for n in 0..BURST_IN_ALL {
            let last = u8::try_from(n % 200).expect("small");
            assert_eq!(limit.attempt(address(last), 5_000), Ok(()));
        }
        assert_eq!(limit.attempt(address(201), 5_000), Err(1));
        assert_eq!(limit.attempt(address(201), 5_250), Ok(()));
    }

    #[test]
    fn addresses_that_were_quiet_are_forgotten() {
        let limit = LetterLimit::default();
        for n in 0..u16::try_from(MAX_ADDRESSES).expect("small") {
            let [high, low] = n.to_be_bytes();
            let now_ms = i64::from(n) * IN_ALL_MS;
            assert_eq!(limit.attempt(IpAddr::from([10, 0, high, low]), now_ms), Ok(()));
        }
        let later = i64::from(u16::MAX) * 1_000;
        assert_eq!(limit.attempt(address(1), later), Ok(()));
        assert_eq!(limit.0.lock().expect("free").by_address.len(), 1);
    }
}
