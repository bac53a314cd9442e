//! A phone or laptop: the real replica over a disk that can be full, be slow, and lose what it had
//! not written.

use p256::ecdsa::SigningKey;
use shared::document::{DocumentId, Head};
use shared::repo::{Keeping, Progress, Replica, ReplicaConfig, ReplicaEffect, ReplicaEvent, StoredDocument};
use shared::sync::share_policy::Principal;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What survives a crash.
#[derive(Default)]
struct Disk {
    documents: BTreeMap<DocumentId, Vec<u8>>,
    progress: Option<Vec<u8>>,
}

enum Write {
    Document { write: u64, document: StoredDocument, heads: Vec<Head> },
    Progress(Progress),
    Purge(DocumentId),
}

/// An answer of the disk that has not reached the replica yet.
enum Answer {
    Stored { document: DocumentId, write: u64, heads: Vec<Head> },
    Failed { document: DocumentId, write: u64 },
}

/// See the module's documentation.
pub(crate) struct Peer {
    pub(crate) principal: Principal,
    /// Signs what a phone makes.
    pub(crate) key: Option<SigningKey>,
    pub(crate) replica: Replica,
    /// The connection that it believes to have.
    pub(crate) wire: Option<u64>,
    /// Whether it is out of reach of any network.
    pub(crate) cut_off: bool,
    /// Whether documents fit on the disk no more; the few bytes of the progress still do.
    pub(crate) disk_full: bool,
    /// How far its clock is from the true time.
    pub(crate) clock_error_ms: i64,
    /// Frames to be put on the wire.
    pub(crate) outgoing: Vec<Vec<u8>>,
    /// Whether the replica wants the connection closed.
    pub(crate) hangs_up: bool,
    /// Documents of which the replica says that something has changed.
    pub(crate) changed: Vec<DocumentId>,
    /// States of documents that the disk confirmed, and that the replica knows to be confirmed.
    pub(crate) kept: BTreeSet<(DocumentId, Vec<Head>)>,
    /// Documents that it changed without having the right to.
    pub(crate) overstepped: BTreeSet<DocumentId>,
    /// Documents that it made for itself alone, as a device does.
    pub(crate) made: BTreeSet<DocumentId>,
    /// Documents of others that it was handed to bring to the server.
    pub(crate) relayed: BTreeSet<DocumentId>,
    /// When it will be woken, in true time.
    pub(crate) wake_at_ms: Option<i64>,
    config: ReplicaConfig,
    disk: Disk,
    writes: VecDeque<Write>,
    answers: VecDeque<Answer>,
}

impl Peer {
    pub(crate) fn new(number: u8, principal: Principal, key: Option<SigningKey>) -> Peer {
        let config = ReplicaConfig {
            peer: format!("peer-{number}"),
            actor: [number; 16],
            keeping: Keeping::Everything,
        };
        Peer {
            principal,
            key,
            replica: Replica::new(config.clone()),
            wire: None,
            cut_off: false,
            disk_full: false,
            clock_error_ms: 0,
            outgoing: Vec::new(),
            hangs_up: false,
            changed: Vec::new(),
            kept: BTreeSet::new(),
            overstepped: BTreeSet::new(),
            made: BTreeSet::new(),
            relayed: BTreeSet::new(),
            wake_at_ms: None,
            config,
            disk: Disk::default(),
            writes: VecDeque::new(),
            answers: VecDeque::new(),
        }
    }

    pub(crate) fn handle(&mut self, now_ms: i64, event: ReplicaEvent) {
        let effects = self.replica.handle(now_ms + self.clock_error_ms, event);
        self.perform(now_ms, effects);
    }

    /// Does what the app's driver does.
    pub(crate) fn perform(&mut self, now_ms: i64, effects: Vec<ReplicaEffect>) {
        for effect in effects {
            match effect {
                ReplicaEffect::Send(frame) => self.outgoing.push(frame),
                ReplicaEffect::Store { write, document } => {
                    let heads = self.replica.heads(document.id).unwrap_or_default().to_vec();
                    self.writes.push_back(Write::Document { write, document, heads });
                }
                ReplicaEffect::StoreProgress(progress) => self.writes.push_back(Write::Progress(progress)),
                ReplicaEffect::Purge(document) => self.writes.push_back(Write::Purge(document)),
                ReplicaEffect::Changed(document) => self.changed.push(document),
                ReplicaEffect::WakeAt { ms } => {
                    // Drivers turn it into a delay, and have one timer.
                    self.wake_at_ms = Some(now_ms + (ms - now_ms - self.clock_error_ms).max(0));
                }
                ReplicaEffect::Close => self.hangs_up = true,
                ReplicaEffect::ConnectionChanged => {}
            }
        }
    }

    pub(crate) fn is_writing(&self) -> bool {
        !self.writes.is_empty()
    }

    pub(crate) fn has_answer(&self) -> bool {
        !self.answers.is_empty()
    }

    /// The disk takes what was asked first, or fails to; the replica does not know yet.
    pub(crate) fn write(&mut self) {
        match self.writes.pop_front() {
            Some(Write::Document { write, document, .. }) if self.disk_full => {
                self.answers.push_back(Answer::Failed { document: document.id, write });
            }
            Some(Write::Document { write, document, heads }) => {
                self.disk.documents.insert(document.id, document.to_bytes());
                self.answers.push_back(Answer::Stored { document: document.id, write, heads });
            }
            Some(Write::Progress(progress)) => self.disk.progress = Some(progress.to_bytes()),
            Some(Write::Purge(document)) => {
                self.disk.documents.remove(&document);
            }
            None => {}
        }
    }

    /// The replica learns what became of a write.
    pub(crate) fn learn(&mut self, now_ms: i64) {
        match self.answers.pop_front() {
            Some(Answer::Stored { document, write, heads }) => {
                self.kept.insert((document, heads));
                self.handle(now_ms, ReplicaEvent::Stored { document, write });
            }
            Some(Answer::Failed { document, write }) => {
                self.handle(now_ms, ReplicaEvent::StoreFailed { document, write });
            }
            None => {}
        }
    }

    /// What it has made and signed, as it is on its disk, for a colleague to bring along.
    pub(crate) fn bundle(&self) -> Vec<StoredDocument> {
        let stored = self.disk.documents.iter().filter(|(document, _)| self.made.contains(document));
        let stored = stored.map(|(_, bytes)| StoredDocument::from_bytes(bytes).expect("it was stored here"));
        stored.filter(|document| document.claim.is_some()).collect()
    }

    /// Takes a colleague's bundle onto its disk, except for what it has already.
    pub(crate) fn take_bundle(&mut self, bundle: Vec<StoredDocument>) {
        for document in bundle {
            let handed = document.for_colleague();
            if self.replica.document(handed.id).is_none() && !self.disk.documents.contains_key(&handed.id) {
                self.relayed.insert(handed.id);
                self.disk.documents.insert(handed.id, handed.to_bytes());
            }
        }
    }

    /// The tab is closed: what is not on the disk is gone, and what is comes back.
    pub(crate) fn crash(&mut self) {
        self.writes.clear();
        self.answers.clear();
        self.outgoing.clear();
        self.wake_at_ms = None;
        self.wire = None;
        self.replica = Replica::new(self.config.clone());
        for bytes in self.disk.documents.values() {
            let stored = StoredDocument::from_bytes(bytes).expect("what was stored is readable");
            self.replica.restore(stored).expect("what was stored loads");
        }
        if let Some(bytes) = &self.disk.progress {
            self.replica.restore_progress(Progress::from_bytes(bytes).expect("what was stored is readable"));
        }
    }
}
