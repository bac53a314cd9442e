//! What vetting refused, as it is kept for an operator to look at.

use shared::{document::DocumentId, sync::share_policy::Owner};

/// Inputs of one document that are kept at most; the oldest make room.
pub(crate) const MAX_PER_DOCUMENT: i64 = 20;
/// Inputs that are kept at most; the oldest make room.
pub(crate) const MAX_INPUTS: i64 = 1_000;
/// Bytes that are kept at most; the oldest make room.
pub(crate) const MAX_BYTES: i64 = 64 << 20;
/// Longer inputs are cut: enough to study, too little to fill a disk.
pub(crate) const MAX_INPUT_BYTES: usize = 1 << 20;

/// After so many days an input goes: it may hold what someone has sealed.
pub(crate) const KEPT_DAYS: i64 = 30;

/// A refused input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// About which document.
    pub document: DocumentId,
    /// Why, as a code.
    pub reason: String,
    /// Whose session brought it; nothing if it was found in the storage.
    pub brought_by: Option<Owner>,
    /// When, milliseconds since the Unix epoch.
    pub at_ms: i64,
}

/// A line of the quarantine's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quarantined {
    /// Number by which it is exported or dropped; never used again.
    pub number: i64,
    /// What it is.
    pub refused: Refused,
    /// How many bytes are kept.
    pub bytes: i64,
}
