//! The storage port on one SQLite file.
//!
//! One thread writes: everything that waits when it becomes free shares one transaction, hence one
//! fsync. Two threads read beside it. The file is in WAL mode, so the command line can write while
//! the server runs.

mod accounts;
mod backups;
mod devices;
mod documents;
mod erasures;
mod log;
mod publication;
mod quarantine;
mod schema;
#[cfg(test)]
mod tests;
mod worker;

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::Connection;
use shared::{
    document::{DocumentId, Head, Kind},
    repo::{Commit, LogPage},
    sync::{reach::Reach, voucher::VoucherKey},
};

use self::worker::{Readers, Writer};
use super::{
    Answer, Device, DeviceState, DocumentChunks, Enrolment, EraseReason, Erased, Identity, Invite,
    KeptBundle, KeptFile, KeptPublication, Loaded, Member, Pass, PassPurpose, Put, PutBundle, Quarantined,
    Refused, Storage, StorageError, StorageFault, StoredDocument, Tombstone,
};
use crate::secret::{PasswordHash, TokenHash};

/// Enough for pages of the log and a catalog compilation side by side.
const READERS: usize = 2;

/// How long a writer waits for another process that writes.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// A SQLite file as storage.
pub(crate) struct SqliteStorage {
    writer: Writer,
    readers: Readers,
}

impl SqliteStorage {
    /// Opens or makes the file and brings its schema up to date.
    ///
    /// # Errors
    /// The file cannot be read or written, or comes from a newer version.
    pub(crate) fn open(file: &Path) -> Result<Self, StorageError> {
        let mut connection = connect(file)?;
        schema::migrate(&mut connection)?;
        let readers = (0..READERS).map(|_| connect(file)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { writer: Writer::start(connection), readers: Readers::start(readers) })
    }

    /// Lets the writer hold so many KiB of the file in memory, for someone who fills it and then ends.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(crate) fn hold_in_memory(&self, kib: u32) -> Answer<()> {
        self.writer.write("make room in memory", move |connection| {
            connection.pragma_update(None, "cache_size", -i64::from(kib))
        })
    }
}

/// Moves what stands in the WAL into the file, which is then the whole database by itself. Leaves the schema
/// as it is.
///
/// # Errors
/// The file is damaged, or someone reads it.
pub(crate) fn move_wal_into(file: &Path) -> Result<(), StorageError> {
    worker::empty_wal_wholly(&connect(file)?)
}

/// Opens a connection with the settings that durability and erasure rest on.
pub(super) fn connect(file: &Path) -> Result<Connection, StorageError> {
    let connection = Connection::open(file).map_err(|source| failure("open the database", source))?;
    connection.busy_timeout(BUSY_TIMEOUT).map_err(|source| failure("open the database", source))?;
    let settings = "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -8000;";
    connection.execute_batch(settings).map_err(|source| failure("open the database", source))?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Wraps what SQLite said.
pub(super) fn failure(operation: &'static str, source: rusqlite::Error) -> StorageError {
    StorageError { operation, fault: fault_of(&source), source: source.into() }
}

/// What an operator can do about it.
fn fault_of(source: &rusqlite::Error) -> StorageFault {
    use rusqlite::ErrorCode;

    match source.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StorageFault::Full,
        // The index of the WAL could not grow: on a full disk this fails before any write does.
        _ if is_failed_growth(source) => StorageFault::Full,
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            StorageFault::NotWritable
        }
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => StorageFault::Unreadable,
        _ => StorageFault::Other,
    }
}

fn is_failed_growth(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
}

impl Storage for SqliteStorage {
    fn load(&self, document: DocumentId, claimant: Option<DocumentId>) -> Answer<Loaded> {
        self.readers.read("load a document", move |connection| {
            Ok(Loaded {
                found: documents::load(connection, document)?,
                claimant: match claimant {
                    Some(device) => devices::claimant(connection, device)?,
                    None => None,
                },
            })
        })
    }

    fn commit(&self, commits: Vec<Commit>) -> Answer<Vec<Put>> {
        self.writer.write("commit changes", move |connection| documents::commit(connection, &commits))
    }

    fn read_log(&self, reach: Reach, after: u64, limit: usize) -> Answer<LogPage> {
        self.readers.read("read the log", move |connection| log::read(connection, &reach, after, limit))
    }

    fn documents_of(&self, kinds: &'static [Kind]) -> Answer<Vec<DocumentChunks>> {
        self.readers.read("read documents", move |connection| documents::of_kinds(connection, kinds))
    }

    fn heads_of(&self, kinds: &'static [Kind]) -> Answer<Vec<(DocumentId, Vec<Head>)>> {
        self.readers.read("read heads", move |connection| documents::heads_of(connection, kinds))
    }

    fn publication(&self, sources: Head) -> Answer<Option<KeptPublication>> {
        self.readers.read("read the publication", move |connection| publication::get(connection, &sources))
    }

    fn put_publication(&self, publication: KeptPublication) -> Answer<()> {
        self.writer
            .write("keep the publication", move |connection| publication::put(connection, &publication))
    }

    fn page_of(
        &self,
        kinds: Option<&'static [Kind]>,
        after: DocumentId,
        limit: usize,
    ) -> Answer<Vec<StoredDocument>> {
        self.readers
            .read("read documents", move |connection| documents::page(connection, kinds, after, limit))
    }

    fn erase(&self, tombstones: Vec<Tombstone>) -> Answer<usize> {
        self.writer.write("erase documents", move |connection| erasures::erase(connection, &tombstones))
    }

    fn scrub(&self) -> Answer<()> {
        self.writer.scrub()
    }

    fn erased_after(&self, after: u64) -> Answer<Erased> {
        self.readers.read("look for erasures", move |connection| erasures::erased_after(connection, after))
    }

    fn last_daily_erasure(&self) -> Answer<Option<String>> {
        self.readers.read("look for the daily erasure", erasures::last_daily)
    }

    fn put_daily_erasure(&self, day: String) -> Answer<()> {
        self.writer.write("note the daily erasure", move |connection| erasures::put_daily(connection, &day))
    }

    fn tombstones(&self) -> Answer<Vec<Tombstone>> {
        self.readers.read("read the tombstones", erasures::tombstones)
    }

    fn with_receipt(&self, hash: Head) -> Answer<Vec<DocumentId>> {
        self.readers.read("look for a receipt", move |connection| erasures::with_receipt(connection, &hash))
    }

    fn quarantine(&self, refused: Refused, bytes: Vec<u8>) -> Answer<()> {
        self.writer.write("quarantine", move |connection| quarantine::put(connection, &refused, &bytes))
    }

    fn faults(&self) -> Answer<Vec<String>> {
        self.readers.read("check the database", schema::faults)
    }

    fn copy_into(&self, file: PathBuf) -> Answer<()> {
        self.readers.outside_of_transactions("copy the database", move |connection| {
            let name = file.to_string_lossy();
            connection.execute("VACUUM INTO ?", [name]).map(|_| ())
        })
    }

    fn log_end(&self) -> Answer<u64> {
        self.readers.read("read the end of the log", backups::log_end)
    }

    fn note_backup(&self, up_to: u64) -> Answer<()> {
        self.writer.write("note a backup", move |connection| backups::note(connection, up_to))
    }

    fn quarantined(&self) -> Answer<Vec<Quarantined>> {
        self.readers.read("list the quarantine", quarantine::list)
    }

    fn quarantined_bytes(&self, number: i64) -> Answer<Option<Vec<u8>>> {
        self.readers.read("read the quarantine", move |connection| quarantine::bytes(connection, number))
    }

    fn drop_quarantined_beyond(&self, from_ms: i64, to_ms: i64) -> Answer<usize> {
        self.writer.write("drop old inputs from quarantine", move |connection| {
            quarantine::drop_beyond(connection, from_ms, to_ms)
        })
    }

    fn drop_quarantined(&self, number: i64) -> Answer<bool> {
        self.writer
            .write("drop from the quarantine", move |connection| quarantine::drop_input(connection, number))
    }

    fn renew_incarnation(&self) -> Answer<()> {
        self.writer.write("renew the incarnation", schema::renew_incarnation)
    }

    fn incarnation(&self) -> Answer<String> {
        self.readers.read("read the incarnation", schema::incarnation)
    }

    fn voucher_key(&self) -> Answer<VoucherKey> {
        self.readers.read("read the key of the vouchers", schema::voucher_key)
    }

    fn has_organiser(&self) -> Answer<bool> {
        self.readers.read("look for organisers", accounts::has_organiser)
    }

    fn add_member(&self, member: Member, password: PasswordHash, documents: Vec<Commit>) -> Answer<bool> {
        self.writer.write("add a member", move |connection| {
            Ok(accounts::add_member(connection, &member, &password)? && {
                documents::commit(connection, &documents)?;
                true
            })
        })
    }

    fn member_named(&self, name: String) -> Answer<Option<(Member, PasswordHash)>> {
        self.readers.read("look for a member", move |connection| accounts::member_named(connection, &name))
    }

    fn members(&self) -> Answer<Vec<Member>> {
        self.readers.read("list members", accounts::members)
    }

    fn set_password(&self, name: String, password: PasswordHash) -> Answer<bool> {
        self.writer
            .write("set a password", move |connection| accounts::set_password(connection, &name, &password))
    }

    fn put_set_up(&self, token: TokenHash) -> Answer<()> {
        self.writer.write("make a set-up link", move |connection| accounts::put_set_up(connection, &token))
    }

    fn take_set_up(&self, token: TokenHash) -> Answer<bool> {
        self.writer.write("use a set-up link", move |connection| accounts::take_set_up(connection, &token))
    }

    fn put_pass(&self, pass: Pass) -> Answer<()> {
        self.writer.write("make a pass", move |connection| accounts::put_pass(connection, &pass))
    }

    fn identify(&self, token: TokenHash, purpose: PassPurpose, now_ms: i64) -> Answer<Option<Identity>> {
        self.readers.read("identify a pass", move |connection| {
            accounts::identify(connection, &token, purpose, now_ms)
        })
    }

    fn end_pass(&self, token: TokenHash) -> Answer<()> {
        self.writer.write("end a session", move |connection| accounts::end_pass(connection, &token))
    }

    fn forget_expired(&self, now_ms: i64) -> Answer<()> {
        self.writer
            .write("forget what expired", move |connection| accounts::forget_expired(connection, now_ms))
    }

    fn put_invite(&self, invite: Invite) -> Answer<()> {
        self.writer.write("make an invite", move |connection| devices::put_invite(connection, &invite))
    }

    fn invite(&self, token: TokenHash) -> Answer<Option<Invite>> {
        self.readers.read("look for an invite", move |connection| devices::invite(connection, &token))
    }

    fn enrol(
        &self,
        invite: TokenHash,
        device: Device,
        documents: Vec<Commit>,
        now_ms: Option<i64>,
    ) -> Answer<Enrolment> {
        self.writer.write("enrol a device", move |connection| {
            let enrolment = devices::enrol(connection, &invite, &device, now_ms)?;
            // Of a phone that asks again, they are here already.
            if matches!(enrolment, Enrolment::Enrolled { is_new: true, .. }) {
                documents::commit(connection, &documents)?;
            }
            Ok(enrolment)
        })
    }

    fn add_device(&self, device: Device, documents: Vec<Commit>) -> Answer<()> {
        self.writer.write("add a device", move |connection| {
            devices::add_device(connection, &device)?;
            documents::commit(connection, &documents)?;
            Ok(())
        })
    }

    fn device_labelled(&self, label: String) -> Answer<Option<Device>> {
        self.readers.read("look for a device", move |connection| devices::device_labelled(connection, &label))
    }

    fn device(&self, id: DocumentId) -> Answer<Option<Device>> {
        self.readers.read("look for a device", move |connection| devices::device(connection, id))
    }

    fn devices_of(&self, market: String) -> Answer<Vec<Device>> {
        self.readers.read("list devices", move |connection| devices::devices_of(connection, &market))
    }

    fn set_device_state(&self, id: DocumentId, state: DeviceState) -> Answer<Option<Vec<TokenHash>>> {
        self.writer
            .write("set the state of a device", move |connection| devices::set_state(connection, id, state))
    }

    fn note_contact(&self, id: DocumentId, at_ms: i64) -> Answer<()> {
        self.writer.write("note a contact", move |connection| devices::note_contact(connection, id, at_ms))
    }

    fn put_bundle(&self, bundle: KeptBundle) -> Answer<PutBundle> {
        self.writer.write("keep a bundle", move |connection| devices::put_bundle(connection, &bundle))
    }

    fn bundles_of(&self, device: DocumentId) -> Answer<Vec<KeptBundle>> {
        self.readers.read("list bundles", move |connection| devices::bundles_of(connection, device))
    }

    fn drop_bundle(&self, hash: [u8; 32]) -> Answer<bool> {
        self.writer.write("drop a bundle", move |connection| devices::drop_bundle(connection, &hash))
    }

    fn transactions(&self) -> u64 {
        self.writer.transactions()
    }

    fn close(&self) -> Answer<()> {
        self.writer.close()
    }
}
