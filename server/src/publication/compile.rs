//! From stored documents to what is published.

use std::sync::Arc;

use bytes::Bytes;
use shared::{
    catalog::{SmallPrint, Sources, compile, compile_small_print},
    model::Season,
};

use super::{
    Published, PublishedFile,
    sources::{self, SeasonSources},
};
use crate::{clock::Clock, storage::DocumentChunks};

/// What is published on the clock's day, and how many problems were found.
pub(super) fn compile_published(documents: &[DocumentChunks], clock: &Clock) -> (Published, usize) {
    let mut problems = 0;
    let seasons = sources::read(documents, &mut problems);
    let Some((key, found)) = sources::current(seasons, clock) else {
        return (Published::default(), problems);
    };
    let SeasonSources { season, season_changes, markets, market_changes, providers } = found;
    let languages = published_languages(&season);
    let files = languages
        .iter()
        .flat_map(|language| {
            let sources = Sources { key: &key, season: &season, markets: &markets, providers: &providers };
            let (catalog, of_catalog) = compile(&sources, language);
            let (small_print, of_small_print) = compile_small_print(&season, language);
            problems += of_catalog.len() + of_small_print.len();
            [(language.clone(), catalog.to_bytes()), (SmallPrint::name(language), small_print.to_bytes())]
        })
        .map(|(name, bytes)| (name, Arc::new(PublishedFile::new(Bytes::from(bytes)))))
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
        compiled_ms: clock.now_ms(),
        season_changes,
        market_changes,
        files,
        ..Published::default()
    };
    (published, problems)
}

/// The season's languages for which the pages have texts; German if there is none.
fn published_languages(season: &Season) -> Vec<String> {
    let mut languages: Vec<String> = season
        .languages
        .iter()
        .filter(|language| client::text::Language::of(language).is_some())
        .cloned()
        .collect();
    if languages.is_empty() {
        languages.push("de".into());
    }
    languages
}
