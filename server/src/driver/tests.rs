//! The driver over a database whose commits fail for a while.

use std::{
    path::PathBuf,
    sync::atomic::{AtomicI32, Ordering},
    time::Duration,
};

use automerge::{ROOT, transaction::Transactable as _};
use rusqlite::ffi;
use shared::{
    document::Kind,
    repo::{Custody, Found, ReplicaEvent},
    sync::{RefusalCode, message::Message},
    testing::MemoryPhone,
};
use tokio::{sync::mpsc::UnboundedReceiver, time::timeout};

use super::*;
use crate::{connection::Waiting, publication::PublishedChange, storage::SqliteStorage};

const PATIENCE: Duration = Duration::from_secs(30);
const MARKET: &str = "test-2036/2036-05-17";

/// A server's core over a real database, in which an error can be planted.
struct Server {
    folder: PathBuf,
    storage: Arc<dyn Storage>,
    metrics: Arc<Metrics>,
    driver: Driver,
    /// SQLite's code of the error with which commits fail; 0 while they do not.
    fault: Arc<AtomicI32>,
}

impl Server {
    async fn start() -> Self {
        let folder = std::env::temp_dir().join(format!("markt-driver-{:016x}", rand::random::<u64>()));
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        let fault = Arc::new(AtomicI32::new(0));
        let planted = Arc::clone(&fault);
        let storage = SqliteStorage::open_with(
            &folder.join("markt.db"),
            Box::new(move |connection| match planted.load(Ordering::SeqCst) {
                0 => connection.execute_batch("COMMIT"),
                code => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)),
            }),
        );
        let storage: Arc<dyn Storage> = Arc::new(storage.expect("opens"));
        let metrics = Arc::new(Metrics::default());
        let clock = Clock::default();
        let driver = Driver::start(&storage, clock, &metrics, PublishedChange::default()).await;
        Self { folder, storage, metrics, driver: driver.expect("starts"), fault }
    }

    async fn is_stored(&self, document: DocumentId) -> bool {
        matches!(self.storage.load(document, None).await.expect("loads").found, Found::Present { .. })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

/// A phone, and what the server has queued for it.
struct Phone {
    memory: MemoryPhone,
    connection: u64,
    waiting: UnboundedReceiver<Waiting>,
    /// Codes of all refusals so far.
    refusals: Vec<RefusalCode>,
}

impl Phone {
    async fn connect(server: &Server, number: u8) -> Self {
        let (outgoing, waiting) = Outgoing::new();
        let device = Principal::Device { device: id(number), market: MARKET.parse().expect("a market") };
        let connection = server.driver.connected(device, outgoing).await;
        let mut memory = MemoryPhone::new(&format!("phone-{number}"), number);
        memory.handle(ReplicaEvent::Opened);
        Self { memory, connection, waiting, refusals: Vec::new() }
    }

    fn record(&mut self, document: DocumentId) {
        let made =
            self.memory.replica.create(document, Kind::Contact, None, |tx| tx.put(ROOT, "market", MARKET));
        self.memory.perform(made.expect("a new id"));
    }

    async fn talk_until(&mut self, server: &Server, what: &str, condition: impl Fn(&Self) -> bool) {
        let talking = async {
            while !condition(self) {
                while let Some(frame) = self.memory.outgoing.pop_front() {
                    server.driver.received(self.connection, frame).await;
                }
                let Some(Waiting::Frame(frame)) = self.waiting.recv().await else { panic!("closed") };
                if let Ok(Message::Error { code: Some(code), .. }) = Message::decode(&frame) {
                    self.refusals.push(RefusalCode::from_name(&code));
                }
                self.memory.handle(ReplicaEvent::Received(frame));
            }
        };
        timeout(PATIENCE, talking).await.unwrap_or_else(|_| panic!("in vain: {what}"));
    }

    fn custody(&self, document: DocumentId) -> Option<Custody> {
        self.memory.replica.custody(document)
    }
}

fn id(byte: u8) -> DocumentId {
    DocumentId::from_bytes([byte; 16])
}

/// While commits fail, nothing is acknowledged, and peers are told that it is temporary; afterwards
/// the server goes on without being restarted.
async fn check(code: i32) {
    let server = Server::start().await;
    let mut phone = Phone::connect(&server, 1).await;
    phone.record(id(10));
    phone
        .talk_until(&server, "it is acknowledged", |phone| {
            phone.custody(id(10)) == Some(Custody::OnTheServer)
        })
        .await;

    server.fault.store(code, Ordering::SeqCst);
    let contacts: Vec<DocumentId> = (11..16).map(id).collect();
    for contact in &contacts {
        phone.record(*contact);
    }
    phone.talk_until(&server, "all are refused", |phone| phone.refusals.len() == contacts.len()).await;
    assert!(phone.refusals.iter().all(|code| *code == RefusalCode::Temporary), "{:?}", phone.refusals);
    for contact in &contacts {
        assert_eq!(phone.custody(*contact), Some(Custody::OnThisPhone), "told, and not acknowledged");
        assert!(!server.is_stored(*contact).await);
    }
    let failures = server.metrics.to_text(0);
    assert!(failures.contains("markt_commit_failures_total 5\n"), "{failures}");
    assert!(server.is_stored(id(10)).await, "what was durable can still be read");

    server.fault.store(0, Ordering::SeqCst);
    // Neither the phone's own timer nor a new connection is needed: the server asks.
    phone
        .talk_until(&server, "the server has asked again", |phone| {
            contacts.iter().all(|contact| phone.custody(*contact) == Some(Custody::OnTheServer))
        })
        .await;
    for contact in &contacts {
        assert!(server.is_stored(*contact).await, "what is acknowledged is stored");
    }
}

#[tokio::test]
async fn a_full_disk_is_temporary() {
    check(ffi::SQLITE_FULL).await;
}

#[tokio::test]
async fn a_disk_that_fails_to_write_is_temporary() {
    check(ffi::SQLITE_IOERR_WRITE).await;
}

#[tokio::test]
async fn a_disk_that_fails_to_sync_is_temporary() {
    check(ffi::SQLITE_IOERR_FSYNC).await;
}
