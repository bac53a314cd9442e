//! A peer of a server that is killed: notes what the server says to have.

use automerge::sync::Message as SyncMessage;
use automerge::transaction::Transactable as _;
use automerge::{ChangeHash, ROOT};
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::json;
use shared::document::contact::{self, SealedPart};
use shared::document::{DocumentId, Kind, MarketKey, tree};
use shared::repo::{ConnectionState, ReplicaEvent};
use shared::sync::message::Message;
use shared::testing::MemoryPhone;
use std::collections::{BTreeMap, BTreeSet};
use tests::chance::Chance;
use tests::market::MARKET;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio_tungstenite::tungstenite::Message as Frame;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// What a peer does at the market.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Device,
    Organiser,
}

/// See the module's documentation.
pub(crate) struct Peer {
    pub(crate) memory: MemoryPhone,
    /// Changes that the server said to have.
    pub(crate) promised: BTreeMap<DocumentId, BTreeSet<ChangeHash>>,
    /// What the log last said of each document.
    pub(crate) logged: BTreeMap<DocumentId, Vec<[u8; 32]>>,
    role: Role,
    address: String,
    socket: Option<WebSocketStream<MaybeTlsStream<TcpStream>>>,
}

impl Peer {
    /// A peer that has nothing yet; `address` is that of its ticket.
    pub(crate) fn new(role: Role, number: u8, address: String) -> Peer {
        let memory = MemoryPhone::new(&format!("peer-{number}"), number);
        Peer { memory, promised: BTreeMap::new(), logged: BTreeMap::new(), role, address, socket: None }
    }

    pub(crate) async fn connect(&mut self) {
        let (socket, _) = connect_async(&self.address).await.expect("the server takes the connection");
        self.socket = Some(socket);
        self.memory.handle(ReplicaEvent::Opened);
    }

    pub(crate) fn disconnect(&mut self) {
        self.socket = None;
        self.memory.outgoing.clear();
        self.memory.handle(ReplicaEvent::Closed);
    }

    /// Whether there is nothing to say and nothing to wait for.
    pub(crate) fn is_at_rest(&self) -> bool {
        let replica = &self.memory.replica;
        replica.connection() == ConnectionState::UpToDate
            && replica.unconfirmed() == 0
            && self.memory.outgoing.is_empty()
    }

    /// Talks until the connection ends, and counts what passes.
    pub(crate) async fn talk(&mut self, passed: &watch::Sender<usize>) {
        loop {
            self.send(passed).await;
            if self.receive(passed).await.is_none() {
                return self.disconnect();
            }
        }
    }

    /// Talks until there is nothing more to say.
    pub(crate) async fn talk_to_rest(&mut self) -> Result<(), &'static str> {
        let unheeded = watch::Sender::new(0);
        loop {
            self.send(&unheeded).await;
            if self.is_at_rest() {
                return Ok(());
            }
            self.receive(&unheeded).await.ok_or("the server has closed the connection")?;
        }
    }

    async fn send(&mut self, passed: &watch::Sender<usize>) {
        let Some(socket) = &mut self.socket else { return };
        while let Some(frame) = self.memory.outgoing.pop_front() {
            // What came before the connection broke is read below all the same.
            let _broken = socket.feed(Frame::Binary(frame.into())).await;
            passed.send_modify(|count| *count += 1);
        }
        let _broken = socket.flush().await;
    }

    /// Takes one frame; nothing once the connection is gone.
    async fn receive(&mut self, passed: &watch::Sender<usize>) -> Option<()> {
        let socket = self.socket.as_mut()?;
        match socket.next().await?.ok()? {
            Frame::Binary(frame) => {
                self.note(&frame);
                self.memory.handle(ReplicaEvent::Received(frame.to_vec()));
                passed.send_modify(|count| *count += 1);
            }
            Frame::Close(_) => return None,
            _ping => {}
        }
        Some(())
    }

    fn note(&mut self, frame: &[u8]) {
        match Message::decode(frame) {
            Ok(Message::Sync { document, data, .. }) => {
                let message = SyncMessage::decode(&data).expect("the server speaks the protocol");
                self.promised.entry(document).or_default().extend(message.heads);
            }
            Ok(Message::LogPage { entries, .. }) => {
                for (document, heads) in entries {
                    let changes = heads.iter().copied().map(ChangeHash);
                    self.promised.entry(document).or_default().extend(changes);
                    self.logged.insert(document, heads);
                }
            }
            _ => {}
        }
    }

    /// Makes or changes a document, as people in this place do.
    pub(crate) fn work(&mut self, chance: &mut Chance) {
        let replica = &mut self.memory.replica;
        let contacts: Vec<DocumentId> = replica
            .documents()
            .filter(|(_, kind)| *kind == Kind::Contact)
            .map(|(document, _)| document)
            .collect();
        let (number, picked) = (chance.number(), chance.pick(&contacts).copied());
        let effects = match (self.role, picked) {
            (Role::Device, Some(contact)) if number.is_multiple_of(2) => {
                let part = SealedPart {
                    field: "message".into(),
                    to_market: chance.bytes().repeat(12),
                    to_receipt: chance.bytes().repeat(12),
                };
                replica.change(contact, |tx| contact::add_part(tx, &number.to_string(), &part))
            }
            (Role::Device, _) => {
                let document = DocumentId::from_bytes(chance.bytes());
                replica.create(document, Kind::Contact, None, |tx| {
                    tx.put(ROOT, "market", MARKET)?;
                    tx.put(ROOT, "topic", "offer")
                })
            }
            (Role::Organiser, Some(contact)) if !number.is_multiple_of(8) => {
                let due = format!("2026-06-{:02}", number % 28 + 1);
                replica.change(contact, |tx| contact::set_due(tx, Some(&due)))
            }
            (Role::Organiser, _) => {
                let market: MarketKey = MARKET.parse().expect("a market");
                let document = DocumentId::market(&market);
                if replica.document(document).is_none() {
                    return;
                }
                let content = json!({ "note": { "de": format!("{number}") } });
                replica.change(document, |tx| tree::write(tx, &[], &content))
            }
        };
        self.memory.perform(effects.expect("a change that anyone may make"));
    }
}
