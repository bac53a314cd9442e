//! What one device may make the server keep on one day.

use automerge::{Automerge, AutomergeError};

use super::{
    exhausting::{bringing, codes, join, noise, sync_frame},
    *,
};
use crate::{document::blank, sync::vetting::Limits};

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
