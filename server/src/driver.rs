//! Performs what the sync core decides: sends frames, loads documents, commits changes.
//!
//! One task owns the core. Whatever it wants committed while it works through the waiting events
//! goes to the storage as one batch, and the storage lets batches share an fsync: a lone phone
//! waits for nothing, and under load one fsync serves many. No domain decision is made here. What
//! runs hostile input runs on threads of its own ([`vetters`]).

mod actor;
mod cause;
mod commits;
#[cfg(test)]
mod tests;
mod under_way;
mod vetters;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

use shared::{
    document::DocumentId,
    repo::{Hub, HubConfig, HubEvent},
    sync::{
        share_policy::{Facts, Principal},
        vetting::Limits,
    },
};
use tokio::{
    runtime::Handle,
    sync::{broadcast, mpsc, oneshot},
};

use self::{actor::Actor, commits::report_commits, vetters::Vetters};
use crate::{
    clock::Clock,
    connection::Outgoing,
    log,
    metrics::Metrics,
    publication::PublishedChange,
    secret::TokenHash,
    storage::{Storage, StorageError},
};

/// Frames that may wait for the core; a connection that brings more is made to wait.
const WAITING_FRAMES: usize = 256;
/// News of the server's own that may wait for the core.
const WAITING_NEWS: usize = 16;

/// The way to the task that owns the sync core.
#[derive(Debug)]
pub(crate) struct Driver {
    frames: mpsc::Sender<Input>,
    news: mpsc::Sender<News>,
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

/// What reaches the core from peers; it is not taken while there is too much to do.
enum Input {
    Connected {
        connection: u64,
        principal: Principal,
        outgoing: Outgoing,
    },
    Received {
        connection: u64,
        frame: Vec<u8>,
    },
    Disconnected {
        connection: u64,
    },
    /// Behind what came before it.
    Drain(oneshot::Sender<()>),
}

/// What the server itself has done: it is taken at once, whatever peers have sent.
enum News {
    LogAdvanced,
    Erased { document: DocumentId, facts: Option<Facts> },
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
        Self::start_with(storage, clock, metrics, published, Vetters::start).await
    }

    /// As [`Driver::start`], with other threads that vet.
    async fn start_with(
        storage: &Arc<dyn Storage>,
        clock: Clock,
        metrics: &Arc<Metrics>,
        published: PublishedChange,
        vetters: impl FnOnce(mpsc::UnboundedSender<Answered>) -> Vetters,
    ) -> Result<Self, DriverError> {
        let incarnation = storage.incarnation().await?;
        let peer = format!("markt-{}", &incarnation[..8.min(incarnation.len())]);
        let vouchers = storage.voucher_key().await?;
        let config = HubConfig { peer: peer.clone(), incarnation, vouchers, limits: Limits::default() };
        let max_frame_bytes = config.limits.frame;
        let (frames, waiting_frames) = mpsc::channel(WAITING_FRAMES);
        let (news, waiting_news) = mpsc::channel(WAITING_NEWS);
        let (results, waiting_results) = mpsc::unbounded_channel();
        let runtime = Handle::current();
        let (committing, to_report) = mpsc::unbounded_channel();
        runtime.spawn(report_commits(to_report, Arc::clone(metrics), results.clone()));
        let vetters = vetters(results.clone());
        let actor = Actor::new(
            Hub::new(config),
            Arc::clone(storage),
            clock,
            Arc::clone(metrics),
            published,
            vetters,
            committing,
            results,
        );
        thread::Builder::new()
            .name("sync".into())
            .spawn(move || runtime.block_on(actor.run(waiting_frames, waiting_news, waiting_results)))
            .expect("the system has a thread for the sync core");
        Ok(Self {
            frames,
            news,
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
        self.send(Input::Received { connection, frame }).await;
    }

    /// A connection is gone.
    pub(crate) async fn disconnected(&self, connection: u64) {
        self.send(Input::Disconnected { connection }).await;
    }

    /// The server has committed something of its own: peers that follow the log are to read on.
    pub(crate) async fn log_advanced(&self) {
        self.tell(News::LogAdvanced).await;
    }

    /// A document was erased: no one is served from memory, and peers are told.
    pub(crate) async fn erased(&self, document: DocumentId, facts: Option<Facts>) {
        self.tell(News::Erased { document, facts }).await;
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

    async fn tell(&self, news: News) {
        // The task only ends with the process.
        drop(self.news.send(news).await);
    }
}

/// What reaches the core from what it had asked for: one answer to one question.
type Answered = Vec<HubEvent>;

fn storage_failed(error: &StorageError) {
    log::error("storage_failed", &[("operation", &error.operation), ("cause", &error.source)]);
}
