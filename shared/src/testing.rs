//! Drivers in memory, for tests and simulations: a phone and a server without IO.

use std::collections::{BTreeMap, VecDeque};

use crate::{
    document::{DocumentId, Head},
    repo::{
        CloseReason, Commit, Found, Hub, HubConfig, HubEffect, HubEvent, LogEntry, LogPage, Progress,
        Replica, ReplicaConfig, ReplicaEffect, ReplicaEvent, StoredDocument,
    },
    sync::{
        share_policy::{Facts, Principal},
        vetting::Limits,
    },
};

/// A server whose storage is a map. What is committed survives [`MemoryServer::crash`].
#[derive(Debug)]
pub struct MemoryServer {
    /// The core under test.
    pub hub: Hub,
    /// Committed documents.
    pub stored: BTreeMap<DocumentId, Committed>,
    /// Tombstones.
    pub erased: BTreeMap<DocumentId, Tombstone>,
    /// Public keys of devices.
    pub keys: BTreeMap<DocumentId, Vec<u8>>,
    /// Commits that wait for [`MemoryServer::flush`].
    pub uncommitted: Vec<Commit>,
    /// Whether commits fail.
    pub disk_full: bool,
    /// Whether commits wait for [`MemoryServer::flush`].
    pub manual_commit: bool,
    /// Frames to deliver.
    pub outgoing: VecDeque<(u64, Vec<u8>)>,
    /// Connections that were closed, and why.
    pub closed: Vec<(u64, CloseReason)>,
    /// What was refused.
    pub quarantined: Vec<DocumentId>,
    incarnation: String,
    seq: u64,
}

/// A document as the server has committed it.
#[derive(Clone, Debug)]
pub struct Committed {
    /// What is known of it.
    pub facts: Facts,
    /// Its chunks.
    pub chunks: Vec<Vec<u8>>,
    /// Its heads.
    pub heads: Vec<Head>,
    /// Its place in the log.
    pub seq: u64,
}

/// What is left of an erased document.
#[derive(Clone, Debug)]
pub struct Tombstone {
    /// What was known of it, if it was stored: who may be told.
    pub facts: Option<Facts>,
    /// Its place in the log.
    pub seq: u64,
}

impl MemoryServer {
    /// An empty server.
    pub fn new() -> Self {
        Self::with_incarnation("incarnation-1")
    }

    /// An empty server whose data has this name.
    pub fn with_incarnation(incarnation: &str) -> Self {
        Self {
            hub: Hub::new(hub_config(incarnation)),
            stored: BTreeMap::new(),
            erased: BTreeMap::new(),
            keys: BTreeMap::new(),
            uncommitted: Vec::new(),
            disk_full: false,
            manual_commit: false,
            outgoing: VecDeque::new(),
            closed: Vec::new(),
            quarantined: Vec::new(),
            incarnation: incarnation.to_owned(),
            seq: 0,
        }
    }

    /// Loses everything that is not committed, as a killed process does, and starts anew.
    pub fn crash(&mut self) {
        self.hub = Hub::new(hub_config(&self.incarnation));
        self.uncommitted.clear();
        self.outgoing.clear();
    }

    /// Someone connects.
    pub fn connect(&mut self, connection: u64, principal: Principal) {
        self.handle(HubEvent::Connected { connection, principal });
    }

    /// Tells the hub something and performs what follows.
    pub fn handle(&mut self, event: HubEvent) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for effect in self.hub.handle(0, event) {
                events.extend(self.perform(effect));
            }
        }
    }

    /// Time passes for the hub.
    pub fn tick(&mut self, now_ms: i64) {
        for effect in self.hub.handle(now_ms, HubEvent::Tick) {
            if let Some(event) = self.perform(effect) {
                self.handle(event);
            }
        }
    }

    /// Commits what waits, or fails to.
    pub fn flush(&mut self) {
        for commit in std::mem::take(&mut self.uncommitted) {
            let event = self.commit(commit);
            self.handle(event);
        }
    }

    /// Erases a document, as an organiser does.
    pub fn erase(&mut self, document: DocumentId) {
        self.seq += 1;
        let facts = self.stored.remove(&document).map(|committed| committed.facts);
        self.erased.insert(document, Tombstone { facts, seq: self.seq });
        self.handle(HubEvent::Erased { document });
    }

    /// Commits something that did not come from the hub, as another process does.
    pub fn commit_elsewhere(&mut self, commit: Commit) {
        self.commit(commit);
    }

    fn perform(&mut self, effect: HubEffect) -> Option<HubEvent> {
        match effect {
            HubEffect::Send { connection, frame } => {
                self.outgoing.push_back((connection, frame));
                None
            }
            HubEffect::Close { connection, reason } => {
                self.closed.push((connection, reason));
                None
            }
            HubEffect::Load { document, claimant } => {
                let found = if self.erased.contains_key(&document) {
                    Found::Erased
                } else {
                    match self.stored.get(&document) {
                        Some(Committed { facts, chunks, .. }) => {
                            Found::Present { facts: facts.clone(), chunks: chunks.clone() }
                        }
                        None => Found::Absent,
                    }
                };
                let claimant = claimant.and_then(|device| self.keys.get(&device).cloned());
                Some(HubEvent::Loaded { document, found, claimant })
            }
            HubEffect::Vet { document, vetting, job, .. } => {
                Some(HubEvent::Vetted { document, vetting, outcome: job.run() })
            }
            HubEffect::Commit(commit) if self.manual_commit => {
                self.uncommitted.push(commit);
                None
            }
            HubEffect::Commit(commit) => Some(self.commit(commit)),
            HubEffect::ReadLog { connection, after, limit } => {
                let erased = self.erased.iter().filter_map(|(document, tombstone)| {
                    let facts = tombstone.facts.clone()?;
                    Some(LogEntry { document: *document, facts, heads: Vec::new(), seq: tombstone.seq })
                });
                let mut entries: Vec<LogEntry> = self
                    .stored
                    .iter()
                    .map(|(document, committed)| LogEntry {
                        document: *document,
                        facts: committed.facts.clone(),
                        heads: committed.heads.clone(),
                        seq: committed.seq,
                    })
                    .chain(erased)
                    .filter(|entry| entry.seq > after)
                    .collect();
                entries.sort_by_key(|entry| entry.seq);
                let more = entries.len() > limit;
                entries.truncate(limit);
                let cursor = entries.last().map_or(after, |entry| entry.seq);
                Some(HubEvent::LogRead { connection, page: LogPage { entries, cursor, more } })
            }
            HubEffect::Quarantine { document, .. } => {
                self.quarantined.push(document);
                None
            }
            HubEffect::Published => None,
        }
    }

    fn commit(&mut self, commit: Commit) -> HubEvent {
        let Commit { document, commit, facts, chunk, heads, replaces, receipt: _ } = commit;
        if self.erased.contains_key(&document) {
            return HubEvent::Erased { document };
        }
        if self.disk_full {
            return HubEvent::CommitFailed { document, commit };
        }
        self.seq += 1;
        let mut chunks = match self.stored.remove(&document) {
            Some(Committed { chunks, .. }) if !replaces => chunks,
            _ => Vec::new(),
        };
        chunks.push(chunk);
        self.stored.insert(document, Committed { facts, chunks, heads, seq: self.seq });
        HubEvent::Committed { document, commit, seq: self.seq }
    }
}

impl Default for MemoryServer {
    fn default() -> Self {
        Self::new()
    }
}

fn hub_config(incarnation: &str) -> HubConfig {
    HubConfig { peer: "server".into(), incarnation: incarnation.to_owned(), limits: Limits::default() }
}

/// A replica whose storage is a map. What is stored survives [`MemoryPhone::crash`].
#[derive(Debug)]
pub struct MemoryPhone {
    /// The core under test.
    pub replica: Replica,
    /// Stored documents, as bytes.
    pub stored: BTreeMap<DocumentId, Vec<u8>>,
    /// Stored progress.
    pub progress: Progress,
    /// Writes that wait for [`MemoryPhone::flush`].
    pub unstored: Vec<(u64, StoredDocument)>,
    /// Whether writes wait for [`MemoryPhone::flush`].
    pub manual_store: bool,
    /// Frames to deliver.
    pub outgoing: VecDeque<Vec<u8>>,
    config: ReplicaConfig,
}

impl MemoryPhone {
    /// An empty replica.
    pub fn new(peer: &str, actor: u8) -> Self {
        let config = ReplicaConfig { peer: peer.to_owned(), actor: [actor; 16] };
        Self {
            replica: Replica::new(config.clone()),
            stored: BTreeMap::new(),
            progress: Progress::default(),
            unstored: Vec::new(),
            manual_store: false,
            outgoing: VecDeque::new(),
            config,
        }
    }

    /// Loses everything that is not stored, as a closed tab does, and starts anew.
    pub fn crash(&mut self) {
        self.unstored.clear();
        self.outgoing.clear();
        self.replica = Replica::new(self.config.clone());
        for bytes in self.stored.values() {
            let stored = StoredDocument::from_bytes(bytes).expect("what was stored is readable");
            self.replica.restore(stored).expect("what was stored loads");
        }
        self.replica.restore_progress(self.progress.clone());
    }

    /// Tells the replica something and performs what follows.
    pub fn handle(&mut self, event: ReplicaEvent) {
        let effects = self.replica.handle(0, event);
        self.perform(effects);
    }

    /// Performs effects, such as those of [`Replica::create`].
    pub fn perform(&mut self, effects: Vec<ReplicaEffect>) {
        for effect in effects {
            match effect {
                ReplicaEffect::Send(frame) => self.outgoing.push_back(frame),
                ReplicaEffect::Store { write, document } => {
                    self.unstored.push((write, document));
                    if !self.manual_store {
                        self.flush();
                    }
                }
                ReplicaEffect::StoreProgress(progress) => self.progress = progress,
                ReplicaEffect::Purge(document) => {
                    self.unstored.retain(|(_, waiting)| waiting.id != document);
                    self.stored.remove(&document);
                }
                ReplicaEffect::Changed(_)
                | ReplicaEffect::ConnectionChanged
                | ReplicaEffect::WakeAt { .. }
                | ReplicaEffect::Close => {}
            }
        }
    }

    /// Stores what waits.
    pub fn flush(&mut self) {
        for (write, document) in std::mem::take(&mut self.unstored) {
            self.stored.insert(document.id, document.to_bytes());
            self.handle(ReplicaEvent::Stored { document: document.id, write });
        }
    }
}

/// Delivers frames both ways until nothing moves.
///
/// # Panics
/// When it never ends: after a million frames something goes round in circles.
pub fn settle(server: &mut MemoryServer, phones: &mut [(u64, &mut MemoryPhone)]) {
    for _ in 0..1_000_000 {
        let mut moved = false;
        for (connection, phone) in phones.iter_mut() {
            if let Some(frame) = phone.outgoing.pop_front() {
                server.handle(HubEvent::Received { connection: *connection, frame });
                moved = true;
            }
        }
        if let Some((connection, frame)) = server.outgoing.pop_front() {
            if let Some((_, phone)) = phones.iter_mut().find(|(number, _)| *number == connection) {
                phone.handle(ReplicaEvent::Received(frame));
            }
            moved = true;
        }
        if !moved {
            return;
        }
    }
    panic!("a million frames, and still no rest");
}
