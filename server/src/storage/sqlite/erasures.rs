//! Tombstones, and the bytes that go when one is written.
//!
//! Freed content is zeroed in its page (`secure_delete`); what the WAL still holds of it goes with
//! the checkpoint that [`super::worker::Writer::scrub`] makes.

use rusqlite::{Connection, OptionalExtension as _, Row, params, types::ValueRef};
use shared::{
    document::{DocumentId, Head, Kind},
    sync::share_policy::Facts,
};

use super::{
    EraseReason, Erased, Tombstone,
    documents::{document_id, facts, last_seq, set_last_seq},
};

pub(super) fn is_erased(connection: &Connection, document: DocumentId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM tombstones WHERE document = ?)")?
        .query_row([document.as_bytes()], |row| row.get(0))
}

/// Whether a tombstone keeps a document of this kind from being stored. One of something else that only sat on the
/// id of a market does not keep the market away.
pub(super) fn keeps_away(
    connection: &Connection,
    document: DocumentId,
    kind: Option<Kind>,
) -> rusqlite::Result<bool> {
    let belongs_there = kind.filter(|kind| kind.has_derived_id());
    Ok(match (facts_of(connection, document)?, belongs_there) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(erased), Some(_)) => erased.is_some_and(|erased| erased.kind == belongs_there),
    })
}

/// Whether there is a tombstone, and what it keeps of what was erased.
pub(super) fn facts_of(
    connection: &Connection,
    document: DocumentId,
) -> rusqlite::Result<Option<Option<Facts>>> {
    connection
        .prepare_cached("SELECT kind, market, owner FROM tombstones WHERE document = ?")?
        .query_row([document.as_bytes()], |row| known_facts(row, 0))
        .optional()
}

/// Nothing of what was erased before this database knew it.
fn known_facts(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Facts>> {
    match row.get_ref(column + 2)? {
        ValueRef::Null => Ok(None),
        _ => facts(row, column).map(Some),
    }
}

/// Puts tombstones in the place of documents; answers how many had none yet.
pub(super) fn erase(connection: &Connection, tombstones: &[Tombstone]) -> rusqlite::Result<usize> {
    let mut seq = last_seq(connection)?;
    let mut erased = 0;
    for tombstone in tombstones {
        if is_erased(connection, tombstone.document)? {
            continue;
        }
        seq += 1;
        put_tombstone(connection, tombstone, seq)?;
        remove_bytes(connection, tombstone.document)?;
        erased += 1;
    }
    set_last_seq(connection, seq)?;
    Ok(erased)
}

/// Keeps the facts of the document, which say who may be told that it was erased.
fn put_tombstone(connection: &Connection, tombstone: &Tombstone, seq: i64) -> rusqlite::Result<()> {
    let Tombstone { document, reason, erased_on } = tombstone;
    connection
        .prepare_cached(
            "INSERT INTO tombstones (document, reason, erased_on, seq, kind, market, owner)
             SELECT ?1, ?2, ?3, ?4, d.kind, d.market, d.owner
             FROM (SELECT 1) LEFT JOIN documents d ON d.id = ?1",
        )?
        .execute(params![document.as_bytes(), reason.name(), erased_on, seq])
        .map(|_| ())
}

fn remove_bytes(connection: &Connection, document: DocumentId) -> rusqlite::Result<()> {
    for statement in [
        "DELETE FROM chunks WHERE document = ?",
        "DELETE FROM documents WHERE id = ?",
        "DELETE FROM receipts WHERE document = ?",
        "DELETE FROM quarantine WHERE document = ?",
    ] {
        connection.prepare_cached(statement)?.execute([document.as_bytes()])?;
    }
    // Of a device, its label and its way in go as well; of a person, the account. Most documents are neither,
    // and what belongs to these is found by looking through a table.
    for (account, what_is_theirs) in [
        (
            "DELETE FROM devices WHERE id = ?",
            &["DELETE FROM passes WHERE device = ?", "DELETE FROM bundles WHERE device = ?"][..],
        ),
        (
            "DELETE FROM members WHERE id = ?",
            &[
                "DELETE FROM passes WHERE member = ?",
                "UPDATE invites SET created_by = NULL WHERE created_by = ?",
            ],
        ),
    ] {
        if connection.prepare_cached(account)?.execute([document.as_bytes()])? > 0 {
            for statement in what_is_theirs {
                connection.prepare_cached(statement)?.execute([document.as_bytes()])?;
            }
        }
    }
    Ok(())
}

/// What was erased after place `after` of the log.
pub(super) fn erased_after(connection: &Connection, after: u64) -> rusqlite::Result<Erased> {
    let up_to = last_seq(connection)?.cast_unsigned();
    let documents = connection
        .prepare_cached("SELECT document, kind, market, owner FROM tombstones WHERE seq > ? ORDER BY seq")?
        .query_map([after.cast_signed()], |row| Ok((document_id(row, 0)?, known_facts(row, 1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Erased { documents, up_to })
}

/// The last day on which all that was due was erased.
pub(super) fn last_daily(connection: &Connection) -> rusqlite::Result<Option<String>> {
    connection
        .query_row("SELECT value FROM meta WHERE key = 'daily_erasure'", (), |row| row.get(0))
        .optional()
}

pub(super) fn put_daily(connection: &Connection, day: &str) -> rusqlite::Result<()> {
    connection
        .execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('daily_erasure', ?)", [day])
        .map(|_| ())
}

/// Every tombstone, in the order in which they were written.
pub(super) fn tombstones(connection: &Connection) -> rusqlite::Result<Vec<Tombstone>> {
    connection
        .prepare("SELECT document, reason, erased_on FROM tombstones ORDER BY seq")?
        .query_map((), |row| {
            let reason: String = row.get(1)?;
            Ok(Tombstone {
                document: document_id(row, 0)?,
                reason: EraseReason::from_name(&reason),
                erased_on: row.get(2)?,
            })
        })?
        .collect()
}

/// Makes receipts of a document worth nothing.
pub(super) fn remove_receipts(connection: &Connection, document: DocumentId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM receipts WHERE document = ?")?
        .execute([document.as_bytes()])
        .map(|_| ())
}

pub(super) fn put_receipt(
    connection: &Connection,
    document: DocumentId,
    hash: &Head,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO receipts (hash, document) VALUES (?, ?)")?
        .execute(params![hash, document.as_bytes()])
        .map(|_| ())
}

/// Documents whose receipt has, or once had, this hash.
pub(super) fn with_receipt(connection: &Connection, hash: &Head) -> rusqlite::Result<Vec<DocumentId>> {
    connection
        .prepare_cached("SELECT document FROM receipts WHERE hash = ?")?
        .query_map([hash], |row| document_id(row, 0))?
        .collect()
}
