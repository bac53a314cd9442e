//! What the hub is told, and what it wants done.

use crate::{
    document::{DocumentId, Head},
    sync::{
        RefusalCode,
        share_policy::{Facts, Owner, Principal},
        vetting::{Limits, Vetted, VettingJob},
        voucher::VoucherKey,
    },
};

/// Who a server is.
#[derive(Clone, Debug)]
pub struct HubConfig {
    /// Peer id on the wire.
    pub peer: String,
    /// Names the server's data; a restore makes a new one.
    pub incarnation: String,
    /// Vouches for whose a document is, to those who receive it.
    pub vouchers: VoucherKey,
    /// What a peer may ask.
    pub limits: Limits,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum HubEvent {
    /// Someone connected and was authenticated.
    Connected {
        /// A number that is never used again.
        connection: u64,
        /// Who it is.
        principal: Principal,
    },
    /// A frame came.
    Received {
        /// From whom.
        connection: u64,
        /// The frame.
        frame: Vec<u8>,
    },
    /// A connection is gone.
    Disconnected {
        /// Which.
        connection: u64,
    },
    /// The answer to [`HubEffect::Load`].
    Loaded {
        /// Which document.
        document: DocumentId,
        /// What the storage has.
        found: Found,
        /// The device that the load named.
        claimant: Option<Claimant>,
    },
    /// A load failed; the storage is away.
    LoadFailed {
        /// Which document.
        document: DocumentId,
    },
    /// The hub panicked over something about a document: it is dropped from memory, and its peers are put off.
    GivenUp {
        /// Which document.
        document: DocumentId,
        /// The vetting whose answer it was.
        vetting: Option<u64>,
    },
    /// The answer to [`HubEffect::Vet`].
    Vetted {
        /// Which document.
        document: DocumentId,
        /// Which vetting.
        vetting: u64,
        /// What came of it; a refusal too if it did not end, a temporary one if it was not begun.
        outcome: Result<Vetted, RefusalCode>,
    },
    /// A [`HubEffect::Commit`] is durable.
    Committed {
        /// Which document.
        document: DocumentId,
        /// Which commit.
        commit: u64,
        /// Its place in the log; higher than any before.
        seq: u64,
    },
    /// A [`HubEffect::Commit`] failed, and nothing of it is stored.
    CommitFailed {
        /// Which document.
        document: DocumentId,
        /// Which commit.
        commit: u64,
    },
    /// A document was erased, by whomever; nothing of it may come back, and peers are to be told.
    Erased {
        /// Which document.
        document: DocumentId,
        /// What is known of what was erased: who may be told.
        facts: Option<Facts>,
    },
    /// More waits for a peer than it should, because it asks for more than it takes: what it asked for waits.
    Congested {
        /// For whom.
        connection: u64,
    },
    /// It has taken most of it.
    Relieved {
        /// Who.
        connection: u64,
    },
    /// The answer to [`HubEffect::ReadLog`].
    LogRead {
        /// For whom.
        connection: u64,
        /// What stands in the log.
        page: LogPage,
    },
    /// The log could not be read.
    LogFailed {
        /// For whom.
        connection: u64,
    },
    /// Something was committed that did not come from the hub, such as a new device.
    LogAdvanced,
    /// About a second has passed.
    Tick,
}

/// A device that has signed a claim, as it was enrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimant {
    /// Its public key (an uncompressed point, 65 bytes).
    pub public_key: Vec<u8>,
    /// Its market, `<season>/<date>`.
    pub market: String,
}

/// What the storage has of a document.
#[derive(Clone, Debug)]
pub enum Found {
    /// Nothing.
    Absent,
    /// A tombstone.
    Erased {
        /// What is known of what was erased, if it was ever stored here.
        facts: Option<Facts>,
    },
    /// The document.
    Present {
        /// What is known of it.
        facts: Facts,
        /// Its chunks in the order in which they were committed.
        chunks: Vec<Vec<u8>>,
    },
}

/// Part of the log.
#[derive(Clone, Debug, Default)]
pub struct LogPage {
    /// The latest entry of each document, in order of `seq`.
    pub entries: Vec<LogEntry>,
    /// `seq` of the last entry that was looked at, or the cursor that was asked from.
    pub cursor: u64,
    /// Whether there is more after it.
    pub more: bool,
    /// The newest backup holds the log up to here; 0 if there is none.
    pub backup: u64,
}

/// The latest change of one document, or its erasure.
#[derive(Clone, Debug)]
pub struct LogEntry {
    /// Which document.
    pub document: DocumentId,
    /// What is known of it.
    pub facts: Facts,
    /// Its heads; none if it was erased.
    pub heads: Vec<Head>,
    /// Its place in the log.
    pub seq: u64,
}

/// What the driver is to do.
#[derive(Clone, Debug)]
pub enum HubEffect {
    /// Send a frame.
    Send {
        /// To whom.
        connection: u64,
        /// The frame.
        frame: Vec<u8>,
    },
    /// Send a frame unless more than a little waits for the peer already; then drop it.
    SendIfIdle {
        /// To whom.
        connection: u64,
        /// The frame.
        frame: Vec<u8>,
    },
    /// Close a connection; the hub has forgotten it already.
    Close {
        /// Which.
        connection: u64,
        /// Why.
        reason: CloseReason,
    },
    /// Read a document from storage.
    Load {
        /// Which document.
        document: DocumentId,
        /// The device whose public key is wanted too.
        claimant: Option<DocumentId>,
    },
    /// Run a vetting, where it takes nothing else with it if it hangs or dies.
    Vet {
        /// Which document.
        document: DocumentId,
        /// To be named in the answer.
        vetting: u64,
        /// Who brought the message.
        connection: u64,
        /// What to run.
        job: VettingJob,
    },
    /// Make a change durable. All that wait at one moment may share one transaction.
    Commit(Commit),
    /// Read the log.
    ReadLog {
        /// For whom.
        connection: u64,
        /// Entries after this cursor.
        after: u64,
        /// At most this many.
        limit: usize,
    },
    /// Keep what was refused, within bounds, for the operator to look at.
    Quarantine {
        /// About which document.
        document: DocumentId,
        /// Why it was refused.
        code: RefusalCode,
        /// Whose session brought it; nothing if it was found in the storage.
        brought_by: Option<Owner>,
        /// The sync message, or what the storage has.
        bytes: Vec<u8>,
    },
    /// A season, market or provider has changed: compile the catalog anew.
    Published,
}

impl HubEffect {
    /// Bytes that it sends.
    pub(super) fn frame_bytes(&self) -> usize {
        match self {
            Self::Send { frame, .. } | Self::SendIfIdle { frame, .. } => frame.len(),
            _ => 0,
        }
    }
}

/// A change that is to become durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Which document.
    pub document: DocumentId,
    /// To be named in the answer.
    pub commit: u64,
    /// What is known of the document from now on.
    pub facts: Facts,
    /// The bytes to append.
    pub chunk: Vec<u8>,
    /// The document's heads from now on.
    pub heads: Vec<Head>,
    /// What the chunk is to what is stored.
    pub chunk_is: ChunkRole,
    /// Hash of a contact's receipt: whoever knows its secret may withdraw the contact.
    pub receipt: Option<Head>,
}

/// What a chunk is to those that are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChunkRole {
    /// The first one: if there is any by now, someone else has stored the document, and this must not take its place.
    First,
    /// What is new since the last one.
    Next,
    /// The whole document, so that older ones may go.
    Whole,
}

/// Why a connection is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseReason {
    /// It said that it goes.
    Left,
    /// The same peer of the same session has connected anew.
    Replaced,
    /// It does not speak the protocol, or under another's name.
    NotOurProtocol,
    /// A frame over the limit.
    TooLarge,
    /// The storage is away.
    TryLater,
    /// Whoever it belongs to is no more.
    Removed,
}

impl CloseReason {
    /// The WebSocket close code.
    pub const fn code(self) -> u16 {
        match self {
            Self::Left => 1000,
            Self::Replaced => 4409,
            Self::NotOurProtocol => 1002,
            Self::TooLarge => 1009,
            Self::TryLater => 1013,
            Self::Removed => 4401,
        }
    }
}
