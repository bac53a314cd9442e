//! Refused inputs, bounded per document, in number and in size.

use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Quarantined, Refused, documents::document_id, erasures};
use crate::storage::quarantine::{MAX_BYTES, MAX_INPUT_BYTES, MAX_INPUTS, MAX_PER_DOCUMENT};

/// Keeps an input, and lets the oldest go for it.
pub(super) fn put(connection: &Connection, refused: &Refused, bytes: &[u8]) -> rusqlite::Result<()> {
    // What was erased is to leave no bytes.
    if erasures::is_erased(connection, refused.document)? {
        return Ok(());
    }
    let bytes = &bytes[..bytes.len().min(MAX_INPUT_BYTES)];
    let id = refused.document.as_bytes();
    connection
        .prepare_cached(
            "INSERT INTO quarantine (document, reason, at_ms, brought_by, bytes) VALUES (?, ?, ?, ?, ?)",
        )?
        .execute(params![
            id,
            refused.reason,
            refused.at_ms,
            refused.brought_by.as_ref().map(ToString::to_string),
            bytes
        ])?;
    connection
        .prepare_cached(
            "DELETE FROM quarantine WHERE n IN
             (SELECT n FROM quarantine WHERE document = ? ORDER BY n DESC LIMIT -1 OFFSET ?)",
        )?
        .execute(params![id, MAX_PER_DOCUMENT])?;
    connection
        .prepare_cached(
            "DELETE FROM quarantine WHERE n <= (
                 SELECT max(n) FROM (
                     SELECT n, row_number() OVER newest AS place, sum(length(bytes)) OVER newest AS size
                     FROM quarantine WINDOW newest AS (ORDER BY n DESC)
                 ) WHERE place > ? OR size > ?)",
        )?
        .execute(params![MAX_INPUTS, MAX_BYTES])?;
    Ok(())
}

/// Everything that is kept, oldest first.
pub(super) fn list(connection: &Connection) -> rusqlite::Result<Vec<Quarantined>> {
    connection
        .prepare("SELECT n, document, reason, at_ms, brought_by, length(bytes) FROM quarantine ORDER BY n")?
        .query_map((), |row| {
            let brought_by: Option<String> = row.get(4)?;
            Ok(Quarantined {
                number: row.get(0)?,
                refused: Refused {
                    document: document_id(row, 1)?,
                    reason: row.get(2)?,
                    at_ms: row.get(3)?,
                    brought_by: brought_by.as_deref().and_then(|owner| owner.parse().ok()),
                },
                bytes: row.get(5)?,
            })
        })?
        .collect()
}

/// The bytes of one input.
pub(super) fn bytes(connection: &Connection, number: i64) -> rusqlite::Result<Option<Vec<u8>>> {
    connection.query_row("SELECT bytes FROM quarantine WHERE n = ?", [number], |row| row.get(0)).optional()
}

/// Removes what was put in before `from_ms` or after `to_ms`; answers how much.
pub(super) fn drop_beyond(connection: &Connection, from_ms: i64, to_ms: i64) -> rusqlite::Result<usize> {
    connection.execute("DELETE FROM quarantine WHERE at_ms NOT BETWEEN ? AND ?", [from_ms, to_ms])
}

/// Removes one input; `false` if there is none of that number.
pub(super) fn drop_input(connection: &Connection, number: i64) -> rusqlite::Result<bool> {
    connection.execute("DELETE FROM quarantine WHERE n = ?", [number]).map(|removed| removed > 0)
}
