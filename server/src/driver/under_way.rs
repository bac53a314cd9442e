//! What the core has asked for and not been answered.

use std::collections::VecDeque;

use shared::repo::{Commit, HubEvent};

/// While so many messages are being vetted, no frame is taken in.
const MAX_VETTINGS: usize = 64;
/// While so many documents are being loaded, no frame is taken in: what waits for them fills the memory.
const MAX_LOADS: usize = 64;
/// While so many changes wait for the disk, no frame is taken in.
const MAX_COMMITS: usize = 1_024;

/// So many bytes of changes may wait for the disk: what they take in memory is a multiple.
const MAX_COMMIT_BYTES: usize = 16 << 20;

/// Counts it.
#[derive(Debug, Default)]
pub(super) struct UnderWay {
    /// Calls, each with one answer.
    calls: usize,
    vettings: usize,
    loads: usize,
    /// Whether handed to the storage or not.
    commits: usize,
    commit_bytes: usize,
    /// Bytes that are not yet handed to the storage.
    next_batch_bytes: usize,
    /// Bytes of each call that hands commits over; answered in this order.
    batches: VecDeque<usize>,
}

impl UnderWay {
    pub(super) fn called(&mut self) {
        self.calls += 1;
    }

    pub(super) fn vetting(&mut self) {
        self.vettings += 1;
    }

    pub(super) fn loading(&mut self) {
        self.loads += 1;
    }

    pub(super) fn committing(&mut self, commit: &Commit) {
        self.commits += 1;
        self.commit_bytes += commit.chunk.len();
        self.next_batch_bytes += commit.chunk.len();
    }

    pub(super) fn handed_over(&mut self) {
        self.batches.push_back(std::mem::take(&mut self.next_batch_bytes));
    }

    /// An answer came.
    pub(super) fn answered(&mut self, events: &[HubEvent]) {
        self.calls -= 1;
        if events.first().is_some_and(answers_a_commit) {
            self.commit_bytes -= self.batches.pop_front().unwrap_or_default();
        }
        for event in events {
            match event {
                HubEvent::Vetted { .. } => self.vettings -= 1,
                HubEvent::Loaded { .. } | HubEvent::LoadFailed { .. } => self.loads -= 1,
                _ if answers_a_commit(event) => self.commits -= 1,
                _ => {}
            }
        }
    }

    /// Whether it is so much that peers are made to wait.
    pub(super) fn is_too_much(&self) -> bool {
        self.vettings >= MAX_VETTINGS
            || self.loads >= MAX_LOADS
            || self.commits >= MAX_COMMITS
            || self.commit_bytes >= MAX_COMMIT_BYTES
    }

    /// Whether the storage has commits that it has not answered.
    pub(super) fn is_committing(&self) -> bool {
        !self.batches.is_empty()
    }

    pub(super) fn is_nothing(&self) -> bool {
        self.calls == 0
    }
}

/// Whether an answer tells what became of a commit; erasures by others do not come as answers.
fn answers_a_commit(event: &HubEvent) -> bool {
    matches!(event, HubEvent::Committed { .. } | HubEvent::CommitFailed { .. } | HubEvent::Erased { .. })
}

#[cfg(test)]
mod tests {
    use shared::{
        document::DocumentId,
        repo::ChunkRole,
        sync::share_policy::{Facts, Owner},
    };

    use super::*;

    #[test]
    fn bytes_on_their_way_to_the_disk_make_peers_wait_until_they_are_there() {
        let mut under_way = UnderWay::default();
        let document = DocumentId::from_bytes([1; 16]);
        let commit = Commit {
            document,
            commit: 1,
            facts: Facts { kind: None, market: None, owner: Owner::Organisers },
            chunk: vec![0; MAX_COMMIT_BYTES / 2],
            heads: Vec::new(),
            chunk_is: ChunkRole::First,
            receipt: None,
        };
        let committed = HubEvent::Committed { document, commit: 1, seq: 1 };
        for _ in 0..2 {
            assert!(!under_way.is_too_much());
            under_way.committing(&commit);
            under_way.called();
            under_way.handed_over();
        }
        assert!(under_way.is_too_much());
        under_way.answered(std::slice::from_ref(&committed));
        assert!(!under_way.is_too_much() && under_way.is_committing());
        under_way.answered(&[committed]);
        assert!(!under_way.is_committing() && under_way.is_nothing());
    }
}
