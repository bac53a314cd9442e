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
    sync::{ChunkList, Message, State, SyncDoc},
};

use super::RefusalCode;
use crate::document::heads;
use bytes::ScanError;
use chunks::Budget;
pub use chunks::{MAX_DECOMPRESSED, MAX_OPERATIONS};
pub use envelope::Outline;
pub use job::VettingJob;

/// Bytes of a document that is stored as it is.
const PLAIN_UP_TO: usize = 4096;

/// Bytes that a document takes in memory before anything is in it, about.
const EMPTY_WEIGHT: u64 = 16 << 10;

/// What one peer may ask of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one frame.
    pub frame: usize,
    /// Bytes of one saved document before it is compressed: less than one message may carry, since
    /// whoever has to bring a document back brings all of it in one.
    pub document: usize,
    /// Documents of which is remembered that a connection has talked about them.
    pub topics: usize,
    /// What the documents in memory may weigh together; see [`weight`].
    pub memory: usize,
    /// What a large document weighs: it is brought in and copied where that keeps no one waiting, in someone's turn. The
    /// default is that of one which takes about 256 KiB when it is saved.
    pub large: usize,
    /// Turns of one principal: so much of it is vetted or brought in at once. More than there are threads are of no use.
    pub turns: usize,
    /// Bytes of messages that wait or are being handled: of one principal.
    pub waiting_of_one: usize,
    /// Bytes of messages that wait or are being handled: of all connections. Beyond it only those that
    /// have brought little are still taken in.
    pub waiting: usize,
    /// New documents that a device, or one of the staff, may bring on one day; more wait for the next one.
    pub documents_a_day: usize,
    /// Bytes of changes, likewise.
    pub bytes_a_day: usize,
    /// New documents without a kind, likewise, unless they get one.
    pub without_kind: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            frame: 4 << 20,
            document: 7 << 19,
            topics: 200_000,
            memory: 64 << 20,
            large: 1 << 20,
            turns: 4,
            waiting_of_one: 8 << 20,
            waiting: 64 << 20,
            documents_a_day: 5_000,
            bytes_a_day: 64 << 20,
            without_kind: 256,
        }
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
        /// What it takes in memory, about; see [`weight`].
        weight: usize,
        /// The session after it.
        state: State,
    },
    /// It was no message: a stored document was put together.
    Opened {
        /// The document.
        document: Box<Automerge>,
    },
}

/// Checks what decoding a sync message would cost, without decoding it.
///
/// # Errors
/// [`RefusalCode::TooLarge`] or [`RefusalCode::Unloadable`].
pub fn outline(data: &[u8]) -> Result<Outline, RefusalCode> {
    envelope::check(data).map_err(refusal)
}

fn refusal(error: ScanError) -> RefusalCode {
    match error {
        ScanError::Cut | ScanError::Unknown => RefusalCode::Unloadable,
        ScanError::Bloom | ScanError::TooMuch => RefusalCode::TooLarge,
    }
}

/// Decodes a sync message after checking what decoding it would cost.
///
/// # Errors
/// [`RefusalCode::TooLarge`] or [`RefusalCode::Unloadable`].
pub fn decode(data: &[u8]) -> Result<Message, RefusalCode> {
    outline(data)?;
    guarded(|| Message::decode(data).map_err(|_| RefusalCode::Unloadable))
}

/// What a sync message says beside the changes that it brings.
///
/// # Errors
/// [`RefusalCode::TooLarge`] or [`RefusalCode::Unloadable`].
pub fn without_changes(data: &[u8]) -> Result<Message, RefusalCode> {
    Ok(Message { changes: ChunkList::empty(), ..decode(data)? })
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
        let (saved, weight) = save(&candidate, limits)?;
        let loaded = Automerge::load(&saved).map_err(|_| RefusalCode::Unloadable)?;
        if heads(&loaded) != heads(&candidate) {
            return Err(RefusalCode::Unloadable);
        }
        Ok(Vetted::Changes { candidate: Box::new(candidate), saved, weight, state: state.clone() })
    })
}

/// Vets a whole document that someone else has saved; answers bytes that can be loaded without care.
///
/// # Errors
/// As [`vet`].
pub fn vet_saved(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, RefusalCode> {
    chunks::check(bytes, &mut Budget::new()).map_err(refusal)?;
    guarded(|| {
        let document = Automerge::load(bytes).map_err(|_| RefusalCode::Unloadable)?;
        let (saved, _) = save(&document, limits)?;
        let loaded = Automerge::load(&saved).map_err(|_| RefusalCode::Unloadable)?;
        if heads(&loaded) == heads(&document) { Ok(saved) } else { Err(RefusalCode::Unloadable) }
    })
}

/// Compresses only what is large: most of a contact is sealed, and does not get smaller.
///
/// # Errors
/// When the document is more than one message may bring: many small messages must not make one that no one
/// could bring back, nor one that costs more with each.
fn save(document: &Automerge, limits: &Limits) -> Result<(Vec<u8>, usize), RefusalCode> {
    let plain = document.save_nocompress();
    let mut budget = Budget::new();
    if plain.len() > limits.document || chunks::check(&plain, &mut budget).is_err() {
        return Err(RefusalCode::TooLarge);
    }
    let weight = weight_of(budget.spent(&Budget::new()));
    Ok((if plain.len() <= PLAIN_UP_TO { plain } else { document.save() }, weight))
}

/// Puts the chunks of a document together; nothing if they cannot be read.
pub(crate) fn open(chunks: &[Vec<u8>]) -> Option<Automerge> {
    let opened = guarded(|| {
        let mut document = Automerge::new();
        for chunk in chunks {
            document.load_incremental(chunk).map_err(|_| RefusalCode::Unloadable)?;
        }
        Ok(document)
    });
    opened.ok()
}

/// Bytes that a document of these chunks takes in memory, about.
pub fn weight(chunks: &[Vec<u8>]) -> usize {
    let mut budget = Budget::unbounded();
    for chunk in chunks {
        // What cannot be read is not loaded either.
        _ = chunks::check(chunk, &mut budget);
    }
    weight_of(budget.spent(&Budget::unbounded()))
}

fn weight_of((bytes, rows): (u64, u64)) -> usize {
    usize::try_from(EMPTY_WEIGHT + 4 * bytes + 200 * rows).unwrap_or(usize::MAX)
}

/// Runs Automerge on hostile input. It works on copies only, so a panic costs that input and no more.
fn guarded<T>(work: impl FnOnce() -> Result<T, RefusalCode>) -> Result<T, RefusalCode> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(RefusalCode::Unloadable))
}
