//! Frames of peers, and what they are about.

use super::{
    CloseReason, Hub, HubEffect,
    incoming::{Ephemeral, Incoming, Load},
    peer::Peer,
};
use crate::{
    document::DocumentId,
    sync::message::{Message, PROTOCOL_VERSION},
};

/// What a message costs beside its data, about.
const OVERHEAD: usize = 512;

/// A peer of which no more is held than this part of what it may is let in even while too much is held of all:
/// whoever fills the memory keeps no one else out.
const LITTLE: usize = 128;

impl Hub {
    pub(super) fn forget(&mut self, connection: u64) {
        self.peers.remove(&connection);
        self.documents.retain(|_, active| {
            active.leave(connection);
            !active.is_abandoned()
        });
    }

    pub(super) fn receive(
        &mut self,
        now_ms: i64,
        connection: u64,
        frame: &[u8],
        effects: &mut Vec<HubEffect>,
    ) {
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
                let incoming = Incoming::new(connection, data, claim, voucher);
                self.receive_sync(now_ms, document, incoming, effects);
            }
            (Some(name), Message::Ephemeral { sender, document, session, count, data, .. })
                if sender == name =>
            {
                let message = Ephemeral { connection, session, count, data };
                self.receive_ephemeral(now_ms, document, message, effects);
            }
            (Some(name), Message::Log { sender, after, .. }) if sender == name => {
                self.receive_log(connection, after, effects);
            }
            (Some(name), Message::Leave { sender }) if sender == name => {
                self.close(connection, CloseReason::Left, effects);
            }
            (Some(name), Message::Unavailable { sender, .. }) if sender == name => {}
            // The official client passes on what it hears, to whoever it hears it from too. All who may hear it
            // have it already.
            (Some(_), Message::Ephemeral { .. }) => {}
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
        let same = |peer: &Peer| peer.name.as_deref() == Some(&name) && peer.principal == principal;
        let others = self.peers.iter().filter(|(_, peer)| same(peer)).map(|(other, _)| *other);
        let others: Vec<u64> = others.collect();
        // What an old connection has sent may arrive after what a newer one has.
        if others.iter().any(|other| *other > connection) {
            return self.close(connection, CloseReason::Replaced, effects);
        }
        for older in others {
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

    pub(super) fn receive_sync(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        mut incoming: Incoming,
        effects: &mut Vec<HubEffect>,
    ) {
        let connection = incoming.connection;
        incoming.arrived = self.next_number();
        let limits = &self.config.limits;
        let Some(peer) = self.peers.get_mut(&connection) else { return };
        peer.note_topic(document, limits.topics);
        let of_one = peer.held.bytes();
        let is_too_much = self.waiting.bytes() > limits.waiting && of_one > limits.waiting_of_one / LITTLE;
        if of_one > limits.waiting_of_one || is_too_much {
            return self.put_off(now_ms, connection, document, incoming.what_is_put_off(), effects);
        }
        incoming.is_held(Load::new(incoming.data.len() + OVERHEAD, [&peer.held, &self.waiting]));
        let claimant = incoming.claim.as_ref().map(|claim| claim.device);
        self.activate(now_ms, document, claimant, effects).queue(incoming);
        self.work(now_ms, document, effects);
    }
}
