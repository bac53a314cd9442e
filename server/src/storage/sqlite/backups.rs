//! How far the newest backup reaches.

use rusqlite::{Connection, OptionalExtension as _};

use super::documents::last_seq;

/// The end of the log now: a copy that is made from now on holds all up to here.
pub(super) fn log_end(connection: &Connection) -> rusqlite::Result<u64> {
    last_seq(connection).map(i64::cast_unsigned)
}

/// Notes that a copy was made that holds the log up to `seq`.
pub(super) fn note(connection: &Connection, seq: u64) -> rusqlite::Result<()> {
    connection
        .execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('backed_up', ?)", [seq.cast_signed()])
        .map(|_| ())
}

/// Up to where the newest copy holds the log; 0 if there is none.
pub(super) fn up_to(connection: &Connection) -> rusqlite::Result<u64> {
    let seq: Option<i64> = connection
        .prepare_cached("SELECT value FROM meta WHERE key = 'backed_up'")?
        .query_row((), |row| row.get(0))
        .optional()?;
    Ok(seq.unwrap_or_default().cast_unsigned())
}
