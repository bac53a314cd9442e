//! The log of erasures beside the database: what an older copy of the database must lose again.
//!
//! **Shape**: one line per erasure, `<document id> <reason> <ISO date>`. Lines are only added. It says
//! nothing of what was in a document, so that it may be kept for ever and copied with every backup.

use std::{
    fmt,
    fs::File,
    io::{self, Read, Seek, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Answer, EraseReason, StorageError, StorageFault, Tombstone};

/// The log's file.
#[derive(Clone, Debug)]
pub(crate) struct ErasureLog {
    file: PathBuf,
    medium: Arc<dyn Medium>,
}

/// Where the log is written; tests bring one that forgets what was not synced.
pub(crate) trait Medium: fmt::Debug + Send + Sync {
    /// Opens a file to read and append, making it if it is missing.
    fn open(&self, file: &Path) -> io::Result<Box<dyn Appendable>>;

    /// Makes the names in a folder durable.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// A file of a [`Medium`].
pub(crate) trait Appendable: Read + Seek + Write {
    /// Makes what was written durable.
    fn sync_all(&self) -> io::Result<()>;
}

/// The system's files.
#[derive(Debug)]
struct Files;

impl Medium for Files {
    fn open(&self, file: &Path) -> io::Result<Box<dyn Appendable>> {
        let mut options = File::options();
        options.create(true).read(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Box::new(options.open(file)?))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }
}

impl Appendable for File {
    fn sync_all(&self) -> io::Result<()> {
        File::sync_all(self)
    }
}

impl ErasureLog {
    /// What the file is called.
    pub(crate) const FILE_NAME: &str = "erased.log";

    /// The log in `file`, which the first erasure makes.
    pub(crate) fn new(file: PathBuf) -> Self {
        Self::on(Arc::new(Files), file)
    }

    /// The log in a file of this medium.
    pub(crate) fn on(medium: Arc<dyn Medium>, file: PathBuf) -> Self {
        Self { file, medium }
    }

    /// Adds lines; they are on the disk when this answers.
    pub(crate) fn append(&self, tombstones: Vec<Tombstone>) -> Answer<()> {
        let Self { file, medium } = self.clone();
        in_background("write the erasure log", move || append(&*medium, &file, &tombstones))
    }

    /// Every erasure that can be read, oldest first.
    pub(crate) fn read(&self) -> Answer<Vec<Tombstone>> {
        let file = self.file.clone();
        in_background("read the erasure log", move || read(&file))
    }
}

fn append(medium: &dyn Medium, path: &Path, tombstones: &[Tombstone]) -> io::Result<()> {
    let mut file = medium.open(path)?;
    // A line that was cut by a crash must not swallow the next.
    let mut lines = if ends_with_line_break(&mut *file)? { String::new() } else { "\n".to_owned() };
    for Tombstone { document, reason, erased_on } in tombstones {
        lines += &format!("{document} {} {erased_on}\n", reason.name());
    }
    // One write, so that another process that appends does not come in between.
    file.write_all(lines.as_bytes())?;
    file.sync_all()?;
    // The name of a new file is only durable with its folder.
    path.parent().map_or(Ok(()), |folder| medium.sync_folder(folder))
}

fn ends_with_line_break(file: &mut dyn Appendable) -> io::Result<bool> {
    if file.seek(io::SeekFrom::End(0))? == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(io::SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

fn read(path: &Path) -> io::Result<Vec<Tombstone>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(text.lines().filter_map(tombstone).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

fn tombstone(line: &str) -> Option<Tombstone> {
    let mut words = line.split(' ');
    let document = words.next()?.parse().ok()?;
    // A line that was cut still names its document: erasing is the safer reading.
    let reason = EraseReason::from_name(words.next().unwrap_or_default());
    Some(Tombstone { document, reason, erased_on: words.next().unwrap_or_default().to_owned() })
}

fn in_background<T: Send + 'static>(
    operation: &'static str,
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Answer<T> {
    Box::pin(async move {
        let done = tokio::task::spawn_blocking(work).await;
        done.expect("reading and writing a file does not panic").map_err(|source| failure(operation, source))
    })
}

fn failure(operation: &'static str, source: io::Error) -> StorageError {
    let fault = match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StorageFault::Full,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => StorageFault::NotWritable,
        io::ErrorKind::InvalidData => StorageFault::Unreadable,
        _ => StorageFault::Other,
    };
    StorageError { operation, fault, source: source.into() }
}

#[cfg(test)]
mod tests {
    use shared::document::DocumentId;

    use super::*;

    fn erased(byte: u8, reason: EraseReason) -> Tombstone {
        let document = DocumentId::from_bytes([byte; 16]);
        Tombstone { document, reason, erased_on: "2036-06-16".into() }
    }

    #[tokio::test]
    async fn what_was_appended_is_read_even_around_a_cut_line() {
        let file = std::env::temp_dir().join(format!("markt-erased-{:016x}.log", rand::random::<u64>()));
        let log = ErasureLog::new(file.clone());
        assert_eq!(log.read().await.expect("reads"), []);
        let (one, two) = (erased(1, EraseReason::Withdrawal), erased(2, EraseReason::Retention));
        log.append(vec![one.clone()]).await.expect("appends");
        let cut = erased(3, EraseReason::Organiser).document.to_string();
        let mut raw = File::options().append(true).open(&file).expect("is there");
        raw.write_all(&cut.as_bytes()[..5]).expect("writes");
        log.append(vec![two.clone()]).await.expect("appends");
        assert_eq!(log.read().await.expect("reads"), [one, two]);
        std::fs::remove_file(file).expect("removes");
    }

    #[tokio::test]
    async fn a_folder_that_is_gone_is_an_error() {
        let log = ErasureLog::new("/nonexistent/erased.log".into());
        let error = log.append(vec![erased(1, EraseReason::Operator)]).await.expect_err("cannot write");
        assert_eq!(error.operation, "write the erasure log");
    }
}
