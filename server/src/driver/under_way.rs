//! What the core has asked for and not been answered.

use shared::repo::HubEvent;

/// While so many messages are being vetted, no frame is taken in.
const MAX_VETTINGS: usize = 64;
/// While so many documents are being loaded, no frame is taken in: what waits for them fills the memory.
const MAX_LOADS: usize = 256;
/// While so many changes wait for the disk, no frame is taken in.
const MAX_COMMITS: usize = 1_024;

/// Counts it.
#[derive(Debug, Default)]
pub(super) struct UnderWay {
    /// Calls, each with one answer.
    calls: usize,
    vettings: usize,
    loads: usize,
    /// Whether handed to the storage or not.
    commits: usize,
    /// Calls that hand commits over.
    batches: usize,
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

    pub(super) fn committing(&mut self) {
        self.commits += 1;
    }

    pub(super) fn handed_over(&mut self) {
        self.batches += 1;
    }

    /// An answer came.
    pub(super) fn answered(&mut self, events: &[HubEvent]) {
        self.calls -= 1;
        if events.first().is_some_and(answers_a_commit) {
            self.batches -= 1;
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
        self.vettings >= MAX_VETTINGS || self.loads >= MAX_LOADS || self.commits >= MAX_COMMITS
    }

    /// Whether the storage has commits that it has not answered.
    pub(super) fn is_committing(&self) -> bool {
        self.batches > 0
    }

    pub(super) fn is_nothing(&self) -> bool {
        self.calls == 0
    }
}

/// Whether an answer tells what became of a commit; erasures by others do not come as answers.
fn answers_a_commit(event: &HubEvent) -> bool {
    matches!(event, HubEvent::Committed { .. } | HubEvent::CommitFailed { .. } | HubEvent::Erased { .. })
}
