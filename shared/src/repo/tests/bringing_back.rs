//! A server that lost documents gets them back from whoever holds them, and they stay their makers'.

use super::*;
use crate::{
    document::tree,
    repo::{Commit, StoredDocument},
    sync::share_policy::{Facts, Owner},
};

/// A contact that came from a phone without claims, and a laptop that has a copy.
fn copied_contact() -> (MemoryServer, MemoryPhone, MemoryPhone) {
    let (mut server, mut phone, mut laptop) =
        (MemoryServer::new(), MemoryPhone::new("p", 1), MemoryPhone::new("o", 2));
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    connect(&mut server, 2, organiser(), &mut laptop);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut laptop)]);
    phone.handle(ReplicaEvent::Closed);
    laptop.handle(ReplicaEvent::Closed);
    (server, phone, laptop)
}

fn facts(server: &MemoryServer, document: DocumentId) -> Facts {
    server.database.documents[&document].facts.clone()
}

#[test]
fn a_laptop_that_is_first_after_a_restore_brings_a_phones_contact_back_to_the_phone() {
    let (before, mut phone, mut laptop) = copied_contact();
    let mut restored = MemoryServer::with_incarnation("incarnation-2");
    laptop.crash();
    connect(&mut restored, 1, organiser(), &mut laptop);
    settle(&mut restored, &mut [(1, &mut laptop)]);
    assert_eq!(facts(&restored, id(10)), facts(&before, id(10)));
    assert_eq!(facts(&restored, id(10)).owner, Owner::Device(id(1)));
    let corrected = phone.replica.change(id(10), |tx| tx.put(ROOT, "topic", "question"));
    phone.perform(corrected.expect("changes"));
    connect(&mut restored, 2, device(1), &mut phone);
    settle(&mut restored, &mut [(1, &mut laptop), (2, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
    assert_eq!(laptop.replica.custody(id(10)), Some(Custody::OnTheServer));
}

#[test]
fn an_older_copy_that_no_one_told_of_gets_again_what_it_lacks() {
    let (mut server, mut phone, mut laptop) = copied_contact();
    let older = server.database.clone();
    record(&mut phone, id(11), None);
    connect(&mut server, 1, device(1), &mut phone);
    connect(&mut server, 2, organiser(), &mut laptop);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut laptop)]);
    assert_eq!(phone.replica.custody(id(11)), Some(Custody::OnTheServer));
    // Now it reads in the log what it has brought.
    phone.handle(ReplicaEvent::Closed);
    connect(&mut server, 5, device(1), &mut phone);
    settle(&mut server, &mut [(5, &mut phone), (2, &mut laptop)]);
    for one in [&mut phone, &mut laptop] {
        one.handle(ReplicaEvent::Closed);
    }
    server.database = older;
    server.crash();
    let cursor = laptop.progress.cursor;
    connect(&mut server, 6, device(1), &mut phone);
    settle(&mut server, &mut [(6, &mut phone)]);
    assert!(server.database.documents.contains_key(&id(11)), "the phone has read further than the log goes");
    assert_eq!(phone.replica.connection(), ConnectionState::UpToDate);
    connect(&mut server, 7, organiser(), &mut laptop);
    settle(&mut server, &mut [(6, &mut phone), (7, &mut laptop)]);
    assert_eq!(laptop.replica.connection(), ConnectionState::UpToDate);
    assert_eq!(laptop.progress.cursor, cursor);
}

#[test]
fn a_voucher_of_another_server_is_as_none() {
    let (_before, _phone, mut laptop) = copied_contact();
    let mut stored = StoredDocument::from_bytes(&laptop.stored[&id(10)]).expect("reads");
    *stored.voucher.as_mut().and_then(|voucher| voucher.first_mut()).expect("it came with one") ^= 1;
    laptop.stored.insert(id(10), stored.to_bytes());
    laptop.crash();
    let mut other = MemoryServer::with_incarnation("incarnation-2");
    connect(&mut other, 1, organiser(), &mut laptop);
    settle(&mut other, &mut [(1, &mut laptop)]);
    assert_eq!(
        facts(&other, id(10)).owner,
        Owner::Organisers,
        "it is not lost, and whoever brings it owns it"
    );
}

/// A market that a volunteer's phone may read.
fn read_market() -> (DocumentId, MemoryServer, MemoryPhone, MemoryPhone) {
    let (mut server, mut phone, mut laptop) =
        (MemoryServer::new(), MemoryPhone::new("p", 1), MemoryPhone::new("o", 2));
    let document = DocumentId::market(&market());
    let names = [("market", market().to_string())];
    let names: Vec<(&str, &str)> = names.iter().map(|(key, name)| (*key, name.as_str())).collect();
    let plan = serde_json::json!({ "hours": "10 bis 16" });
    let made = laptop.replica.create(document, Kind::Market, None, |tx| tree::write(tx, &names, &plan));
    laptop.perform(made.expect("it is not here"));
    connect(&mut server, 1, device(1), &mut phone);
    connect(&mut server, 2, organiser(), &mut laptop);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut laptop)]);
    assert!(phone.replica.document(document).is_some());
    phone.handle(ReplicaEvent::Closed);
    laptop.handle(ReplicaEvent::Closed);
    (document, server, phone, laptop)
}

#[test]
fn a_reader_cannot_bring_back_what_it_may_not_write_and_follows_once_another_has() {
    let (document, _before, mut phone, mut laptop) = read_market();
    let mut restored = MemoryServer::with_incarnation("incarnation-2");
    connect(&mut restored, 1, device(1), &mut phone);
    settle(&mut restored, &mut [(1, &mut phone)]);
    assert!(restored.database.documents.is_empty(), "its copy could be a forged one");
    assert_eq!(phone.replica.connection(), ConnectionState::UpToDate);

    connect(&mut restored, 2, organiser(), &mut laptop);
    settle(&mut restored, &mut [(1, &mut phone), (2, &mut laptop)]);
    assert_eq!(facts(&restored, document).owner, Owner::Organisers);
    assert_eq!(phone.replica.custody(document), Some(Custody::OnTheServer));
    let plan = serde_json::json!({ "hours": "11 bis 16" });
    let changed = laptop.replica.change(document, |tx| tree::write(tx, &[], &plan));
    laptop.perform(changed.expect("changes"));
    settle(&mut restored, &mut [(1, &mut phone), (2, &mut laptop)]);
    assert_eq!(phone.replica.heads(document), Some(&*restored.database.documents[&document].heads));
}

#[test]
fn what_was_stored_beside_the_hub_meanwhile_is_not_replaced() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    server.manual_commit = true;
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(server.uncommitted.len(), 1, "the hub has looked, and found nothing");
    let made = crate::document::blank(Kind::Contact);
    server.commit_elsewhere(Commit {
        document: id(10),
        commit: 0,
        facts: Facts { kind: Some(Kind::Contact), market: None, owner: Owner::Organisers },
        chunk: made.save(),
        heads: heads(&made),
        chunk_is: ChunkRole::First,
        receipt: None,
    });
    server.manual_commit = false;
    server.flush();
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnThisPhone), "put off");
    let effects = phone.replica.handle(60_000, ReplicaEvent::Woken);
    phone.perform(effects);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(server.database.documents[&id(10)].heads, heads(&made));
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::Refused { code: "denied".into() }));
}
