//! Documents, their chunks and the log.

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use shared::{
    document::{DocumentId, Head, Kind},
    repo::{Commit, Found, LogEntry, LogPage},
    sync::share_policy::{Facts, Owner},
};

use super::DocumentChunks;

/// Quarantine holds at most so many inputs.
const MAX_QUARANTINED: i64 = 1000;
/// Longer inputs are cut: enough to study, too little to fill a disk.
const MAX_QUARANTINED_BYTES: usize = 1024 * 1024;

pub(super) fn load(connection: &Connection, document: DocumentId) -> rusqlite::Result<Found> {
    let id = document.as_bytes();
    let erased: bool = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM tombstones WHERE document = ?)")?
        .query_row([id], |row| row.get(0))?;
    if erased {
        return Ok(Found::Erased);
    }
    let facts = connection
        .prepare_cached("SELECT kind, market, owner FROM documents WHERE id = ?")?
        .query_row([id], |row| facts(row, 0))
        .optional()?;
    match facts {
        None => Ok(Found::Absent),
        Some(facts) => Ok(Found::Present { facts, chunks: chunks(connection, document)? }),
    }
}

fn chunks(connection: &Connection, document: DocumentId) -> rusqlite::Result<Vec<Vec<u8>>> {
    connection
        .prepare_cached("SELECT bytes FROM chunks WHERE document = ? ORDER BY n")?
        .query_map([document.as_bytes()], |row| row.get(0))?
        .collect()
}

pub(super) fn commit(connection: &Connection, commits: &[Commit]) -> rusqlite::Result<Vec<u64>> {
    let mut seq: i64 =
        connection.query_row("SELECT value FROM meta WHERE key = 'last_seq'", (), |row| row.get(0))?;
    let mut places = Vec::with_capacity(commits.len());
    for commit in commits {
        seq += 1;
        put_document(connection, commit, seq)?;
        put_chunk(connection, commit)?;
        places.push(seq.cast_unsigned());
    }
    connection.prepare_cached("UPDATE meta SET value = ? WHERE key = 'last_seq'")?.execute([seq])?;
    Ok(places)
}

fn put_document(connection: &Connection, commit: &Commit, seq: i64) -> rusqlite::Result<()> {
    let heads = commit.heads.concat();
    connection
        .prepare_cached(
            "INSERT INTO documents (id, kind, market, owner, heads, seq) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET kind = ?2, market = ?3, owner = ?4, heads = ?5, seq = ?6",
        )?
        .execute(params![
            commit.document.as_bytes(),
            commit.facts.kind.map(Kind::name),
            commit.facts.market,
            owner_text(&commit.facts.owner),
            heads,
            seq
        ])?;
    Ok(())
}

fn put_chunk(connection: &Connection, commit: &Commit) -> rusqlite::Result<()> {
    let id = commit.document.as_bytes();
    if commit.replaces {
        connection.prepare_cached("DELETE FROM chunks WHERE document = ?")?.execute([id])?;
    }
    connection
        .prepare_cached(
            "INSERT INTO chunks (document, n, form, bytes)
             SELECT ?1, coalesce(max(n), 0) + 1, ?2, ?3 FROM chunks WHERE document = ?1",
        )?
        .execute(params![id, if commit.replaces { "snapshot" } else { "incremental" }, commit.chunk])?;
    Ok(())
}

pub(super) fn read_log(connection: &Connection, after: u64, limit: usize) -> rusqlite::Result<LogPage> {
    let after = i64::try_from(after).unwrap_or(i64::MAX);
    let mut statement = connection.prepare_cached(
        "SELECT id, heads, seq, kind, market, owner FROM documents WHERE seq > ? ORDER BY seq LIMIT ?",
    )?;
    // One more than asked for tells whether there is more.
    let wanted = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    let mut entries: Vec<LogEntry> =
        statement.query_map([after, wanted], log_entry)?.collect::<rusqlite::Result<_>>()?;
    let more = entries.len() > limit;
    entries.truncate(limit);
    let cursor = entries.last().map_or(after.cast_unsigned(), |entry| entry.seq);
    Ok(LogPage { entries, cursor, more })
}

fn log_entry(row: &Row<'_>) -> rusqlite::Result<LogEntry> {
    let heads: Vec<u8> = row.get(1)?;
    let (heads, _) = heads.as_chunks::<{ size_of::<Head>() }>();
    let seq: i64 = row.get(2)?;
    Ok(LogEntry {
        document: document_id(row, 0)?,
        facts: facts(row, 3)?,
        heads: heads.to_vec(),
        seq: seq.cast_unsigned(),
    })
}

pub(super) fn of_kinds(connection: &Connection, kinds: &[Kind]) -> rusqlite::Result<Vec<DocumentChunks>> {
    let mut documents = Vec::new();
    for kind in kinds {
        let mut statement =
            connection.prepare_cached("SELECT id FROM documents WHERE kind = ? ORDER BY id")?;
        let ids: Vec<DocumentId> = statement
            .query_map([kind.name()], |row| document_id(row, 0))?
            .collect::<rusqlite::Result<_>>()?;
        for id in ids {
            documents.push(DocumentChunks { kind: *kind, chunks: chunks(connection, id)? });
        }
    }
    Ok(documents)
}

pub(super) fn quarantine(
    connection: &Connection,
    document: DocumentId,
    reason: &str,
    bytes: &[u8],
    now_ms: i64,
) -> rusqlite::Result<()> {
    let bytes = &bytes[..bytes.len().min(MAX_QUARANTINED_BYTES)];
    connection
        .prepare_cached("INSERT INTO quarantine (document, reason, at_ms, bytes) VALUES (?, ?, ?, ?)")?
        .execute(params![document.as_bytes(), reason, now_ms, bytes])?;
    connection
        .prepare_cached("DELETE FROM quarantine WHERE n <= (SELECT max(n) FROM quarantine) - ?")?
        .execute([MAX_QUARANTINED])?;
    Ok(())
}

/// The document id in a column.
pub(super) fn document_id(row: &Row<'_>, column: usize) -> rusqlite::Result<DocumentId> {
    row.get(column).map(DocumentId::from_bytes)
}

fn facts(row: &Row<'_>, first_column: usize) -> rusqlite::Result<Facts> {
    let kind: Option<String> = row.get(first_column)?;
    let owner: String = row.get(first_column + 2)?;
    Ok(Facts {
        kind: kind.and_then(|kind| kind.parse().ok()),
        market: row.get(first_column + 1)?,
        owner: owner_from(&owner).ok_or_else(|| {
            rusqlite::Error::InvalidColumnType(first_column + 2, "owner".into(), rusqlite::types::Type::Text)
        })?,
    })
}

/// **Shape**: `organisers`, `device <id>` or `member <id>`.
fn owner_text(owner: &Owner) -> String {
    match owner {
        Owner::Organisers => "organisers".into(),
        Owner::Device(device) => format!("device {device}"),
        Owner::Member(member) => format!("member {member}"),
    }
}

fn owner_from(text: &str) -> Option<Owner> {
    match text.split_once(' ') {
        None => (text == "organisers").then_some(Owner::Organisers),
        Some(("device", id)) => id.parse().ok().map(Owner::Device),
        Some(("member", id)) => id.parse().ok().map(Owner::Member),
        Some(_) => None,
    }
}
