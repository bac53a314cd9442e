//! A contact as the desk shows it: what its document says, and what opening its sealed parts gave.

use std::rc::Rc;

use shared::document::{
    DocumentId,
    contact::{Contact, FollowUp},
};

/// One contact of one market.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    /// Its document.
    pub(crate) id: DocumentId,
    /// What the document says.
    pub(crate) contact: Rc<Contact>,
    /// Label of the device that recorded it; empty if the device is unknown here.
    pub(crate) device: String,
    /// Who it is.
    pub(crate) person: Personal,
    /// Whether parts of the document could not be understood.
    pub(crate) has_problems: bool,
}

/// The sealed half of a contact.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Personal {
    /// Nobody opened it in this session.
    Sealed,
    /// Opened.
    Open(Rc<Opened>),
    /// The key does not fit, or what was sealed is damaged.
    Unreadable,
    /// There is no sealed part at all.
    Missing,
}

/// What was in the sealed parts of one contact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Opened {
    /// Name.
    pub(crate) name: String,
    /// Telephone number as it was given.
    pub(crate) phone: String,
    /// E-mail address.
    pub(crate) email: String,
    /// Any other way to be reached.
    pub(crate) other: String,
    /// What else the person said, or the volunteer noted.
    pub(crate) note: String,
    /// Notes of the organisers with the ids of their parts.
    pub(crate) notes: Vec<(String, String)>,
    /// How many parts could not be opened.
    pub(crate) unreadable: usize,
}

impl Entry {
    /// What was opened, if it was.
    pub(crate) fn opened(&self) -> Option<&Opened> {
        match &self.person {
            Personal::Open(opened) => Some(opened),
            Personal::Sealed | Personal::Unreadable | Personal::Missing => None,
        }
    }

    /// When the follow-up last moved: the last step, else the recording; ms.
    pub(crate) fn moved_ms(&self) -> i64 {
        self.contact.steps.last().map_or(self.contact.recorded_at_ms, |step| step.at_ms)
    }

    /// Why this contact waits for someone on the day `today` (ISO 8601), if it does.
    pub(crate) fn overdue(&self, today: &str, now_ms: i64) -> Option<Overdue> {
        if !is_waiting(self.contact.state) {
            return None;
        }
        if self.contact.due.as_deref().is_some_and(|due| due < today) {
            return Some(Overdue::Date);
        }
        let days = (now_ms - self.moved_ms()).div_euclid(DAY_MS);
        match self.contact.state {
            FollowUp::New if days >= NEW_DAYS => Some(Overdue::New { days }),
            FollowUp::HandedOver if self.contact.due.is_none() && days >= ANSWER_DAYS => {
                Some(Overdue::Unanswered { days })
            }
            _ => None,
        }
    }
}

/// Why a contact is overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Overdue {
    /// Its date has passed.
    Date,
    /// No one has done anything yet.
    New {
        /// For so long.
        days: i64,
    },
    /// It was handed over and no answer came.
    Unanswered {
        /// For so long.
        days: i64,
    },
}

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// A person who left a number expects a call within a week.
const NEW_DAYS: i64 = 7;
/// A provider is given two weeks.
const ANSWER_DAYS: i64 = 14;

/// Whether someone still has to do something about a contact in this state.
pub(crate) fn is_waiting(state: FollowUp) -> bool {
    match state {
        FollowUp::New | FollowUp::HandedOver | FollowUp::Reached | FollowUp::Appointment => true,
        FollowUp::Started | FollowUp::Closed | FollowUp::Unreachable | FollowUp::Withdrawn => false,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A contact that was recorded at the epoch and not touched since.
    pub(crate) fn entry(id: u8) -> Entry {
        changed(id, |_| {})
    }

    /// The same with a difference.
    pub(crate) fn changed(id: u8, change: impl FnOnce(&mut Contact)) -> Entry {
        let mut contact = Contact { language: "de".into(), ..Contact::default() };
        change(&mut contact);
        Entry {
            id: DocumentId::from_bytes([id; 16]),
            contact: Rc::new(contact),
            device: "Telefon 1".into(),
            person: Personal::Sealed,
            has_problems: false,
        }
    }

    /// The same, opened.
    pub(crate) fn person(id: u8, name: &str, phone: &str, email: &str) -> Entry {
        let opened =
            Opened { name: name.into(), phone: phone.into(), email: email.into(), ..Opened::default() };
        Entry { person: Personal::Open(Rc::new(opened)), ..entry(id) }
    }

    fn check(state: FollowUp, due: Option<&str>, days: i64, expected: Option<Overdue>) {
        let entry = changed(1, |contact| {
            contact.state = state;
            contact.due = due.map(Into::into);
        });
        assert_eq!(entry.overdue("2026-06-02", days * DAY_MS), expected, "{state:?} {due:?} {days}");
    }

    #[test]
    fn a_contact_becomes_overdue() {
        check(FollowUp::New, None, 6, None);
        check(FollowUp::New, None, 7, Some(Overdue::New { days: 7 }));
        check(FollowUp::HandedOver, None, 15, Some(Overdue::Unanswered { days: 15 }));
        check(FollowUp::HandedOver, Some("2026-06-02"), 15, None);
        check(FollowUp::Appointment, Some("2026-06-01"), 1, Some(Overdue::Date));
        check(FollowUp::Withdrawn, Some("2026-06-01"), 30, None);
        check(FollowUp::Started, None, 90, None);
    }
}
