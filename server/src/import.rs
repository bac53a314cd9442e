//! Imports files into the published documents: reads all, checks all, then applies all at once.

use std::{collections::BTreeMap, fs, io, path::Path};

use automerge::{ActorId, Automerge, AutomergeError};
use serde::Serialize;
use sha2::{Digest, Sha256};
use shared::{
    document::{self, DocumentId, InvalidMarketKey, Kind, MarketKey, tree},
    exchange::{self, Import, ImportError, Known, SourceFile},
    model::{Provider, Season},
    repo::{ChunkRole, Commit, Found},
    sync::{
        RefusalCode,
        share_policy::{Facts, Owner},
    },
};

use crate::{
    clock::Clock,
    publication::load,
    storage::{Put, Refused, Storage, StorageError},
};

/// A file as it was read.
#[derive(Clone, Debug)]
pub(crate) struct ReadFile {
    /// Its path, for messages.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Summary {
    /// Seasons, markets and providers in the files.
    pub(crate) documents: usize,
    /// Offers in the files.
    pub(crate) offers: usize,
    /// How many of the documents differed from what was stored.
    pub(crate) changed: usize,
    /// How many documents of other kinds sat on their ids; they are in quarantine.
    pub(crate) displaced: usize,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportFailure {
    /// A file or folder cannot be read.
    #[error("cannot read {file}")]
    Read {
        /// Which.
        file: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// There is no file to import in what was named.
    #[error("found no .json or .csv file to import")]
    NoFiles,
    /// A file is not what it should be; the message names file, line or path, and what was expected.
    #[error("{0}")]
    Invalid(ImportError),
    /// A date or season that cannot be a key.
    #[error(transparent)]
    Key(#[from] InvalidMarketKey),
    /// The storage failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// A stored document cannot be read, so that it cannot be changed.
    #[error("the stored {kind} {name} cannot be read; restore a backup")]
    Damaged {
        /// Kind of the document.
        kind: Kind,
        /// Key of the document.
        name: String,
    },
}

/// Reads files, and all `.json` and `.csv` files of folders.
pub(crate) fn read_files(paths: &[impl AsRef<Path>]) -> Result<Vec<ReadFile>, ImportFailure> {
    let mut files = Vec::new();
    for path in paths {
        collect(path.as_ref(), &mut files)?;
    }
    if files.is_empty() { Err(ImportFailure::NoFiles) } else { Ok(files) }
}

fn collect(path: &Path, files: &mut Vec<ReadFile>) -> Result<(), ImportFailure> {
    let name = path.display().to_string();
    let failed = |source| ImportFailure::Read { file: name.clone(), source };
    if path.is_dir() {
        let entries = fs::read_dir(path).map_err(failed)?;
        let mut paths = entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<io::Result<Vec<_>>>()
            .map_err(failed)?;
        paths.sort();
        for path in paths {
            let extension = path.extension().and_then(|extension| extension.to_str());
            if path.is_dir() || matches!(extension, Some("json" | "csv")) {
                collect(&path, files)?;
            }
        }
        return Ok(());
    }
    let text = fs::read_to_string(path).map_err(failed)?;
    files.push(ReadFile { name, text });
    Ok(())
}

/// Imports `files`. All of them or, if anything is wrong, nothing.
///
/// Importing the same again changes nothing. `season` is the season of files that name none.
pub(crate) async fn import(
    storage: &dyn Storage,
    files: &[ReadFile],
    season: Option<&str>,
) -> Result<Summary, ImportFailure> {
    let sources: Vec<SourceFile<'_>> =
        files.iter().map(|file| SourceFile { name: &file.name, text: &file.text }).collect();
    let imports = exchange::read_all(&sources, season).map_err(ImportFailure::Invalid)?;
    let stored = stored(storage).await?;
    for import in &imports {
        let known = stored.get(&import.season_key);
        let known = Known {
            season: known.and_then(|stored| stored.season.as_ref()),
            providers: known.map(|stored| &stored.providers),
        };
        import.check_against(&known).map_err(ImportFailure::Invalid)?;
    }

    let actor = actor(storage).await?;
    let mut summary = Summary::default();
    let mut commits = Vec::new();
    for import in &imports {
        for target in targets(import)? {
            summary.documents += 1;
            if let Some(Change { commit, displaces }) = target.change(storage, &actor).await? {
                summary.displaced += usize::from(displaces);
                commits.push(commit);
            }
        }
        summary.offers += import.providers.values().map(|provider| provider.offers.len()).sum::<usize>();
    }
    if !commits.is_empty() {
        let put = storage.commit(commits).await?;
        summary.changed = put.into_iter().filter(|put| matches!(put, Put::At(_))).count();
    }
    Ok(summary)
}

/// A document and what is to stand in it.
pub(crate) struct Target {
    pub(crate) document: DocumentId,
    pub(crate) kind: Kind,
    /// Season, or season and date.
    pub(crate) market: String,
    /// Strings of the root, such as its season.
    pub(crate) names: Vec<(&'static str, String)>,
    pub(crate) content: serde_json::Value,
}

/// How a stored document becomes what was imported.
pub(crate) struct Change {
    pub(crate) commit: Commit,
    /// Whether a document of another kind sits on its id.
    pub(crate) displaces: bool,
}

impl Target {
    /// The market of `key`.
    pub(crate) fn market(key: &MarketKey, content: &impl Serialize) -> Self {
        Self {
            document: DocumentId::market(key),
            kind: Kind::Market,
            market: key.to_string(),
            names: vec![("season", key.season().to_owned()), ("market", key.to_string())],
            content: tree_of(content),
        }
    }

    /// What to commit so that the stored document holds the content; nothing if it does already. What sits
    /// on its id without being it goes into quarantine.
    pub(crate) async fn change(
        &self,
        storage: &dyn Storage,
        actor: &ActorId,
    ) -> Result<Option<Change>, ImportFailure> {
        let found = storage.load(self.document, None).await?.found;
        let displaces = matches!(&found, Found::Present { facts, .. } if facts.kind != Some(self.kind));
        let (mut document, is_new) = match found {
            Found::Present { facts, chunks } if displaces => {
                let at_ms = Clock::default().now_ms();
                let (document, brought_by) = (self.document, Some(facts.owner));
                let reason = RefusalCode::WrongKind.name().to_owned();
                let refused = Refused { document, reason, brought_by, at_ms };
                storage.quarantine(refused, chunks.concat()).await?;
                (document::blank(self.kind), true)
            }
            Found::Present { chunks, .. } => {
                let name = self.names.last().map(|(_, name)| name.clone()).unwrap_or_default();
                let document = load(&chunks).ok_or(ImportFailure::Damaged { kind: self.kind, name })?;
                (document, false)
            }
            Found::Absent | Found::Erased { .. } => (document::blank(self.kind), true),
        };
        document.set_actor(actor.clone());
        let before = document.get_heads();
        let names: Vec<(&str, &str)> = self.names.iter().map(|(key, name)| (*key, name.as_str())).collect();
        document
            .transact::<_, _, AutomergeError>(|tx| tree::write(tx, &names, &self.content))
            .expect("published documents have a content");
        let unchanged = document.get_heads() == before;
        if unchanged && !is_new {
            return Ok(None);
        }
        Ok(Some(Change { commit: self.commit_of(&document, &before, is_new), displaces }))
    }

    fn commit_of(&self, document: &Automerge, before: &[automerge::ChangeHash], is_new: bool) -> Commit {
        Commit {
            document: self.document,
            commit: 0,
            facts: Facts {
                kind: Some(self.kind),
                market: Some(self.market.clone()),
                owner: Owner::Organisers,
            },
            chunk: if is_new { document.save() } else { document.save_after(before) },
            heads: document::heads(document),
            chunk_is: if is_new { ChunkRole::Whole } else { ChunkRole::Next },
            receipt: None,
        }
    }
}

fn targets(import: &Import) -> Result<Vec<Target>, ImportFailure> {
    let season = &import.season_key;
    let mut targets = Vec::new();
    if let Some(content) = &import.season {
        targets.push(Target {
            document: DocumentId::season(season),
            kind: Kind::Season,
            market: season.clone(),
            names: vec![("season", season.clone())],
            content: tree_of(content),
        });
    }
    for (date, market) in &import.markets {
        targets.push(Target::market(&MarketKey::new(season, date)?, market));
    }
    for (key, provider) in &import.providers {
        targets.push(Target {
            document: DocumentId::provider(season, key),
            kind: Kind::Provider,
            market: season.clone(),
            names: vec![("season", season.clone()), ("key", key.clone())],
            content: tree_of(provider),
        });
    }
    Ok(targets)
}

fn tree_of(model: &impl Serialize) -> serde_json::Value {
    serde_json::to_value(model).expect("models are plain JSON")
}

#[derive(Default)]
struct StoredSeason {
    season: Option<Season>,
    providers: BTreeMap<String, Provider>,
}

/// What is stored, by season, to check new files against.
async fn stored(storage: &dyn Storage) -> Result<BTreeMap<String, StoredSeason>, StorageError> {
    let mut seasons: BTreeMap<String, StoredSeason> = BTreeMap::new();
    for stored in storage.documents_of(&[Kind::Season, Kind::Provider]).await? {
        let Some(document) = load(&stored.chunks) else { continue };
        let Some(key) = tree::root_text(&document, "season") else { continue };
        let season = seasons.entry(key).or_default();
        if stored.kind == Kind::Season {
            season.season = Some(tree::read(&document).0);
        } else {
            let key = tree::root_text(&document, "key").unwrap_or_default();
            season.providers.insert(key, tree::read(&document).0);
        }
    }
    Ok(seasons)
}

/// Who writes imports: always the same for the same data, so that documents stay small.
pub(crate) async fn actor(storage: &dyn Storage) -> Result<ActorId, StorageError> {
    let incarnation = storage.incarnation().await?;
    Ok(ActorId::from(&Sha256::digest(format!("markt/import/{incarnation}"))[..16]))
}
