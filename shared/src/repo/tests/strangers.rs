//! Whoever may not see a document learns nothing of it, and cannot take it.

use automerge::sync::{State, SyncDoc as _};

use super::*;
use crate::sync::share_policy::Owner;

#[test]
fn another_device_learns_nothing_of_a_contact() {
    let (mut server, mut phone, mut other) =
        (MemoryServer::new(), MemoryPhone::new("p", 1), MemoryPhone::new("q", 3));
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    connect(&mut server, 2, device(3), &mut other);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut other)]);
    assert!(other.replica.document(id(10)).is_none());
    // It takes the same id: refused, and what it has stays its own.
    record(&mut other, id(10), None);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut other)]);
    assert_eq!(other.replica.custody(id(10)), Some(Custody::Refused { code: "denied".into() }));
}

#[test]
fn a_forged_claim_is_refused() {
    let (key, other) = (
        SigningKey::from_slice(&[7; 32]).expect("a scalar"),
        SigningKey::from_slice(&[8; 32]).expect("a scalar"),
    );
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    server.devices.insert(id(1), enrolled(&key));
    record(&mut phone, id(10), Some(sign(&other, id(10), id(1))));
    connect(&mut server, 1, device(2), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::Refused { code: "bad-claim".into() }));
    assert!(server.database.documents.is_empty());
    assert_eq!(server.quarantined, [id(10)]);
}

#[test]
fn a_session_proves_whose_its_own_documents_are_and_no_others() {
    let key = SigningKey::from_slice(&[8; 32]).expect("a scalar");
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    record(&mut phone, id(10), Some(sign(&key, id(10), id(1))));
    record(&mut phone, id(11), Some(sign(&key, id(11), id(2))));
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
    let owner = server.database.documents[&id(10)].facts.owner;
    assert_eq!(owner, Owner::Device(id(1)));
    assert_eq!(phone.replica.custody(id(11)), Some(Custody::Refused { code: "bad-claim".into() }));
}

/// What device 3 is told when it brings changes without saying what they lead to, names heads, twice, and when it asks, with the id left out.
fn told(server: &mut MemoryServer, document: DocumentId) -> Vec<String> {
    let mut made_up = crate::document::blank(Kind::Contact);
    made_up
        .transact::<_, _, automerge::AutomergeError>(|tx| tx.put(ROOT, "topic", "offer"))
        .expect("changes");
    let first_of = |document: &automerge::Automerge| {
        document.generate_sync_message(&mut State::new()).expect("a first message").encode()
    };
    let heads = first_of(&made_up);
    let mut changes_alone = super::exhausting::bringing(&made_up);
    let mut brought = automerge::sync::Message::decode(&changes_alone).expect("a message");
    brought.heads.clear();
    changes_alone = brought.encode();
    let messages = [
        (changes_alone, false, None),
        (heads.clone(), false, None),
        (heads.clone(), false, None),
        (heads, false, Some(sign(&SigningKey::from_slice(&[9; 32]).expect("a scalar"), document, id(1)))),
        (first_of(&automerge::Automerge::new()), true, None),
    ];
    let mut answers = Vec::new();
    for (data, request, claim) in messages {
        let message = Message::Sync {
            sender: "q".into(),
            target: "server".into(),
            document,
            data,
            request,
            claim,
            voucher: None,
        };
        server.handle(HubEvent::Received { connection: 3, frame: message.encode() });
        for (to, frame) in server.outgoing.drain(..) {
            assert_eq!(to, 3);
            let answer = format!("{:?}", Message::decode(&frame).expect("a message"));
            answers.push(answer.replace(&format!("{document:?}"), "ID"));
        }
    }
    answers
}

#[test]
fn what_is_hidden_is_answered_as_what_no_one_has() {
    let (mut server, mut phone, mut other) =
        (MemoryServer::new(), MemoryPhone::new("p", 1), MemoryPhone::new("q", 3));
    for document in [10, 11, 12] {
        record(&mut phone, id(document), None);
    }
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    server.erase(id(11));
    server.erase(id(13));
    server.database.documents.get_mut(&id(12)).expect("is stored").chunks = vec![vec![1]];
    // Everything is read from the storage again.
    server.crash();
    connect(&mut server, 3, device(3), &mut other);
    settle(&mut server, &mut [(3, &mut other)]);

    let unknown = told(&mut server, id(20));
    assert_eq!(
        unknown.len(),
        3,
        "it is asked once for what it names, and has no answer to what names nothing: {unknown:#?}"
    );
    for (document, what) in
        [(10, "taken"), (11, "erased"), (12, "damaged"), (13, "erased before it was known here")]
    {
        assert_eq!(told(&mut server, id(document)), unknown, "{what}");
    }
}
