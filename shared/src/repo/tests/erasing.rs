//! What was erased does not come back, and whoever holds it is told.

use super::*;

#[test]
fn an_erased_document_does_not_come_back_and_its_copy_goes() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    server.erase(id(10));
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert!(phone.replica.document(id(10)).is_none());
    assert!(phone.stored.is_empty());
}

#[test]
fn whoever_holds_an_erased_document_is_told_and_whoever_does_not_learns_nothing() {
    let (mut server, mut phone, mut laptop, mut other) =
        (MemoryServer::new(), MemoryPhone::new("p", 1), MemoryPhone::new("o", 2), MemoryPhone::new("q", 3));
    record(&mut phone, id(10), None);
    record(&mut phone, id(11), None);
    connect(&mut server, 1, device(1), &mut phone);
    connect(&mut server, 2, organiser(), &mut laptop);
    connect(&mut server, 3, device(3), &mut other);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut laptop), (3, &mut other)]);
    server.handle(HubEvent::Disconnected { connection: 2 });
    laptop.handle(ReplicaEvent::Closed);
    server.erase(id(10));
    settle(&mut server, &mut [(1, &mut phone), (3, &mut other)]);
    assert!(phone.replica.document(id(10)).is_none(), "it is in session about it");
    assert!(phone.replica.document(id(11)).is_some());

    let effects =
        laptop.replica.change(id(10), |tx| contact::set_due(tx, Some("2026-06-01"))).expect("changes");
    laptop.perform(effects);
    laptop.crash();
    connect(&mut server, 4, organiser(), &mut laptop);
    settle(&mut server, &mut [(1, &mut phone), (4, &mut laptop), (3, &mut other)]);
    assert!(laptop.replica.document(id(10)).is_none(), "it reads so in the log, or brings it back");
    assert_eq!(laptop.stored.len(), 1);
    assert_eq!(laptop.replica.connection(), ConnectionState::UpToDate);
    assert_eq!(laptop.progress.cursor, 3);
    assert!(server.database.documents.keys().eq(&[id(11)]));

    let question = Message::Sync {
        sender: "q".into(),
        target: "server".into(),
        document: id(10),
        data: automerge::sync::SyncDoc::generate_sync_message(
            &automerge::Automerge::new(),
            &mut automerge::sync::State::new(),
        )
        .expect("a first message")
        .encode(),
        request: true,
        claim: None,
        voucher: None,
    };
    server.handle(HubEvent::Received { connection: 3, frame: question.encode() });
    let (_, answer) = server.outgoing.pop_back().expect("an answer");
    let answer = Message::decode(&answer).expect("a message");
    assert!(matches!(answer, Message::Unavailable { .. }), "{answer:?}");
}

#[test]
fn what_is_being_committed_when_it_is_erased_does_not_come_back() {
    let (mut server, mut phone) = recorded();
    server.manual_commit = true;
    let effects =
        phone.replica.change(id(10), |tx| contact::set_due(tx, Some("2026-06-01"))).expect("changes");
    phone.perform(effects);
    settle(&mut server, &mut [(1, &mut phone)]);
    server.erase(id(10));
    server.flush();
    settle(&mut server, &mut [(1, &mut phone)]);
    assert!(server.database.documents.is_empty());
    assert!(phone.replica.document(id(10)).is_none());
}
