//! The server's side: many peers, vetted changes, one truth.
//!
//! A document is loaded when someone asks for it and dropped when no one does. A change is
//! acknowledged only after the driver said that it is committed: until then it lives in a candidate
//! that no peer sees. While one is being committed, further messages about that document wait.

mod document;
mod event;
mod peer;

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use automerge::{
    Automerge,
    sync::{Have, Message as SyncMessage, State, SyncDoc as _},
};

pub use self::event::{CloseReason, Commit, Found, HubConfig, HubEffect, HubEvent, LogEntry, LogPage};
use self::{
    document::{Active, Incoming, Phase, Step},
    peer::{LogState, Peer},
};
use crate::{
    document::{DocumentId, Head},
    sync::{
        RefusalCode,
        message::{Message, PROTOCOL_VERSION},
        share_policy::{Access, Facts, Principal, access, owner_of},
    },
};

/// Entries of one page of the log.
const LOG_PAGE: usize = 500;

/// Milliseconds after which a document that no one talks about is dropped from memory.
const IDLE_MS: i64 = 60_000;

/// See the module's documentation.
#[derive(Debug)]
pub struct Hub {
    config: HubConfig,
    peers: BTreeMap<u64, Peer>,
    documents: HashMap<DocumentId, Active>,
    /// Of the last vetting or commit.
    last_number: u64,
}

impl Hub {
    /// A hub without peers; it reads nothing before someone asks.
    pub fn new(config: HubConfig) -> Self {
        Self { config, peers: BTreeMap::new(), documents: HashMap::new(), last_number: 0 }
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
                    for connection in active.waiting_connections() {
                        self.put_off(now_ms, connection, document, &mut effects);
                    }
                }
            }
            HubEvent::Vetted { document, vetting, outcome: Err(RefusalCode::Temporary) } => {
                let put_off =
                    self.documents.get_mut(&document).and_then(|active| active.vetting_put_off(vetting));
                if let Some(connection) = put_off {
                    self.put_off(now_ms, connection, document, &mut effects);
                }
                self.work(now_ms, document, &mut effects);
            }
            HubEvent::Vetted { document, vetting, outcome } => {
                let vetted = self
                    .documents
                    .get_mut(&document)
                    .and_then(|active| active.vetted(document, vetting, outcome));
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
                    self.put_off(now_ms, connection, document, &mut effects);
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
                self.documents.retain(|_, active| !active.is_idle_since(now_ms - IDLE_MS));
                self.ask_again(now_ms, &mut effects);
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
            (Some(name), Message::Sync { sender, document, data, claim, .. }) if sender == name => {
                self.receive_sync(
                    now_ms,
                    document,
                    Incoming { connection, data: Arc::new(data), claim },
                    effects,
                );
            }
            (Some(name), Message::Ephemeral { sender, document, session, count, data, .. })
                if sender == name =>
            {
                self.relay(connection, name, document, &session, count, &data, effects);
            }
            (Some(name), Message::Log { sender, after, .. }) if sender == name => {
                if let Some(peer) = self.peers.get_mut(&connection) {
                    peer.log = LogState::Reading { missed: false };
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
        let active = self.documents.entry(document).or_insert_with(|| {
            let claimant = incoming.claim.as_ref().map(|claim| claim.device);
            effects.push(HubEffect::Load { document, claimant });
            Active::loading(claimant)
        });
        active.touched_ms = now_ms;
        active.queue(incoming);
        self.work(now_ms, document, effects);
    }

    /// Handles what waits for a document, as far as it goes now.
    fn work(&mut self, now_ms: i64, document: DocumentId, effects: &mut Vec<HubEffect>) {
        loop {
            let Some(active) = self.documents.get_mut(&document) else { return };
            let Some(incoming) = active.next() else { break };
            let connection = incoming.connection;
            let Some(peer) = self.peers.get(&connection) else { continue };
            let principal = peer.principal.clone();
            active.touched_ms = now_ms;
            let step = active.receive(&principal, incoming, &self.config.limits);
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
            Step::AskForAll => self.ask_for_all(document, connection, effects),
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

    /// Sends the next sync message to one peer, if there is one and the peer may read.
    fn answer(&mut self, document: DocumentId, connection: u64, effects: &mut Vec<HubEffect>) {
        let Some(peer) = self.peers.get(&connection) else { return };
        let Some(active) = self.documents.get_mut(&document) else { return };
        let Phase::Held(held) = &mut active.phase else { return };
        if held.may_read(&peer.principal) {
            self.send_next(document, connection, effects);
        } else {
            held.sessions.remove(&connection);
        }
    }

    fn send_next(&mut self, document: DocumentId, connection: u64, effects: &mut Vec<HubEffect>) {
        let Some(peer) = self.peers.get(&connection) else { return };
        let Some(Active { phase: Phase::Held(held), .. }) = self.documents.get_mut(&document) else { return };
        let Some(state) = held.sessions.get_mut(&connection) else { return };
        if let Some(message) = held.document.generate_sync_message(state) {
            effects.push(self.sync_message(connection, peer, document, message));
        }
    }

    /// Asks a peer for the whole document. It leaves out what a Bloom filter wrongly says to be here
    /// (one change in a hundred), and it would do so again.
    fn ask_for_all(&mut self, document: DocumentId, connection: u64, effects: &mut Vec<HubEffect>) {
        let Some(peer) = self.peers.get(&connection) else { return };
        let Some(Active { phase: Phase::Held(held), .. }) = self.documents.get_mut(&document) else { return };
        let Some(state) = held.sessions.get_mut(&connection) else { return };
        // What it has sent already it is to send again.
        state.needs_reset = true;
        if let Some(message) = held.document.generate_sync_message(state) {
            let message = SyncMessage { have: vec![Have::default()], need: Vec::new(), ..message };
            effects.push(self.sync_message(connection, peer, document, message));
        }
    }

    fn sync_message(
        &self,
        connection: u64,
        peer: &Peer,
        document: DocumentId,
        message: SyncMessage,
    ) -> HubEffect {
        let message = Message::Sync {
            sender: self.config.peer.clone(),
            target: peer.name.clone().unwrap_or_default(),
            document,
            data: message.encode(),
            request: false,
            claim: None,
        };
        HubEffect::Send { connection, frame: message.encode() }
    }

    fn unavailable(&mut self, document: DocumentId, connection: u64, effects: &mut Vec<HubEffect>) {
        let Some(peer) = self.peers.get_mut(&connection) else { return };
        peer.wish(document);
        let message = Message::Unavailable {
            sender: self.config.peer.clone(),
            target: peer.name.clone().unwrap_or_default(),
            document,
        };
        effects.push(HubEffect::Send { connection, frame: message.encode() });
    }

    /// Tells a peer that nothing can be stored now.
    fn put_off(&mut self, now_ms: i64, connection: u64, document: DocumentId, effects: &mut Vec<HubEffect>) {
        self.refuse(connection, document, RefusalCode::Temporary, effects);
        if let Some(peer) = self.peers.get_mut(&connection) {
            peer.put_off(now_ms, document);
        }
    }

    /// Asks peers for what could not be stored: a client that does not know our errors believes that
    /// it has sent it, and would wait for an answer for ever.
    fn ask_again(&mut self, now_ms: i64, effects: &mut Vec<HubEffect>) {
        for (connection, peer) in &mut self.peers {
            for document in peer.take_put_off(now_ms) {
                // Empty heads say that what was sent before is lost.
                let question = Automerge::new().generate_sync_message(&mut State::new());
                let message = Message::Sync {
                    sender: self.config.peer.clone(),
                    target: peer.name.clone().unwrap_or_default(),
                    document,
                    data: question.expect("a first message").encode(),
                    request: false,
                    claim: None,
                };
                effects.push(HubEffect::Send { connection: *connection, frame: message.encode() });
            }
        }
    }

    fn refuse(&self, connection: u64, document: DocumentId, code: RefusalCode, effects: &mut Vec<HubEffect>) {
        let Some(peer) = self.peers.get(&connection) else { return };
        let message = Message::Error {
            sender: self.config.peer.clone(),
            target: peer.name.clone().unwrap_or_default(),
            message: format!("refused: {}", code.name()),
            document: Some(document),
            code: Some(code.name().to_owned()),
        };
        effects.push(HubEffect::Send { connection, frame: message.encode() });
    }

    fn committed(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        commit: u64,
        seq: u64,
        effects: &mut Vec<HubEffect>,
    ) {
        let Some(active) = self.documents.get_mut(&document) else { return };
        let Some((from, facts, heads)) = active.committed(commit) else { return };
        active.touched_ms = now_ms;
        if let Some(peer) = self.peers.get_mut(&from) {
            peer.was_served(document);
        }
        if facts.kind.is_some_and(crate::document::Kind::is_published) {
            effects.push(HubEffect::Published);
        }
        let in_session = active.connections();
        // Whoever brought the change hears that it is durable, even if it may not read on: it has
        // nothing that it did not send. That is how a colleague's phone relays.
        self.send_next(document, from, effects);
        for connection in &in_session {
            self.answer(document, *connection, effects);
        }
        self.announce(document, &facts, &heads, seq, &in_session, effects);
        self.fulfil_wishes(document, &facts, effects);
        self.work(now_ms, document, effects);
    }

    /// Gives a document to those who asked for it before it came, if they may read it.
    fn fulfil_wishes(&mut self, document: DocumentId, facts: &Facts, effects: &mut Vec<HubEffect>) {
        let wishing: Vec<u64> = self
            .peers
            .iter_mut()
            .filter_map(|(connection, peer)| {
                let granted = access(&peer.principal, facts) != Access::None && peer.take_wish(document);
                granted.then_some(*connection)
            })
            .collect();
        let Some(Active { phase: Phase::Held(held), .. }) = self.documents.get_mut(&document) else { return };
        for connection in &wishing {
            held.sessions.entry(*connection).or_default();
        }
        for connection in wishing {
            self.send_next(document, connection, effects);
        }
    }

    /// Tells those in session about an erased document that it is, and all others by the log.
    fn erased(&mut self, now_ms: i64, document: DocumentId, effects: &mut Vec<HubEffect>) {
        if let Some(active) = self.documents.get_mut(&document) {
            for connection in active.erased() {
                self.refuse(connection, document, RefusalCode::Erased, effects);
            }
            self.work(now_ms, document, effects);
        }
        for (connection, peer) in &mut self.peers {
            effects.extend(send_back_to_the_log(&self.config.peer, *connection, peer));
        }
    }

    /// Tells those who read the log to its end, and have no session about the document anyway.
    fn announce(
        &mut self,
        document: DocumentId,
        facts: &Facts,
        heads: &[Head],
        seq: u64,
        in_session: &[u64],
        effects: &mut Vec<HubEffect>,
    ) {
        for (connection, peer) in &mut self.peers {
            match &mut peer.log {
                LogState::Off => {}
                LogState::Reading { missed } => *missed = true,
                LogState::Live { cursor } if *cursor + 1 != seq => {
                    // Others write to the storage too: something came between.
                    effects.extend(send_back_to_the_log(&self.config.peer, *connection, peer));
                }
                LogState::Live { cursor } => {
                    *cursor = seq;
                    if in_session.contains(connection) || access(&peer.principal, facts) == Access::None {
                        continue;
                    }
                    let page = Message::LogPage {
                        sender: self.config.peer.clone(),
                        target: peer.name.clone().unwrap_or_default(),
                        entries: vec![(document, heads.to_vec())],
                        cursor: seq,
                        more: false,
                    };
                    effects.push(HubEffect::Send { connection: *connection, frame: page.encode() });
                }
            }
        }
    }

    fn log_read(&mut self, connection: u64, page: LogPage, effects: &mut Vec<HubEffect>) {
        let Some(peer) = self.peers.get_mut(&connection) else { return };
        let LogState::Reading { missed } = peer.log else { return };
        let more = page.more || missed;
        peer.log = if more { LogState::Off } else { LogState::Live { cursor: page.cursor } };
        let entries = page
            .entries
            .into_iter()
            .filter(|entry| access(&peer.principal, &entry.facts) != Access::None)
            .map(|entry| (entry.document, entry.heads))
            .collect();
        let page = Message::LogPage {
            sender: self.config.peer.clone(),
            target: peer.name.clone().unwrap_or_default(),
            entries,
            cursor: page.cursor,
            more,
        };
        effects.push(HubEffect::Send { connection, frame: page.encode() });
    }

    /// Passes a short-lived message on to the peers in session about a document that they may read.
    #[expect(clippy::too_many_arguments, reason = "the fields of one message")]
    fn relay(
        &self,
        from: u64,
        name: String,
        document: DocumentId,
        session: &str,
        count: u64,
        data: &[u8],
        effects: &mut Vec<HubEffect>,
    ) {
        let Some(Active { phase: Phase::Held(held), .. }) = self.documents.get(&document) else { return };
        if !held.sessions.contains_key(&from) {
            return;
        }
        for connection in held.sessions.keys().filter(|connection| **connection != from) {
            let Some(peer) = self.peers.get(connection) else { continue };
            if !held.may_read(&peer.principal) {
                continue;
            }
            let message = Message::Ephemeral {
                sender: name.clone(),
                target: peer.name.clone().unwrap_or_default(),
                document,
                session: session.to_owned(),
                count,
                data: data.to_vec(),
            };
            effects.push(HubEffect::Send { connection: *connection, frame: message.encode() });
        }
    }

    fn close(&mut self, connection: u64, reason: CloseReason, effects: &mut Vec<HubEffect>) {
        self.forget(connection);
        effects.push(HubEffect::Close { connection, reason });
    }
}

/// Tells a peer that there is more in the log than it was told of; it will read on from its cursor.
fn send_back_to_the_log(server: &str, connection: u64, peer: &mut Peer) -> Option<HubEffect> {
    match &mut peer.log {
        LogState::Off => None,
        LogState::Reading { missed } => {
            *missed = true;
            None
        }
        LogState::Live { cursor } => {
            let page = Message::LogPage {
                sender: server.to_owned(),
                target: peer.name.clone().unwrap_or_default(),
                entries: Vec::new(),
                cursor: *cursor,
                more: true,
            };
            peer.log = LogState::Off;
            Some(HubEffect::Send { connection, frame: page.encode() })
        }
    }
}

/// Whom a session belongs to decides what it may do; the name on the wire decides nothing.
fn may_make_anything(principal: &Principal) -> bool {
    crate::document::Kind::ALL.into_iter().any(|kind| crate::sync::share_policy::may_create(principal, kind))
}
