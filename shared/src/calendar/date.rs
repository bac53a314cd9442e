//! A day of the calendar.

use std::{fmt, str::FromStr};

/// A day of the Gregorian calendar, years 0000 to 9999.
///
/// **Shape** as text: ISO 8601, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// Text that is no day of the form `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no date of the form YYYY-MM-DD")]
pub struct InvalidDate(pub String);

impl Date {
    /// The day, if there is one.
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month) {
            Some(Self { year, month, day })
        } else {
            None
        }
    }

    /// 0 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January 1970; negative before.
    ///
    /// **Source**: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    pub const fn days_since_epoch(self) -> i32 {
        // Years begin in March, so that the leap day is the last.
        let year = self.year as i32 - (self.month <= 2) as i32;
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (self.month as i32 + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + self.day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The day that many days after 1 January 1970, unless its year leaves 0000 to 9999.
    ///
    /// **Source**: as for [`Date::days_since_epoch`], `civil_from_days`.
    pub const fn from_days_since_epoch(days: i32) -> Option<Self> {
        let Some(days) = days.checked_add(719_468) else { return None };
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + (month <= 2) as i32;
        if year < 0 || year > 9999 {
            return None;
        }
        Self::new(year as u16, month as u8, day as u8)
    }

    /// The day that many days later, or earlier if negative, unless its year leaves 0000 to 9999.
    pub const fn plus_days(self, days: i32) -> Option<Self> {
        match self.days_since_epoch().checked_add(days) {
            Some(days) => Self::from_days_since_epoch(days),
            None => None,
        }
    }

    /// Its day of the week.
    pub const fn weekday(self) -> Weekday {
        // 1 January 1970 was a Thursday.
        match (self.days_since_epoch() + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// How many days its month has.
    pub(crate) const fn month_length(self) -> u8 {
        days_in_month(self.year, self.month)
    }
}

const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_u16, |number, digit| {
                digit.is_ascii_digit().then(|| number * 10 + u16::from(digit - b'0'))
            })
        };
        let parsed = match text.as_bytes() {
            [y @ .., b'-', m1, m2, b'-', d1, d2] if y.len() == 4 => {
                match (number(y), number(&[*m1, *m2]), number(&[*d1, *d2])) {
                    (Some(year), Some(month), Some(day)) => Self::new(year, month as u8, day as u8),
                    _ => None,
                }
            }
            _ => None,
        };
        parsed.ok_or_else(|| InvalidDate(text.to_owned()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn text_round_trips() {
        for text in ["2026-05-23", "0000-01-01", "9999-12-31", "2024-02-29"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "2026-5-23",
            "2026-05-32",
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "26-05-2023",
            "2026-05-23T10:00",
            "２026-05-23",
            "+026-05-23",
        ] {
            assert_eq!(text.parse::<Date>(), Err(InvalidDate(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn every_day_counts_once() {
        let mut day = date("1896-01-01");
        let mut weekday = day.weekday() as u8;
        for _ in 0..100_000 {
            let next = day.plus_days(1).expect("far from the year 9999");
            assert!(next > day);
            assert_eq!(next.days_since_epoch(), day.days_since_epoch() + 1);
            assert_eq!(Date::from_days_since_epoch(next.days_since_epoch()), Some(next));
            weekday = (weekday + 1) % 7;
            assert_eq!(next.weekday() as u8, weekday);
            day = next;
        }
    }

    #[test]
    fn known_days() {
        assert_eq!(date("1970-01-01").days_since_epoch(), 0);
        assert_eq!(date("1970-01-01").weekday(), Weekday::Thursday);
        assert_eq!(date("2026-05-23").weekday(), Weekday::Saturday);
        assert_eq!(
            date("2026-05-23").plus_days(-142).map(|day| day.to_string()).as_deref(),
            Some("2026-01-01")
        );
    }

    #[test]
    fn the_calendar_ends() {
        assert_eq!(date("9999-12-31").plus_days(1), None);
        assert_eq!(date("0000-01-01").plus_days(-1), None);
        assert_eq!(date("2026-05-23").plus_days(i32::MAX), None);
        assert_eq!(Date::from_days_since_epoch(i32::MAX), None);
    }
}
