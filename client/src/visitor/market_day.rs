//! Which market is meant by "today or next".

use shared::catalog::{Catalog, Day};

/// How a market's date relates to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It is today.
    Today,
    /// It would have been today.
    CancelledToday,
    /// It is the next one.
    Next,
    /// The season is over; this was the last.
    Last,
}

/// How far today's market has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hour {
    /// No clock says.
    Unknown,
    /// It begins later.
    Before,
    /// It is under way.
    Open,
    /// It has ended.
    Over,
}

impl Hour {
    /// By a clock of `HH:MM`, whose text compares as its time.
    pub(super) fn of(day: &Day, clock: Option<&str>) -> Self {
        match clock {
            None => Self::Unknown,
            Some(now) if now < day.from.as_str() => Self::Before,
            Some(now) if now < day.to.as_str() => Self::Open,
            Some(_) => Self::Over,
        }
    }
}

/// The next market after a date that takes place.
pub(super) fn next_after<'a>(catalog: &'a Catalog, date: &str) -> Option<&'a Day> {
    catalog.days.iter().find(|day| !day.cancelled && day.date.as_str() > date)
}

/// A market of the season.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Market<'a> {
    /// Its day.
    pub day: &'a Day,
    /// How that relates to today.
    pub when: When,
}

/// Today's market, even if it is cancelled; else the next one; else the last of the season.
///
/// `today` is an ISO 8601 date: those compare as text.
pub fn today_or_next<'a>(catalog: &'a Catalog, today: &str) -> Option<Market<'a>> {
    let takes_place = || catalog.days.iter().filter(|day| !day.cancelled);
    let found = |when| move |day| Market { day, when };
    if let Some(day) = catalog.days.iter().find(|day| day.date == today) {
        return Some(Market { day, when: if day.cancelled { When::CancelledToday } else { When::Today } });
    }
    next_after(catalog, today)
        .map(found(When::Next))
        .or_else(|| takes_place().next_back().map(found(When::Last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(today: &str, date: &str, when: When) {
        let day = |date: &str, cancelled| Day { date: date.to_owned(), cancelled, ..Day::default() };
        let days = vec![day("2026-05-16", true), day("2026-05-23", false), day("2026-06-20", false)];
        let catalog = Catalog { days, ..Catalog::default() };
        let market = today_or_next(&catalog, today).expect("the season has markets");
        assert_eq!((market.day.date.as_str(), market.when), (date, when), "{today}");
    }

    #[test]
    fn a_market_begins_and_ends_by_the_clock() {
        let day = Day { from: "10:00".to_owned(), to: "16:00".to_owned(), ..Day::default() };
        for (clock, hour) in [
            (None, Hour::Unknown),
            (Some("09:59"), Hour::Before),
            (Some("10:00"), Hour::Open),
            (Some("15:59"), Hour::Open),
            (Some("16:00"), Hour::Over),
        ] {
            assert_eq!(Hour::of(&day, clock), hour, "{clock:?}");
        }
    }

    #[test]
    fn finds_the_day_that_visitors_ask_for() {
        check("2026-05-01", "2026-05-23", When::Next);
        check("2026-05-16", "2026-05-16", When::CancelledToday);
        check("2026-05-23", "2026-05-23", When::Today);
        check("2026-05-24", "2026-06-20", When::Next);
        check("2026-12-24", "2026-06-20", When::Last);
        assert_eq!(today_or_next(&Catalog::default(), "2026-05-23"), None);
    }
}
