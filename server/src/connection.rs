//! One WebSocket: frames in and out, limits, heartbeat.
//!
//! A peer that reads slowly is first not read from, then closed; one that falls silent is closed.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures_util::{SinkExt as _, StreamExt as _, stream::SplitSink};
use shared::sync::{message::Message as SyncMessage, share_policy::Principal};
use tokio::{
    sync::{mpsc, watch},
    time::{Instant, MissedTickBehavior, interval, sleep_until, timeout},
};
use warp::ws::{Message, WebSocket};

use crate::{app::App, log, secret::TokenHash};

/// A peer for whom so much waits is not read from until it has taken some.
const PAUSE_READING_BYTES: usize = 4 * 1024 * 1024;
/// A peer for whom so much waits is closed.
const MAX_QUEUED_BYTES: usize = 32 * 1024 * 1024;
/// A peer for whom less waits is sent what may be lost, too.
const IDLE_BYTES: usize = 64 * 1024;
/// How long a peer has for a last word.
const FAREWELL: Duration = Duration::from_secs(5);

/// So many frames are sent before they are flushed.
const MAX_UNFLUSHED: usize = 64;

/// Close codes of our own.
pub(crate) const UNAUTHENTICATED: u16 = 4401;
const GOING_AWAY: u16 = 1001;
const NOT_BINARY: u16 = 1003;
const UNREADABLE_FRAME: u16 = 1009;

/// How it is noticed that a peer is gone which did not say so.
#[derive(Clone, Copy, Debug)]
pub struct Heartbeat {
    /// How often it is asked whether it is still there.
    pub every: Duration,
    /// When it has given no sign of life for so long, it is gone.
    pub silence: Duration,
}

impl Default for Heartbeat {
    /// Drops a dead peer within 30 seconds.
    fn default() -> Self {
        Self { every: Duration::from_secs(10), silence: Duration::from_secs(25) }
    }
}

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
    let (outgoing, mut waiting) = Outgoing::new();
    let queued_bytes = Arc::clone(&outgoing.queued_bytes);
    let mut ended_sessions = app.driver.ended_sessions();
    let connection = app.driver.connected(principal, outgoing).await;
    app.metrics.connections.rise();

    let (mut sink, mut frames) = socket.split();
    let taken = AtomicUsize::new(0);
    let farewell = {
        let writing = write(&mut sink, &mut waiting, &queued_bytes, &taken, app.heartbeat.every);
        tokio::pin!(writing);
        let mut life = Life::new(app.heartbeat.silence);
        loop {
            let reading = queued_bytes.load(Ordering::Relaxed) < PAUSE_READING_BYTES;
            tokio::select! {
                farewell = &mut writing => break farewell,
                frame = frames.next(), if reading => {
                    match frame {
                        Some(Ok(message)) if message.is_binary() => {
                            app.driver.received(connection, message.into_bytes().into()).await;
                        }
                        Some(Ok(message)) if message.is_text() => {
                            break Some((NOT_BINARY, "binary frames only"));
                        }
                        Some(Ok(message)) if message.is_close() => break None,
                        // Pings and pongs: being heard is all that they are for.
                        Some(Ok(_)) => {}
                        Some(Err(_)) => break Some((UNREADABLE_FRAME, "frame too large or malformed")),
                        None => break None,
                    }
                    life.heard();
                },
                () = life.ended() => {
                    // Who is not read from is known to live by what it takes.
                    if reading || !life.took(taken.load(Ordering::Relaxed)) {
                        log::info("silent_peer_dropped", &[("connection", &connection)]);
                        break None;
                    }
                },
                ended = ended_sessions.recv() => {
                    if session.is_some() && ended.ok() == session {
                        break Some((UNAUTHENTICATED, "signed out"));
                    }
                },
                () = stops(&mut shutdown) => break Some((GOING_AWAY, "server stops")),
            }
        }
    };
    app.driver.disconnected(connection).await;
    app.metrics.connections.fall();
    if let Some((code, reason)) = farewell {
        say_goodbye(sink, code, reason).await;
    }
}

/// Whether a peer is still there.
struct Life {
    silence: Duration,
    last_sign: Instant,
    taken: usize,
}

impl Life {
    fn new(silence: Duration) -> Self {
        Self { silence, last_sign: Instant::now(), taken: 0 }
    }

    fn heard(&mut self) {
        self.last_sign = Instant::now();
    }

    /// Whether it has taken frames since this was last asked; that is a sign of life, too.
    fn took(&mut self, taken: usize) -> bool {
        let took = taken != self.taken;
        self.taken = taken;
        self.heard();
        took
    }

    /// Ends when there was no sign of life for too long.
    async fn ended(&self) {
        sleep_until(self.last_sign + self.silence).await;
    }
}

/// Tells a peer that no one knows it, in the protocol's words, and closes.
///
/// The upgrade is accepted first: the official client in Node takes a refused one for a fault that
/// ends its process.
pub(crate) async fn refuse(app: Arc<App>, socket: WebSocket) {
    let message = SyncMessage::Error {
        sender: app.driver.peer().to_owned(),
        target: String::new(),
        message: "not signed in".into(),
        document: None,
        code: Some("unauthenticated".into()),
    };
    let (mut sink, _) = socket.split();
    if send(&mut sink, Message::binary(message.encode())).await {
        say_goodbye(sink, UNAUTHENTICATED, "not signed in").await;
    }
}

/// Sends what waits, and asks regularly whether the peer is still there; ends with the code and reason
/// of a close, or with nothing if the peer is gone.
async fn write(
    sink: &mut SplitSink<WebSocket, Message>,
    waiting: &mut mpsc::UnboundedReceiver<Waiting>,
    queued_bytes: &AtomicUsize,
    taken: &AtomicUsize,
    every: Duration,
) -> Option<(u16, &'static str)> {
    let mut heartbeat = interval(every);
    heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            next = waiting.recv() => {
                // Small frames that wait at the same moment share packets.
                let mut next = Some(next.unwrap_or(Waiting::Close { code: GOING_AWAY, reason: "closed" }));
                for unflushed in 1.. {
                    match next {
                        Some(Waiting::Frame(frame)) => {
                            let bytes = frame.len();
                            sink.feed(Message::binary(frame)).await.ok()?;
                            queued_bytes.fetch_sub(bytes, Ordering::Relaxed);
                            taken.fetch_add(1, Ordering::Relaxed);
                        }
                        Some(Waiting::Close { code, reason }) => return Some((code, reason)),
                        None => break,
                    }
                    next = if unflushed < MAX_UNFLUSHED { waiting.try_recv().ok() } else { None };
                }
                sink.flush().await.ok()?;
            },
            _ = heartbeat.tick() => sink.send(Message::ping(Vec::new())).await.ok()?,
        }
    }
}

/// Ends when the server stops.
async fn stops(shutdown: &mut watch::Receiver<bool>) {
    // The sender lives as long as the server.
    drop(shutdown.wait_for(|stopping| *stopping).await);
}

async fn say_goodbye(mut sink: SplitSink<WebSocket, Message>, code: u16, reason: &'static str) {
    if send(&mut sink, Message::close_with(code, reason)).await {
        drop(timeout(Duration::from_secs(1), sink.close()).await);
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

    #[tokio::test]
    async fn taking_frames_is_a_sign_of_life_but_only_new_ones() {
        let mut life = Life::new(Duration::from_secs(25));
        assert!(life.took(3));
        assert!(!life.took(3));
    }
}
