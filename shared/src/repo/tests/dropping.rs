//! A phone drops what organisers have opened once a backup holds it, and nothing before.

use super::*;
use crate::document::contact::mark_opened;

/// A phone that drops, with a contact that is on the server, and a laptop.
fn sent() -> (MemoryServer, MemoryPhone, MemoryPhone) {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1).that_drops());
    record(&mut phone, id(10), None);
    let mut laptop = MemoryPhone::new("o", 2);
    connect(&mut server, 1, device(1), &mut phone);
    connect(&mut server, 2, organiser(), &mut laptop);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut laptop)]);
    (server, phone, laptop)
}

fn open(server: &mut MemoryServer, phone: &mut MemoryPhone, laptop: &mut MemoryPhone) {
    let opened = laptop.replica.change(id(10), |tx| mark_opened(tx, "orga", 5)).expect("changes");
    laptop.perform(opened);
    settle(server, &mut [(1, phone), (2, laptop)]);
}

/// Connects anew after a crash, and rests.
fn comes_back(server: &mut MemoryServer, phone: &mut MemoryPhone, connection: u64) {
    server.handle(HubEvent::Disconnected { connection: connection - 1 });
    phone.crash();
    connect(server, connection, device(1), phone);
    settle(server, &mut [(connection, phone)]);
}

fn is_whole(phone: &MemoryPhone) -> bool {
    !StoredDocument::from_bytes(&phone.stored[&id(10)]).expect("reads").was_dropped()
}

#[test]
fn what_is_opened_and_backed_up_is_dropped_and_stays_known() {
    let (mut server, mut phone, mut laptop) = sent();
    server.database.back_up();
    comes_back(&mut server, &mut phone, 11);
    assert!(is_whole(&phone), "no organiser has opened it");
    server.handle(HubEvent::Disconnected { connection: 2 });
    laptop.crash();
    connect(&mut server, 2, organiser(), &mut laptop);
    let opened = laptop.replica.change(id(10), |tx| mark_opened(tx, "orga", 5)).expect("changes");
    laptop.perform(opened);
    settle(&mut server, &mut [(11, &mut phone), (2, &mut laptop)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::WithTheOrganisers));
    comes_back(&mut server, &mut phone, 12);
    assert!(is_whole(&phone), "the backup is older than the opening");
    server.database.back_up();
    comes_back(&mut server, &mut phone, 13);
    assert!(!is_whole(&phone));
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::WithTheOrganisers), "what is shown stays");
    assert_eq!(phone.replica.documents().filter(|(_, kind)| *kind == Kind::Contact).count(), 1);
    assert_eq!(phone.replica.unconfirmed(), 0);

    // Neither a new start nor news of it bring it back.
    comes_back(&mut server, &mut phone, 14);
    let followed_up = laptop.replica.change(id(10), |tx| tx.put(ROOT, "topic", "question")).expect("changes");
    laptop.perform(followed_up);
    settle(&mut server, &mut [(14, &mut phone), (2, &mut laptop)]);
    assert!(!is_whole(&phone));
    assert_eq!(phone.replica.connection(), ConnectionState::UpToDate);
    server.erase(id(10));
    settle(&mut server, &mut [(14, &mut phone), (2, &mut laptop)]);
    comes_back(&mut server, &mut phone, 15);
    assert!(phone.stored.is_empty(), "erased is erased");
}

#[test]
fn what_was_edited_since_the_backup_is_kept_and_so_is_all_that_others_keep() {
    let (mut server, mut phone, mut laptop) = sent();
    open(&mut server, &mut phone, &mut laptop);
    server.database.back_up();
    server.handle(HubEvent::Disconnected { connection: 1 });
    phone.handle(ReplicaEvent::Closed);
    let corrected = phone.replica.change(id(10), |tx| tx.put(ROOT, "topic", "question"));
    phone.perform(corrected.expect("changes"));
    comes_back(&mut server, &mut phone, 12);
    assert!(is_whole(&phone), "the correction is in no backup");
    server.database.back_up();
    comes_back(&mut server, &mut phone, 13);
    assert!(!is_whole(&phone));
    server.handle(HubEvent::Disconnected { connection: 2 });
    laptop.crash();
    connect(&mut server, 3, organiser(), &mut laptop);
    settle(&mut server, &mut [(3, &mut laptop)]);
    assert!(is_whole(&laptop), "an organiser's laptop keeps everything");
}
