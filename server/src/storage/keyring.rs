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
            // Where the power went after keys were destroyed, the WAL may hold them again.
            .and_then(|()| empty_wal(&connection))
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
            empty_wal(connection)
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

/// Leaves nothing in the WAL of what was deleted; nothing else reads this file for long.
fn empty_wal(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::unreliable_disk::UnreliableDisk;

    const FILE: &str = "keyring.db";

    fn key(number: u32) -> WrappedKey {
        WrappedKey { holder: format!("holder {number}"), wrapped: format!("wrapped key {number};") }
    }

    /// Keeps a key for each market until the power goes; gives the disk that is found then, and how many
    /// keys were acknowledged.
    async fn keep_until_cut(disk: &UnreliableDisk, operations: u32) -> (UnreliableDisk, u32) {
        disk.cut_after(operations);
        let mut kept = 0;
        if let Ok(keyring) = Keyring::open(&disk.file(FILE)) {
            while keyring.put(format!("market {kept}"), vec![key(kept)]).await.is_ok() {
                kept += 1;
            }
        }
        (disk.restart(), kept)
    }

    #[tokio::test]
    async fn keys_that_were_kept_are_there_after_a_power_cut() {
        let mut most = 0;
        for operations in 0..60 {
            let (disk, kept) = keep_until_cut(&UnreliableDisk::new(operations.into()), operations).await;
            let keyring = Keyring::open(&disk.file(FILE)).expect("opens");
            for number in 0..kept {
                let found = keyring.of_market(format!("market {number}")).await.expect("reads");
                assert_eq!(found, [key(number)], "cut after {operations} operations");
            }
            most = most.max(kept);
        }
        assert!(most > 5, "some cuts came late: {most}");
    }

    #[tokio::test]
    async fn keys_that_were_destroyed_are_gone_after_a_power_cut() {
        for seed in 0..60 {
            let (disk, kept) = keep_until_cut(&UnreliableDisk::new(seed), 60).await;
            let keyring = Keyring::open(&disk.file(FILE)).expect("opens");
            for number in 0..kept {
                keyring.destroy(format!("market {number}")).await.expect("destroys");
            }
            let disk = disk.restart();
            let keyring = Keyring::open(&disk.file(FILE)).expect("opens");
            assert_eq!(keyring.markets().await.expect("reads"), Vec::<String>::new());
            let found = disk.files().concat();
            let found = String::from_utf8_lossy(&found);
            assert!(!found.contains("wrapped key "), "seed {seed}: bytes of a key are left");
        }
    }
}
