//! A phone whose storage has lost part of what it kept.

use super::*;
use crate::repo::{Keeping, Replica, ReplicaConfig};

/// A phone that starts and finds its only document damaged; the server has it and its log was read.
fn damaged() -> (MemoryServer, MemoryPhone) {
    let (mut server, mut phone) = recorded();
    server.handle(HubEvent::Disconnected { connection: 1 });
    phone.stored.insert(id(10), vec![0]);
    phone.replica =
        Replica::new(ReplicaConfig { peer: "p".into(), actor: [1; 16], keeping: Keeping::Everything });
    phone.replica.restore_progress(phone.progress.clone());
    phone.replica.restore_unreadable(id(10));
    assert_eq!(phone.replica.unreadable(), 1);
    (server, phone)
}

#[test]
fn what_cannot_be_read_any_more_comes_back_from_the_server() {
    let (mut server, mut phone) = damaged();
    connect(&mut server, 2, device(1), &mut phone);
    settle(&mut server, &mut [(2, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
    assert_eq!(phone.replica.unreadable(), 0);
    phone.crash();
    assert_eq!(phone.replica.heads(id(10)), Some(&*server.database.documents[&id(10)].heads));
}

#[test]
fn what_cannot_be_read_and_was_erased_goes() {
    let (mut server, mut phone) = damaged();
    server.erase(id(10));
    connect(&mut server, 2, device(1), &mut phone);
    settle(&mut server, &mut [(2, &mut phone)]);
    assert!(phone.stored.is_empty());
    assert_eq!(phone.replica.unreadable(), 0);
}

#[test]
fn what_no_one_else_has_stays_as_it_is() {
    let (mut server, mut phone) = damaged();
    server.database.documents.clear();
    connect(&mut server, 2, device(1), &mut phone);
    settle(&mut server, &mut [(2, &mut phone)]);
    assert_eq!(phone.stored[&id(10)], [0]);
    assert_eq!(phone.replica.unreadable(), 1);
    assert_eq!(phone.replica.connection(), ConnectionState::UpToDate);
}
