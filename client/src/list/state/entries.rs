//! The saved offers in their order, each with a note and whether it is done.

use super::notes;

/// A list longer than this helps nobody; what comes from outside may be longer.
pub const MAX_ENTRIES: usize = 300;

/// Letters of a note.
pub const MAX_NOTE: usize = 2000;

/// A saved offer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Id of the offer.
    pub id: String,
    /// What its owner wrote.
    pub note: String,
    /// Whether its owner is through with it.
    pub done: bool,
}

impl Entry {
    /// An offer about which nothing is noted yet.
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), ..Self::default() }
    }
}

/// One place up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

/// What came of a merge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Offers that are new on the list.
    pub added: usize,
    /// Offers that were there, with a note or a mark that is new.
    pub changed: usize,
}

/// The list, and what was taken off it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries {
    entries: Vec<Entry>,
    /// What was taken away and where it was, the latest last.
    removed: Vec<(usize, Entry)>,
}

impl Entries {
    /// Reads what is stored: `saved` has an id in each line, as the visitor app writes it; `notes` is what
    /// [`Self::notes`] wrote. A note about an offer that was taken off the list elsewhere is not lost: it
    /// counts as taken away, with its offer.
    pub fn from_storage(saved: &str, notes: &str) -> Self {
        let mut about = notes::read(notes);
        let mut list = Self::default();
        for id in saved.lines().filter(|id| !id.is_empty()) {
            if !list.contains(id) {
                let known = about.iter().position(|entry| entry.id == id);
                list.entries.push(known.map_or_else(|| Entry::new(id), |at| about.remove(at)));
            }
        }
        let end = list.entries.len();
        list.removed = about.into_iter().filter(|entry| !entry.note.is_empty()).map(|it| (end, it)).collect();
        list
    }

    /// The ids, one in each line.
    pub fn saved(&self) -> String {
        let ids: Vec<&str> = self.entries.iter().map(|entry| entry.id.as_str()).collect();
        ids.join("\n")
    }

    /// Notes and marks, those of what was taken away among them; empty if there are none.
    pub fn notes(&self) -> String {
        notes::write(self.entries.iter().chain(self.removed.iter().map(|(_, entry)| entry)))
    }

    /// The entries in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What was taken away last and can be put back.
    pub fn removed(&self) -> Option<&Entry> {
        self.removed.last().map(|(_, entry)| entry)
    }

    /// Whether an offer is on the list.
    pub fn contains(&self, id: &str) -> bool {
        self.entries.iter().any(|entry| entry.id == id)
    }

    /// Changes one entry.
    #[must_use]
    pub fn with(&self, id: &str, change: impl FnOnce(&mut Entry)) -> Self {
        let mut list = self.clone();
        if let Some(entry) = list.entries.iter_mut().find(|entry| entry.id == id) {
            change(entry);
            entry.note = shortened(&entry.note);
        }
        list
    }

    /// Takes an offer off the list.
    #[must_use]
    pub fn without(&self, id: &str) -> Self {
        let mut list = self.clone();
        if let Some(at) = list.entries.iter().position(|entry| entry.id == id) {
            let entry = list.entries.remove(at);
            list.removed.push((at, entry));
        }
        list
    }

    /// Puts back what was taken away last, where it was.
    #[must_use]
    pub fn put_back(&self) -> Self {
        let mut list = self.clone();
        if let Some((at, entry)) = list.removed.pop()
            && !list.contains(&entry.id)
        {
            list.entries.insert(at.min(list.entries.len()), entry);
        }
        list
    }

    /// Forgets what was taken away last, and its note.
    #[must_use]
    pub fn forgotten(&self) -> Self {
        let mut list = self.clone();
        list.removed.pop();
        list
    }

    /// Moves an entry by one place; at the edge it stays.
    #[must_use]
    pub fn moved(&self, id: &str, step: Step) -> Self {
        let mut list = self.clone();
        let Some(at) = list.entries.iter().position(|entry| entry.id == id) else { return list };
        let to = match step {
            Step::Up => at.checked_sub(1),
            Step::Down => Some(at + 1).filter(|to| *to < list.entries.len()),
        };
        if let Some(to) = to {
            list.entries.swap(at, to);
        }
        list
    }

    /// Adds what is not there yet, and to what is there the notes and marks that are new. Nothing is
    /// replaced, and the same merge again changes nothing.
    #[must_use]
    pub fn merged(&self, others: &[Entry]) -> (Self, Merged) {
        let mut list = self.clone();
        let mut outcome = Merged::default();
        for other in others {
            let note = shortened(&other.note);
            let has_room = list.entries.len() < MAX_ENTRIES;
            match list.entries.iter_mut().find(|entry| entry.id == other.id) {
                Some(entry) => {
                    let before = entry.clone();
                    entry.done |= other.done;
                    entry.note = joined(&entry.note, &note);
                    outcome.changed += usize::from(*entry != before);
                }
                None if has_room => {
                    // Its own note of earlier comes back with it.
                    let earlier = list.removed.iter().position(|(_, entry)| entry.id == other.id);
                    let mut entry =
                        earlier.map_or_else(|| Entry::new(&other.id), |at| list.removed.remove(at).1);
                    entry.done |= other.done;
                    entry.note = joined(&entry.note, &note);
                    list.entries.push(entry);
                    outcome.added += 1;
                }
                None => {}
            }
        }
        (list, outcome)
    }
}

/// Both notes, unless the first contains the second or there is no room for both.
fn joined(own: &str, other: &str) -> String {
    if own.contains(other) {
        own.to_owned()
    } else if own.is_empty() {
        other.to_owned()
    } else {
        let both = format!("{own}\n{other}");
        if both.chars().count() <= MAX_NOTE { both } else { own.to_owned() }
    }
}

fn shortened(note: &str) -> String {
    note.chars().take(MAX_NOTE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Entries {
        Entries::from_storage("a\nb\n\nc\na", "")
            .with("b", |entry| entry.note = "Frau Demir fragen".to_owned())
    }

    fn ids(list: &Entries) -> Vec<&str> {
        list.entries().iter().map(|entry| entry.id.as_str()).collect()
    }

    #[test]
    fn what_the_visitor_app_stored_is_read_and_written_in_the_same_shape() {
        assert_eq!(list().saved(), "a\nb\nc");
        assert_eq!(Entries::from_storage("a\nb", "").notes(), "");
        let again = Entries::from_storage(&list().saved(), &list().notes());
        assert_eq!(again, list());
    }

    #[test]
    fn what_is_taken_away_comes_back_to_its_place_with_its_note() {
        let without = list().without("b").without("c");
        assert_eq!(ids(&without), ["a"]);
        assert_eq!(without.removed().map(|entry| entry.id.as_str()), Some("c"));
        assert_eq!(without.put_back().put_back(), list());
        assert_eq!(ids(&without.put_back().put_back().put_back()), ["a", "b", "c"]);
    }

    #[test]
    fn a_note_survives_when_its_offer_is_taken_off_elsewhere() {
        let elsewhere = Entries::from_storage("a\nc", &list().notes());
        assert_eq!(elsewhere.removed().map(|entry| entry.note.as_str()), Some("Frau Demir fragen"));
        assert_eq!(elsewhere.put_back().entries()[2].note, "Frau Demir fragen");
        let forgotten = elsewhere.forgotten();
        assert_eq!((forgotten.notes().as_str(), forgotten.removed()), ("", None));
    }

    #[test]
    fn entries_move_by_one_and_stay_at_the_edge() {
        assert_eq!(ids(&list().moved("c", Step::Up)), ["a", "c", "b"]);
        assert_eq!(ids(&list().moved("a", Step::Down)), ["b", "a", "c"]);
        for (id, step) in [("a", Step::Up), ("c", Step::Down), ("x", Step::Up)] {
            assert_eq!(list().moved(id, step), list(), "{id}");
        }
    }

    #[test]
    fn a_merge_loses_nothing_and_changes_nothing_the_second_time() {
        let entry = |id: &str, note: &str, done| Entry { id: id.to_owned(), note: note.to_owned(), done };
        let others = [entry("b", "Dienstag", true), entry("d", "neu", false), entry("a", "", false)];
        let (merged, outcome) = list().merged(&others);
        assert_eq!(outcome, Merged { added: 1, changed: 1 });
        assert_eq!(ids(&merged), ["a", "b", "c", "d"]);
        assert_eq!(merged.entries()[1], entry("b", "Frau Demir fragen\nDienstag", true));
        let (again, outcome) = merged.merged(&others);
        assert_eq!((again, outcome), (merged, Merged::default()));
    }

    #[test]
    fn lists_and_notes_have_an_end() {
        let many: Vec<Entry> = (0..1000).map(|n| Entry::new(&n.to_string())).collect();
        let (long, outcome) = list().merged(&many);
        assert_eq!((long.entries().len(), outcome.added), (MAX_ENTRIES, MAX_ENTRIES - 3));
        let note = list().with("a", |entry| entry.note = "ä".repeat(MAX_NOTE + 5)).entries()[0].note.clone();
        assert_eq!(note.chars().count(), MAX_NOTE);
    }
}
