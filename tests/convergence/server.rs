//! The server: the real hub over a database that answers late, fails, and loses what it had not
//! committed.

use automerge::Automerge;
use shared::document::{DocumentId, Head, Kind, blank, heads};
use shared::repo::{ChunkRole, Claimant, Commit, Hub, HubConfig, HubEffect, HubEvent};
use shared::sync::share_policy::{Facts, Owner};
use shared::sync::vetting::Limits;
use shared::sync::vetting::VettingJob;
use shared::sync::voucher::VoucherKey;
use shared::testing::MemoryDatabase;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What is done beside the hub.
enum Task {
    Load { document: DocumentId, claimant: Option<DocumentId> },
    ReadLog { connection: u64, after: u64, limit: usize },
    Vet { document: DocumentId, vetting: u64, job: VettingJob },
}

/// See the module's documentation.
pub(crate) struct Server {
    pub(crate) hub: Hub,
    pub(crate) database: MemoryDatabase,
    /// Devices that sign claims.
    pub(crate) devices: BTreeMap<DocumentId, Claimant>,
    /// Whether nothing can be read or committed.
    pub(crate) database_fails: bool,
    /// How far its clock is from the true time.
    pub(crate) clock_error_ms: i64,
    /// Frames to be put on the wires.
    pub(crate) outgoing: Vec<(u64, Vec<u8>)>,
    /// Connections that the hub has closed.
    pub(crate) closed: Vec<u64>,
    /// Every change that was ever durable, with all that it depends on; an acknowledgement of anything
    /// else is a lie.
    pub(crate) ever_durable: BTreeSet<(DocumentId, Head)>,
    limits: Limits,
    backup: Option<MemoryDatabase>,
    tasks: Vec<Task>,
    answers: Vec<HubEvent>,
    commits: Vec<Commit>,
    reports: VecDeque<HubEvent>,
}

impl Server {
    pub(crate) fn new(limits: Limits) -> Server {
        let database = MemoryDatabase::new("incarnation-1");
        Server {
            hub: hub(&database.incarnation, limits),
            limits,
            database,
            devices: BTreeMap::new(),
            database_fails: false,
            clock_error_ms: 0,
            outgoing: Vec::new(),
            closed: Vec::new(),
            ever_durable: BTreeSet::new(),
            backup: None,
            tasks: Vec::new(),
            answers: Vec::new(),
            commits: Vec::new(),
            reports: VecDeque::new(),
        }
    }

    pub(crate) fn handle(&mut self, now_ms: i64, event: HubEvent) {
        for effect in self.hub.handle(now_ms + self.clock_error_ms, event) {
            match effect {
                HubEffect::Send { connection, frame } | HubEffect::SendIfIdle { connection, frame } => {
                    self.outgoing.push((connection, frame));
                }
                HubEffect::Close { connection, .. } => self.closed.push(connection),
                HubEffect::Load { document, claimant } => {
                    self.tasks.push(Task::Load { document, claimant });
                }
                HubEffect::ReadLog { connection, after, limit } => {
                    self.tasks.push(Task::ReadLog { connection, after, limit });
                }
                HubEffect::Vet { document, vetting, job, .. } => {
                    self.tasks.push(Task::Vet { document, vetting, job });
                }
                HubEffect::Commit(commit) => self.commits.push(commit),
                HubEffect::Quarantine { .. } | HubEffect::Published => {}
            }
        }
    }

    pub(crate) fn tasks(&self) -> usize {
        self.tasks.len()
    }

    pub(crate) fn answers(&self) -> usize {
        self.answers.len()
    }

    pub(crate) fn has_commits(&self) -> bool {
        !self.commits.is_empty()
    }

    pub(crate) fn has_report(&self) -> bool {
        !self.reports.is_empty()
    }

    /// Something is looked up or vetted, in whatever order; the hub does not know yet.
    pub(crate) fn work(&mut self, which: usize) {
        let answer = match self.tasks.swap_remove(which) {
            Task::Load { document, .. } if self.database_fails => HubEvent::LoadFailed { document },
            Task::Load { document, claimant } => {
                let claimant = claimant.and_then(|device| self.devices.get(&device).cloned());
                HubEvent::Loaded { document, found: self.database.find(document), claimant }
            }
            Task::ReadLog { connection, .. } if self.database_fails => HubEvent::LogFailed { connection },
            Task::ReadLog { connection, after, limit } => {
                HubEvent::LogRead { connection, page: self.database.log(after, limit) }
            }
            Task::Vet { document, vetting, job } => {
                HubEvent::Vetted { document, vetting, outcome: job.run() }
            }
        };
        self.answers.push(answer);
    }

    /// The hub learns what came of it; answers overtake each other.
    pub(crate) fn learn_answer(&mut self, now_ms: i64, which: usize) {
        let answer = self.answers.swap_remove(which);
        self.handle(now_ms, answer);
    }

    /// One transaction makes all durable that waits, or nothing; the hub does not know yet.
    pub(crate) fn commit(&mut self) {
        for commit in std::mem::take(&mut self.commits) {
            let report = if self.database_fails {
                HubEvent::CommitFailed { document: commit.document, commit: commit.commit }
            } else {
                self.make_durable(commit)
            };
            self.reports.push_back(report);
        }
    }

    /// The hub learns what became of a commit, in the order of the log.
    pub(crate) fn learn_report(&mut self, now_ms: i64) {
        if let Some(report) = self.reports.pop_front() {
            self.handle(now_ms, report);
        }
    }

    /// Something is committed that did not come from the hub, such as a new device.
    pub(crate) fn enrol(&mut self, device: DocumentId, market: &str) {
        let document = blank(Kind::Device);
        let owner = Owner::Device(device);
        self.make_durable(Commit {
            document: device,
            commit: 0,
            facts: Facts { kind: Some(Kind::Device), market: Some(market.to_owned()), owner },
            chunk: document.save(),
            heads: heads(&document),
            chunk_is: ChunkRole::Whole,
            receipt: None,
        });
        self.answers.push(HubEvent::LogAdvanced);
    }

    /// An organiser erases a document.
    pub(crate) fn erase(&mut self, document: DocumentId) {
        let facts = self.database.erase(document);
        self.answers.push(HubEvent::Erased { document, facts });
    }

    /// Keeps a copy of the database, as `markt backup` does.
    pub(crate) fn back_up(&mut self) {
        self.backup = Some(self.database.clone());
    }

    /// The process is killed: what is not committed is gone.
    pub(crate) fn crash(&mut self) {
        self.tasks.clear();
        self.answers.clear();
        self.commits.clear();
        self.reports.clear();
        self.outgoing.clear();
        self.hub = hub(&self.database.incarnation, self.limits);
    }

    /// The database is lost, too, and an older copy takes its place; what was erased since then is
    /// erased again.
    pub(crate) fn restore(&mut self) {
        if let Some(backup) = self.backup.clone() {
            let incarnation = format!("{}'", self.database.incarnation);
            let lost = std::mem::replace(&mut self.database, backup);
            self.database.incarnation = incarnation;
            for document in lost.erased.into_keys() {
                self.database.erase(document);
            }
        }
        self.crash();
    }

    fn make_durable(&mut self, commit: Commit) -> HubEvent {
        let report = self.database.commit(commit);
        if let HubEvent::Committed { document, .. } = &report {
            let stored = self.database.documents[document].chunks.concat();
            let stored = Automerge::load(&stored).expect("what is committed loads");
            let changes = stored.get_changes(&[]).into_iter().map(|change| (*document, change.hash().0));
            self.ever_durable.extend(changes);
        }
        report
    }
}

/// Limits that are reached all the time: whoever is put off must get there all the same.
pub(crate) fn narrow() -> Limits {
    Limits { topics: 4, memory: 60_000, waiting_of_one: 3_000, waiting: 5_000, ..Limits::default() }
}

/// So little memory, and so few turns, that all but empty documents are brought in one by one.
pub(crate) fn crowded() -> Limits {
    Limits { memory: 60_000, large: 18_000, turns: 1, ..Limits::default() }
}

fn hub(incarnation: &str, limits: Limits) -> Hub {
    Hub::new(HubConfig {
        peer: "server".into(),
        incarnation: incarnation.to_owned(),
        vouchers: VoucherKey::new([5; 32]),
        limits,
    })
}
