//! A program that knows nothing of ours: it speaks plain automerge-repo, keeps everything in memory, and
//! leaves unread what it does not know.

use super::wire::Wire;
use super::work::new_contact;
use automerge::sync::{Message as SyncMessage, State, SyncDoc as _};
use automerge::transaction::Transactable as _;
use automerge::{ActorId, Automerge, AutomergeError, ROOT};
use shared::document::{DocumentId, Kind, blank, contact};
use shared::repo::ReplicaEvent;
use shared::sync::message::Message;
use shared::sync::share_policy::Principal;
use std::collections::BTreeMap;
use tests::chance::Chance;

/// See the module's documentation.
pub(crate) struct Plain {
    pub(crate) principal: Principal,
    /// The connection that it believes to have.
    pub(crate) wire: Option<u64>,
    /// Whether it is out of reach of any network.
    pub(crate) cut_off: bool,
    /// What it has made or asked for; without changes while it has not come.
    pub(crate) documents: BTreeMap<DocumentId, Automerge>,
    name: String,
    outgoing: Vec<Vec<u8>>,
    sessions: BTreeMap<DocumentId, State>,
    joined: bool,
    /// Which of its lives this is; a new one has new actors.
    life: u8,
    number: u8,
}

impl Plain {
    pub(crate) fn new(number: u8, principal: Principal) -> Plain {
        Plain {
            principal,
            wire: None,
            cut_off: false,
            documents: BTreeMap::new(),
            name: format!("plain-{number}"),
            outgoing: Vec::new(),
            sessions: BTreeMap::new(),
            joined: false,
            life: 0,
            number,
        }
    }

    pub(crate) fn handle(&mut self, event: ReplicaEvent) {
        match event {
            ReplicaEvent::Opened => {
                let join = Message::Join { sender: self.name.clone(), versions: vec!["1".to_owned()] };
                self.outgoing.push(join.encode());
            }
            ReplicaEvent::Closed => {
                self.joined = false;
                self.sessions.clear();
            }
            ReplicaEvent::Received(frame) => self.receive(&frame),
            ReplicaEvent::Stored { .. } | ReplicaEvent::StoreFailed { .. } | ReplicaEvent::Woken => {}
        }
    }

    fn receive(&mut self, frame: &[u8]) {
        match Message::decode(frame).expect("the server sends messages") {
            Message::Peer { .. } => {
                self.joined = true;
                let all: Vec<DocumentId> = self.documents.keys().copied().collect();
                all.into_iter().for_each(|document| self.talk(document));
            }
            Message::Sync { document, data, .. } => {
                let Some(here) = self.documents.get_mut(&document) else { return };
                let message = SyncMessage::decode(&data).expect("the server sends sync messages");
                let state = self.sessions.entry(document).or_default();
                here.receive_sync_message(state, message).expect("what is vetted can be received");
                self.talk(document);
            }
            _ => {}
        }
    }

    /// Says what is to be said about a document.
    fn talk(&mut self, document: DocumentId) {
        let Some(here) = self.documents.get(&document).filter(|_| self.joined) else { return };
        let state = self.sessions.entry(document).or_default();
        let Some(message) = here.generate_sync_message(state) else { return };
        let sync = Message::Sync {
            sender: self.name.clone(),
            target: "server".into(),
            document,
            data: message.encode(),
            request: here.get_heads().is_empty(),
            claim: None,
            voucher: None,
        };
        self.outgoing.push(sync.encode());
    }

    /// Does one thing; `known` are the documents of which a person could tell it.
    pub(crate) fn work(&mut self, known: &[DocumentId], chance: &mut Chance) {
        match (self.principal.clone(), chance.below(3)) {
            (Principal::Device { device, market }, 0) => {
                let document = DocumentId::from_bytes(chance.bytes());
                let mut made = blank(Kind::Contact);
                made.set_actor(self.actor());
                let contact = new_contact(market, device, chance);
                made.transact::<_, _, AutomergeError>(|tx| contact::fill(tx, &contact)).expect("fills");
                self.documents.insert(document, made);
                self.talk(document);
            }
            (Principal::Organiser { .. }, 0) => {
                if let Some(document) = chance.pick(known)
                    && !self.documents.contains_key(document)
                {
                    self.documents.insert(*document, Automerge::new());
                    self.talk(*document);
                }
            }
            (_, _) => self.change_one(chance),
        }
    }

    fn change_one(&mut self, chance: &mut Chance) {
        let is_contact = |here: &Automerge| shared::document::kind_of(here) == Some(Kind::Contact);
        let here = self.documents.iter().filter(|(_, here)| is_contact(here));
        let here: Vec<DocumentId> = here.map(|(document, _)| *document).collect();
        let Some(document) = chance.pick(&here).copied() else { return };
        let (actor, language) = (self.actor(), chance.number().to_string());
        let changed = self.documents.get_mut(&document).expect("picked");
        changed.set_actor(actor);
        let change = changed.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "language", language));
        change.expect("changes");
        self.talk(document);
    }

    fn actor(&self) -> ActorId {
        ActorId::from([self.number, self.life, 0, 1])
    }

    /// It ends, and all that it had is gone.
    pub(crate) fn crash(&mut self) {
        *self = Plain {
            life: self.life + 1,
            cut_off: self.cut_off,
            ..Plain::new(self.number, self.principal.clone())
        };
    }

    /// Puts on the wire what it sends.
    pub(crate) fn send(&mut self, wire: Option<&mut Wire>) {
        let frames = std::mem::take(&mut self.outgoing);
        if let Some(wire) = wire {
            frames.into_iter().for_each(|frame| wire.send_up(frame));
        }
    }
}
