//! Erasing documents for good: by an organiser, the operator, a receipt, or because their time is over.
//!
//! The log outside the database is written first: from then on the erasure cannot be forgotten, and
//! whatever fails after it is done when the server starts again.

mod daily;
mod due;
mod watch;

use std::collections::HashSet;

use jiff::civil;
use shared::document::DocumentId;

pub(crate) use self::{daily::keep_erasing, due::due, watch::keep_watching};
use crate::{
    clock::DAY_MS,
    log,
    storage::{EraseReason, ErasureLog, KEPT_DAYS, Storage, StorageError, Tombstone},
};

/// So many share a transaction: whoever records meanwhile does not wait for all of a market.
const BATCH: usize = 200;

/// Erases `documents`; answers how many had not been erased before.
///
/// # Errors
/// When the log or the database cannot be written; the same call may succeed later.
pub(crate) async fn erase(
    storage: &dyn Storage,
    erasures: &ErasureLog,
    documents: Vec<DocumentId>,
    reason: EraseReason,
    today: civil::Date,
) -> Result<usize, StorageError> {
    if documents.is_empty() {
        return Ok(0);
    }
    let erased_on = today.to_string();
    let tombstones: Vec<Tombstone> = documents
        .into_iter()
        .map(|document| Tombstone { document, reason, erased_on: erased_on.clone() })
        .collect();
    erasures.append(tombstones.clone()).await?;
    let erased = erase_in_batches(storage, &tombstones).await?;
    storage.scrub().await?;
    log::info("erased", &[("documents", &erased), ("reason", &reason.name())]);
    Ok(erased)
}

/// Drops from quarantine what has been there for long enough, or from a time that is still to come.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn drop_old_inputs(storage: &dyn Storage, now_ms: i64) -> Result<(), StorageError> {
    let from_ms = now_ms - KEPT_DAYS * DAY_MS;
    if storage.drop_quarantined_beyond(from_ms, now_ms + DAY_MS).await? > 0 {
        storage.scrub().await?;
    }
    Ok(())
}

async fn erase_in_batches(storage: &dyn Storage, tombstones: &[Tombstone]) -> Result<usize, StorageError> {
    let mut erased = 0;
    for batch in tombstones.chunks(BATCH) {
        erased += storage.erase(batch.to_vec()).await?;
    }
    Ok(erased)
}

/// Brings database and log together at start: an older copy of the database loses again what was
/// erased since, and a log that is new learns what was erased before. Answers how many documents were
/// erased again.
///
/// # Errors
/// When one of them cannot be read or written.
pub(crate) async fn replay(storage: &dyn Storage, erasures: &ErasureLog) -> Result<usize, StorageError> {
    let logged = erasures.read().await?;
    let stored = storage.tombstones().await?;
    let missing_in = |known: &[Tombstone], others: &[Tombstone]| -> Vec<Tombstone> {
        let known: HashSet<DocumentId> = known.iter().map(|tombstone| tombstone.document).collect();
        others.iter().filter(|tombstone| !known.contains(&tombstone.document)).cloned().collect()
    };
    let unlogged = missing_in(&logged, &stored);
    if !unlogged.is_empty() {
        erasures.append(unlogged).await?;
    }
    let forgotten = missing_in(&stored, &logged);
    let mut erased = 0;
    if !forgotten.is_empty() {
        erased = erase_in_batches(storage, &forgotten).await?;
        // The database is a copy from before these erasures: phones are to send again what it lacks.
        storage.renew_incarnation().await?;
        log::warn("erasures_replayed", &[("documents", &erased)]);
    }
    // A process that was killed may have left frames of erased documents in the WAL.
    if let Err(error) = storage.scrub().await {
        log::error("storage_failed", &[("operation", &error.operation), ("cause", &error.source)]);
    }
    Ok(erased)
}
