//! A native peer: the core that phones run, over a real WebSocket, with its storage in memory.

use crate::wait;
use futures_util::{SinkExt as _, StreamExt as _};
use shared::document::{DocumentId, Kind};
use shared::repo::{Custody, ReplicaEvent};
use shared::testing::MemoryPhone;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

/// How long a peer listens before it looks at its own affairs again.
const LISTEN: Duration = Duration::from_millis(20);

/// A peer with its connection, if it has one.
#[derive(Debug)]
pub struct Peer {
    /// The documents and their storage.
    pub memory: MemoryPhone,
    socket: Option<WebSocketStream<MaybeTlsStream<TcpStream>>>,
}

impl Peer {
    /// A peer that has nothing yet and is not connected; `actor` must be its own.
    pub fn new(name: &str, actor: u8) -> Peer {
        Peer { memory: MemoryPhone::new(name, actor), socket: None }
    }

    /// Connects to the address of a ticket.
    ///
    /// # Panics
    /// When the server does not take the connection.
    pub async fn connect(&mut self, address: &str) {
        let (socket, _) =
            tokio_tungstenite::connect_async(address).await.expect("the server takes the connection");
        self.socket = Some(socket);
        self.memory.handle(ReplicaEvent::Opened);
    }

    /// Is disconnected from now on, without saying so.
    pub fn disconnect(&mut self) {
        self.socket = None;
        self.memory.outgoing.clear();
        self.memory.handle(ReplicaEvent::Closed);
    }

    /// Whether the connection stands.
    pub fn is_connected(&self) -> bool {
        self.socket.is_some()
    }

    /// Makes a contact document with a topic, as a program without claims does.
    ///
    /// # Panics
    /// When the id is taken.
    pub fn record_contact(&mut self, document: DocumentId, market: &str, topic: &str) {
        use automerge::{ROOT, transaction::Transactable as _};
        let effects = self.memory.replica.create(document, Kind::Contact, None, |tx| {
            tx.put(ROOT, "market", market)?;
            tx.put(ROOT, "topic", topic)
        });
        self.memory.perform(effects.expect("a new id"));
    }

    /// The contacts that the server has acknowledged.
    pub fn acknowledged_contacts(&self) -> Vec<DocumentId> {
        let replica = &self.memory.replica;
        let is_acknowledged = |document: &DocumentId| {
            matches!(replica.custody(*document), Some(Custody::OnTheServer | Custody::WithTheOrganisers))
        };
        let contacts = replica.documents().filter(|(_, kind)| *kind == Kind::Contact);
        contacts.map(|(document, _)| document).filter(is_acknowledged).collect()
    }

    /// Talks to the server until the condition holds.
    pub async fn talk_until(&mut self, what: &str, condition: impl Fn(&Peer) -> bool) {
        wait::until(what, async || {
            self.talk().await;
            condition(self).then_some(())
        })
        .await;
    }

    /// Sends what waits and takes what comes for a moment.
    pub async fn talk(&mut self) {
        while let Some(socket) = &mut self.socket {
            while let Some(frame) = self.memory.outgoing.pop_front() {
                // A broken connection is noticed below.
                let _broken = socket.feed(Message::Binary(frame.into())).await;
            }
            let _broken = socket.flush().await;
            match tokio::time::timeout(LISTEN, socket.next()).await {
                Ok(Some(Ok(Message::Binary(frame)))) => {
                    self.memory.handle(ReplicaEvent::Received(frame.to_vec()))
                }
                Ok(Some(Ok(Message::Close(_)) | Err(_)) | None) => self.disconnect(),
                Ok(Some(Ok(_ping))) => {}
                Err(_quiet) => return,
            }
        }
    }
}
