//! Work that is dear, peers that are slow, and what goes wrong beside it.

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
    repo::{Commit, Found, HubEffect},
    sync::share_policy::{Facts, Owner},
};

pub(super) fn contact(bytes: usize) -> Automerge {
    let mut contact = blank(Kind::Contact);
    contact.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "noise", noise(bytes))).expect("puts");
    contact
}

pub(super) fn question() -> Vec<u8> {
    Automerge::new().generate_sync_message(&mut State::new()).expect("a first message").encode()
}

pub(super) fn store(server: &mut MemoryServer, document: DocumentId, chunk: Vec<u8>, content: &Automerge) {
    let owner = Owner::Device(id(1));
    server.commit_elsewhere(Commit {
        document,
        commit: 0,
        facts: Facts { kind: Some(Kind::Contact), market: Some(market().to_string()), owner },
        chunk,
        heads: heads(content),
        chunk_is: ChunkRole::Whole,
        receipt: None,
    });
}

/// What the server would have vetted after each of these frames.
fn vettings(server: &mut MemoryServer, frames: impl IntoIterator<Item = Vec<u8>>) -> Vec<(u64, DocumentId)> {
    let mut vettings = Vec::new();
    for frame in frames {
        let mut events = vec![HubEvent::Received { connection: 1, frame }];
        while let Some(event) = events.pop() {
            for effect in server.hub.handle(0, event) {
                match effect {
                    HubEffect::Vet { document, vetting, .. } => vettings.push((vetting, document)),
                    HubEffect::Load { document, .. } => {
                        let found = server.database.find(document);
                        events.push(HubEvent::Loaded { document, found, claimant: None });
                    }
                    HubEffect::Send { .. } => {}
                    other => panic!("{other:?}"),
                }
            }
        }
    }
    vettings
}

#[test]
fn words_about_large_documents_are_read_where_they_keep_no_one_waiting() {
    for (bytes, is_vetted) in [(1_000, false), (500_000, true)] {
        let mut server = MemoryServer::new();
        let content = contact(bytes);
        store(&mut server, id(10), content.save(), &content);
        join(&mut server, 1, device(1), "a");
        let asked = vettings(
            &mut server,
            [sync_frame("a", id(10), {
                let mut state = State::new();
                content.generate_sync_message(&mut state).expect("says what it has").encode()
            })],
        );
        assert_eq!(!asked.is_empty(), is_vetted, "{bytes}");
    }
    // It is answered all the same, and only once.
    let mut server = MemoryServer::new();
    let content = contact(500_000);
    store(&mut server, id(10), content.save(), &content);
    let mut laptop = MemoryPhone::new("o", 2);
    connect(&mut server, 1, organiser(), &mut laptop);
    settle(&mut server, &mut [(1, &mut laptop)]);
    assert_eq!(laptop.replica.heads(id(10)), Some(&*heads(&content)));
}

#[test]
fn of_one_connection_few_messages_are_vetted_at_a_time() {
    let mut server = MemoryServer::new();
    join(&mut server, 1, device(1), "a");
    let message = bringing(&contact(10));
    let frames = (10..20).map(|number| sync_frame("a", id(number), message.clone()));
    let mut under_way = vettings(&mut server, frames);
    assert_eq!(under_way.len(), 4);
    // One that ends makes room for the next, whatever became of it.
    let mut begun = 4;
    while let Some((vetting, document)) = under_way.pop() {
        let outcome = Err(crate::sync::RefusalCode::Unloadable);
        let event = if vetting % 2 == 0 {
            HubEvent::Vetted { document, vetting, outcome }
        } else {
            HubEvent::GivenUp { document, vetting: Some(vetting) }
        };
        for effect in server.hub.handle(0, event) {
            if let HubEffect::Vet { document, vetting, .. } = effect {
                begun += 1;
                under_way.push((vetting, document));
            }
        }
        assert!(under_way.len() <= 4);
    }
    assert_eq!(begun, 10);
}

/// A document 50 of which its device, as `a`, and an organiser, as `o`, bring changes.
fn talked_about_by_two() -> (MemoryServer, Automerge) {
    let mut server = MemoryServer::new();
    let shared = contact(10);
    store(&mut server, id(50), shared.save(), &shared);
    join(&mut server, 1, device(1), "a");
    join(&mut server, 2, organiser(), "o");
    (server, shared)
}

/// The vettings that an event leads to.
fn begun(server: &mut MemoryServer, event: HubEvent) -> Vec<(u64, DocumentId)> {
    let vettings = server.hub.handle(0, event).into_iter().filter_map(|effect| match effect {
        HubEffect::Vet { document, vetting, .. } => Some((vetting, document)),
        _ => None,
    });
    vettings.collect()
}

#[test]
fn whoever_waits_for_a_turn_keeps_no_one_from_the_document_and_leaves_nothing_behind() {
    let (mut server, shared) = talked_about_by_two();
    join(&mut server, 3, device(1), "b");
    let mut changed = shared.clone();
    changed.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "topic", "offer")).expect("puts");
    let (small, change) = (bringing(&shared), bringing(&changed));
    let frames = (10..14).map(|number| sync_frame("a", id(number), small.clone()));
    let of_one = vettings(&mut server, frames);
    assert_eq!(of_one.len(), 4, "it has no turn left");
    let frames = [
        sync_frame("a", id(50), change.clone()),
        sync_frame("a", id(50), change.clone()),
        sync_frame("a", id(14), small.clone()),
    ];
    assert_eq!(vettings(&mut server, frames), []);
    // Neither by another connection.
    let frame = sync_frame("b", id(50), change.clone());
    assert_eq!(begun(&mut server, HubEvent::Received { connection: 3, frame }), []);

    let frame = sync_frame("o", id(50), change);
    let of_other = begun(&mut server, HubEvent::Received { connection: 2, frame });
    let [(vetting, document)] = of_other[..] else { panic!("{of_other:?}") };
    assert_eq!(document, id(50));
    server.handle(HubEvent::Disconnected { connection: 1 });
    server.handle(HubEvent::Disconnected { connection: 3 });
    let refused = Err(crate::sync::RefusalCode::Unloadable);
    assert_eq!(begun(&mut server, HubEvent::Vetted { document, vetting, outcome: refused.clone() }), []);
    for (vetting, document) in of_one {
        let outcome = refused.clone();
        assert_eq!(begun(&mut server, HubEvent::Vetted { document, vetting, outcome }), []);
    }
    // What still runs counts when it has connected again, and no longer.
    join(&mut server, 1, device(1), "a");
    let frames = (20..30).map(|number| sync_frame("a", id(number), small.clone()));
    assert_eq!(vettings(&mut server, frames).len(), 4);
}

#[test]
fn connections_that_talk_about_one_document_are_heard_in_turn() {
    let (mut server, shared) = talked_about_by_two();
    server.manual_commit = true;
    let mut changed = shared.clone();
    let mut change = |number: u64| {
        changed
            .transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "topic", number.to_string()))
            .expect("puts");
        bringing(&changed)
    };
    for number in 0..10 {
        let frame = sync_frame("a", id(50), change(number));
        server.handle(HubEvent::Received { connection: 1, frame });
    }
    let frame = sync_frame("o", id(50), change(10));
    server.handle(HubEvent::Received { connection: 2, frame });
    // Each flush commits one; the first two of the other came before there was anyone else.
    (0..3).for_each(|_| server.flush());
    assert_eq!(server.database.documents[&id(50)].heads, heads(&changed), "the organiser's is the third");
}

#[test]
fn what_a_reader_brings_is_not_vetted() {
    let mut server = MemoryServer::new();
    let mut fair = blank(Kind::Market);
    fair.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "season", "pankow-2026")).expect("puts");
    server.commit_elsewhere(Commit {
        document: id(50),
        commit: 0,
        facts: Facts {
            kind: Some(Kind::Market),
            market: Some(market().to_string()),
            owner: Owner::Organisers,
        },
        chunk: fair.save(),
        heads: heads(&fair),
        chunk_is: ChunkRole::Whole,
        receipt: None,
    });
    join(&mut server, 1, device(1), "a");
    server.outgoing.clear();
    let known = bringing(&fair);
    assert_eq!(vettings(&mut server, [sync_frame("a", id(50), known)]), []);
    assert_eq!(codes(&mut server), []);

    fair.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "season", "other")).expect("puts");
    let frame = sync_frame("a", id(50), bringing(&fair));
    let answers = server.hub.handle(0, HubEvent::Received { connection: 1, frame });
    assert!(!answers.iter().any(|effect| matches!(effect, HubEffect::Vet { .. })), "{answers:?}");
    let denied = answers.iter().any(|effect| match effect {
        HubEffect::Send { frame, .. } => {
            matches!(Message::decode(frame), Ok(Message::Error { code: Some(code), .. }) if code == "denied")
        }
        _ => false,
    });
    assert!(denied, "{answers:?}");
}

#[test]
fn what_the_server_gives_up_is_brought_again_and_hurts_no_one() {
    let mut server = MemoryServer::new();
    join(&mut server, 1, device(1), "a");
    let frame = sync_frame("a", id(10), bringing(&contact(10)));
    let under_way = vettings(&mut server, [frame.clone(), frame.clone()]);
    let [(vetting, document)] = under_way[..] else { panic!("{under_way:?}") };
    server.handle(HubEvent::GivenUp { document, vetting: Some(vetting) });
    assert_eq!(codes(&mut server), [(1, "temporary".to_owned()), (1, "temporary".to_owned())]);
    assert_eq!(server.hub.active_documents(), 0);

    server.handle(HubEvent::Received { connection: 1, frame });
    assert!(server.database.documents.contains_key(&id(10)));
}

#[test]
fn a_slow_peer_that_asks_for_much_gets_it_bit_by_bit() {
    let mut server = MemoryServer::new();
    let content = contact(200_000);
    for number in 10..70 {
        store(&mut server, id(number), content.save(), &content);
    }
    join(&mut server, 1, device(1), "a");
    server.outgoing.clear();
    let mut came = Vec::new();
    let mut take = |server: &mut MemoryServer| {
        let bytes: usize = server.outgoing.iter().map(|(_, frame)| frame.len()).sum();
        for (_, frame) in server.outgoing.drain(..) {
            if let Ok(Message::Sync { document, data, .. }) = Message::decode(&frame)
                && data.len() > 100_000
            {
                came.push(document);
            }
        }
        bytes
    };
    // The driver says after each frame whether too much waits.
    server.handle(HubEvent::Congested { connection: 1 });
    for number in 10..70 {
        let frame = sync_frame("a", id(number), question());
        server.handle(HubEvent::Received { connection: 1, frame });
    }
    assert_eq!(take(&mut server), 0);
    for _ in 0..4 {
        server.handle(HubEvent::Relieved { connection: 1 });
        let bytes = take(&mut server);
        assert!(bytes < 5 << 20, "{bytes}");
        server.handle(HubEvent::Congested { connection: 1 });
    }
    came.sort_unstable();
    assert_eq!(came, (10..70).map(id).collect::<Vec<_>>(), "each of them once");
    assert_eq!(server.closed, []);
}

#[test]
fn what_a_slow_peer_makes_is_taken_in_while_much_waits_for_it() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    record(&mut phone, id(10), None);
    server.handle(HubEvent::Congested { connection: 1 });
    settle(&mut server, &mut [(1, &mut phone)]);
    server.handle(HubEvent::Relieved { connection: 1 });
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
}

#[test]
fn whoever_makes_what_it_asked_for_in_vain_is_not_told_that_no_one_has_it() {
    for reads_it_in_time in [true, false] {
        let mut server = MemoryServer::new();
        let made = contact(10);
        join(&mut server, 1, device(1), "a");
        server.unreadable = true;
        let ask = sync_frame("a", id(10), question());
        server.handle(HubEvent::Received { connection: 1, frame: ask });
        assert_eq!(codes(&mut server), [(1, "temporary".to_owned())]);
        let first = made.generate_sync_message(&mut State::new()).expect("says what it has").encode();
        let frame = sync_frame("a", id(10), first);
        let mut answers = server.hub.handle(0, HubEvent::Received { connection: 1, frame });
        let loaded = HubEvent::Loaded { document: id(10), found: Found::Absent, claimant: None };
        if reads_it_in_time {
            answers.extend(server.hub.handle(0, loaded.clone()));
        }
        answers.extend(server.hub.handle(5_000, HubEvent::Tick));
        if !reads_it_in_time {
            answers.extend(server.hub.handle(5_000, loaded));
        }
        let said = answers.iter().filter_map(|effect| match effect {
            HubEffect::Send { frame, .. } => Message::decode(frame).ok(),
            _ => None,
        });
        let said: Vec<Message> = said.collect();
        assert!(matches!(&said[..], [Message::Sync { .. }]), "{said:?}");
    }
}

#[test]
fn what_the_server_does_not_know_is_offered_again() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    let unavailable = Message::Unavailable { sender: "server".into(), target: "p".into(), document: id(10) };
    phone.handle(ReplicaEvent::Received(unavailable.encode()));
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnThisPhone));
    settle(&mut server, &mut [(1, &mut phone)]);
    let effects = phone.replica.handle(60_000, ReplicaEvent::Woken);
    phone.perform(effects);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
}

#[test]
fn a_damaged_document_is_kept_for_the_operator_once() {
    let mut server = MemoryServer::new();
    store(&mut server, id(10), vec![7; 100], &contact(10));
    for connection in 1..4 {
        join(&mut server, connection, device(1), "a");
        let frame = sync_frame("a", id(10), bringing(&contact(10)));
        server.handle(HubEvent::Received { connection, frame });
        server.handle(HubEvent::Disconnected { connection });
        assert_eq!(server.hub.active_documents(), 0);
    }
    assert_eq!(server.quarantined, [id(10)]);
}

#[test]
fn a_claim_that_cannot_be_looked_up_ends_no_one_elses_session() {
    let key = SigningKey::from_slice(&[7; 32]).expect("a scalar");
    let (mut server, mut phone, mut colleague) =
        (MemoryServer::new(), MemoryPhone::new("p", 1), MemoryPhone::new("q", 3));
    server.devices.insert(id(1), enrolled(&key));
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    record(&mut colleague, id(10), Some(sign(&key, id(10), id(1))));
    server.unreadable = true;
    connect(&mut server, 2, device(3), &mut colleague);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut colleague)]);
    assert_eq!(colleague.replica.custody(id(10)), Some(Custody::OnThisPhone), "put off");
    assert_eq!(server.hub.active_documents(), 1, "the phone is in session about it");
    let corrected = phone.replica.change(id(10), |tx| tx.put(ROOT, "topic", "question"));
    phone.perform(corrected.expect("changes"));
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
}
