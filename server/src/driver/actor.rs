//! The task that owns the core: takes events in, performs effects.

use std::{
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::Duration,
};

use shared::{
    document::DocumentId,
    repo::{Commit, Hub, HubEffect, HubEvent},
    sync::{
        RefusalCode,
        message::Message,
        reach::{Reach, reach},
        share_policy::{Owner, Principal, owner_of},
    },
};
use tokio::{
    sync::{mpsc, oneshot},
    time::{MissedTickBehavior, interval},
};

use super::{
    Answered, Input, News,
    cause::Cause,
    commits::Committing,
    storage_failed,
    under_way::UnderWay,
    vetters::{GivenUp, Vetters, Vetting},
};
use crate::{
    clock::Clock,
    connection::{Outgoing, TRY_LATER},
    log,
    metrics::Metrics,
    publication::PublishedChange,
    storage::{Answer, Refused, Storage, StorageError},
};

/// So many events are handled before their commits are handed over.
const MAX_BATCH: usize = 256;

/// One principal has no more connections than this at a time: each may make the server hold much.
const MAX_CONNECTIONS_EACH: usize = 16;
/// All together have no more.
const MAX_CONNECTIONS: usize = 4_096;

/// Close code for a core that failed.
const INTERNAL_ERROR: u16 = 1011;

/// A peer as the driver sees it.
struct Connected {
    outgoing: Outgoing,
    principal: Principal,
    /// What it might see of the log.
    reach: Reach,
    /// Whether the core knows that too much waits for it.
    is_congested: bool,
    /// Whether it has asked for the log: only its first cursor can come from another copy of the data.
    has_read_log: bool,
}

/// The task that owns the core.
pub(super) struct Actor {
    hub: Hub,
    storage: Arc<dyn Storage>,
    clock: Clock,
    metrics: Arc<Metrics>,
    published: PublishedChange,
    connections: HashMap<u64, Connected>,
    vetters: Vetters,
    /// Waiting to be handed to the storage together.
    commits: Vec<Commit>,
    committing: mpsc::UnboundedSender<Committing>,
    results: mpsc::UnboundedSender<Answered>,
    under_way: UnderWay,
    drained: Option<oneshot::Sender<()>>,
}

impl Actor {
    #[expect(clippy::too_many_arguments, reason = "what one task is made of")]
    pub(super) fn new(
        hub: Hub,
        storage: Arc<dyn Storage>,
        clock: Clock,
        metrics: Arc<Metrics>,
        published: PublishedChange,
        vetters: Vetters,
        committing: mpsc::UnboundedSender<Committing>,
        results: mpsc::UnboundedSender<Answered>,
    ) -> Self {
        Self {
            hub,
            storage,
            clock,
            metrics,
            published,
            connections: HashMap::new(),
            vetters,
            commits: Vec::new(),
            committing,
            results,
            under_way: UnderWay::default(),
            drained: None,
        }
    }

    pub(super) async fn run(
        mut self,
        mut frames: mpsc::Receiver<Input>,
        mut news: mpsc::Receiver<News>,
        mut results: mpsc::UnboundedReceiver<Answered>,
    ) {
        let mut ticks = interval(Duration::from_secs(1));
        ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
        loop {
            // Results before frames: they free what frames wait for. Once a second what hangs is given up,
            // however much comes, and what the server itself has done waits for no peer.
            tokio::select! {
                biased;
                _ = ticks.tick() => self.tick(),
                Some(events) = results.recv() => self.take_results(events),
                Some(news) = news.recv() => self.take_news(news),
                input = frames.recv(), if !self.is_too_much() => match input {
                    Some(input) => self.take(input),
                    None => return,
                },
            }
            for _ in 0..MAX_BATCH {
                if let Ok(events) = results.try_recv() {
                    self.take_results(events);
                } else if let Ok(news) = news.try_recv() {
                    self.take_news(news);
                } else if !self.is_too_much()
                    && let Ok(input) = frames.try_recv()
                {
                    self.take(input);
                } else {
                    break;
                }
            }
            self.hand_commits_over();
            if self.under_way.is_nothing()
                && let Some(drained) = self.drained.take()
            {
                // Whoever waited may have given up.
                _ = drained.send(());
            }
        }
    }

    /// Whether so much is under way that peers are made to wait.
    fn is_too_much(&self) -> bool {
        self.under_way.is_too_much() || !self.hub.has_room()
    }

    fn take(&mut self, input: Input) {
        match input {
            Input::Connected { connection, principal, outgoing } => {
                if self.has_enough_connections(&principal) {
                    return outgoing.close(TRY_LATER, "too many connections");
                }
                let reach = reach(&principal);
                let known = principal.clone();
                let connected =
                    Connected { outgoing, principal: known, reach, is_congested: false, has_read_log: false };
                self.connections.insert(connection, connected);
                self.handle(HubEvent::Connected { connection, principal });
            }
            Input::Received { connection, frame } => {
                // After a close, frames of the same connection may still be on their way here.
                if self.connections.contains_key(&connection) {
                    self.metrics.frames_in.add(1);
                    self.relieve(connection);
                    self.handle(HubEvent::Received { connection, frame });
                }
            }
            Input::Disconnected { connection } => self.disconnect(connection),
            Input::Drain(drained) => self.drained = Some(drained),
        }
    }

    fn take_news(&mut self, news: News) {
        match news {
            News::LogAdvanced => self.handle(HubEvent::LogAdvanced),
            News::Erased { document, facts } => self.handle(HubEvent::Erased { document, facts }),
        }
    }

    fn has_enough_connections(&self, principal: &Principal) -> bool {
        let of_theirs = self.connections.values().filter(|one| one.principal == *principal);
        self.connections.len() >= MAX_CONNECTIONS || of_theirs.count() >= MAX_CONNECTIONS_EACH
    }

    fn take_results(&mut self, events: Vec<HubEvent>) {
        self.under_way.answered(&events);
        for event in events {
            self.handle(event);
        }
    }

    fn tick(&mut self) {
        for GivenUp { document, number, connection, code } in self.vetters.give_up_on_hung() {
            self.metrics.vettings_given_up.add(1);
            self.take_results(vec![HubEvent::Vetted { document, vetting: number, outcome: Err(code) }]);
            if code == RefusalCode::TooLarge {
                // Whoever brings such inputs brings them one by one, and connects for each.
                self.close(connection);
            }
        }
        let congested = self.connections.iter().filter(|(_, connected)| connected.is_congested);
        for connection in congested.map(|(connection, _)| *connection).collect::<Vec<_>>() {
            self.relieve(connection);
        }
        self.handle(HubEvent::Tick);
        self.metrics.documents_in_memory.set(self.hub.active_documents() as u64);
    }

    fn disconnect(&mut self, connection: u64) {
        if self.connections.remove(&connection).is_some() {
            self.handle(HubEvent::Disconnected { connection });
        }
    }

    /// Tells the core once a peer for whom much waited has taken most of it.
    fn relieve(&mut self, connection: u64) {
        let Some(connected) = self.connections.get_mut(&connection) else { return };
        if connected.is_congested && !connected.outgoing.is_congested() {
            connected.is_congested = false;
            self.handle(HubEvent::Relieved { connection });
        }
    }

    /// Closes a connection whose input could not be handled.
    fn close(&mut self, connection: u64) {
        if let Some(Connected { outgoing, .. }) = self.connections.get(&connection) {
            outgoing.close(INTERNAL_ERROR, "internal error");
        }
        self.disconnect(connection);
    }

    /// Lets the core handle an event. A panic costs the connection that brought it, no one else: what was decided
    /// for others before is done.
    fn handle(&mut self, event: HubEvent) {
        let now_ms = self.clock.now_ms();
        let cause = Cause::of(&event);
        let mut effects = Vec::new();
        let decided = catch_unwind(AssertUnwindSafe(|| self.hub.decide(now_ms, event, &mut effects)));
        for effect in effects {
            self.perform(effect);
        }
        if decided.is_err() {
            self.panicked(cause);
        }
    }

    /// The core panicked over an event: what it was about is given up, everything else goes on. If that is not
    /// known, all peers connect anew.
    fn panicked(&mut self, cause: Cause) {
        self.metrics.panics.add(1);
        match cause {
            Cause::Frame { connection, frame } => {
                log::error("sync_panicked", &[("connection", &connection), ("frame_bytes", &frame.len())]);
                let message = catch_unwind(|| Message::decode(&frame));
                if let Ok(Ok(Message::Sync { document, data, .. })) = message {
                    self.handle(HubEvent::GivenUp { document, vetting: None });
                    let brought_by = self.connections.get(&connection).map(|peer| owner_of(&peer.principal));
                    self.quarantine(document, "panicked", brought_by, data);
                }
                self.close(connection);
            }
            Cause::Answer { document, vetting } => {
                log::error("sync_panicked", &[("document", &short(document))]);
                self.handle(HubEvent::GivenUp { document, vetting });
            }
            Cause::Other => {
                log::error("sync_panicked", &[("connections_closed", &self.connections.len())]);
                self.hub.start_anew();
                for (_, Connected { outgoing, .. }) in self.connections.drain() {
                    outgoing.close(INTERNAL_ERROR, "internal error");
                }
            }
        }
    }

    fn perform(&mut self, effect: HubEffect) {
        match effect {
            HubEffect::Send { connection, frame } => self.send(connection, frame),
            HubEffect::SendIfIdle { connection, frame } => {
                if self.connections.get(&connection).is_some_and(|peer| peer.outgoing.is_idle()) {
                    self.send(connection, frame);
                }
            }
            HubEffect::Close { connection, reason } => {
                // The core has forgotten it already.
                if let Some(Connected { outgoing, .. }) = self.connections.remove(&connection) {
                    outgoing.close(reason.code(), "");
                }
            }
            HubEffect::Load { document, claimant } => {
                self.under_way.loading();
                let loading = self.storage.load(document, claimant);
                self.answer(loading, move |result| match result {
                    Ok(loaded) => {
                        vec![HubEvent::Loaded { document, found: loaded.found, claimant: loaded.claimant }]
                    }
                    Err(_) => vec![HubEvent::LoadFailed { document }],
                });
            }
            HubEffect::Vet { document, vetting, connection, job } => {
                self.under_way.called();
                self.under_way.vetting();
                self.vetters.vet(Vetting { document, number: vetting, connection, job });
            }
            HubEffect::Commit(commit) => {
                self.under_way.committing(&commit);
                self.commits.push(commit);
            }
            HubEffect::ReadLog { connection, after, limit } => {
                let Some(peer) = self.connections.get_mut(&connection) else { return };
                let reading = self.storage.read_log(peer.reach.clone(), after, limit);
                let is_first = !std::mem::replace(&mut peer.has_read_log, true);
                self.answer(reading, move |result| match result {
                    Ok(page) => {
                        if is_first && page.cursor < after {
                            // An older copy of the data was put in its place, and not by `markt restore`.
                            log::warn("log_read_further_than_it_goes", &[("cursor", &after)]);
                        }
                        vec![HubEvent::LogRead { connection, page }]
                    }
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
        let Some(connected) = self.connections.get_mut(&connection) else { return };
        let Connected { outgoing, is_congested, .. } = connected;
        self.metrics.frames_out.add(1);
        if outgoing.send(frame).is_err() {
            // It reads more slowly than it asks: it may come back and go on where it was.
            log::warn("slow_peer_closed", &[("connection", &connection)]);
            outgoing.close(TRY_LATER, "reading too slowly");
            self.disconnect(connection);
        } else if outgoing.is_congested() && !*is_congested {
            *is_congested = true;
            self.handle(HubEvent::Congested { connection });
        }
    }

    /// A commit that comes alone goes at once. While the storage is busy with others, more gather for the
    /// next batch, which costs hardly more than one of them.
    fn hand_commits_over(&mut self) {
        if self.commits.is_empty() || (self.under_way.is_committing() && self.commits.len() < MAX_BATCH) {
            return;
        }
        self.under_way.handed_over();
        let commits = std::mem::take(&mut self.commits);
        let numbers: Vec<(DocumentId, u64)> =
            commits.iter().map(|commit| (commit.document, commit.commit)).collect();
        self.under_way.called();
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
        self.under_way.called();
        let results = self.results.clone();
        tokio::spawn(async move {
            let result = answer.await;
            if let Err(error) = &result {
                storage_failed(error);
            }
            // The actor only ends with the process.
            drop(results.send(events(result)));
        });
    }
}

/// Enough of a document's id to find it in the database.
fn short(document: DocumentId) -> String {
    document.to_string().chars().take(8).collect()
}
