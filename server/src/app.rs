//! What all handlers depend on.

use std::{io, path::PathBuf, sync::Arc};

use tokio::sync::{Notify, watch};

use crate::{
    clock::Clock,
    connection::Heartbeat,
    data_folder::{DataFolder, DataFolderError, DataLock},
    driver::{Driver, DriverError},
    erasure,
    inbox::{UnderWay, limit::LetterLimit},
    metrics::Metrics,
    pages::Pages,
    publication::{self, Publication},
    sign_in_limit::SignInLimit,
    site::Site,
    storage::{ErasureLog, Keyring, SqliteStorage, Storage, StorageError},
};

/// How a server is to run.
#[derive(Debug)]
pub struct Config {
    /// Where everything is kept.
    pub data: DataFolder,
    /// What people type to reach it: scheme, name and port, without a slash at the end.
    pub origin: String,
    /// What time it is.
    pub clock: Clock,
    /// Folder with the built client instead of the embedded one.
    pub site: Option<PathBuf>,
    /// How it is noticed that a peer is gone.
    pub heartbeat: Heartbeat,
}

/// A server's parts, ready to serve.
pub struct App {
    /// Documents and accounts.
    pub(crate) storage: Arc<dyn Storage>,
    /// Which documents were erased, outside the database.
    pub(crate) erasures: ErasureLog,
    /// Says that this process erased something.
    pub(crate) erased: Notify,
    /// Wrapped keys of the markets.
    pub(crate) keyring: Keyring,
    /// What time it is.
    pub(crate) clock: Clock,
    /// The built client.
    pub(crate) site: Arc<Site>,
    /// What is published.
    pub(crate) publication: Publication,
    /// Renders pages.
    pub(crate) pages: Pages,
    /// Owns the documents in use.
    pub(crate) driver: Driver,
    /// Slows guessing of passwords down.
    pub(crate) sign_in_limit: SignInLimit,
    /// Letters that are being stored.
    pub(crate) letters: UnderWay,
    /// Bounds the letters of visitors.
    pub(crate) letter_limit: LetterLimit,
    /// Counters.
    pub(crate) metrics: Arc<Metrics>,
    /// What people type to reach it.
    pub(crate) origin: String,
    /// How it is noticed that a peer is gone.
    pub(crate) heartbeat: Heartbeat,
    stopping: watch::Sender<bool>,
    _lock: DataLock,
}

/// Why a server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder cannot be used.
    #[error(transparent)]
    DataFolder(#[from] DataFolderError),
    /// The database cannot be used.
    #[error("cannot use the database: {source}")]
    Storage {
        /// Why.
        #[from]
        source: StorageError,
    },
    /// The folder given as `--site` is no built client.
    #[error("cannot read the built client in {folder}: {source}; build it with `cargo xtask build`")]
    Site {
        /// The folder.
        folder: String,
        /// Why.
        source: io::Error,
    },
    /// The stored documents cannot be served.
    #[error(transparent)]
    Driver(#[from] DriverError),
}

impl App {
    /// Takes the data folder, opens the storage, compiles the catalogs and starts the threads.
    ///
    /// # Errors
    /// The folder, the database or the built client cannot be used.
    pub async fn open(config: Config) -> Result<Arc<Self>, StartError> {
        let lock = config.data.lock()?;
        let storage: Arc<dyn Storage> = Arc::new(SqliteStorage::open(&config.data.database())?);
        let erasures = ErasureLog::new(config.data.erasure_log());
        erasure::replay(&*storage, &erasures).await?;
        let keyring = Keyring::open(&config.data.keyring())?;
        let site = Arc::new(match &config.site {
            None => Site::embedded(),
            Some(folder) => Site::from_folder(folder)
                .map_err(|source| StartError::Site { folder: folder.display().to_string(), source })?,
        });
        let metrics = Arc::new(Metrics::default());
        storage.forget_expired(config.clock.now_ms()).await?;
        let publication = Publication::default();
        let app = Arc::new(Self {
            driver: Driver::start(&storage, config.clock, &metrics, publication.change()).await?,
            pages: Pages::start(&site, config.clock, &config.origin, &metrics),
            storage,
            erasures,
            erased: Notify::new(),
            keyring,
            clock: config.clock,
            site,
            publication,
            sign_in_limit: SignInLimit::default(),
            letters: UnderWay::default(),
            letter_limit: LetterLimit::default(),
            metrics,
            origin: config.origin,
            heartbeat: config.heartbeat,
            stopping: watch::Sender::new(false),
            _lock: lock,
        });
        publication::publish(&app).await?;
        Ok(app)
    }

    /// Tells every connection that the server stops.
    pub(crate) fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Turns `true` when the server stops.
    pub(crate) fn stopping(&self) -> watch::Receiver<bool> {
        self.stopping.subscribe()
    }
}
