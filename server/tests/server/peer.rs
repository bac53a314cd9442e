//! A native peer: the core that phones run, over a real WebSocket, with its storage in memory.

use std::time::{Duration, Instant};

use automerge::{AutomergeError, ROOT, transaction::Transactable as _};
use futures_util::{SinkExt as _, StreamExt as _};
use shared::{
    document::{DocumentId, Kind},
    repo::{Custody, ReplicaEvent},
    testing::MemoryPhone,
};
use tokio::net::TcpStream;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite::Message};

/// How long a condition may take; far longer than it does.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a peer listens before it looks at its condition again.
const LISTEN: Duration = Duration::from_millis(20);

/// A peer with its connection, if it has one.
pub(crate) struct Peer {
    pub(crate) memory: MemoryPhone,
    socket: Option<WebSocketStream<MaybeTlsStream<TcpStream>>>,
}

pub(crate) fn id(byte: u8) -> DocumentId {
    DocumentId::from_bytes([byte; 16])
}

impl Peer {
    /// A peer that holds nothing; `actor` must be its own.
    pub(crate) fn new(actor: u8) -> Self {
        Self { memory: MemoryPhone::new(&format!("peer-{actor}"), actor), socket: None }
    }

    pub(crate) async fn connect(&mut self, address: &str) {
        let (socket, _) = connect_async(address).await.expect("connects");
        self.socket = Some(socket);
        self.memory.handle(ReplicaEvent::Opened);
    }

    /// Is gone, without saying so.
    pub(crate) fn disconnect(&mut self) {
        self.socket = None;
        self.memory.outgoing.clear();
        self.memory.handle(ReplicaEvent::Closed);
    }

    /// Makes a contact that holds `planted`, and perhaps more.
    pub(crate) fn record(
        &mut self,
        document: DocumentId,
        market: &str,
        planted: &str,
        receipt: Option<[u8; 32]>,
    ) {
        let made = self.memory.replica.create(document, Kind::Contact, None, |tx| {
            tx.put(ROOT, "market", market)?;
            tx.put(ROOT, "planted", planted)?;
            match receipt {
                Some(hash) => tx.put(ROOT, "receipt_hash", hash.to_vec()),
                None => Ok(()),
            }
        });
        self.memory.perform(made.expect("a new id"));
    }

    pub(crate) fn change(&mut self, document: DocumentId, key: &str, value: &str) {
        let changed = self
            .memory
            .replica
            .change(document, |tx| -> Result<(), AutomergeError> { tx.put(ROOT, key, value) });
        self.memory.perform(changed.expect("is here"));
    }

    pub(crate) fn holds(&self, document: DocumentId) -> bool {
        self.memory.replica.document(document).is_some()
    }

    pub(crate) fn is_connected(&self) -> bool {
        self.socket.is_some()
    }

    pub(crate) fn is_acknowledged(&self, document: DocumentId) -> bool {
        self.memory.replica.custody(document) == Some(Custody::OnTheServer)
    }

    /// Talks to the server until the condition holds.
    pub(crate) async fn talk_until(&mut self, what: &str, condition: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !condition(self) {
            assert!(begun.elapsed() < PATIENCE, "in vain: {what}");
            self.talk().await;
        }
    }

    /// Sends what waits, and takes what comes for a moment.
    async fn talk(&mut self) {
        let Some(socket) = &mut self.socket else { panic!("the server closed the connection") };
        while let Some(frame) = self.memory.outgoing.pop_front() {
            if socket.send(Message::binary(frame)).await.is_err() {
                return self.disconnect();
            }
        }
        match tokio::time::timeout(LISTEN, socket.next()).await {
            Ok(Some(Ok(Message::Binary(frame)))) => {
                self.memory.handle(ReplicaEvent::Received(frame.to_vec()))
            }
            Ok(Some(Ok(Message::Close(_)) | Err(_)) | None) => self.disconnect(),
            Ok(Some(Ok(_))) | Err(_) => {}
        }
    }
}
