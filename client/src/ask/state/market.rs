//! Which market takes what a visitor sends, and until when it is kept.

use shared::{
    calendar::{Date, market_ends_on},
    catalog::Catalog,
};

use crate::visitor::today_or_next;

/// A market that takes requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakingMarket {
    /// `<season>/<date>`.
    pub key: String,
    /// ISO 8601.
    pub date: String,
    /// Whom to seal to, 64 hexadecimal digits.
    pub sealing_key: String,
    /// When it all is erased, ISO 8601.
    pub erase_on: String,
}

/// The running market or the next one; after the season the last, as long as its organisers keep
/// what they have. Nothing while that market is not set up: another one's organisers would look into
/// it too late.
pub fn taking(catalog: &Catalog, today: &str) -> Option<TakingMarket> {
    let upcoming = catalog.days.iter().find(|day| !day.cancelled && day.date.as_str() >= today);
    let day = match upcoming {
        Some(day) => day,
        None => today_or_next(catalog, today)?.day,
    };
    let date: Date = day.date.parse().ok()?;
    let erase_on = market_ends_on(date, catalog.season.retention_days)?.to_string();
    let takes = !day.cancelled && !day.sealing_key.is_empty() && erase_on.as_str() > today;
    takes.then(|| TakingMarket {
        key: format!("{}/{}", catalog.season.key, day.date),
        date: day.date.clone(),
        sealing_key: day.sealing_key.clone(),
        erase_on,
    })
}

#[cfg(test)]
mod tests {
    use shared::catalog::{Day, SeasonInfo};

    use super::*;

    fn check(today: &str, expected: Option<&str>) {
        let day = |date: &str, cancelled, key: &str| Day {
            date: date.to_owned(),
            cancelled,
            sealing_key: key.to_owned(),
            ..Day::default()
        };
        let days = vec![
            day("2026-05-16", true, "aa"),
            day("2026-05-23", false, "bb"),
            day("2026-06-20", false, ""),
            day("2026-07-18", false, "dd"),
        ];
        let season = SeasonInfo { key: "s".to_owned(), retention_days: 30, ..SeasonInfo::default() };
        let catalog = Catalog { days, season, ..Catalog::default() };
        assert_eq!(taking(&catalog, today).map(|market| market.key).as_deref(), expected, "{today}");
    }

    #[test]
    fn the_running_or_next_market_takes_requests() {
        check("2026-05-16", Some("s/2026-05-23"));
        check("2026-05-23", Some("s/2026-05-23"));
        check("2026-05-24", None);
        check("2026-07-01", Some("s/2026-07-18"));
        check("2026-08-16", Some("s/2026-07-18"));
        check("2026-08-17", None);
        assert_eq!(taking(&Catalog::default(), "2026-05-23"), None);
    }
}
