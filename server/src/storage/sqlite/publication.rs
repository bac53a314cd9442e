//! The last publication. One is kept; it goes with the documents into copies of the database.

use rusqlite::{Connection, OptionalExtension as _, params};
use shared::document::Head;

use super::{KeptFile, KeptPublication};

/// What was made of `sources`.
pub(super) fn get(connection: &Connection, sources: &Head) -> rusqlite::Result<Option<KeptPublication>> {
    let about: Option<Vec<u8>> = connection
        .prepare_cached("SELECT about FROM publication WHERE sources = ?")?
        .query_row([sources], |row| row.get(0))
        .optional()?;
    let Some(about) = about else { return Ok(None) };
    let files = connection
        .prepare_cached("SELECT name, plain, brotli, gzip FROM published ORDER BY name")?
        .query_map((), |row| {
            Ok(KeptFile { name: row.get(0)?, plain: row.get(1)?, brotli: row.get(2)?, gzip: row.get(3)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(KeptPublication { sources: *sources, about, files }))
}

/// Keeps it in place of the last one.
pub(super) fn put(connection: &Connection, publication: &KeptPublication) -> rusqlite::Result<()> {
    connection.execute_batch("DELETE FROM publication; DELETE FROM published;")?;
    connection
        .prepare_cached("INSERT INTO publication (sources, about) VALUES (?, ?)")?
        .execute(params![publication.sources, publication.about])?;
    let mut put =
        connection.prepare_cached("INSERT INTO published (name, plain, brotli, gzip) VALUES (?, ?, ?, ?)")?;
    for KeptFile { name, plain, brotli, gzip } in &publication.files {
        put.execute(params![name, plain, brotli, gzip])?;
    }
    Ok(())
}
