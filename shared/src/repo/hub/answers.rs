//! What the hub says about a document: sync messages, refusals, questions.

use automerge::{
    Automerge, ChangeHash,
    sync::{Have, Message as SyncMessage, State, SyncDoc as _},
};

use super::{
    Hub, HubEffect,
    document::{Active, Phase},
    incoming::Incoming,
    peer::{Peer, PutOff},
    quota,
};
use crate::{
    document::DocumentId,
    sync::{RefusalCode, message::Message, voucher},
};

/// After so many bytes the rest waits.
const MAX_SENT_AGAIN: usize = 4 << 20;

impl Hub {
    /// Sends the next sync message to one peer, if there is one and the peer may read.
    pub(super) fn answer(&mut self, document: DocumentId, connection: u64, effects: &mut Vec<HubEffect>) {
        let Some(peer) = self.peers.get(&connection) else { return };
        let Some(active) = self.documents.get_mut(&document) else { return };
        let Phase::Held(held) = &mut active.phase else { return };
        if held.may_read(&peer.principal) {
            self.send_next(document, connection, effects);
        } else {
            held.sessions.remove(&connection);
        }
    }

    pub(super) fn send_next(&mut self, document: DocumentId, connection: u64, effects: &mut Vec<HubEffect>) {
        let Some(Active { phase: Phase::Held(held), .. }) = self.documents.get_mut(&document) else { return };
        // What is not stored is only asked for: that takes little, and cannot be made up for by a request.
        let may_wait = held.is_stored();
        let Some(state) = held.sessions.get_mut(&connection) else { return };
        if let Some(peer) = self.peers.get_mut(&connection).filter(|peer| peer.is_congested && may_wait) {
            return peer.owe(document);
        }
        let asks_again = state.needs_reset;
        if let Some(message) = held.document.generate_sync_message(state) {
            let Some(peer) = self.peers.get_mut(&connection) else { return };
            if asks_again && !state.needs_reset {
                // A question with empty heads tells no one what is here.
                state.last_sent_heads.clone_from(&message.heads);
                peer.was_asked_again(document);
            }
            // Whoever gets the document may one day have to bring it back.
            let facts = held.facts.as_ref().filter(|_| !message.changes.is_empty());
            let voucher = facts.and_then(|facts| voucher::issue(&self.config.vouchers, document, facts));
            let Some(peer) = self.peers.get(&connection) else { return };
            effects.push(self.sync_message(connection, peer, document, message, voucher));
        }
    }

    /// Asks a peer for the whole document. It leaves out what a Bloom filter wrongly says to be here
    /// (one change in a hundred), and it would do so again.
    pub(super) fn ask_for_all(
        &mut self,
        document: DocumentId,
        connection: u64,
        effects: &mut Vec<HubEffect>,
    ) {
        let Some(peer) = self.peers.get(&connection) else { return };
        let Some(Active { phase: Phase::Held(held), .. }) = self.documents.get_mut(&document) else { return };
        let Some(state) = held.sessions.get_mut(&connection) else { return };
        // What it has sent already it is to send again.
        state.needs_reset = true;
        if let Some(message) = held.document.generate_sync_message(state) {
            state.last_sent_heads.clone_from(&message.heads);
            let message = SyncMessage { have: vec![Have::default()], need: Vec::new(), ..message };
            effects.push(self.sync_message(connection, peer, document, message, None));
        }
    }

    pub(super) fn sync_message(
        &self,
        connection: u64,
        peer: &Peer,
        document: DocumentId,
        message: SyncMessage,
        voucher: Option<Vec<u8>>,
    ) -> HubEffect {
        let message = Message::Sync {
            sender: self.config.peer.clone(),
            target: peer.name.clone().unwrap_or_default(),
            document,
            data: message.encode(),
            request: false,
            claim: None,
            voucher,
        };
        HubEffect::Send { connection, frame: message.encode() }
    }

    pub(super) fn unavailable(
        &mut self,
        document: DocumentId,
        connection: u64,
        effects: &mut Vec<HubEffect>,
    ) {
        let Some(peer) = self.peers.get(&connection) else { return };
        let message = Message::Unavailable {
            sender: self.config.peer.clone(),
            target: peer.name.clone().unwrap_or_default(),
            document,
        };
        effects.push(HubEffect::Send { connection, frame: message.encode() });
    }

    /// Tells a peer that nothing can be stored now.
    pub(super) fn put_off(
        &mut self,
        now_ms: i64,
        connection: u64,
        document: DocumentId,
        what: PutOff,
        effects: &mut Vec<HubEffect>,
    ) {
        self.refuse(connection, document, RefusalCode::Temporary, effects);
        let place = self.next_number();
        if let Some(peer) = self.peers.get_mut(&connection) {
            peer.note_put_off(now_ms, place, document, what);
        }
    }

    /// Tells a peer that nothing more of what it brings is stored today.
    pub(super) fn put_off_until_tomorrow(
        &mut self,
        now_ms: i64,
        connection: u64,
        document: DocumentId,
        effects: &mut Vec<HubEffect>,
    ) {
        let seconds = quota::ms_until_tomorrow(now_ms).unsigned_abs().div_ceil(1_000);
        self.refuse_for(Some(seconds), connection, document, RefusalCode::Temporary, effects);
        if let Some(peer) = self.peers.get_mut(&connection) {
            peer.note_over_quota(now_ms, document);
        }
    }

    /// Tries again what the storage was away for: a client that does not know our errors believes that
    /// it has sent or asked, and would wait for an answer for ever.
    pub(super) fn try_again(&mut self, now_ms: i64, effects: &mut Vec<HubEffect>) {
        let due: Vec<_> = self
            .peers
            .iter_mut()
            .map(|(connection, peer)| (*connection, peer.take_put_off(now_ms)))
            .filter(|(_, due)| !due.is_empty())
            .collect();
        for (connection, due) in due {
            let mut begun_at = effects.len();
            let mut sent = 0;
            for (document, what) in due {
                sent += effects[begun_at..].iter().map(HubEffect::frame_bytes).sum::<usize>();
                begun_at = effects.len();
                if sent > MAX_SENT_AGAIN {
                    // It goes on when these are taken.
                    let place = self.next_number();
                    if let Some(peer) = self.peers.get_mut(&connection) {
                        peer.note_put_off(now_ms, place, document, what);
                    }
                    continue;
                }
                // Whoever has nothing asks so; to one who has sent something, it says that all is lost.
                let question = Automerge::new().generate_sync_message(&mut State::new());
                let question = question.expect("a first message");
                let is_offered = |active: &Active| active.is_offered_by(connection);
                match what {
                    // It lacked the document and makes it now: told that no one has it, it would take that
                    // for the answer to what it has made.
                    PutOff::Request if self.documents.get(&document).is_some_and(is_offered) => {}
                    PutOff::Request => {
                        let request = Incoming::new(connection, question.encode(), None, None);
                        self.receive_sync(now_ms, document, request, effects);
                    }
                    PutOff::Changes => {
                        let Some(peer) = self.peers.get(&connection) else { continue };
                        effects.push(self.sync_message(connection, peer, document, question, None));
                    }
                }
            }
        }
    }

    /// Tells a peer that exactly what it has is durable, and nothing else: it may not read on.
    pub(super) fn confirm(
        &self,
        document: DocumentId,
        connection: u64,
        heads: Vec<ChangeHash>,
        effects: &mut Vec<HubEffect>,
    ) {
        let Some(peer) = self.peers.get(&connection) else { return };
        let empty = Automerge::new().generate_sync_message(&mut State::new()).expect("a first message");
        let message = SyncMessage { heads, have: Vec::new(), need: Vec::new(), ..empty };
        effects.push(self.sync_message(connection, peer, document, message, None));
    }

    pub(super) fn refuse(
        &self,
        connection: u64,
        document: DocumentId,
        code: RefusalCode,
        effects: &mut Vec<HubEffect>,
    ) {
        self.refuse_for(None, connection, document, code, effects);
    }

    /// Refuses something, for so many seconds if that is known.
    fn refuse_for(
        &self,
        retry_after_s: Option<u64>,
        connection: u64,
        document: DocumentId,
        code: RefusalCode,
        effects: &mut Vec<HubEffect>,
    ) {
        let Some(peer) = self.peers.get(&connection) else { return };
        let message = Message::Error {
            sender: self.config.peer.clone(),
            target: peer.name.clone().unwrap_or_default(),
            message: format!("refused: {}", code.name()),
            document: Some(document),
            code: Some(code.name().to_owned()),
            retry_after_s,
        };
        effects.push(HubEffect::Send { connection, frame: message.encode() });
    }
}
