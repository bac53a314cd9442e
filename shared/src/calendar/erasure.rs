//! Until when what visitors of a market said is kept.

use super::Date;

/// The day on which all that is about visitors of a market is erased, if its season says so.
///
/// Counted from the market's day, never from a phone's clock.
pub fn market_ends_on(market_day: Date, retention_days: u32) -> Option<Date> {
    match i32::try_from(retention_days) {
        Ok(days @ 1..) => market_day.plus_days(days),
        Ok(_) | Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_season_says_when() {
        let ends = |days| market_ends_on(Date::new(2026, 5, 23)?, days).map(|day| day.to_string());
        assert_eq!(ends(180).as_deref(), Some("2026-11-19"));
        assert_eq!(ends(0), None);
        assert_eq!(ends(u32::MAX), None);
    }
}
