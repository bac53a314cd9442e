//! Drives [`Replica`]: performs its effects on the ports and feeds the results back.
//!
//! What is decided about documents is decided in `shared::repo`. The driver's own affairs are
//! when to connect, in which order rows are written, and whom to tell.

mod hooks;
mod subscribers;

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::{Rc, Weak},
};

use automerge::{Automerge, transaction::Transaction};
use shared::{
    document::{DocumentId, Kind},
    repo::{
        ChangeError, ConnectionState, Custody, Progress, Replica, ReplicaConfig, ReplicaEffect, ReplicaEvent,
        StoredDocument,
    },
    sync::claim::Claim,
};

use crate::{
    backoff::Backoff,
    services::{Guard, Row, Services, Socket, SocketEvent, StorageError, Table, random_bytes, spawn},
};

pub use hooks::{ReadDocument, use_connection, use_custody, use_document, use_documents, use_repo};
pub use subscribers::Subscription;
use subscribers::{Subscribers, Topic};

/// The one row of [`Table::Progress`].
const PROGRESS_ROW: &str = "progress";

/// A network that goes away silently leaves a socket that looks open. After this long without a word
/// a new one is opened when somebody asks; on a good network that costs next to nothing.
const SILENT_MS: i64 = 15_000;

/// The documents of this device and their way to the server.
#[derive(Clone)]
pub struct Repo(Rc<Inner>);

struct Inner {
    services: Services,
    replica: RefCell<Replica>,
    subscribers: Subscribers,
    socket: RefCell<Option<Box<dyn Socket>>>,
    backoff: RefCell<Backoff>,
    /// Ends a connection attempt's wait.
    retry: RefCell<Option<Box<dyn Guard>>>,
    next_try_ms: Cell<Option<i64>>,
    /// Ends the replica's own wait.
    wake: RefCell<Option<Box<dyn Guard>>>,
    listening: RefCell<Vec<Box<dyn Guard>>>,
    writes: RefCell<VecDeque<Write>>,
    writing: Cell<bool>,
    storage_failure: RefCell<Option<StorageError>>,
    last_contact_ms: Cell<Option<i64>>,
    close_code: Cell<Option<u16>>,
    unreadable: Cell<usize>,
    /// Grows with every change of a document.
    revision: Cell<u32>,
}

/// One effect that waits for the database.
enum Write {
    Document { write: u64, document: StoredDocument },
    Progress(Progress),
    Purge(DocumentId),
}

/// How things are with the server and the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Of the replica.
    pub state: ConnectionState,
    /// When the server last said something, ms since the Unix epoch.
    pub last_contact_ms: Option<i64>,
    /// When the next attempt is due, ms since the Unix epoch.
    pub next_try_ms: Option<i64>,
    /// Documents that the server has not confirmed.
    pub unconfirmed: usize,
    /// Why something could not be stored; gone as soon as storing works again.
    pub storage_failure: Option<StorageError>,
    /// Why the server closed the last connection.
    pub close_code: Option<u16>,
    /// Stored rows that could not be read at start; they are kept as they are.
    pub unreadable: usize,
}

/// The server's code for a session that it does not know (any more).
const CLOSED_UNKNOWN_SESSION: u16 = 4401;

impl Connection {
    /// Whether the server lets this browser in no more; it needs an invite or a sign-in.
    pub fn signed_out(&self) -> bool {
        self.close_code == Some(CLOSED_UNKNOWN_SESSION)
    }
}

impl Repo {
    /// Restores what is stored. Nothing is sent before [`Repo::start`].
    ///
    /// # Errors
    /// If the database can not be read.
    pub async fn restore(services: Services, peer: String) -> Result<Self, StorageError> {
        let actor = actor(&services).await?;
        let mut replica = Replica::new(ReplicaConfig { peer, actor });
        let mut unreadable = 0;
        for row in services.storage.all(Table::Documents).await? {
            match StoredDocument::from_bytes(&row.bytes) {
                Ok(document) => unreadable += usize::from(replica.restore(document).is_err()),
                Err(_) => unreadable += 1,
            }
        }
        if let Some(progress) = services.storage.get(Table::Progress, PROGRESS_ROW).await?
            && let Ok(progress) = Progress::from_bytes(&progress)
        {
            replica.restore_progress(progress);
        }
        Ok(Self(Rc::new(Inner {
            services,
            replica: RefCell::new(replica),
            subscribers: Subscribers::default(),
            socket: RefCell::default(),
            backoff: RefCell::default(),
            retry: RefCell::default(),
            next_try_ms: Cell::default(),
            wake: RefCell::default(),
            listening: RefCell::default(),
            writes: RefCell::default(),
            writing: Cell::default(),
            storage_failure: RefCell::default(),
            last_contact_ms: Cell::default(),
            close_code: Cell::default(),
            unreadable: Cell::new(unreadable),
            revision: Cell::default(),
        })))
    }

    /// Connects, and from now on whenever it may be worth a try.
    pub fn start(&self) {
        let (woken, lost) = (Rc::downgrade(&self.0), Rc::downgrade(&self.0));
        let platform = &self.0.services.platform;
        self.0.listening.replace(vec![
            platform.on_wake(Rc::new(move || with(&woken, Self::sync_now))),
            platform.on_network_lost(Rc::new(move || with(&lost, |repo| repo.disconnected(None)))),
        ]);
        self.connect();
    }

    /// Ends the connection and all timers.
    pub fn stop(&self) {
        self.0.listening.borrow_mut().clear();
        self.0.retry.take();
        self.0.wake.take();
        self.0.socket.take();
    }

    /// Tries at once instead of waiting for the next attempt.
    pub fn sync_now(&self) {
        self.0.backoff.borrow_mut().reset();
        let now_ms = self.0.services.clock.now_ms();
        let silent = self.0.last_contact_ms.get().is_none_or(|last| now_ms - last > SILENT_MS);
        if silent && self.0.socket.take().is_some() {
            self.handle(ReplicaEvent::Closed);
        }
        if self.0.socket.borrow().is_some() {
            self.handle(ReplicaEvent::Woken);
        } else {
            self.connect();
        }
    }

    /// Creates a document with its first content.
    ///
    /// # Errors
    /// If there is a document of that id or `fill` is refused.
    pub fn create(
        &self,
        document: DocumentId,
        kind: Kind,
        claim: Option<Claim>,
        fill: impl FnOnce(&mut Transaction<'_>) -> Result<(), automerge::AutomergeError>,
    ) -> Result<(), ChangeError> {
        let effects = self.0.replica.borrow_mut().create(document, kind, claim, fill)?;
        self.perform(effects);
        Ok(())
    }

    /// Changes a document.
    ///
    /// # Errors
    /// If there is no document of that id or `change` is refused.
    pub fn change(
        &self,
        document: DocumentId,
        change: impl FnOnce(&mut Transaction<'_>) -> Result<(), automerge::AutomergeError>,
    ) -> Result<(), ChangeError> {
        let effects = self.0.replica.borrow_mut().change(document, change)?;
        self.perform(effects);
        Ok(())
    }

    /// Reads a document.
    pub fn read<T>(&self, document: DocumentId, read: impl FnOnce(&Automerge) -> T) -> Option<T> {
        self.0.replica.borrow().document(document).map(read)
    }

    /// Whether there is a document of that id.
    pub fn has(&self, document: DocumentId) -> bool {
        self.0.replica.borrow().document(document).is_some()
    }

    /// Ids of all documents of a kind.
    pub fn documents(&self, kind: Kind) -> Vec<DocumentId> {
        let replica = self.0.replica.borrow();
        replica.documents().filter(|(_, of_kind)| *of_kind == kind).map(|(id, _)| id).collect()
    }

    /// Where a document is; none if it is not here.
    pub fn custody(&self, document: DocumentId) -> Option<Custody> {
        self.0.replica.borrow().custody(document)
    }

    /// How things are with the server and the storage.
    pub fn connection(&self) -> Connection {
        let replica = self.0.replica.borrow();
        Connection {
            state: replica.connection(),
            last_contact_ms: self.0.last_contact_ms.get(),
            next_try_ms: self.0.next_try_ms.get(),
            unconfirmed: replica.unconfirmed(),
            storage_failure: self.0.storage_failure.borrow().clone(),
            close_code: self.0.close_code.get(),
            unreadable: self.0.unreadable.get(),
        }
    }

    /// Shows a failure to store something that is no document of the replica.
    pub fn report_storage_failure(&self, failure: StorageError) {
        self.remember_storage_failure(Some(failure));
    }

    fn subscribe(&self, topic: Topic, then: Rc<dyn Fn(Option<DocumentId>)>) -> Subscription {
        self.0.subscribers.add(topic, then)
    }

    fn handle(&self, event: ReplicaEvent) {
        let now_ms = self.0.services.clock.now_ms();
        let effects = self.0.replica.borrow_mut().handle(now_ms, event);
        self.perform(effects);
    }

    fn perform(&self, effects: Vec<ReplicaEffect>) {
        for effect in effects {
            match effect {
                ReplicaEffect::Send(frame) => {
                    if let Some(socket) = &*self.0.socket.borrow() {
                        socket.send(&frame);
                    }
                }
                ReplicaEffect::Store { write, document } => {
                    self.enqueue(Write::Document { write, document });
                }
                ReplicaEffect::StoreProgress(progress) => self.enqueue(Write::Progress(progress)),
                ReplicaEffect::Purge(document) => self.enqueue(Write::Purge(document)),
                ReplicaEffect::Changed(document) => {
                    self.0.revision.set(self.0.revision.get() + 1);
                    self.0.subscribers.tell(Topic::Documents, Some(document));
                }
                ReplicaEffect::ConnectionChanged => self.0.subscribers.tell(Topic::Connection, None),
                ReplicaEffect::WakeAt { ms } => self.wake_at(ms),
                ReplicaEffect::Close => self.disconnected(None),
            }
        }
    }

    fn wake_at(&self, ms: i64) {
        let wait_ms = (ms - self.0.services.clock.now_ms()).max(0);
        let weak = Rc::downgrade(&self.0);
        let guard = self.0.services.clock.after(
            u32::try_from(wait_ms).unwrap_or(u32::MAX),
            Box::new(move || with(&weak, |repo| repo.handle(ReplicaEvent::Woken))),
        );
        self.0.wake.replace(Some(guard));
    }
}

/// The way to the server.
impl Repo {
    fn connect(&self) {
        if self.0.socket.borrow().is_some() {
            return;
        }
        self.0.retry.take();
        self.0.next_try_ms.set(None);
        if self.0.services.platform.has_no_network() {
            self.retry_later();
            return;
        }
        let weak = Rc::downgrade(&self.0);
        let socket = self.0.services.transport.connect(Rc::new(move |event| {
            with(&weak, |repo| repo.on_socket_event(event));
        }));
        match socket {
            Some(socket) => {
                self.0.socket.replace(Some(socket));
            }
            None => self.retry_later(),
        }
        self.0.subscribers.tell(Topic::Connection, None);
    }

    fn on_socket_event(&self, event: SocketEvent) {
        match event {
            SocketEvent::Opened => self.handle(ReplicaEvent::Opened),
            SocketEvent::Received(frame) => {
                self.0.last_contact_ms.set(Some(self.0.services.clock.now_ms()));
                self.handle(ReplicaEvent::Received(frame));
                let state = self.0.replica.borrow().connection();
                if matches!(state, ConnectionState::Reading | ConnectionState::UpToDate) {
                    // Only a server that lets this peer in ends the series of failures: one that
                    // says no and closes must not be asked every second.
                    self.0.backoff.borrow_mut().reset();
                    self.0.close_code.set(None);
                }
            }
            SocketEvent::Closed(code) => self.disconnected(Some(code)),
        }
    }

    fn disconnected(&self, close_code: Option<u16>) {
        self.0.socket.take();
        self.0.close_code.set(close_code);
        self.handle(ReplicaEvent::Closed);
        self.retry_later();
        self.0.subscribers.tell(Topic::Connection, None);
    }

    fn retry_later(&self) {
        let [random] = random_bytes::<1>(&*self.0.services.random);
        let wait_ms = self.0.backoff.borrow_mut().next_ms(random);
        self.0.next_try_ms.set(Some(self.0.services.clock.now_ms() + i64::from(wait_ms)));
        let weak = Rc::downgrade(&self.0);
        let guard =
            self.0.services.clock.after(wait_ms, Box::new(move || with(&weak, |repo| repo.connect())));
        self.0.retry.replace(Some(guard));
    }
}

/// The way to the database: rows in the order in which they were asked for, as many at a time as
/// wait.
impl Repo {
    fn enqueue(&self, write: Write) {
        self.0.writes.borrow_mut().push_back(write);
        if !self.0.writing.replace(true) {
            let repo = self.clone();
            spawn(async move { repo.write_all().await });
        }
    }

    async fn write_all(&self) {
        loop {
            let writes: Vec<Write> = self.0.writes.borrow_mut().drain(..).collect();
            if writes.is_empty() {
                break;
            }
            self.write(writes).await;
        }
        self.0.writing.set(false);
    }

    async fn write(&self, writes: Vec<Write>) {
        let storage = &self.0.services.storage;
        let rows: Vec<Row> = writes.iter().filter_map(Write::row).collect();
        let stored = match storage.put(rows).await {
            // One row that does not fit must not keep the others out.
            Err(_) if writes.len() > 1 => None,
            one => Some(one),
        };
        for write in writes {
            let result = match (&stored, write.row()) {
                (Some(result), Some(_)) => result.clone(),
                (None, Some(row)) => storage.put(vec![row]).await,
                (_, None) => Ok(()),
            };
            self.remember_storage_failure(result.clone().err());
            match write {
                Write::Document { write, document } => {
                    let document = document.id;
                    self.handle(match result {
                        Ok(()) => ReplicaEvent::Stored { document, write },
                        Err(_) => ReplicaEvent::StoreFailed { document, write },
                    });
                }
                // Progress that is not stored is read again from the server.
                Write::Progress(_) => {}
                Write::Purge(document) => {
                    let key = document.to_string();
                    let local = storage.delete(Table::Local, &key).await;
                    let purged = storage.delete(Table::Documents, &key).await;
                    self.remember_storage_failure(purged.and(local).err());
                }
            }
        }
    }

    fn remember_storage_failure(&self, failure: Option<StorageError>) {
        if *self.0.storage_failure.borrow() != failure {
            self.0.storage_failure.replace(failure);
            self.0.subscribers.tell(Topic::Connection, None);
        }
    }
}

impl Write {
    fn row(&self) -> Option<Row> {
        match self {
            Self::Document { document, .. } => Some(Row {
                table: Table::Documents,
                key: document.id.to_string(),
                bytes: document.to_bytes(),
            }),
            Self::Progress(progress) => {
                Some(Row { table: Table::Progress, key: PROGRESS_ROW.to_owned(), bytes: progress.to_bytes() })
            }
            Self::Purge(_) => None,
        }
    }
}

impl PartialEq for Repo {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

fn with(weak: &Weak<Inner>, then: impl FnOnce(&Repo)) {
    if let Some(inner) = weak.upgrade() {
        then(&Repo(inner));
    }
}

/// Row of the actor id in [`Table::Device`].
const ACTOR_ROW: &str = "actor";

/// One actor for the life of this database: documents stay small that way.
async fn actor(services: &Services) -> Result<[u8; 16], StorageError> {
    let stored = services.storage.get(Table::Device, ACTOR_ROW).await?;
    if let Some(actor) = stored.and_then(|bytes| <[u8; 16]>::try_from(bytes).ok()) {
        return Ok(actor);
    }
    let actor = random_bytes::<16>(&*services.random);
    services
        .storage
        .put(vec![Row { table: Table::Device, key: ACTOR_ROW.to_owned(), bytes: actor.to_vec() }])
        .await?;
    Ok(actor)
}
