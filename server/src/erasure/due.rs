//! Which documents' and markets' time is over.

use std::collections::HashMap;

use shared::{
    calendar::{Date, market_ends_on},
    catalog::season_days,
    document::{DocumentId, Kind, MarketKey, retention, tree},
    model::Season,
};

use crate::{
    publication::{load, stored},
    storage::{Storage, StorageError, StoredDocument},
};

/// So many documents are read at once.
const PAGE: usize = 200;

/// Documents that are to be erased on `today` or were to be before.
///
/// # Errors
/// When the documents cannot be read.
pub(crate) async fn due(storage: &dyn Storage, today: Date) -> Result<Vec<DocumentId>, StorageError> {
    let mut seasons = HashMap::new();
    let latest = latest_season(storage).await?;
    let mut due = Vec::new();
    let mut after = DocumentId::from_bytes([0; 16]);
    loop {
        let page = storage.page_of(Some(retention::KINDS), after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(due) };
        after = last.id;
        for document in &page {
            let Some(key) = season_key(document) else { continue };
            if !seasons.contains_key(key) {
                let rules = stored(storage, DocumentId::season(key), Kind::Season)
                    .await?
                    .map(|season| Rules::of(&season));
                seasons.insert(key.to_owned(), rules);
            }
        }
        let rules = seasons.clone();
        let decided = tokio::task::spawn_blocking(move || {
            page.iter()
                .filter(|document| is_due(document, &rules, latest, today))
                .map(|document| document.id)
                .collect()
        });
        let decided: Vec<DocumentId> = decided.await.expect("reading a stored document does not panic");
        due.extend(decided);
    }
}

/// Those of `markets` (`<season>/<date>`) of which nothing may be kept on `today`.
///
/// # Errors
/// When the seasons cannot be read.
pub(super) async fn over(
    storage: &dyn Storage,
    markets: Vec<String>,
    today: Date,
) -> Result<Vec<String>, StorageError> {
    let mut over = Vec::new();
    for market in markets {
        let Ok(key) = market.parse::<MarketKey>() else { continue };
        let season = stored(storage, DocumentId::season(key.season()), Kind::Season).await?;
        let Some(Season { retention_days, .. }) = season else { continue };
        let Ok(date) = key.date().parse() else { continue };
        if market_ends_on(date, retention_days).is_some_and(|day| day <= today) {
            over.push(market);
        }
    }
    Ok(over)
}

/// What a season says about keeping.
#[derive(Clone, Copy)]
struct Rules {
    retention_days: u32,
    last_day: Option<Date>,
}

impl Rules {
    fn of(season: &Season) -> Self {
        let last_day = season_days(season).0.last().map(|day| day.date);
        Self { retention_days: season.retention_days, last_day }
    }
}

fn is_due(
    document: &StoredDocument,
    seasons: &HashMap<String, Option<Rules>>,
    latest: Option<Rules>,
    today: Date,
) -> bool {
    let rules = season_key(document).and_then(|key| seasons.get(key).copied().flatten());
    // A case may go over several markets. One that names no season that is known must not stay for ever, nor
    // what does not even say what it is.
    let ends_with_the_latest = document.facts.kind.is_none_or(|kind| kind == Kind::Case);
    let rules = rules.or(latest.filter(|_| ends_with_the_latest));
    let retention_days = rules.map_or(0, |rules| rules.retention_days);
    let market_day = match market_key(document) {
        Some(market) => market.date().parse().ok(),
        None => rules.and_then(|rules| rules.last_day),
    };
    let Some(market_day) = market_day else { return false };
    // Nothing ends before its market, whatever it says; it need not be read.
    if market_day > today {
        return false;
    }
    // What cannot be read gave no consent that would end it earlier.
    let content = load(&document.chunks).unwrap_or_default();
    retention::erase_on(document.facts.kind, market_day, retention_days, &content)
        .is_some_and(|day| day <= today)
}

fn market_key(document: &StoredDocument) -> Option<MarketKey> {
    document.facts.market.as_deref()?.parse().ok()
}

/// The season of a document's market, or its own.
fn season_key(document: &StoredDocument) -> Option<&str> {
    let market = document.facts.market.as_deref()?;
    Some(market.split_once('/').map_or(market, |(season, _)| season))
}

/// What the season with the latest day says.
async fn latest_season(storage: &dyn Storage) -> Result<Option<Rules>, StorageError> {
    let seasons = storage.documents_of(&[Kind::Season]).await?;
    let rules = seasons.iter().filter_map(|stored| load(&stored.chunks));
    Ok(rules.map(|season| Rules::of(&tree::read(&season).0)).max_by_key(|rules| rules.last_day))
}

#[cfg(test)]
mod tests {
    use shared::{
        document::blank,
        sync::share_policy::{Facts, Owner},
    };

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn check(kind: impl Into<Option<Kind>>, market: Option<&str>, expected_last_day: Option<&str>) {
        let kind = kind.into();
        let facts = Facts { kind, market: market.map(str::to_owned), owner: Owner::Organisers };
        let id = DocumentId::from_bytes([1; 16]);
        let document =
            StoredDocument { id, facts, chunks: kind.map(|kind| blank(kind).save()).into_iter().collect() };
        let rules = |last: &str, retention_days| Rules { retention_days, last_day: Some(day(last)) };
        let latest = rules("2027-09-18", 10);
        let seasons = HashMap::from([
            ("pankow-2026".to_owned(), Some(rules("2026-09-19", 30))),
            ("pankow-2027".to_owned(), Some(latest)),
            ("lost".to_owned(), None),
        ]);
        let is_due = |today: Date| is_due(&document, &seasons, Some(latest), today);
        match expected_last_day {
            Some(last) => {
                assert!(!is_due(day(last)), "{kind:?} of {market:?} may stay on {last}");
                assert!(
                    is_due(day(last).plus_days(1).expect("a day")),
                    "{kind:?} of {market:?} after {last}"
                );
            }
            None => assert!(!is_due(day("2090-01-01")), "{kind:?} of {market:?} stays"),
        }
    }

    #[test]
    fn a_case_ends_with_its_market_or_its_season_or_the_latest_one() {
        check(Kind::Case, Some("pankow-2026/2026-05-23"), Some("2026-06-21"));
        check(Kind::Case, Some("pankow-2026"), Some("2026-10-18"));
        check(Kind::Case, None, Some("2027-09-27"));
        check(Kind::Case, Some("lost"), Some("2027-09-27"));
    }

    #[test]
    fn what_says_no_kind_ends_like_a_case() {
        check(None::<Kind>, Some("pankow-2026/2026-05-23"), Some("2026-06-21"));
        check(None::<Kind>, None, Some("2027-09-27"));
    }

    #[test]
    fn what_belongs_to_a_market_waits_for_its_season_to_say_so() {
        for kind in [Kind::Contact, Kind::Feedback, Kind::Device] {
            check(kind, Some("pankow-2026/2026-05-23"), Some("2026-06-21"));
            check(kind, Some("lost/2026-05-23"), None);
        }
        check(Kind::Member, None, None);
    }
}
