//! A peer of a server whose disk fails.

use automerge::{ROOT, transaction::Transactable as _};
use rand::{RngExt as _, rngs::StdRng};
use shared::{
    document::{
        DocumentId, Kind,
        contact::{self, SealedPart},
        tree,
    },
    repo::ReplicaEvent,
    sync::share_policy::Principal,
    testing::MemoryPhone,
};
use tokio::sync::mpsc::UnboundedReceiver;

use crate::{
    connection::{Outgoing, Waiting},
    driver::Driver,
};

const MARKET: &str = "test-2036/2036-05-17";

/// A device or an organiser.
pub(super) struct Peer {
    pub(super) memory: MemoryPhone,
    principal: Principal,
    link: Option<(u64, UnboundedReceiver<Waiting>)>,
}

impl Peer {
    pub(super) fn device(number: u8) -> Self {
        let device = DocumentId::from_bytes([number; 16]);
        Self::new(number, Principal::Device { device, market: MARKET.parse().expect("a market") })
    }

    pub(super) fn organiser(number: u8) -> Self {
        Self::new(number, Principal::Organiser { member: DocumentId::from_bytes([number; 16]) })
    }

    fn new(number: u8, principal: Principal) -> Self {
        Self { memory: MemoryPhone::new(&format!("peer-{number}"), number), principal, link: None }
    }

    pub(super) async fn connect(&mut self, driver: &Driver) {
        let (outgoing, waiting) = Outgoing::new();
        let connection = driver.connected(self.principal.clone(), outgoing).await;
        self.link = Some((connection, waiting));
        self.memory.handle(ReplicaEvent::Opened);
    }

    pub(super) fn is_connected(&self) -> bool {
        self.link.is_some()
    }

    /// Is disconnected; says so to the server if that still runs.
    pub(super) async fn disconnect(&mut self, driver: Option<&Driver>) {
        if let (Some((connection, _)), Some(driver)) = (self.link.take(), driver) {
            driver.disconnected(connection).await;
        }
        self.memory.outgoing.clear();
        self.memory.handle(ReplicaEvent::Closed);
    }

    /// Sends what waits; says whether there was anything.
    pub(super) async fn send(&mut self, driver: &Driver) -> bool {
        let Some((connection, _)) = self.link else { return false };
        let mut sent = false;
        while let Some(frame) = self.memory.outgoing.pop_front() {
            driver.received(connection, frame).await;
            sent = true;
        }
        sent
    }

    /// What the server has sent; nothing more once it has closed.
    pub(super) fn receive(&mut self) -> Option<Vec<u8>> {
        let (_, waiting) = self.link.as_mut()?;
        match waiting.try_recv() {
            Ok(Waiting::Frame(frame)) => {
                self.memory.handle(ReplicaEvent::Received(frame.clone()));
                Some(frame)
            }
            Ok(Waiting::Close { .. }) => {
                self.link = None;
                self.memory.outgoing.clear();
                self.memory.handle(ReplicaEvent::Closed);
                None
            }
            Err(_nothing) => None,
        }
    }

    /// The contacts that are here.
    pub(super) fn contacts(&self) -> Vec<DocumentId> {
        let documents = self.memory.replica.documents();
        documents.filter(|(_, kind)| *kind == Kind::Contact).map(|(document, _)| document).collect()
    }

    /// Makes or changes a document, as people in this place do.
    pub(super) fn work(&mut self, chance: &mut StdRng) {
        let number: u32 = chance.random();
        let contacts = self.contacts();
        let picked = (!contacts.is_empty()).then(|| contacts[number as usize % contacts.len()]);
        let replica = &mut self.memory.replica;
        let effects = match (&self.principal, picked) {
            (Principal::Device { .. }, Some(contact)) if number.is_multiple_of(3) => {
                let part = SealedPart {
                    field: "message".into(),
                    to_market: vec![number as u8; 180],
                    to_receipt: vec![number as u8; 180],
                };
                replica.change(contact, |tx| contact::add_part(tx, &number.to_string(), &part))
            }
            (Principal::Device { .. }, _) => {
                let contact = DocumentId::from_bytes(chance.random());
                replica.create(contact, Kind::Contact, None, |tx| tx.put(ROOT, "market", MARKET))
            }
            (_, Some(contact)) if !number.is_multiple_of(4) => {
                replica.change(contact, |tx| contact::set_due(tx, Some(&format!("2036-06-{}", number % 28))))
            }
            (_, _) => {
                let market = MARKET.parse().expect("a market");
                let document = DocumentId::market(&market);
                let content = serde_json::json!({ "hours": number });
                if replica.document(document).is_some() {
                    replica.change(document, |tx| tree::write(tx, &[], &content))
                } else {
                    let names = [("season", market.season()), ("market", market.as_str())];
                    replica.create(document, Kind::Market, None, |tx| tree::write(tx, &names, &content))
                }
            }
        };
        self.memory.perform(effects.expect("a change that anyone may make"));
    }
}
