//! The storage port: what the server asks of a database, whichever it is.
//!
//! Every write that was answered with `Ok` is durable. Nothing here decides about rights; callers do.

mod devices;
mod erasure;
mod erasure_log;
mod keyring;
mod publication;
pub(crate) mod quarantine;
mod sqlite;
#[cfg(test)]
pub(crate) mod unreliable_disk;

use std::{error::Error, future::Future, path::PathBuf, pin::Pin};

use shared::{
    document::{DocumentId, Head, Kind},
    repo::{Claimant, Commit, Found, LogPage},
    sync::{reach::Reach, share_policy::Facts, voucher::VoucherKey},
};

pub(crate) use self::{
    devices::{Device, DeviceState, Enrolment, Invite, InviteWay, KeptBundle, PutBundle},
    erasure::{EraseReason, Erased, Tombstone},
    erasure_log::ErasureLog,
    keyring::{Keyring, WrappedKey},
    publication::{KeptFile, KeptPublication},
    quarantine::{KEPT_DAYS, Quarantined, Refused},
    sqlite::{SqliteStorage, move_wal_into},
};
use crate::secret::{PasswordHash, TokenHash};

/// The answer to a storage call, later.
pub(crate) type Answer<T> = Pin<Box<dyn Future<Output = Result<T, StorageError>> + Send>>;

/// What became of a commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Put {
    /// It has this place in the log.
    At(u64),
    /// The document was erased and stays so.
    Erased,
    /// It was to be the first of its document, and is not.
    Taken,
}

/// What the server asks of a database.
pub(crate) trait Storage: Send + Sync + 'static {
    /// One document, and what is known of the device `claimant` if there is such a device.
    fn load(&self, document: DocumentId, claimant: Option<DocumentId>) -> Answer<Loaded>;

    /// Makes all of `commits` durable or none, and answers where each of them was put.
    ///
    /// Calls that wait at the same time share one transaction and one fsync.
    fn commit(&self, commits: Vec<Commit>) -> Answer<Vec<Put>>;

    /// Documents within `reach` that changed after place `after` of the log, at most `limit`, in order.
    fn read_log(&self, reach: Reach, after: u64, limit: usize) -> Answer<LogPage>;

    /// All documents of the given kinds.
    fn documents_of(&self, kinds: &'static [Kind]) -> Answer<Vec<DocumentChunks>>;

    /// Id and heads of all documents of the given kinds, in order of id.
    fn heads_of(&self, kinds: &'static [Kind]) -> Answer<Vec<(DocumentId, Vec<Head>)>>;

    /// What was kept of the publication that was made of `sources`; nothing if another was kept last.
    fn publication(&self, sources: Head) -> Answer<Option<KeptPublication>>;

    /// Keeps a publication in place of the last one.
    fn put_publication(&self, publication: KeptPublication) -> Answer<()>;

    /// The next documents of these kinds and of none, or of any, after `after`, in order of id, at most `limit`.
    fn page_of(
        &self,
        kinds: Option<&'static [Kind]>,
        after: DocumentId,
        limit: usize,
    ) -> Answer<Vec<StoredDocument>>;

    /// Puts tombstones in the place of documents; answers how many had none yet. The bytes are gone
    /// from the files after the next [`Storage::scrub`].
    fn erase(&self, tombstones: Vec<Tombstone>) -> Answer<usize>;

    /// Leaves nothing in the files of what was erased or replaced.
    fn scrub(&self) -> Answer<()>;

    /// What was erased after place `after` of the log.
    fn erased_after(&self, after: u64) -> Answer<Erased>;

    /// The last day on which all that was due was erased, `YYYY-MM-DD`.
    fn last_daily_erasure(&self) -> Answer<Option<String>>;

    /// Says that on this day, `YYYY-MM-DD`, all that was due was erased.
    fn put_daily_erasure(&self, day: String) -> Answer<()>;

    /// Every tombstone, oldest first.
    fn tombstones(&self) -> Answer<Vec<Tombstone>>;

    /// Contacts whose receipt has, or once had, this hash.
    fn with_receipt(&self, hash: Head) -> Answer<Vec<DocumentId>>;

    /// Keeps refused bytes for an operator to look at, within bounds; the oldest make room.
    fn quarantine(&self, refused: Refused, bytes: Vec<u8>) -> Answer<()>;

    /// What the database says is wrong with its files; nothing if they are as they should be.
    fn faults(&self) -> Answer<Vec<String>>;

    /// Writes a copy of everything into a new file, as it is at one moment.
    fn copy_into(&self, file: PathBuf) -> Answer<()>;

    /// The end of the log at this moment.
    fn log_end(&self) -> Answer<u64>;

    /// Notes that there is a copy that holds the log up to here, for those who keep things until then.
    fn note_backup(&self, up_to: u64) -> Answer<()>;

    /// What is in quarantine, oldest first.
    fn quarantined(&self) -> Answer<Vec<Quarantined>>;

    /// The bytes of one input in quarantine.
    fn quarantined_bytes(&self, number: i64) -> Answer<Option<Vec<u8>>>;

    /// Drops what was put into quarantine before the first of these times or after the second; answers how much.
    fn drop_quarantined_beyond(&self, from_ms: i64, to_ms: i64) -> Answer<usize>;

    /// Drops one input from quarantine; `false` if there is none of that number.
    fn drop_quarantined(&self, number: i64) -> Answer<bool>;

    /// Makes this data another, after it turned out to be older than it was.
    fn renew_incarnation(&self) -> Answer<()>;

    /// Identity of this data: a restore makes a new one.
    fn incarnation(&self) -> Answer<String>;

    /// What the server vouches with for whose a document is; the same in every copy of this data.
    fn voucher_key(&self) -> Answer<VoucherKey>;

    /// Whether there is any organiser yet.
    fn has_organiser(&self) -> Answer<bool>;

    /// Adds a member together with its documents; `false` if the name is taken.
    fn add_member(&self, member: Member, password: PasswordHash, documents: Vec<Commit>) -> Answer<bool>;

    /// The member who signs in as `name`.
    fn member_named(&self, name: String) -> Answer<Option<(Member, PasswordHash)>>;

    /// Everyone who can sign in, by name.
    fn members(&self) -> Answer<Vec<Member>>;

    /// Sets a new password and ends the member's sessions; `false` if there is no such name.
    fn set_password(&self, name: String, password: PasswordHash) -> Answer<bool>;

    /// Remembers the only set-up link that works.
    fn put_set_up(&self, token: TokenHash) -> Answer<()>;

    /// Whether `token` is the set-up link that works, and if so that it does no longer.
    fn take_set_up(&self, token: TokenHash) -> Answer<bool>;

    /// Opens a session, or makes a ticket.
    fn put_pass(&self, pass: Pass) -> Answer<()>;

    /// Who holds the pass, if it is known and has not expired.
    fn identify(&self, token: TokenHash, purpose: PassPurpose, now_ms: i64) -> Answer<Option<Identity>>;

    /// Ends a session.
    fn end_pass(&self, token: TokenHash) -> Answer<()>;

    /// Forgets passes and invites that expired before `now_ms`.
    fn forget_expired(&self, now_ms: i64) -> Answer<()>;

    /// Makes an invite.
    fn put_invite(&self, invite: Invite) -> Answer<()>;

    /// Looks an invite up without using it.
    fn invite(&self, token: TokenHash) -> Answer<Option<Invite>>;

    /// Uses the invite for `device`: the device and its documents, all or nothing. Without a time it does not
    /// matter whether the invite is over.
    fn enrol(
        &self,
        invite: TokenHash,
        device: Device,
        documents: Vec<Commit>,
        now_ms: Option<i64>,
    ) -> Answer<Enrolment>;

    /// The device with that id.
    fn device(&self, id: DocumentId) -> Answer<Option<Device>>;

    /// The devices of a market, `<season>/<date>`, in the order in which they were enrolled.
    fn devices_of(&self, market: String) -> Answer<Vec<Device>>;

    /// Puts a device into another state. Unless that is [`DeviceState::Active`], its sessions end; answers
    /// which, or nothing if there is no such device.
    fn set_device_state(&self, id: DocumentId, state: DeviceState) -> Answer<Option<Vec<TokenHash>>>;

    /// Notes that a device was connected at that time.
    fn note_contact(&self, id: DocumentId, at_ms: i64) -> Answer<()>;

    /// Keeps a bundle until an organiser has looked at it.
    fn put_bundle(&self, bundle: KeptBundle) -> Answer<PutBundle>;

    /// The bundles that wait for an organiser, of one device, oldest first.
    fn bundles_of(&self, device: DocumentId) -> Answer<Vec<KeptBundle>>;

    /// Drops a bundle; `false` if there is none.
    fn drop_bundle(&self, hash: [u8; 32]) -> Answer<bool>;

    /// Adds a device without an invite, as the operator's `markt ticket` does.
    fn add_device(&self, device: Device, documents: Vec<Commit>) -> Answer<()>;

    /// The device enrolled under `label`, the newest if there are several.
    fn device_labelled(&self, label: String) -> Answer<Option<Device>>;

    /// How many transactions were committed since the start.
    fn transactions(&self) -> u64;

    /// Writes back what is in memory and closes; nothing may follow.
    fn close(&self) -> Answer<()>;
}

/// A document as [`Storage::documents_of`] finds it.
#[derive(Clone, Debug)]
pub(crate) struct DocumentChunks {
    /// Its kind.
    pub(crate) kind: Kind,
    /// Its chunks, oldest first.
    pub(crate) chunks: Vec<Vec<u8>>,
}

/// A document as [`Storage::page_of`] finds it.
#[derive(Clone, Debug)]
pub(crate) struct StoredDocument {
    /// Its id.
    pub(crate) id: DocumentId,
    /// What is known of it.
    pub(crate) facts: Facts,
    /// Its chunks, oldest first.
    pub(crate) chunks: Vec<Vec<u8>>,
}

/// A document as [`Storage::load`] finds it.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The document.
    pub found: Found,
    /// The claimant, if it is enrolled and has a key.
    pub claimant: Option<Claimant>,
}

/// Someone of the team who can sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    /// Id of the `member` document.
    pub id: DocumentId,
    /// What they sign in as.
    pub name: String,
    /// What they may do.
    pub role: MemberRole,
}

/// What a member may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MemberRole {
    /// Everything.
    Organiser,
    /// JobCenter staff.
    Staff,
}

impl MemberRole {
    /// Its name in the database and the API.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Organiser => "organiser",
            Self::Staff => "staff",
        }
    }
}

/// A stored permission of someone known: a session or a ticket.
#[derive(Clone, Debug)]
pub(crate) struct Pass {
    /// Hash of its token.
    pub token: TokenHash,
    /// What it is for.
    pub purpose: PassPurpose,
    /// Whose it is.
    pub holder: Holder,
    /// When it stops working, milliseconds since the Unix epoch.
    pub expires_ms: i64,
}

/// What a pass is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PassPurpose {
    /// A browser's cookie.
    Session,
    /// `/sync?ticket=` of another program.
    Ticket,
}

/// Whose a pass is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holder {
    /// A member's.
    Member(DocumentId),
    /// A device's.
    Device(DocumentId),
}

/// Who someone is, as the database knows it at the moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Identity {
    /// A member.
    Member(Member),
    /// A device.
    Device {
        /// Its id.
        id: DocumentId,
        /// Its market, `<season>/<date>`.
        market: String,
    },
}

/// A storage call that failed.
#[derive(Debug, thiserror::Error)]
#[error("could not {operation}{}", fault.advice())]
pub struct StorageError {
    /// What was asked.
    pub operation: &'static str,
    /// What an operator can do about it.
    pub fault: StorageFault,
    /// Why it failed.
    #[source]
    pub source: Box<dyn Error + Send + Sync>,
}

/// Kinds of failure that call for different actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageFault {
    /// The disk is full.
    Full,
    /// The folder or file cannot be written.
    NotWritable,
    /// The file is no database of ours, or of a newer version.
    Unreadable,
    /// Anything else.
    Other,
}

impl StorageFault {
    /// What to do about it, as the end of a sentence.
    fn advice(self) -> &'static str {
        match self {
            Self::Full => ": no space left on the disk; free some and try again",
            Self::NotWritable => {
                ": the data folder cannot be written; give this user the right to, or choose another with --data"
            }
            Self::Unreadable => {
                ": the file is damaged or was written by a newer version; restore a backup or use that version"
            }
            Self::Other => "",
        }
    }
}
