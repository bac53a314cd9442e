//! One connection, as the hub sees it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use automerge::sync::State;

use super::{incoming::Scale, quota::day_of, relay::Allowance};
use crate::{document::DocumentId, sync::share_policy::Principal};

#[derive(Debug)]
pub(super) struct Peer {
    pub(super) principal: Principal,
    /// The peer id it joined with.
    pub(super) name: Option<String>,
    pub(super) log: LogState,
    /// Whether it has ever read the log; a plain client is told of what it has talked about instead.
    pub(super) reads_log: bool,
    /// What it has talked about; remembered while the document itself is not in memory.
    topics: HashSet<DocumentId>,
    /// What it has brought for someone else, without a right to see it.
    brought_for_others: HashSet<DocumentId>,
    /// Documents about which it was told to try later, and the place of that among all that came.
    to_try_again: BTreeMap<DocumentId, (PutOff, u64)>,
    /// Documents about which it was told to try tomorrow, and the day on which it was.
    over_quota: (i64, BTreeSet<DocumentId>),
    /// When it is asked for them again, if it has not tried by itself.
    ask_again_at_ms: i64,
    /// Whether so much waits for it that it is sent no more documents until it has taken some.
    pub(super) is_congested: bool,
    /// Messages that are held, of all connections of its principal.
    pub(super) held: Scale,
    /// What it may still cause to be sent to others.
    pub(super) allowance: Allowance,
}

/// How long the storage is given to come back.
const PUT_OFF_MS: i64 = 5_000;
/// At most so many documents are asked for at once.
const MAX_ASKED_AGAIN: usize = 500;

/// Of more documents that one connection was told to bring tomorrow, it is not reminded.
const MAX_OVER_QUOTA: usize = 10_000;

/// What could not be done for a peer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PutOff {
    /// It asked for a document that could not be read.
    Request,
    /// It brought changes that could not be stored.
    Changes,
}

/// Whether a peer is told of new changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LogState {
    /// It has not asked.
    Off,
    /// A page is being read for it; `missed` once something was committed meanwhile. If it has asked
    /// again since, `next` is from where: that page is read once this one has come.
    Reading { missed: bool, next: Option<u64> },
    /// It has read up to here and is told of each change.
    Live { cursor: u64 },
}

impl Peer {
    pub(super) fn new(principal: Principal, held: Scale) -> Self {
        Self {
            principal,
            name: None,
            log: LogState::Off,
            reads_log: false,
            topics: HashSet::new(),
            brought_for_others: HashSet::new(),
            to_try_again: BTreeMap::new(),
            over_quota: (0, BTreeSet::new()),
            ask_again_at_ms: 0,
            is_congested: false,
            held,
            allowance: Allowance::default(),
        }
    }

    /// Whether it has talked about a document on this connection.
    pub(super) fn talks_about(&self, document: DocumentId) -> bool {
        self.topics.contains(&document)
    }

    /// Notes that it has brought a document that it may not see.
    pub(super) fn note_relayed(&mut self, document: DocumentId) {
        self.brought_for_others.insert(document);
    }

    /// Whether it has done so on this connection.
    pub(super) fn has_relayed(&self, document: DocumentId) -> bool {
        self.brought_for_others.contains(&document)
    }

    /// Notes that it was told to try later.
    pub(super) fn note_put_off(&mut self, now_ms: i64, place: u64, document: DocumentId, what: PutOff) {
        if self.to_try_again.is_empty() {
            self.ask_again_at_ms = now_ms + PUT_OFF_MS;
        }
        self.to_try_again.insert(document, (what, place));
    }

    /// Notes that it was told to try tomorrow.
    pub(super) fn note_over_quota(&mut self, now_ms: i64, document: DocumentId) {
        self.begin_day(now_ms);
        self.to_try_again.remove(&document);
        if self.over_quota.1.len() < MAX_OVER_QUOTA {
            self.over_quota.1.insert(document);
        }
    }

    /// On another day, what was put off for that is to be tried again.
    fn begin_day(&mut self, now_ms: i64) {
        let today = day_of(now_ms);
        let (day, documents) = &mut self.over_quota;
        if std::mem::replace(day, today) != today {
            let due = std::mem::take(documents).into_iter().map(|document| (document, (PutOff::Changes, 0)));
            self.to_try_again.extend(due);
        }
    }

    /// Notes that a document is to be sent to it when there is room.
    pub(super) fn owe(&mut self, document: DocumentId) {
        self.to_try_again.entry(document).or_insert((PutOff::Request, 0));
    }

    /// There is room again.
    pub(super) fn relieve(&mut self, now_ms: i64) {
        self.is_congested = false;
        self.ask_again_at_ms = now_ms;
    }

    /// How a session with it begins: if what it has sent was lost, with asking for all of that again.
    pub(super) fn first_state(&self, document: DocumentId) -> State {
        let is_put_off = matches!(self.to_try_again.get(&document), Some((PutOff::Changes, _)));
        let needs_reset = is_put_off || self.over_quota.1.contains(&document);
        State { needs_reset, ..State::default() }
    }

    /// Notes that everything was asked for again.
    pub(super) fn was_asked_again(&mut self, document: DocumentId) {
        self.to_try_again.remove(&document);
        self.over_quota.1.remove(&document);
    }

    /// Notes that what it brought is durable. What came after it and was put off is none of that.
    pub(super) fn was_served(&mut self, document: DocumentId, arrived: u64) {
        if self.to_try_again.get(&document).is_some_and(|(_, place)| *place < arrived) {
            self.to_try_again.remove(&document);
        }
        self.over_quota.1.remove(&document);
    }

    /// What is to be tried again now.
    pub(super) fn take_put_off(&mut self, now_ms: i64) -> Vec<(DocumentId, PutOff)> {
        self.begin_day(now_ms);
        // A clock that was set back makes no one wait longer.
        self.ask_again_at_ms = self.ask_again_at_ms.min(now_ms + PUT_OFF_MS);
        if self.is_congested || now_ms < self.ask_again_at_ms {
            return Vec::new();
        }
        let later = self.to_try_again.keys().nth(MAX_ASKED_AGAIN).copied();
        let later = later.map(|first| self.to_try_again.split_off(&first)).unwrap_or_default();
        let due = std::mem::replace(&mut self.to_try_again, later).into_iter();
        due.map(|(document, (what, _))| (document, what)).collect()
    }

    /// Notes what it talks about, up to a limit: beyond it, a plain client is not told of changes that come
    /// after the document was unloaded.
    pub(super) fn note_topic(&mut self, document: DocumentId, limit: usize) {
        if self.topics.len() < limit {
            self.topics.insert(document);
        }
    }
}
