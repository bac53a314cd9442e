//! Until when a document about a visitor, or a device that recorded for a market, may be kept.
//!
//! Counted from the market's day and the consent, never from a phone's clock or from the closing.

use automerge::Automerge;

use super::{Kind, contact};
use crate::calendar::{Date, market_ends_on};

/// Kinds that end so many days after their market: what is about a visitor, and devices, whose label may
/// be a volunteer's name. Members stay: they belong to accounts, which outlive seasons.
pub const KINDS: &[Kind] = &[Kind::Contact, Kind::Case, Kind::Feedback, Kind::Device];

/// The day on which a document is to be erased: so many days after its market, or earlier if that
/// was consented to. Nothing if it is kept, or if neither is known.
///
/// `market_day` is the day of its market, or the last of its season. A consent that ends before that
/// day is a mistake and does not count; one that ends later than the season allows is cut.
/// What says of itself no kind may be about anyone: it ends like what is about a visitor.
pub fn erase_on(
    kind: Option<Kind>,
    market_day: Date,
    retention_days: u32,
    document: &Automerge,
) -> Option<Date> {
    if kind.is_some_and(|kind| !KINDS.contains(&kind)) {
        return None;
    }
    let by_season = market_ends_on(market_day, retention_days);
    let by_consent = match kind {
        Some(Kind::Contact) => contact::read(document).0.consent.erase_on.parse().ok(),
        _ => None,
    };
    let by_consent = by_consent.filter(|day: &Date| *day >= market_day);
    by_season.into_iter().chain(by_consent).min()
}

#[cfg(test)]
mod tests {
    use automerge::{AutomergeError, ROOT, ReadDoc as _, transaction::Transactable as _};

    use super::*;
    use crate::document::blank;

    fn check(kind: Kind, retention_days: u32, consent: Option<&str>, expected: Option<&str>) {
        let mut document = blank(kind);
        document
            .transact::<_, _, AutomergeError>(|tx| {
                let Some(day) = consent else { return Ok(()) };
                let (_, map) = tx.get(ROOT, "consent")?.expect("a contact has it from the first change");
                tx.put(map, "erase_on", day)
            })
            .expect("takes a consent");
        let market_day = Date::new(2036, 5, 17).expect("a date");
        let day = erase_on(Some(kind), market_day, retention_days, &document);
        assert_eq!(day.map(|day| day.to_string()).as_deref(), expected);
    }

    #[test]
    fn the_season_and_the_consent_say_when() {
        check(Kind::Contact, 30, None, Some("2036-06-16"));
        check(Kind::Contact, 30, Some("2036-06-01"), Some("2036-06-01"));
        check(Kind::Contact, 30, Some("2037-01-01"), Some("2036-06-16"));
        check(Kind::Contact, 0, Some("2037-01-01"), Some("2037-01-01"));
        check(Kind::Feedback, 30, None, Some("2036-06-16"));
        check(Kind::Case, 30, None, Some("2036-06-16"));
        check(Kind::Device, 30, None, Some("2036-06-16"));
    }

    #[test]
    fn a_phone_cannot_let_its_contacts_vanish_or_stay() {
        check(Kind::Contact, 30, Some("1970-01-01"), Some("2036-06-16"));
        check(Kind::Contact, 30, Some("soon"), Some("2036-06-16"));
        check(Kind::Contact, u32::MAX, None, None);
        check(Kind::Contact, 0, None, None);
    }

    #[test]
    fn what_is_not_about_a_visitor_stays() {
        check(Kind::Member, 30, None, None);
        check(Kind::Provider, 30, None, None);
        check(Kind::Tally, 30, None, None);
    }

    #[test]
    fn what_says_no_kind_ends_with_its_market() {
        let market_day = Date::new(2036, 5, 17).expect("a date");
        let day = erase_on(None, market_day, 30, &Automerge::new());
        assert_eq!(day, Date::new(2036, 6, 16));
    }
}
