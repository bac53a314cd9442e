//! The example season as the core reads it.

mod grown;

pub use grown::sentences_of;
use shared::catalog::{Catalog, Sources, compile};
use shared::exchange::{SourceFile, read_all};
use shared::model::{Market, Provider, Season};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What catalogs are compiled from.
#[derive(Clone, Debug, Default)]
pub struct SeasonSources {
    /// Key of the season.
    pub key: String,
    /// The season.
    pub season: Season,
    /// Its markets by date.
    pub markets: BTreeMap<String, Market>,
    /// Its providers by key.
    pub providers: BTreeMap<String, Provider>,
}

impl SeasonSources {
    /// The season in `examples/pankow`.
    ///
    /// # Panics
    /// When it cannot be read.
    pub fn example() -> SeasonSources {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/pankow");
        let mut paths = json_files(&folder);
        paths.extend(json_files(&folder.join("providers")));
        paths.sort();
        let texts: Vec<(String, String)> = paths
            .iter()
            .map(|path| (path.display().to_string(), std::fs::read_to_string(path).expect("a readable file")))
            .collect();
        let files: Vec<_> = texts.iter().map(|(name, text)| SourceFile { name, text }).collect();
        let mut sources = SeasonSources { key: "pankow-2026".to_owned(), ..SeasonSources::default() };
        for import in read_all(&files, None).unwrap_or_else(|error| panic!("{error}")) {
            sources.season = import.season.unwrap_or(sources.season);
            sources.markets.extend(import.markets);
            sources.providers.extend(import.providers);
        }
        sources
    }

    /// The catalog in one language.
    pub fn catalog(&self, language: &str) -> Catalog {
        let SeasonSources { key, season, markets, providers } = self;
        compile(&Sources { key, season, markets, providers }, language).0
    }
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the example season is there");
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect()
}
