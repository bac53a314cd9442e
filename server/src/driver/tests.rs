//! The driver over a database whose commits fail for a while.

mod power_cuts;

use std::{
    sync::{Condvar, Mutex, atomic::AtomicBool},
    time::Duration,
};

use automerge::{ROOT, transaction::Transactable as _};
use shared::{
    document::Kind,
    repo::{Custody, Found, ReplicaEvent},
    sync::{
        RefusalCode,
        message::Message,
        vetting::{Vetted, VettingJob},
    },
    testing::MemoryPhone,
};
use tokio::{sync::mpsc::UnboundedReceiver, time::timeout};

use super::{vetters::Bounds, *};
use crate::{
    connection::Waiting,
    publication::PublishedChange,
    storage::{
        SqliteStorage,
        unreliable_disk::{Trouble, UnreliableDisk},
    },
};

const PATIENCE: Duration = Duration::from_secs(30);
const MARKET: &str = "test-2036/2036-05-17";

/// A server's core over a real database on a disk that can fail.
struct Server {
    disk: UnreliableDisk,
    storage: Arc<dyn Storage>,
    metrics: Arc<Metrics>,
    driver: Driver,
}

impl Server {
    async fn start() -> Self {
        Self::start_with(Vetters::start).await
    }

    async fn start_with(vetters: impl FnOnce(mpsc::UnboundedSender<Answered>) -> Vetters) -> Self {
        let disk = UnreliableDisk::new(0);
        let storage = SqliteStorage::open(&disk.file("markt.db")).expect("opens");
        let storage: Arc<dyn Storage> = Arc::new(storage);
        let metrics = Arc::new(Metrics::default());
        let clock = Clock::default();
        let published = PublishedChange::default();
        let driver = Driver::start_with(&storage, clock, &metrics, published, vetters).await;
        Self { disk, storage, metrics, driver: driver.expect("starts") }
    }

    async fn is_stored(&self, document: DocumentId) -> bool {
        matches!(self.storage.load(document, None).await.expect("loads").found, Found::Present { .. })
    }
}

/// A phone, and what the server has queued for it.
struct Phone {
    memory: MemoryPhone,
    connection: u64,
    waiting: UnboundedReceiver<Waiting>,
    /// Codes of all refusals so far.
    refusals: Vec<RefusalCode>,
    /// Frames said that make who vets them wait or hang.
    hanging: usize,
}

impl Phone {
    async fn connect(server: &Server, number: u8) -> Self {
        let (outgoing, waiting) = Outgoing::new();
        let device = Principal::Device { device: id(number), market: MARKET.parse().expect("a market") };
        let connection = server.driver.connected(device, outgoing).await;
        let mut memory = MemoryPhone::new(&format!("phone-{number}"), number);
        memory.handle(ReplicaEvent::Opened);
        Self { memory, connection, waiting, refusals: Vec::new(), hanging: 0 }
    }

    fn record(&mut self, document: DocumentId) {
        self.record_about(document, "offer");
    }

    fn record_about(&mut self, document: DocumentId, topic: &str) {
        let made = self.memory.replica.create(document, Kind::Contact, None, |tx| {
            tx.put(ROOT, "market", MARKET)?;
            tx.put(ROOT, "topic", topic)
        });
        self.memory.perform(made.expect("a new id"));
    }

    async fn say_all(&mut self, server: &Server) {
        while let Some(frame) = self.memory.outgoing.pop_front() {
            self.hanging += usize::from(is_to_hang(&frame));
            server.driver.received(self.connection, frame).await;
        }
    }

    async fn talk_until(&mut self, server: &Server, what: &str, condition: impl Fn(&Self) -> bool) {
        let talking = async {
            loop {
                self.say_all(server).await;
                if condition(self) {
                    return;
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

    async fn expect_acknowledged(&mut self, server: &Server, document: DocumentId) {
        self.talk_until(server, "it is acknowledged", |phone| {
            phone.custody(document) == Some(Custody::OnTheServer)
        })
        .await;
    }

    fn custody(&self, document: DocumentId) -> Option<Custody> {
        self.memory.replica.custody(document)
    }
}

fn is_to_hang(data: &[u8]) -> bool {
    data.windows(4).any(|word| word == b"hang")
}

fn id(byte: u8) -> DocumentId {
    DocumentId::from_bytes([byte; 16])
}

static HANGING: AtomicBool = AtomicBool::new(true);

fn hang_on_a_word(job: VettingJob) -> Result<Vetted, RefusalCode> {
    let hangs = is_to_hang(job.data());
    while hangs && HANGING.load(Ordering::Relaxed) {
        std::hint::spin_loop();
    }
    job.run()
}

#[tokio::test]
async fn who_brings_what_hangs_is_refused_kept_and_closed_and_no_one_else() {
    let bounds = Bounds { threads: 2, left_behind: 8, patience: Duration::from_millis(100) };
    let server = Server::start_with(|results| Vetters::with(bounds, hang_on_a_word, results)).await;
    let (mut phone, mut other) = (Phone::connect(&server, 1).await, Phone::connect(&server, 2).await);
    phone.record_about(id(10), "hang");
    phone.talk_until(&server, "it is refused", |phone| phone.refusals == [RefusalCode::TooLarge]).await;
    let closing = async {
        while let Some(waiting) = phone.waiting.recv().await {
            if let Waiting::Close { code, .. } = waiting {
                return Some(code);
            }
        }
        None
    };
    assert_eq!(timeout(PATIENCE, closing).await, Ok(Some(1011)));
    other.record(id(11));
    other.expect_acknowledged(&server, id(11)).await;
    let kept = server.storage.quarantined().await.expect("reads");
    assert_eq!(kept.iter().map(|kept| kept.refused.document).collect::<Vec<_>>(), [id(10)]);
    HANGING.store(false, Ordering::Relaxed);
}

/// Where what is vetted waits until it is let through.
struct Gate(Mutex<bool>, Condvar);

impl Gate {
    const fn closed() -> Self {
        Self(Mutex::new(false), Condvar::new())
    }

    fn let_through(&self) {
        *self.0.lock().expect("no one panics under it") = true;
        self.1.notify_all();
    }

    /// Vets, if a word is in it only after the gate is open.
    fn vet(&self, job: VettingJob) -> Result<Vetted, RefusalCode> {
        if is_to_hang(job.data()) {
            let closed = self.0.lock().expect("no one panics under it");
            drop(self.1.wait_while(closed, |is_open| !*is_open).expect("no one panics under it"));
        }
        job.run()
    }
}

static GATE: Gate = Gate::closed();
static GATE_OF_MANY: Gate = Gate::closed();

#[tokio::test]
async fn while_no_thread_is_left_to_vet_peers_are_told_to_try_later() {
    let bounds = Bounds { threads: 1, left_behind: 0, patience: Duration::from_millis(100) };
    let server = Server::start_with(|results| Vetters::with(bounds, |job| GATE.vet(job), results)).await;
    let (mut phone, mut other) = (Phone::connect(&server, 1).await, Phone::connect(&server, 2).await);
    phone.record_about(id(10), "hang");
    // It has had no processor's time: perhaps nothing is wrong with it.
    phone.talk_until(&server, "it is put off", |phone| phone.refusals == [RefusalCode::Temporary]).await;
    other.record(id(11));
    other.talk_until(&server, "it is put off", |other| other.refusals == [RefusalCode::Temporary]).await;
    let kept = server.storage.quarantined().await.expect("reads");
    assert!(kept.iter().all(|kept| kept.refused.document != id(11)), "nothing is wrong with it");

    GATE.let_through();
    // The server asks for it by itself.
    other.expect_acknowledged(&server, id(11)).await;
}

#[tokio::test]
async fn while_peers_have_brought_too_much_an_erasure_is_still_told() {
    let bounds = Bounds { threads: 1, left_behind: 0, patience: PATIENCE };
    let server =
        Server::start_with(|results| Vetters::with(bounds, |job| GATE_OF_MANY.vet(job), results)).await;
    let mut phone = Phone::connect(&server, 1).await;
    phone.record(id(10));
    phone.expect_acknowledged(&server, id(10)).await;
    let mut others = Vec::new();
    for number in 20..36 {
        let mut other = Phone::connect(&server, number).await;
        for document in 4 * number..4 * number + 4 {
            other.record_about(id(document), "hang");
        }
        other.talk_until(&server, "it has brought all", |other| other.hanging == 4).await;
        others.push(other);
    }
    let no_one = u64::MAX;
    while server.driver.frames.capacity() > 0 {
        server.driver.received(no_one, Vec::new()).await;
    }
    timeout(PATIENCE, server.driver.erased(id(10), None)).await.expect("it is taken at once");
    phone.talk_until(&server, "it is told", |phone| phone.memory.replica.document(id(10)).is_none()).await;
    GATE_OF_MANY.let_through();
}

/// While commits fail, nothing is acknowledged, and peers are told that it is temporary; afterwards
/// the server goes on without being restarted.
async fn check(trouble: Trouble) {
    let server = Server::start().await;
    let mut phone = Phone::connect(&server, 1).await;
    phone.record(id(10));
    phone.expect_acknowledged(&server, id(10)).await;

    server.disk.set_trouble(trouble);
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

    server.disk.set_trouble(Trouble::default());
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
    check(Trouble { full: 1, ..Trouble::default() }).await;
}

#[tokio::test]
async fn a_disk_that_fails_to_write_is_temporary() {
    check(Trouble { write: 1, ..Trouble::default() }).await;
}

#[tokio::test]
async fn a_disk_that_fails_to_sync_is_temporary() {
    check(Trouble { sync: 1, ..Trouble::default() }).await;
}
