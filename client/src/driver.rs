//! Drives [`Replica`]: performs its effects on the ports and feeds the results back.
//!
//! What is decided about documents is decided in `shared::repo`. The driver's own affairs are
//! when to connect, in which order rows are written, and whom to tell.

mod database;
mod hooks;
mod network;
mod subscribers;
mod writes;

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::{Rc, Weak},
};

use automerge::{Automerge, transaction::Transaction};
use shared::{
    document::{DocumentId, Kind},
    repo::{
        ChangeError, ConnectionState, Custody, Keeping, Progress, Replica, ReplicaConfig, ReplicaEffect,
        ReplicaEvent, StoredDocument,
    },
    sync::claim::Claim,
};

use crate::{
    backoff::Backoff,
    services::{Guard, Row, Services, Socket, StorageError, Table, random_bytes},
};

pub use hooks::{ReadDocument, use_connection, use_custody, use_document, use_documents, use_repo};
pub use subscribers::Subscription;
use subscribers::{Subscribers, Topic};
use writes::{PROGRESS_ROW, Write};

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
    /// Grows with every change of a document.
    revision: Cell<u32>,
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
    /// Stored documents that could not be read at start; they are kept as they are until the server sends them.
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
    pub async fn restore(services: Services, peer: String, keeping: Keeping) -> Result<Self, StorageError> {
        let actor = actor(&services).await?;
        let mut replica = Replica::new(ReplicaConfig { peer, actor, keeping });
        for row in services.storage.all(Table::Documents).await? {
            let stored = StoredDocument::from_bytes(&row.bytes);
            let is_restored = stored.is_ok_and(|document| replica.restore(document).is_ok());
            if !is_restored && let Ok(document) = row.key.parse() {
                replica.restore_unreadable(document);
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
        self.0.replica.borrow().document(document).map(|document| read(&document))
    }

    /// Whether there is a document of that id.
    pub fn has(&self, document: DocumentId) -> bool {
        self.0.replica.borrow().kind(document).is_some()
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

    /// What is stored here and not confirmed by the server.
    pub fn unsent(&self) -> Vec<StoredDocument> {
        self.0.replica.borrow().unsent()
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
            unreadable: replica.unreadable(),
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
