//! Deciding whether a change may enter.
//!
//! Every sync message is hostile until vetted: sizes are checked before Automerge parses anything,
//! then the changes are applied to a copy, which must survive saving and loading. Only what harms is
//! refused; invalid values are problems for the reader, because later changes may depend on them.

mod bytes;
mod chunks;
mod envelope;
mod job;

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::{
    Automerge, ReadDoc as _,
    sync::{Message, State, SyncDoc},
};

use super::RefusalCode;
use crate::document::heads;
use bytes::ScanError;
pub use chunks::{MAX_DECOMPRESSED, MAX_OPERATIONS};
pub use envelope::Outline;
pub use job::VettingJob;

/// Bytes of a document that is stored as it is.
const PLAIN_UP_TO: usize = 4096;

/// What one peer may ask of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one frame.
    pub frame: usize,
    /// Bytes of one saved document.
    pub document: usize,
    /// Documents that one connection may have in session at once.
    pub sessions: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { frame: 4 << 20, document: 8 << 20, sessions: 200_000 }
    }
}

/// What became of a sync message.
#[derive(Clone, Debug)]
pub enum Vetted {
    /// It brought no change; only the session moved on.
    Nothing {
        /// The session after it.
        state: State,
    },
    /// It brought changes, but not what they depend on; they are not kept.
    Incomplete {
        /// The session after it.
        state: State,
    },
    /// It brought changes, which may enter.
    Changes {
        /// The document with them.
        candidate: Box<Automerge>,
        /// All of it, as it was saved and loaded again.
        saved: Vec<u8>,
        /// The session after it.
        state: State,
    },
}

/// Checks what decoding a sync message would cost, without decoding it.
///
/// # Errors
/// [`RefusalCode::TooLarge`] or [`RefusalCode::Unloadable`].
pub fn outline(data: &[u8]) -> Result<Outline, RefusalCode> {
    envelope::check(data).map_err(|error| match error {
        ScanError::Cut | ScanError::Unknown => RefusalCode::Unloadable,
        ScanError::Bloom | ScanError::TooMuch => RefusalCode::TooLarge,
    })
}

/// Decodes a sync message after checking what decoding it would cost.
///
/// # Errors
/// [`RefusalCode::TooLarge`] or [`RefusalCode::Unloadable`].
pub fn decode(data: &[u8]) -> Result<Message, RefusalCode> {
    outline(data)?;
    guarded(|| Message::decode(data).map_err(|_| RefusalCode::Unloadable))
}

/// Applies `message` to copies of `document` and `state`.
///
/// # Errors
/// When the result could not be loaded again or grows over the limit.
pub fn vet(
    document: &Automerge,
    state: &State,
    message: Message,
    limits: &Limits,
) -> Result<Vetted, RefusalCode> {
    let before = heads(document);
    let has_changes = !message.changes.is_empty();
    let mut state = state.clone();
    guarded(|| {
        let mut candidate = document.clone();
        candidate.receive_sync_message(&mut state, message).map_err(|_| RefusalCode::Unloadable)?;
        if heads(&candidate) == before {
            let lacks_some = has_changes && !candidate.get_missing_deps(&[]).is_empty();
            let state = state.clone();
            return Ok(if lacks_some { Vetted::Incomplete { state } } else { Vetted::Nothing { state } });
        }
        let saved = save(&candidate);
        if saved.len() > limits.document {
            return Err(RefusalCode::TooLarge);
        }
        let loaded = Automerge::load(&saved).map_err(|_| RefusalCode::Unloadable)?;
        if heads(&loaded) != heads(&candidate) {
            return Err(RefusalCode::Unloadable);
        }
        Ok(Vetted::Changes { candidate: Box::new(candidate), saved, state: state.clone() })
    })
}

/// Compresses only what is large: most of a contact is sealed, and does not get smaller.
fn save(document: &Automerge) -> Vec<u8> {
    let plain = document.save_nocompress();
    if plain.len() <= PLAIN_UP_TO { plain } else { document.save() }
}

/// Runs Automerge on hostile input. It works on copies only, so a panic costs that input and no more.
fn guarded<T>(work: impl FnOnce() -> Result<T, RefusalCode>) -> Result<T, RefusalCode> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(RefusalCode::Unloadable))
}
