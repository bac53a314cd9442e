//! Short-lived messages from peer to peer.

use super::{
    Hub, HubEffect,
    document::{Active, Ephemeral, Phase, Waiting},
};
use crate::{document::DocumentId, sync::message::Message};

impl Hub {
    /// Takes a short-lived message in. Whoever has not talked about the document causes nothing.
    pub(super) fn receive_ephemeral(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        message: Ephemeral,
        effects: &mut Vec<HubEffect>,
    ) {
        if self.peers.get(&message.connection).is_some_and(|peer| peer.talks_about(document)) {
            self.activate(now_ms, document, None, effects).queue(Waiting::Ephemeral(message));
            self.work(now_ms, document, effects);
        }
    }

    /// Passes it on to the peers that have talked about the document and may read it.
    pub(super) fn relay(&mut self, document: DocumentId, message: Ephemeral, effects: &mut Vec<HubEffect>) {
        let Some(Active { phase: Phase::Held(held), .. }) = self.documents.get_mut(&document) else { return };
        let Some(from) = self.peers.get(&message.connection) else { return };
        if !held.is_stored() || !held.may_read(&from.principal) {
            return;
        }
        // While they talk, the document stays in memory.
        held.sessions.entry(message.connection).or_default();
        let sender = from.name.clone().unwrap_or_default();
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
            effects.push(HubEffect::Send { connection: *connection, frame: message.encode() });
        }
    }
}
