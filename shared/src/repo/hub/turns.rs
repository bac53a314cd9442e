//! Who may have a message vetted: of one principal only a few are at a time, whatever it brings and however often it
//! connects. What has no turn waits with its document, and keeps no one else from it.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::{document::DocumentId, sync::share_policy::Principal};

/// So many messages of one principal are vetted at once; as many as there are threads at most.
const MAX_AT_ONCE: usize = 4;

/// Vettings that are under way, and documents for which someone waits for a turn.
#[derive(Debug, Default)]
pub(super) struct Turns {
    /// Each vetting, and whose turn it is.
    under_way: HashMap<u64, DocumentId>,
    /// Of each principal that has any; named by the document that stands for it.
    of: HashMap<DocumentId, Of>,
}

/// What one principal has.
#[derive(Debug, Default)]
struct Of {
    under_way: usize,
    /// Documents about which it has something to be vetted, each once.
    waiting: VecDeque<DocumentId>,
    is_waiting: HashSet<DocumentId>,
}

impl Turns {
    /// Whether `who` has a turn now for something about `document`; if not, the document is named by
    /// [`Turns::next`] once there is one.
    pub(super) fn is_free(&mut self, who: &Principal, document: DocumentId) -> bool {
        let of = self.of.get_mut(&who.document());
        let Some(of) = of.filter(|of| of.under_way >= MAX_AT_ONCE) else { return true };
        if of.is_waiting.insert(document) {
            of.waiting.push_back(document);
        }
        false
    }

    /// A vetting is begun.
    pub(super) fn begin(&mut self, who: &Principal, vetting: u64) {
        self.under_way.insert(vetting, who.document());
        self.of.entry(who.document()).or_default().under_way += 1;
    }

    /// A vetting has ended; says whose turn it was.
    pub(super) fn ended(&mut self, vetting: u64) -> Option<DocumentId> {
        let who = self.under_way.remove(&vetting)?;
        self.of.get_mut(&who)?.under_way -= 1;
        Some(who)
    }

    /// The document that waited longest for a turn of `who`, if there is one.
    pub(super) fn next(&mut self, who: DocumentId) -> Option<DocumentId> {
        let of = self.of.get_mut(&who).filter(|of| of.under_way < MAX_AT_ONCE)?;
        let next = of.waiting.pop_front();
        match next {
            Some(document) => _ = of.is_waiting.remove(&document),
            None if of.under_way == 0 => _ = self.of.remove(&who),
            None => {}
        }
        next
    }
}
