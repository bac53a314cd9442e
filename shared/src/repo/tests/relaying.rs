//! A colleague's phone brings what another has signed.

use super::*;
use crate::{document::Head, repo::StoredDocument, sync::RefusalCode, sync::share_policy::Owner};

/// A signed contact, on its phone and handed to a colleague.
fn handed_over() -> (MemoryServer, MemoryPhone, MemoryPhone) {
    let key = SigningKey::from_slice(&[7; 32]).expect("a scalar");
    let (mut server, mut phone, mut colleague) =
        (MemoryServer::new(), MemoryPhone::new("p", 1), MemoryPhone::new("q", 3));
    server.devices.insert(id(1), enrolled(&key));
    record(&mut phone, id(10), Some(sign(&key, id(10), id(1))));
    let bundled = StoredDocument::from_bytes(&phone.stored[&id(10)]).expect("reads").for_colleague();
    colleague.stored.insert(id(10), bundled.to_bytes());
    colleague.crash();
    (server, phone, colleague)
}

fn stored_heads(server: &MemoryServer) -> Vec<Head> {
    server.database.documents[&id(10)].heads.clone()
}

#[test]
fn a_colleague_who_missed_the_answer_gets_it_when_it_tries_again() {
    let (mut server, _phone, mut colleague) = handed_over();
    connect(&mut server, 2, device(3), &mut colleague);
    loop {
        while let Some(frame) = colleague.outgoing.pop_front() {
            server.handle(HubEvent::Received { connection: 2, frame });
        }
        if server.database.documents.contains_key(&id(10)) {
            break;
        }
        let (_, frame) = server.outgoing.pop_front().expect("the server asks for it");
        colleague.handle(ReplicaEvent::Received(frame));
    }
    server.outgoing.clear();
    server.handle(HubEvent::Disconnected { connection: 2 });
    colleague.crash();
    assert_eq!(colleague.replica.custody(id(10)), Some(Custody::OnThisPhone));
    connect(&mut server, 3, device(3), &mut colleague);
    settle(&mut server, &mut [(3, &mut colleague)]);
    assert_eq!(colleague.replica.custody(id(10)), Some(Custody::OnTheServer));
}

#[test]
fn a_colleague_who_comes_after_the_phone_is_told_that_all_is_there_and_nothing_else() {
    let (mut server, mut phone, mut colleague) = handed_over();
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    let corrected = phone.replica.change(id(10), |tx| tx.put(ROOT, "topic", "question"));
    phone.perform(corrected.expect("changes"));
    settle(&mut server, &mut [(1, &mut phone)]);
    let handed = colleague.replica.heads(id(10)).expect("is here").to_vec();
    connect(&mut server, 2, device(3), &mut colleague);
    settle(&mut server, &mut [(2, &mut colleague)]);
    assert_eq!(colleague.replica.custody(id(10)), Some(Custody::OnTheServer));
    assert_eq!(colleague.replica.heads(id(10)), Some(&*handed), "it may not read on");
    assert_ne!(stored_heads(&server), handed);
}

#[test]
fn a_colleague_cannot_change_what_is_there_nor_learn_of_it_without_the_claim() {
    let (mut server, mut phone, mut colleague) = handed_over();
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    let before = stored_heads(&server);
    let mut without = StoredDocument::from_bytes(&colleague.stored[&id(10)]).expect("reads");
    without.claim = None;
    let mut other = MemoryPhone::new("r", 4);
    other.stored.insert(id(10), without.to_bytes());
    other.crash();
    let forged = colleague.replica.change(id(10), |tx| tx.put(ROOT, "topic", "question"));
    colleague.perform(forged.expect("changes"));
    connect(&mut server, 2, device(3), &mut colleague);
    connect(&mut server, 3, device(4), &mut other);
    settle(&mut server, &mut [(2, &mut colleague), (3, &mut other)]);
    for phone in [&colleague, &other] {
        assert_eq!(phone.replica.custody(id(10)), Some(Custody::Refused { code: "denied".into() }));
    }
    assert_eq!(stored_heads(&server), before);
}

#[test]
fn a_message_that_names_more_than_it_brings_is_not_confirmed() {
    use automerge::sync::{Message as SyncMessage, State, SyncDoc as _};

    let (mut server, mut phone, mut colleague) = handed_over();
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    connect(&mut server, 2, device(3), &mut colleague);
    let claim = StoredDocument::from_bytes(&colleague.stored[&id(10)]).expect("reads").claim;
    let here = phone.replica.document(id(10)).expect("is here");
    let known: Vec<Vec<u8>> =
        here.get_changes(&[]).iter().map(|change| change.raw_bytes().to_vec()).collect();
    let named = automerge::ChangeHash([9; 32]);
    let empty =
        automerge::Automerge::new().generate_sync_message(&mut State::new()).expect("a first message");
    let message = SyncMessage { heads: vec![named], have: Vec::new(), changes: known.into(), ..empty };
    let sync = Message::Sync {
        sender: "q".into(),
        target: "server".into(),
        document: id(10),
        data: message.encode(),
        request: false,
        claim,
        voucher: None,
    };
    while let Some(frame) = colleague.outgoing.pop_front() {
        server.handle(HubEvent::Received { connection: 2, frame });
    }
    server.outgoing.clear();
    server.handle(HubEvent::Received { connection: 2, frame: sync.encode() });
    let (_, answer) = server.outgoing.pop_back().expect("an answer");
    let answer = Message::decode(&answer).expect("a message");
    let denied = RefusalCode::Denied.name();
    assert!(matches!(&answer, Message::Error { code: Some(code), .. } if code == denied), "{answer:?}");
}

#[test]
fn a_colleague_relays_a_signed_contact_which_stays_its_makers() {
    let (mut server, mut phone, mut colleague) = handed_over();
    connect(&mut server, 2, device(3), &mut colleague);
    settle(&mut server, &mut [(2, &mut colleague)]);
    assert_eq!(colleague.replica.custody(id(10)), Some(Custody::OnTheServer));
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut colleague)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
    assert_eq!(server.database.documents[&id(10)].facts.owner, Owner::Device(id(1)));
}

#[test]
fn a_colleague_who_is_connected_is_told_of_an_erasure() {
    for maker_comes_first in [false, true] {
        let (mut server, mut phone, mut colleague) = handed_over();
        if maker_comes_first {
            connect(&mut server, 1, device(1), &mut phone);
            settle(&mut server, &mut [(1, &mut phone)]);
        }
        connect(&mut server, 2, device(3), &mut colleague);
        settle(&mut server, &mut [(2, &mut colleague)]);
        assert_eq!(colleague.replica.custody(id(10)), Some(Custody::OnTheServer));
        server.erase(id(10));
        settle(&mut server, &mut [(2, &mut colleague)]);
        assert!(colleague.stored.is_empty(), "{maker_comes_first}");
    }
}

#[test]
fn a_colleague_who_was_away_is_told_of_an_erasure() {
    let (mut server, _phone, mut colleague) = handed_over();
    connect(&mut server, 2, device(3), &mut colleague);
    settle(&mut server, &mut [(2, &mut colleague)]);
    server.handle(HubEvent::Disconnected { connection: 2 });
    colleague.crash();
    server.erase(id(10));
    connect(&mut server, 3, device(3), &mut colleague);
    settle(&mut server, &mut [(3, &mut colleague)]);
    assert!(colleague.stored.is_empty());
}

#[test]
fn what_was_denied_to_a_colleague_is_confirmed_once_its_maker_has_brought_it() {
    let (mut server, mut phone, mut colleague) = handed_over();
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    server.handle(HubEvent::Disconnected { connection: 1 });
    phone.handle(ReplicaEvent::Closed);
    let corrected = phone.replica.change(id(10), |tx| tx.put(ROOT, "topic", "question"));
    phone.perform(corrected.expect("changes"));
    let bundled = StoredDocument::from_bytes(&phone.stored[&id(10)]).expect("reads").for_colleague();
    colleague.stored.insert(id(10), bundled.to_bytes());
    colleague.crash();
    connect(&mut server, 2, device(3), &mut colleague);
    settle(&mut server, &mut [(2, &mut colleague)]);
    assert_eq!(colleague.replica.custody(id(10)), Some(Custody::Refused { code: "denied".into() }));
    server.handle(HubEvent::Disconnected { connection: 2 });
    colleague.crash();
    connect(&mut server, 3, device(1), &mut phone);
    connect(&mut server, 4, device(3), &mut colleague);
    settle(&mut server, &mut [(3, &mut phone), (4, &mut colleague)]);
    // If it came before the maker, it is denied once more; later it is not.
    server.handle(HubEvent::Disconnected { connection: 4 });
    colleague.crash();
    connect(&mut server, 5, device(3), &mut colleague);
    settle(&mut server, &mut [(5, &mut colleague)]);
    assert_eq!(colleague.replica.custody(id(10)), Some(Custody::OnTheServer));
}
