//! The keyring: wrapped private keys of the markets, in a file of its own that backups leave out.
//!
//! The server cannot open what it keeps here: each key is wrapped under a passphrase it never sees.

use std::{
    path::Path,
    sync::{Arc, Mutex},
};

use rusqlite::{Connection, params};

use super::{
    Answer, StorageError,
    sqlite::{connect, failure},
};

/// The keyring's file.
pub(crate) struct Keyring {
    connection: Arc<Mutex<Connection>>,
}

/// A market's private key, wrapped for one holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrappedKey {
    /// Text of a member's id, or `recovery` for the printed sheet.
    pub holder: String,
    /// The wrapped key as the browser made it: JSON.
    pub wrapped: String,
}

impl Keyring {
    /// Opens or makes the file.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub(crate) fn open(file: &Path) -> Result<Self, StorageError> {
        let connection = connect(file)?;
        connection
            .execute_batch(
                "CREATE TABLE IF NOT EXISTS wrapped_keys (
                     market TEXT NOT NULL,
                     holder TEXT NOT NULL,
                     wrapped TEXT NOT NULL,
                     PRIMARY KEY (market, holder)
                 ) STRICT, WITHOUT ROWID",
            )
            .map_err(|source| failure("open the keyring", source))?;
        Ok(Self { connection: Arc::new(Mutex::new(connection)) })
    }

    /// All wrapped keys of a market.
    pub(crate) fn of_market(&self, market: String) -> Answer<Vec<WrappedKey>> {
        self.ask("read the keyring", move |connection| {
            connection
                .prepare_cached("SELECT holder, wrapped FROM wrapped_keys WHERE market = ? ORDER BY holder")?
                .query_map([market], |row| Ok(WrappedKey { holder: row.get(0)?, wrapped: row.get(1)? }))?
                .collect()
        })
    }

    /// Keeps `keys`, replacing those of the same holders.
    pub(crate) fn put(&self, market: String, keys: Vec<WrappedKey>) -> Answer<()> {
        self.ask("write the keyring", move |connection| {
            let transaction = connection.unchecked_transaction()?;
            for key in keys {
                transaction.execute(
                    "INSERT OR REPLACE INTO wrapped_keys (market, holder, wrapped) VALUES (?, ?, ?)",
                    params![market, key.holder, key.wrapped],
                )?;
            }
            transaction.commit()
        })
    }

    /// Markets that have keys.
    pub(crate) fn markets(&self) -> Answer<Vec<String>> {
        self.ask("read the keyring", |connection| {
            connection
                .prepare_cached("SELECT DISTINCT market FROM wrapped_keys ORDER BY market")?
                .query_map((), |row| row.get(0))?
                .collect()
        })
    }

    /// Destroys all keys of a market, so that no copy of what was sealed to it can be opened again.
    pub(crate) fn destroy(&self, market: String) -> Answer<()> {
        self.ask("destroy keys", move |connection| {
            connection.execute("DELETE FROM wrapped_keys WHERE market = ?", [market])?;
            // Nothing else reads this file, so the WAL is emptied.
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))
        })
    }

    fn ask<T: Send + 'static>(
        &self,
        operation: &'static str,
        question: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Answer<T> {
        let connection = Arc::clone(&self.connection);
        Box::pin(async move {
            tokio::task::spawn_blocking(move || {
                let connection = connection.lock().expect("no question panics under the lock");
                question(&connection).map_err(|source| failure(operation, source))
            })
            .await
            .expect("a question to the keyring does not panic")
        })
    }
}
