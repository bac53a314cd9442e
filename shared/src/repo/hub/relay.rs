//! Short-lived messages from peer to peer. They may be lost, and are, rather than cost others anything.

use super::{
    Hub, HubEffect,
    document::{Active, Phase},
    incoming::Ephemeral,
};
use crate::{document::DocumentId, sync::message::Message};

/// A longer one is not passed on.
const MAX_BYTES: usize = 64 << 10;

/// What one connection may cause at once to be sent, and each second, in bytes to all who get it.
const BURST: i64 = 1 << 20;
const PER_SECOND: i64 = 256 << 10;

/// What a message costs beside its data, about.
const OVERHEAD: i64 = 256;

/// What a connection may still cause to be sent; below zero after one that was sent to many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Allowance {
    bytes: i64,
    at_ms: i64,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { bytes: BURST, at_ms: 0 }
    }
}

impl Allowance {
    /// Whether there is any left.
    fn is_left(&mut self, now_ms: i64) -> bool {
        // A clock that was set back gives nothing and takes nothing.
        let passed_ms = (now_ms - self.at_ms).clamp(0, 1_000_000);
        self.at_ms = now_ms;
        self.bytes = (self.bytes + passed_ms * PER_SECOND / 1_000).min(BURST);
        self.bytes > 0
    }

    fn spend(&mut self, data: &[u8], receivers: usize) {
        let bytes = data.len() as i64 + OVERHEAD;
        self.bytes -= bytes * receivers as i64;
    }
}

impl Hub {
    /// Takes a short-lived message in. Whoever has not talked about the document causes nothing.
    pub(super) fn receive_ephemeral(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        message: Ephemeral,
        effects: &mut Vec<HubEffect>,
    ) {
        let Some(peer) = self.peers.get_mut(&message.connection) else { return };
        if !peer.talks_about(document) || message.data.len() > MAX_BYTES || !peer.allowance.is_left(now_ms) {
            return;
        }
        peer.allowance.spend(&message.data, 1);
        let active = self.activate(now_ms, document, None, effects);
        match active.phase {
            Phase::Held(_) => self.relay(document, &message, effects),
            Phase::Loading | Phase::Opening(_) => active.relay_once_loaded(message),
            Phase::Outside(..) | Phase::Erased(_) | Phase::Damaged(_) => {}
        }
    }

    /// Passes it on to the peers that have talked about the document and may read it.
    pub(super) fn relay(&mut self, document: DocumentId, message: &Ephemeral, effects: &mut Vec<HubEffect>) {
        let Some(Active { phase: Phase::Held(held), .. }) = self.documents.get_mut(&document) else { return };
        let Some(from) = self.peers.get(&message.connection) else { return };
        if !held.is_stored() || !held.may_read(&from.principal) {
            return;
        }
        // While they talk, the document stays in memory.
        held.sessions.entry(message.connection).or_insert_with(|| from.first_state(document));
        let sender = from.name.clone().unwrap_or_default();
        let mut receivers = 0;
        for (connection, peer) in &self.peers {
            if *connection == message.connection
                || !peer.talks_about(document)
                || !held.may_read(&peer.principal)
            {
                continue;
            }
            let message = Message::Ephemeral {
                sender: sender.clone(),
                target: peer.name.clone().unwrap_or_default(),
                document,
                session: message.session.clone(),
                count: message.count,
                data: message.data.clone(),
            };
            receivers += 1;
            effects.push(HubEffect::SendIfIdle { connection: *connection, frame: message.encode() });
        }
        if let Some(from) = self.peers.get_mut(&message.connection) {
            from.allowance.spend(&message.data, receivers);
        }
    }
}
