//! The server's side: many peers, vetted changes, one truth.
//!
//! A document is loaded when someone asks for it and dropped when no one does. A change is
//! acknowledged only after the driver said that it is committed: until then it lives in a candidate
//! that no peer sees. While one is being committed, further messages about that document wait.

mod answers;
mod document;
mod event;
mod held;
mod log;
mod owning;
mod peer;
mod relay;
mod stranger;
mod telling;

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

pub use self::event::{CloseReason, Commit, Found, HubConfig, HubEffect, HubEvent, LogEntry, LogPage};
use self::{
    document::{Active, Ephemeral, Incoming, Step, Waiting},
    log::send_back_to_the_log,
    peer::{LogState, Peer, PutOff},
};

use crate::{
    document::DocumentId,
    sync::{
        RefusalCode,
        message::{Message, PROTOCOL_VERSION},
        share_policy::{Principal, owner_of},
    },
};

/// Entries of one page of the log.
const LOG_PAGE: usize = 500;

/// Milliseconds after which a document that no one talks about is dropped from memory.
const IDLE_MS: i64 = 60_000;

/// With more documents than this in memory, those that were not talked about for the longest time are
/// dropped down to half of it: many phones that hand over at once do not fill the memory.
const MAX_HELD: usize = 1_024;

/// See the module's documentation.
#[derive(Debug)]
pub struct Hub {
    config: HubConfig,
    peers: BTreeMap<u64, Peer>,
    documents: HashMap<DocumentId, Active>,
    /// With how many of them some are dropped.
    make_room_at: usize,
    /// Of the last vetting or commit.
    last_number: u64,
}

impl Hub {
    /// A hub without peers; it reads nothing before someone asks.
    pub fn new(config: HubConfig) -> Self {
        Self {
            config,
            peers: BTreeMap::new(),
            documents: HashMap::new(),
            make_room_at: MAX_HELD,
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
                    active.loaded(found, claimant, &mut effects, document);
                    self.work(now_ms, document, &mut effects);
                }
            }
            HubEvent::LoadFailed { document } => {
                if let Some(active) = self.documents.remove(&document) {
                    for (connection, what) in active.put_off() {
                        self.put_off(now_ms, connection, document, what, &mut effects);
                    }
                }
            }
            HubEvent::Vetted { document, vetting, outcome: Err(RefusalCode::Temporary) } => {
                let put_off =
                    self.documents.get_mut(&document).and_then(|active| active.vetting_put_off(vetting));
                if let Some(connection) = put_off {
                    self.put_off(now_ms, connection, document, PutOff::Changes, &mut effects);
                }
                self.work(now_ms, document, &mut effects);
            }
            HubEvent::Vetted { document, vetting, outcome } => {
                let vetted = self
                    .documents
                    .get_mut(&document)
                    .and_then(|active| active.vetted(document, vetting, outcome, &self.config.vouchers));
                if let Some((connection, principal, step)) = vetted {
                    self.take(document, connection, &principal, step, &mut effects);
                    self.work(now_ms, document, &mut effects);
                }
            }
            HubEvent::Committed { document, commit, seq } => {
                self.committed(now_ms, document, commit, seq, &mut effects);
            }
            HubEvent::CommitFailed { document, commit } => {
                let failed =
                    self.documents.get_mut(&document).and_then(|active| active.commit_failed(commit));
                if let Some(connection) = failed {
                    self.put_off(now_ms, connection, document, PutOff::Changes, &mut effects);
                }
                self.work(now_ms, document, &mut effects);
            }
            HubEvent::Erased { document } => self.erased(now_ms, document, &mut effects),
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
                self.documents.retain(|_, active| {
                    active.touched_ms = active.touched_ms.min(now_ms);
                    !active.is_idle_since(now_ms - IDLE_MS)
                });
                self.try_again(now_ms, &mut effects);
                self.make_room_at = MAX_HELD.max(self.documents.len());
            }
        }
        effects
    }

    fn forget(&mut self, connection: u64) {
        self.peers.remove(&connection);
        self.documents.retain(|_, active| {
            active.leave(connection);
            !active.is_abandoned()
        });
    }

    fn receive(&mut self, now_ms: i64, connection: u64, frame: &[u8], effects: &mut Vec<HubEffect>) {
        let Some(peer) = self.peers.get(&connection) else { return };
        if frame.len() > self.config.limits.frame {
            return self.close(connection, CloseReason::TooLarge, effects);
        }
        let Ok(message) = Message::decode(frame) else {
            return self.close(connection, CloseReason::NotOurProtocol, effects);
        };
        match (peer.name.clone(), message) {
            (None, Message::Join { sender, versions }) => self.join(connection, sender, &versions, effects),
            (Some(name), Message::Sync { sender, document, data, claim, voucher, .. }) if sender == name => {
                self.receive_sync(
                    now_ms,
                    document,
                    Incoming { connection, data: Arc::new(data), claim, voucher },
                    effects,
                );
            }
            (Some(name), Message::Ephemeral { sender, document, session, count, data, .. })
                if sender == name =>
            {
                let message = Ephemeral { connection, session, count, data };
                self.receive_ephemeral(now_ms, document, message, effects);
            }
            (Some(name), Message::Log { sender, after, .. }) if sender == name => {
                if let Some(peer) = self.peers.get_mut(&connection) {
                    peer.log = LogState::Reading { missed: false };
                    peer.reads_log = true;
                    effects.push(HubEffect::ReadLog { connection, after, limit: LOG_PAGE });
                }
            }
            (Some(name), Message::Leave { sender }) if sender == name => {
                self.close(connection, CloseReason::Left, effects);
            }
            (Some(name), Message::Unavailable { sender, .. }) if sender == name => {}
            (_, Message::Ignored { .. } | Message::Error { .. }) => {}
            // A first message that is no `join`, a second one, or a name that is not the session's.
            (_, _) => self.close(connection, CloseReason::NotOurProtocol, effects),
        }
    }

    fn join(&mut self, connection: u64, name: String, versions: &[String], effects: &mut Vec<HubEffect>) {
        if name.is_empty() || name.len() > 256 || !versions.iter().any(|version| version == PROTOCOL_VERSION)
        {
            return self.close(connection, CloseReason::NotOurProtocol, effects);
        }
        let Some(principal) = self.peers.get(&connection).map(|peer| peer.principal.clone()) else { return };
        let older: Vec<u64> = self
            .peers
            .iter()
            .filter(|(_, peer)| peer.name.as_deref() == Some(&name) && peer.principal == principal)
            .map(|(older, _)| *older)
            .collect();
        for older in older {
            self.close(older, CloseReason::Replaced, effects);
        }
        if let Some(peer) = self.peers.get_mut(&connection) {
            peer.name = Some(name.clone());
        }
        let answer = Message::Peer {
            sender: self.config.peer.clone(),
            target: name,
            incarnation: Some(self.config.incarnation.clone()),
        };
        effects.push(HubEffect::Send { connection, frame: answer.encode() });
    }

    fn receive_sync(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        incoming: Incoming,
        effects: &mut Vec<HubEffect>,
    ) {
        let connection = incoming.connection;
        let limit = self.config.limits.sessions;
        let Some(peer) = self.peers.get_mut(&connection) else { return };
        if !peer.may_talk_about(document, limit) {
            return self.refuse(connection, document, RefusalCode::TooLarge, effects);
        }
        let claimant = incoming.claim.as_ref().map(|claim| claim.device);
        let active = self.activate(now_ms, document, claimant, effects);
        if let Some(Waiting::Sync(incoming)) = active.queue(Waiting::Sync(incoming)) {
            return self.put_off(now_ms, connection, document, incoming.put_off(), effects);
        }
        self.work(now_ms, document, effects);
    }

    /// A document that someone talks about now; if it is not in memory, it is loaded.
    fn activate(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        claimant: Option<DocumentId>,
        effects: &mut Vec<HubEffect>,
    ) -> &mut Active {
        if self.documents.len() >= self.make_room_at {
            self.make_room();
        }
        let active = self.documents.entry(document).or_insert_with(|| {
            effects.push(HubEffect::Load { document, claimant });
            Active::loading(claimant)
        });
        active.touched_ms = now_ms;
        active
    }

    /// Drops documents about which nothing is under way, the oldest first.
    fn make_room(&mut self) {
        let mut idle: Vec<(i64, DocumentId)> = self
            .documents
            .iter()
            .filter(|(_, active)| active.is_idle_since(i64::MAX))
            .map(|(document, active)| (active.touched_ms, *document))
            .collect();
        idle.sort_unstable();
        let too_many = self.documents.len().saturating_sub(MAX_HELD / 2);
        for (_, document) in idle.into_iter().take(too_many) {
            self.documents.remove(&document);
        }
        // If all are in use, they are not looked through for each new one.
        self.make_room_at = MAX_HELD.max(self.documents.len() + MAX_HELD / 2);
    }

    /// Handles what waits for a document, as far as it goes now.
    fn work(&mut self, now_ms: i64, document: DocumentId, effects: &mut Vec<HubEffect>) {
        loop {
            let Some(active) = self.documents.get_mut(&document) else { return };
            let incoming = match active.next() {
                Some(Waiting::Sync(incoming)) => incoming,
                Some(Waiting::Ephemeral(message)) => {
                    self.relay(document, message, effects);
                    continue;
                }
                None => break,
            };
            let connection = incoming.connection;
            let Some(peer) = self.peers.get(&connection) else { continue };
            let principal = peer.principal.clone();
            active.touched_ms = now_ms;
            let step = active.receive(document, peer, incoming, &self.config.limits);
            self.take(document, connection, &principal, step, effects);
        }
        if self.documents.get(&document).is_some_and(Active::is_abandoned) {
            self.documents.remove(&document);
        }
    }

    /// Does what a message about a document has led to.
    fn take(
        &mut self,
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
                    peer.relayed(document);
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
                effects.push(HubEffect::Vet { document, vetting, connection, job });
            }
            Step::Commit { facts, chunk, heads, replaces, receipt } => {
                let commit = self.next_number();
                if let Some(active) = self.documents.get_mut(&document) {
                    active.committing_as(commit);
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

    fn next_number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }

    fn close(&mut self, connection: u64, reason: CloseReason, effects: &mut Vec<HubEffect>) {
        self.forget(connection);
        effects.push(HubEffect::Close { connection, reason });
    }
}

/// Whom a session belongs to decides what it may do; the name on the wire decides nothing.
fn may_make_anything(principal: &Principal) -> bool {
    crate::document::Kind::ALL.into_iter().any(|kind| crate::sync::share_policy::may_create(principal, kind))
}
