//! Faults that simulated markets have found, each in its shortest form.

use automerge::{
    Automerge,
    sync::{State, SyncDoc as _},
};

use super::*;
use crate::{
    document::{Head, blank, tally},
    repo::{CloseReason, HubEvent},
    sync::{
        RefusalCode,
        message::{Backup, Message},
        vetting,
    },
};

fn laptop_that_reads(server: &mut MemoryServer) -> MemoryPhone {
    let mut laptop = MemoryPhone::new("o", 2);
    connect(server, 2, organiser(), &mut laptop);
    settle(server, &mut [(2, &mut laptop)]);
    laptop
}

fn server_with_contact(document: DocumentId) -> (MemoryServer, MemoryPhone) {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    record(&mut phone, document, None);
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    (server, phone)
}

fn log_page(document: DocumentId, heads: Vec<Head>, cursor: u64) -> ReplicaEvent {
    let (sender, target) = ("server".to_owned(), "o".to_owned());
    let entries = vec![(document, heads)];
    let backup = Backup::default();
    ReplicaEvent::Received(Message::LogPage { sender, target, entries, cursor, more: false, backup }.encode())
}

fn refusal(document: DocumentId, code: RefusalCode) -> ReplicaEvent {
    ReplicaEvent::Received(
        Message::Error {
            sender: "server".into(),
            target: "o".into(),
            message: String::new(),
            document: Some(document),
            code: Some(code.name().to_owned()),
            retry_after_s: None,
        }
        .encode(),
    )
}

fn wake(phone: &mut MemoryPhone, now_ms: i64) {
    let effects = phone.replica.handle(now_ms, ReplicaEvent::Woken);
    phone.perform(effects);
}

#[test]
fn a_peer_whose_log_cannot_be_read_is_forgotten_when_it_is_closed() {
    let (mut server, _phone) = server_with_contact(id(10));
    server.handle(HubEvent::LogFailed { connection: 1 });
    assert_eq!(server.closed, [(1, CloseReason::TryLater)]);
    assert_eq!(server.hub.connected_peers(), 0);
}

#[test]
fn a_document_that_the_server_could_not_load_is_asked_for_again() {
    let (mut server, _phone) = server_with_contact(id(10));
    let mut laptop = MemoryPhone::new("o", 2);
    laptop.handle(ReplicaEvent::Opened);
    let incarnation = Some("incarnation-1".to_owned());
    let peer = Message::Peer { sender: "server".into(), target: "o".into(), incarnation };
    laptop.handle(ReplicaEvent::Received(peer.encode()));
    laptop.handle(log_page(id(10), server.database.documents[&id(10)].heads.clone(), 1));
    laptop.handle(refusal(id(10), RefusalCode::Temporary));
    assert_eq!(laptop.progress.cursor, 0, "the document is not here yet");
    laptop.outgoing.clear();
    wake(&mut laptop, 60_000);
    let request = laptop.outgoing.pop_front().expect("asks again");
    assert!(is_request(&request));
    connect(&mut server, 2, organiser(), &mut laptop);
    settle(&mut server, &mut [(2, &mut laptop)]);
    assert_eq!(laptop.progress.cursor, 1);
}

#[test]
fn a_clock_that_is_set_back_does_not_put_off_an_offer_for_days() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    server.disk_full = true;
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    server.disk_full = false;
    wake(&mut phone, -400 * 86_400_000);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
}

#[test]
fn a_document_made_while_the_servers_is_on_its_way_merges_with_it() {
    let document = DocumentId::market(&market());
    let plan = |laptop: &mut MemoryPhone, key: &'static str| {
        let made = laptop.replica.create(document, Kind::Market, None, |tx| {
            tx.put(ROOT, "market", market().as_str())?;
            tx.put(ROOT, key, true)
        });
        laptop.perform(made.expect("it is not here"));
    };
    let mut server = MemoryServer::new();
    let mut one = laptop_that_reads(&mut server);
    plan(&mut one, "one");
    settle(&mut server, &mut [(2, &mut one)]);
    let mut two = MemoryPhone::new("q", 3);
    connect(&mut server, 3, organiser(), &mut two);
    while !two.outgoing.front().is_some_and(|frame| is_request(frame)) {
        deliver_one(&mut server, 3, &mut two);
    }
    plan(&mut two, "two");
    settle(&mut server, &mut [(2, &mut one), (3, &mut two)]);
    for laptop in [&one, &two] {
        let here = laptop.replica.document(document).expect("is here");
        assert_eq!(heads(&here), server.database.documents[&document].heads);
        for key in ["one", "two"] {
            assert!(here.get(ROOT, key).expect("reads").is_some(), "{key} is lost");
        }
    }
}

fn is_request(frame: &[u8]) -> bool {
    matches!(Message::decode(frame), Ok(Message::Sync { request: true, .. }))
}

fn deliver_one(server: &mut MemoryServer, connection: u64, phone: &mut MemoryPhone) {
    if let Some(frame) = phone.outgoing.pop_front() {
        server.handle(HubEvent::Received { connection, frame });
    } else if let Some((_, frame)) = server.outgoing.pop_front() {
        phone.handle(ReplicaEvent::Received(frame));
    }
}

#[test]
fn a_restored_server_is_remembered_only_after_its_acknowledgements_are_doubted() {
    let (_server, mut phone) = server_with_contact(id(10));
    phone.handle(ReplicaEvent::Closed);
    phone.manual_store = true;
    let mut restored = MemoryServer::with_incarnation("incarnation-2");
    connect(&mut restored, 1, device(1), &mut phone);
    settle(&mut restored, &mut [(1, &mut phone)]);
    assert_eq!(phone.progress.incarnation, "incarnation-1", "the doubt is not stored yet");
    phone.crash();
    phone.manual_store = false;
    connect(&mut restored, 2, device(1), &mut phone);
    settle(&mut restored, &mut [(2, &mut phone)]);
    assert!(restored.database.documents.contains_key(&id(10)));
    assert_eq!(phone.progress.incarnation, "incarnation-2");
}

#[test]
fn the_log_naming_an_older_state_than_is_here_leaves_no_one_waiting() {
    let (mut server, mut phone) = server_with_contact(id(10));
    let mut laptop = laptop_that_reads(&mut server);
    let older = server.database.documents[&id(10)].heads.clone();
    let changed = phone.replica.change(id(10), |tx| tx.put(ROOT, "topic", "question"));
    phone.perform(changed.expect("changes"));
    settle(&mut server, &mut [(1, &mut phone), (2, &mut laptop)]);
    laptop.handle(log_page(id(10), older, 2));
    assert_eq!(laptop.replica.connection(), ConnectionState::UpToDate);
}

/// A laptop that a change of contact 10 has reached, while its disk has not confirmed it.
fn laptop_that_has_not_stored_a_change() -> (MemoryServer, MemoryPhone) {
    let (mut server, mut phone) = server_with_contact(id(10));
    let mut laptop = laptop_that_reads(&mut server);
    laptop.manual_store = true;
    let changed = phone.replica.change(id(10), |tx| tx.put(ROOT, "topic", "question"));
    phone.perform(changed.expect("changes"));
    settle(&mut server, &mut [(1, &mut phone), (2, &mut laptop)]);
    (server, laptop)
}

#[test]
fn the_cursor_waits_for_what_is_here_but_not_stored() {
    let (server, mut laptop) = laptop_that_has_not_stored_a_change();
    laptop.handle(log_page(id(10), server.database.documents[&id(10)].heads.clone(), 2));
    assert_eq!(laptop.progress.cursor, 1);
    laptop.flush();
    assert_eq!(laptop.progress.cursor, 2);
}

#[test]
fn the_cursor_waits_for_what_came_without_the_log_naming_it() {
    let (_server, mut laptop) = laptop_that_has_not_stored_a_change();
    let (sender, target) = ("server".to_owned(), "o".to_owned());
    let nothing = Message::LogPage {
        sender,
        target,
        entries: Vec::new(),
        cursor: 2,
        more: false,
        backup: Backup::default(),
    };
    laptop.handle(ReplicaEvent::Received(nothing.encode()));
    assert_eq!(laptop.progress.cursor, 1);
    laptop.flush();
    assert_eq!(laptop.progress.cursor, 2);
}

#[test]
fn what_was_refused_for_good_does_not_hold_up_the_log() {
    let (mut server, _phone) = server_with_contact(id(10));
    let mut laptop = laptop_that_reads(&mut server);
    laptop.handle(refusal(id(10), RefusalCode::TooLarge));
    laptop.handle(log_page(id(10), vec![[9; 32]], 2));
    assert_eq!(laptop.replica.connection(), ConnectionState::UpToDate);
    assert_eq!(laptop.progress.cursor, 2);
}

#[test]
fn a_peer_that_leaves_out_what_a_change_depends_on_is_asked_for_all() {
    let (mut server, mut phone) = server_with_contact(id(10));
    for value in 0..3 {
        let changed = phone.replica.change(id(10), |tx| tx.put(ROOT, "recorded_at", value));
        phone.perform(changed.expect("changes"));
    }
    // As if the server's Bloom filter had wrongly contained the two changes before the last one.
    let here = phone.replica.document(id(10)).expect("is here");
    let last = here.get_change_by_hash(&here.get_heads()[0]).expect("made here");
    let bytes = last.raw_bytes().to_vec();
    for frame in &mut phone.outgoing {
        if let Ok(Message::Sync { sender, target, document, data, request, claim, voucher }) =
            Message::decode(frame)
        {
            let mut message = vetting::decode(&data).expect("a sync message");
            message.changes = vec![bytes.clone()].into();
            let data = message.encode();
            *frame = Message::Sync { sender, target, document, data, request, claim, voucher }.encode();
        }
    }
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
    assert_ne!(server.database.documents[&id(10)].heads, heads(&blank(Kind::Contact)));
}

#[test]
fn a_reader_that_is_asked_for_everything_is_not_refused_for_sending_it() {
    let tally = DocumentId::tally(id(1), &market());
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    let made = phone.replica.create(tally, Kind::Tally, None, |tx| tally::fill(tx, id(1), &market()));
    phone.perform(made.expect("it is not here"));
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    let mut laptop = laptop_that_reads(&mut server);
    let question = Automerge::new().generate_sync_message(&mut State::new()).expect("a first message");
    let (sender, target, data) = ("server".to_owned(), "o".to_owned(), question.encode());
    let question =
        Message::Sync { sender, target, document: tally, data, request: false, claim: None, voucher: None };
    laptop.handle(ReplicaEvent::Received(question.encode()));
    settle(&mut server, &mut [(2, &mut laptop)]);
    assert_eq!(laptop.replica.custody(tally), Some(Custody::OnTheServer));
}

#[test]
fn a_change_that_comes_before_what_it_depends_on_waits_for_it() {
    let (_server, mut phone) = server_with_contact(id(10));
    let mut elsewhere = phone.replica.document(id(10)).expect("is here");
    elsewhere.set_actor(automerge::ActorId::from([9_u8; 16]));
    for value in 0..2 {
        elsewhere
            .transact::<_, _, automerge::AutomergeError>(|tx| tx.put(ROOT, "recorded_at", value))
            .expect("changes");
    }
    let known = phone.replica.document(id(10)).expect("is here").get_heads();
    let changes = elsewhere.get_changes(&known);
    let heads = elsewhere.get_heads();
    for change in changes.iter().rev() {
        let data = automerge::sync::Message {
            heads: heads.clone(),
            need: Vec::new(),
            have: Vec::new(),
            changes: vec![change.raw_bytes().to_vec()].into(),
            flags: None,
            version: automerge::sync::MessageVersion::V1,
        };
        let sync = Message::Sync {
            sender: "server".into(),
            target: "p".into(),
            document: id(10),
            data: data.encode(),
            request: false,
            claim: None,
            voucher: None,
        };
        phone.handle(ReplicaEvent::Received(sync.encode()));
    }
    assert_eq!(phone.replica.document(id(10)).expect("is here").get_heads(), heads);
}
