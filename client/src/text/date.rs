//! Dates in words; names of days and months come from the catalogue.

use yew::AttrValue;

use super::{Msg, Text};

/// How much of a date is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Date {
    /// "23. Mai"
    Day,
    /// "Samstag, 23. Mai"
    Weekday,
    /// "23. Mai 2026"
    Year,
}

const MONTHS: [Msg; 12] = [
    Msg::MONTH_1,
    Msg::MONTH_2,
    Msg::MONTH_3,
    Msg::MONTH_4,
    Msg::MONTH_5,
    Msg::MONTH_6,
    Msg::MONTH_7,
    Msg::MONTH_8,
    Msg::MONTH_9,
    Msg::MONTH_10,
    Msg::MONTH_11,
    Msg::MONTH_12,
];

/// From Sunday, as the arithmetic counts.
const WEEKDAYS: [Msg; 7] = [
    Msg::WEEKDAY_SUNDAY,
    Msg::WEEKDAY_MONDAY,
    Msg::WEEKDAY_TUESDAY,
    Msg::WEEKDAY_WEDNESDAY,
    Msg::WEEKDAY_THURSDAY,
    Msg::WEEKDAY_FRIDAY,
    Msg::WEEKDAY_SATURDAY,
];

impl Text {
    /// An ISO 8601 date in words; what is no date comes back as it is.
    pub fn date(&self, how: Date, iso: &str) -> AttrValue {
        let Some((year, month, day)) = parts(iso) else { return AttrValue::from(iso.to_owned()) };
        let month_name = self.get(MONTHS[month as usize - 1]);
        let mut args = vec![("day", day.into()), ("month", month_name.into())];
        let message = match how {
            Date::Day => Msg::DATE_DAY,
            Date::Weekday => {
                args.push(("weekday", self.get(WEEKDAYS[weekday(year, month, day)]).into()));
                Msg::DATE_WEEKDAY
            }
            Date::Year => {
                // As words, so that no plural rule and no grouping touches it.
                args.push(("year", year.to_string().into()));
                Msg::DATE_YEAR
            }
        };
        self.with(message, &args)
    }
}

/// Year, month (1–12) and day of an ISO 8601 date or instant.
fn parts(iso: &str) -> Option<(u32, u32, u32)> {
    let number = |range: std::ops::Range<usize>| iso.get(range)?.parse::<u32>().ok();
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}

/// 0 is Sunday (Sakamoto's method).
fn weekday(year: u32, month: u32, day: u32) -> usize {
    const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = if month < 3 { year - 1 } else { year };
    ((year + year / 4 - year / 100 + year / 400 + SHIFT[month as usize - 1] + day) % 7) as usize
}
