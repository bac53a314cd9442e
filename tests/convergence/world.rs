//! The simulated world: who is connected, what is on which disk, what was acknowledged.

use automerge::{Automerge, ChangeHash, ROOT, ReadDoc as _, transaction::Transactable as _};
use shared::document::contact::{self, FollowUp};
use shared::document::{DocumentId, Head, Kind, MarketKey, heads};
use shared::repo::{Custody, HubEvent, ReplicaEvent};
use shared::sync::share_policy::Principal;
use shared::testing::{MemoryPhone, MemoryServer, settle};
use std::collections::{BTreeMap, BTreeSet};

/// Replicas from here on are laptops of organisers, those before are phones.
const LAPTOPS: usize = 2;

/// Something that happens.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// A phone records a contact.
    Record { phone: usize },
    /// A replica changes one of the contacts that it holds.
    Edit { replica: usize, which: u8 },
    /// The server gets a replica's next frame.
    DeliverUp { replica: usize },
    /// A replica gets the server's next frame.
    DeliverDown,
    /// What a replica has changed reaches its disk.
    Store { replica: usize },
    /// What the server has taken reaches its disk.
    Commit,
    /// A replica finds the network.
    Connect { replica: usize },
    /// A replica loses the network, with all frames under way.
    Disconnect { replica: usize },
    /// A replica's tab is closed; what is not on its disk is gone.
    CrashReplica { replica: usize },
    /// The server is killed; what is not on its disk is gone.
    CrashServer,
    /// The server's disk is full from now on.
    FillDisk,
    /// The server's disk has room from now on.
    ClearDisk,
    /// A replica's timer goes off.
    Wake { replica: usize },
}

struct Replica {
    memory: MemoryPhone,
    principal: Principal,
    connection: Option<u64>,
}

/// Four replicas and a server.
pub(crate) struct World {
    server: MemoryServer,
    replicas: Vec<Replica>,
    next_connection: u64,
    next_document: u8,
    edits: i64,
    now_ms: i64,
    acknowledged: BTreeMap<DocumentId, BTreeSet<Head>>,
}

impl World {
    pub(crate) fn new() -> World {
        let market: MarketKey = "pankow-2026/2026-05-23".parse().expect("a market's key");
        let device = |number| Principal::Device {
            device: DocumentId::from_bytes([number; 16]),
            market: market.clone(),
        };
        let organiser = |number| Principal::Organiser { member: DocumentId::from_bytes([number; 16]) };
        let principals = [device(201), device(202), organiser(203), organiser(204)];
        let replicas = principals.into_iter().zip(1_u8..).map(|(principal, actor)| {
            let mut memory = MemoryPhone::new(&format!("replica-{actor}"), actor);
            memory.manual_store = true;
            Replica { memory, principal, connection: None }
        });
        let mut server = MemoryServer::new();
        server.manual_commit = true;
        World {
            server,
            replicas: replicas.collect(),
            next_connection: 1,
            next_document: 1,
            edits: 0,
            now_ms: 0,
            acknowledged: BTreeMap::new(),
        }
    }

    /// Lets one thing happen.
    pub(crate) fn take(&mut self, step: Step) {
        match step {
            Step::Record { phone } => self.record(phone),
            Step::Edit { replica, which } => self.edit(replica, which),
            Step::DeliverUp { replica } => {
                let replica = &mut self.replicas[replica];
                if let (Some(connection), Some(frame)) =
                    (replica.connection, replica.memory.outgoing.pop_front())
                {
                    self.server.handle(HubEvent::Received { connection, frame });
                }
            }
            Step::DeliverDown => {
                if let Some((connection, frame)) = self.server.outgoing.pop_front() {
                    let replica =
                        self.replicas.iter_mut().find(|replica| replica.connection == Some(connection));
                    if let Some(replica) = replica {
                        replica.memory.handle(ReplicaEvent::Received(frame));
                    }
                }
            }
            Step::Store { replica } => self.replicas[replica].memory.flush(),
            Step::Commit => self.server.flush(),
            Step::Connect { replica } => self.connect(replica),
            Step::Disconnect { replica } => self.disconnect(replica),
            Step::CrashReplica { replica } => {
                self.disconnect(replica);
                self.replicas[replica].memory.crash();
            }
            Step::CrashServer => {
                self.server.crash();
                for replica in 0..self.replicas.len() {
                    self.disconnect(replica);
                }
            }
            Step::FillDisk => self.server.disk_full = true,
            Step::ClearDisk => self.server.disk_full = false,
            Step::Wake { replica } => self.wake(replica),
        }
        self.notice_closed_connections();
        self.note_acknowledged();
    }

    /// Ends all trouble and lets everybody talk until nothing is left to say.
    pub(crate) fn heal(&mut self) {
        self.server.disk_full = false;
        self.server.manual_commit = false;
        self.server.flush();
        for replica in 0..self.replicas.len() {
            self.replicas[replica].memory.manual_store = false;
            self.replicas[replica].memory.flush();
        }
        // Once for what is under way, then again for what timers offer anew.
        for _round in 0..3 {
            for replica in 0..self.replicas.len() {
                self.connect(replica);
                self.wake(replica);
            }
            let connected = self
                .replicas
                .iter_mut()
                .filter_map(|replica| Some((replica.connection?, &mut replica.memory)));
            settle(&mut self.server, &mut connected.collect::<Vec<_>>());
            self.notice_closed_connections();
        }
        self.note_acknowledged();
    }

    /// Every replica that may see a document has it as the server has stored it.
    pub(crate) fn assert_agreement(&self) {
        for (index, replica) in self.replicas.iter().enumerate() {
            assert_eq!(replica.memory.replica.unconfirmed(), 0, "replica {index} has unconfirmed documents");
            for (document, _) in replica.memory.replica.documents() {
                let here = replica.memory.replica.document(document).expect("is listed");
                let stored = &self.server.stored.get(&document).expect("the server has it").heads;
                assert_eq!(&heads(here), stored, "replica {index} and the server differ in {document}");
            }
        }
        for (document, committed) in &self.server.stored {
            let loaded = Automerge::load(&committed.chunks.concat()).expect("what is stored loads");
            assert_eq!(heads(&loaded), committed.heads, "the stored heads are those of the stored bytes");
            for laptop in &self.replicas[LAPTOPS..] {
                assert!(laptop.memory.replica.document(*document).is_some(), "a laptop lacks {document}");
            }
        }
    }

    /// The server's disk holds every change that it ever acknowledged.
    pub(crate) fn assert_nothing_acknowledged_is_lost(&self) {
        for (document, acknowledged) in &self.acknowledged {
            let committed = self.server.stored.get(document).expect("the server has what it acknowledged");
            let stored = Automerge::load(&committed.chunks.concat()).expect("what is stored loads");
            for head in acknowledged {
                assert!(
                    stored.get_change_by_hash(&ChangeHash(*head)).is_some(),
                    "a change of {document} is lost"
                );
            }
        }
    }

    fn record(&mut self, phone: usize) {
        let document = DocumentId::from_bytes([self.next_document; 16]);
        self.next_document += 1;
        let memory = &mut self.replicas[phone].memory;
        let effects = memory
            .replica
            .create(document, Kind::Contact, None, |tx| tx.put(ROOT, "market", "pankow-2026/2026-05-23"))
            .expect("a new id");
        memory.perform(effects);
    }

    fn edit(&mut self, replica: usize, which: u8) {
        self.edits += 1;
        let edits = self.edits;
        let memory = &mut self.replicas[replica].memory;
        let documents: Vec<DocumentId> = memory.replica.documents().map(|(document, _)| document).collect();
        let Some(document) = documents.get(usize::from(which) % documents.len().max(1)) else { return };
        let effects = memory.replica.change(*document, |tx| match edits % 4 {
            // Phones never say that an organiser has opened something.
            0 if replica >= LAPTOPS => contact::mark_opened(tx, "orga", edits),
            1 => contact::set_due(tx, Some(&format!("2026-06-{:02}", edits % 30 + 1))),
            2 => {
                let id = format!("step-{edits}");
                contact::set_state(
                    tx,
                    &contact::Step { id, state: FollowUp::Reached, at_ms: edits, by: "orga".into() },
                )
            }
            _ => tx.put(ROOT, format!("unknown-{}", edits % 3), edits),
        });
        memory.perform(effects.expect("the document is here"));
    }

    fn connect(&mut self, replica: usize) {
        let replica = &mut self.replicas[replica];
        if replica.connection.is_none() {
            let connection = self.next_connection;
            self.next_connection += 1;
            replica.connection = Some(connection);
            self.server.connect(connection, replica.principal.clone());
            replica.memory.handle(ReplicaEvent::Opened);
        }
    }

    fn disconnect(&mut self, replica: usize) {
        let replica = &mut self.replicas[replica];
        if let Some(connection) = replica.connection.take() {
            self.server.handle(HubEvent::Disconnected { connection });
            self.server.outgoing.retain(|(to, _)| *to != connection);
            replica.memory.outgoing.clear();
            replica.memory.handle(ReplicaEvent::Closed);
        }
    }

    fn wake(&mut self, replica: usize) {
        self.now_ms += 60_000;
        let memory = &mut self.replicas[replica].memory;
        let effects = memory.replica.handle(self.now_ms, ReplicaEvent::Woken);
        memory.perform(effects);
    }

    fn notice_closed_connections(&mut self) {
        for (connection, _) in std::mem::take(&mut self.server.closed) {
            let closed = self.replicas.iter().position(|replica| replica.connection == Some(connection));
            if let Some(replica) = closed {
                self.disconnect(replica);
            }
        }
    }

    fn note_acknowledged(&mut self) {
        for replica in &self.replicas {
            for (document, _) in replica.memory.replica.documents() {
                let custody = replica.memory.replica.custody(document);
                if matches!(custody, Some(Custody::OnTheServer | Custody::WithTheOrganisers)) {
                    let here = replica.memory.replica.document(document).expect("is listed");
                    self.acknowledged.entry(document).or_default().extend(heads(here));
                }
            }
        }
    }
}
