//! `markt backup` and `markt restore`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{CliError, Data, Opened};
use crate::{
    data_folder::DataFolder,
    erasure, output,
    storage::{ErasureLog, SqliteStorage, Storage as _, StorageFault, move_wal_into},
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
        let up_to = opened.storage.log_end().await?;
        opened.storage.copy_into(self.file).await?;
        // Phones keep what they have sent until they hear of it.
        opened.storage.note_backup(up_to).await?;
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
        put_in_place(&draft, &data.database())?;

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

/// A crash at any moment leaves one whole database in its place: the old one or the new one.
fn put_in_place(draft: &Path, database: &Path) -> Result<(), CliError> {
    if database.exists() {
        match move_wal_into(database) {
            // Nothing is lost with the WAL of a database that is damaged anyway.
            Err(error) if error.fault != StorageFault::Unreadable => return Err(error.into()),
            Ok(()) | Err(_) => {}
        }
    }
    replace(draft, database)
        .map_err(|source| CliError::CannotWrite { file: database.display().to_string(), source })
}

fn replace(draft: &Path, database: &Path) -> io::Result<()> {
    // Beside the new database, the WAL of the old one would be taken for its own.
    remove_beside(database)?;
    sync_folder(database)?;
    fs::rename(draft, database)?;
    sync_folder(database)
}

/// Makes names that were removed or given anew last.
fn sync_folder(file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), |folder| fs::File::open(folder)?.sync_all())
}

/// Removes a database with the files beside it, as far as they are there.
fn remove_database(database: &Path) -> io::Result<()> {
    remove_if_there(database).and_then(|()| remove_beside(database))
}

fn remove_beside(database: &Path) -> io::Result<()> {
    ["-wal", "-shm"].into_iter().try_for_each(|ending| {
        let mut file = database.as_os_str().to_owned();
        file.push(ending);
        remove_if_there(Path::new(&file))
    })
}

fn remove_if_there(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use shared::{
        document::{DocumentId, Kind},
        repo::{ChunkRole, Commit, Found},
        sync::share_policy::{Facts, Owner},
    };

    use super::*;

    const OLD: DocumentId = DocumentId::from_bytes([1; 16]);
    const NEW: DocumentId = DocumentId::from_bytes([2; 16]);

    async fn with_document(file: &Path, document: DocumentId) -> SqliteStorage {
        let storage = SqliteStorage::open(file).expect("opens");
        let facts = Facts { kind: Some(Kind::Contact), market: None, owner: Owner::Organisers };
        let (chunk, heads) = (vec![1], vec![[1; 32]]);
        let commit =
            Commit { document, commit: 1, facts, chunk, heads, chunk_is: ChunkRole::Whole, receipt: None };
        storage.commit(vec![commit]).await.expect("commits");
        storage
    }

    async fn holds(file: &Path, document: DocumentId) -> bool {
        let storage = SqliteStorage::open(file).expect("opens");
        let found = storage.load(document, None).await.expect("loads").found;
        storage.close().await.expect("closes");
        matches!(found, Found::Present { .. })
    }

    #[tokio::test]
    async fn there_is_a_whole_database_at_every_moment_of_a_restore() {
        let folder = std::env::temp_dir().join(format!("markt-restore-{:016x}", rand::random::<u64>()));
        fs::create_dir_all(&folder).expect("a folder for the test");
        let in_folder = |name: &str| folder.join(name);

        // As a killed server leaves it: what it committed stands in the WAL only.
        let running = with_document(&in_folder("running.db"), OLD).await;
        for ending in ["", "-wal"] {
            fs::copy(in_folder(&format!("running.db{ending}")), in_folder(&format!("markt.db{ending}")))
                .expect("copies");
        }
        running.close().await.expect("closes");
        let database = in_folder("markt.db");

        // The crash comes when the new one should take the name: there is none yet.
        let draft = in_folder("markt.db.draft");
        put_in_place(&draft, &database).expect_err("there is no draft");
        assert!(holds(&database, OLD).await);

        with_document(&draft, NEW).await.close().await.expect("closes");
        put_in_place(&draft, &database).expect("there is a draft");
        assert!(holds(&database, NEW).await);
        assert!(!holds(&database, OLD).await);
        fs::remove_dir_all(&folder).expect("removes");
    }
}
