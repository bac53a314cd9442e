//! What is open: the unlocked keys, and what they opened. Memory only; locking forgets both.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use shared::{
    document::{DocumentId, contact::SealedPart},
    seal::{self, Person, PrivateKey},
};
use yew::prelude::*;

use super::{
    entry::{Opened, Personal},
    lock::{Keys, KeysEvent},
};

/// The field of a contact that says who it is.
const PERSON: &str = "person";

/// Unlocked keys, and the parts that they opened.
#[derive(Clone, Default)]
pub(crate) struct Vault {
    keys: Keys,
    /// By document and part.
    parts: Rc<BTreeMap<(DocumentId, String), OpenedPart>>,
    /// The market of each document with open parts, so that locking forgets them.
    markets: Rc<BTreeMap<DocumentId, String>>,
    /// Grows with each event; tells hooks apart.
    revision: u64,
}

impl PartialEq for Vault {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision
    }
}

/// What became of one sealed part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OpenedPart {
    /// Who it is.
    Person(Person),
    /// Free text.
    Text(String),
    /// The key does not fit, or what was in it makes no sense.
    Unreadable,
}

/// The sealed parts of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SealedDocument {
    /// The document.
    pub(crate) id: DocumentId,
    /// Its parts by id.
    pub(crate) parts: Vec<(String, SealedPart)>,
}

/// Something that happened to the vault.
pub(crate) enum VaultEvent {
    /// To the keys.
    Keys(KeysEvent),
    /// Parts were opened with the key of a market.
    PartsOpened {
        /// The market.
        market: String,
        /// What came of them.
        parts: Vec<(DocumentId, String, OpenedPart)>,
    },
}

impl Reducible for Vault {
    type Action = VaultEvent;

    fn reduce(self: Rc<Self>, event: VaultEvent) -> Rc<Self> {
        let mut vault = Self { revision: self.revision + 1, ..(*self).clone() };
        match event {
            VaultEvent::Keys(KeysEvent::TimePassed { now_ms }) => {
                let keys = self.keys.after(KeysEvent::TimePassed { now_ms });
                if keys.markets().eq(self.keys.markets()) {
                    return self;
                }
                vault.keys = keys;
            }
            VaultEvent::Keys(event) => vault.keys = self.keys.after(event),
            // The key was locked while the parts were on their way.
            VaultEvent::PartsOpened { market, .. } if self.keys.key(&market).is_none() => return self,
            VaultEvent::PartsOpened { market, parts } => {
                let opened = Rc::make_mut(&mut vault.parts);
                let markets = Rc::make_mut(&mut vault.markets);
                for (document, part, content) in parts {
                    opened.insert((document, part), content);
                    markets.insert(document, market.clone());
                }
            }
        }
        vault.forget_locked();
        Rc::new(vault)
    }
}

impl Vault {
    /// The unlocked keys.
    pub(crate) fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Of `documents`, those with parts that are not open yet.
    pub(crate) fn pending(&self, documents: &[SealedDocument]) -> Vec<SealedDocument> {
        documents
            .iter()
            .filter(|document| {
                document.parts.iter().any(|(part, _)| !self.parts.contains_key(&(document.id, part.clone())))
            })
            .cloned()
            .collect()
    }

    /// What is open of a contact with these parts.
    pub(crate) fn person(&self, id: DocumentId, sealed: &[(String, SealedPart)]) -> Personal {
        let mut opened = Opened::default();
        let (mut seen, mut persons) = (0, 0);
        for (part_id, part) in sealed {
            let Some(content) = self.parts.get(&(id, part_id.clone())) else { continue };
            seen += 1;
            match content {
                OpenedPart::Person(person) => {
                    persons += 1;
                    correct(&mut opened, person);
                }
                OpenedPart::Text(text) if part.field == "message" => {
                    opened.note = [opened.note.as_str(), text.as_str()]
                        .into_iter()
                        .filter(|line| !line.is_empty())
                        .collect::<Vec<_>>()
                        .join("\n");
                }
                OpenedPart::Text(text) => opened.notes.push((part_id.clone(), text.clone())),
                OpenedPart::Unreadable => opened.unreadable += 1,
            }
        }
        let holds_person = sealed.iter().any(|(_, part)| part.field == PERSON);
        match (seen, persons) {
            (0, _) => Personal::Sealed,
            (_, 0) if opened.unreadable > 0 && holds_person => Personal::Unreadable,
            _ => Personal::Open(Rc::new(opened)),
        }
    }

    /// The text of a sealed part; `None` while it is sealed, empty if it can not be read.
    pub(crate) fn text(&self, id: DocumentId, part: &str) -> Option<String> {
        match self.part(id, part)? {
            OpenedPart::Text(text) => Some(text.clone()),
            OpenedPart::Person(_) | OpenedPart::Unreadable => Some(String::new()),
        }
    }

    /// What became of a part, if it was opened.
    pub(crate) fn part(&self, id: DocumentId, part: &str) -> Option<&OpenedPart> {
        self.parts.get(&(id, part.to_owned()))
    }

    fn forget_locked(&mut self) {
        let open: BTreeSet<String> = self.keys.markets().map(str::to_owned).collect();
        if self.markets.values().all(|market| open.contains(market)) {
            return;
        }
        let markets = Rc::make_mut(&mut self.markets);
        markets.retain(|_, market| open.contains(market));
        let markets = self.markets.clone();
        Rc::make_mut(&mut self.parts).retain(|(document, _), _| markets.contains_key(document));
    }
}

/// A later part of the same person corrects the earlier ones, field by field.
fn correct(opened: &mut Opened, person: &Person) {
    let fields = [
        (&mut opened.name, &person.name),
        (&mut opened.phone, &person.phone),
        (&mut opened.email, &person.email),
        (&mut opened.other, &person.other),
        (&mut opened.note, &person.note),
    ];
    for (field, corrected) in fields {
        if !corrected.is_empty() {
            field.clone_from(corrected);
        }
    }
}

/// Opens all parts of `document`.
pub(crate) fn open(key: &PrivateKey, document: &SealedDocument) -> Vec<(DocumentId, String, OpenedPart)> {
    document
        .parts
        .iter()
        .map(|(id, part)| (document.id, id.clone(), open_part(key, document.id, part)))
        .collect()
}

fn open_part(key: &PrivateKey, document: DocumentId, part: &SealedPart) -> OpenedPart {
    let Ok(plain) = seal::open(key, document.as_bytes(), &part.field, &part.to_market) else {
        return OpenedPart::Unreadable;
    };
    if part.field == PERSON {
        return Person::from_bytes(&plain).map_or(OpenedPart::Unreadable, OpenedPart::Person);
    }
    String::from_utf8(plain).map_or(OpenedPart::Unreadable, OpenedPart::Text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKET: &str = "pankow-2026/2026-05-23";

    fn key() -> PrivateKey {
        PrivateKey::from_random([3; 32])
    }

    fn part(document: u8, field: &str, plain: &[u8]) -> SealedPart {
        let to_market =
            seal::seal(&key().public(), &[document; 16], field, plain, [document; 32]).expect("seals");
        SealedPart { field: field.into(), to_market, to_receipt: Vec::new() }
    }

    fn person(name: &str, phone: &str) -> Vec<u8> {
        Person { name: name.into(), phone: phone.into(), ..Person::default() }.to_bytes()
    }

    fn document(id: u8, parts: &[SealedPart]) -> SealedDocument {
        let parts = parts.iter().enumerate().map(|(at, part)| (at.to_string(), part.clone())).collect();
        SealedDocument { id: DocumentId::from_bytes([id; 16]), parts }
    }

    fn unlocked() -> Rc<Vault> {
        let event = KeysEvent::KeyUnlocked { market: MARKET.into(), key: Rc::new(key()), now_ms: 0 };
        Rc::new(Vault::default()).reduce(VaultEvent::Keys(event))
    }

    fn after_opening(vault: Rc<Vault>, document: &SealedDocument) -> Rc<Vault> {
        let parts = open(&key(), document);
        vault.reduce(VaultEvent::PartsOpened { market: MARKET.into(), parts })
    }

    #[test]
    fn a_correction_replaces_what_it_names_and_notes_add_up() {
        let document = document(
            1,
            &[
                part(1, "person", &person("Ada L.", "1")),
                part(1, "person", &person("", "2")),
                part(1, "note", "ruft zurück".as_bytes()),
            ],
        );
        let vault = unlocked();
        assert_eq!(vault.person(document.id, &document.parts), Personal::Sealed);
        assert_eq!(vault.pending(std::slice::from_ref(&document)).len(), 1);
        let vault = after_opening(vault, &document);
        assert!(vault.pending(std::slice::from_ref(&document)).is_empty());
        let Personal::Open(opened) = vault.person(document.id, &document.parts) else { panic!("not open") };
        assert_eq!((opened.name.as_str(), opened.phone.as_str()), ("Ada L.", "2"));
        assert_eq!(opened.notes, [("2".to_owned(), "ruft zurück".to_owned())]);
    }

    #[test]
    fn what_can_not_be_read_is_a_problem_of_that_contact_only() {
        let damaged = SealedPart { to_market: vec![1; 90], ..part(1, "person", b"") };
        let nonsense = part(2, "person", b"no json");
        for (id, parts) in [(1, vec![damaged]), (2, vec![nonsense])] {
            let document = document(id, &parts);
            let vault = after_opening(unlocked(), &document);
            assert_eq!(vault.person(document.id, &document.parts), Personal::Unreadable);
        }
    }

    #[test]
    fn locking_forgets_what_was_open() {
        let document = document(1, &[part(1, "person", &person("Ada", ""))]);
        let vault = after_opening(unlocked(), &document);
        let locked = vault.reduce(VaultEvent::Keys(KeysEvent::KeyLocked { market: MARKET.into() }));
        assert_eq!(locked.person(document.id, &document.parts), Personal::Sealed);
        let late = after_opening(locked, &document);
        assert_eq!(late.person(document.id, &document.parts), Personal::Sealed, "the key is locked by now");
    }
}
