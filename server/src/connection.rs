//! One WebSocket: frames in and out, limits, heartbeat.
//!
//! A peer that reads slowly is first not read from, then closed; one that falls silent is closed.

mod life;

use std::{
    future::{pending, ready},
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures_util::{
    FutureExt as _, SinkExt as _, StreamExt as _,
    future::{Fuse, FusedFuture as _},
    stream::{SplitSink, SplitStream},
};
use shared::sync::{message::Message as SyncMessage, share_policy::Principal};
use tokio::{
    sync::{
        Notify,
        broadcast::{self, error::RecvError},
        mpsc, watch,
    },
    time::{Instant, MissedTickBehavior, interval, timeout},
};
use warp::ws::{Message, WebSocket};

pub use self::life::Heartbeat;
use self::life::{Life, Taking};
use crate::{app::App, log, secret::TokenHash, storage::PassPurpose};

/// A peer for whom so much waits is not read from until it has taken some.
const PAUSE_READING_BYTES: usize = 4 * 1024 * 1024;
/// A peer for whom so much waits is closed.
const MAX_QUEUED_BYTES: usize = 32 * 1024 * 1024;
/// A peer for whom less waits is sent what may be lost, too.
const IDLE_BYTES: usize = 64 * 1024;
/// How long a peer has for taking a last word.
const FAREWELL: Duration = Duration::from_secs(5);
/// How long a peer has for answering it.
const ANSWER: Duration = Duration::from_secs(1);

/// So many frames are sent before they are flushed.
const MAX_UNFLUSHED: usize = 64;

/// Code and reason of a close.
type Farewell = (u16, &'static str);

/// Close codes of our own.
pub(crate) const UNAUTHENTICATED: u16 = 4401;
/// A peer that comes back later may find the server less busy.
pub(crate) const TRY_LATER: u16 = 1013;
const GOING_AWAY: u16 = 1001;
const NOT_BINARY: u16 = 1003;
const UNREADABLE_FRAME: u16 = 1009;

/// What waits to be sent to one peer.
#[derive(Debug)]
pub(crate) struct Outgoing {
    queue: mpsc::UnboundedSender<Waiting>,
    queued_bytes: Arc<AtomicUsize>,
}

/// What waits for its turn.
#[derive(Debug)]
pub(crate) enum Waiting {
    /// To be sent.
    Frame(Vec<u8>),
    /// The end.
    Close {
        /// The WebSocket close code.
        code: u16,
        /// In words.
        reason: &'static str,
    },
}

/// More waits for the peer than it may make us hold.
#[derive(Debug)]
pub(crate) struct QueueFull;

impl Outgoing {
    /// An empty queue, and the end from which it is taken.
    pub(crate) fn new() -> (Self, mpsc::UnboundedReceiver<Waiting>) {
        let (queue, waiting) = mpsc::unbounded_channel();
        (Self { queue, queued_bytes: Arc::default() }, waiting)
    }

    /// Queues a frame.
    ///
    /// # Errors
    /// Too much waits already.
    pub(crate) fn send(&self, frame: Vec<u8>) -> Result<(), QueueFull> {
        let queued = self.queued_bytes.fetch_add(frame.len(), Ordering::Relaxed) + frame.len();
        if queued > MAX_QUEUED_BYTES {
            return Err(QueueFull);
        }
        // A connection that is ending takes nothing any more.
        drop(self.queue.send(Waiting::Frame(frame)));
        Ok(())
    }

    /// Whether so much waits that the peer is not read from.
    pub(crate) fn is_congested(&self) -> bool {
        self.queued_bytes.load(Ordering::Relaxed) > PAUSE_READING_BYTES
    }

    /// Whether no more than a little waits.
    pub(crate) fn is_idle(&self) -> bool {
        self.queued_bytes.load(Ordering::Relaxed) < IDLE_BYTES
    }

    /// Closes the connection after what waits.
    pub(crate) fn close(&self, code: u16, reason: &'static str) {
        drop(self.queue.send(Waiting::Close { code, reason }));
    }
}

/// Serves one authenticated peer until either side ends it.
pub(crate) async fn serve(
    app: Arc<App>,
    socket: WebSocket,
    principal: Principal,
    session: Option<TokenHash>,
    mut shutdown: watch::Receiver<bool>,
) {
    let (outgoing, waiting) = Outgoing::new();
    let queued_bytes = Arc::clone(&outgoing.queued_bytes);
    let ended_sessions = app.driver.ended_sessions();
    note_contact(&app, &principal).await;
    let connection = app.driver.connected(principal.clone(), outgoing).await;
    app.metrics.connections.rise();

    let (mut sink, mut frames) = socket.split();
    let (taking, has_room) = (Taking::default(), Notify::new());
    let farewell = {
        let queue = Queue { waiting, queued_bytes: &queued_bytes, has_room: &has_room };
        let writing = write(&mut sink, queue, &taking, app.heartbeat.every);
        let listening = listen(&app, connection, &mut frames, &queued_bytes, &has_room, &taking);
        tokio::select! {
            biased;
            () = stops(&mut shutdown) => Some((GOING_AWAY, "server stops")),
            () = session_ends(&app, session, ended_sessions) => Some((UNAUTHENTICATED, "signed out")),
            farewell = writing => farewell,
            farewell = listening => farewell,
        }
    };
    app.driver.disconnected(connection).await;
    app.metrics.connections.fall();
    note_contact(&app, &principal).await;
    if let Some((code, reason)) = farewell {
        say_goodbye(sink, frames, code, reason).await;
    }
}

/// Organisers watch by it whether a phone has been heard of; a storage that fails now costs only that.
async fn note_contact(app: &App, principal: &Principal) {
    if let Principal::Device { device, .. } = principal
        && let Err(error) = app.storage.note_contact(*device, app.clock.now_ms()).await
    {
        log::error("storage_failed", &[("operation", &error.operation), ("cause", &error.source)]);
    }
}

/// Hands what the peer says to the core, until it says no more or falls silent; ends with the code and reason of
/// a close, or with nothing if the peer is gone.
async fn listen(
    app: &App,
    connection: u64,
    frames: &mut SplitStream<WebSocket>,
    queued_bytes: &AtomicUsize,
    has_room: &Notify,
    taking: &Taking,
) -> Option<Farewell> {
    let mut life = Life::new(app.heartbeat.silence, Instant::now());
    let mut looks = interval(app.heartbeat.look());
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // The core has enough to do as long as it lasts.
    let mut handing_over = pin!(Fuse::terminated());
    loop {
        let is_busy = !handing_over.is_terminated();
        let is_too_slow = queued_bytes.load(Ordering::Relaxed) >= PAUSE_READING_BYTES;
        // What has come counts before the time that has passed.
        tokio::select! {
            biased;
            () = &mut handing_over, if is_busy => life.heard(Instant::now()),
            () = has_room.notified(), if is_too_slow => life.heard(Instant::now()),
            frame = frames.next(), if !is_busy && !is_too_slow => {
                match frame {
                    Some(Ok(message)) if message.is_binary() => {
                        handing_over.set(app.driver.received(connection, message.into_bytes().into()).fuse());
                    }
                    Some(Ok(message)) if message.is_text() => return Some((NOT_BINARY, "binary frames only")),
                    Some(Ok(message)) if message.is_close() => return None,
                    // Pings and pongs: being heard is all that they are for.
                    Some(Ok(_)) => {}
                    Some(Err(_)) => return Some((UNREADABLE_FRAME, "frame too large or malformed")),
                    None => return None,
                }
                life.heard(Instant::now());
            },
            _ = looks.tick() => {
                if is_busy {
                    // It may have said much; no one listened.
                    life.heard(Instant::now());
                } else if life.is_over(taking, Instant::now()) {
                    log::info("silent_peer_dropped", &[("connection", &connection)]);
                    return None;
                }
            },
        }
    }
}

/// Ends when the session does, whichever program ended it; never if there is none.
async fn session_ends(app: &App, session: Option<TokenHash>, mut ended: broadcast::Receiver<TokenHash>) {
    let Some(session) = session else { return pending().await };
    let mut looks = interval(app.heartbeat.session);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            one = ended.recv() => match one {
                Ok(one) if one == session => return,
                Ok(_) => {}
                // Among those that were missed may be this one.
                Err(RecvError::Lagged(_)) => looks.reset_immediately(),
                Err(RecvError::Closed) => return,
            },
            _ = looks.tick() => {
                let now_ms = app.clock.now_ms();
                // A storage that fails now is asked again.
                if let Ok(None) = app.storage.identify(session, PassPurpose::Session, now_ms).await {
                    return;
                }
            },
        }
    }
}

/// Lets a peer try again later that cannot be served now.
pub(crate) async fn put_off(socket: WebSocket) {
    let (sink, frames) = socket.split();
    say_goodbye(sink, frames, TRY_LATER, "try later").await;
}

/// Tells a peer that no one knows it, in the protocol's words, and closes.
pub(crate) async fn refuse(app: Arc<App>, socket: WebSocket) {
    let message = SyncMessage::Error {
        sender: app.driver.peer().to_owned(),
        target: String::new(),
        message: "not signed in".into(),
        document: None,
        code: Some("unauthenticated".into()),
        retry_after_s: None,
    };
    let (mut sink, frames) = socket.split();
    if send(&mut sink, Message::binary(message.encode())).await {
        say_goodbye(sink, frames, UNAUTHENTICATED, "not signed in").await;
    }
}

/// The end of a queue from which it is taken.
struct Queue<'a> {
    waiting: mpsc::UnboundedReceiver<Waiting>,
    queued_bytes: &'a AtomicUsize,
    /// Told when a queue that was too long is no longer.
    has_room: &'a Notify,
}

impl Queue<'_> {
    fn taken(&self, bytes: usize) {
        let queued = self.queued_bytes.fetch_sub(bytes, Ordering::Relaxed);
        if queued >= PAUSE_READING_BYTES && queued - bytes < PAUSE_READING_BYTES {
            self.has_room.notify_one();
        }
    }
}

/// Sends what waits, and asks regularly whether the peer is still there; ends with the code and reason
/// of a close, or with nothing if the peer is gone.
async fn write(
    sink: &mut SplitSink<WebSocket, Message>,
    mut queue: Queue<'_>,
    taking: &Taking,
    every: Duration,
) -> Option<Farewell> {
    let mut heartbeat = interval(every);
    heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            next = queue.waiting.recv() => {
                // Small frames that wait at the same moment share packets.
                let mut next = Some(next.unwrap_or(Waiting::Close { code: GOING_AWAY, reason: "closed" }));
                for unflushed in 1.. {
                    match next {
                        Some(Waiting::Frame(frame)) => {
                            let bytes = frame.len();
                            taking.notice(sink.feed(Message::binary(frame))).await?;
                            queue.taken(bytes);
                        }
                        Some(Waiting::Close { code, reason }) => return Some((code, reason)),
                        None => break,
                    }
                    next = if unflushed < MAX_UNFLUSHED { queue.waiting.try_recv().ok() } else { None };
                }
                taking.notice(sink.flush()).await?;
            },
            _ = heartbeat.tick() => taking.notice(sink.send(Message::ping(Vec::new()))).await?,
        }
    }
}

/// Ends when the server stops.
async fn stops(shutdown: &mut watch::Receiver<bool>) {
    // The sender lives as long as the server.
    drop(shutdown.wait_for(|stopping| *stopping).await);
}

/// Closes, and listens until the peer closes too: a socket that is given up while something is on its way to it
/// breaks, and the peer would not learn why.
async fn say_goodbye(
    mut sink: SplitSink<WebSocket, Message>,
    frames: SplitStream<WebSocket>,
    code: u16,
    reason: &'static str,
) {
    if send(&mut sink, Message::close_with(code, reason)).await {
        let answered = frames.take_while(|frame| ready(frame.is_ok())).for_each(|_| ready(()));
        drop(timeout(ANSWER, answered).await);
    }
}

/// Sends one message; `false` if the peer does not take it in time.
async fn send(sink: &mut SplitSink<WebSocket, Message>, message: Message) -> bool {
    matches!(timeout(FAREWELL, sink.send(message)).await, Ok(Ok(())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_peer_that_takes_nothing_makes_us_hold_no_more_than_the_bound() {
        let (outgoing, _waiting) = Outgoing::new();
        let queued = (0..).take_while(|_| outgoing.send(vec![0; 1 << 20]).is_ok()).count();
        assert_eq!(queued, MAX_QUEUED_BYTES >> 20);
    }
}
