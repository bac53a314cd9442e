//! What one device may make the server keep on one day.

use automerge::{
    Automerge, AutomergeError,
    sync::{State, SyncDoc as _},
};

use super::{
    exhausting::{bringing, codes, join, noise, sync_frame},
    *,
};
use crate::{
    document::blank,
    repo::{ChunkRole, Commit, Found, HubEffect},
    sync::{
        share_policy::{Facts, Owner},
        vetting::Limits,
    },
};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

fn stored(server: &MemoryServer, first: u8) -> usize {
    (first..first + 5).filter(|number| server.database.documents.contains_key(&id(*number))).count()
}

#[test]
fn more_documents_than_anyone_records_wait_on_the_phone_for_the_next_day() {
    let mut server = MemoryServer::with_limits(Limits { documents_a_day: 2, ..Limits::default() });
    let (mut phone, mut other) = (MemoryPhone::new("p", 1), MemoryPhone::new("q", 2));
    for number in 10..15 {
        record(&mut phone, id(number), None);
    }
    record(&mut other, id(100), None);
    connect(&mut server, 1, device(1), &mut phone);
    connect(&mut server, 2, device(2), &mut other);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut other)]);
    assert_eq!((stored(&server, 10), stored(&server, 100)), (2, 1), "each has a quota of its own");
    assert_eq!(phone.replica.unconfirmed(), 3);
    for (document, _) in phone.replica.documents().collect::<Vec<_>>() {
        let custody = phone.replica.custody(document);
        assert!(matches!(custody, Some(Custody::OnThisPhone | Custody::OnTheServer)), "{custody:?}");
    }
    // What is there may be changed.
    let first = id(10);
    let changed = phone.replica.change(first, |tx| tx.put(ROOT, "topic", "question"));
    phone.perform(changed.expect("changes"));
    settle(&mut server, &mut [(1, &mut phone), (2, &mut other)]);
    assert_eq!(phone.replica.custody(first), Some(Custody::OnTheServer));

    for (day, expected) in [(1, 4), (2, 5)] {
        phone.handle(ReplicaEvent::Closed);
        server.now_ms = day * DAY_MS;
        let connection = 10 + day.unsigned_abs();
        connect(&mut server, connection, device(1), &mut phone);
        settle(&mut server, &mut [(connection, &mut phone)]);
        assert_eq!(stored(&server, 10), expected, "day {day}");
    }
    assert_eq!(phone.replica.unconfirmed(), 0);
}

#[test]
fn what_is_over_the_quota_is_neither_asked_for_nor_vetted_and_comes_tomorrow() {
    let mut server = MemoryServer::with_limits(Limits { documents_a_day: 1, ..Limits::default() });
    server.now_ms = DAY_MS - 3_600_000;
    let mut phone = MemoryPhone::new("p", 1);
    for number in [10, 11] {
        record(&mut phone, id(number), None);
    }
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.unconfirmed(), 1);
    // Whoever brings it all the same costs no vetting.
    let frame = sync_frame("p", id(12), bringing(&blank(Kind::Contact)));
    let received = HubEvent::Received { connection: 1, frame };
    let mut said = server.hub.handle(server.now_ms, received);
    said.extend(
        server.hub.handle(
            server.now_ms,
            HubEvent::Loaded { document: id(12), found: Found::Absent, claimant: None },
        ),
    );
    let [HubEffect::Load { .. }, HubEffect::Send { frame, .. }] = &said[..] else { panic!("{said:?}") };
    let said = Message::decode(frame).expect("a message");
    assert!(matches!(&said, Message::Error { retry_after_s: Some(3_600), .. }), "{said:?}");

    let mut wake = |server: &mut MemoryServer, now_ms| {
        server.tick(now_ms);
        server.now_ms = now_ms;
        // For the phone, it was the beginning of time when it was put off.
        let effects = phone.replica.handle(now_ms - (DAY_MS - 3_600_000), ReplicaEvent::Woken);
        phone.perform(effects);
        let sent = phone.outgoing.len();
        settle(server, &mut [(1, &mut phone)]);
        (sent, phone.replica.unconfirmed())
    };
    assert_eq!(wake(&mut server, DAY_MS - 1_800_000), (0, 1), "not before");
    assert_eq!(wake(&mut server, DAY_MS + 6_000).1, 0);
}

#[test]
fn what_no_one_may_know_of_is_over_the_quota_like_what_no_one_has() {
    let mut server = MemoryServer::with_limits(Limits { documents_a_day: 0, ..Limits::default() });
    let made = blank(Kind::Contact);
    server.commit_elsewhere(Commit {
        document: id(10),
        commit: 0,
        facts: Facts { kind: Some(Kind::Contact), market: None, owner: Owner::Device(id(2)) },
        chunk: made.save(),
        heads: heads(&made),
        chunk_is: ChunkRole::First,
        receipt: None,
    });
    join(&mut server, 1, device(1), "a");
    let mut named = made;
    named.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "topic", "offer")).expect("puts");
    let first = named.generate_sync_message(&mut State::new()).expect("says what it has").encode();
    for number in [10, 11] {
        let frame = sync_frame("a", id(number), first.clone());
        server.handle(HubEvent::Received { connection: 1, frame });
        assert_eq!(codes(&mut server), [(1, "temporary".to_owned())], "{number}");
    }
}

#[test]
fn a_clock_that_is_put_right_makes_no_one_wait_until_a_tomorrow_that_is_far_off() {
    let mut server = MemoryServer::with_limits(Limits { documents_a_day: 0, ..Limits::default() });
    let mut phone = MemoryPhone::new("p", 1);
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    let refusal = Message::Error {
        sender: "server".into(),
        target: "p".into(),
        message: String::new(),
        document: Some(id(10)),
        code: Some("temporary".into()),
        retry_after_s: Some(u64::MAX),
    };
    let far_off = 400 * DAY_MS;
    phone.replica.handle(far_off, ReplicaEvent::Received(refusal.encode()));
    let sends = |phone: &mut MemoryPhone, now_ms| {
        let effects = phone.replica.handle(now_ms, ReplicaEvent::Woken);
        effects.iter().any(|effect| matches!(effect, ReplicaEffect::Send(_)))
    };
    assert!(!sends(&mut phone, far_off + DAY_MS / 2));
    assert!(sends(&mut phone, far_off - DAY_MS / 2));
    phone.replica.handle(far_off, ReplicaEvent::Received(refusal.encode()));
    assert!(sends(&mut phone, far_off + DAY_MS + 6_000), "no server makes it wait for longer");
}

#[test]
fn bytes_are_counted_too_but_not_those_that_could_not_be_stored() {
    let mut server = MemoryServer::with_limits(Limits { bytes_a_day: 100_000, ..Limits::default() });
    let mut contact = blank(Kind::Contact);
    contact.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "noise", noise(60_000))).expect("puts");
    let large = bringing(&contact);
    join(&mut server, 1, device(1), "a");
    let bring = |server: &mut MemoryServer, number: u8| {
        let frame = sync_frame("a", id(number), large.clone());
        server.handle(HubEvent::Received { connection: 1, frame });
        codes(server)
    };
    let put_off = [(1, "temporary".to_owned())];
    server.disk_full = true;
    for number in 10..15 {
        assert_eq!(bring(&mut server, number), put_off);
    }
    server.disk_full = false;
    assert_eq!(bring(&mut server, 20), []);
    assert_eq!(bring(&mut server, 21), []);
    assert_eq!(bring(&mut server, 22), put_off);
    server.now_ms = DAY_MS;
    assert_eq!(bring(&mut server, 22), []);
}

#[test]
fn few_documents_may_be_without_a_kind() {
    let mut server = MemoryServer::with_limits(Limits { without_kind: 2, ..Limits::default() });
    join(&mut server, 1, device(1), "a");
    let mut nothing = Automerge::new();
    nothing.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "note", 1)).expect("puts");
    let mut bring = |document: DocumentId, content: &Automerge| {
        let frame = sync_frame("a", document, bringing(content));
        server.handle(HubEvent::Received { connection: 1, frame });
        codes(&mut server)
    };
    for (number, expected) in [(10, vec![]), (11, vec![]), (12, vec![(1, "temporary".to_owned())])] {
        assert_eq!(bring(id(number), &nothing), expected);
    }
    assert_eq!(bring(id(13), &blank(Kind::Contact)), [], "that is another matter");
    let mut contact = nothing.clone();
    contact.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "kind", "contact")).expect("puts");
    assert_eq!(bring(id(10), &contact), []);
    assert_eq!(bring(id(12), &nothing), [], "one of them has a kind now");
}
