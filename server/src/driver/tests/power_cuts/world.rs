//! A server, its disk and its peers, from one power cut to the next.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};

use automerge::{Automerge, ChangeHash, ReadDoc as _, sync::Message as SyncMessage};
use jiff::civil::date;
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use shared::{
    document::{DocumentId, heads},
    repo::{ConnectionState, Custody, Found},
    sync::message::Message,
};
use tokio::time::timeout;

use super::peer::Peer;
use crate::{
    clock::Clock,
    driver::Driver,
    erasure,
    metrics::Metrics,
    publication::PublishedChange,
    storage::{
        EraseReason, ErasureLog, SqliteStorage, Storage, StorageError,
        unreliable_disk::{Trouble, UnreliableDisk},
    },
};

/// How long the server may take for what it has been given.
const PATIENCE: Duration = Duration::from_secs(60);

/// What happened.
#[derive(Debug, Default)]
pub(super) struct Figures {
    /// Power cuts.
    pub(super) cuts: usize,
    /// Of these, while the server was starting.
    pub(super) cuts_at_start: usize,
    /// Documents of which the server said to have something.
    pub(super) promised: usize,
    /// Erasures that were acknowledged.
    pub(super) erased: usize,
    /// Commits that failed and were refused as temporary.
    pub(super) refused: usize,
}

impl Figures {
    pub(super) fn add(&mut self, other: Self) {
        self.cuts += other.cuts;
        self.cuts_at_start += other.cuts_at_start;
        self.promised += other.promised;
        self.erased += other.erased;
        self.refused += other.refused;
    }
}

/// See the module's documentation.
pub(super) struct World {
    pub(super) disk: Arc<UnreliableDisk>,
    chance: StdRng,
    peers: Vec<Peer>,
    /// Changes that the server said to have, to whomever.
    promised: BTreeMap<DocumentId, BTreeSet<ChangeHash>>,
    /// Documents that someone tried to erase.
    to_be_erased: BTreeSet<DocumentId>,
    /// Documents of which the server said that they are erased.
    erased: BTreeSet<DocumentId>,
    figures: Figures,
}

/// A server that runs.
struct Running {
    storage: Arc<dyn Storage>,
    erasures: ErasureLog,
    driver: Driver,
}

impl Running {
    async fn start(disk: &Arc<UnreliableDisk>) -> Result<Self, StorageError> {
        let storage: Arc<dyn Storage> = Arc::new(SqliteStorage::open(&disk.file("markt.db"))?);
        let erasures = ErasureLog::on(Arc::clone(disk) as _, disk.file(ErasureLog::FILE_NAME));
        erasure::replay(&*storage, &erasures).await?;
        let (clock, metrics) = (Clock::default(), Arc::new(Metrics::default()));
        let driver = Driver::start(&storage, clock, &metrics, PublishedChange::default()).await;
        Ok(Self { storage, erasures, driver: driver.map_err(|error| error.source)? })
    }
}

impl World {
    pub(super) fn new(seed: u64) -> Self {
        let mut chance = StdRng::seed_from_u64(seed);
        Self {
            disk: Arc::new(UnreliableDisk::new(chance.random())),
            chance,
            peers: vec![Peer::device(1), Peer::device(2), Peer::organiser(3), Peer::organiser(4)],
            promised: BTreeMap::new(),
            to_be_erased: BTreeSet::new(),
            erased: BTreeSet::new(),
            figures: Figures::default(),
        }
    }

    /// Lets people work through so many power cuts, and brings all together in the end.
    ///
    /// # Errors
    /// Says what the server did not keep.
    pub(super) async fn live(mut self, cuts: u64) -> Result<Figures, String> {
        for _ in 0..cuts {
            let server = self.start().await?;
            self.check_promises(&server).await?;
            self.work(&server).await?;
            self.cut(server).await;
        }
        let server = self.start().await?;
        self.check_promises(&server).await?;
        self.come_to_rest(&server).await?;
        self.check_agreement(&server).await?;
        self.figures.promised = self.promised.len();
        self.figures.erased = self.erased.len();
        Ok(self.figures)
    }

    /// Starts the server on what is left, though the power may go again meanwhile.
    async fn start(&mut self) -> Result<Running, String> {
        loop {
            if self.chance.random_range(0..4) == 0 {
                self.disk.cut_after(self.chance.random_range(0..40));
            }
            match Running::start(&self.disk).await {
                Ok(server) => {
                    self.disk.stay_on();
                    if !self.disk.is_dead() {
                        return Ok(server);
                    }
                }
                Err(_) if self.disk.is_dead() => {}
                Err(error) => return Err(format!("it does not start: {error} ({})", error.source)),
            }
            self.figures.cuts_at_start += 1;
            self.disk = Arc::new(self.disk.restart());
        }
    }

    async fn work(&mut self, server: &Running) -> Result<(), String> {
        for peer in &mut self.peers {
            peer.connect(&server.driver).await;
        }
        if self.chance.random_range(0..5) > 0 {
            self.disk.cut_after(self.chance.random_range(0..150));
        }
        for _ in 0..self.chance.random_range(2..12) {
            if self.chance.random_range(0..3) == 0 {
                let trouble = self.any_trouble();
                self.disk.set_trouble(trouble);
            }
            for _ in 0..self.chance.random_range(1..6) {
                let peer = self.chance.random_range(0..self.peers.len());
                self.peers[peer].work(&mut self.chance);
            }
            match self.chance.random_range(0..8) {
                0 => self.erase(server).await,
                // Whether it succeeds makes no difference to what was promised.
                1 => drop(server.storage.scrub().await),
                2 | 3 => self.reconnect(server).await,
                _ => {}
            }
            // Where the log could not be read, the server has closed.
            for peer in self.peers.iter_mut().filter(|peer| !peer.is_connected()) {
                peer.connect(&server.driver).await;
            }
            self.talk(server).await?;
            if self.disk.is_dead() {
                break;
            }
        }
        Ok(())
    }

    fn any_trouble(&mut self) -> Trouble {
        let often = [0, 1, 3, 10][self.chance.random_range(0..4)];
        let mut trouble = Trouble::default();
        match self.chance.random_range(0..5) {
            0 => trouble.full = often,
            1 => trouble.write = often,
            2 => trouble.sync = often,
            3 => trouble.read = often,
            _ => {}
        }
        trouble
    }

    async fn erase(&mut self, server: &Running) {
        let contacts = self.peers[2].contacts();
        if contacts.is_empty() {
            return;
        }
        let document = contacts[self.chance.random_range(0..contacts.len())];
        self.to_be_erased.insert(document);
        let (reason, today) = (EraseReason::Organiser, date(2036, 6, 1));
        if erasure::erase(&*server.storage, &server.erasures, vec![document], reason, today).await.is_ok() {
            self.erased.insert(document);
            server.driver.erased(document, None).await;
        }
    }

    /// A peer comes back, perhaps after a crash.
    async fn reconnect(&mut self, server: &Running) {
        let number = self.chance.random_range(0..self.peers.len());
        let peer = &mut self.peers[number];
        peer.disconnect(Some(&server.driver)).await;
        if self.chance.random() {
            peer.memory.crash();
        }
        peer.connect(&server.driver).await;
    }

    /// Lets all talk until no one has anything to say.
    async fn talk(&mut self, server: &Running) -> Result<(), String> {
        loop {
            let mut moved = false;
            for peer in &mut self.peers {
                moved |= peer.send(&server.driver).await;
            }
            if timeout(PATIENCE, server.driver.drain()).await.is_err() {
                return Err("it does not come to an end with what it was given".into());
            }
            for number in 0..self.peers.len() {
                while let Some(frame) = self.peers[number].receive() {
                    self.note_promises(&frame);
                    moved = true;
                }
            }
            if !moved || self.disk.is_dead() {
                return Ok(());
            }
        }
    }

    /// Whatever the server says to have, it promises to have for ever.
    fn note_promises(&mut self, frame: &[u8]) {
        match Message::decode(frame) {
            Ok(Message::Sync { document, data, .. }) => {
                let message = SyncMessage::decode(&data).expect("the server speaks the protocol");
                self.note_promise(document, message.heads);
            }
            Ok(Message::LogPage { entries, .. }) => {
                for (document, heads) in entries {
                    self.note_promise(document, heads.into_iter().map(ChangeHash).collect());
                }
            }
            Ok(Message::Error { code: Some(code), .. }) if code == "temporary" => self.figures.refused += 1,
            _ => {}
        }
    }

    /// No heads say that there is nothing.
    fn note_promise(&mut self, document: DocumentId, heads: Vec<ChangeHash>) {
        if !heads.is_empty() {
            self.promised.entry(document).or_default().extend(heads);
        }
    }

    /// The power goes now, unless it went before; the server may have closed in order first.
    async fn cut(&mut self, server: Running) {
        if self.chance.random_range(0..6) == 0 {
            drop(server.storage.close().await);
        }
        let disk = Arc::new(self.disk.restart());
        for number in 0..self.peers.len() {
            // What was on its way to a peer may still reach it.
            while let Some(frame) = self.peers[number].receive() {
                self.note_promises(&frame);
            }
            self.peers[number].disconnect(None).await;
        }
        self.disk = disk;
        self.figures.cuts += 1;
    }

    async fn check_promises(&self, server: &Running) -> Result<(), String> {
        let faults = server.storage.faults().await.map_err(|error| error.to_string())?;
        if !faults.is_empty() {
            return Err(format!("the database is damaged: {faults:?}"));
        }
        for (document, promised) in &self.promised {
            match self.stored(server, *document).await? {
                None if self.to_be_erased.contains(document) => {}
                None => return Err(format!("{document} was acknowledged and is lost")),
                Some(_) if self.erased.contains(document) => {
                    return Err(format!("{document} was erased and is there"));
                }
                Some(stored) => {
                    if promised.iter().any(|change| stored.get_change_by_hash(change).is_none()) {
                        return Err(format!("a change of {document} was acknowledged and is lost"));
                    }
                }
            }
        }
        Ok(())
    }

    /// A document as it can be read from the disk.
    async fn stored(&self, server: &Running, document: DocumentId) -> Result<Option<Automerge>, String> {
        let loaded = server.storage.load(document, None).await.map_err(|error| error.to_string())?;
        match loaded.found {
            Found::Present { chunks, .. } => {
                let loaded = Automerge::load(&chunks.concat());
                loaded.map(Some).map_err(|error| format!("{document} cannot be read: {error}"))
            }
            Found::Absent | Found::Erased { .. } => Ok(None),
        }
    }

    /// Trouble is over.
    async fn come_to_rest(&mut self, server: &Running) -> Result<(), String> {
        self.peers.push(Peer::organiser(5));
        for peer in &mut self.peers {
            peer.connect(&server.driver).await;
        }
        self.talk(server).await
    }

    async fn check_agreement(&self, server: &Running) -> Result<(), String> {
        for (number, peer) in self.peers.iter().enumerate() {
            let replica = &peer.memory.replica;
            if replica.connection() != ConnectionState::UpToDate {
                return Err(format!("peer {number} is {:?}", replica.connection()));
            }
            for (document, _) in replica.documents() {
                if replica.custody(document) != Some(Custody::OnTheServer) {
                    return Err(format!("{document} of peer {number} is {:?}", replica.custody(document)));
                }
                let stored = self.stored(server, document).await?;
                if replica.heads(document) != stored.map(|stored| heads(&stored)).as_deref() {
                    return Err(format!("peer {number} and the server differ in {document}"));
                }
            }
        }
        let (known, fresh) = (&self.peers[2].memory.replica, &self.peers[4].memory.replica);
        let (known, fresh) = (known.documents().count(), fresh.documents().count());
        if known == fresh { Ok(()) } else { Err(format!("{fresh} documents of {known} reach a new peer")) }
    }
}
