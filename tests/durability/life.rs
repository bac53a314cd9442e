//! One server with its data, from the first start through many kills, and its peers.

use super::peer::{Peer, Role};
use automerge::{ChangeHash, ReadDoc as _};
use futures_util::future::join_all;
use shared::document::{DocumentId, heads, tree};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use tests::chance::Chance;
use tests::market::Market;
use tests::wait::PATIENCE;
use tokio::sync::watch;
use tokio::time::timeout;

/// When nothing has passed for so long, the server has acknowledged what it was sent.
const SILENCE: Duration = Duration::from_millis(60);
/// The server goes on for at most so long after the frame at which it is to be killed.
const MAX_LATER_US: usize = 4_000;

/// See the module's documentation.
pub(crate) struct Life {
    market: Market,
    /// The address for peers that have nothing yet.
    newcomers: String,
    chance: Chance,
    peers: Vec<Peer>,
    /// Changes that the server said to have, to whomever.
    promised: BTreeMap<DocumentId, BTreeSet<ChangeHash>>,
    /// How many frames passed of late.
    usual_frames: usize,
    /// How often there was still something to do when the server was killed.
    pub(crate) killed_in_mid_sync: usize,
}

impl Life {
    /// A new server with the example season.
    pub(crate) async fn begin(seed: u64) -> Life {
        let market = Market::start();
        let organisers = [0, 1].map(|number| market.organiser_ticket(&market.organiser(number).name));
        let [first, second] = organisers;
        let peers = vec![
            Peer::new(Role::Device, 1, market.device_ticket("Gerät 1")),
            Peer::new(Role::Device, 2, market.device_ticket("Gerät 2")),
            Peer::new(Role::Organiser, 3, first),
            Peer::new(Role::Organiser, 4, second),
        ];
        let newcomers = market.organiser_ticket(&market.organiser(0).name);
        let (chance, promised) = (Chance::of(seed), BTreeMap::new());
        Life { market, newcomers, chance, peers, promised, usual_frames: 60, killed_in_mid_sync: 0 }
    }

    /// How many documents the server said to have something of.
    pub(crate) fn promised(&self) -> usize {
        self.promised.len()
    }

    /// Lets the server be killed so often, then all come to rest.
    ///
    /// # Errors
    /// Says what the server did not keep.
    pub(crate) async fn live(&mut self, kills: u64) -> Result<(), String> {
        for kill in 0..kills {
            self.work_and_kill().await;
            self.market.restart();
            self.check_promises().await.map_err(|broken| format!("after kill {kill}: {broken}"))?;
        }
        self.check_agreement().await?;
        self.market.command(&["doctor"]);
        Ok(())
    }

    /// People work, all sync, and at some frame the server is killed.
    async fn work_and_kill(&mut self) {
        for peer in &mut self.peers {
            for _ in 0..self.chance.below(5) {
                peer.work(&mut self.chance);
            }
        }
        for peer in &mut self.peers {
            peer.connect().await;
        }
        let last_frame = match self.chance.below(10) {
            0 => 0,
            1 => usize::MAX,
            _ => self.chance.below(self.usual_frames + 10),
        };
        let later = Duration::from_micros(self.chance.below(MAX_LATER_US) as u64);
        let passed = watch::Sender::new(0);
        let mut watching = passed.subscribe();
        tokio::select! {
            _ = join_all(self.peers.iter_mut().map(|peer| peer.talk(&passed))) => {},
            () = async {
                while *watching.borrow_and_update() < last_frame {
                    if timeout(SILENCE, watching.changed()).await.is_err() {
                        return;
                    }
                }
            } => {},
        }
        // Peers are silent meanwhile: the server works off what it was sent.
        std::thread::sleep(later);
        self.market.kill();
        self.killed_in_mid_sync += usize::from(!self.peers.iter().all(Peer::is_at_rest));
        // What had been sent before still arrives.
        join_all(self.peers.iter_mut().map(|peer| peer.talk(&passed))).await;
        self.usual_frames = usize::midpoint(self.usual_frames, *passed.borrow());
        for peer in &mut self.peers {
            for (document, changes) in std::mem::take(&mut peer.promised) {
                // No heads say that there is nothing.
                if !changes.is_empty() {
                    self.promised.entry(document).or_default().extend(changes);
                }
            }
            if self.chance.one_in(4) {
                peer.memory.crash();
            }
        }
    }

    /// A peer that has nothing gets all that was acknowledged, and the log says the same.
    async fn check_promises(&self) -> Result<Peer, String> {
        let mut fresh = Peer::new(Role::Organiser, 9, self.newcomers.clone());
        fresh.connect().await;
        let came_to_rest = timeout(PATIENCE, fresh.talk_to_rest()).await;
        came_to_rest.map_err(|_late| "a new peer gets no end of it")??;
        for (document, changes) in &self.promised {
            let Some(here) = fresh.memory.replica.document(*document) else {
                return Err(format!("{document} was acknowledged and is lost"));
            };
            if changes.iter().any(|change| here.get_change_by_hash(change).is_none()) {
                return Err(format!("a change of {document} was acknowledged and is lost"));
            }
            if fresh.logged.get(document) != Some(&heads(&here)) {
                return Err(format!("the log says something else of {document}"));
            }
        }
        Ok(fresh)
    }

    /// No one kills the server: all come to rest, and have the same.
    async fn check_agreement(&mut self) -> Result<(), String> {
        for peer in &mut self.peers {
            peer.connect().await;
        }
        // What one says last, the others hear in a second round.
        for _ in 0..2 {
            for peer in &mut self.peers {
                let came_to_rest = timeout(PATIENCE, peer.talk_to_rest()).await;
                came_to_rest.map_err(|_late| "a peer finds no rest")??;
            }
        }
        for peer in &mut self.peers {
            peer.disconnect();
            peer.connect().await;
            let came_to_rest = timeout(PATIENCE, peer.talk_to_rest()).await;
            came_to_rest.map_err(|_late| "a peer that comes back finds no rest")??;
        }
        let fresh = self.check_promises().await?;
        for (number, peer) in self.peers.iter().enumerate() {
            for (document, _) in peer.memory.replica.documents() {
                let here = peer.memory.replica.document(document).expect("it was listed");
                let Some(there) = fresh.memory.replica.document(document) else {
                    return Err(format!("{document} of peer {number} reaches no new peer"));
                };
                if heads(&here) != heads(&there) || tree::content(&here) != tree::content(&there) {
                    return Err(format!("peer {number} and a new one differ in {document}"));
                }
            }
        }
        Ok(())
    }
}
