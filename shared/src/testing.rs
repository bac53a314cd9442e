//! Drivers in memory, for tests and simulations: a phone and a server without IO.

mod database;
mod phone;
mod server;

use crate::repo::{HubEvent, ReplicaEvent};

pub use self::{
    database::{Committed, MemoryDatabase, Tombstone},
    phone::MemoryPhone,
    server::MemoryServer,
};

/// Delivers frames both ways until nothing moves.
///
/// # Panics
/// When it never ends: after a million frames something goes round in circles.
pub fn settle(server: &mut MemoryServer, phones: &mut [(u64, &mut MemoryPhone)]) {
    for _ in 0..1_000_000 {
        let mut moved = false;
        for (connection, phone) in phones.iter_mut() {
            if let Some(frame) = phone.outgoing.pop_front() {
                server.handle(HubEvent::Received { connection: *connection, frame });
                moved = true;
            }
        }
        if let Some((connection, frame)) = server.outgoing.pop_front() {
            if let Some((_, phone)) = phones.iter_mut().find(|(number, _)| *number == connection) {
                phone.handle(ReplicaEvent::Received(frame));
            }
            moved = true;
        }
        if !moved {
            return;
        }
    }
    panic!("a million frames, and still no rest");
}
