//! A phone, a laptop and a server, without a network between them.

mod bringing_back;
mod committing;
mod damaged;
mod derived_ids;
mod dropping;
mod erasing;
mod exhausting;
mod found_by_simulation;
mod plain_clients;
mod quotas;
mod relaying;
mod strangers;
mod under_load;

use automerge::{ROOT, ReadDoc as _, transaction::Transactable};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};

use crate::{
    document::{DocumentId, Kind, MarketKey, contact, heads},
    repo::{
        ChunkRole, Claimant, ConnectionState, Custody, HubEvent, ReplicaEffect, ReplicaEvent, StoredDocument,
    },
    sync::{claim::Claim, message::Message, share_policy::Principal},
    testing::{MemoryPhone, MemoryServer, settle},
};

fn id(byte: u8) -> DocumentId {
    DocumentId::from_bytes([byte; 16])
}

fn market() -> MarketKey {
    "pankow-2026/2026-05-23".parse().expect("valid")
}

fn device(number: u8) -> Principal {
    Principal::Device { device: id(number), market: market() }
}

fn organiser() -> Principal {
    Principal::Organiser { member: id(200) }
}

fn record(phone: &mut MemoryPhone, document: DocumentId, claim: Option<Claim>) {
    let effects = phone
        .replica
        .create(document, Kind::Contact, claim, |tx| tx.put(ROOT, "market", market().as_str()))
        .expect("creates");
    phone.perform(effects);
}

/// A server and a connected phone of device 1 that has brought it contact 10.
fn recorded() -> (MemoryServer, MemoryPhone) {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    (server, phone)
}

fn enrolled(key: &SigningKey) -> Claimant {
    let public_key = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
    Claimant { public_key, market: market().to_string() }
}

fn sign(key: &SigningKey, document: DocumentId, device: DocumentId) -> Claim {
    let signature: Signature = key.sign(&Claim::message(document, Kind::Contact, &market(), device));
    Claim { kind: Kind::Contact, market: market(), device, signature: signature.to_bytes().to_vec() }
}

fn connect(server: &mut MemoryServer, connection: u64, principal: Principal, phone: &mut MemoryPhone) {
    server.connect(connection, principal);
    phone.handle(ReplicaEvent::Opened);
}

#[test]
fn a_contact_goes_from_the_phone_by_the_server_to_the_organisers_and_the_news_comes_back() {
    let (mut server, mut phone, mut laptop) =
        (MemoryServer::new(), MemoryPhone::new("p", 1), MemoryPhone::new("o", 2));
    record(&mut phone, id(10), None);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnThisPhone));
    connect(&mut server, 1, device(1), &mut phone);
    connect(&mut server, 2, organiser(), &mut laptop);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut laptop)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
    assert!(laptop.replica.document(id(10)).is_some());
    let effects = laptop.replica.change(id(10), |tx| contact::mark_opened(tx, "orga", 5)).expect("changes");
    laptop.perform(effects);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut laptop)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::WithTheOrganisers));
    assert_eq!(phone.replica.connection(), ConnectionState::UpToDate);
    assert_eq!(phone.replica.unconfirmed(), 0);

    // A correction: the contact stays with the organisers, the edit is only here.
    let effects = phone.replica.change(id(10), |tx| tx.put(ROOT, "topic", "question")).expect("changes");
    phone.perform(effects);
    let earlier = crate::repo::Elsewhere::WithTheOrganisers;
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::EditOnThisPhone { earlier }));
    assert_eq!(phone.replica.unconfirmed(), 1);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut laptop)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::WithTheOrganisers));
}

#[test]
fn nothing_is_sent_before_it_is_stored() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    phone.manual_store = true;
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    record(&mut phone, id(10), None);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::Saving));
    assert!(server.database.documents.is_empty());
    phone.flush();
    settle(&mut server, &mut [(1, &mut phone)]);
    assert!(server.database.documents.contains_key(&id(10)));
}

#[test]
fn nothing_is_acknowledged_before_it_is_committed() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    server.manual_commit = true;
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnThisPhone));
    server.crash();
    phone.handle(ReplicaEvent::Closed);
    server.manual_commit = false;
    connect(&mut server, 2, device(1), &mut phone);
    settle(&mut server, &mut [(2, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
}

#[test]
fn a_full_disk_is_told_as_temporary_and_the_phone_offers_again() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    server.disk_full = true;
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnThisPhone));
    server.disk_full = false;
    let effects = phone.replica.handle(60_000, ReplicaEvent::Woken);
    phone.perform(effects);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
}

/// What the official client does with the server's answers: errors it does not know.
fn official_client(
    server: &mut MemoryServer,
    document: &mut automerge::Automerge,
    state: &mut automerge::sync::State,
) {
    use crate::sync::message::Message;
    use automerge::sync::{Message as SyncMessage, SyncDoc as _};

    loop {
        if let Some(message) = document.generate_sync_message(state) {
            let sync = Message::Sync {
                sender: "js".into(),
                target: "server".into(),
                document: id(10),
                data: message.encode(),
                request: false,
                claim: None,
                voucher: None,
            };
            server.handle(HubEvent::Received { connection: 1, frame: sync.encode() });
        }
        let Some((_, frame)) = server.outgoing.pop_front() else { return };
        if let Ok(Message::Sync { data, .. }) = Message::decode(&frame) {
            let message = SyncMessage::decode(&data).expect("a sync message");
            document.receive_sync_message(state, message).expect("receives");
        }
    }
}

#[test]
fn a_client_that_does_not_know_our_errors_is_asked_again() {
    let mut server = MemoryServer::new();
    server.connect(1, device(1));
    let join = crate::sync::message::Message::Join { sender: "js".into(), versions: vec!["1".into()] };
    server.handle(HubEvent::Received { connection: 1, frame: join.encode() });
    let (mut document, mut state) = (crate::document::blank(Kind::Contact), automerge::sync::State::new());
    server.disk_full = true;
    official_client(&mut server, &mut document, &mut state);
    server.tick(4_999);
    official_client(&mut server, &mut document, &mut state);
    assert!(server.database.documents.is_empty());
    server.disk_full = false;
    official_client(&mut server, &mut document, &mut state);
    assert!(server.database.documents.is_empty(), "it believes that it has sent everything");

    server.tick(5_000);
    official_client(&mut server, &mut document, &mut state);
    assert_eq!(server.database.documents[&id(10)].heads, heads(&document));
    assert_eq!(state.their_heads, Some(document.get_heads()), "and knows that it is durable");
    server.tick(60_000);
    assert!(server.outgoing.is_empty(), "it is asked no more");
}

#[test]
fn two_laptops_edit_one_contact_offline_and_both_edits_survive() {
    let (mut server, mut phone, mut one, mut two) =
        (MemoryServer::new(), MemoryPhone::new("p", 1), MemoryPhone::new("a", 2), MemoryPhone::new("b", 3));
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    connect(&mut server, 2, organiser(), &mut one);
    connect(&mut server, 3, organiser(), &mut two);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut one), (3, &mut two)]);
    server.handle(HubEvent::Disconnected { connection: 2 });
    one.handle(ReplicaEvent::Closed);
    let effects = one.replica.change(id(10), |tx| contact::set_due(tx, Some("2026-06-01"))).expect("changes");
    one.perform(effects);
    let step = contact::Step { id: "s".into(), state: contact::FollowUp::Reached, at_ms: 1, by: "b".into() };
    let effects = two.replica.change(id(10), |tx| contact::set_state(tx, &step)).expect("changes");
    two.perform(effects);
    connect(&mut server, 4, organiser(), &mut one);
    settle(&mut server, &mut [(1, &mut phone), (4, &mut one), (3, &mut two)]);
    for laptop in [&one, &two, &phone] {
        let (merged, _) = contact::read(&laptop.replica.document(id(10)).expect("is here"));
        assert_eq!((merged.state, merged.due.as_deref()), (contact::FollowUp::Reached, Some("2026-06-01")));
    }
}

#[test]
fn a_laptop_that_was_away_reads_only_what_changed_since() {
    let (mut server, mut phone, mut laptop) =
        (MemoryServer::new(), MemoryPhone::new("p", 1), MemoryPhone::new("o", 2));
    connect(&mut server, 1, device(1), &mut phone);
    for number in 0..120 {
        record(&mut phone, id(number), None);
    }
    settle(&mut server, &mut [(1, &mut phone)]);
    connect(&mut server, 2, organiser(), &mut laptop);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut laptop)]);
    assert_eq!(laptop.stored.len(), 120);
    assert_eq!(laptop.progress.cursor, 120);
    laptop.crash();
    server.handle(HubEvent::Disconnected { connection: 2 });
    record(&mut phone, id(121), None);
    settle(&mut server, &mut [(1, &mut phone)]);
    connect(&mut server, 3, organiser(), &mut laptop);
    let mut frames = 0;
    loop {
        let before = laptop.outgoing.len() + server.outgoing.len() + phone.outgoing.len();
        if before == 0 {
            break;
        }
        frames += before;
        settle(&mut server, &mut [(1, &mut phone), (3, &mut laptop)]);
    }
    assert_eq!(laptop.stored.len(), 121);
    assert!(frames < 20, "{frames} frames");
}

#[test]
fn a_restored_server_gets_again_what_it_lacks() {
    let (_lost, mut phone) = recorded();
    phone.handle(ReplicaEvent::Closed);
    let mut restored = MemoryServer::with_incarnation("incarnation-2");
    connect(&mut restored, 1, device(1), &mut phone);
    settle(&mut restored, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.heads(id(10)), Some(&*restored.database.documents[&id(10)].heads));
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
}

#[test]
fn who_is_not_let_in_waits_for_the_close_that_says_why() {
    let mut phone = MemoryPhone::new("p", 1);
    phone.handle(ReplicaEvent::Opened);
    let refusal = Message::Error {
        sender: "server".to_owned(),
        target: String::new(),
        message: "not signed in".into(),
        document: None,
        code: Some("unauthenticated".into()),
        retry_after_s: None,
    };
    let effects = phone.replica.handle(0, ReplicaEvent::Received(refusal.encode()));
    assert!(!effects.contains(&ReplicaEffect::Close), "{effects:?}");
    assert_eq!(phone.replica.connection(), ConnectionState::Joining, "it is not let in");
}

#[test]
fn frames_that_are_none_close_the_connection_and_nothing_else() {
    let mut server = MemoryServer::new();
    for (connection, frame) in [vec![0xf6], vec![], vec![0xff; 10]].into_iter().enumerate() {
        server.connect(connection as u64, device(1));
        server.handle(HubEvent::Received { connection: connection as u64, frame });
    }
    assert_eq!(server.closed.len(), 3);
    assert_eq!(server.hub.connected_peers(), 0);
}

#[test]
fn what_no_one_talks_about_leaves_no_memory_behind() {
    let (mut server, _) = recorded();
    assert_eq!(server.hub.active_documents(), 1);
    server.handle(HubEvent::Disconnected { connection: 1 });
    assert_eq!(server.hub.active_documents(), 0);
}

#[test]
fn what_others_commit_beside_the_hub_is_not_skipped() {
    let (mut server, mut phone, mut laptop) =
        (MemoryServer::new(), MemoryPhone::new("p", 1), MemoryPhone::new("o", 2));
    connect(&mut server, 1, device(1), &mut phone);
    connect(&mut server, 2, organiser(), &mut laptop);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut laptop)]);
    for (number, tell) in [(50, true), (51, false)] {
        let made = crate::document::blank(Kind::Device);
        server.commit_elsewhere(crate::repo::Commit {
            document: id(number),
            commit: 0,
            facts: crate::sync::share_policy::Facts {
                kind: Some(Kind::Device),
                market: Some(market().to_string()),
                owner: crate::sync::share_policy::Owner::Device(id(number)),
            },
            chunk: made.save(),
            heads: heads(&made),
            chunk_is: ChunkRole::Whole,
            receipt: None,
        });
        if tell {
            server.handle(HubEvent::LogAdvanced);
        } else {
            // Nobody tells the hub, but the next commit shows the gap.
            record(&mut phone, id(10), None);
        }
        settle(&mut server, &mut [(1, &mut phone), (2, &mut laptop)]);
        assert!(laptop.replica.document(id(number)).is_some(), "{number}");
    }
    assert_eq!(laptop.replica.connection(), ConnectionState::UpToDate);
    assert_eq!(laptop.progress.cursor, 3);
}

#[test]
fn a_great_number_of_documents_at_once_does_not_stay_in_memory() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    let numbered = |number: u16| {
        let mut bytes = [7; 16];
        bytes[..2].copy_from_slice(&number.to_be_bytes());
        DocumentId::from_bytes(bytes)
    };
    for number in 0..3_000 {
        record(&mut phone, numbered(number), None);
    }
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert!(server.hub.active_documents() <= 1_024, "{}", server.hub.active_documents());
    for number in 0..3_000 {
        assert_eq!(phone.replica.custody(numbered(number)), Some(Custody::OnTheServer), "{number}");
    }
}
