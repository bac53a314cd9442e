//! One phone: the core over a WebSocket, its storage in memory.

use std::{collections::HashSet, sync::Arc, time::Duration};

use futures_util::{SinkExt as _, StreamExt as _};
use shared::{
    document::{DocumentId, Kind},
    repo::{ConnectionState, Custody, Keeping, Replica, ReplicaConfig, ReplicaEffect, ReplicaEvent},
};
use tokio::{
    sync::mpsc,
    task::{JoinHandle, yield_now},
    time::{Instant, sleep, sleep_until, timeout_at},
};
use tokio_tungstenite::{
    connect_async,
    tungstenite::{Error, Message},
};

use crate::traffic::Traffic;

/// A connection that is refused is tried again after this.
const AGAIN: Duration = Duration::from_millis(200);

/// When a connection is cut.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    /// After so many frames came.
    pub(crate) after_frames: usize,
    /// For so long.
    pub(crate) away: Duration,
}

/// A phone.
pub(crate) struct Phone {
    pub(crate) replica: Replica,
    acknowledged: HashSet<DocumentId>,
    address: String,
    traffic: Arc<Traffic>,
    started: Instant,
    wake_at: Option<Instant>,
    outgoing: Vec<Vec<u8>>,
    cut: Option<Cut>,
}

struct Connection {
    frames: mpsc::UnboundedReceiver<Result<Message, Error>>,
    to_send: mpsc::UnboundedSender<Vec<u8>>,
    /// Answers pings as a browser does: whatever the page is doing.
    receiving: JoinHandle<()>,
    sending: JoinHandle<()>,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.receiving.abort();
        self.sending.abort();
    }
}

impl Phone {
    pub(crate) fn new(name: &str, address: String, actor: [u8; 16], traffic: Arc<Traffic>) -> Self {
        Self {
            replica: Replica::new(ReplicaConfig {
                peer: name.to_owned(),
                actor,
                keeping: Keeping::Everything,
            }),
            acknowledged: HashSet::new(),
            address,
            traffic,
            started: Instant::now(),
            wake_at: None,
            outgoing: Vec::new(),
            cut: None,
        }
    }

    /// Its connection will be cut once.
    pub(crate) fn will_be_cut(&mut self, cut: Cut) {
        self.cut = Some(cut);
    }

    /// How many contacts are on the server and here in the same state.
    pub(crate) fn acknowledged(&self) -> usize {
        self.acknowledged.len()
    }

    /// Whether it has read the log to its end and has everything that the log named.
    pub(crate) fn is_up_to_date(&self) -> bool {
        self.replica.connection() == ConnectionState::UpToDate
    }

    /// Does what the core wants; storing never fails here.
    pub(crate) fn perform(&mut self, effects: Vec<ReplicaEffect>) {
        let mut effects = std::collections::VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            match effect {
                ReplicaEffect::Send(frame) => self.outgoing.push(frame),
                ReplicaEffect::Store { write, document } => {
                    let stored = ReplicaEvent::Stored { document: document.id, write };
                    effects.extend(self.replica.handle(self.now_ms(), stored));
                }
                ReplicaEffect::WakeAt { ms } => {
                    let at = self.started + Duration::from_millis(ms.unsigned_abs());
                    self.wake_at = Some(self.wake_at.map_or(at, |earlier| earlier.min(at)));
                }
                ReplicaEffect::Changed(document) => match self.replica.custody(document) {
                    Some(Custody::OnTheServer | Custody::WithTheOrganisers)
                        if self.replica.kind(document) == Some(Kind::Contact) =>
                    {
                        self.acknowledged.insert(document);
                    }
                    Some(Custody::Refused { code }) => self.traffic.error(format!("refused as {code}")),
                    _ => {}
                },
                // The server speaks our protocol, and nothing here is erased.
                ReplicaEffect::Close => self.traffic.error("the server does not speak our protocol"),
                ReplicaEffect::Purge(_) => self.traffic.error("erased"),
                ReplicaEffect::StoreProgress(_) | ReplicaEffect::ConnectionChanged => {}
            }
        }
    }

    /// Talks to the server until the condition holds or it is too late; whether it holds.
    pub(crate) async fn talk_until(&mut self, late: Instant, done: impl Fn(&Self) -> bool) -> bool {
        while !done(self) {
            let Ok(connected) = timeout_at(late, self.connect()).await else { return false };
            let Some(mut connection) = connected else {
                sleep(AGAIN).await;
                continue;
            };
            self.handle(ReplicaEvent::Opened);
            let away = self.talk(&mut connection, late, &done).await;
            drop(connection);
            if done(self) {
                return true;
            }
            if Instant::now() >= late {
                return false;
            }
            self.handle(ReplicaEvent::Closed);
            self.outgoing.clear();
            sleep(away).await;
        }
        true
    }

    /// Until the condition holds or the connection ends; how long to stay away.
    async fn talk(
        &mut self,
        connection: &mut Connection,
        late: Instant,
        done: &impl Fn(&Self) -> bool,
    ) -> Duration {
        let mut frames = 0;
        loop {
            for frame in self.outgoing.drain(..) {
                self.traffic.sent(frame.len());
                // A connection that is gone is noticed below.
                drop(connection.to_send.send(frame));
            }
            if done(self) {
                return Duration::ZERO;
            }
            let wake_at = self.wake_at.unwrap_or(late).min(late);
            let frame = tokio::select! {
                frame = connection.frames.recv() => frame,
                () = sleep_until(wake_at) => {
                    if Instant::now() >= late {
                        return Duration::ZERO;
                    }
                    self.wake_at = None;
                    self.handle(ReplicaEvent::Woken);
                    continue;
                }
            };
            match frame {
                Some(Ok(Message::Binary(frame))) => {
                    self.traffic.received(frame.len());
                    self.handle(ReplicaEvent::Received(frame.to_vec()));
                    frames += 1;
                    // Hundreds share these threads: those who answer pings get their turn between two frames.
                    yield_now().await;
                    if let Some(cut) = self.cut.take_if(|cut| cut.after_frames <= frames) {
                        self.traffic.cut();
                        return cut.away;
                    }
                }
                Some(Ok(Message::Close(why))) => {
                    let code = why.map_or(0, |why| u16::from(why.code));
                    self.traffic.error(format!("closed with {code}"));
                    return AGAIN;
                }
                Some(Err(error)) => {
                    self.traffic.error(format!("broken: {error}"));
                    return AGAIN;
                }
                None => {
                    self.traffic.error("ended");
                    return AGAIN;
                }
                Some(Ok(_ping)) => {}
            }
        }
    }

    async fn connect(&self) -> Option<Connection> {
        let socket = match connect_async(&self.address).await {
            Ok((socket, _)) => socket,
            Err(error) => {
                self.traffic.error(format!("no connection: {error}"));
                return None;
            }
        };
        let (mut sink, mut incoming) = socket.split();
        let (received, frames) = mpsc::unbounded_channel();
        let receiving = tokio::spawn(async move {
            while let Some(frame) = incoming.next().await {
                if received.send(frame).is_err() {
                    return;
                }
            }
        });
        let (to_send, mut waiting) = mpsc::unbounded_channel::<Vec<u8>>();
        let sending = tokio::spawn(async move {
            while let Some(frame) = waiting.recv().await {
                let mut next = Some(frame);
                while let Some(frame) = next {
                    if sink.feed(Message::Binary(frame.into())).await.is_err() {
                        return;
                    }
                    next = waiting.try_recv().ok();
                }
                if sink.flush().await.is_err() {
                    return;
                }
            }
        });
        Some(Connection { frames, to_send, receiving, sending })
    }

    fn handle(&mut self, event: ReplicaEvent) {
        let effects = self.replica.handle(self.now_ms(), event);
        self.perform(effects);
    }

    fn now_ms(&self) -> i64 {
        i64::try_from(self.started.elapsed().as_millis()).unwrap_or(i64::MAX)
    }
}
