//! The documents of one phone, laptop or program, and their way to the server.
//!
//! Three rules hold everything together. **Nothing leaves before it is stored**: a change that was
//! sent and then forgotten would be made again under the same number and split the document for
//! ever. **Only the server's heads acknowledge**: it sends them after they are durable. **The cursor
//! moves last**: it is stored when everything it names is.

mod content;
mod custody;
mod event;
mod held;
mod link;
mod reading;
mod retry;
mod syncing;

use std::collections::{BTreeMap, BTreeSet};

use automerge::{
    ActorId, Automerge, AutomergeError,
    sync::State,
    transaction::{CommitOptions, Transaction},
};

use self::{
    content::Content,
    held::Held,
    link::{Link, LogReading},
    retry::{RETRY_MS, Retry},
};
use super::{Progress, StoredDocument};
use crate::{
    document::{DocumentId, Head, Kind, blank},
    sync::{
        RefusalCode,
        claim::Claim,
        message::{Message, PROTOCOL_VERSION},
    },
};
pub use custody::{Custody, Elsewhere};
pub use event::{ChangeError, Keeping, ReplicaConfig, ReplicaEffect, ReplicaEvent};
pub use link::ConnectionState;

/// See the module's documentation.
#[derive(Debug)]
pub struct Replica {
    config: ReplicaConfig,
    documents: BTreeMap<DocumentId, Held>,
    /// What was here until organisers had opened it and a backup held it; only that is stored.
    dropped: BTreeMap<DocumentId, StoredDocument>,
    link: Link,
    /// What was given to the storage.
    progress: Progress,
    /// How far the log will have been read once nothing is `behind`.
    reached: Progress,
    /// Documents that are not here, or not stored, in the state that the log named or the server
    /// sent, or in the one that a restored server is to be offered again.
    behind: BTreeMap<DocumentId, Vec<Head>>,
    /// Documents that were asked for and are not here yet.
    wanted: BTreeMap<DocumentId, (Automerge, State)>,
    /// Documents that the storage has, but not whole; the server is asked for them.
    unreadable: BTreeSet<DocumentId>,
    /// When to offer or to ask again about documents for which the server had no time.
    put_off: BTreeMap<DocumentId, Retry>,
    next_write: u64,
}

impl Replica {
    /// A replica that holds nothing yet.
    pub fn new(config: ReplicaConfig) -> Self {
        Self {
            config,
            documents: BTreeMap::new(),
            dropped: BTreeMap::new(),
            link: Link::Offline,
            progress: Progress::default(),
            reached: Progress::default(),
            behind: BTreeMap::new(),
            wanted: BTreeMap::new(),
            unreadable: BTreeSet::new(),
            put_off: BTreeMap::new(),
            next_write: 0,
        }
    }

    /// Takes a document from storage, at start.
    ///
    /// # Errors
    /// When its bytes cannot be loaded; see [`Replica::restore_unreadable`].
    pub fn restore(&mut self, stored: StoredDocument) -> Result<(), AutomergeError> {
        if stored.was_dropped() {
            self.dropped.insert(stored.id, stored);
            return Ok(());
        }
        self.documents.insert(stored.id, Held::restored(stored)?);
        Ok(())
    }

    /// Takes note, at start, that what the storage has of a document cannot be read. Its bytes should be kept:
    /// they are stored anew once the server has sent it, and removed if it was erased.
    pub fn restore_unreadable(&mut self, id: DocumentId) {
        self.unreadable.insert(id);
    }

    /// How many documents the storage has that could not be read, and that the server has not sent.
    pub fn unreadable(&self) -> usize {
        self.unreadable.len()
    }

    /// Takes the log's progress from storage, at start.
    pub fn restore_progress(&mut self, progress: Progress) {
        self.reached = progress.clone();
        self.progress = progress;
    }

    /// Makes a document.
    ///
    /// # Errors
    /// When there is one of that id, or `fill` fails.
    pub fn create(
        &mut self,
        id: DocumentId,
        kind: Kind,
        claim: Option<Claim>,
        fill: impl FnOnce(&mut Transaction<'_>) -> Result<(), AutomergeError>,
    ) -> Result<Vec<ReplicaEffect>, ChangeError> {
        if self.kind(id).is_some() {
            return Err(ChangeError::Taken(id));
        }
        let mut document = blank(kind);
        document.set_actor(ActorId::from(self.config.actor));
        let content = transact(&mut document, fill)
            .and_then(|_| Content::of(kind, &document))
            .map_err(|source| ChangeError::Refused { document: id, source: Box::new(source) })?;
        // What the server has of it is merged into this one from now on.
        self.wanted.remove(&id);
        self.unreadable.remove(&id);
        self.documents.insert(id, Held::new(kind, claim, content));
        Ok(self.store(id))
    }

    /// Changes a document in one atomic edit; an edit that changes nothing has no effect.
    ///
    /// # Errors
    /// When the document is not here, or `edit` fails.
    pub fn change(
        &mut self,
        id: DocumentId,
        edit: impl FnOnce(&mut Transaction<'_>) -> Result<(), AutomergeError>,
    ) -> Result<Vec<ReplicaEffect>, ChangeError> {
        let held = self.documents.get_mut(&id).ok_or(ChangeError::Unknown(id))?;
        let mut document = held.content.open().with_actor(ActorId::from(self.config.actor));
        let refused = |source| ChangeError::Refused { document: id, source: Box::new(source) };
        if !transact(&mut document, edit).map_err(refused)? {
            return Ok(Vec::new());
        }
        held.content = Content::of(held.kind, &document).map_err(refused)?;
        Ok(self.store(id))
    }

    /// A document that is here, opened; of one that was dropped, only its kind is left.
    pub fn document(&self, id: DocumentId) -> Option<Automerge> {
        let held = self.documents.get(&id).map(|held| held.content.open());
        held.or_else(|| self.dropped.get(&id).map(|dropped| blank(dropped.kind)))
    }

    /// The heads of a document that is here.
    pub fn heads(&self, id: DocumentId) -> Option<&[Head]> {
        self.documents.get(&id).map(|held| held.content.heads())
    }

    /// The kind of a document that is here.
    pub fn kind(&self, id: DocumentId) -> Option<Kind> {
        let dropped = self.dropped.get(&id).map(|dropped| dropped.kind);
        self.documents.get(&id).map(|held| held.kind).or(dropped)
    }

    /// Every document that is here, or was dropped.
    pub fn documents(&self) -> impl Iterator<Item = (DocumentId, Kind)> {
        let dropped = self.dropped.iter().map(|(id, dropped)| (*id, dropped.kind));
        self.documents.iter().map(|(id, held)| (*id, held.kind)).chain(dropped)
    }

    /// Where a document is; nothing if it is not here.
    pub fn custody(&self, id: DocumentId) -> Option<Custody> {
        let dropped = self.dropped.contains_key(&id).then_some(Custody::WithTheOrganisers);
        self.documents.get(&id).map(custody::of).or(dropped)
    }

    /// How many documents the server does not have in the state in which they are here.
    pub fn unconfirmed(&self) -> usize {
        self.documents.values().filter(|held| !held.is_acknowledged()).count()
    }

    /// What the server does not have in the state in which it is here, as far as that is stored: the rest may
    /// not leave this device yet.
    pub fn unsent(&self) -> Vec<StoredDocument> {
        let unsent = self.documents.iter().filter(|(_, held)| !held.is_acknowledged());
        unsent.filter(|(_, held)| held.pending.is_none()).map(|(id, held)| held.to_stored(*id)).collect()
    }

    /// How the connection is.
    pub fn connection(&self) -> ConnectionState {
        match &self.link {
            Link::Offline => ConnectionState::Offline,
            Link::Joining => ConnectionState::Joining,
            Link::Ready { .. } if self.behind.is_empty() && self.link.has_read_log() => {
                ConnectionState::UpToDate
            }
            Link::Ready { .. } => ConnectionState::Reading,
        }
    }

    /// Decides what follows from `event`.
    pub fn handle(&mut self, now_ms: i64, event: ReplicaEvent) -> Vec<ReplicaEffect> {
        match event {
            ReplicaEvent::Opened => {
                self.link = Link::Joining;
                let join = Message::Join {
                    sender: self.config.peer.clone(),
                    versions: vec![PROTOCOL_VERSION.to_owned()],
                };
                vec![ReplicaEffect::Send(join.encode()), ReplicaEffect::ConnectionChanged]
            }
            ReplicaEvent::Received(frame) => match Message::decode(&frame) {
                Ok(message) => self.receive(now_ms, message),
                Err(_) => vec![ReplicaEffect::Close],
            },
            ReplicaEvent::Closed => {
                self.link = Link::Offline;
                self.behind.clear();
                self.wanted.clear();
                self.put_off.clear();
                self.reached = self.progress.clone();
                for held in self.documents.values_mut() {
                    held.session = None;
                }
                vec![ReplicaEffect::ConnectionChanged]
            }
            ReplicaEvent::Stored { document, write } => self.stored(document, write),
            ReplicaEvent::StoreFailed { document, write } => {
                let Some(held) = self.documents.get_mut(&document) else { return Vec::new() };
                if held.pending == Some(write) {
                    held.store_failed = true;
                }
                vec![ReplicaEffect::Changed(document), ReplicaEffect::WakeAt { ms: now_ms + RETRY_MS }]
            }
            ReplicaEvent::Woken => self.woken(now_ms),
        }
    }

    fn receive(&mut self, now_ms: i64, message: Message) -> Vec<ReplicaEffect> {
        match message {
            Message::Peer { sender, incarnation, .. } => self.joined(sender, incarnation.unwrap_or_default()),
            Message::Sync { document, data, voucher, .. } => self.receive_sync(document, &data, voucher),
            Message::LogPage { entries, cursor, more, backup, .. } => {
                self.receive_log(entries, cursor, more, backup)
            }
            Message::Unavailable { document, .. } => {
                // Of what was never acknowledged, that is no refusal but the answer to an earlier request: it
                // is offered again.
                if self.documents.get(&document).is_some_and(|held| held.acknowledged.is_empty()) {
                    return self.put_off(now_ms, document, None);
                }
                self.wanted.remove(&document);
                self.caught_up(document)
            }
            Message::Error { document: Some(document), code, retry_after_s, .. } => {
                match RefusalCode::from_name(code.as_deref().unwrap_or_default()) {
                    RefusalCode::Temporary => self.put_off(now_ms, document, retry_after_s),
                    code => self.refused(document, code),
                }
            }
            // The server closes the connection itself, with a code that says why.
            Message::Error { document: None, .. } => Vec::new(),
            // What the server has no reason to send, or what we have no use for.
            Message::Join { .. }
            | Message::Ephemeral { .. }
            | Message::Leave { .. }
            | Message::Log { .. }
            | Message::Ignored { .. } => Vec::new(),
        }
    }

    fn joined(&mut self, server: String, incarnation: String) -> Vec<ReplicaEffect> {
        let mut effects = Vec::new();
        let restored = incarnation != self.progress.incarnation;
        if restored {
            self.reached = Progress { incarnation, ..Progress::default() };
        }
        self.link = Link::Ready { server, log: LogReading::Asked };
        effects.push(ReplicaEffect::ConnectionChanged);
        effects.extend(self.read_log());
        let ids: Vec<DocumentId> = self.documents.keys().copied().collect();
        for id in ids {
            if restored {
                effects.extend(self.doubt(id));
            }
            let held = self.documents.get_mut(&id).expect("taken from the map");
            if held.relayed {
                // The log does not tell this peer what becomes of it: perhaps its maker has brought by now
                // what was denied, or it was erased.
                held.take_denial();
            }
            if held.relayed || (!held.is_acknowledged() && held.refused.is_none()) {
                effects.extend(self.offer(id));
            }
        }
        let unreadable: Vec<DocumentId> = self.unreadable.iter().copied().collect();
        effects.extend(unreadable.into_iter().filter_map(|id| self.want(id)));
        effects
    }

    /// Doubts all that the server has acknowledged; it is offered again once that is stored.
    pub(super) fn doubt_all(&mut self) -> Vec<ReplicaEffect> {
        let ids: Vec<DocumentId> = self.documents.keys().copied().collect();
        ids.into_iter().flat_map(|id| self.doubt(id)).collect()
    }

    /// A restored server may have lost what it had acknowledged. The new incarnation is stored only
    /// after that is: a crash in between would leave an acknowledgement that no one doubts.
    fn doubt(&mut self, id: DocumentId) -> Vec<ReplicaEffect> {
        let held = self.documents.get_mut(&id).expect("taken from the map");
        let was_acknowledged = !std::mem::take(&mut held.acknowledged).is_empty();
        if was_acknowledged || held.pending.is_some() {
            self.behind.insert(id, held.content.heads().to_vec());
        }
        if was_acknowledged { self.store(id) } else { Vec::new() }
    }

    /// Stores a document as it is now; it is offered to the server once it is stored.
    fn store(&mut self, id: DocumentId) -> Vec<ReplicaEffect> {
        let Some(held) = self.documents.get_mut(&id) else { return Vec::new() };
        self.next_write += 1;
        held.pending = Some(self.next_write);
        held.store_failed = false;
        vec![
            ReplicaEffect::Store { write: self.next_write, document: held.to_stored(id) },
            ReplicaEffect::Changed(id),
        ]
    }

    fn stored(&mut self, id: DocumentId, write: u64) -> Vec<ReplicaEffect> {
        let Some(held) = self.documents.get_mut(&id) else { return Vec::new() };
        if held.pending != Some(write) {
            return Vec::new();
        }
        held.pending = None;
        held.was_stored = true;
        let mut effects = vec![ReplicaEffect::Changed(id)];
        effects.extend(self.offer(id));
        effects.extend(self.caught_up(id));
        effects
    }

    /// The server has no time, or no room before so many seconds have passed.
    fn put_off(&mut self, now_ms: i64, id: DocumentId, after_s: Option<u64>) -> Vec<ReplicaEffect> {
        self.wanted.remove(&id);
        if let Some(held) = self.documents.get_mut(&id) {
            held.session = None;
        }
        self.put_off.insert(id, Retry::after(now_ms, after_s, id));
        let mut effects = vec![ReplicaEffect::WakeAt { ms: now_ms + RETRY_MS * 2 }];
        effects.extend(self.caught_up(id));
        effects
    }

    fn refused(&mut self, id: DocumentId, code: RefusalCode) -> Vec<ReplicaEffect> {
        self.wanted.remove(&id);
        let mut effects = Vec::new();
        match (code, self.documents.get_mut(&id)) {
            (RefusalCode::Erased, _) => effects.extend(self.erased(id)),
            (_, None) => {}
            (
                RefusalCode::Denied
                | RefusalCode::WrongKind
                | RefusalCode::BadClaim
                | RefusalCode::Unloadable
                | RefusalCode::TooLarge
                | RefusalCode::Temporary,
                Some(held),
            ) => {
                held.session = None;
                held.refused = Some(code.name().to_owned());
                effects.extend(self.store(id));
            }
        }
        effects.extend(self.caught_up(id));
        effects
    }

    /// Removes a document that was erased, whatever state it is in here.
    fn erased(&mut self, id: DocumentId) -> Vec<ReplicaEffect> {
        self.wanted.remove(&id);
        let was_unreadable = self.unreadable.remove(&id);
        let was_dropped = self.dropped.remove(&id).is_some();
        if self.documents.remove(&id).is_some() || was_unreadable || was_dropped {
            vec![ReplicaEffect::Purge(id), ReplicaEffect::Changed(id)]
        } else {
            Vec::new()
        }
    }

    fn woken(&mut self, now_ms: i64) -> Vec<ReplicaEffect> {
        let mut effects = Vec::new();
        let due = self.put_off.iter().filter(|(_, retry)| retry.is_due(now_ms));
        let due: Vec<DocumentId> = due.map(|(id, _)| *id).collect();
        for id in due {
            self.put_off.remove(&id);
            if self.documents.contains_key(&id) {
                effects.extend(self.offer(id));
            } else if self.behind.contains_key(&id) || self.unreadable.contains(&id) {
                effects.extend(self.want(id));
            }
        }
        let not_stored: Vec<DocumentId> =
            self.documents.iter().filter(|(_, held)| held.store_failed).map(|(id, _)| *id).collect();
        for id in not_stored {
            effects.extend(self.store(id));
        }
        let next = self.put_off.values().map(Retry::at_ms).min();
        effects.extend(next.map(|ms| ReplicaEffect::WakeAt { ms }));
        effects
    }
}

/// Runs `edit` as one change; says whether it changed anything. Changes carry no time, because a
/// time would point at a person.
fn transact(
    document: &mut Automerge,
    edit: impl FnOnce(&mut Transaction<'_>) -> Result<(), AutomergeError>,
) -> Result<bool, AutomergeError> {
    document
        .transact_with::<_, _, AutomergeError, _>(|()| CommitOptions::default().with_time(0), edit)
        .map(|done| done.hash.is_some())
        .map_err(|failed| failed.error)
}
