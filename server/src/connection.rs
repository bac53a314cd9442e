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
    time::{Instant, MissedTickBehavior, interval, timeout},
};
use warp::ws::{Message, WebSocket};

use crate::{app::App, secret::TokenHash};

/// A peer for whom so much waits is not read from until it has taken some.
const PAUSE_READING_BYTES: usize = 4 * 1024 * 1024;
/// A peer for whom so much waits is closed.
const MAX_QUEUED_BYTES: usize = 32 * 1024 * 1024;
/// How often a silent peer is asked whether it is still there.
const HEARTBEAT: Duration = Duration::from_secs(10);
/// A peer that was silent for so long is gone.
const SILENCE: Duration = Duration::from_secs(30);

/// So many frames are sent before they are flushed.
const MAX_UNFLUSHED: usize = 64;

/// Close codes of our own.
pub(crate) const UNAUTHENTICATED: u16 = 4401;
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
    let mut last_heard = Instant::now();
    let mut heartbeat = interval(HEARTBEAT);
    heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let farewell = loop {
        let reading = queued_bytes.load(Ordering::Relaxed) < PAUSE_READING_BYTES;
        tokio::select! {
            next = waiting.recv() => match next {
                // The driver let go of the connection.
                None => break Some((GOING_AWAY, "closed")),
                Some(first) => match send_waiting(&mut sink, first, &mut waiting, &queued_bytes).await {
                    Sent::All => {}
                    Sent::Closing { code, reason } => break Some((code, reason)),
                    Sent::NotTaken => break None,
                },
            },
            frame = frames.next(), if reading => {
                last_heard = Instant::now();
                match frame {
                    Some(Ok(message)) if message.is_binary() => {
                        app.driver.received(connection, message.into_bytes().into()).await;
                    }
                    Some(Ok(message)) if message.is_text() => break Some((NOT_BINARY, "binary frames only")),
                    Some(Ok(message)) if message.is_close() => break None,
                    // Pings and pongs: being heard is all that they are for.
                    Some(Ok(_)) => {}
                    Some(Err(_)) => break Some((UNREADABLE_FRAME, "frame too large or malformed")),
                    None => break None,
                }
            },
            _ = heartbeat.tick() => {
                if last_heard.elapsed() > SILENCE {
                    break None;
                }
                if !send(&mut sink, Message::ping(Vec::new())).await {
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
    };
    app.driver.disconnected(connection).await;
    app.metrics.connections.fall();
    if let Some((code, reason)) = farewell {
        say_goodbye(sink, code, reason).await;
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

/// What became of the frames that waited.
enum Sent {
    All,
    Closing { code: u16, reason: &'static str },
    NotTaken,
}

/// Sends what waits at the moment, flushing once: many small frames then share packets.
async fn send_waiting(
    sink: &mut SplitSink<WebSocket, Message>,
    first: Waiting,
    waiting: &mut mpsc::UnboundedReceiver<Waiting>,
    queued_bytes: &AtomicUsize,
) -> Sent {
    let sending = async {
        let mut next = Some(first);
        for unflushed in 1.. {
            match next {
                Some(Waiting::Frame(frame)) => {
                    queued_bytes.fetch_sub(frame.len(), Ordering::Relaxed);
                    if sink.feed(Message::binary(frame)).await.is_err() {
                        return Sent::NotTaken;
                    }
                }
                Some(Waiting::Close { code, reason }) => return Sent::Closing { code, reason },
                None => break,
            }
            next = if unflushed < MAX_UNFLUSHED { waiting.try_recv().ok() } else { None };
        }
        if sink.flush().await.is_err() { Sent::NotTaken } else { Sent::All }
    };
    timeout(SILENCE, sending).await.unwrap_or(Sent::NotTaken)
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
    matches!(timeout(SILENCE, sink.send(message)).await, Ok(Ok(())))
}
