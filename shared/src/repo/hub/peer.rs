//! One connection, as the hub sees it.

use std::collections::HashSet;

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
}

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
        Self { principal, name: None, log: LogState::Off, topics: HashSet::new(), refused: 0 }
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
