//! The only reader of the clock: what time it is, and which day the market thinks it is.

use jiff::{Timestamp, civil, tz::TimeZone};

/// Tells the time, and the day in a season's time zone.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    /// The day that everyone is shown instead of the real one (`--today`).
    pub fixed_today: Option<civil::Date>,
}

impl Clock {
    /// Milliseconds since the Unix epoch.
    pub fn now_ms(&self) -> i64 {
        Timestamp::now().as_millisecond()
    }

    /// The day in `time_zone` (IANA name; an unknown one counts as Berlin's).
    pub fn today(&self, time_zone: &str) -> civil::Date {
        self.fixed_today.unwrap_or_else(|| Timestamp::now().to_zoned(time_zone_named(time_zone)).date())
    }

    /// The day up to which documents may be erased for good: never later than the real one, whatever
    /// day everyone is shown.
    pub fn erasure_day(&self, time_zone: &str) -> civil::Date {
        let real = Self::default().today(time_zone);
        self.today(time_zone).min(real)
    }

    /// When an invite for the market of `date` stops working: at 18:00 of that day.
    ///
    /// With a fixed day it works for at least a day of real time, or a demonstration of a past
    /// market could enrol no one.
    pub fn invite_expiry_ms(&self, date: civil::Date, time_zone: &str) -> i64 {
        let closing = date
            .at(18, 0, 0, 0)
            .to_zoned(time_zone_named(time_zone))
            .map_or(0, |closing| closing.timestamp().as_millisecond());
        match self.fixed_today {
            Some(_) => closing.max(self.now_ms() + DAY_MS),
            None => closing,
        }
    }
}

/// The same day, as the deciding code counts days.
pub(crate) fn calendar_date(day: civil::Date) -> shared::calendar::Date {
    let (year, month, of_month) = (day.year(), day.month(), day.day());
    let (year, month, of_month) = (u16::try_from(year), u8::try_from(month), u8::try_from(of_month));
    match (year, month, of_month) {
        (Ok(year), Ok(month), Ok(of_month)) => shared::calendar::Date::new(year, month, of_month),
        _ => None,
    }
    .expect("the clock shows a day of our era")
}

/// A day of real time.
pub(crate) const DAY_MS: i64 = 24 * 60 * 60 * 1000;

fn time_zone_named(name: &str) -> TimeZone {
    TimeZone::get(name).or_else(|_| TimeZone::get("Europe/Berlin")).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_invite_lasts_until_six_in_the_evening() {
        let date = civil::date(2036, 5, 24);
        assert_eq!(Clock::default().invite_expiry_ms(date, "Europe/Berlin"), 2_095_257_600_000);
    }

    #[test]
    fn showing_a_later_day_erases_nothing_early() {
        let shown = |year| Clock { fixed_today: Some(civil::date(year, 5, 23)) };
        assert_eq!(shown(2009).erasure_day("Europe/Berlin"), civil::date(2009, 5, 23));
        let real = Clock::default().today("Europe/Berlin");
        assert_eq!(shown(9999).erasure_day("Europe/Berlin"), real);
        assert_eq!(calendar_date(real).to_string(), real.to_string());
    }

    #[test]
    fn a_demonstration_of_a_past_market_can_enrol() {
        let date = civil::date(2009, 5, 23);
        let clock = Clock { fixed_today: Some(date) };
        assert!(clock.invite_expiry_ms(date, "Europe/Berlin") > clock.now_ms());
        assert_eq!(clock.today("Europe/Berlin"), date);
    }
}
