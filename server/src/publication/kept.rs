//! A publication as the storage keeps it.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shared::{
    document::Head,
    model::{Market, Season},
};

use super::{Published, PublishedFile, SOURCES};
use crate::storage::{KeptFile, KeptPublication, Storage, StorageError};

/// Differs between versions that may make other catalogs of the same documents.
const COMPILER: &str = env!("MARKT_COMPILER");

/// What is kept beside the files; **shape**: JSON, its models as they are imported.
#[derive(Serialize, Deserialize)]
struct About {
    day: String,
    season_key: String,
    season: Season,
    markets: BTreeMap<String, Market>,
    languages: Vec<String>,
    offer_count: usize,
    compiled_ms: i64,
    season_changes: u64,
    market_changes: BTreeMap<String, u64>,
}

/// Names the state of the documents that catalogs are compiled from, and what compiles them.
pub(super) async fn fingerprint(storage: &dyn Storage) -> Result<Head, StorageError> {
    let mut hash = Sha256::new_with_prefix(COMPILER);
    for (document, heads) in storage.heads_of(SOURCES).await? {
        hash.update(document.as_bytes());
        hash.update((heads.len() as u64).to_be_bytes());
        hash.update(heads.concat());
    }
    Ok(hash.finalize().into())
}

/// What was kept; nothing if it cannot be read any more.
pub(super) fn read(kept: KeptPublication) -> Option<Published> {
    let about: About = serde_json::from_slice(&kept.about).ok()?;
    let files = kept
        .files
        .into_iter()
        .map(|kept| {
            let mut file = PublishedFile::new(Bytes::from(kept.plain));
            file.compressed = OnceLock::from((Bytes::from(kept.brotli), Bytes::from(kept.gzip)));
            (kept.name, Arc::new(file))
        })
        .collect();
    Some(Published {
        version: 0,
        sources: kept.sources,
        day: about.day,
        season_key: about.season_key,
        season: about.season,
        markets: about.markets,
        languages: about.languages,
        offer_count: about.offer_count,
        compiled_ms: about.compiled_ms,
        season_changes: about.season_changes,
        market_changes: about.market_changes,
        files,
    })
}

/// What is to be kept; nothing while something is not compressed.
pub(super) fn written(published: &Published) -> Option<KeptPublication> {
    let files = published.files.iter().map(|(name, file)| {
        let (brotli, gzip) = file.compressed()?;
        Some(KeptFile {
            name: name.clone(),
            plain: file.plain.to_vec(),
            brotli: brotli.to_vec(),
            gzip: gzip.to_vec(),
        })
    });
    let about = About {
        day: published.day.clone(),
        season_key: published.season_key.clone(),
        season: published.season.clone(),
        markets: published.markets.clone(),
        languages: published.languages.clone(),
        offer_count: published.offer_count,
        compiled_ms: published.compiled_ms,
        season_changes: published.season_changes,
        market_changes: published.market_changes.clone(),
    };
    Some(KeptPublication {
        sources: published.sources,
        about: serde_json::to_vec(&about).ok()?,
        files: files.collect::<Option<_>>()?,
    })
}
