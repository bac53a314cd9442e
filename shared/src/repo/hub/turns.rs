//! Who may have a message vetted: of one principal only a few are at a time, whatever it brings and however often it
//! connects. What has no turn waits with its document, and keeps no one else from it.
//!
//! Large documents fill the memory while they are talked about. Of those one principal has one at a time, and all
//! together have few; principals that wait for one come in turn.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::{document::DocumentId, sync::share_policy::Principal};

/// So many turns about large documents are under way at a time.
const LARGE_AT_ONCE: usize = 3;

/// Vettings that are under way, and documents for which someone waits for a turn.
#[derive(Debug)]
pub(super) struct Turns {
    /// So many has one principal.
    each: usize,
    under_way: HashMap<u64, Turn>,
    /// Of each principal that has any; named by the document that stands for it.
    of: HashMap<DocumentId, Of>,
    /// Turns about large documents that are under way.
    large: usize,
    /// Principals that wait for one.
    wait_for_large: VecDeque<DocumentId>,
}

#[derive(Clone, Copy, Debug)]
struct Turn {
    who: DocumentId,
    is_large: bool,
}

/// What one principal has.
#[derive(Debug, Default)]
struct Of {
    under_way: usize,
    has_large: bool,
    /// About which it has something to be vetted.
    waiting: Line,
    /// Those that are large.
    waiting_large: Line,
}

/// Documents in a line, each once.
#[derive(Debug, Default)]
struct Line {
    documents: VecDeque<DocumentId>,
    known: HashSet<DocumentId>,
}

impl Line {
    fn push(&mut self, document: DocumentId) {
        if self.known.insert(document) {
            self.documents.push_back(document);
        }
    }

    fn pop(&mut self) -> Option<DocumentId> {
        let document = self.documents.pop_front()?;
        self.known.remove(&document);
        Some(document)
    }

    fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }
}

impl Turns {
    pub(super) fn new(each: usize) -> Self {
        let (under_way, of) = (HashMap::new(), HashMap::new());
        Self { each, under_way, of, large: 0, wait_for_large: VecDeque::new() }
    }

    /// Whether `who` has a turn now for something about `document`; if not, the document is named by
    /// [`Turns::next`] once there is one.
    pub(super) fn is_free(&mut self, who: &Principal, document: DocumentId, is_large: bool) -> bool {
        let who = who.document();
        let (under_way, has_large) = self.of.get(&who).map_or((0, false), |of| (of.under_way, of.has_large));
        if under_way >= self.each {
            self.of.entry(who).or_default().waiting.push(document);
            false
        } else if is_large && (has_large || self.large >= LARGE_AT_ONCE) {
            let line = &mut self.of.entry(who).or_default().waiting_large;
            if line.is_empty() {
                self.wait_for_large.push_back(who);
            }
            line.push(document);
            false
        } else {
            true
        }
    }

    /// A vetting is begun.
    pub(super) fn begin(&mut self, who: &Principal, vetting: u64, is_large: bool) {
        let who = who.document();
        self.under_way.insert(vetting, Turn { who, is_large });
        self.large += usize::from(is_large);
        let of = self.of.entry(who).or_default();
        of.under_way += 1;
        of.has_large |= is_large;
    }

    /// A vetting has ended; says whose turn it was.
    pub(super) fn ended(&mut self, vetting: u64) -> Option<DocumentId> {
        let Turn { who, is_large } = self.under_way.remove(&vetting)?;
        self.large -= usize::from(is_large);
        let of = self.of.get_mut(&who)?;
        of.under_way -= 1;
        of.has_large &= !is_large;
        Some(who)
    }

    /// The document that waited longest for a turn of `who`, or of anyone if it is a large one, if there is a turn.
    pub(super) fn next(&mut self, who: DocumentId) -> Option<DocumentId> {
        self.next_large().or_else(|| {
            let of = self.of.get_mut(&who)?;
            let next = if of.under_way < self.each { of.waiting.pop() } else { None };
            if of.under_way == 0 && of.waiting.is_empty() && of.waiting_large.is_empty() {
                self.of.remove(&who);
            }
            next
        })
    }

    fn next_large(&mut self) -> Option<DocumentId> {
        if self.large >= LARGE_AT_ONCE {
            return None;
        }
        let has_turn = |of: &Of| !of.has_large && of.under_way < self.each;
        let place = self.wait_for_large.iter().position(|who| self.of.get(who).is_some_and(has_turn))?;
        let who = self.wait_for_large.remove(place)?;
        let line = &mut self.of.get_mut(&who)?.waiting_large;
        let next = line.pop();
        if !line.is_empty() {
            self.wait_for_large.push_back(who);
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn principal(byte: u8) -> Principal {
        Principal::Device { device: id(byte), market: "test-2036/2036-05-17".parse().expect("a market") }
    }

    fn id(byte: u8) -> DocumentId {
        DocumentId::from_bytes([byte; 16])
    }

    #[test]
    fn large_documents_are_few_at_a_time_and_principals_come_in_turn() {
        let mut turns = Turns::new(4);
        let (one, two) = (principal(1), principal(2));
        assert!(turns.is_free(&one, id(10), true));
        turns.begin(&one, 100, true);
        for document in 11..20 {
            assert!(!turns.is_free(&one, id(document), true), "it has one");
        }
        assert!(turns.is_free(&one, id(20), false), "what is small does not wait for what is large");
        for other in 2..4 {
            assert!(turns.is_free(&principal(other), id(other + 20), true));
            turns.begin(&principal(other), u64::from(other) + 100, true);
        }
        assert!(!turns.is_free(&principal(4), id(24), true), "all have enough");
        assert!(!turns.is_free(&two, id(25), true));

        let who = turns.ended(102).expect("a turn");
        assert_eq!(turns.next(who), Some(id(24)), "the first has one");
        turns.begin(&principal(4), 104, true);
        assert_eq!(turns.next(who), None);
        let who = turns.ended(100).expect("a turn");
        assert_eq!(turns.next(who), Some(id(11)));
        assert_eq!(turns.next(who), Some(id(25)), "no one took it");
        assert_eq!(turns.next(who), Some(id(12)));
    }
}
