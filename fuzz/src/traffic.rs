//! Real traffic to begin with: a small market day with phones, a laptop and a server, recorded, and what the
//! official client sends.

use crate::recorded;
use automerge::transaction::{Transactable as _, Transaction};
use automerge::{AutomergeError, ROOT};
use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use serde_json::json;
use shared::document::contact::{self, Consent, Entered, NewContact, SealedPart, Topic, Wish};
use shared::document::{DocumentId, Kind, MarketKey, tally, tree};
use shared::repo::{Claimant, HubEvent, ReplicaEvent};
use shared::sync::claim::Claim;
use shared::sync::message::Message;
use shared::sync::share_policy::Principal;
use shared::testing::{Committed, MemoryPhone, MemoryServer};
use std::collections::BTreeMap;

/// What was recorded.
pub struct Traffic {
    /// Frames to the server.
    pub up: Vec<Sent>,
    /// Frames of both directions.
    pub frames: Vec<Vec<u8>>,
    /// Chunks of Automerge: changes and whole documents.
    pub chunks: Vec<Vec<u8>>,
    /// What the server had stored, at many moments from the beginning on.
    pub moments: Vec<BTreeMap<DocumentId, Committed>>,
    /// The devices that sign claims.
    pub devices: BTreeMap<DocumentId, Claimant>,
}

/// A frame to the server.
#[derive(Clone)]
pub struct Sent {
    /// Whose it was.
    pub principal: Principal,
    /// The last of [`Traffic::moments`] before it.
    pub moment: usize,
    /// Its bytes.
    pub frame: Vec<u8>,
}

struct Day {
    traffic: Traffic,
    server: MemoryServer,
    peers: Vec<(u64, Principal, MemoryPhone)>,
    key: SigningKey,
}

pub(crate) fn id(byte: u8) -> DocumentId {
    DocumentId::from_bytes([byte; 16])
}

fn market() -> MarketKey {
    MarketKey::new("pankow-2026", "2026-05-23").expect("a market's key")
}

/// A phone of this market.
pub(crate) fn device(device: DocumentId) -> Principal {
    Principal::Device { device, market: market() }
}

/// Records a market day.
pub fn record() -> Traffic {
    let key = SigningKey::from_slice(&[7; 32]).expect("a scalar");
    let mut server = MemoryServer::new();
    let public_key = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
    server.devices.insert(id(201), Claimant { public_key, market: market().to_string() });
    let traffic = Traffic {
        up: Vec::new(),
        frames: Vec::new(),
        chunks: Vec::new(),
        moments: vec![BTreeMap::new()],
        devices: server.devices.clone(),
    };
    let peers = vec![
        (1, device(id(201)), MemoryPhone::new("phone", 1)),
        (2, device(id(202)), MemoryPhone::new("other phone", 2)),
        (3, Principal::Organiser { member: id(203) }, MemoryPhone::new("laptop", 3)),
    ];
    let mut day = Day { traffic, server, peers, key };
    day.work_offline();
    day.meet();
    day.work_online();
    day.finish()
}

impl Day {
    fn work_offline(&mut self) {
        for number in 1..4 {
            let document = id(number);
            let claim = self.sign(document);
            let contact = new_contact(number);
            let made = self.peers[0]
                .2
                .replica
                .create(document, Kind::Contact, Some(claim), |tx| contact::fill(tx, &contact));
            self.peers[0].2.perform(made.expect("a new id"));
        }
        let counted = DocumentId::tally(id(202), &market());
        self.make(1, counted, Kind::Tally, |tx| tally::fill(tx, id(202), &market()));
        self.make(1, id(9), Kind::Feedback, |tx| tx.put(ROOT, "language", "de"));
        let content = json!({ "date": "2026-05-23", "title": { "de": "Markt", "en": "Market" },
            "stands": [{ "id": "a", "x": 1, "y": 2 }, { "id": "b", "x": 3, "y": 4 }] });
        self.make(2, DocumentId::market(&market()), Kind::Market, |tx| {
            tree::write(tx, &[("season", "pankow-2026"), ("market", market().as_str())], &content)
        });
    }

    fn work_online(&mut self) {
        for round in 0..20_u8 {
            self.change(0, id(1), |tx| {
                contact::add_part(tx, &round.to_string(), &sealed_part("note", round))
            });
            self.change(1, DocumentId::tally(id(202), &market()), |tx| tally::count_question(tx, 1));
            self.change(2, id(2), |tx| contact::set_due(tx, Some(&format!("2026-06-{round:02}"))));
            self.change(2, id(3), |tx| contact::mark_opened(tx, &format!("member {round}"), 5));
            self.settle();
        }
    }

    fn make(
        &mut self,
        peer: usize,
        document: DocumentId,
        kind: Kind,
        fill: impl FnOnce(&mut Transaction<'_>) -> Result<(), AutomergeError>,
    ) {
        let made = self.peers[peer].2.replica.create(document, kind, None, fill);
        self.peers[peer].2.perform(made.expect("a new id"));
    }

    fn change(
        &mut self,
        peer: usize,
        document: DocumentId,
        edit: impl FnOnce(&mut Transaction<'_>) -> Result<(), AutomergeError>,
    ) {
        let changed = self.peers[peer].2.replica.change(document, edit);
        self.peers[peer].2.perform(changed.expect("it is here"));
    }

    fn meet(&mut self) {
        for (connection, principal, phone) in &mut self.peers {
            self.server.connect(*connection, principal.clone());
            phone.handle(ReplicaEvent::Opened);
        }
        self.settle();
    }

    /// Delivers all frames and writes them down.
    fn settle(&mut self) {
        loop {
            let mut moved = false;
            for (connection, principal, phone) in &mut self.peers {
                while let Some(frame) = phone.outgoing.pop_front() {
                    let (principal, moment) = (principal.clone(), self.traffic.moments.len() - 1);
                    self.traffic.up.push(Sent { principal, moment, frame: frame.clone() });
                    self.traffic.frames.push(frame.clone());
                    self.server.handle(HubEvent::Received { connection: *connection, frame });
                    moved = true;
                }
            }
            while let Some((connection, frame)) = self.server.outgoing.pop_front() {
                self.traffic.frames.push(frame.clone());
                let to = self.peers.iter_mut().find(|(number, ..)| *number == connection);
                to.expect("all stay connected").2.handle(ReplicaEvent::Received(frame));
                moved = true;
            }
            if !moved {
                self.traffic.moments.push(self.server.database.documents.clone());
                return;
            }
        }
    }

    fn finish(mut self) -> Traffic {
        let moment = self.traffic.moments.len() - 1;
        for (principal, frame) in recorded::frames() {
            self.traffic.frames.push(frame.clone());
            self.traffic.up.push(Sent { principal, moment, frame });
        }
        for frame in &self.traffic.frames {
            if let Ok(Message::Sync { data, .. }) = Message::decode(frame) {
                let message = automerge::sync::Message::decode(&data).expect("real traffic");
                self.traffic.chunks.extend(message.changes.iter().map(<[u8]>::to_vec));
            }
        }
        for committed in self.server.database.documents.values() {
            self.traffic.chunks.extend(committed.chunks.iter().cloned());
        }
        self.traffic
    }

    fn sign(&self, document: DocumentId) -> Claim {
        let text = Claim::message(document, Kind::Contact, &market(), id(201));
        let signature: Signature = self.key.sign(&text);
        let (device, signature) = (id(201), signature.to_bytes().to_vec());
        Claim { kind: Kind::Contact, market: market(), device, signature }
    }
}

fn new_contact(number: u8) -> NewContact {
    NewContact {
        market: market(),
        device: Some(id(201)),
        recorded_at_ms: 1_779_530_400_000,
        entered: Entered::OnTheSpot,
        language: "de".into(),
        topic: Topic::Offer,
        wishes: vec![Wish { id: "wish".into(), provider: "werkstatt".into(), offer: Some("kurs".into()) }],
        target_groups: vec!["eltern".into()],
        consent: Consent { version: "1".into(), recipients: vec!["werkstatt".into()], ..Consent::default() },
        receipt_hash: [number; 32],
        person: ("person".into(), sealed_part("person", number)),
    }
}

fn sealed_part(field: &str, byte: u8) -> SealedPart {
    SealedPart { field: field.into(), to_market: vec![byte; 180], to_receipt: vec![byte; 180] }
}
