//! Which documents are in memory.

use super::{Hub, HubEffect, document::Active, incoming::Scale};
use crate::document::DocumentId;

/// Milliseconds after which a document that no one talks about is dropped from memory.
const IDLE_MS: i64 = 60_000;

/// With more documents than this in memory, those that were not talked about for the longest time are
/// dropped down to half of it: many phones that hand over at once do not fill the memory.
const MAX_HELD: usize = 1_024;

/// How much is in memory, and with how much of it some is dropped.
#[derive(Debug)]
pub(super) struct Memory {
    documents: usize,
    bytes: usize,
    /// What all documents in memory weigh, about.
    pub(super) held: Scale,
    /// What those of them weigh that are being committed.
    pub(super) committing: Scale,
}

impl Memory {
    pub(super) fn new(limit: usize) -> Self {
        Self { documents: MAX_HELD, bytes: limit, held: Scale::default(), committing: Scale::default() }
    }
}

impl Hub {
    /// A document that someone talks about now; if it is not in memory, it is loaded.
    pub(super) fn activate(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        claimant: Option<DocumentId>,
        effects: &mut Vec<HubEffect>,
    ) -> &mut Active {
        self.make_room_for(0);
        let active = self.documents.entry(document).or_insert_with(|| {
            effects.push(HubEffect::Load { document, claimant });
            Active::loading(claimant)
        });
        active.touched_ms = now_ms;
        active
    }

    /// Whether what waits for the disk, and stays in memory until it is there, leaves room for more.
    pub fn has_room(&self) -> bool {
        self.memory.committing.bytes() <= self.config.limits.memory
    }

    /// Makes room for so many bytes if there is not enough.
    pub(super) fn make_room_for(&mut self, bytes: usize) {
        let is_much = self.memory.held.bytes() + bytes > self.memory.bytes;
        if is_much || self.documents.len() >= self.memory.documents {
            self.make_room(bytes);
        }
    }

    /// Drops documents about which nothing is under way, the oldest first.
    fn make_room(&mut self, bytes: usize) {
        let documents = self.documents.iter();
        let mut oldest: Vec<(i64, DocumentId)> =
            documents.map(|(document, active)| (active.touched_ms, *document)).collect();
        oldest.sort_unstable();
        let limit = self.config.limits.memory;
        for (_, document) in oldest {
            if self.documents.len() <= MAX_HELD / 2 && self.memory.held.bytes() + bytes <= limit / 2 {
                break;
            }
            let limits = &self.config.limits;
            if self.documents.get_mut(&document).is_some_and(|active| active.make_room(limits)) {
                self.documents.remove(&document);
            }
        }
        // If all are in use, they are not looked through for each new one.
        self.memory.documents = MAX_HELD.max(self.documents.len() + MAX_HELD / 2);
        self.memory.bytes = limit.max(self.memory.held.bytes() + limit / 2);
    }

    /// Drops documents that no one has talked about for a while.
    pub(super) fn drop_what_is_idle(&mut self, now_ms: i64) {
        self.documents.retain(|_, active| {
            active.touched_ms = active.touched_ms.min(now_ms);
            !active.is_idle_since(now_ms - IDLE_MS)
        });
        self.memory.documents = MAX_HELD.max(self.documents.len());
        self.memory.bytes = self.config.limits.memory.max(self.memory.held.bytes());
    }
}
