//! The server's side: many peers, vetted changes, one truth.
//!
//! A document is loaded when someone asks for it and dropped when no one does. A change is
//! acknowledged only after the driver said that it is committed: until then it lives in a candidate
//! that no peer sees. While one is being committed, further messages about that document wait.

mod answers;
mod document;
mod event;
mod held;
mod incoming;
mod log;
mod memory;
mod owning;
mod peer;
mod quota;
mod receiving;
mod relay;
mod step;
mod stranger;
mod telling;
mod turns;

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

pub use self::event::{
    Claimant, CloseReason, Commit, Found, HubConfig, HubEffect, HubEvent, LogEntry, LogPage,
};
use self::{
    document::Active,
    incoming::Scale,
    log::send_back_to_the_log,
    memory::Memory,
    peer::{Peer, PutOff},
    quota::{Cost, Quotas},
    step::Step,
    turns::Turns,
};

use crate::{
    document::DocumentId,
    sync::{
        RefusalCode,
        share_policy::{Principal, owner_of},
    },
};

/// See the module's documentation.
#[derive(Debug)]
pub struct Hub {
    config: HubConfig,
    peers: BTreeMap<u64, Peer>,
    documents: HashMap<DocumentId, Active>,
    memory: Memory,
    /// What was found damaged in the storage since the start.
    damaged: HashSet<DocumentId>,
    quotas: Quotas,
    turns: Turns,
    /// Messages that are held, of all peers.
    waiting: Scale,
    /// Of the last vetting or commit.
    last_number: u64,
}

impl Hub {
    /// A hub without peers; it reads nothing before someone asks.
    pub fn new(config: HubConfig) -> Self {
        let memory = Memory::new(config.limits.memory);
        Self {
            config,
            peers: BTreeMap::new(),
            documents: HashMap::new(),
            memory,
            damaged: HashSet::new(),
            quotas: Quotas::default(),
            turns: Turns::default(),
            waiting: Scale::default(),
            last_number: 0,
        }
    }

    /// How many documents are in memory.
    pub fn active_documents(&self) -> usize {
        self.documents.len()
    }

    /// How many peers are connected.
    pub fn connected_peers(&self) -> usize {
        self.peers.len()
    }

    /// Decides what follows from `event`.
    pub fn handle(&mut self, now_ms: i64, event: HubEvent) -> Vec<HubEffect> {
        let mut effects = Vec::new();
        match event {
            HubEvent::Connected { connection, principal } => {
                self.peers.insert(connection, Peer::new(principal));
            }
            HubEvent::Received { connection, frame } => {
                self.receive(now_ms, connection, &frame, &mut effects)
            }
            HubEvent::Disconnected { connection } => self.forget(connection),
            HubEvent::Loaded { document, found, claimant } => {
                if let Some(active) = self.documents.get_mut(&document) {
                    let damaged = active.loaded(found, claimant, &self.memory.held);
                    if let Some(bytes) = damaged.filter(|_| self.damaged.insert(document)) {
                        let code = RefusalCode::Unloadable;
                        effects.push(HubEffect::Quarantine { document, code, brought_by: None, bytes });
                    }
                    self.work(now_ms, document, &mut effects);
                }
            }
            HubEvent::LoadFailed { document } => self.load_failed(now_ms, document, &mut effects),
            HubEvent::GivenUp { document, vetting } => {
                effects.extend(vetting.and_then(|vetting| self.turns.ended(vetting)));
                self.give_up(now_ms, document, &mut effects);
            }
            HubEvent::Vetted { document, vetting, outcome: Err(RefusalCode::Temporary) } => {
                let put_off =
                    self.documents.get_mut(&document).and_then(|active| active.vetting_put_off(vetting));
                if let Some((connection, what)) = put_off {
                    self.put_off(now_ms, connection, document, what, &mut effects);
                }
                self.work(now_ms, document, &mut effects);
                effects.extend(self.turns.ended(vetting));
            }
            HubEvent::Vetted { document, vetting, outcome } => {
                let vetted = self
                    .documents
                    .get_mut(&document)
                    .and_then(|active| active.vetted(document, vetting, outcome, &self.config.vouchers));
                if let Some((connection, principal, step)) = vetted {
                    self.take(now_ms, document, connection, &principal, step, &mut effects);
                    self.work(now_ms, document, &mut effects);
                }
                // Last: if anything panics, `GivenUp` makes up for it.
                effects.extend(self.turns.ended(vetting));
            }
            HubEvent::Committed { document, commit, seq } => {
                self.committed(now_ms, document, commit, seq, &mut effects);
            }
            HubEvent::CommitFailed { document, commit } => {
                self.commit_failed(now_ms, document, commit, &mut effects);
                self.work(now_ms, document, &mut effects);
            }
            HubEvent::Erased { document, facts } => self.erased(now_ms, document, facts, &mut effects),
            HubEvent::Congested { connection } => {
                if let Some(peer) = self.peers.get_mut(&connection) {
                    peer.is_congested = true;
                }
            }
            HubEvent::Relieved { connection } => {
                if let Some(peer) = self.peers.get_mut(&connection) {
                    peer.relieve(now_ms);
                }
                self.try_again(now_ms, &mut effects);
            }
            HubEvent::LogRead { connection, page } => self.log_read(connection, page, &mut effects),
            HubEvent::LogFailed { connection } => {
                if self.peers.contains_key(&connection) {
                    self.close(connection, CloseReason::TryLater, &mut effects);
                }
            }
            HubEvent::LogAdvanced => {
                for (connection, peer) in &mut self.peers {
                    effects.extend(send_back_to_the_log(&self.config.peer, *connection, peer));
                }
            }
            HubEvent::Tick => {
                self.drop_what_is_idle(now_ms);
                self.try_again(now_ms, &mut effects);
            }
        }
        effects
    }

    /// Handles what waits for a document, as far as it goes now.
    fn work(&mut self, now_ms: i64, document: DocumentId, effects: &mut Vec<HubEffect>) {
        let ephemerals = self.documents.get_mut(&document).map(Active::take_ephemerals);
        for message in ephemerals.unwrap_or_default() {
            self.relay(document, &message, effects);
        }
        loop {
            let Some(active) = self.documents.get_mut(&document) else { return };
            let Some(incoming) = active.next() else { break };
            let connection = incoming.connection;
            let Some(peer) = self.peers.get(&connection) else { continue };
            let principal = peer.principal.clone();
            active.touched_ms = now_ms;
            let step = active.receive(document, peer, incoming, &self.config.limits);
            self.take(now_ms, document, connection, &principal, step, effects);
        }
        if self.documents.get(&document).is_some_and(Active::is_abandoned) {
            self.documents.remove(&document);
        }
    }

    /// Does what a message about a document has led to.
    fn take(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        connection: u64,
        principal: &Principal,
        step: Step,
        effects: &mut Vec<HubEffect>,
    ) {
        match step {
            Step::Answer => self.answer(document, connection, effects),
            Step::Rest => {}
            Step::AskForAll => self.ask_for_all(document, connection, effects),
            Step::Confirm(heads) => {
                if let Some(peer) = self.peers.get_mut(&connection) {
                    peer.note_relayed(document);
                }
                self.confirm(document, connection, heads, effects);
            }
            Step::AskAsIfUnknown(question) => {
                if let Some(peer) = self.peers.get(&connection) {
                    effects.push(self.sync_message(connection, peer, document, question, None));
                }
            }
            Step::Unavailable => self.unavailable(document, connection, effects),
            Step::Vet(job) => {
                let vetting = self.next_number();
                if let Some(active) = self.documents.get_mut(&document) {
                    active.vetting_as(vetting);
                }
                let vet = HubEffect::Vet { document, vetting, connection, job };
                effects.extend(self.turns.take(connection, vetting, vet));
            }
            Step::Commit { before, facts, chunk, heads, replaces, receipt } => {
                let cost = Cost::new(owner_of(principal), before.as_ref(), facts.kind, chunk.len());
                let commit = self.next_number();
                if let Some(active) = self.documents.get_mut(&document) {
                    active.committing_as(commit, cost);
                }
                if !self.quotas.allow(now_ms, &cost, &self.config.limits) {
                    return self.commit_failed(now_ms, document, commit, effects);
                }
                let commit = Commit { document, commit, facts, chunk, heads, replaces, receipt };
                effects.push(HubEffect::Commit(commit));
            }
            Step::LoadClaimant(device) => {
                effects.push(HubEffect::Load { document, claimant: Some(device) });
            }
            Step::Refuse { code, bytes } => {
                let is_kept = self.peers.get_mut(&connection).is_some_and(Peer::may_quarantine);
                if let Some(bytes) = bytes.filter(|_| is_kept) {
                    let brought_by = Some(owner_of(principal));
                    let bytes = Arc::unwrap_or_clone(bytes);
                    effects.push(HubEffect::Quarantine { document, code, brought_by, bytes });
                }
                self.refuse(connection, document, code, effects);
                // What the peer may still read, it gets.
                self.answer(document, connection, effects);
            }
        }
    }

    /// The storage could not be read.
    fn load_failed(&mut self, now_ms: i64, document: DocumentId, effects: &mut Vec<HubEffect>) {
        let Some(active) = self.documents.get_mut(&document) else { return };
        let Some(put_off) = active.load_failed() else { return self.give_up(now_ms, document, effects) };
        for (connection, what) in put_off {
            self.put_off(now_ms, connection, document, what, effects);
        }
        self.work(now_ms, document, effects);
    }

    /// Drops a document from memory with all that is under way, and puts its peers off.
    fn give_up(&mut self, now_ms: i64, document: DocumentId, effects: &mut Vec<HubEffect>) {
        let Some(active) = self.documents.remove(&document) else { return };
        for (connection, what) in active.who_waits() {
            self.put_off(now_ms, connection, document, what, effects);
        }
    }

    /// A change could not be stored, or may not be stored now: whoever brought it is to bring it again.
    fn commit_failed(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        commit: u64,
        effects: &mut Vec<HubEffect>,
    ) {
        let failed = self.documents.get_mut(&document).and_then(|active| active.commit_failed(commit));
        if let Some(connection) = failed {
            self.put_off(now_ms, connection, document, PutOff::Changes, effects);
        }
    }

    fn next_number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }

    fn close(&mut self, connection: u64, reason: CloseReason, effects: &mut Vec<HubEffect>) {
        self.forget(connection);
        effects.push(HubEffect::Close { connection, reason });
    }
}
