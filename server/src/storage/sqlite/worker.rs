//! The threads that own the connections: one writer with group commit, a few readers.

use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::Duration,
};

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::{Answer, BUSY_TIMEOUT, StorageError, StorageFault, failure, fault_of};

/// More jobs than this do not share a transaction, so that the first does not wait for ever.
const MAX_GROUP: usize = 1024;

/// How long a checkpoint waits for readers.
const SCRUB_PATIENCE: Duration = Duration::from_secs(2);

/// With more bytes than this the WAL is emptied as soon as may be.
const LONG_WAL: u64 = 32 << 20;

/// How long writers wait for those who read from a long WAL.
const READ_PATIENCE: Duration = Duration::from_millis(200);

/// What a job says once it is known whether its transaction is durable.
type Finish = Box<dyn FnOnce(Result<(), &rusqlite::Error>) + Send>;
/// Runs in the transaction, or learns why there is none.
type WriteJob = Box<dyn FnOnce(Result<&Connection, &rusqlite::Error>) -> Finish + Send>;
type ReadJob = Box<dyn FnOnce(&Connection) + Send>;

enum WriterMessage {
    Job(WriteJob),
    /// What follows a group, and ends it.
    After(Last, oneshot::Sender<Result<(), StorageError>>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Scrub,
    Close,
}

/// What became of the WAL.
enum Emptied {
    Wholly,
    NotWhileRead,
}

/// The thread that writes.
pub(super) struct Writer {
    jobs: Sender<WriterMessage>,
    transactions: Arc<AtomicU64>,
}

impl Writer {
    pub(super) fn start(connection: Connection) -> Self {
        let (jobs, waiting) = channel();
        let transactions = Arc::new(AtomicU64::new(0));
        let counter = Arc::clone(&transactions);
        thread::Builder::new()
            .name("storage-writer".into())
            .spawn(move || write_all(&connection, &waiting, &counter))
            .expect("the system has a thread for the writer");
        Self { jobs, transactions }
    }

    /// Runs `job` in the next transaction; its error undoes only what it did itself.
    pub(super) fn write<T: Send + 'static>(
        &self,
        operation: &'static str,
        job: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Answer<T> {
        let (answer, answered) = oneshot::channel();
        let job: WriteJob = Box::new(move |transaction| {
            let result = match transaction {
                Ok(connection) => in_savepoint(connection, job).map_err(|source| failure(operation, source)),
                Err(source) => Err(not_committed(operation, source)),
            };
            Box::new(move |committed| {
                let result = result.and_then(|value| match committed {
                    Ok(()) => Ok(value),
                    Err(source) => Err(not_committed(operation, source)),
                });
                // Whoever asked may have gone away; the write stands all the same.
                drop(answer.send(result));
            })
        });
        let sent = self.jobs.send(WriterMessage::Job(job)).is_ok();
        Box::pin(async move {
            if !sent {
                return Err(closed(operation));
            }
            answered.await.unwrap_or_else(|_| Err(closed(operation)))
        })
    }

    /// After everything that waits has been written, moves it from the WAL into the database and cuts
    /// the WAL off: frames of what was erased since would stay in it.
    pub(super) fn scrub(&self) -> Answer<()> {
        let answered = self.after(Last::Scrub);
        Box::pin(async move { answered.await.unwrap_or_else(|_| Err(closed("scrub the database"))) })
    }

    /// Ends after everything that waits has been written.
    pub(super) fn close(&self) -> Answer<()> {
        let answered = self.after(Last::Close);
        Box::pin(async move { answered.await.unwrap_or(Ok(())) })
    }

    fn after(&self, last: Last) -> oneshot::Receiver<Result<(), StorageError>> {
        let (answer, answered) = oneshot::channel();
        // If the writer has ended, the answer never comes.
        drop(self.jobs.send(WriterMessage::After(last, answer)));
        answered
    }

    pub(super) fn transactions(&self) -> u64 {
        self.transactions.load(Ordering::Relaxed)
    }
}

fn write_all(connection: &Connection, waiting: &Receiver<WriterMessage>, transactions: &AtomicU64) {
    let mut wal = Wal::of(connection);
    while let Ok(first) = waiting.recv() {
        let mut group = Vec::new();
        let mut after = None;
        for message in std::iter::once(first).chain(waiting.try_iter()) {
            match message {
                WriterMessage::Job(job) => group.push(job),
                WriterMessage::After(last, answer) => after = Some((last, answer)),
            }
            if after.is_some() || group.len() >= MAX_GROUP {
                break;
            }
        }
        if !group.is_empty() {
            write_group(connection, group);
            transactions.fetch_add(1, Ordering::Relaxed);
            wal.keep_short(connection);
        }
        if let Some((last, answer)) = after {
            let result = match last {
                Last::Scrub => empty_wal_wholly(connection),
                // Whoever reads still, such as a running server, empties it later.
                Last::Close => empty_wal(connection, SCRUB_PATIENCE)
                    .map(drop)
                    .map_err(|source| failure("close the database", source)),
            };
            drop(answer.send(result));
            if last == Last::Close {
                return;
            }
        }
    }
}

/// The WAL, which only begins anew when no one reads from it: with readers that follow each other closely it
/// would grow as long as they come.
struct Wal {
    file: Option<PathBuf>,
    /// From so many bytes on it is emptied.
    empty_at: u64,
}

impl Wal {
    /// No file, no WAL: a database in memory has none.
    fn of(connection: &Connection) -> Self {
        let file = connection.path().filter(|path| !path.is_empty()).map(|path| format!("{path}-wal").into());
        Self { file, empty_at: LONG_WAL }
    }

    fn keep_short(&mut self, connection: &Connection) {
        let length = self.file.as_ref().and_then(|file| file.metadata().ok()).map_or(0, |wal| wal.len());
        if length < self.empty_at {
            return;
        }
        self.empty_at = match empty_wal(connection, READ_PATIENCE) {
            Ok(Emptied::Wholly) => LONG_WAL,
            // Someone reads for longer than others can wait.
            Ok(Emptied::NotWhileRead) | Err(_) => length + LONG_WAL,
        };
    }
}

/// Leaves nothing in the WAL: a copy of the one file is then the whole database.
///
/// Waits for those who read at the moment, but no longer than writers can be kept waiting.
fn empty_wal(connection: &Connection, patience: Duration) -> rusqlite::Result<Emptied> {
    connection.busy_timeout(patience)?;
    let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get(0));
    connection.busy_timeout(BUSY_TIMEOUT)?;
    Ok(if busy? { Emptied::NotWhileRead } else { Emptied::Wholly })
}

/// The same, where it is not enough that someone else will do it.
pub(super) fn empty_wal_wholly(connection: &Connection) -> Result<(), StorageError> {
    match empty_wal(connection, SCRUB_PATIENCE) {
        Ok(Emptied::Wholly) => Ok(()),
        Ok(Emptied::NotWhileRead) => Err(still_read()),
        Err(source) => Err(failure("scrub the database", source)),
    }
}

fn still_read() -> StorageError {
    let source = "another program reads the database";
    StorageError { operation: "scrub the database", fault: StorageFault::Other, source: source.into() }
}

/// One transaction for all of `group`.
fn write_group(connection: &Connection, group: Vec<WriteJob>) {
    let mut finishes = Vec::with_capacity(group.len());
    let mut result = connection.execute_batch("BEGIN IMMEDIATE");
    for job in group {
        finishes.push(job(result.as_ref().map(|()| connection)));
        if result.is_ok() && connection.is_autocommit() {
            // A full disk makes SQLite roll the whole transaction back: no job may go on
            // outside of one, and none that ran has been written.
            result = Err(rusqlite::Error::SqliteFailure(
                rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_FULL),
                Some("the transaction was rolled back".into()),
            ));
        }
    }
    let result = result.and_then(|()| connection.execute_batch("COMMIT"));
    if result.is_err() && !connection.is_autocommit() {
        // If even this fails, the next BEGIN fails too and says so to whoever asks.
        drop(connection.execute_batch("ROLLBACK"));
    }
    for finish in finishes {
        finish(result.as_ref().map(|&()| ()));
    }
}

fn in_savepoint<T>(
    connection: &Connection,
    job: impl FnOnce(&Connection) -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    connection.execute_batch("SAVEPOINT job")?;
    let result = job(connection);
    if result.is_ok() {
        connection.execute_batch("RELEASE job")?;
    } else if !connection.is_autocommit() {
        connection.execute_batch("ROLLBACK TO job; RELEASE job")?;
    }
    result
}

/// The threads that read.
pub(super) struct Readers {
    jobs: Sender<ReadJob>,
}

impl Readers {
    pub(super) fn start(connections: Vec<Connection>) -> Self {
        let (jobs, waiting) = channel::<ReadJob>();
        let waiting = Arc::new(Mutex::new(waiting));
        for connection in connections {
            let waiting = Arc::clone(&waiting);
            thread::Builder::new()
                .name("storage-reader".into())
                .spawn(move || {
                    loop {
                        let job = waiting.lock().expect("no job runs under the lock").recv();
                        let Ok(job) = job else { return };
                        job(&connection);
                    }
                })
                .expect("the system has a thread for a reader");
        }
        Self { jobs }
    }

    /// One transaction per question, so that all of an answer is of the same moment.
    pub(super) fn read<T: Send + 'static>(
        &self,
        operation: &'static str,
        job: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Answer<T> {
        self.outside_of_transactions(operation, move |connection| {
            connection.execute_batch("BEGIN")?;
            let result = job(connection);
            // A disk that fails makes SQLite end the transaction by itself.
            if !connection.is_autocommit() {
                connection.execute_batch("ROLLBACK")?;
            }
            result
        })
    }

    /// For the few statements that make their own transaction.
    pub(super) fn outside_of_transactions<T: Send + 'static>(
        &self,
        operation: &'static str,
        job: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Answer<T> {
        let (answer, answered) = oneshot::channel();
        let job: ReadJob = Box::new(move |connection| {
            drop(answer.send(job(connection).map_err(|source| failure(operation, source))));
        });
        let sent = self.jobs.send(job).is_ok();
        Box::pin(async move {
            if !sent {
                return Err(closed(operation));
            }
            answered.await.unwrap_or_else(|_| Err(closed(operation)))
        })
    }
}

/// The transaction of a job that had itself succeeded, or had not begun.
fn not_committed(operation: &'static str, source: &rusqlite::Error) -> StorageError {
    StorageError { operation, fault: fault_of(source), source: source.to_string().into() }
}

fn closed(operation: &'static str) -> StorageError {
    StorageError { operation, fault: StorageFault::Other, source: "the storage is closed".into() }
}
