//! Ids that anyone can reckon: whoever takes one first does not keep it from what it belongs to.

use super::*;
use crate::{document::tree, sync::share_policy::Owner};

fn plan(laptop: &mut MemoryPhone, hours: &str) {
    let document = DocumentId::market(&market());
    let (names, key) = (("season", market().season().to_owned()), market().to_string());
    let names = [(names.0, names.1.as_str()), ("market", key.as_str())];
    let content = serde_json::json!({ "hours": hours });
    let planned = laptop.replica.create(document, Kind::Market, None, |tx| tree::write(tx, &names, &content));
    laptop.perform(planned.expect("it is not here"));
}

fn count(phone: &mut MemoryPhone, of: DocumentId) -> DocumentId {
    let document = DocumentId::tally(of, &market());
    let made = phone
        .replica
        .create(document, Kind::Tally, None, |tx| crate::document::tally::fill(tx, of, &market()));
    phone.perform(made.expect("it is not here"));
    document
}

fn kind_of_stored(server: &MemoryServer, document: DocumentId) -> (Kind, Owner) {
    let facts = &server.database.documents[&document].facts;
    (facts.kind.expect("it has one"), facts.owner)
}

#[test]
fn what_sits_on_the_id_of_a_market_makes_room_for_it_everywhere() {
    let document = DocumentId::market(&market());
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    let (mut watching, mut away, mut planning) =
        (MemoryPhone::new("a", 2), MemoryPhone::new("b", 3), MemoryPhone::new("c", 4));
    record(&mut phone, document, None);
    connect(&mut server, 1, device(1), &mut phone);
    connect(&mut server, 2, organiser(), &mut watching);
    connect(&mut server, 3, organiser(), &mut away);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut watching), (3, &mut away)]);
    assert_eq!(kind_of_stored(&server, document), (Kind::Contact, Owner::Device(id(1))));
    server.handle(HubEvent::Disconnected { connection: 3 });
    away.handle(ReplicaEvent::Closed);

    plan(&mut planning, "10 bis 16");
    let planned = planning.replica.heads(document).expect("is here").to_vec();
    connect(&mut server, 4, organiser(), &mut planning);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut watching), (4, &mut planning)]);
    assert_eq!(kind_of_stored(&server, document), (Kind::Market, Owner::Organisers));
    assert_eq!(server.database.documents[&document].heads, planned, "and nothing of what was there");
    assert_eq!(server.quarantined, [document]);
    assert_eq!(planning.replica.custody(document), Some(Custody::OnTheServer));

    connect(&mut server, 5, organiser(), &mut away);
    settle(&mut server, &mut [(1, &mut phone), (2, &mut watching), (4, &mut planning), (5, &mut away)]);
    for laptop in [&watching, &away] {
        assert_eq!(laptop.replica.kind(document), Some(Kind::Market));
        assert_eq!(laptop.replica.heads(document), Some(&*planned));
        assert_eq!(laptop.replica.connection(), ConnectionState::UpToDate);
    }
    assert_eq!(server.database.documents[&document].heads, planned);
}

#[test]
fn a_tally_takes_its_place_from_what_sits_there_and_from_a_tombstone() {
    for erased in [false, true] {
        let document = DocumentId::tally(id(2), &market());
        let (mut server, mut other, mut phone) =
            (MemoryServer::new(), MemoryPhone::new("p", 1), MemoryPhone::new("q", 3));
        record(&mut other, document, None);
        connect(&mut server, 1, device(1), &mut other);
        settle(&mut server, &mut [(1, &mut other)]);
        assert_eq!(kind_of_stored(&server, document), (Kind::Contact, Owner::Device(id(1))));
        if erased {
            server.erase(document);
            settle(&mut server, &mut [(1, &mut other)]);
        }
        assert_eq!(count(&mut phone, id(2)), document);
        connect(&mut server, 2, device(2), &mut phone);
        settle(&mut server, &mut [(1, &mut other), (2, &mut phone)]);
        assert_eq!(
            kind_of_stored(&server, document),
            (Kind::Tally, Owner::Device(id(2))),
            "erased: {erased}"
        );
        assert_eq!(phone.replica.custody(document), Some(Custody::OnTheServer));
        assert!(other.replica.document(document).is_none(), "it had to make room");
    }
}

#[test]
fn no_one_makes_what_has_a_derived_id_under_another_one() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    let of_a_colleague = count(&mut phone, id(2));
    let own = count(&mut phone, id(1));
    for (number, kind) in [(50, Kind::Tally), (51, Kind::Device)] {
        let made =
            phone.replica.create(id(number), kind, None, |tx| tx.put(ROOT, "market", market().as_str()));
        phone.perform(made.expect("a new id"));
    }
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    for document in [of_a_colleague, id(50), id(51)] {
        assert_eq!(phone.replica.custody(document), Some(Custody::Refused { code: "denied".into() }));
    }
    assert!(server.database.documents.keys().eq(&[own]));
}

#[test]
fn a_claim_for_a_market_of_another_device_does_not_hold() {
    let key = SigningKey::from_slice(&[7; 32]).expect("a scalar");
    let (mut server, mut colleague) = (MemoryServer::new(), MemoryPhone::new("q", 3));
    server.devices.insert(id(1), enrolled(&key));
    let never: MarketKey = "never-2099/2099-01-01".parse().expect("valid");
    let message = Claim::message(id(10), Kind::Contact, &never, id(1));
    let signature: Signature = key.sign(&message);
    let signature = signature.to_bytes().to_vec();
    let claim = Claim { kind: Kind::Contact, market: never, device: id(1), signature };
    record(&mut colleague, id(10), Some(claim));
    for (connection, principal) in [(1, device(3)), (2, device(1))] {
        connect(&mut server, connection, principal, &mut colleague);
        settle(&mut server, &mut [(connection, &mut colleague)]);
        assert_eq!(colleague.replica.custody(id(10)), Some(Custody::Refused { code: "bad-claim".into() }));
        colleague.handle(ReplicaEvent::Closed);
    }
    assert!(server.database.documents.is_empty());
}
