//! The first change of every kind.

use automerge::{
    ActorId, Automerge, ObjType, ROOT, ScalarValue,
    transaction::{CommitOptions, Transactable},
};
use sha2::{Digest, Sha256};

use super::Kind;

/// The schema number that the first change writes.
///
/// It never changes, or two versions would make two different first changes. A later schema writes
/// a higher number in a change of its own.
pub const SCHEMA: i64 = 1;

/// A document of `kind` with nothing in it but its containers.
///
/// Made by one deterministic change of a fixed actor, so that whoever makes the same document, on
/// whatever device and in whatever version, makes the same containers.
pub fn blank(kind: Kind) -> Automerge {
    let mut document = Automerge::new().with_actor(first_actor(kind));
    let made = document.transact_with::<_, _, automerge::AutomergeError, _>(
        |()| CommitOptions::default().with_time(0),
        |tx| {
            tx.put(ROOT, "kind", kind.name())?;
            tx.put(ROOT, "schema", SCHEMA)?;
            for container in containers(kind) {
                tx.put_object(ROOT, *container, ObjType::Map)?;
            }
            if kind == Kind::Tally {
                let counts = tx.put_object(ROOT, "counts", ObjType::Map)?;
                tx.put(&counts, "question_answered", ScalarValue::counter(0))?;
            }
            Ok(())
        },
    );
    made.map(|_| document).expect("putting into the root of an empty document cannot fail")
}

/// Whether `actor` is the fixed actor of a first change.
pub fn is_blank_change(actor: &ActorId) -> bool {
    Kind::ALL.iter().any(|kind| first_actor(*kind) == *actor)
}

/// The maps that a kind begins with. Adding one here would change the first change: later ones are
/// made by the change that first needs them, or by a second fixed one.
fn containers(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Contact => &["wishes", "target_groups", "consent", "sealed", "follow_up", "steps", "opened"],
        Kind::Feedback => &["answers", "sealed", "opened"],
        Kind::Tally | Kind::Device => &[],
        Kind::Season
        | Kind::Market
        | Kind::Provider
        | Kind::Proposal
        | Kind::Roster
        | Kind::Signup
        | Kind::Member
        | Kind::Case => &["content"],
    }
}

fn first_actor(kind: Kind) -> ActorId {
    ActorId::from(&Sha256::digest(format!("markt/first/{kind}").as_bytes())[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_change_of_every_kind_is_the_same_for_ever() {
        // Frozen: a difference here means that documents of older devices would not merge.
        let heads = Kind::ALL.map(|kind| format!("{kind} {}", &blank(kind).get_heads()[0].to_string()[..16]));
        assert_eq!(heads.join("\n"), include_str!("first_changes.txt").trim_end());
    }
}
