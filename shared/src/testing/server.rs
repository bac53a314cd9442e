//! A server without IO.

use std::collections::{BTreeMap, VecDeque};

use super::MemoryDatabase;
use crate::{
    document::DocumentId,
    repo::{Claimant, CloseReason, Commit, Hub, HubConfig, HubEffect, HubEvent},
    sync::{share_policy::Principal, vetting::Limits, voucher::VoucherKey},
};

/// A server whose storage is a map. What is committed survives [`MemoryServer::crash`].
#[derive(Debug)]
pub struct MemoryServer {
    /// The core under test.
    pub hub: Hub,
    /// What peers may ask.
    limits: Limits,
    /// What is committed.
    pub database: MemoryDatabase,
    /// Devices that sign claims.
    pub devices: BTreeMap<DocumentId, Claimant>,
    /// Commits that wait for [`MemoryServer::flush`].
    pub uncommitted: Vec<Commit>,
    /// Whether nothing can be loaded.
    pub unreadable: bool,
    /// Whether commits fail.
    pub disk_full: bool,
    /// Whether commits wait for [`MemoryServer::flush`].
    pub manual_commit: bool,
    /// Frames to deliver.
    pub outgoing: VecDeque<(u64, Vec<u8>)>,
    /// Connections that were closed, and why.
    pub closed: Vec<(u64, CloseReason)>,
    /// The time of what it is told.
    pub now_ms: i64,
    /// What was refused.
    pub quarantined: Vec<DocumentId>,
}

impl MemoryServer {
    /// An empty server.
    pub fn new() -> Self {
        Self::with_incarnation("incarnation-1")
    }

    /// An empty server that allows this much.
    pub fn with_limits(limits: Limits) -> Self {
        let server = Self { limits, ..Self::new() };
        Self { hub: Hub::new(hub_config(&server.database.incarnation, limits)), ..server }
    }

    /// An empty server whose data has this name.
    pub fn with_incarnation(incarnation: &str) -> Self {
        let limits = Limits::default();
        Self {
            hub: Hub::new(hub_config(incarnation, limits)),
            limits,
            database: MemoryDatabase::new(incarnation),
            devices: BTreeMap::new(),
            uncommitted: Vec::new(),
            unreadable: false,
            disk_full: false,
            manual_commit: false,
            outgoing: VecDeque::new(),
            closed: Vec::new(),
            now_ms: 0,
            quarantined: Vec::new(),
        }
    }

    /// Loses everything that is not committed, as a killed process does, and starts anew.
    pub fn crash(&mut self) {
        self.hub = Hub::new(hub_config(&self.database.incarnation, self.limits));
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
            for effect in self.hub.handle(self.now_ms, event) {
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
        let facts = self.database.erase(document);
        self.handle(HubEvent::Erased { document, facts });
    }

    /// Commits something that did not come from the hub, as another process does.
    pub fn commit_elsewhere(&mut self, commit: Commit) {
        self.database.commit(commit);
    }

    fn perform(&mut self, effect: HubEffect) -> Option<HubEvent> {
        match effect {
            HubEffect::Send { connection, frame } | HubEffect::SendIfIdle { connection, frame } => {
                self.outgoing.push_back((connection, frame));
                None
            }
            HubEffect::Close { connection, reason } => {
                self.closed.push((connection, reason));
                None
            }
            HubEffect::Load { document, .. } if self.unreadable => Some(HubEvent::LoadFailed { document }),
            HubEffect::Load { document, claimant } => {
                let found = self.database.find(document);
                let claimant = claimant.and_then(|device| self.devices.get(&device).cloned());
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
                Some(HubEvent::LogRead { connection, page: self.database.log(after, limit) })
            }
            HubEffect::Quarantine { document, .. } => {
                self.quarantined.push(document);
                None
            }
            HubEffect::Published => None,
        }
    }

    fn commit(&mut self, commit: Commit) -> HubEvent {
        if self.disk_full {
            return HubEvent::CommitFailed { document: commit.document, commit: commit.commit };
        }
        self.database.commit(commit)
    }
}

impl Default for MemoryServer {
    fn default() -> Self {
        Self::new()
    }
}

fn hub_config(incarnation: &str, limits: Limits) -> HubConfig {
    HubConfig {
        peer: "server".into(),
        incarnation: incarnation.to_owned(),
        vouchers: VoucherKey::new([5; 32]),
        limits,
    }
}
