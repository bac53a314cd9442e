//! What is published at the moment: the season's documents and the catalogs compiled from them.
//!
//! Compiled after every change to a published document and kept in the storage with its compressed
//! forms: a start that finds there what was made of the same documents reads none of them. Phones that
//! still hold the address of an older catalog find it for a while.

mod compile;
mod kept;
mod sources;

use std::{
    collections::{BTreeMap, VecDeque},
    panic::catch_unwind,
    sync::{Arc, OnceLock, RwLock},
};

use automerge::Automerge;
use bytes::Bytes;
use jiff::civil;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use shared::{
    calendar::DayState,
    catalog::{SmallPrint, season_days},
    document::{DocumentId, Head, Kind, MarketKey, tree},
    model::{Market, Season},
    repo::Found,
};
use tokio::sync::Notify;

use self::compile::compile_published;
use crate::{
    app::App,
    clock::Clock,
    compress, log,
    storage::{Storage, StorageError},
};

/// Kinds from which catalogs are compiled.
const SOURCES: &[Kind] = &[Kind::Season, Kind::Market, Kind::Provider];
/// Catalogs of the last so many publications stay available.
const KEPT_PUBLICATIONS: usize = 8;

/// Holds the current publication and the catalogs of the last ones.
#[derive(Debug, Default)]
pub(crate) struct Publication {
    state: RwLock<State>,
    changed: PublishedChange,
}

/// Says that a published document changed, so that the catalogs are compiled again.
#[derive(Clone, Debug, Default)]
pub(crate) struct PublishedChange(Arc<Notify>);

impl PublishedChange {
    /// A published document changed. Several changes in a row may lead to one compilation.
    pub(crate) fn announce(&self) {
        self.0.notify_one();
    }
}

#[derive(Debug, Default)]
struct State {
    current: Arc<Published>,
    earlier: VecDeque<Arc<Published>>,
}

/// One state of the published documents.
#[derive(Debug, Default)]
pub(crate) struct Published {
    /// Rises with each publication of this process.
    pub version: u64,
    /// Names the documents that it was compiled from, and the compiler.
    sources: Head,
    /// The day on which its season was chosen.
    day: String,
    /// Key of the season that visitors see; empty if there is none.
    pub season_key: String,
    /// That season.
    pub season: Season,
    /// Its markets by date.
    pub markets: BTreeMap<String, Market>,
    /// Languages that have a catalog, the season's first one first.
    pub languages: Vec<String>,
    /// How many offers are stored for the season.
    pub offer_count: usize,
    /// When it was compiled: milliseconds since the Unix epoch.
    pub compiled_ms: i64,
    /// Changes that the season's document has.
    season_changes: u64,
    /// Changes that the markets' documents have, by date.
    market_changes: BTreeMap<String, u64>,
    /// By name: a language for its catalog, [`SmallPrint::name`] for its small print.
    files: BTreeMap<String, Arc<PublishedFile>>,
}

/// A compiled catalog, or small print, as it is sent.
#[derive(Debug)]
pub(crate) struct PublishedFile {
    /// First 16 hexadecimal digits of the SHA-256 of the bytes.
    pub hash: String,
    /// Postcard.
    pub plain: Bytes,
    compressed: OnceLock<(Bytes, Bytes)>,
}

impl PublishedFile {
    fn new(plain: Bytes) -> Self {
        let hash = hex::encode(&Sha256::digest(&plain)[..8]);
        Self { hash, plain, compressed: OnceLock::new() }
    }

    fn compress(&self) {
        self.compressed.get_or_init(|| (compress::brotli(&self.plain, 11), compress::gzip(&self.plain)));
    }

    /// Brotli and gzip, once they are ready.
    pub(crate) fn compressed(&self) -> Option<&(Bytes, Bytes)> {
        self.compressed.get()
    }
}

impl Published {
    /// Whether it is what is to be published of these documents today.
    fn is_of(&self, sources: Head, clock: &Clock) -> bool {
        self.sources == sources && self.day == self.today(clock).to_string()
    }

    /// The catalog in `language`.
    pub(crate) fn catalog(&self, language: &str) -> Option<&Arc<PublishedFile>> {
        self.files.get(language)
    }

    /// The small print in `language`.
    pub(crate) fn small_print(&self, language: &str) -> Option<&Arc<PublishedFile>> {
        self.files.get(&SmallPrint::name(language))
    }

    /// Where the file of that name is fetched.
    fn address(&self, name: &str) -> Option<String> {
        self.files.get(name).map(|file| format!("/catalog/{name}/{}", file.hash))
    }

    /// Where the catalog in `language` is fetched.
    pub(crate) fn catalog_address(&self, language: &str) -> Option<String> {
        self.address(language)
    }

    /// Where the small print in `language` is fetched.
    pub(crate) fn small_print_address(&self, language: &str) -> Option<String> {
        self.address(&SmallPrint::name(language))
    }

    /// How often what is known about a date changed. Documents keep their changes, so that it only rises.
    pub(crate) fn changes(&self, date: &str) -> u64 {
        self.season_changes + self.market_changes.get(date).copied().unwrap_or_default()
    }

    /// Name and hash of each file, in the order of the languages.
    pub(crate) fn hashes(&self) -> impl Iterator<Item = (String, &str)> {
        self.languages
            .iter()
            .flat_map(|language| [language.clone(), SmallPrint::name(language)])
            .filter_map(|name| self.files.get(&name).map(|file| (name, file.hash.as_str())))
    }

    /// The market of today or the next one; if all are over, the last.
    pub(crate) fn next_market(&self, clock: &Clock) -> Option<MarketKey> {
        let today = self.today(clock).to_string();
        let mut dates = season_days(&self.season)
            .0
            .into_iter()
            .filter(|day| day.state != DayState::Cancelled)
            .map(|day| day.date.to_string());
        let mut last = None;
        let next = dates.by_ref().find(|date| {
            last = Some(date.clone());
            *date >= today
        });
        MarketKey::new(&self.season_key, &next.or(last)?).ok()
    }

    /// The day in the season's time zone.
    pub(crate) fn today(&self, clock: &Clock) -> civil::Date {
        clock.today(&self.season.time_zone)
    }
}

impl Publication {
    /// What is published now.
    pub(crate) fn current(&self) -> Arc<Published> {
        Arc::clone(&self.state.read().expect("no writer panics").current)
    }

    /// A file by its address, current or recent.
    pub(crate) fn file(&self, name: &str, hash: &str) -> Option<Arc<PublishedFile>> {
        let state = self.state.read().expect("no writer panics");
        std::iter::once(&state.current)
            .chain(&state.earlier)
            .filter_map(|published| published.files.get(name))
            .find(|file| file.hash == hash)
            .cloned()
    }

    /// For whoever changes published documents.
    pub(crate) fn change(&self) -> PublishedChange {
        self.changed.clone()
    }

    fn replace(&self, mut published: Published) -> Arc<Published> {
        let mut state = self.state.write().expect("no writer panics");
        published.version = state.current.version + 1;
        // What has not changed is compressed already.
        for (name, file) in &mut published.files {
            if let Some(same) = state.current.files.get(name).filter(|same| same.hash == file.hash) {
                *file = Arc::clone(same);
            }
        }
        let previous = std::mem::replace(&mut state.current, Arc::new(published));
        state.earlier.push_front(previous);
        state.earlier.truncate(KEPT_PUBLICATIONS);
        Arc::clone(&state.current)
    }
}

/// What is published according to the storage, without a server.
///
/// # Errors
/// The documents cannot be read.
pub(crate) async fn stored_publication(
    storage: &dyn Storage,
    clock: Clock,
) -> Result<Published, StorageError> {
    let sources = kept::fingerprint(storage).await?;
    if let Some(kept) = storage.publication(sources).await?.and_then(kept::read)
        && kept.is_of(sources, &clock)
    {
        return Ok(kept);
    }
    let documents = storage.documents_of(SOURCES).await?;
    Ok(compile_published(&documents, &clock).0)
}

/// Publishes what the documents say now; does nothing if that is published already.
///
/// # Errors
/// The documents cannot be read.
pub(crate) async fn publish(app: &Arc<App>) -> Result<(), StorageError> {
    let preparing = app.metrics.preparing.begin();
    let sources = kept::fingerprint(&*app.storage).await?;
    if app.publication.current().is_of(sources, &app.clock) {
        return Ok(());
    }
    if let Some(kept) = app.storage.publication(sources).await?.and_then(kept::read)
        && kept.is_of(sources, &app.clock)
    {
        let published = app.publication.replace(kept);
        log::info("published_as_before", &[("version", &published.version)]);
        app.pages.published(&published);
        return Ok(());
    }
    let documents = app.storage.documents_of(SOURCES).await?;
    let clock = app.clock;
    let compiled = tokio::task::spawn_blocking(move || compile_published(&documents, &clock)).await;
    let Ok((mut published, problems)) = compiled else {
        log::error("compile_failed", &[]);
        return Ok(());
    };
    published.sources = sources;
    app.metrics.catalogs_compiled.add(published.languages.len() as u64);
    let published = app.publication.replace(published);
    log::info(
        "published",
        &[("version", &published.version), ("catalogs", &published.languages.len()), ("problems", &problems)],
    );
    app.pages.published(&published);
    let app = Arc::clone(app);
    // Until it is done, they go out uncompressed.
    tokio::spawn(async move {
        if let Err(error) = compress_and_keep(&app, published).await {
            log::error("publication_not_kept", &[("operation", &error.operation), ("cause", &error.source)]);
        }
        drop(preparing);
    });
    Ok(())
}

/// Compresses what is published and keeps it for the next start, unless something else is published meanwhile.
async fn compress_and_keep(app: &Arc<App>, published: Arc<Published>) -> Result<(), StorageError> {
    for file in published.files.values() {
        if app.publication.current().version != published.version {
            return Ok(());
        }
        let file = Arc::clone(file);
        let compressing = tokio::task::spawn_blocking(move || file.compress());
        if compressing.await.is_err() {
            log::error("compression_failed", &[]);
            return Ok(());
        }
    }
    match kept::written(&published) {
        Some(publication) => app.storage.put_publication(publication).await,
        None => Ok(()),
    }
}

/// Compiles again whenever something was published; ends never.
pub(crate) async fn keep_publishing(app: Arc<App>) {
    loop {
        app.publication.changed.0.notified().await;
        if let Err(error) = publish(&app).await {
            log::error("publish_failed", &[("operation", &error.operation), ("cause", &error.source)]);
        }
    }
}

/// The market document as it is stored this moment.
pub(crate) async fn stored_market(
    storage: &dyn Storage,
    key: &MarketKey,
) -> Result<Option<Market>, StorageError> {
    stored(storage, DocumentId::market(key), Kind::Market).await
}

/// What is stored under an id, if it is what the id belongs to; anyone can reckon such an id, and sit on it.
pub(crate) async fn stored<T: DeserializeOwned + Default>(
    storage: &dyn Storage,
    document: DocumentId,
    kind: Kind,
) -> Result<Option<T>, StorageError> {
    Ok(match storage.load(document, None).await?.found {
        Found::Present { facts, chunks } if facts.kind == Some(kind) => {
            load(&chunks).map(|document| tree::read(&document).0)
        }
        _ => None,
    })
}

/// A document from its chunks; nothing if they cannot be read, in whatever way they are damaged.
pub(crate) fn load(chunks: &[Vec<u8>]) -> Option<Automerge> {
    let loaded = catch_unwind(|| {
        let mut document = Automerge::new();
        for chunk in chunks {
            document.load_incremental(chunk).ok()?;
        }
        Some(document)
    });
    loaded.ok().flatten()
}
