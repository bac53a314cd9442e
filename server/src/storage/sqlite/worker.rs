//! The threads that own the connections: one writer with group commit, a few readers.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::{Answer, StorageError, StorageFault, failure};

/// More jobs than this do not share a transaction, so that the first does not wait for ever.
const MAX_GROUP: usize = 1024;

/// What a job says once it is known whether its transaction is durable.
type Finish = Box<dyn FnOnce(Result<(), &rusqlite::Error>) + Send>;
type WriteJob = Box<dyn FnOnce(&Connection) -> Finish + Send>;
type ReadJob = Box<dyn FnOnce(&Connection) + Send>;

enum WriterMessage {
    Job(WriteJob),
    Close(oneshot::Sender<Result<(), StorageError>>),
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
        let job: WriteJob = Box::new(move |connection| {
            let result = in_savepoint(connection, job);
            Box::new(move |committed| {
                let result = match (result, committed) {
                    (Err(source), _) => Err(failure(operation, source)),
                    (Ok(_), Err(source)) => Err(not_committed(operation, source)),
                    (Ok(value), Ok(())) => Ok(value),
                };
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

    /// Ends after everything that waits has been written.
    pub(super) fn close(&self) -> Answer<()> {
        let (answer, answered) = oneshot::channel();
        let sent = self.jobs.send(WriterMessage::Close(answer)).is_ok();
        Box::pin(async move {
            if !sent {
                return Ok(());
            }
            answered.await.unwrap_or(Ok(()))
        })
    }

    pub(super) fn transactions(&self) -> u64 {
        self.transactions.load(Ordering::Relaxed)
    }
}

fn write_all(connection: &Connection, waiting: &Receiver<WriterMessage>, transactions: &AtomicU64) {
    while let Ok(first) = waiting.recv() {
        let mut group = Vec::new();
        let mut closing = None;
        for message in std::iter::once(first).chain(waiting.try_iter()) {
            match message {
                WriterMessage::Job(job) => group.push(job),
                WriterMessage::Close(answer) => closing = Some(answer),
            }
            if closing.is_some() || group.len() >= MAX_GROUP {
                break;
            }
        }
        if !group.is_empty() {
            write_group(connection, group);
            transactions.fetch_add(1, Ordering::Relaxed);
        }
        if let Some(answer) = closing {
            // Leaves nothing in the WAL: a copy of the one file is then the whole database.
            let result = connection
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))
                .map_err(|source| failure("close the database", source));
            drop(answer.send(result));
            return;
        }
    }
}

/// One transaction for all of `group`.
fn write_group(connection: &Connection, group: Vec<WriteJob>) {
    let mut finishes = Vec::with_capacity(group.len());
    let result = connection.execute_batch("BEGIN IMMEDIATE").and_then(|()| {
        for job in group {
            finishes.push(job(connection));
            if connection.is_autocommit() {
                // A full disk makes SQLite roll the whole transaction back: no job may go on
                // outside of one, and none that ran has been written.
                return Err(rusqlite::Error::SqliteFailure(
                    rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_FULL),
                    Some("the transaction was rolled back".into()),
                ));
            }
        }
        connection.execute_batch("COMMIT")
    });
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

    pub(super) fn read<T: Send + 'static>(
        &self,
        operation: &'static str,
        job: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Answer<T> {
        let (answer, answered) = oneshot::channel();
        let job: ReadJob = Box::new(move |connection| {
            // One transaction per question, so that all of an answer is of the same moment.
            let result = connection.execute_batch("BEGIN").and_then(|()| {
                let result = job(connection);
                connection.execute_batch("COMMIT")?;
                result
            });
            drop(answer.send(result.map_err(|source| failure(operation, source))));
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

/// The transaction of a job that had itself succeeded.
fn not_committed(operation: &'static str, source: &rusqlite::Error) -> StorageError {
    let fault = match source.sqlite_error_code() {
        Some(rusqlite::ErrorCode::DiskFull) => StorageFault::Full,
        Some(rusqlite::ErrorCode::ReadOnly) => StorageFault::NotWritable,
        _ => StorageFault::Other,
    };
    StorageError { operation, fault, source: source.to_string().into() }
}

fn closed(operation: &'static str) -> StorageError {
    StorageError { operation, fault: StorageFault::Other, source: "the storage is closed".into() }
}
