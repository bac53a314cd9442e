//! Peers that would take all of the server's memory or time, and those who are there beside them.

use std::collections::VecDeque;

use automerge::{
    Automerge, AutomergeError, ObjType,
    sync::{State, SyncDoc as _},
    transaction::Transaction,
};

use super::{
    under_load::{question, store},
    *,
};
use crate::{
    document::blank,
    repo::{CloseReason, HubEffect},
    sync::vetting::{Limits, VettingJob},
};

type Edit = fn(&mut Transaction<'_>) -> Result<(), AutomergeError>;

/// A change that takes a few kilobytes on the wire and two megabytes in memory.
fn inflating(tx: &mut Transaction<'_>) -> Result<(), AutomergeError> {
    let key = tx.length_of_root().to_string();
    tx.put(ROOT, key, "Markt ".repeat(350_000))
}

/// A change that takes a hundred bytes on the wire and sixty thousand operations in memory.
fn run(tx: &mut Transaction<'_>) -> Result<(), AutomergeError> {
    let key = tx.length_of_root().to_string();
    let list = tx.put_object(ROOT, key, ObjType::List)?;
    tx.splice(&list, 0, 0, std::iter::repeat_n(automerge::hydrate::Value::from(0), 60_000))
}

trait LengthOfRoot {
    fn length_of_root(&self) -> usize;
}

impl LengthOfRoot for Transaction<'_> {
    fn length_of_root(&self) -> usize {
        self.length(ROOT)
    }
}

pub(super) fn join(server: &mut MemoryServer, connection: u64, principal: Principal, name: &str) {
    server.connect(connection, principal);
    let join = Message::Join { sender: name.to_owned(), versions: vec!["1".into()] };
    server.handle(HubEvent::Received { connection, frame: join.encode() });
}

pub(super) fn sync_frame(name: &str, document: DocumentId, data: Vec<u8>) -> Vec<u8> {
    let (sender, target) = (name.to_owned(), "server".to_owned());
    Message::Sync { sender, target, document, data, request: false, claim: None, voucher: None }.encode()
}

/// A message that brings all of `document`, and an incompressible text of so many bytes.
pub(super) fn bringing(document: &Automerge) -> Vec<u8> {
    let mut state = State::new();
    let mut empty = Automerge::new();
    let mut theirs = State::new();
    let hello = document.generate_sync_message(&mut state).expect("says hello");
    empty.receive_sync_message(&mut theirs, hello).expect("receives");
    let question = empty.generate_sync_message(&mut theirs).expect("asks");
    document.clone().receive_sync_message(&mut state, question).expect("receives");
    document.generate_sync_message(&mut state).expect("brings").encode()
}

pub(super) fn noise(length: usize) -> Vec<u8> {
    let mut number = 1_u64;
    (0..length)
        .map(|_| {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (number >> 56) as u8
        })
        .collect()
}

pub(super) fn codes(server: &mut MemoryServer) -> Vec<(u64, String)> {
    let code = |(connection, frame): (u64, Vec<u8>)| match Message::decode(&frame) {
        Ok(Message::Error { code: Some(code), .. }) => Some((connection, code)),
        _ => None,
    };
    server.outgoing.drain(..).filter_map(code).collect()
}

#[test]
fn many_small_messages_make_no_document_that_no_one_could_bring_back() {
    for edit in [inflating as Edit, run as Edit] {
        let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
        record(&mut phone, id(10), None);
        connect(&mut server, 1, device(1), &mut phone);
        settle(&mut server, &mut [(1, &mut phone)]);
        let effects = phone.replica.change(id(10), edit).expect("changes");
        phone.perform(effects);
        settle(&mut server, &mut [(1, &mut phone)]);
        assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
        let accepted = phone.stored[&id(10)].clone();

        let effects = phone.replica.change(id(10), edit).expect("changes");
        phone.perform(effects);
        settle(&mut server, &mut [(1, &mut phone)]);
        assert_eq!(phone.replica.custody(id(10)), Some(Custody::Refused { code: "too-large".into() }));

        let mut restored = MemoryServer::with_incarnation("incarnation-2");
        phone.stored.insert(id(10), accepted);
        phone.crash();
        connect(&mut restored, 2, device(1), &mut phone);
        settle(&mut restored, &mut [(2, &mut phone)]);
        assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer), "all of it, in one message");
    }
}

#[test]
fn a_flood_of_short_lived_messages_is_cut_off_and_keeps_no_change_waiting() {
    let mut server = MemoryServer::new();
    let mut contact = blank(Kind::Contact);
    for (connection, name) in [(1, "a"), (2, "b")] {
        join(&mut server, connection, organiser(), name);
        server.handle(HubEvent::Received { connection, frame: sync_frame(name, id(10), bringing(&contact)) });
    }
    server.outgoing.clear();
    let say = |server: &mut MemoryServer, count: u64, length: usize| {
        let (sender, target, session) = ("a".to_owned(), "server".to_owned(), "s".to_owned());
        let data = vec![7; length];
        let message = Message::Ephemeral { sender, target, document: id(10), session, count, data };
        server.handle(HubEvent::Received { connection: 1, frame: message.encode() });
        server.outgoing.drain(..).map(|(_, frame)| frame.len()).sum::<usize>()
    };
    assert_eq!(say(&mut server, 0, (64 << 10) + 1), 0, "too long to be passed on");
    assert!(say(&mut server, 1, 64 << 10) > 64 << 10);
    let passed_on: usize = (2..1_000).map(|count| say(&mut server, count, 10_000)).sum();
    assert!(passed_on < 2 << 20, "{passed_on}");

    // While a change is being committed and too many of them come, another change waits for its turn only.
    server.manual_commit = true;
    for (connection, name, field) in [(2, "b", "language"), (1, "a", "topic")] {
        contact.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, field, "ar")).expect("puts");
        let frame = sync_frame(name, id(10), bringing(&contact));
        server.handle(HubEvent::Received { connection, frame });
        (0..2_000).for_each(|count| _ = say(&mut server, count, 1));
    }
    server.manual_commit = false;
    server.flush();
    assert_eq!(codes(&mut server), []);
    assert_eq!(server.database.documents[&id(10)].heads, heads(&contact));
}

#[test]
fn whoever_lets_too_much_wait_is_put_off_and_keeps_no_one_else_out() {
    let mut server = MemoryServer::with_limits(Limits { waiting: 5 << 20, ..Limits::default() });
    let mut contact = blank(Kind::Contact);
    contact.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "noise", noise(3 << 20))).expect("puts");
    let large = bringing(&contact);
    join(&mut server, 1, device(1), "a");
    join(&mut server, 2, device(2), "b");
    server.manual_commit = true;
    for number in 0..20 {
        // The first of each two is being committed and counts until it is, and the second waits.
        let frame = sync_frame("a", id(10 + number / 2), large.clone());
        server.handle(HubEvent::Received { connection: 1, frame });
    }
    let put_off = codes(&mut server);
    assert!(put_off.len() >= 10, "{}", put_off.len());
    assert!(put_off.iter().all(|put_off| *put_off == (1, "temporary".to_owned())), "{put_off:?}");

    let small = sync_frame("b", id(90), bringing(&blank(Kind::Contact)));
    server.handle(HubEvent::Received { connection: 2, frame: small });
    server.manual_commit = false;
    server.flush();
    assert!(server.database.documents.contains_key(&id(90)));
    assert_eq!(codes(&mut server), []);
    // What was put off gets there as soon as it comes again.
    for number in 0..10 {
        let frame = sync_frame("a", id(10 + number), large.clone());
        server.handle(HubEvent::Received { connection: 1, frame });
        assert!(server.database.documents.contains_key(&id(10 + number)), "{number}");
    }
}

#[test]
fn more_connections_let_no_one_hold_or_leave_more_behind() {
    let mut server = MemoryServer::new();
    let mut contact = blank(Kind::Contact);
    contact.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "noise", noise(3 << 20))).expect("puts");
    let large = bringing(&contact);
    server.manual_commit = true;
    for number in 1..9_u8 {
        let (connection, name) = (u64::from(number), format!("a{number}"));
        join(&mut server, connection, device(1), &name);
        let frame = sync_frame(&name, id(10 + number), large.clone());
        server.handle(HubEvent::Received { connection, frame });
    }
    assert_eq!(server.uncommitted.len(), 3, "8 MiB, and what exceeds them");
    assert_eq!(codes(&mut server).len(), 5);
    server.handle(HubEvent::Disconnected { connection: 1 });
    join(&mut server, 9, device(1), "a9");
    let frame = sync_frame("a9", id(30), large);
    server.handle(HubEvent::Received { connection: 9, frame });
    assert_eq!(codes(&mut server).len(), 1, "it is still the same one");

    let mut server = MemoryServer::new();
    for connection in 1..8 {
        let name = format!("a{connection}");
        join(&mut server, connection, device(1), &name);
        for number in 0..10 {
            let frame = sync_frame(&name, id(number), vec![7; 10]);
            server.handle(HubEvent::Received { connection, frame });
        }
        server.handle(HubEvent::Disconnected { connection });
    }
    assert_eq!(server.quarantined.len(), 50);
}

#[test]
fn a_page_of_the_log_is_read_one_at_a_time_and_none_is_missed() {
    let mut server = MemoryServer::new();
    join(&mut server, 1, organiser(), "o");
    let ask = |server: &mut MemoryServer, after| {
        let frame = Message::Log { sender: "o".into(), target: "server".into(), after }.encode();
        server.hub.handle(0, HubEvent::Received { connection: 1, frame })
    };
    let asked = |effects: Vec<HubEffect>| match &effects[..] {
        [] => None,
        [HubEffect::ReadLog { after, .. }] => Some(*after),
        _ => panic!("{effects:?}"),
    };
    assert_eq!(asked(ask(&mut server, 1)), Some(1));
    for after in 2..100 {
        assert_eq!(asked(ask(&mut server, after)), None);
    }
    let page = |cursor| crate::repo::LogPage { entries: Vec::new(), cursor, more: false, backup: 0 };
    let answer = |server: &mut MemoryServer, cursor| {
        server.hub.handle(0, HubEvent::LogRead { connection: 1, page: page(cursor) })
    };
    assert_eq!(asked(answer(&mut server, 5)), Some(99), "from where it has asked last");
    server.handle(HubEvent::LogAdvanced);
    assert!(server.outgoing.len() == 1, "it has joined");
    let effects = answer(&mut server, 99);
    let [HubEffect::Send { frame, .. }] = &effects[..] else { panic!("{effects:?}") };
    let page = Message::decode(frame).expect("a message");
    assert!(matches!(page, Message::LogPage { cursor: 99, more: true, .. }), "it was told of more: {page:?}");
}

#[test]
fn a_late_word_of_an_old_connection_does_not_end_the_new_one() {
    let mut server = MemoryServer::new();
    for connection in [1, 2] {
        server.connect(connection, device(1));
    }
    let join = Message::Join { sender: "p".into(), versions: vec!["1".into()] }.encode();
    for connection in [2, 1] {
        server.handle(HubEvent::Received { connection, frame: join.clone() });
    }
    assert_eq!(server.closed, [(1, CloseReason::Replaced)]);
    server.connect(3, device(1));
    server.handle(HubEvent::Received { connection: 3, frame: join });
    assert_eq!(server.closed[1..], [(2, CloseReason::Replaced)]);
}

#[test]
fn whoever_talks_about_very_many_documents_is_served_all_the_same() {
    let mut server = MemoryServer::with_limits(Limits { topics: 3, ..Limits::default() });
    let mut phone = MemoryPhone::new("p", 1);
    for number in 10..20 {
        record(&mut phone, id(number), None);
    }
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.unconfirmed(), 0);
    assert_eq!(server.closed, []);
}

/// What follows from an event once all that is asked of the storage was answered: vettings to run, and how many
/// documents were sent.
fn follow(server: &mut MemoryServer, event: HubEvent) -> (Vec<(DocumentId, u64, VettingJob)>, usize) {
    let (mut events, mut jobs, mut sent) = (vec![event], Vec::new(), 0);
    while let Some(event) = events.pop() {
        for effect in server.hub.handle(0, event) {
            match effect {
                HubEffect::Load { document, .. } => {
                    let found = server.database.find(document);
                    events.push(HubEvent::Loaded { document, found, claimant: None });
                }
                HubEffect::Vet { document, vetting, job, .. } => jobs.push((document, vetting, job)),
                HubEffect::Send { frame, .. } => {
                    let message = Message::decode(&frame).expect("a message");
                    assert!(matches!(message, Message::Sync { .. }), "{message:?}");
                    sent += 1;
                }
                other => panic!("{other:?}"),
            }
        }
    }
    (jobs, sent)
}

#[test]
fn a_burst_of_requests_for_what_is_stored_in_little_fills_no_memory() {
    let mut contact = blank(Kind::Contact);
    contact.transact::<_, _, AutomergeError>(run).expect("edits");
    let stored = contact.save();
    assert!(stored.len() < 2_000, "{}", stored.len());
    for memory in [1 << 20, 64 << 20] {
        let mut server = MemoryServer::with_limits(Limits { memory, ..Limits::default() });
        for number in 0..60 {
            store(&mut server, id(number), stored.clone(), &contact);
        }
        join(&mut server, 1, device(1), "a");
        join(&mut server, 2, organiser(), "o");
        let (mut jobs, mut sent) = (VecDeque::new(), 0);
        let mut take = |server: &mut MemoryServer, jobs: &mut VecDeque<_>, event| {
            let (more, answered) = follow(server, event);
            jobs.extend(more);
            sent += answered;
            sent
        };
        for number in 0..60 {
            let frame = sync_frame("a", id(number), question());
            take(&mut server, &mut jobs, HubEvent::Received { connection: 1, frame });
        }
        assert_eq!(jobs.len(), 1, "of what is large it has one at a time");
        // Someone else has a turn of its own, also for what waits.
        let frame = sync_frame("o", id(59), question());
        take(&mut server, &mut jobs, HubEvent::Received { connection: 2, frame });
        assert_eq!(jobs.len(), 2);
        let mut most = 0;
        while let Some((document, vetting, job)) = jobs.pop_front() {
            let event = HubEvent::Vetted { document, vetting, outcome: job.run() };
            take(&mut server, &mut jobs, event);
            assert!(jobs.len() <= 2);
            most = most.max(server.hub.bytes_in_memory());
        }
        let answered = take(&mut server, &mut jobs, HubEvent::Tick);
        assert_eq!(answered, 61, "each of them, and one for the other");
        assert!(most < 3 * (14 << 20) + memory, "{most}");
    }
}

#[test]
fn what_is_large_and_erased_while_it_is_put_together_is_not_served() {
    let mut contact = blank(Kind::Contact);
    contact.transact::<_, _, AutomergeError>(run).expect("edits");
    let mut server = MemoryServer::new();
    store(&mut server, id(10), contact.save(), &contact);
    join(&mut server, 1, device(1), "a");
    let frame = sync_frame("a", id(10), question());
    let (jobs, _) = follow(&mut server, HubEvent::Received { connection: 1, frame });
    let [(document, vetting, job)] = &jobs[..] else { panic!("{jobs:?}") };
    server.outgoing.clear();
    server.erase(id(10));
    let (document, vetting, outcome) = (*document, *vetting, job.clone().run());
    server.handle(HubEvent::Vetted { document, vetting, outcome });
    let said: Vec<Message> =
        server.outgoing.drain(..).filter_map(|(_, frame)| Message::decode(&frame).ok()).collect();
    assert!(said.iter().all(|message| !matches!(message, Message::Sync { .. })), "{said:?}");
    assert_eq!(server.hub.active_documents(), 0);
}

#[test]
fn large_documents_do_not_stay_in_memory() {
    let limits = Limits { memory: 64 << 20, ..Limits::default() };
    let mut server = MemoryServer::with_limits(limits);
    let mut contact = blank(Kind::Contact);
    contact.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "noise", noise(1 << 20))).expect("puts");
    let large = bringing(&contact);
    join(&mut server, 1, device(1), "a");
    for number in 0..40 {
        let frame = sync_frame("a", id(10 + number), large.clone());
        server.handle(HubEvent::Received { connection: 1, frame });
    }
    assert_eq!(server.database.documents.len(), 40);
    assert!(server.hub.active_documents() <= 20, "{}", server.hub.active_documents());
}
