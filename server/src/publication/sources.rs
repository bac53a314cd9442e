//! The stored documents by season, from which catalogs are compiled.

use std::collections::BTreeMap;

use automerge::ReadDoc as _;
use shared::{
    catalog::season_days,
    document::{Kind, tree},
    model::{Market, Provider, Season},
};

use super::load;
use crate::{clock::Clock, storage::DocumentChunks};

/// What is known of one season.
#[derive(Default)]
pub(super) struct SeasonSources {
    /// The season.
    pub season: Season,
    /// Changes that its document has.
    pub season_changes: u64,
    /// Its markets by date.
    pub markets: BTreeMap<String, Market>,
    /// Changes that the markets' documents have, by date.
    pub market_changes: BTreeMap<String, u64>,
    /// Its providers by key.
    pub providers: BTreeMap<String, Provider>,
}

/// Reads all documents; what cannot be read is counted.
pub(super) fn read(documents: &[DocumentChunks], problems: &mut usize) -> BTreeMap<String, SeasonSources> {
    let mut seasons: BTreeMap<String, SeasonSources> = BTreeMap::new();
    for stored in documents {
        let Some(document) = load(&stored.chunks) else {
            *problems += 1;
            continue;
        };
        let Some(season_key) = tree::root_text(&document, "season") else {
            *problems += 1;
            continue;
        };
        let sources = seasons.entry(season_key).or_default();
        let changes = document.stats().num_changes;
        let found = match stored.kind {
            Kind::Season => {
                let (season, found) = tree::read(&document);
                sources.season = season;
                sources.season_changes = changes;
                found
            }
            Kind::Market => {
                let (market, found) = tree::read::<Market>(&document);
                sources.market_changes.insert(market.date.clone(), changes);
                sources.markets.insert(market.date.clone(), market);
                found
            }
            Kind::Provider => {
                let (provider, found) = tree::read(&document);
                let key = tree::root_text(&document, "key").unwrap_or_default();
                sources.providers.insert(key, provider);
                found
            }
            // Nothing else is asked of the storage.
            Kind::Proposal
            | Kind::Roster
            | Kind::Signup
            | Kind::Member
            | Kind::Contact
            | Kind::Case
            | Kind::Feedback
            | Kind::Tally
            | Kind::Device => Vec::new(),
        };
        *problems += found.len();
    }
    seasons
}

/// The season with the next market; if all are over, the one with the last.
pub(super) fn current(
    seasons: BTreeMap<String, SeasonSources>,
    clock: &Clock,
) -> Option<(String, SeasonSources)> {
    seasons.into_iter().min_by_key(|(_, sources)| {
        let today = clock.today(&sources.season.time_zone).to_string();
        let dates: Vec<String> =
            season_days(&sources.season).0.into_iter().map(|day| day.date.to_string()).collect();
        let next = dates.iter().find(|date| **date >= today).cloned();
        let last = dates.into_iter().next_back();
        (next.is_none(), next, std::cmp::Reverse(last))
    })
}
