//! Contacts that may be of the same person. Only hints: two people may share a telephone.

use std::collections::BTreeMap;

use shared::document::DocumentId;

use super::{
    entry::Entry,
    filter::{digits, folded},
};

/// What two contacts share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shared {
    /// The telephone number.
    Phone,
    /// The e-mail address.
    Email,
    /// The name.
    Name,
}

/// For each contact that may be a duplicate: the others, and what they share.
pub(crate) fn possible_duplicates(entries: &[Entry]) -> BTreeMap<DocumentId, Vec<(DocumentId, Shared)>> {
    let mut holders: BTreeMap<(Shared, String), Vec<DocumentId>> = BTreeMap::new();
    for entry in entries {
        let Some(opened) = entry.opened() else { continue };
        let phone = digits(&opened.phone);
        // A shorter number is an extension or a slip, and would pair strangers.
        if phone.len() >= 6 {
            holders.entry((Shared::Phone, phone)).or_default().push(entry.id);
        }
        let email = opened.email.trim().to_lowercase();
        if email.contains('@') {
            holders.entry((Shared::Email, email)).or_default().push(entry.id);
        }
        let name = sorted_words(&opened.name);
        // One word is a first name, and many share it.
        if name.contains(' ') {
            holders.entry((Shared::Name, name)).or_default().push(entry.id);
        }
    }
    let mut duplicates: BTreeMap<DocumentId, Vec<(DocumentId, Shared)>> = BTreeMap::new();
    for ((shared, _), ids) in &holders {
        for id in ids {
            for other in ids.iter().filter(|other| *other != id) {
                let found = duplicates.entry(*id).or_default();
                if found.iter().all(|(known, _)| known != other) {
                    found.push((*other, *shared));
                }
            }
        }
    }
    duplicates
}

/// The words of a name in alphabetical order, as some write the family name first.
fn sorted_words(name: &str) -> String {
    let folded = folded(name);
    let mut words: Vec<&str> = folded.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::team::desk::entry::tests::{entry, person};

    fn check(left: (&str, &str, &str), right: (&str, &str, &str), expected: Option<Shared>) {
        let entries =
            [person(1, left.0, left.1, left.2), person(2, right.0, right.1, right.2), entry(3), entry(4)];
        let found = possible_duplicates(&entries);
        let first = found.get(&entries[0].id).map(|others| others.as_slice());
        assert_eq!(
            first,
            expected.map(|shared| vec![(entries[1].id, shared)]).as_deref(),
            "{left:?} {right:?}"
        );
        assert_eq!(found.len(), if expected.is_some() { 2 } else { 0 });
    }

    #[test]
    fn what_people_share() {
        check(("A B", "030 2312 5999", ""), ("C D", "+49 30 23125999", ""), Some(Shared::Phone));
        check(("A B", "", "a@x.example"), ("C D", "", " A@X.example"), Some(Shared::Email));
        check(("Müller, Eva", "", ""), ("eva muller", "", ""), Some(Shared::Name));
        check(("Eva M", "030 231259", "a@x.example"), ("Eva M", "030 231259", ""), Some(Shared::Phone));
        check(("Eva", "", ""), ("Eva", "", ""), None);
        check(("", "110", ""), ("", "110", ""), None);
        check(("A B", "", ""), ("C D", "", ""), None);
    }
}
