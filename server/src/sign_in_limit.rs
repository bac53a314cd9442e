//! Slows the guessing of passwords down: a few attempts a minute for each name, and a bound on all
//! of them, because each costs the server a password hash.

use std::{
    collections::{HashMap, VecDeque},
    sync::Mutex,
};

/// How far back attempts count.
const WINDOW_MS: i64 = 60_000;
/// Failed attempts for one name within the window.
const PER_NAME: usize = 5;
/// Failed attempts for all names within the window.
const IN_ALL: usize = 120;

/// Counts attempts that have not (yet) succeeded.
#[derive(Debug, Default)]
pub(crate) struct SignInLimit {
    attempts: Mutex<Attempts>,
}

#[derive(Debug, Default)]
struct Attempts {
    all: VecDeque<i64>,
    by_name: HashMap<String, VecDeque<i64>>,
}

impl SignInLimit {
    /// Counts an attempt; if there were too many, says after how many seconds the next may come.
    pub(crate) fn attempt(&self, name: &str, now_ms: i64) -> Result<(), i64> {
        let mut attempts = self.attempts.lock().expect("no one panics under the lock");
        let Attempts { all, by_name } = &mut *attempts;
        let since = now_ms - WINDOW_MS;
        forget_before(all, since);
        by_name.retain(|_, times| {
            forget_before(times, since);
            !times.is_empty()
        });
        let of_name = by_name.get(name);
        let oldest_of_name = of_name.filter(|times| times.len() >= PER_NAME).and_then(VecDeque::front);
        let oldest_of_all = (all.len() >= IN_ALL).then(|| all.front()).flatten();
        if let Some(oldest) = oldest_of_name.max(oldest_of_all) {
            return Err(((oldest + WINDOW_MS - now_ms + 999) / 1000).max(1));
        }
        all.push_back(now_ms);
        by_name.entry(name.to_owned()).or_default().push_back(now_ms);
        Ok(())
    }

    /// The attempt was the right password: it and the failures before it no longer count.
    pub(crate) fn succeeded(&self, name: &str) {
        let mut attempts = self.attempts.lock().expect("no one panics under the lock");
        let forgiven = attempts.by_name.remove(name).map_or(0, |times| times.len());
        let kept = attempts.all.len().saturating_sub(forgiven);
        attempts.all.truncate(kept);
    }
}

fn forget_before(times: &mut VecDeque<i64>, since: i64) {
    while times.front().is_some_and(|time| *time < since) {
        times.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_failures_then_an_honest_wait() {
        let limit = SignInLimit::default();
        for second in 0..5 {
            assert_eq!(limit.attempt("orga-1", second * 1000 + 1), Ok(()));
        }
        let wait_s = limit.attempt("orga-1", 5001).expect_err("a sixth attempt");
        assert_eq!(wait_s, 55);
        assert_eq!(limit.attempt("orga-2", 5001), Ok(()), "another name is not punished");
        assert_eq!(limit.attempt("orga-1", 5001 + wait_s * 1000 + 1), Ok(()), "the wait was honest");
    }

    #[test]
    fn success_forgives() {
        let limit = SignInLimit::default();
        for _ in 0..4 {
            assert_eq!(limit.attempt("orga-1", 1), Ok(()));
        }
        limit.succeeded("orga-1");
        for _ in 0..5 {
            assert_eq!(limit.attempt("orga-1", 2), Ok(()));
        }
    }

    #[test]
    fn many_names_meet_the_common_bound() {
        let limit = SignInLimit::default();
        for n in 0..IN_ALL {
            assert_eq!(limit.attempt(&n.to_string(), 1), Ok(()));
        }
        assert_eq!(limit.attempt("orga-1", 1), Err(60));
    }
}
