//! `markt backup` and `markt restore`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{CliError, Data, Opened};
use crate::{
    data_folder::DataFolder,
    erasure, output,
    storage::{ErasureLog, SqliteStorage, Storage as _},
};

/// Write a copy of the database into a file; the server may run meanwhile. Keys are not in it.
#[derive(Debug, clap::Args)]
pub(super) struct Backup {
    #[command(flatten)]
    data: Data,
    /// The file to make.
    file: PathBuf,
}

/// Put a copy in the place of the database; the server must not run. What was erased since the copy
/// was made is erased again, and phones send again what the copy lacks.
#[derive(Debug, clap::Args)]
pub(super) struct Restore {
    #[command(flatten)]
    data: Data,
    /// A file that `markt backup` made.
    file: PathBuf,
}

impl Backup {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let opened = Opened::open(&self.data.folder)?;
        let name = self.file.display().to_string();
        make_private(&self.file).map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists => CliError::FileExists { file: name.clone() },
            _ => CliError::CannotWrite { file: name.clone(), source },
        })?;
        opened.storage.copy_into(self.file).await?;
        output::line(&format!("Wrote {name}. Keep {} with it.", ErasureLog::FILE_NAME))?;
        opened.close().await
    }
}

/// Makes an empty file that no one else may read.
fn make_private(file: &Path) -> io::Result<()> {
    let mut options = fs::File::options();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(|_| ())
}

impl Restore {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let data = DataFolder::open(&self.data.folder)?;
        let _lock = data.lock()?;
        let draft = data.path().join("markt.db.draft");
        let prepared = prepare(&self.file, &draft).await;
        if prepared.is_err() {
            remove_database(&draft).map_err(|source| data.write_error(source))?;
        }
        prepared?;
        put_in_place(&draft, &data.database()).map_err(|source| data.write_error(source))?;

        let storage = SqliteStorage::open(&data.database())?;
        let erased = erasure::replay(&storage, &ErasureLog::new(data.erasure_log())).await?;
        storage.close().await?;
        output::line(&format!("Restored. {erased} documents that were erased since were erased again."))?;
        Ok(())
    }
}

/// Copies the file and makes sure that it is a whole database, which from now on is another one.
async fn prepare(file: &Path, draft: &Path) -> Result<(), CliError> {
    let name = file.display().to_string();
    remove_database(draft)
        .and_then(|()| fs::copy(file, draft))
        .map_err(|source| CliError::CannotRead { file: name.clone(), source })?;
    let storage = SqliteStorage::open(draft)?;
    let faults = storage.faults().await?.len();
    if faults > 0 {
        return Err(CliError::DamagedCopy { file: name, faults });
    }
    storage.renew_incarnation().await?;
    storage.close().await?;
    Ok(())
}

/// The old database's WAL must be gone before the new one stands in its place.
fn put_in_place(draft: &Path, database: &Path) -> io::Result<()> {
    remove_database(database)?;
    fs::rename(draft, database)?;
    database.parent().map_or(Ok(()), |folder| fs::File::open(folder)?.sync_all())
}

/// Removes a database with the files beside it, as far as they are there.
fn remove_database(database: &Path) -> io::Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let mut file = database.as_os_str().to_owned();
        file.push(ending);
        match fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}
