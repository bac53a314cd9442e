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
    repo::{Commit, HubEffect},
    sync::share_policy::{Facts, Owner},
};

fn contact(bytes: usize) -> Automerge {
    let mut contact = blank(Kind::Contact);
    contact.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "noise", noise(bytes))).expect("puts");
    contact
}

fn question() -> Vec<u8> {
    Automerge::new().generate_sync_message(&mut State::new()).expect("a first message").encode()
}

fn store(server: &mut MemoryServer, document: DocumentId, chunk: Vec<u8>, content: &Automerge) {
    let owner = Owner::Device(id(1));
    server.commit_elsewhere(Commit {
        document,
        commit: 0,
        facts: Facts { kind: Some(Kind::Contact), market: Some(market().to_string()), owner },
        chunk,
        heads: heads(content),
        replaces: true,
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
