//! Which documents' and markets' time is over.

use std::collections::HashMap;

use shared::{
    calendar::{Date, market_ends_on},
    catalog::season_days,
    document::{DocumentId, MarketKey, retention, tree},
    model::Season,
};

use crate::{
    publication::load,
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
    let mut due = Vec::new();
    let mut after = DocumentId::from_bytes([0; 16]);
    loop {
        let page = storage.page_of(Some(retention::KINDS), after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(due) };
        after = last.id;
        for document in &page {
            let Some(key) = season_key(document) else { continue };
            if !seasons.contains_key(key) {
                let rules = stored_season(storage, key).await?.map(|season| Rules::of(&season));
                seasons.insert(key.to_owned(), rules);
            }
        }
        let rules = seasons.clone();
        let decided = tokio::task::spawn_blocking(move || {
            page.iter()
                .filter(|document| is_due(document, &rules, today))
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
        let Some(season) = stored_season(storage, key.season()).await? else { continue };
        let Ok(date) = key.date().parse() else { continue };
        if market_ends_on(date, season.retention_days).is_some_and(|day| day <= today) {
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

fn is_due(document: &StoredDocument, seasons: &HashMap<String, Option<Rules>>, today: Date) -> bool {
    let rules = season_key(document).and_then(|key| seasons.get(key).copied().flatten());
    let retention_days = rules.map_or(0, |rules| rules.retention_days);
    let market_day = match market_key(document) {
        Some(market) => market.date().parse().ok(),
        None => rules.and_then(|rules| rules.last_day),
    };
    let (Some(kind), Some(market_day)) = (document.facts.kind, market_day) else { return false };
    // What cannot be read gave no consent that would end it earlier.
    let content = load(&document.chunks).unwrap_or_default();
    retention::erase_on(kind, market_day, retention_days, &content).is_some_and(|day| day <= today)
}

fn market_key(document: &StoredDocument) -> Option<MarketKey> {
    document.facts.market.as_deref()?.parse().ok()
}

/// The season of a document's market, or its own.
fn season_key(document: &StoredDocument) -> Option<&str> {
    let market = document.facts.market.as_deref()?;
    Some(market.split_once('/').map_or(market, |(season, _)| season))
}

async fn stored_season(storage: &dyn Storage, key: &str) -> Result<Option<Season>, StorageError> {
    let loaded = storage.load(DocumentId::season(key), None).await?;
    let shared::repo::Found::Present { chunks, .. } = loaded.found else { return Ok(None) };
    Ok(load(&chunks).map(|document| tree::read(&document).0))
}
