//! A season's rule, extra dates and cancelled dates as a list of days.

use super::{Date, InvalidRule, Rule};

/// What a season says about its dates; all of them ISO 8601.
#[derive(Clone, Copy, Debug, Default)]
pub struct SeasonDates<'a> {
    /// Recurrence rule; empty if there are only extra dates.
    pub rule: &'a str,
    /// First day on which the rule can fall.
    pub from: &'a str,
    /// Last day on which the rule can fall.
    pub until: &'a str,
    /// Dates besides the rule.
    pub extra: &'a [&'a str],
    /// Dates that do not take place.
    pub cancelled: &'a [&'a str],
}

/// One date of a season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeasonDay {
    /// When.
    pub date: Date,
    /// What kind of date.
    pub state: DayState,
}

/// What kind of date a day of a season is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayState {
    /// By the rule.
    Regular,
    /// Besides the rule.
    Extra,
    /// Would have been, by the rule or besides it, but does not take place.
    Cancelled,
}

/// Something in a season's dates that was left out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarProblem {
    /// The rule.
    #[error("rule: {0}")]
    Rule(#[from] InvalidRule),
    /// The date in this field.
    #[error("{field}: `{found}` is no date of the form YYYY-MM-DD")]
    Date {
        /// Name of the season's field.
        field: &'static str,
        /// What stands there.
        found: String,
    },
    /// From the first day to the last are more than [`MAX_DAYS`].
    #[error("until: expected at most {MAX_DAYS} days after the first day")]
    TooLong,
    /// A cancelled date that the season does not have anyway.
    #[error("cancelled_dates: {0} is neither by the rule nor an extra date")]
    CancelsNothing(Date),
}

/// The longest season, so that a broken year can not make a million markets.
pub const MAX_DAYS: i32 = 3 * 366;

/// The days of a season in order, and what could not be understood.
pub fn days(dates: &SeasonDates<'_>) -> (Vec<SeasonDay>, Vec<CalendarProblem>) {
    let mut problems = Vec::new();
    let mut days = regular_days(dates, &mut problems);
    for date in read_dates("extra_dates", dates.extra, &mut problems) {
        if !days.iter().any(|day| day.date == date) {
            days.push(SeasonDay { date, state: DayState::Extra });
        }
    }
    for date in read_dates("cancelled_dates", dates.cancelled, &mut problems) {
        match days.iter_mut().find(|day| day.date == date) {
            Some(day) => day.state = DayState::Cancelled,
            None => problems.push(CalendarProblem::CancelsNothing(date)),
        }
    }
    days.sort_unstable_by_key(|day| day.date);
    (days, problems)
}

fn regular_days(dates: &SeasonDates<'_>, problems: &mut Vec<CalendarProblem>) -> Vec<SeasonDay> {
    if dates.rule.is_empty() {
        return Vec::new();
    }
    let rule = match Rule::parse(dates.rule) {
        Ok(rule) => rule,
        Err(error) => {
            problems.push(error.into());
            return Vec::new();
        }
    };
    let from = read_dates("from", &[dates.from], problems).pop();
    let until = read_dates("until", &[dates.until], problems).pop();
    let (Some(from), Some(until)) = (from, until) else { return Vec::new() };
    let mut count = until.days_since_epoch() - from.days_since_epoch();
    if count > MAX_DAYS {
        problems.push(CalendarProblem::TooLong);
        count = MAX_DAYS;
    }
    (0..=count)
        .filter_map(|days| from.plus_days(days))
        .filter(|date| rule.falls_on(*date))
        .map(|date| SeasonDay { date, state: DayState::Regular })
        .collect()
}

fn read_dates(field: &'static str, texts: &[&str], problems: &mut Vec<CalendarProblem>) -> Vec<Date> {
    let mut dates = Vec::new();
    for text in texts {
        match text.parse() {
            Ok(date) => dates.push(date),
            Err(_) => problems.push(CalendarProblem::Date { field, found: (*text).to_owned() }),
        }
    }
    dates
}

/// The market of `today`, or else the next one that takes place.
pub fn next_or_running(days: &[SeasonDay], today: Date) -> Option<SeasonDay> {
    days.iter().find(|day| day.date >= today && day.state != DayState::Cancelled).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PANKOW: SeasonDates<'_> = SeasonDates {
        rule: "RRULE:FREQ=MONTHLY;BYMONTH=5,6,7,8,9;BYDAY=3SA",
        from: "2026-05-01",
        until: "2026-09-30",
        extra: &["2026-05-23"],
        cancelled: &["2026-05-16"],
    };

    fn next(today: &str) -> Option<String> {
        let (days, _) = days(&PANKOW);
        next_or_running(&days, today.parse().expect("a date")).map(|day| day.date.to_string())
    }

    #[test]
    fn pankow_begins_on_the_fourth_saturday() {
        let (days, problems) = days(&PANKOW);
        assert_eq!(problems, []);
        let days: Vec<_> = days.iter().map(|day| (day.date.to_string(), day.state)).collect();
        let days: Vec<_> = days.iter().map(|(date, state)| (date.as_str(), *state)).collect();
        assert_eq!(
            days,
            [
                ("2026-05-16", DayState::Cancelled),
                ("2026-05-23", DayState::Extra),
                ("2026-06-20", DayState::Regular),
                ("2026-07-18", DayState::Regular),
                ("2026-08-15", DayState::Regular),
                ("2026-09-19", DayState::Regular),
            ]
        );
    }

    #[test]
    fn next_or_running_passes_over_cancelled_days() {
        assert_eq!(next("2026-01-01").as_deref(), Some("2026-05-23"));
        assert_eq!(next("2026-05-16").as_deref(), Some("2026-05-23"));
        assert_eq!(next("2026-05-23").as_deref(), Some("2026-05-23"));
        assert_eq!(next("2026-05-24").as_deref(), Some("2026-06-20"));
        assert_eq!(next("2026-09-20"), None);
    }

    #[test]
    fn problems_leave_out_only_what_they_concern() {
        let (days, problems) = days(&SeasonDates {
            rule: "FREQ=YEARLY",
            from: "soon",
            until: "2026-09-30",
            extra: &["2026-05-23", "May"],
            cancelled: &["2026-06-20"],
        });
        assert_eq!(days.len(), 1);
        assert_eq!(
            problems,
            [
                CalendarProblem::Rule(InvalidRule::Frequency),
                CalendarProblem::Date { field: "extra_dates", found: "May".to_owned() },
                CalendarProblem::CancelsNothing(Date::new(2026, 6, 20).expect("a day")),
            ]
        );
    }

    #[test]
    fn a_broken_year_makes_no_million_markets() {
        let endless =
            SeasonDates { rule: "FREQ=WEEKLY;BYDAY=SA", from: "2026-01-01", until: "9026-01-01", ..PANKOW };
        let (days, problems) = days(&endless);
        assert_eq!(problems, [CalendarProblem::TooLong]);
        assert!(days.len() < 160);
    }

    #[test]
    fn a_date_that_is_extra_and_cancelled_does_not_take_place() {
        let (days, _) = days(&SeasonDates { cancelled: &["2026-05-23"], ..PANKOW });
        assert_eq!(days.iter().filter(|day| day.state == DayState::Cancelled).count(), 1);
        assert_eq!(days[0].state, DayState::Regular);
    }
}
