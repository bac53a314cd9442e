//! Telling peers what became durable, and what was erased.

use std::collections::BTreeSet;

use super::{
    CloseReason, Hub, HubEffect,
    document::{Active, Phase},
    log::send_back_to_the_log,
    peer::Peer,
    step::Done,
};
use crate::{
    document::DocumentId,
    sync::{
        RefusalCode,
        share_policy::{Access, Facts, access},
    },
};

impl Hub {
    pub(super) fn committed(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        commit: u64,
        seq: u64,
        effects: &mut Vec<HubEffect>,
    ) {
        let active = self.documents.get_mut(&document);
        let Some((active, done)) =
            active.and_then(|active| active.committed(commit).map(|done| (active, done)))
        else {
            // It was given up meanwhile: whoever reads the log finds it there, and it may be published.
            effects.push(HubEffect::Published);
            return self.log_advanced(effects);
        };
        let Done { from, arrived, facts, heads } = done;
        active.touched_ms = now_ms;
        if let Some(peer) = self.peers.get_mut(&from) {
            peer.was_served(document, arrived);
            if access(&peer.principal, &facts) == Access::None {
                peer.note_relayed(document);
            }
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
        self.tell_listeners(document, &facts, effects);
        self.work(now_ms, document, effects);
    }

    /// Sends a document to the plain clients that have talked about it and may read it: those whose
    /// session was dropped when it was unloaded, and those who asked for it before it came.
    fn tell_listeners(&mut self, document: DocumentId, facts: &Facts, effects: &mut Vec<HubEffect>) {
        let Some(Active { phase: Phase::Held(held), .. }) = self.documents.get_mut(&document) else { return };
        let listening: Vec<u64> = self
            .peers
            .iter()
            .filter(|(_, peer)| !peer.reads_log && peer.talks_about(document))
            .filter(|(_, peer)| access(&peer.principal, facts) != Access::None)
            .map(|(connection, _)| *connection)
            .filter(|connection| !held.sessions.contains_key(connection))
            .collect();
        for connection in &listening {
            let state = self.peers.get(connection).map(|peer| peer.first_state(document));
            held.sessions.insert(*connection, state.unwrap_or_default());
        }
        for connection in listening {
            self.send_next(document, connection, effects);
        }
    }

    /// Tells those in session about an erased document that it is, those who brought it for its maker, and plain
    /// clients that have talked about it and could see it; all others hear of it by the log. Who or which device was
    /// erased is let in no more.
    pub(super) fn erased(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        facts: Option<Facts>,
        effects: &mut Vec<HubEffect>,
    ) {
        let active = self.documents.get(&document);
        let facts = facts.or_else(|| active.and_then(Active::facts).cloned());
        let could_see =
            |peer: &Peer| facts.as_ref().is_some_and(|facts| access(&peer.principal, facts) != Access::None);
        let holds = |peer: &Peer| {
            peer.has_relayed(document) || (!peer.reads_log && peer.talks_about(document) && could_see(peer))
        };
        let told = self.peers.iter().filter(|(_, peer)| holds(peer));
        let mut holders: BTreeSet<u64> = told.map(|(connection, _)| *connection).collect();
        if let Some(active) = self.documents.get_mut(&document) {
            holders.extend(active.erased());
        }
        for connection in holders {
            self.refuse(connection, document, RefusalCode::Erased, effects);
        }
        self.work(now_ms, document, effects);
        for (connection, peer) in &mut self.peers {
            effects.extend(send_back_to_the_log(&self.config.peer, *connection, peer));
        }
        let belongs = |peer: &Peer| peer.principal.document() == document;
        let removed = self.peers.iter().filter(|(_, peer)| belongs(peer));
        for connection in removed.map(|(connection, _)| *connection).collect::<Vec<_>>() {
            self.close(connection, CloseReason::Removed, effects);
        }
    }
}
