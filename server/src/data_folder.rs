//! The folder that holds everything the server keeps.
//!
//! ```text
//! markt.db      documents and accounts (SQLite; `-wal` and `-shm` beside it while in use)
//! erased.log    which documents were erased; an older markt.db loses them again
//! keyring.db    wrapped keys of the markets; leave it out of backups
//! markt.lock    held by the one program that owns the documents
//! server.json   where the running server listens, for the other commands
//! demo.json     what `markt demo` prints again
//! ```

use std::{
    fs::{self, File, TryLockError},
    io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::storage::ErasureLog;

/// A folder that exists and can be written.
#[derive(Clone, Debug)]
pub struct DataFolder {
    path: PathBuf,
}

/// Holds the folder against a second server or an import; dies with the process.
#[derive(Debug)]
pub struct DataLock {
    _file: File,
}

/// What the running server tells the other commands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerAddress {
    /// Where it listens.
    pub listen: SocketAddr,
    /// What people type: scheme, name and port.
    pub origin: String,
    /// The day that everyone is shown, ISO 8601, if it is not the real one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<String>,
}

impl ServerAddress {
    /// Where a server listens if nothing else was said.
    pub fn usual() -> Self {
        let listen = SocketAddr::from(([127, 0, 0, 1], 8080));
        Self { listen, origin: format!("http://{listen}"), today: None }
    }
}

/// Why a data folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DataFolderError {
    /// It cannot be made, or nothing can be written into it.
    #[error(
        "cannot write into the data folder {folder}: choose another with --data, or give this user the right to write there"
    )]
    NotWritable {
        /// The folder.
        folder: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// Its disk is full.
    #[error(
        "no space left on the disk of the data folder {folder}: free some, or choose another folder with --data"
    )]
    DiskFull {
        /// The folder.
        folder: String,
    },
    /// Another program holds it.
    #[error(
        "a markt server is using the data folder {folder}: stop it first, or choose another folder with --data"
    )]
    InUse {
        /// The folder.
        folder: String,
    },
    /// A file in it is not what it should be.
    #[error("cannot read {file}: restore it from a backup, or remove it")]
    Unreadable {
        /// The file.
        file: String,
        /// Why.
        #[source]
        source: io::Error,
    },
}

impl DataFolder {
    /// Opens the folder, making it if it is missing.
    ///
    /// # Errors
    /// It cannot be made or written.
    pub fn open(path: &Path) -> Result<Self, DataFolderError> {
        let folder = Self { path: path.to_owned() };
        make_durably(path).map_err(|source| folder.write_error(source))?;
        Ok(folder)
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Documents and accounts.
    pub fn database(&self) -> PathBuf {
        self.path.join("markt.db")
    }

    /// Wrapped keys.
    pub fn keyring(&self) -> PathBuf {
        self.path.join("keyring.db")
    }

    /// Which documents were erased.
    pub fn erasure_log(&self) -> PathBuf {
        self.path.join(ErasureLog::FILE_NAME)
    }

    /// Takes the folder for this process.
    ///
    /// # Errors
    /// Another process holds it, or the lock file cannot be written.
    pub fn lock(&self) -> Result<DataLock, DataFolderError> {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.path.join("markt.lock"))
            .map_err(|source| self.write_error(source))?;
        match file.try_lock() {
            Ok(()) => Ok(DataLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(DataFolderError::InUse { folder: self.name() }),
            Err(TryLockError::Error(source)) => Err(self.write_error(source)),
        }
    }

    /// Where the server that uses or used this folder listens.
    pub fn server_address(&self) -> Result<Option<ServerAddress>, DataFolderError> {
        self.read_json("server.json")
    }

    /// Remembers where the server listens.
    pub fn remember_server_address(&self, address: &ServerAddress) -> Result<(), DataFolderError> {
        self.write_json("server.json", address)
    }

    /// Reads a small JSON file of the folder; nothing if there is none.
    pub fn read_json<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, DataFolderError> {
        let file = self.path.join(name);
        let unreadable = |source| DataFolderError::Unreadable { file: file.display().to_string(), source };
        let bytes = match fs::read(&file) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(error)),
        };
        serde_json::from_slice(&bytes).map(Some).map_err(|error| unreadable(error.into()))
    }

    /// Writes a small JSON file, readable by its owner only, all or nothing.
    pub fn write_json(&self, name: &str, content: &impl Serialize) -> Result<(), DataFolderError> {
        let text = serde_json::to_vec_pretty(content).expect("our own files are plain JSON");
        let draft = self.path.join(format!("{name}.draft"));
        write_private(&draft, &text)
            .and_then(|()| fs::rename(&draft, self.path.join(name)))
            .and_then(|()| File::open(&self.path)?.sync_all())
            .map_err(|source| self.write_error(source))
    }

    /// The sentence for a failed write.
    pub fn write_error(&self, source: io::Error) -> DataFolderError {
        if matches!(source.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) {
            return DataFolderError::DiskFull { folder: self.name() };
        }
        DataFolderError::NotWritable { folder: self.name(), source }
    }

    fn name(&self) -> String {
        self.path.display().to_string()
    }
}

/// Makes a folder, and its name durable: what is synced inside is only found by it.
fn make_durably(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    // The parent of a name alone is the folder in which the program was started.
    let parent = folder.parent().map(|parent| if parent == Path::new("") { Path::new(".") } else { parent });
    if let Some(parent) = parent {
        make_durably(parent)?;
    }
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists || !folder.is_dir() => return Err(error),
        Ok(()) | Err(_) => {}
    }
    parent.map_or(Ok(()), |parent| File::open(parent)?.sync_all())
}

fn write_private(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = File::options();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    io::Write::write_all(&mut file, bytes)?;
    file.sync_all()
}
