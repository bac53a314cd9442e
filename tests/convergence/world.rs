//! The simulated world: phones, laptops, a server, and the wires between them.

mod trouble;

use super::peer::Peer;
use super::plain::Plain;
use super::server::{Server, crowded, narrow};
use super::telling::describe;
use super::wire::Wire;
use super::work::markets;
use p256::ecdsa::SigningKey;
use shared::document::{DocumentId, Head};
use shared::repo::{Claimant, Custody, HubEvent, ReplicaEvent};
use shared::sync::share_policy::Principal;
use shared::sync::vetting::Limits;
use std::collections::{BTreeMap, BTreeSet};
use tests::chance::Chance;

/// 23 May 2026, 10 h in Berlin.
const MARKET_OPENS_MS: i64 = 1_779_523_200_000;
/// After so many moves without trouble, something goes round in circles.
const MOVES_TO_REST: usize = 50_000;
/// After so much time without trouble, someone is stuck.
const MS_TO_REST: i64 = 120_000;

/// After so much time in which nothing moves, nothing will.
const QUIET_MS: i64 = 10_000;

/// What can happen by itself.
#[derive(Clone, Copy, Debug)]
enum Move {
    /// A frame reaches the server.
    ArriveUp(u64),
    /// A frame reaches a peer.
    ArriveDown(u64),
    /// A peer notices that its connection is gone.
    PeerNotices(u64),
    /// The server notices that a connection is gone.
    ServerNotices(u64),
    /// A peer's disk does what was asked first.
    Write(usize),
    /// A peer learns what its disk did.
    LearnWrite(usize),
    /// A peer opens a connection.
    Connect(usize),
    /// The server looks something up or vets something.
    Work(usize),
    /// The hub learns what came of that.
    LearnWork(usize),
    /// The database commits what waits.
    Commit,
    /// The hub learns what was committed.
    LearnCommit,
}

/// See the module's documentation.
pub(crate) struct World {
    pub(crate) server: Server,
    pub(crate) peers: Vec<Peer>,
    /// Programs of others; they are counted on after the peers.
    pub(crate) plain: Vec<Plain>,
    /// States of documents that some peer was told to be on the server.
    pub(crate) acknowledged: BTreeSet<(DocumentId, Vec<Head>)>,
    /// Moves until now.
    pub(crate) moves: usize,
    chance: Chance,
    wires: BTreeMap<u64, Wire>,
    next_connection: u64,
    now_ms: i64,
    tells: bool,
}

impl World {
    /// The world of `seed`; one that `tells` writes down all that happens.
    pub(crate) fn new(seed: u64, tells: bool) -> World {
        let mut chance = Chance::of(seed);
        let limits = match chance.below(3) {
            0 => narrow(),
            1 => crowded(),
            _ => Limits::default(),
        };
        let mut server = Server::new(limits);
        let mut peers = Vec::new();
        for number in 1..=2 + chance.below(3) as u8 {
            let key = SigningKey::from_slice(&[number; 32]).expect("a scalar");
            let device = DocumentId::from_bytes([200 + number; 16]);
            let public_key = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
            let market = markets()[chance.below(2)].clone();
            server.devices.insert(device, Claimant { public_key, market: market.to_string() });
            // Programs without claims own by their session.
            let key = (!chance.one_in(4)).then_some(key);
            peers.push(Peer::new(number, Principal::Device { device, market }, key));
        }
        let organisers = chance.below(4) as u8;
        for number in 100..100 + organisers {
            let member = DocumentId::from_bytes([number; 16]);
            peers.push(Peer::new(number, Principal::Organiser { member }, None));
        }
        peers.push(Peer::new(150, Principal::Staff { member: DocumentId::from_bytes([150; 16]) }, None));
        World {
            server,
            peers,
            plain: plain_clients(&mut chance),
            acknowledged: BTreeSet::new(),
            moves: 0,
            chance,
            wires: BTreeMap::new(),
            next_connection: 1,
            now_ms: MARKET_OPENS_MS,
            tells,
        }
    }

    /// Lets `steps` things happen, good and bad.
    pub(crate) fn live(&mut self, steps: usize) {
        for _ in 0..steps {
            match self.chance.below(100) {
                0..70 => {
                    let possible = self.possible();
                    if let Some(next) = self.chance.pick(&possible).copied() {
                        self.make(next);
                    }
                }
                70..82 => {
                    let peer = self.chance.below(self.peers.len() + self.plain.len());
                    self.tell(&|| format!("peer {peer} works"));
                    self.work(peer);
                }
                82..92 => {
                    let ms = self.chance.below(20_000) as i64;
                    self.pass(ms);
                }
                _ => self.trouble(),
            }
        }
    }

    /// Ends all trouble and lets everybody talk until nothing is left to say.
    ///
    /// # Errors
    /// When that never happens.
    pub(crate) fn rest(&mut self) -> Result<(), String> {
        self.tell(&|| "trouble ends".to_owned());
        self.server.database_fails = false;
        for peer in &mut self.peers {
            peer.cut_off = false;
            peer.disk_full = false;
        }
        self.plain.iter_mut().for_each(|plain| plain.cut_off = false);
        self.relieve_all();
        let began_ms = self.now_ms;
        let mut quiet_ms = 0;
        for _ in 0..MOVES_TO_REST {
            let possible = self.possible();
            if let Some(next) = self.chance.pick(&possible).copied() {
                self.make(next);
                quiet_ms = 0;
            } else if let Some(next_ms) = self.peers.iter().filter_map(|peer| peer.wake_at_ms).min() {
                if next_ms - began_ms > MS_TO_REST {
                    return Err(format!("a timer is set for {} s from now", (next_ms - began_ms) / 1000));
                }
                self.pass((next_ms - self.now_ms).max(0));
            } else if quiet_ms < QUIET_MS {
                // What the server does by itself it does within this time.
                quiet_ms += 1_000;
                self.pass(1_000);
            } else {
                return Ok(());
            }
        }
        Err(format!("still no rest after {MOVES_TO_REST} moves"))
    }

    fn possible(&self) -> Vec<Move> {
        let mut possible = Vec::new();
        for (connection, wire) in &self.wires {
            let in_reach = !self.is_cut_off(wire.peer);
            let moves = [
                (in_reach && wire.can_arrive_up(), Move::ArriveUp(*connection)),
                (in_reach && wire.can_arrive_down(), Move::ArriveDown(*connection)),
                (wire.peer_can_notice(), Move::PeerNotices(*connection)),
                (wire.server_can_notice(), Move::ServerNotices(*connection)),
            ];
            possible.extend(moves.into_iter().filter(|(can, _)| *can).map(|(_, next)| next));
        }
        for (index, peer) in self.peers.iter().enumerate() {
            let moves = [
                (peer.is_writing(), Move::Write(index)),
                (peer.has_answer(), Move::LearnWrite(index)),
                (peer.wire.is_none() && !peer.cut_off, Move::Connect(index)),
            ];
            possible.extend(moves.into_iter().filter(|(can, _)| *can).map(|(_, next)| next));
        }
        for (index, plain) in self.plain.iter().enumerate() {
            let can_connect = plain.wire.is_none() && !plain.cut_off;
            possible.extend(can_connect.then_some(Move::Connect(self.peers.len() + index)));
        }
        possible.extend((0..self.server.tasks()).map(Move::Work));
        possible.extend((0..self.server.answers()).map(Move::LearnWork));
        possible.extend(self.server.has_commits().then_some(Move::Commit));
        possible.extend(self.server.has_report().then_some(Move::LearnCommit));
        possible
    }

    fn make(&mut self, next: Move) {
        self.moves += 1;
        self.tell(&|| format!("{next:?}"));
        match next {
            Move::ArriveUp(connection) => {
                let frame = self.wires.get_mut(&connection).and_then(Wire::arrive_up);
                if let Some(frame) = frame {
                    self.tell(&|| describe(&frame));
                    self.server_handles(HubEvent::Received { connection, frame });
                }
            }
            Move::ArriveDown(connection) => {
                let Some(wire) = self.wires.get_mut(&connection) else { return };
                let peer = wire.peer;
                if let Some(frame) = wire.arrive_down() {
                    self.tell(&|| describe(&frame));
                    self.peer_handles(peer, ReplicaEvent::Received(frame));
                }
            }
            Move::PeerNotices(connection) => self.peer_closes(connection),
            Move::ServerNotices(connection) => {
                self.end_server_side(connection);
                self.server_handles(HubEvent::Disconnected { connection });
            }
            Move::Write(peer) => self.peers[peer].write(),
            Move::LearnWrite(peer) => {
                self.peers[peer].learn(self.now_ms);
                self.follow(peer);
            }
            Move::Connect(peer) => self.connect(peer),
            Move::Work(which) => self.server.work(which),
            Move::LearnWork(which) => {
                self.server.learn_answer(self.now_ms, which);
                self.follow_server();
            }
            Move::Commit => self.server.commit(),
            Move::LearnCommit => {
                self.server.learn_report(self.now_ms);
                self.follow_server();
            }
        }
    }

    /// Time passes; timers go off.
    fn pass(&mut self, ms: i64) {
        self.now_ms += ms;
        self.server_handles(HubEvent::Tick);
        for peer in 0..self.peers.len() {
            if self.peers[peer].wake_at_ms.take_if(|at| *at <= self.now_ms).is_some() {
                self.tell(&|| format!("peer {peer} wakes"));
                self.peer_handles(peer, ReplicaEvent::Woken);
            }
        }
    }

    fn work(&mut self, peer: usize) {
        match peer.checked_sub(self.peers.len()) {
            Some(index) => {
                let known: Vec<DocumentId> = self.server.database.documents.keys().copied().collect();
                self.plain[index].work(&known, &mut self.chance);
            }
            None => self.peers[peer].work(self.now_ms, &mut self.chance),
        }
        self.follow(peer);
    }

    fn is_cut_off(&self, peer: usize) -> bool {
        match peer.checked_sub(self.peers.len()) {
            Some(index) => self.plain[index].cut_off,
            None => self.peers[peer].cut_off,
        }
    }

    fn set_wire(&mut self, peer: usize, wire: Option<u64>) -> Principal {
        match peer.checked_sub(self.peers.len()) {
            Some(index) => {
                self.plain[index].wire = wire;
                self.plain[index].principal.clone()
            }
            None => {
                self.peers[peer].wire = wire;
                self.peers[peer].principal.clone()
            }
        }
    }

    fn connect(&mut self, peer: usize) {
        let connection = self.next_connection;
        self.next_connection += 1;
        self.wires.insert(connection, Wire::new(peer));
        let principal = self.set_wire(peer, Some(connection));
        self.server_handles(HubEvent::Connected { connection, principal });
        self.peer_handles(peer, ReplicaEvent::Opened);
    }

    fn crash_peer(&mut self, peer: usize) {
        if let Some(connection) = self.peers[peer].wire {
            self.wires.get_mut(&connection).expect("it has this connection").cut(&mut self.chance);
            self.end_peer_side(connection);
        }
        self.peers[peer].crash();
    }

    fn crash_server(&mut self, crash: impl FnOnce(&mut Server)) {
        crash(&mut self.server);
        let connections: Vec<u64> = self.wires.keys().copied().collect();
        for connection in connections {
            self.wires.get_mut(&connection).expect("listed").cut(&mut self.chance);
            self.end_server_side(connection);
        }
    }

    fn peer_closes(&mut self, connection: u64) {
        let peer = self.wires[&connection].peer;
        self.end_peer_side(connection);
        self.set_wire(peer, None);
        self.peer_handles(peer, ReplicaEvent::Closed);
    }

    fn end_peer_side(&mut self, connection: u64) {
        self.wires.get_mut(&connection).expect("it is still there").peer_end = false;
        self.wires.retain(|_, wire| !wire.is_gone());
    }

    fn end_server_side(&mut self, connection: u64) {
        self.wires.get_mut(&connection).expect("it is still there").server_end = false;
        self.wires.retain(|_, wire| !wire.is_gone());
    }

    fn peer_handles(&mut self, peer: usize, event: ReplicaEvent) {
        match peer.checked_sub(self.peers.len()) {
            Some(index) => self.plain[index].handle(event),
            None => self.peers[peer].handle(self.now_ms, event),
        }
        self.follow(peer);
    }

    fn server_handles(&mut self, event: HubEvent) {
        self.server.handle(self.now_ms, event);
        self.follow_server();
    }

    /// Puts on the wire what a peer sends, and holds the server to what the peer shows.
    fn follow(&mut self, peer: usize) {
        if let Some(index) = peer.checked_sub(self.peers.len()) {
            let plain = &mut self.plain[index];
            let wire = plain.wire.and_then(|connection| self.wires.get_mut(&connection));
            return plain.send(wire);
        }
        let frames = std::mem::take(&mut self.peers[peer].outgoing);
        if let Some(wire) = self.peers[peer].wire.and_then(|connection| self.wires.get_mut(&connection)) {
            frames.into_iter().for_each(|frame| wire.send_up(frame));
        }
        for document in std::mem::take(&mut self.peers[peer].changed) {
            self.note_acknowledged(peer, document);
        }
        if std::mem::take(&mut self.peers[peer].hangs_up)
            && let Some(connection) = self.peers[peer].wire
        {
            self.peer_closes(connection);
        }
    }

    fn follow_server(&mut self) {
        for (connection, frame) in std::mem::take(&mut self.server.outgoing) {
            if let Some(wire) = self.wires.get_mut(&connection) {
                wire.send_down(frame);
            }
        }
        for connection in std::mem::take(&mut self.server.closed) {
            self.end_server_side(connection);
        }
    }

    fn note_acknowledged(&mut self, peer: usize, document: DocumentId) {
        let replica = &self.peers[peer].replica;
        if let Some(Custody::OnTheServer | Custody::WithTheOrganisers) = replica.custody(document) {
            let here = replica.heads(document).unwrap_or_default().to_vec();
            assert!(
                here.iter().all(|head| self.server.ever_durable.contains(&(document, *head))),
                "peer {peer} shows {document} as being on the server, where it was never durable"
            );
            self.acknowledged.insert((document, here));
        }
    }

    fn tell(&self, what: &dyn Fn() -> String) {
        if self.tells {
            eprintln!("{:>8} ms, move {}: {}", self.now_ms - MARKET_OPENS_MS, self.moves, what());
        }
    }
}

/// Programs of others that take part: some bring contacts, others ask for documents by their ids.
fn plain_clients(chance: &mut Chance) -> Vec<Plain> {
    let device = |number: u8| Principal::Device {
        device: DocumentId::from_bytes([number; 16]),
        market: markets()[0].clone(),
    };
    let organiser = |number: u8| Principal::Organiser { member: DocumentId::from_bytes([number; 16]) };
    match chance.below(4) {
        0 => vec![Plain::new(161, device(161))],
        1 => vec![Plain::new(161, device(161)), Plain::new(162, organiser(162))],
        2 => vec![Plain::new(162, organiser(162)), Plain::new(163, organiser(163))],
        _ => Vec::new(),
    }
}
