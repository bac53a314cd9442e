//! The sessions with the server, one per document.

use automerge::{
    Automerge,
    sync::{Message as SyncMessage, State, SyncDoc},
};

use super::{Replica, ReplicaEffect, held::Held};
use crate::{
    document::{DocumentId, Head, heads, kind_of},
    sync::{claim::Claim, message::Message},
};

impl Replica {
    pub(super) fn want(&mut self, id: DocumentId) -> Option<ReplicaEffect> {
        let server = self.link.server()?.to_owned();
        let (document, mut state) = (Automerge::new(), State::new());
        let message = document.generate_sync_message(&mut state)?;
        self.wanted.insert(id, (document, state));
        Some(self.sync_message(&server, id, message, true, None))
    }

    /// Begins or goes on with the session about a document, if it may leave the phone.
    pub(super) fn offer(&mut self, id: DocumentId) -> Option<ReplicaEffect> {
        let server = self.link.server()?.to_owned();
        let held = self.documents.get_mut(&id)?;
        if held.pending.is_some() || held.refused.is_some() {
            return None;
        }
        let fresh = held.session.is_none();
        let state = held.session.get_or_insert_with(State::new);
        let message = held.document.generate_sync_message(state)?;
        let claim = held.claim.clone().filter(|_| fresh || held.acknowledged.is_empty());
        Some(self.sync_message(&server, id, message, false, claim))
    }

    pub(super) fn sync_message(
        &self,
        server: &str,
        document: DocumentId,
        message: SyncMessage,
        request: bool,
        claim: Option<Claim>,
    ) -> ReplicaEffect {
        let message = Message::Sync {
            sender: self.config.peer.clone(),
            target: server.to_owned(),
            document,
            data: message.encode(),
            request,
            claim,
        };
        ReplicaEffect::Send(message.encode())
    }

    pub(super) fn receive_sync(&mut self, id: DocumentId, data: &[u8]) -> Vec<ReplicaEffect> {
        let Ok(message) = SyncMessage::decode(data) else { return vec![ReplicaEffect::Close] };
        if let Some((document, state)) = self.wanted.get_mut(&id) {
            return match document.receive_sync_message(state, message) {
                Ok(()) => self.wanted_moved(id),
                Err(_) => vec![ReplicaEffect::Close],
            };
        }
        let Some(held) = self.documents.get_mut(&id) else { return Vec::new() };
        let before = heads(&held.document);
        let state = held.session.get_or_insert_with(State::new);
        if held.document.receive_sync_message(state, message).is_err() {
            return vec![ReplicaEffect::Close];
        }
        let their_heads: Vec<Head> = state.their_heads.iter().flatten().map(|head| head.0).collect();
        let now = heads(&held.document);
        let acknowledged = their_heads == now && held.acknowledge(their_heads);
        if now != before {
            // The log does not name it, because it came this way: a cursor must not pass it either.
            self.behind.entry(id).or_insert_with(|| now.clone());
        }
        let mut effects = if now != before || acknowledged { self.store(id) } else { Vec::new() };
        effects.extend(self.offer(id));
        effects.extend(self.caught_up(id));
        effects
    }

    /// A document that was asked for has come a step nearer; once it has content it is held.
    pub(super) fn wanted_moved(&mut self, id: DocumentId) -> Vec<ReplicaEffect> {
        let Some((document, mut state)) = self.wanted.remove(&id) else { return Vec::new() };
        let Some(kind) = kind_of(&document) else {
            let reply = document.generate_sync_message(&mut state);
            let effect = self
                .link
                .server()
                .map(str::to_owned)
                .zip(reply)
                .map(|(server, message)| self.sync_message(&server, id, message, true, None));
            self.wanted.insert(id, (document, state));
            return effect.into_iter().collect();
        };
        let server_heads = state.their_heads.iter().flatten().map(|head| head.0).collect();
        let mut held = Held::new(kind, None, document);
        held.session = Some(state);
        held.acknowledge(server_heads);
        self.documents.insert(id, held);
        self.store(id)
    }
}
