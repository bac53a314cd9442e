//! Whether a market's private key is at hand, and for how long.
//!
//! An unlocked key lives in memory only: closing the window locks it, and so does leaving it alone.

use std::{collections::BTreeMap, rc::Rc};

use shared::seal::PrivateKey;

/// A key that no one used for so long is locked again.
pub(crate) const IDLE_MS: i64 = 15 * 60 * 1000;

/// The keys that are unlocked, by market.
#[derive(Clone, Default)]
pub(crate) struct Keys {
    unlocked: BTreeMap<String, Unlocked>,
}

#[derive(Clone)]
struct Unlocked {
    key: Rc<PrivateKey>,
    used_ms: i64,
}

/// Something that happened to the keys.
pub(crate) enum KeysEvent {
    /// A passphrase or a recovery code fitted.
    KeyUnlocked {
        /// The market.
        market: String,
        /// Its private key.
        key: Rc<PrivateKey>,
        /// Now.
        now_ms: i64,
    },
    /// The organiser pressed "lock".
    KeyLocked {
        /// The market.
        market: String,
    },
    /// The organiser did something.
    Used {
        /// Now.
        now_ms: i64,
    },
    /// Time passed.
    TimePassed {
        /// Now.
        now_ms: i64,
    },
}

impl Keys {
    /// The key of `market`, if it is unlocked.
    pub(crate) fn key(&self, market: &str) -> Option<Rc<PrivateKey>> {
        self.unlocked.get(market).map(|unlocked| unlocked.key.clone())
    }

    /// When the key of `market` locks by itself if no one touches it.
    pub(crate) fn locks_at_ms(&self, market: &str) -> Option<i64> {
        self.unlocked.get(market).map(|unlocked| unlocked.used_ms + IDLE_MS)
    }

    /// The markets whose keys are unlocked.
    pub(crate) fn markets(&self) -> impl Iterator<Item = &str> {
        self.unlocked.keys().map(String::as_str)
    }

    /// Whether any key is unlocked.
    pub(crate) fn any(&self) -> bool {
        !self.unlocked.is_empty()
    }

    /// The keys after `event`.
    pub(crate) fn after(&self, event: KeysEvent) -> Self {
        let mut keys = self.clone();
        match event {
            KeysEvent::KeyUnlocked { market, key, now_ms } => {
                keys.unlocked.insert(market, Unlocked { key, used_ms: now_ms });
            }
            KeysEvent::KeyLocked { market } => {
                keys.unlocked.remove(&market);
            }
            KeysEvent::Used { now_ms } => {
                keys.unlocked.retain(|_, unlocked| now_ms - unlocked.used_ms < IDLE_MS);
                for unlocked in keys.unlocked.values_mut() {
                    unlocked.used_ms = unlocked.used_ms.max(now_ms);
                }
            }
            KeysEvent::TimePassed { now_ms } => {
                keys.unlocked.retain(|_, unlocked| now_ms - unlocked.used_ms < IDLE_MS);
            }
        }
        keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unlocked() -> Keys {
        let key = Rc::new(PrivateKey::from_random([7; 32]));
        Keys::default().after(KeysEvent::KeyUnlocked { market: "s/d".into(), key, now_ms: 1_000 })
    }

    #[test]
    fn a_key_that_is_left_alone_locks() {
        let keys = unlocked();
        assert_eq!(keys.locks_at_ms("s/d"), Some(1_000 + IDLE_MS));
        assert!(keys.after(KeysEvent::TimePassed { now_ms: IDLE_MS }).any());
        assert!(!keys.after(KeysEvent::TimePassed { now_ms: 1_000 + IDLE_MS }).any());
    }

    #[test]
    fn use_keeps_it_open_but_does_not_revive_it() {
        let used = unlocked().after(KeysEvent::Used { now_ms: 500_000 });
        assert_eq!(used.locks_at_ms("s/d"), Some(500_000 + IDLE_MS));
        // The computer slept: the first key press must not come before the lock.
        assert!(!used.after(KeysEvent::Used { now_ms: 500_000 + IDLE_MS }).any());
        // A clock that was set back does not shorten the time.
        assert_eq!(used.after(KeysEvent::Used { now_ms: 0 }).locks_at_ms("s/d"), Some(500_000 + IDLE_MS));
    }

    #[test]
    fn locking_forgets_the_key() {
        let market = || "s/d".to_owned();
        assert!(unlocked().after(KeysEvent::KeyLocked { market: market() }).key("s/d").is_none());
        assert!(unlocked().after(KeysEvent::KeyLocked { market: "other".into() }).key("s/d").is_some());
    }
}
