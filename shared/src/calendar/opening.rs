//! Whether a market is open.

/// Where a moment of the day lies to the opening hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Opens later today.
    Before,
    /// Is open.
    Open,
    /// Was open today.
    After,
}

/// Minutes since local midnight of `HH:MM`, 0 to 1439.
pub fn minutes_of_day(time: &str) -> Option<u16> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u16::from(byte - b'0'));
    let [h1, h2, b':', m1, m2] = *time.as_bytes() else { return None };
    let (hours, minutes) = (digit(h1)? * 10 + digit(h2)?, digit(m1)? * 10 + digit(m2)?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// Where `now` (minutes since local midnight) lies to the hours `from` and `to` (`HH:MM`).
///
/// `None` if the hours are unknown. The first minute counts as open, the last no longer.
pub fn opening(from: &str, to: &str, now: u16) -> Option<Opening> {
    let (from, to) = (minutes_of_day(from)?, minutes_of_day(to)?);
    Some(match now {
        now if now < from => Opening::Before,
        now if now < to => Opening::Open,
        _ => Opening::After,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_minute_is_open_and_the_last_is_not() {
        let at = |now| opening("10:00", "16:00", now);
        assert_eq!(at(0), Some(Opening::Before));
        assert_eq!(at(599), Some(Opening::Before));
        assert_eq!(at(600), Some(Opening::Open));
        assert_eq!(at(959), Some(Opening::Open));
        assert_eq!(at(960), Some(Opening::After));
        assert_eq!(at(1439), Some(Opening::After));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for time in ["", "10", "10:0", "24:00", "10:60", "1a:00", "10.00", "10:00:00"] {
            assert_eq!(minutes_of_day(time), None, "{time}");
        }
        assert_eq!(opening("", "16:00", 600), None);
    }
}
