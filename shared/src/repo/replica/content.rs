//! What is in a document: the bytes that are stored.
//!
//! An open document takes twenty times as much memory, and a laptop holds a hundred thousand contacts. So
//! one is opened for what is done with it, and closed again.

use automerge::{Automerge, AutomergeError, ChangeHash, ReadDoc as _};

use crate::document::{Head, Kind, contact, feedback, heads};

#[derive(Debug)]
pub(super) struct Content {
    bytes: Box<[u8]>,
    heads: Vec<Head>,
    /// Whether an organiser's device says in it that it has opened it.
    was_opened: bool,
}

impl Content {
    /// Takes a document in that was changed.
    ///
    /// # Errors
    /// When it could not be loaded again.
    pub(super) fn of(kind: Kind, document: &Automerge) -> Result<Self, AutomergeError> {
        let content = Self::stored(kind, &document.save())?;
        debug_assert_eq!(content.heads, heads(document), "what was saved is what is there");
        Ok(content)
    }

    /// Takes stored bytes in.
    ///
    /// # Errors
    /// When they cannot be loaded.
    pub(super) fn stored(kind: Kind, bytes: &[u8]) -> Result<Self, AutomergeError> {
        let document = Automerge::load(bytes)?;
        // A copy: what was saved sits in a buffer many times as long, which cut short would leave a hole.
        let exact = Box::from(bytes);
        Ok(Self { bytes: exact, heads: heads(&document), was_opened: was_opened(kind, &document) })
    }

    pub(super) fn open(&self) -> Automerge {
        Automerge::load(&self.bytes).expect("it was loaded before it was taken in")
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) fn heads(&self) -> &[Head] {
        &self.heads
    }

    pub(super) fn was_opened(&self) -> bool {
        self.was_opened
    }

    /// Whether the changes that `wanted` names are here.
    pub(super) fn has(&self, wanted: &[Head]) -> bool {
        let is_head = |head: &Head| self.heads.contains(head);
        wanted.iter().all(is_head) || {
            let document = self.open();
            wanted.iter().all(|head| document.get_change_by_hash(&ChangeHash(*head)).is_some())
        }
    }
}

fn was_opened(kind: Kind, document: &Automerge) -> bool {
    match kind {
        Kind::Contact => !contact::read(document).0.opened.is_empty(),
        Kind::Feedback => !feedback::read(document).0.opened.is_empty(),
        Kind::Season
        | Kind::Market
        | Kind::Provider
        | Kind::Proposal
        | Kind::Roster
        | Kind::Signup
        | Kind::Member
        | Kind::Case
        | Kind::Tally
        | Kind::Device => false,
    }
}
