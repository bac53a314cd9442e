//! How long an unfinished form is kept, and how it lies on the disk.

/// The longest that a draft lies on the phone.
pub const LONGEST_MS: i64 = 24 * 60 * 60 * 1_000;

/// How long after midnight a day's drafts end: whoever still writes late is not interrupted.
const NIGHT_MS: i64 = 3 * 60 * 60 * 1_000;

const HEADER_BYTES: usize = 8;

/// A draft as it is stored.
///
/// **Shape**: the time of the first keystroke (ms since the Unix epoch, 8 bytes, big-endian), then
/// the encrypted form. The time is outside, so that a draft can be erased without its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDraft {
    /// When it was begun, ms since the Unix epoch.
    pub begun_ms: i64,
    /// The encrypted form.
    pub sealed: Vec<u8>,
}

impl StoredDraft {
    /// The bytes to store.
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.begun_ms.to_be_bytes().as_slice(), &self.sealed].concat()
    }

    /// Reads stored bytes; nothing if they are no draft.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (header, sealed) = bytes.split_first_chunk::<HEADER_BYTES>()?;
        Some(Self { begun_ms: i64::from_be_bytes(*header), sealed: sealed.to_vec() })
    }

    /// Whether it must be erased. A clock that was set back keeps no draft alive.
    pub fn is_over(&self, now_ms: i64) -> bool {
        now_ms < self.begun_ms || now_ms - self.begun_ms >= LONGEST_MS
    }

    /// Whether it is over, or a night has come since it was begun; `day_of` tells the day of a time.
    pub fn is_over_at_night(&self, now_ms: i64, day_of: impl Fn(i64) -> String) -> bool {
        let evening = |ms: i64| day_of(ms - NIGHT_MS);
        self.is_over(now_ms) || evening(self.begun_ms) != evening(now_ms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_lives_a_day_at_most() {
        let draft = StoredDraft { begun_ms: 1_000, sealed: Vec::new() };
        assert!(!draft.is_over(1_000));
        assert!(!draft.is_over(999 + LONGEST_MS));
        assert!(draft.is_over(1_000 + LONGEST_MS));
        assert!(draft.is_over(999));
    }

    #[test]
    fn a_draft_of_the_day_does_not_see_the_next_morning() {
        const HOUR: i64 = 60 * 60 * 1_000;
        let day_of = |ms: i64| ms.div_euclid(24 * HOUR).to_string();
        let draft = StoredDraft { begun_ms: 24 * HOUR + 16 * HOUR, sealed: Vec::new() };
        assert!(!draft.is_over_at_night(24 * HOUR + 23 * HOUR, day_of));
        assert!(!draft.is_over_at_night(48 * HOUR + 2 * HOUR, day_of));
        assert!(draft.is_over_at_night(48 * HOUR + 3 * HOUR, day_of));
        assert!(draft.is_over_at_night(24 * HOUR, day_of), "a clock that was set back keeps no draft alive");
    }

    #[test]
    fn a_draft_comes_back_as_it_was_stored() {
        let draft = StoredDraft { begun_ms: 5, sealed: vec![1, 2, 3] };
        assert_eq!(StoredDraft::from_bytes(&draft.to_bytes()), Some(draft));
        assert_eq!(StoredDraft::from_bytes(&[0; 7]), None);
    }
}
