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
mod loading;
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
mod waiting;

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

pub use self::event::{
    ChunkRole, Claimant, CloseReason, Commit, Found, HubConfig, HubEffect, HubEvent, LogEntry, LogPage,
};
use self::{
    document::Active,
    incoming::{Incoming, Scale},
    memory::Memory,
    peer::{Peer, PutOff},
    quota::{Cost, Quotas},
    step::{Failed, Step},
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
    /// Of the last message, vetting or commit.
    last_number: u64,
    /// What is being worked at; after a panic, what may be left half done.
    at_work: Option<DocumentId>,
}

impl Hub {
    /// A hub without peers; it reads nothing before someone asks.
    pub fn new(config: HubConfig) -> Self {
        let (memory, turns) = (Memory::new(config.limits.memory), Turns::new(config.limits.turns));
        Self {
            config,
            peers: BTreeMap::new(),
            documents: HashMap::new(),
            memory,
            damaged: HashSet::new(),
            quotas: Quotas::default(),
            turns,
            waiting: Scale::default(),
            last_number: 0,
            at_work: None,
        }
    }

    /// How many documents are in memory.
    pub fn active_documents(&self) -> usize {
        self.documents.len()
    }

    /// What the documents in memory take, about.
    pub fn bytes_in_memory(&self) -> usize {
        self.memory.held.bytes()
    }

    /// How many peers are connected.
    pub fn connected_peers(&self) -> usize {
        self.peers.len()
    }

    /// Decides what follows from `event`.
    pub fn handle(&mut self, now_ms: i64, event: HubEvent) -> Vec<HubEffect> {
        let mut effects = Vec::new();
        self.decide(now_ms, event, &mut effects);
        effects
    }

    /// As [`Hub::handle`], but what is decided before a panic is not lost with it: others wait for it.
    pub fn decide(&mut self, now_ms: i64, event: HubEvent, effects: &mut Vec<HubEffect>) {
        match event {
            HubEvent::Connected { connection, principal } => {
                let who = principal.document();
                let other = self.peers.values().find(|peer| peer.principal.document() == who);
                let held = other.map(|peer| peer.held.clone()).unwrap_or_default();
                self.peers.insert(connection, Peer::new(principal, held));
            }
            HubEvent::Received { connection, frame } => self.receive(now_ms, connection, &frame, effects),
            HubEvent::Disconnected { connection } => self.forget(connection),
            HubEvent::Loaded { document, found, claimant } => {
                self.loaded(now_ms, document, found, claimant, effects);
            }
            HubEvent::LoadFailed { document } => self.load_failed(now_ms, document, effects),
            HubEvent::GivenUp { document, vetting } => {
                self.give_up(now_ms, document, effects);
                if let Some(other) = self.at_work.take() {
                    self.give_up(now_ms, other, effects);
                }
                if let Some(vetting) = vetting {
                    self.turn_ended(now_ms, vetting, effects);
                }
            }
            HubEvent::Vetted { document, vetting, outcome } if self.is_opening(document, vetting) => {
                self.opened(now_ms, document, outcome, effects);
            }
            HubEvent::Vetted { document, vetting, outcome: Err(RefusalCode::Temporary) } => {
                let put_off =
                    self.documents.get_mut(&document).and_then(|active| active.vetting_put_off(vetting));
                if let Some((connection, what)) = put_off {
                    self.put_off(now_ms, connection, document, what, effects);
                }
                self.work(now_ms, document, effects);
                self.turn_ended(now_ms, vetting, effects);
            }
            HubEvent::Vetted { document, vetting, outcome } => {
                let vetted = self
                    .documents
                    .get_mut(&document)
                    .and_then(|active| active.vetted(document, vetting, outcome, &self.config.vouchers));
                if let Some((connection, principal, step)) = vetted {
                    self.take(now_ms, document, connection, &principal, step, effects);
                    self.work(now_ms, document, effects);
                }
                // Last: if anything panics, `GivenUp` makes up for it.
                self.turn_ended(now_ms, vetting, effects);
            }
            HubEvent::Committed { document, commit, seq } => {
                self.committed(now_ms, document, commit, seq, effects);
            }
            HubEvent::CommitFailed { document, commit } => {
                self.commit_failed(now_ms, document, commit, effects);
                self.work(now_ms, document, effects);
            }
            HubEvent::Erased { document, facts } => self.erased(now_ms, document, facts, effects),
            HubEvent::Congested { connection } => {
                if let Some(peer) = self.peers.get_mut(&connection) {
                    peer.is_congested = true;
                }
            }
            HubEvent::Relieved { connection } => {
                if let Some(peer) = self.peers.get_mut(&connection) {
                    peer.relieve(now_ms);
                }
                self.try_again(now_ms, effects);
            }
            HubEvent::LogRead { connection, page } => self.log_read(connection, page, effects),
            HubEvent::LogFailed { connection } => {
                if self.peers.contains_key(&connection) {
                    self.close(connection, CloseReason::TryLater, effects);
                }
            }
            HubEvent::LogAdvanced => self.log_advanced(effects),
            HubEvent::Tick => {
                self.drop_what_is_idle(now_ms);
                self.try_again(now_ms, effects);
            }
        }
    }

    /// Drops all peers and documents, after a panic that may have left anything half done: the peers connect anew
    /// and find in the storage what was acknowledged. Quotas hold, and answers to earlier questions find no one.
    pub fn start_anew(&mut self) {
        self.peers.clear();
        self.documents.clear();
        self.turns = Turns::new(self.config.limits.turns);
        self.at_work = None;
    }

    /// Handles what waits for a document, as far as it goes now.
    fn work(&mut self, now_ms: i64, document: DocumentId, effects: &mut Vec<HubEffect>) {
        let before = self.at_work.replace(document);
        self.work_off(now_ms, document, effects);
        self.at_work = before;
    }

    fn work_off(&mut self, now_ms: i64, document: DocumentId, effects: &mut Vec<HubEffect>) {
        let ephemerals = self.documents.get_mut(&document).map(Active::take_ephemerals);
        for message in ephemerals.unwrap_or_default() {
            self.relay(document, &message, effects);
        }
        self.bring_in(document, effects);
        loop {
            let Self { peers, turns, documents, config, .. } = self;
            let Some(active) = documents.get_mut(&document) else { return };
            let is_large = active.is_large(&config.limits);
            // Whose connection is gone waits for no turn.
            let has_turn = |incoming: &Incoming| {
                let peer = peers.get(&incoming.connection);
                peer.is_none_or(|peer| turns.is_free(&peer.principal, document, is_large))
            };
            let Some(incoming) = active.next(&config.limits, has_turn) else { break };
            let connection = incoming.connection;
            let Some(peer) = self.peers.get(&connection) else { continue };
            let principal = peer.principal.clone();
            active.touched_ms = now_ms;
            let left = self.quotas.left(now_ms, owner_of(&principal), &self.config.limits);
            let step = active.receive(document, peer, incoming, &self.config.limits, left);
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
            Step::OverQuota => self.put_off_until_tomorrow(now_ms, connection, document, effects),
            Step::Unavailable => self.unavailable(document, connection, effects),
            Step::Vet(job) => {
                let vetting = self.next_number();
                let Some(active) = self.documents.get_mut(&document) else { return };
                self.turns.begin(principal, vetting, active.is_large(&self.config.limits));
                active.vetting_as(vetting);
                effects.push(HubEffect::Vet { document, vetting, connection, job });
            }
            Step::Commit { before, facts, chunk, heads, chunk_is, receipt } => {
                let cost = Cost::new(owner_of(principal), before.as_ref(), facts.kind, chunk.len());
                let commit = self.next_number();
                let Some(active) = self.documents.get_mut(&document) else { return };
                active.committing_as(commit, cost, &self.memory.committing);
                if !self.quotas.take(now_ms, &cost, &self.config.limits) {
                    active.commit_failed(commit);
                    return self.put_off_until_tomorrow(now_ms, connection, document, effects);
                }
                let commit = Commit { document, commit, facts, chunk, heads, chunk_is, receipt };
                effects.push(HubEffect::Commit(commit));
            }
            Step::LoadClaimant(device) => {
                effects.push(HubEffect::Load { document, claimant: Some(device) });
            }
            Step::Refuse { code, bytes } => {
                let brought_by = Some(owner_of(principal));
                let quotas = &mut self.quotas;
                if let Some(bytes) = bytes.filter(|_| quotas.may_quarantine(now_ms, owner_of(principal))) {
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
        if let Some(turn) = active.turn {
            self.turn_ended(now_ms, turn.number, effects);
        }
    }

    /// A change could not be stored: whoever brought it is to bring it again.
    fn commit_failed(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        commit: u64,
        effects: &mut Vec<HubEffect>,
    ) {
        let failed = self.documents.get_mut(&document).and_then(|active| active.commit_failed(commit));
        if let Some(Failed { from, cost }) = failed {
            if let Some(cost) = cost {
                self.quotas.give_back(now_ms, &cost);
            }
            self.put_off(now_ms, from, document, PutOff::Changes, effects);
            if !self.documents.get(&document).is_some_and(Active::is_stored) {
                // Perhaps someone else has stored it meanwhile: what comes again is to find that.
                self.give_up(now_ms, document, effects);
            }
        }
    }

    /// A vetting has ended: whoever brought the message has a turn for what waited for one.
    fn turn_ended(&mut self, now_ms: i64, vetting: u64, effects: &mut Vec<HubEffect>) {
        if let Some(who) = self.turns.ended(vetting) {
            self.use_turns(now_ms, who, effects);
        }
    }

    /// Lets what waited for a turn of `who` go on, as far as there are any.
    fn use_turns(&mut self, now_ms: i64, who: DocumentId, effects: &mut Vec<HubEffect>) {
        while let Some(document) = self.turns.next(who) {
            self.work(now_ms, document, effects);
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
