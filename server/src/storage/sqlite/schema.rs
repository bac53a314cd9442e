//! The tables, and how older files are brought up to date.

use rusqlite::Connection;
use shared::sync::voucher::VoucherKey;

use super::{StorageError, StorageFault, failure};

/// Each step leads from its index to the next `user_version`. Steps are only added.
const STEPS: &[&str] = &[
    "
    CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO meta VALUES ('last_seq', 0), ('incarnation', lower(hex(randomblob(16))));

    CREATE TABLE documents (
        id BLOB PRIMARY KEY,
        kind TEXT,
        market TEXT,
        owner TEXT NOT NULL,
        heads BLOB NOT NULL,
        seq INTEGER NOT NULL UNIQUE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX documents_by_kind ON documents (kind);

    CREATE TABLE chunks (
        document BLOB NOT NULL,
        n INTEGER NOT NULL,
        form TEXT NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (document, n)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tombstones (
        document BLOB PRIMARY KEY,
        reason TEXT NOT NULL,
        at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE quarantine (
        n INTEGER PRIMARY KEY AUTOINCREMENT,
        document BLOB NOT NULL,
        reason TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE members (
        id BLOB PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL,
        password TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE devices (
        id BLOB PRIMARY KEY,
        label TEXT NOT NULL,
        public_key BLOB NOT NULL,
        market TEXT NOT NULL,
        enrolled_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE passes (
        token BLOB PRIMARY KEY,
        purpose TEXT NOT NULL,
        member BLOB,
        device BLOB,
        expires_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE invites (
        token BLOB PRIMARY KEY,
        market TEXT NOT NULL,
        created_by BLOB,
        expires_ms INTEGER NOT NULL,
        used_by BLOB
    ) STRICT, WITHOUT ROWID;
",
    "
    -- No version has written one of the former kind.
    DROP TABLE tombstones;
    CREATE TABLE tombstones (
        document BLOB PRIMARY KEY,
        reason TEXT NOT NULL,
        erased_on TEXT NOT NULL,
        seq INTEGER NOT NULL UNIQUE,
        kind TEXT,
        market TEXT,
        owner TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE receipts (
        hash BLOB NOT NULL,
        document BLOB NOT NULL,
        PRIMARY KEY (hash, document)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX receipts_by_document ON receipts (document);

    ALTER TABLE quarantine ADD COLUMN brought_by TEXT;
    CREATE INDEX quarantine_by_document ON quarantine (document, n);
",
    "
    INSERT INTO meta VALUES ('voucher_key', randomblob(32));
",
    "
    -- What was made of the published documents, so that a start need not make it again.
    CREATE TABLE publication (sources BLOB PRIMARY KEY, about BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE catalogs (
        language TEXT PRIMARY KEY,
        plain BLOB NOT NULL,
        brotli BLOB NOT NULL,
        gzip BLOB NOT NULL
    ) STRICT;

    -- Without row ids, whatever is larger than a quarter of a page gets a page of its own besides.
    CREATE TABLE chunks_by_row (
        document BLOB NOT NULL,
        n INTEGER NOT NULL,
        form TEXT NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (document, n)
    ) STRICT;
    INSERT INTO chunks_by_row SELECT document, n, form, bytes FROM chunks;
    DROP TABLE chunks;
    ALTER TABLE chunks_by_row RENAME TO chunks;

    -- For those who may see only some of the log.
    DROP INDEX documents_by_kind;
    CREATE INDEX documents_by_kind ON documents (kind, seq);
    CREATE INDEX documents_by_owner ON documents (owner, seq);
",
    "
    -- Under one name there is a catalog, under another the small print of its language.
    DROP TABLE catalogs;
    DELETE FROM publication;
    CREATE TABLE published (
        name TEXT PRIMARY KEY,
        plain BLOB NOT NULL,
        brotli BLOB NOT NULL,
        gzip BLOB NOT NULL
    ) STRICT;
",
    "
    ALTER TABLE devices ADD COLUMN state TEXT NOT NULL DEFAULT 'active';
    ALTER TABLE devices ADD COLUMN last_contact_ms INTEGER;
    ALTER TABLE invites ADD COLUMN way TEXT NOT NULL DEFAULT 'printed';
    ALTER TABLE invites ADD COLUMN proof_key BLOB;

    -- What came from phones of which an organiser has to decide.
    CREATE TABLE bundles (
        hash BLOB PRIMARY KEY,
        device BLOB NOT NULL,
        at_ms INTEGER NOT NULL,
        bytes BLOB NOT NULL
    ) STRICT;
    CREATE INDEX bundles_by_device ON bundles (device, at_ms);
",
];

/// Brings the file up to date, in one transaction.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StorageError> {
    let operation = "update the database's tables";
    let wrap = |source| failure(operation, source);
    // Immediate: of two programs that open a new file at once, the second waits and finds it done.
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(wrap)?;
    let version: u32 = transaction.query_row("PRAGMA user_version", (), |row| row.get(0)).map_err(wrap)?;
    let Some(steps) = STEPS.get(version as usize..) else {
        let source = format!("the database has schema {version}, this program knows {}", STEPS.len());
        return Err(StorageError { operation, fault: StorageFault::Unreadable, source: source.into() });
    };
    for (step, reached) in steps.iter().zip(version + 1..) {
        transaction.execute_batch(step).map_err(wrap)?;
        transaction.pragma_update(None, "user_version", reached).map_err(wrap)?;
    }
    transaction.commit().map_err(wrap)
}

/// What SQLite's own check finds.
pub(super) fn faults(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let found: Vec<String> = connection
        .prepare("PRAGMA integrity_check")?
        .query_map((), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(if found == ["ok"] { Vec::new() } else { found })
}

/// Makes this data another, because it lacks what it once held.
pub(super) fn renew_incarnation(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .execute("UPDATE meta SET value = lower(hex(randomblob(16))) WHERE key = 'incarnation'", ())
        .map(|_| ())
}

/// What the server vouches with.
pub(super) fn voucher_key(connection: &Connection) -> rusqlite::Result<VoucherKey> {
    connection
        .query_row("SELECT value FROM meta WHERE key = 'voucher_key'", (), |row| row.get(0))
        .map(VoucherKey::new)
}

/// Identity of this data.
pub(super) fn incarnation(connection: &Connection) -> rusqlite::Result<String> {
    connection.query_row("SELECT value FROM meta WHERE key = 'incarnation'", (), |row| row.get(0))
}
