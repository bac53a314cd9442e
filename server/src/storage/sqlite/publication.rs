//! The last publication. One is kept; it goes with the documents into copies of the database.

use rusqlite::{Connection, OptionalExtension as _, params};
use shared::document::Head;

use super::{KeptCatalog, KeptPublication};

/// What was made of `sources`.
pub(super) fn get(connection: &Connection, sources: &Head) -> rusqlite::Result<Option<KeptPublication>> {
    let about: Option<Vec<u8>> = connection
        .prepare_cached("SELECT about FROM publication WHERE sources = ?")?
        .query_row([sources], |row| row.get(0))
        .optional()?;
    let Some(about) = about else { return Ok(None) };
    let catalogs = connection
        .prepare_cached("SELECT language, plain, brotli, gzip FROM catalogs ORDER BY language")?
        .query_map((), |row| {
            Ok(KeptCatalog {
                language: row.get(0)?,
                plain: row.get(1)?,
                brotli: row.get(2)?,
                gzip: row.get(3)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(KeptPublication { sources: *sources, about, catalogs }))
}

/// Keeps it in place of the last one.
pub(super) fn put(connection: &Connection, publication: &KeptPublication) -> rusqlite::Result<()> {
    connection.execute_batch("DELETE FROM publication; DELETE FROM catalogs;")?;
    connection
        .prepare_cached("INSERT INTO publication (sources, about) VALUES (?, ?)")?
        .execute(params![publication.sources, publication.about])?;
    let mut put = connection
        .prepare_cached("INSERT INTO catalogs (language, plain, brotli, gzip) VALUES (?, ?, ?, ?)")?;
    for KeptCatalog { language, plain, brotli, gzip } in &publication.catalogs {
        put.execute(params![language, plain, brotli, gzip])?;
    }
    Ok(())
}
