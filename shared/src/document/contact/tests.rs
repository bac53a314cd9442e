use automerge::{Automerge, AutomergeError, ROOT, transaction::Transactable as _};

use super::*;
use crate::document::{Kind, blank};

fn contact() -> Automerge {
    let mut document = blank(Kind::Contact);
    document.set_actor(automerge::ActorId::from([7_u8; 16]));
    document
        .transact::<_, _, AutomergeError>(|tx| {
            fill(
                tx,
                &NewContact {
                    market: "pankow-2026/2026-05-23".parse().expect("valid"),
                    device: Some(DocumentId::from_bytes([1; 16])),
                    recorded_at_ms: 1_779_530_000_123,
                    entered: Entered::OnTheSpot,
                    language: "ar".into(),
                    topic: Topic::Offer,
                    wishes: vec![Wish { id: "w1".into(), provider: "p".into(), offer: Some("o".into()) }],
                    target_groups: vec!["eltern".into()],
                    consent: Consent {
                        version: "2026-1".into(),
                        language: "ar".into(),
                        given: "spoken".into(),
                        recipients: vec!["p".into()],
                        erase_on: "2026-11-19".into(),
                    },
                    receipt_hash: [9; 32],
                    person: (
                        "s1".into(),
                        SealedPart { field: "person".into(), to_market: vec![1], to_receipt: vec![2] },
                    ),
                },
            )
        })
        .expect("fills");
    document
}

fn step(state: FollowUp, by: &str) -> Step {
    Step { id: format!("{by}-{}", state.name()), state, at_ms: 5, by: by.into() }
}

#[test]
fn a_contact_comes_back_as_it_was_recorded_but_to_the_hour() {
    let (read, problems) = read(&contact());
    assert_eq!(problems, []);
    assert_eq!(read.recorded_at_ms % HOUR_MS, 0);
    assert_eq!(read.wishes[0].offer.as_deref(), Some("o"));
    assert_eq!(read.consent.recipients, ["p"]);
    assert_eq!(read.sealed[0].1.to_market, [1]);
    assert_eq!(read.state, FollowUp::New);
}

#[test]
fn two_organisers_edit_different_fields_and_both_survive() {
    let mut one = contact();
    let mut two = one.fork();
    one.transact::<_, _, AutomergeError>(|tx| set_state(tx, &step(FollowUp::Reached, "a"))).expect("sets");
    two.transact::<_, _, AutomergeError>(|tx| set_due(tx, Some("2026-06-01"))).expect("sets");
    two.transact::<_, _, AutomergeError>(|tx| mark_opened(tx, "b", 8)).expect("marks");
    one.merge(&mut two).expect("merges");
    two.merge(&mut one).expect("merges");
    let (merged, _) = read(&one);
    assert_eq!(merged, read(&two).0);
    assert_eq!(merged.state, FollowUp::Reached);
    assert_eq!(merged.due.as_deref(), Some("2026-06-01"));
    assert_eq!(merged.steps.len(), 1);
    assert_eq!(merged.opened, [("b".to_owned(), 8)]);
}

#[test]
fn what_another_program_wrote_wrongly_is_reported_and_the_rest_is_read() {
    let mut document = contact();
    document
        .transact::<_, _, AutomergeError>(|tx| {
            tx.put(ROOT, "topic", "circus")?;
            tx.put(ROOT, "wishes", 3)?;
            tx.put(ROOT, "from_a_later_version", true)
        })
        .expect("writes");
    let (read, problems) = read(&document);
    assert_eq!(problems.iter().map(|problem| problem.path.as_str()).collect::<Vec<_>>(), ["topic", "wishes"]);
    assert_eq!(read.language, "ar");
}
