//! Ids that anyone can reckon: what has one has no other.

use super::*;
use crate::{
    repo::Commit,
    sync::share_policy::{Facts, Owner},
};

fn count(phone: &mut MemoryPhone, of: DocumentId) -> DocumentId {
    let document = DocumentId::tally(of, &market());
    let made = phone
        .replica
        .create(document, Kind::Tally, None, |tx| crate::document::tally::fill(tx, of, &market()));
    phone.perform(made.expect("it is not here"));
    document
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
fn what_had_no_kind_does_not_become_a_colleagues_tally() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    let (own, of_a_colleague) = (count(&mut phone, id(1)), count(&mut phone, id(2)));
    for document in [own, of_a_colleague] {
        let mut blank = automerge::Automerge::new();
        blank.transact::<_, _, automerge::AutomergeError>(|tx| tx.put(ROOT, "note", 1)).expect("puts");
        server.commit_elsewhere(Commit {
            document,
            commit: 0,
            facts: Facts { kind: None, market: Some(market().to_string()), owner: Owner::Device(id(1)) },
            chunk: blank.save(),
            heads: heads(&blank),
            chunk_is: ChunkRole::Whole,
            receipt: None,
        });
    }
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    assert_eq!(phone.replica.custody(own), Some(Custody::OnTheServer));
    let refused = phone.replica.custody(of_a_colleague);
    assert_eq!(refused, Some(Custody::Refused { code: "denied".into() }));
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
