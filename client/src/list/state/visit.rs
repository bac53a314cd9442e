//! What changes while someone is at the list.

use std::rc::Rc;

use yew::Reducible;

use super::{Entries, Entry, Merged, Step};
use crate::{
    list::{
        bundle::{self, Bundle, Fragment},
        file::FileFault,
        phone::{PhoneEvent, Shared},
    },
    visitor::{Network, Published},
};

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The list of whoever owns this phone.
    #[default]
    Own,
    /// A list that came by a link.
    Opened(Bundle),
    /// A list for someone else, which this phone does not keep.
    ForOther(Bundle),
    /// One offer, for someone to scan.
    Show(String),
}

/// Whether the browser will keep what is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// It did not say.
    #[default]
    Unknown,
    /// Until its owner erases it.
    Firm,
    /// It may clear it when there is little room, or after weeks without a visit.
    MayBeCleared,
}

/// What was done last, to be said in a live region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// An entry has another place now.
    Moved {
        /// The offer.
        id: String,
        /// Its place, from 1.
        place: usize,
    },
    /// An entry came back.
    PutBack(String),
    /// Offers were added from a link or a file.
    Merged(Merged),
    /// A file was not read.
    FileRefused(FileFault),
    /// What became of the link.
    Shared(Shared),
}

/// The state of a visit to the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// What can be read.
    pub catalog: Published,
    /// What is shown.
    pub mode: Mode,
    /// The list of this phone.
    pub list: Rc<Entries>,
    /// Whether entries are being put in order.
    pub ordering: bool,
    /// The offer whose note is being written.
    pub writing: Option<String>,
    /// What is looked for, for someone else's list.
    pub sought: String,
    /// What was done last.
    pub said: Option<Said>,
    /// Where the focus goes, and how often it was sent somewhere.
    pub focus: (u32, String),
    /// Whether the browser keeps what is stored.
    pub keeping: Keeping,
    /// Whether the browser refused to store.
    pub not_stored: bool,
    /// Whether the server answers.
    pub network: Network,
    /// Whether a new version waits and may say so.
    pub update_waits: bool,
}

/// What happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// An offer was taken off the list.
    Removed(String),
    /// What was taken away last was put back.
    PutBack,
    /// What was taken away last is not wanted any more, nor is its note.
    Forgotten,
    /// An entry was moved.
    Moved(String, Step),
    /// Putting in order began or ended.
    Ordering(bool),
    /// A note is being written, or is finished.
    Writing(Option<String>),
    /// A note changed.
    Noted(String, String),
    /// An entry was marked as done, or not.
    Done(String, bool),
    /// The opened list shall be added to that of this phone.
    Accepted,
    /// The list for someone else got a title.
    Titled(String),
    /// Something is looked for.
    Sought(String),
    /// An offer was put on the list for someone else, or taken off it.
    Picked(String, bool),
    /// An entry of the list for someone else was moved.
    PickMoved(String, Step),
    /// The phone told something.
    Phone(PhoneEvent),
    /// Whether the browser stored what it should.
    Stored(bool),
    /// The new version shall wait.
    UpdatePutOff,
}

impl Visit {
    /// A visit that begins.
    pub fn new(catalog: Published, list: Entries, fragment: &str) -> Self {
        let mode = Mode::of(fragment, &catalog);
        Self {
            catalog,
            mode,
            list: Rc::new(list),
            ordering: false,
            writing: None,
            sought: String::new(),
            said: None,
            focus: (0, String::new()),
            keeping: Keeping::Unknown,
            not_stored: false,
            network: Network::There,
            update_waits: false,
        }
    }

    fn focus_on(&mut self, id: String) {
        self.focus = (self.focus.0 + 1, id);
    }

    fn merge(&mut self, others: &[Entry]) {
        let (list, outcome) = self.list.merged(others);
        self.list = Rc::new(list);
        self.mode = Mode::Own;
        self.said = Some(Said::Merged(outcome));
        self.focus_on("gesagt".to_owned());
    }

    fn moved(&mut self, id: String, step: Step) {
        let list = self.list.moved(&id, step);
        let place = list.entries().iter().position(|entry| entry.id == id).map_or(0, |at| at + 1);
        // At the edge the button stays where it is, and the other one is the one to use.
        let edge = match step {
            Step::Up => place == 1,
            Step::Down => place == list.entries().len(),
        };
        let button = if (step == Step::Up) == edge { "runter" } else { "hoch" };
        self.focus_on(format!("{button}-{id}"));
        self.list = Rc::new(list);
        self.said = Some(Said::Moved { id, place });
    }

    fn for_other(&mut self, change: impl FnOnce(&mut Bundle)) {
        if let Mode::ForOther(bundle) = &mut self.mode {
            change(bundle);
        }
    }

    fn told(&mut self, event: PhoneEvent) {
        match event {
            PhoneEvent::Network(network) => self.network = network,
            PhoneEvent::UpdateWaits => self.update_waits = true,
            PhoneEvent::CatalogArrived(catalog) => self.catalog = catalog,
            // What the browser refused to store is here alone.
            PhoneEvent::StoredElsewhere { .. } if self.not_stored => {}
            PhoneEvent::StoredElsewhere { saved, notes } => {
                self.list = Rc::new(Entries::from_storage(&saved, &notes));
            }
            PhoneEvent::Fragment(fragment) => {
                let mode = Mode::of(&fragment, &self.catalog);
                if mode != self.mode {
                    self.mode = mode;
                    self.said = None;
                    self.writing = None;
                    self.focus_on("inhalt".to_owned());
                }
            }
            PhoneEvent::Keeping(keeping) => self.keeping = keeping,
            PhoneEvent::Shared(shared) => self.said = Some(Said::Shared(shared)),
            PhoneEvent::FileRead(Ok(entries)) => self.merge(&entries),
            PhoneEvent::FileRead(Err(fault)) => {
                self.said = Some(Said::FileRefused(fault));
                self.focus_on("gesagt".to_owned());
            }
        }
    }
}

impl Mode {
    fn of(fragment: &str, catalog: &Published) -> Self {
        match Fragment::read(fragment, catalog) {
            Fragment::None => Self::Own,
            Fragment::Opened(bundle) => Self::Opened(bundle),
            Fragment::BeingMade(bundle) => Self::ForOther(bundle),
            Fragment::Show(id) => Self::Show(id),
        }
    }
}

impl Reducible for Visit {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut visit = (*self).clone();
        match action {
            Action::Removed(id) => {
                visit.list = Rc::new(visit.list.without(&id));
                visit.said = None;
                visit.focus_on("zurueckholen".to_owned());
            }
            Action::PutBack => {
                let id = visit.list.removed().map(|entry| entry.id.clone()).unwrap_or_default();
                visit.list = Rc::new(visit.list.put_back());
                visit.focus_on(format!("eintrag-{id}"));
                visit.said = Some(Said::PutBack(id));
            }
            Action::Forgotten => {
                visit.list = Rc::new(visit.list.forgotten());
                visit.focus_on("inhalt".to_owned());
            }
            Action::Moved(id, step) => visit.moved(id, step),
            Action::Ordering(ordering) => {
                visit.ordering = ordering;
                visit.said = None;
            }
            Action::Writing(writing) => {
                let (opened, closed) = (writing.clone(), visit.writing.take());
                if let Some(id) = opened {
                    visit.focus_on(format!("notiz-{id}"));
                } else if let Some(id) = closed {
                    visit.focus_on(format!("schreiben-{id}"));
                }
                visit.writing = writing;
            }
            Action::Noted(id, note) => visit.list = Rc::new(visit.list.with(&id, |entry| entry.note = note)),
            Action::Done(id, done) => visit.list = Rc::new(visit.list.with(&id, |entry| entry.done = done)),
            Action::Accepted => {
                if let Mode::Opened(bundle) = &visit.mode {
                    let others: Vec<Entry> = bundle.ids.iter().map(|id| Entry::new(id)).collect();
                    visit.merge(&others);
                }
            }
            Action::Titled(words) => visit.for_other(|bundle| bundle.title = bundle::title(&words)),
            Action::Sought(words) => visit.sought = words,
            Action::Picked(id, on) => visit.for_other(|bundle| {
                bundle.ids.retain(|known| *known != id);
                if on {
                    bundle.ids.push(id);
                }
            }),
            Action::PickMoved(id, step) => visit.for_other(|bundle| {
                let at = bundle.ids.iter().position(|known| *known == id);
                let to = at.and_then(|at| if step == Step::Up { at.checked_sub(1) } else { Some(at + 1) });
                if let (Some(at), Some(to)) = (at, to.filter(|to| *to < bundle.ids.len())) {
                    bundle.ids.swap(at, to);
                }
            }),
            Action::Phone(event) => visit.told(event),
            Action::Stored(stored) => visit.not_stored = !stored,
            Action::UpdatePutOff => visit.update_waits = false,
        }
        Rc::new(visit)
    }
}

#[cfg(test)]
mod tests {
    use shared::catalog::{Catalog, Offer};

    use super::*;

    fn visit(saved: &str, fragment: &str) -> Rc<Visit> {
        let offer = |id: &str| Offer { id: id.to_owned(), ..Offer::default() };
        let catalog = Catalog { offers: vec![offer("a"), offer("b"), offer("c")], ..Catalog::default() };
        Rc::new(Visit::new(Published(Rc::new(catalog)), Entries::from_storage(saved, ""), fragment))
    }

    fn fragment(ids: &[&str]) -> String {
        let ids = ids.iter().map(|id| (*id).to_owned()).collect();
        Bundle { ids, ..Bundle::default() }.fragment()
    }

    #[test]
    fn an_opened_list_changes_nothing_before_it_is_accepted() {
        let opened = visit("a", &fragment(&["b", "a"]));
        assert!(matches!(&opened.mode, Mode::Opened(bundle) if bundle.ids == ["b", "a"]));
        assert_eq!(opened.list.saved(), "a");
        let accepted = opened.reduce(Action::Accepted);
        assert_eq!((accepted.list.saved().as_str(), &accepted.mode), ("a\nb", &Mode::Own));
        assert_eq!(accepted.said, Some(Said::Merged(Merged { added: 1, changed: 0 })));
    }

    #[test]
    fn a_list_for_someone_else_leaves_that_of_the_phone_alone() {
        let begun = visit("a", "f1");
        let picked =
            begun.reduce(Action::Picked("b".to_owned(), true)).reduce(Action::Picked("c".to_owned(), true));
        let made = picked
            .reduce(Action::PickMoved("c".to_owned(), Step::Up))
            .reduce(Action::Titled("Neustart".to_owned()));
        let Mode::ForOther(bundle) = &made.mode else { panic!("{:?}", made.mode) };
        assert_eq!((bundle.ids.join(" ").as_str(), bundle.title.as_str()), ("c b", "Neustart"));
        assert_eq!(made.list.saved(), "a");
    }

    #[test]
    fn the_focus_stays_with_what_moves() {
        let moved = visit("a\nb\nc", "").reduce(Action::Moved("c".to_owned(), Step::Up));
        assert_eq!(moved.focus, (1, "hoch-c".to_owned()));
        assert_eq!(moved.said, Some(Said::Moved { id: "c".to_owned(), place: 2 }));
        let at_the_edge = moved.reduce(Action::Moved("c".to_owned(), Step::Up));
        assert_eq!(at_the_edge.focus, (2, "runter-c".to_owned()));
    }

    #[test]
    fn what_another_window_stored_is_shown() {
        let event = PhoneEvent::StoredElsewhere { saved: "c".to_owned(), notes: String::new() };
        assert_eq!(visit("a", "").reduce(Action::Phone(event.clone())).list.saved(), "c");
        let not_stored = visit("a", "").reduce(Action::Stored(false));
        assert_eq!(not_stored.reduce(Action::Phone(event)).list.saved(), "a");
    }
}
