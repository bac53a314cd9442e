//! From stored documents to what is published.

use std::{collections::BTreeMap, sync::Arc};

use bytes::Bytes;
use shared::{
    catalog::{Sources, compile, season_days},
    document::{Kind, tree},
    model::{Market, Provider, Season},
};

use super::{CatalogFile, Published, load};
use crate::{clock::Clock, storage::DocumentChunks};

#[derive(Default)]
struct SeasonSources {
    season: Season,
    markets: BTreeMap<String, Market>,
    providers: BTreeMap<String, Provider>,
}

/// What is published on the clock's day, and how many problems were found.
pub(super) fn compile_published(documents: &[DocumentChunks], clock: &Clock) -> (Published, usize) {
    let mut problems = 0;
    let seasons = read_sources(documents, &mut problems);
    let Some((key, sources)) = current_season(seasons, clock) else {
        return (Published::default(), problems);
    };
    let SeasonSources { season, markets, providers } = sources;
    let languages = published_languages(&season);
    let catalogs = languages
        .iter()
        .map(|language| {
            let sources = Sources { key: &key, season: &season, markets: &markets, providers: &providers };
            let (catalog, found) = compile(&sources, language);
            problems += found.len();
            (language.clone(), Arc::new(CatalogFile::new(Bytes::from(catalog.to_bytes()))))
        })
        .collect();
    let offer_count = providers.values().map(|provider| provider.offers.len()).sum();
    let day = clock.today(&season.time_zone).to_string();
    let published = Published {
        day,
        season_key: key,
        season,
        markets,
        languages,
        offer_count,
        catalogs,
        ..Published::default()
    };
    (published, problems)
}

fn read_sources(documents: &[DocumentChunks], problems: &mut usize) -> BTreeMap<String, SeasonSources> {
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
        let found = match stored.kind {
            Kind::Season => {
                let (season, found) = tree::read(&document);
                sources.season = season;
                found
            }
            Kind::Market => {
                let (market, found) = tree::read::<Market>(&document);
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
fn current_season(
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

/// The season's languages for which the pages have texts; German if there is none.
fn published_languages(season: &Season) -> Vec<String> {
    let mut languages: Vec<String> = season
        .languages
        .iter()
        .filter(|language| client::text::LANGUAGES.contains(&language.as_str()))
        .cloned()
        .collect();
    if languages.is_empty() {
        languages.push("de".into());
    }
    languages
}
