//! The recurrence rules that seasons use.

use super::{Date, Weekday};

/// A rule such as "every third Saturday from May to September".
///
/// **Shape** as text: a subset of RFC 5545: `FREQ=MONTHLY` with `BYDAY` (with or without a number) or
/// `FREQ=WEEKLY` with `BYDAY` (without), each with or without `BYMONTH`, `INTERVAL=1` and `WKST`; a
/// leading `RRULE:` is optional.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// One bit for each month from bit 1 on.
    months: u16,
    days: Vec<RuleDay>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct RuleDay {
    /// The how manieth of the month, from its end if negative; 0 means each.
    nth: i8,
    weekday: Weekday,
}

/// Why a rule can not be followed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidRule {
    /// Neither monthly nor weekly.
    #[error("expected FREQ=MONTHLY or FREQ=WEEKLY")]
    Frequency,
    /// A part that is not understood; following the rest would give other dates.
    #[error("`{0}` is no part of a rule that is understood")]
    Part(String),
    /// No `BYDAY`.
    #[error("expected BYDAY, such as BYDAY=3SA")]
    NoDay,
    /// Not a day of the week, or a number where there is no fifth or none at all.
    #[error("`{0}` is no day of a rule, such as 3SA or -1FR; weekly rules take no number")]
    Day(String),
    /// Not a month.
    #[error("`{0}` is no month from 1 to 12")]
    Month(String),
}

const ALL_MONTHS: u16 = 0b1_1111_1111_1110;

impl Rule {
    /// Reads a rule; one that is not fully understood is an error.
    pub fn parse(text: &str) -> Result<Self, InvalidRule> {
        let mut weekly = None;
        let mut months = 0;
        let mut days = Vec::new();
        for part in text.trim().trim_start_matches("RRULE:").split(';') {
            match part.split_once('=') {
                Some(("FREQ", "MONTHLY")) => weekly = Some(false),
                Some(("FREQ", "WEEKLY")) => weekly = Some(true),
                Some(("FREQ", _)) => return Err(InvalidRule::Frequency),
                Some(("BYMONTH", list)) => {
                    for month in list.split(',') {
                        months |= match month.parse::<u8>() {
                            Ok(number @ 1..=12) => 1 << number,
                            _ => return Err(InvalidRule::Month(month.to_owned())),
                        };
                    }
                }
                Some(("BYDAY", list)) => {
                    for day in list.split(',') {
                        days.push(rule_day(day).ok_or_else(|| InvalidRule::Day(day.to_owned()))?);
                    }
                }
                // Neither changes anything here: weeks are not skipped.
                Some(("INTERVAL", "1") | ("WKST", _)) => {}
                _ => return Err(InvalidRule::Part(part.to_owned())),
            }
        }
        let weekly = weekly.ok_or(InvalidRule::Frequency)?;
        if days.is_empty() {
            return Err(InvalidRule::NoDay);
        }
        if weekly && let Some(day) = days.iter().find(|day| day.nth != 0) {
            return Err(InvalidRule::Day(day.nth.to_string()));
        }
        Ok(Self { months: if months == 0 { ALL_MONTHS } else { months }, days })
    }

    /// Whether `date` is one of its days.
    pub fn falls_on(&self, date: Date) -> bool {
        let weekday = date.weekday();
        let from_start = (date.day() as i8 - 1) / 7 + 1;
        let from_end = -((date.month_length() as i8 - date.day() as i8) / 7 + 1);
        self.months & 1 << date.month() != 0
            && self.days.iter().any(|day| {
                day.weekday == weekday && (day.nth == 0 || day.nth == from_start || day.nth == from_end)
            })
    }
}

fn rule_day(text: &str) -> Option<RuleDay> {
    let (number, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = match name {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    };
    let nth = match number {
        "" => 0,
        number => number.parse::<i8>().ok().filter(|nth| matches!(nth, -5..=-1 | 1..=5))?,
    };
    Some(RuleDay { nth, weekday })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days_of_2026(rule: &str) -> Vec<String> {
        let rule = Rule::parse(rule).expect("a rule");
        let first = Date::new(2026, 1, 1).expect("a day");
        (0..365)
            .filter_map(|days| first.plus_days(days))
            .filter(|date| rule.falls_on(*date))
            .map(|date| date.to_string()[5..].to_owned())
            .collect()
    }

    #[test]
    fn monthly() {
        assert_eq!(
            days_of_2026("RRULE:FREQ=MONTHLY;BYMONTH=5,6,7,8,9;BYDAY=3SA"),
            ["05-16", "06-20", "07-18", "08-15", "09-19"]
        );
        assert_eq!(days_of_2026("FREQ=MONTHLY;BYMONTH=2;BYDAY=-1SA,1MO"), ["02-02", "02-28"]);
        assert_eq!(days_of_2026("FREQ=MONTHLY;BYMONTH=2;BYDAY=SU"), ["02-01", "02-08", "02-15", "02-22"]);
        assert_eq!(days_of_2026("FREQ=MONTHLY;BYDAY=5SA"), ["01-31", "05-30", "08-29", "10-31"]);
    }

    #[test]
    fn weekly() {
        assert_eq!(
            days_of_2026("FREQ=WEEKLY;WKST=MO;INTERVAL=1;BYMONTH=12;BYDAY=WE,TH"),
            ["12-02", "12-03", "12-09", "12-10", "12-16", "12-17", "12-23", "12-24", "12-30", "12-31"]
        );
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let error = |rule| Rule::parse(rule).expect_err("not a rule we follow");
        assert_eq!(error(""), InvalidRule::Part(String::new()));
        assert_eq!(error("BYDAY=SA"), InvalidRule::Frequency);
        assert_eq!(error("FREQ=DAILY"), InvalidRule::Frequency);
        assert_eq!(error("FREQ=MONTHLY"), InvalidRule::NoDay);
        assert_eq!(error("FREQ=MONTHLY;BYDAY=6SA"), InvalidRule::Day("6SA".to_owned()));
        assert_eq!(error("FREQ=MONTHLY;BYDAY=Sä"), InvalidRule::Day("Sä".to_owned()));
        assert_eq!(error("FREQ=WEEKLY;BYDAY=3SA"), InvalidRule::Day("3".to_owned()));
        assert_eq!(error("FREQ=WEEKLY;BYDAY=SA;BYMONTH=0"), InvalidRule::Month("0".to_owned()));
        assert_eq!(error("FREQ=WEEKLY;BYDAY=SA;COUNT=3"), InvalidRule::Part("COUNT=3".to_owned()));
        assert_eq!(error("FREQ=WEEKLY;BYDAY=SA;INTERVAL=2"), InvalidRule::Part("INTERVAL=2".to_owned()));
    }
}
