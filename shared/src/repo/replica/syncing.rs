//! The sessions with the server, one per document.

use automerge::{
    Automerge,
    sync::{Message as SyncMessage, State, SyncDoc},
};

use super::{Replica, ReplicaEffect, content::Content, held::Held};
use crate::{
    document::{DocumentId, Head, heads, kind_of},
    sync::message::Message,
};

impl Replica {
    pub(super) fn want(&mut self, id: DocumentId) -> Option<ReplicaEffect> {
        let server = self.link.server()?.to_owned();
        let (document, mut state) = (Automerge::new(), State::new());
        let message = document.generate_sync_message(&mut state)?;
        self.wanted.insert(id, (document, state));
        Some(self.request(&server, id, &message))
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
        let message = held.content.open().generate_sync_message(state)?;
        // What says whose it is, until the server has it; a restored one may lack it again.
        let claim = held.claim.clone().filter(|_| fresh || held.acknowledged.is_empty());
        let voucher = held.voucher.clone().filter(|_| held.acknowledged.is_empty());
        let message = Message::Sync {
            sender: self.config.peer.clone(),
            target: server,
            document: id,
            data: message.encode(),
            request: false,
            claim,
            voucher,
        };
        Some(ReplicaEffect::Send(message.encode()))
    }

    fn request(&self, server: &str, document: DocumentId, message: &SyncMessage) -> ReplicaEffect {
        let message = Message::Sync {
            sender: self.config.peer.clone(),
            target: server.to_owned(),
            document,
            data: message.clone().encode(),
            request: true,
            claim: None,
            voucher: None,
        };
        ReplicaEffect::Send(message.encode())
    }

    pub(super) fn receive_sync(
        &mut self,
        id: DocumentId,
        data: &[u8],
        voucher: Option<Vec<u8>>,
    ) -> Vec<ReplicaEffect> {
        let Ok(message) = SyncMessage::decode(data) else { return vec![ReplicaEffect::Close] };
        if let Some((document, state)) = self.wanted.get_mut(&id) {
            return match document.receive_sync_message(state, message) {
                Ok(()) => self.wanted_moved(id, voucher),
                Err(_) => vec![ReplicaEffect::Close],
            };
        }
        let Some(held) = self.documents.get_mut(&id) else { return Vec::new() };
        if voucher.is_some() {
            held.voucher = voucher;
        }
        let mut document = held.content.open();
        let brings_changes = !message.changes.is_empty();
        let state = held.session.get_or_insert_with(State::new);
        if document.receive_sync_message(state, message).is_err() {
            return vec![ReplicaEffect::Close];
        }
        let their_heads: Vec<Head> = state.their_heads.iter().flatten().map(|head| head.0).collect();
        let now = heads(&document);
        let has_news = now != held.content.heads();
        if brings_changes {
            // Also what waits in it for the changes that it depends on.
            let Ok(content) = Content::of(held.kind, &document) else { return vec![ReplicaEffect::Close] };
            held.content = content;
        }
        // Whoever has exactly this may no longer be said to have denied it.
        let acknowledged = their_heads == now && (held.acknowledge(their_heads) | held.take_denial());
        if has_news {
            // The log does not name it, because it came this way: a cursor must not pass it either.
            self.behind.entry(id).or_insert(now);
        }
        let mut effects = if has_news || acknowledged { self.store(id) } else { Vec::new() };
        effects.extend(self.offer(id));
        effects.extend(self.caught_up(id));
        effects
    }

    /// A document that was asked for has come a step nearer; once it has content it is held.
    pub(super) fn wanted_moved(&mut self, id: DocumentId, voucher: Option<Vec<u8>>) -> Vec<ReplicaEffect> {
        let Some((document, mut state)) = self.wanted.remove(&id) else { return Vec::new() };
        let Some(kind) = kind_of(&document) else {
            let reply = document.generate_sync_message(&mut state);
            let effect = self
                .link
                .server()
                .map(str::to_owned)
                .zip(reply)
                .map(|(server, message)| self.request(&server, id, &message));
            self.wanted.insert(id, (document, state));
            return effect.into_iter().collect();
        };
        let server_heads = state.their_heads.iter().flatten().map(|head| head.0).collect();
        let Ok(content) = Content::of(kind, &document) else { return vec![ReplicaEffect::Close] };
        let mut held = Held::new(kind, None, content);
        held.session = Some(state);
        held.voucher = voucher;
        held.acknowledge(server_heads);
        self.unreadable.remove(&id);
        self.documents.insert(id, held);
        self.store(id)
    }
}
