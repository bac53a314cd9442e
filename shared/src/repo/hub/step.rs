//! What a message or an answer about a document leads to.

use std::sync::Arc;

use automerge::{ChangeHash, sync::Message as SyncMessage};

use super::{ChunkRole, quota::Cost};
use crate::{
    document::{DocumentId, Head},
    sync::{RefusalCode, share_policy::Facts, vetting::VettingJob},
};

/// A commit that is durable.
pub(super) struct Done {
    /// Who sent it.
    pub(super) from: u64,
    pub(super) arrived: u64,
    pub(super) facts: Facts,
    pub(super) heads: Vec<Head>,
}

/// A commit that failed.
pub(super) struct Failed {
    /// Who sent it.
    pub(super) from: u64,
    /// What was taken for it of a quota.
    pub(super) cost: Option<Cost>,
}

/// What one message leads to.
pub(super) enum Step {
    Answer,
    /// All is said.
    Rest,
    /// The message left out what its changes depend on.
    AskForAll,
    Unavailable,
    /// Whoever brings it has brought enough for today.
    OverQuota,
    /// What a peer that may not read has brought is durable already.
    Confirm(Vec<ChangeHash>),
    /// A peer that may not know of it is asked for what it names.
    AskAsIfUnknown(SyncMessage),
    /// It brings changes.
    Vet(VettingJob),
    Commit {
        /// What was known of it, if it was stored.
        before: Option<Facts>,
        facts: Facts,
        chunk: Vec<u8>,
        heads: Vec<Head>,
        chunk_is: ChunkRole,
        receipt: Option<Head>,
    },
    /// The claim's device is another one than was loaded.
    LoadClaimant(DocumentId),
    Refuse {
        code: RefusalCode,
        bytes: Option<Arc<Vec<u8>>>,
    },
}
