//! One connection, as the hub sees it.

use std::collections::{BTreeSet, HashSet};

use crate::{document::DocumentId, sync::share_policy::Principal};

#[derive(Debug)]
pub(super) struct Peer {
    pub(super) principal: Principal,
    /// The peer id it joined with.
    pub(super) name: Option<String>,
    pub(super) log: LogState,
    /// What it has talked about.
    topics: HashSet<DocumentId>,
    /// How much of what it brought was refused.
    refused: u32,
    /// Documents that it asked for in vain and is given if they come.
    wishes: HashSet<DocumentId>,
    /// Documents about which it was told to try later.
    put_off: BTreeSet<DocumentId>,
    /// When it is asked for them again, if it has not tried by itself.
    ask_again_at_ms: i64,
}

/// So many vain questions of one connection are remembered.
const MAX_WISHES: usize = 1_000;

/// How long the storage is given to come back.
const PUT_OFF_MS: i64 = 5_000;
/// At most so many documents are asked for at once.
const MAX_ASKED_AGAIN: usize = 500;

/// More of what one connection brings is refused without being kept: each costs a write.
const MAX_QUARANTINED: u32 = 50;

/// Whether a peer is told of new changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LogState {
    /// It has not asked.
    Off,
    /// A page is being read for it; `missed` once something was committed meanwhile.
    Reading { missed: bool },
    /// It has read up to here and is told of each change.
    Live { cursor: u64 },
}

impl Peer {
    pub(super) fn new(principal: Principal) -> Self {
        Self {
            principal,
            name: None,
            log: LogState::Off,
            topics: HashSet::new(),
            refused: 0,
            wishes: HashSet::new(),
            put_off: BTreeSet::new(),
            ask_again_at_ms: 0,
        }
    }

    /// Notes that it asked for a document in vain.
    pub(super) fn wish(&mut self, document: DocumentId) {
        if self.wishes.len() < MAX_WISHES {
            self.wishes.insert(document);
        }
    }

    /// Whether it asked for a document in vain; says so once.
    pub(super) fn take_wish(&mut self, document: DocumentId) -> bool {
        !self.wishes.is_empty() && self.wishes.remove(&document)
    }

    /// Notes that it was told to try later.
    pub(super) fn put_off(&mut self, now_ms: i64, document: DocumentId) {
        if self.put_off.is_empty() {
            self.ask_again_at_ms = now_ms + PUT_OFF_MS;
        }
        self.put_off.insert(document);
    }

    /// Notes that what it brought is durable.
    pub(super) fn was_served(&mut self, document: DocumentId) {
        self.put_off.remove(&document);
    }

    /// What it is to be asked for again now.
    pub(super) fn take_put_off(&mut self, now_ms: i64) -> Vec<DocumentId> {
        if now_ms < self.ask_again_at_ms {
            return Vec::new();
        }
        let later = self.put_off.iter().nth(MAX_ASKED_AGAIN).copied();
        let later = later.map(|first| self.put_off.split_off(&first)).unwrap_or_default();
        std::mem::replace(&mut self.put_off, later).into_iter().collect()
    }

    /// Whether one more refused input of it is kept.
    pub(super) fn may_quarantine(&mut self) -> bool {
        self.refused = self.refused.saturating_add(1);
        self.refused <= MAX_QUARANTINED
    }

    /// Whether it may talk about one more document.
    pub(super) fn may_talk_about(&mut self, document: DocumentId, limit: usize) -> bool {
        self.topics.contains(&document) || (self.topics.len() < limit && self.topics.insert(document))
    }
}
