//! Documents and their chunks.

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use shared::{
    document::{DocumentId, Head, Kind},
    repo::{ChunkRole, Commit, Found},
    sync::share_policy::Facts,
};

use super::{DocumentChunks, Put, StoredDocument, erasures};

pub(super) fn load(connection: &Connection, document: DocumentId) -> rusqlite::Result<Found> {
    match facts_of(connection, document)? {
        None => Ok(match erasures::facts_of(connection, document)? {
            Some(facts) => Found::Erased { facts },
            None => Found::Absent,
        }),
        Some(facts) => Ok(Found::Present { facts, chunks: chunks(connection, document)? }),
    }
}

/// What is known of a document.
fn facts_of(connection: &Connection, document: DocumentId) -> rusqlite::Result<Option<Facts>> {
    connection
        .prepare_cached("SELECT kind, market, owner FROM documents WHERE id = ?")?
        .query_row([document.as_bytes()], |row| facts(row, 0))
        .optional()
}

pub(super) fn chunks(connection: &Connection, document: DocumentId) -> rusqlite::Result<Vec<Vec<u8>>> {
    connection
        .prepare_cached("SELECT bytes FROM chunks WHERE document = ? ORDER BY n")?
        .query_map([document.as_bytes()], |row| row.get(0))?
        .collect()
}

/// Stores each of `commits` unless its document was erased or is there against its word.
pub(super) fn commit(connection: &Connection, commits: &[Commit]) -> rusqlite::Result<Vec<Put>> {
    let mut seq = last_seq(connection)?;
    let mut places = Vec::with_capacity(commits.len());
    for commit in commits {
        if erasures::keeps_away(connection, commit.document, commit.facts.kind)? {
            places.push(Put::Erased);
            continue;
        }
        if commit.chunk_is == ChunkRole::First && facts_of(connection, commit.document)?.is_some() {
            places.push(Put::Taken);
            continue;
        }
        seq += 1;
        put_document(connection, commit, seq)?;
        put_chunk(connection, commit)?;
        if commit.chunk_is != ChunkRole::Next && commit.facts.kind.is_some_and(Kind::has_derived_id) {
            // Whoever sat on its id must not be able to withdraw it.
            erasures::remove_receipts(connection, commit.document)?;
        }
        if let Some(receipt) = commit.receipt {
            erasures::put_receipt(connection, commit.document, &receipt)?;
        }
        places.push(Put::At(seq.cast_unsigned()));
    }
    set_last_seq(connection, seq)?;
    Ok(places)
}

/// The last place of the log.
pub(super) fn last_seq(connection: &Connection) -> rusqlite::Result<i64> {
    connection
        .prepare_cached("SELECT value FROM meta WHERE key = 'last_seq'")?
        .query_row((), |row| row.get(0))
}

pub(super) fn set_last_seq(connection: &Connection, seq: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("UPDATE meta SET value = ? WHERE key = 'last_seq'")?.execute([seq]).map(|_| ())
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
            commit.facts.owner.to_string(),
            heads,
            seq
        ])?;
    Ok(())
}

fn put_chunk(connection: &Connection, commit: &Commit) -> rusqlite::Result<()> {
    let id = commit.document.as_bytes();
    let form = match commit.chunk_is {
        ChunkRole::First | ChunkRole::Whole => "snapshot",
        ChunkRole::Next => "incremental",
    };
    if commit.chunk_is == ChunkRole::Whole {
        connection.prepare_cached("DELETE FROM chunks WHERE document = ?")?.execute([id])?;
    }
    connection
        .prepare_cached(
            "INSERT INTO chunks (document, n, form, bytes)
             SELECT ?1, coalesce(max(n), 0) + 1, ?2, ?3 FROM chunks WHERE document = ?1",
        )?
        .execute(params![id, form, commit.chunk])?;
    Ok(())
}

pub(super) fn heads(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<Head>> {
    let heads: Vec<u8> = row.get(column)?;
    let (heads, _) = heads.as_chunks::<{ size_of::<Head>() }>();
    Ok(heads.to_vec())
}

/// Id and heads of all documents of `kinds`, in order of id.
pub(super) fn heads_of(
    connection: &Connection,
    kinds: &[Kind],
) -> rusqlite::Result<Vec<(DocumentId, Vec<Head>)>> {
    let mut documents = Vec::new();
    for kind in kinds {
        let mut statement = connection.prepare_cached("SELECT id, heads FROM documents WHERE kind = ?")?;
        let found = statement.query_map([kind.name()], |row| Ok((document_id(row, 0)?, heads(row, 1)?)))?;
        for document in found {
            documents.push(document?);
        }
    }
    documents.sort_unstable();
    Ok(documents)
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

/// The next documents of `kinds` and of none, or of any, after `after`, in order of id, at most `limit`. Runs along the
/// table: the index of kinds is in another order, and each page would sort all that is left.
pub(super) fn page(
    connection: &Connection,
    kinds: Option<&[Kind]>,
    after: DocumentId,
    limit: usize,
) -> rusqlite::Result<Vec<StoredDocument>> {
    let mut statement = connection.prepare_cached(&page_query(kinds))?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let found: Vec<(DocumentId, Facts)> = statement
        .query_map(params![after.as_bytes(), limit], |row| Ok((document_id(row, 0)?, facts(row, 1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    found
        .into_iter()
        .map(|(id, facts)| Ok(StoredDocument { id, facts, chunks: chunks(connection, id)? }))
        .collect()
}

fn page_query(kinds: Option<&[Kind]>) -> String {
    let of_kinds = kinds.map_or_else(String::new, |kinds| {
        let names: Vec<String> = kinds.iter().map(|kind| format!("'{}'", kind.name())).collect();
        format!("(+kind IN ({}) OR +kind IS NULL) AND", names.join(", "))
    });
    format!("SELECT id, kind, market, owner FROM documents WHERE {of_kinds} id > ? ORDER BY id LIMIT ?")
}

/// The document id in a column.
pub(super) fn document_id(row: &Row<'_>, column: usize) -> rusqlite::Result<DocumentId> {
    row.get(column).map(DocumentId::from_bytes)
}

pub(super) fn facts(row: &Row<'_>, first_column: usize) -> rusqlite::Result<Facts> {
    let kind: Option<String> = row.get(first_column)?;
    let owner: String = row.get(first_column + 2)?;
    Ok(Facts {
        kind: kind.and_then(|kind| kind.parse().ok()),
        market: row.get(first_column + 1)?,
        owner: owner.parse().map_err(|_| {
            rusqlite::Error::InvalidColumnType(first_column + 2, "owner".into(), rusqlite::types::Type::Text)
        })?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::sqlite::schema;

    #[test]
    fn a_page_looks_at_no_more_than_it_holds() {
        let mut connection = Connection::open_in_memory().expect("opens");
        schema::migrate(&mut connection).expect("makes the tables");
        for kinds in [None, Some(shared::document::retention::KINDS)] {
            let plan: Vec<String> = connection
                .prepare(&format!("EXPLAIN QUERY PLAN {}", page_query(kinds)))
                .and_then(|mut plan| plan.query_map(params![[0_u8; 16], 200], |row| row.get(3))?.collect())
                .expect("explains");
            assert_eq!(plan, ["SEARCH documents USING PRIMARY KEY (id>?)"]);
        }
    }
}
