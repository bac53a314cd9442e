//! Short-lived messages from peer to peer.

use super::{
    Hub, HubEffect,
    document::{Active, Phase},
};
use crate::{document::DocumentId, sync::message::Message};

impl Hub {
    /// Passes a short-lived message on to the peers in session about a document that they may read.
    #[expect(clippy::too_many_arguments, reason = "the fields of one message")]
    pub(super) fn relay(
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
}
