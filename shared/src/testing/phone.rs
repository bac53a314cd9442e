//! A phone without IO.

use std::collections::{BTreeMap, VecDeque};

use crate::{
    document::DocumentId,
    repo::{Keeping, Progress, Replica, ReplicaConfig, ReplicaEffect, ReplicaEvent, StoredDocument},
};

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
        let config =
            ReplicaConfig { peer: peer.to_owned(), actor: [actor; 16], keeping: Keeping::Everything };
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

    /// The same, as a phone that drops what is safe elsewhere.
    pub fn that_drops(mut self) -> Self {
        self.config.keeping = Keeping::UntilBackedUp;
        self.replica = Replica::new(self.config.clone());
        self
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
