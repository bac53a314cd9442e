//! Performs what the sync core decides: sends frames, loads documents, commits changes.
//!
//! One task owns the core. Whatever it wants committed while it works through the waiting events
//! goes to the storage as one batch, and the storage lets batches share an fsync: a lone phone
//! waits for nothing, and under load one fsync serves many. No domain decision is made here.

use std::{
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::Duration,
};

use shared::{
    document::DocumentId,
    repo::{Commit, Hub, HubConfig, HubEffect, HubEvent},
    sync::{
        message::Message,
        share_policy::{Owner, Principal, owner_of},
        vetting::Limits,
    },
};
use tokio::{
    runtime::Handle,
    sync::{broadcast, mpsc, oneshot},
    time::{MissedTickBehavior, interval},
};

use crate::{
    clock::Clock,
    connection::Outgoing,
    log,
    metrics::Metrics,
    publication::PublishedChange,
    secret::TokenHash,
    storage::{Answer, Refused, Storage, StorageError},
};

/// Frames that may wait for the core; a connection that brings more is made to wait.
const WAITING_FRAMES: usize = 256;
/// So many events are handled before their commits are handed over.
const MAX_BATCH: usize = 256;

/// Close codes for a core that failed and for a peer that reads too slowly.
const INTERNAL_ERROR: u16 = 1011;
const TRY_LATER: u16 = 1013;

/// The way to the task that owns the sync core.
#[derive(Debug)]
pub(crate) struct Driver {
    frames: mpsc::Sender<Input>,
    ended_sessions: broadcast::Sender<TokenHash>,
    next_connection: AtomicU64,
    max_frame_bytes: usize,
    peer: String,
}

/// Why the core cannot start.
#[derive(Debug, thiserror::Error)]
#[error("cannot read the stored documents: {source}")]
pub struct DriverError {
    #[from]
    source: StorageError,
}

enum Input {
    Connected { connection: u64, principal: Principal, outgoing: Outgoing },
    Event(HubEvent),
    Drain(oneshot::Sender<()>),
}

impl Driver {
    /// Starts the task that owns the core.
    ///
    /// # Errors
    /// The storage cannot be read.
    pub(crate) async fn start(
        storage: &Arc<dyn Storage>,
        clock: Clock,
        metrics: &Arc<Metrics>,
        published: PublishedChange,
    ) -> Result<Self, DriverError> {
        let incarnation = storage.incarnation().await?;
        let peer = format!("markt-{}", &incarnation[..8.min(incarnation.len())]);
        let config = HubConfig { peer: peer.clone(), incarnation, limits: Limits::default() };
        let max_frame_bytes = config.limits.frame;
        let (frames, waiting_frames) = mpsc::channel(WAITING_FRAMES);
        let (results, waiting_results) = mpsc::unbounded_channel();
        let runtime = Handle::current();
        let (committing, to_report) = mpsc::unbounded_channel();
        runtime.spawn(report_commits(to_report, Arc::clone(metrics), results.clone()));
        let actor = Actor {
            hub: Hub::new(config),
            storage: Arc::clone(storage),
            clock,
            metrics: Arc::clone(metrics),
            published,
            runtime: runtime.clone(),
            connections: HashMap::new(),
            commits: Vec::new(),
            committing,
            results,
            outstanding: 0,
            drained: None,
        };
        thread::Builder::new()
            .name("sync".into())
            .spawn(move || runtime.block_on(actor.run(waiting_frames, waiting_results)))
            .expect("the system has a thread for the sync core");
        Ok(Self {
            frames,
            ended_sessions: broadcast::Sender::new(64),
            next_connection: AtomicU64::new(1),
            max_frame_bytes,
            peer,
        })
    }

    /// Larger frames are not read.
    pub(crate) fn max_frame_bytes(&self) -> usize {
        self.max_frame_bytes
    }

    /// The server's peer id.
    pub(crate) fn peer(&self) -> &str {
        &self.peer
    }

    /// Announces a connection; returns its number.
    pub(crate) async fn connected(&self, principal: Principal, outgoing: Outgoing) -> u64 {
        let connection = self.next_connection.fetch_add(1, Ordering::Relaxed);
        self.send(Input::Connected { connection, principal, outgoing }).await;
        connection
    }

    /// Hands a frame over; waits while the core has enough to do.
    pub(crate) async fn received(&self, connection: u64, frame: Vec<u8>) {
        self.send(Input::Event(HubEvent::Received { connection, frame })).await;
    }

    /// A connection is gone.
    pub(crate) async fn disconnected(&self, connection: u64) {
        self.send(Input::Event(HubEvent::Disconnected { connection })).await;
    }

    /// The server has committed something of its own: peers that follow the log are to read on.
    pub(crate) async fn log_advanced(&self) {
        self.send(Input::Event(HubEvent::LogAdvanced)).await;
    }

    /// A document was erased: no one is served from memory, and peers are told.
    pub(crate) async fn erased(&self, document: DocumentId) {
        self.send(Input::Event(HubEvent::Erased { document })).await;
    }

    /// A session was ended: its connections close.
    pub(crate) fn end_session(&self, token: TokenHash) {
        // Without connections there is no one to tell.
        drop(self.ended_sessions.send(token));
    }

    /// Learns of ended sessions.
    pub(crate) fn ended_sessions(&self) -> broadcast::Receiver<TokenHash> {
        self.ended_sessions.subscribe()
    }

    /// Waits until every change that was taken in is committed or refused.
    pub(crate) async fn drain(&self) {
        let (drained, answer) = oneshot::channel();
        self.send(Input::Drain(drained)).await;
        drop(answer.await);
    }

    async fn send(&self, input: Input) {
        // The task only ends with the process.
        drop(self.frames.send(input).await);
    }
}

/// A peer as the driver sees it.
struct Connected {
    outgoing: Outgoing,
    /// For whom it brings what it brings.
    owner: Owner,
}

struct Actor {
    hub: Hub,
    storage: Arc<dyn Storage>,
    clock: Clock,
    metrics: Arc<Metrics>,
    published: PublishedChange,
    runtime: Handle,
    connections: HashMap<u64, Connected>,
    /// Waiting to be handed to the storage together.
    commits: Vec<Commit>,
    committing: mpsc::UnboundedSender<Committing>,
    results: mpsc::UnboundedSender<Vec<HubEvent>>,
    /// Calls to the storage that have not been answered.
    outstanding: usize,
    drained: Option<oneshot::Sender<()>>,
}

impl Actor {
    async fn run(
        mut self,
        mut frames: mpsc::Receiver<Input>,
        mut results: mpsc::UnboundedReceiver<Vec<HubEvent>>,
    ) {
        let mut ticks = interval(Duration::from_secs(1));
        ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
        loop {
            // Results first: they free what frames wait for.
            tokio::select! {
                biased;
                Some(events) = results.recv() => self.take_results(events),
                input = frames.recv() => match input {
                    Some(input) => self.take(input),
                    None => return,
                },
                _ = ticks.tick() => self.handle(HubEvent::Tick),
            }
            for _ in 0..MAX_BATCH {
                if let Ok(events) = results.try_recv() {
                    self.take_results(events);
                } else if let Ok(input) = frames.try_recv() {
                    self.take(input);
                } else {
                    break;
                }
            }
            self.hand_commits_over();
            if self.outstanding == 0
                && let Some(drained) = self.drained.take()
            {
                // Whoever waited may have given up.
                _ = drained.send(());
            }
        }
    }

    fn take(&mut self, input: Input) {
        match input {
            Input::Connected { connection, principal, outgoing } => {
                let owner = owner_of(&principal);
                self.connections.insert(connection, Connected { outgoing, owner });
                self.handle(HubEvent::Connected { connection, principal });
            }
            Input::Event(HubEvent::Received { connection, frame }) => {
                // After a close, frames of the same connection may still be on their way here.
                if self.connections.contains_key(&connection) {
                    self.metrics.frames_in.add(1);
                    self.handle(HubEvent::Received { connection, frame });
                }
            }
            Input::Event(HubEvent::Disconnected { connection }) => self.disconnect(connection),
            Input::Event(event) => self.handle(event),
            Input::Drain(drained) => self.drained = Some(drained),
        }
    }

    fn take_results(&mut self, events: Vec<HubEvent>) {
        self.outstanding -= 1;
        for event in events {
            self.handle(event);
        }
    }

    fn disconnect(&mut self, connection: u64) {
        if self.connections.remove(&connection).is_some() {
            self.handle(HubEvent::Disconnected { connection });
        }
    }

    /// Lets the core handle an event. A panic costs the connection that brought it, no one else.
    fn handle(&mut self, event: HubEvent) {
        let now_ms = self.clock.now_ms();
        let cause = Cause::of(&event);
        let effects = catch_unwind(AssertUnwindSafe(|| self.hub.handle(now_ms, event)));
        match effects {
            Ok(effects) => {
                for effect in effects {
                    self.perform(effect);
                }
            }
            Err(_) => self.panicked(cause),
        }
    }

    /// The core panicked over an event: what it was about is given up, everything else goes on.
    fn panicked(&mut self, cause: Cause) {
        self.metrics.panics.add(1);
        match cause {
            Cause::Frame { connection, frame } => {
                log::error("sync_panicked", &[("connection", &connection), ("frame_bytes", &frame.len())]);
                if let Ok(Message::Sync { document, data, .. }) = Message::decode(&frame) {
                    let brought_by = self.connections.get(&connection).map(|peer| peer.owner);
                    self.quarantine(document, "panicked", brought_by, data);
                }
                if let Some(Connected { outgoing, .. }) = self.connections.get(&connection) {
                    outgoing.close(INTERNAL_ERROR, "internal error");
                }
                self.disconnect(connection);
            }
            Cause::Load(document) => {
                log::error("sync_panicked", &[("document", &short(document))]);
                self.handle(HubEvent::LoadFailed { document });
            }
            Cause::Other => log::error("sync_panicked", &[]),
        }
    }

    fn perform(&mut self, effect: HubEffect) {
        match effect {
            HubEffect::Send { connection, frame } => self.send(connection, frame),
            HubEffect::Close { connection, reason } => {
                // The core has forgotten it already.
                if let Some(Connected { outgoing, .. }) = self.connections.remove(&connection) {
                    outgoing.close(reason.code(), "");
                }
            }
            HubEffect::Load { document, claimant } => {
                let loading = self.storage.load(document, claimant);
                self.answer(loading, move |result| match result {
                    Ok(loaded) => {
                        vec![HubEvent::Loaded { document, found: loaded.found, claimant: loaded.claimant }]
                    }
                    Err(_) => vec![HubEvent::LoadFailed { document }],
                });
            }
            HubEffect::Commit(commit) => self.commits.push(commit),
            HubEffect::ReadLog { connection, after, limit } => {
                let reading = self.storage.read_log(after, limit);
                self.answer(reading, move |result| match result {
                    Ok(page) => vec![HubEvent::LogRead { connection, page }],
                    Err(_) => vec![HubEvent::LogFailed { connection }],
                });
            }
            HubEffect::Quarantine { document, code, brought_by, bytes } => {
                self.quarantine(document, code.name(), brought_by, bytes);
            }
            HubEffect::Published => self.published.announce(),
        }
    }

    fn quarantine(
        &mut self,
        document: DocumentId,
        reason: &'static str,
        brought_by: Option<Owner>,
        bytes: Vec<u8>,
    ) {
        self.metrics.quarantined.add(1);
        log::warn("quarantined", &[("document", &short(document)), ("reason", &reason)]);
        let at_ms = self.clock.now_ms();
        let refused = Refused { document, reason: reason.to_owned(), brought_by, at_ms };
        let keeping = self.storage.quarantine(refused, bytes);
        self.answer(keeping, |_| Vec::new());
    }

    fn send(&mut self, connection: u64, frame: Vec<u8>) {
        let Some(Connected { outgoing, .. }) = self.connections.get(&connection) else { return };
        self.metrics.frames_out.add(1);
        if outgoing.send(frame).is_err() {
            // It reads more slowly than it asks: it may come back and go on where it was.
            log::warn("slow_peer_closed", &[("connection", &connection)]);
            outgoing.close(TRY_LATER, "reading too slowly");
            self.disconnect(connection);
        }
    }

    fn hand_commits_over(&mut self) {
        if self.commits.is_empty() {
            return;
        }
        let commits = std::mem::take(&mut self.commits);
        let numbers: Vec<(DocumentId, u64)> =
            commits.iter().map(|commit| (commit.document, commit.commit)).collect();
        self.outstanding += 1;
        let committing = Committing { numbers, answer: self.storage.commit(commits) };
        // The task that waits ends with this one.
        drop(self.committing.send(committing));
    }

    /// Waits for the storage beside the loop and feeds back what `events` makes of its answer.
    fn answer<T: Send + 'static>(
        &mut self,
        answer: Answer<T>,
        events: impl FnOnce(Result<T, StorageError>) -> Vec<HubEvent> + Send + 'static,
    ) {
        self.outstanding += 1;
        let results = self.results.clone();
        self.runtime.spawn(async move {
            let result = answer.await;
            if let Err(error) = &result {
                storage_failed(error);
            }
            // The actor only ends with the process.
            drop(results.send(events(result)));
        });
    }
}

/// A batch on its way to the disk.
struct Committing {
    /// Document and number of each commit.
    numbers: Vec<(DocumentId, u64)>,
    answer: Answer<Vec<Option<u64>>>,
}

/// Feeds back what became of each batch, in the order of the log.
async fn report_commits(
    mut waiting: mpsc::UnboundedReceiver<Committing>,
    metrics: Arc<Metrics>,
    results: mpsc::UnboundedSender<Vec<HubEvent>>,
) {
    while let Some(Committing { numbers, answer }) = waiting.recv().await {
        let events = match answer.await {
            Ok(places) => {
                metrics.commits.add(places.len() as u64);
                std::iter::zip(numbers, places)
                    .map(|((document, commit), place)| match place {
                        Some(seq) => HubEvent::Committed { document, commit, seq },
                        None => HubEvent::Erased { document },
                    })
                    .collect()
            }
            Err(error) => {
                storage_failed(&error);
                metrics.commit_failures.add(numbers.len() as u64);
                numbers
                    .into_iter()
                    .map(|(document, commit)| HubEvent::CommitFailed { document, commit })
                    .collect()
            }
        };
        drop(results.send(events));
    }
}

fn storage_failed(error: &StorageError) {
    log::error("storage_failed", &[("operation", &error.operation), ("cause", &error.source)]);
}

/// What is given up if handling an event panics.
enum Cause {
    Frame { connection: u64, frame: Vec<u8> },
    Load(DocumentId),
    Other,
}

impl Cause {
    fn of(event: &HubEvent) -> Self {
        match event {
            HubEvent::Received { connection, frame } => {
                Self::Frame { connection: *connection, frame: frame.clone() }
            }
            HubEvent::Loaded { document, .. } => Self::Load(*document),
            _ => Self::Other,
        }
    }
}

/// Enough of a document's id to find it in the database.
fn short(document: DocumentId) -> String {
    document.to_string().chars().take(8).collect()
}
