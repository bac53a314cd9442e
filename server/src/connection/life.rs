//! Whether a peer is still there, which it need not say when it goes.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use tokio::time::Instant;

/// When and how it is noticed that a peer is gone which did not say so.
#[derive(Clone, Copy, Debug)]
pub struct Heartbeat {
    /// How often it is asked whether it is still there.
    pub every: Duration,
    /// When it has given no sign of life for so long, it is gone.
    pub silence: Duration,
    /// How often it is looked up whether its session still stands: a new password ends it.
    pub session: Duration,
}

impl Default for Heartbeat {
    /// Drops a dead peer within 30 seconds.
    fn default() -> Self {
        Self {
            every: Duration::from_secs(10),
            silence: Duration::from_secs(25),
            session: Duration::from_secs(60),
        }
    }
}

impl Heartbeat {
    /// How often signs of life are looked for.
    pub(super) fn look(self) -> Duration {
        self.silence / 16
    }
}

/// A frame that went only after so long has waited for the peer to take what went before.
const WAITED: Duration = Duration::from_millis(50);

/// How often a peer took what had to wait for it; the one sign of life of a peer so busy with taking that its
/// answers are late.
#[derive(Debug, Default)]
pub(super) struct Taking(AtomicUsize);

impl Taking {
    /// Sends, and notices if the peer had to be waited for; nothing if it is gone.
    pub(super) async fn notice<E>(&self, sending: impl Future<Output = Result<(), E>>) -> Option<()> {
        let started = Instant::now();
        sending.await.ok()?;
        if started.elapsed() >= WAITED {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
        Some(())
    }

    fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

/// Signs of life of one peer.
pub(super) struct Life {
    silence: Duration,
    last_sign: Instant,
    taken: usize,
}

impl Life {
    pub(super) fn new(silence: Duration, now: Instant) -> Self {
        Self { silence, last_sign: now, taken: 0 }
    }

    /// It was heard, or not listened to.
    pub(super) fn heard(&mut self, now: Instant) {
        self.last_sign = now;
    }

    /// Looks whether it has taken anything since the last look; whether there was no sign for too long.
    pub(super) fn is_over(&mut self, taking: &Taking, now: Instant) -> bool {
        let taken = taking.count();
        if taken != self.taken {
            self.taken = taken;
            self.heard(now);
        }
        now.duration_since(self.last_sign) >= self.silence
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SILENCE: Duration = Duration::from_secs(25);

    #[tokio::test]
    async fn taking_what_waited_is_a_sign_of_life_but_only_once() {
        let (start, taking) = (Instant::now(), Taking::default());
        let mut life = Life::new(SILENCE, start);
        let waiting = async {
            tokio::time::sleep(WAITED).await;
            Ok::<(), ()>(())
        };
        assert_eq!(taking.notice(waiting).await, Some(()));
        assert!(!life.is_over(&taking, start + SILENCE));
        assert!(life.is_over(&taking, start + SILENCE * 2));
    }

    #[tokio::test]
    async fn what_goes_into_a_buffer_at_once_is_no_sign_of_life() {
        let (start, taking) = (Instant::now(), Taking::default());
        let mut life = Life::new(SILENCE, start);
        assert_eq!(taking.notice(async { Ok::<(), ()>(()) }).await, Some(()));
        assert!(!life.is_over(&taking, start + SILENCE / 2));
        assert!(life.is_over(&taking, start + SILENCE));
    }
}
