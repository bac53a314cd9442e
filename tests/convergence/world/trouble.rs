//! What goes wrong in the simulated world.

use super::World;
use crate::plain::Plain;
use crate::server::Server;
use crate::work::markets;
use shared::document::{DocumentId, Kind};
use shared::repo::HubEvent;
use shared::sync::share_policy::Principal;
use shared::testing::Committed;

impl World {
    pub(super) fn trouble(&mut self) {
        let (peer, kind) = (self.chance.below(self.peers.len()), self.chance.below(32));
        self.tell(&|| format!("trouble {kind} for peer {peer}"));
        match kind {
            0..6 => {
                let connections: Vec<u64> = self.wires.keys().copied().collect();
                if let Some(connection) = self.chance.pick(&connections) {
                    self.wires.get_mut(connection).expect("picked").cut(&mut self.chance);
                }
            }
            6..11 => self.peers[peer].cut_off ^= true,
            11..14 => self.crash_peer(peer),
            14..16 => self.peers[peer].disk_full ^= true,
            16..18 => self.server.database_fails ^= true,
            18 => self.crash_server(Server::crash),
            19 if self.chance.one_in(3) => self.lose_database(),
            19 => self.server.back_up(),
            20 => self.peers[peer].clock_error_ms = self.clock_jump(),
            21 => self.server.clock_error_ms = self.clock_jump(),
            22 => {
                let device = DocumentId::from_bytes(self.chance.bytes());
                self.server.enrol(device, markets()[0].as_str());
            }
            23 => self.erase_contact(),
            24 => self.hand_over(peer),
            25..28 => self.trouble_plain(),
            28..31 => self.let_one_wait(),
            _ => {
                let ms = self.chance.below(600_000) as i64;
                self.pass(ms);
            }
        }
    }

    /// Too much waits for a peer, or it has taken most of that.
    fn let_one_wait(&mut self) {
        let served = self.wires.iter().filter(|(_, wire)| wire.server_end);
        let served: Vec<u64> = served.map(|(connection, _)| *connection).collect();
        let Some(connection) = self.chance.pick(&served).copied() else { return };
        let wire = self.wires.get_mut(&connection).expect("picked");
        wire.is_congested ^= true;
        let event = if wire.is_congested {
            HubEvent::Congested { connection }
        } else {
            HubEvent::Relieved { connection }
        };
        self.server_handles(event);
    }

    /// Everybody has taken what waited.
    pub(super) fn relieve_all(&mut self) {
        let congested = self.wires.iter_mut().filter(|(_, wire)| wire.server_end && wire.is_congested);
        let congested: Vec<u64> = congested
            .map(|(connection, wire)| {
                wire.is_congested = false;
                *connection
            })
            .collect();
        for connection in congested {
            self.server_handles(HubEvent::Relieved { connection });
        }
    }

    fn erase_contact(&mut self) {
        let is_contact = |committed: &Committed| committed.facts.kind == Some(Kind::Contact);
        let stored = self.server.database.documents.iter();
        let contacts: Vec<DocumentId> =
            stored.filter(|(_, committed)| is_contact(committed)).map(|(document, _)| *document).collect();
        if let Some(document) = self.chance.pick(&contacts) {
            self.server.erase(*document);
        }
    }

    fn clock_jump(&mut self) -> i64 {
        let days = self.chance.below(800) as i64 - 400;
        days * 86_400_000 + self.chance.below(86_400_000) as i64
    }

    /// Where a program of others holds what phones made, it would bring it without our vouchers, and own
    /// it if it came first: such worlds lose no database.
    fn lose_database(&mut self) {
        let holds_copies = |plain: &Plain| matches!(plain.principal, Principal::Organiser { .. });
        if !self.plain.iter().any(holds_copies) {
            self.crash_server(Server::restore);
        }
    }

    /// A phone hands its contacts to a colleague, whose app takes them in when it starts.
    fn hand_over(&mut self, peer: usize) {
        let devices = self.peers.iter().enumerate();
        let devices = devices.filter(|(_, peer)| matches!(peer.principal, Principal::Device { .. }));
        let devices: Vec<usize> = devices.map(|(index, _)| index).collect();
        if let Some(colleague) = self.chance.pick(&devices).copied().filter(|colleague| *colleague != peer) {
            let bundle = self.peers[peer].bundle();
            self.peers[colleague].take_bundle(bundle);
            self.crash_peer(colleague);
        }
    }

    fn trouble_plain(&mut self) {
        let Some(index) = self.chance.pick(&(0..self.plain.len()).collect::<Vec<_>>()).copied() else {
            return;
        };
        if self.chance.one_in(3) {
            if let Some(connection) = self.plain[index].wire {
                self.wires.get_mut(&connection).expect("it has this connection").cut(&mut self.chance);
                self.end_peer_side(connection);
            }
            self.plain[index].crash();
        } else {
            self.plain[index].cut_off ^= true;
        }
    }
}
