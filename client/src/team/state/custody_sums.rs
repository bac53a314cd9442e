//! Where everything is, in sum: on this phone, on the server, with the organisers.

/// Where one record is safe; the order is that of its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whereabouts {
    /// The phone's storage did not take it; it is only in memory.
    NotSaved,
    /// Not yet on the disk.
    Saving,
    /// The server refuses it; it stays on this phone.
    Refused,
    /// Stored, but only here.
    Phone,
    /// Stored on the server, but for a later edit, which is only here.
    ServerEdited,
    /// Opened by an organiser, but for a later edit, which is only here.
    OrganisersEdited,
    /// Stored on the server.
    Server,
    /// Opened by an organiser.
    Organisers,
}

/// How many records are where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CustodySums {
    /// Only in memory, since the storage failed.
    pub not_saved: usize,
    /// Stored, but only here; those that are refused among them.
    pub phone: usize,
    /// Refused by the server, out of `phone`.
    pub refused: usize,
    /// On the server.
    pub server: usize,
    /// With the organisers.
    pub organisers: usize,
    /// Elsewhere, but for a later edit, which is only here; out of `server` and `organisers`.
    pub edited: usize,
}

impl CustodySums {
    /// All of them.
    pub fn total(&self) -> usize {
        self.not_saved + self.phone + self.server + self.organisers
    }
}

impl FromIterator<Whereabouts> for CustodySums {
    fn from_iter<I: IntoIterator<Item = Whereabouts>>(records: I) -> Self {
        let mut sums = Self::default();
        for whereabouts in records {
            match whereabouts {
                Whereabouts::Saving | Whereabouts::Phone => sums.phone += 1,
                Whereabouts::NotSaved => sums.not_saved += 1,
                Whereabouts::Refused => {
                    sums.phone += 1;
                    sums.refused += 1;
                }
                Whereabouts::ServerEdited => {
                    sums.server += 1;
                    sums.edited += 1;
                }
                Whereabouts::OrganisersEdited => {
                    sums.organisers += 1;
                    sums.edited += 1;
                }
                Whereabouts::Server => sums.server += 1,
                Whereabouts::Organisers => sums.organisers += 1,
            }
        }
        sums
    }
}

/// Whether "I am done" can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandIn {
    /// Everything is on the server.
    Ready,
    /// So many are only here.
    NotSent(usize),
    /// So many are only here because the server refuses them; an organiser must look.
    Refused(usize),
    /// All that can be read is on the server, but so many rows can not be read; an organiser must know.
    Unreadable(usize),
}

/// What stands in the way of handing in.
pub fn hand_in(contacts: CustodySums, feedback: CustodySums, unreadable: usize) -> HandIn {
    let refused = contacts.refused + feedback.refused;
    let only_here = |sums: CustodySums| sums.not_saved + sums.phone + sums.edited;
    match only_here(contacts) + only_here(feedback) {
        0 if unreadable > 0 => HandIn::Unreadable(unreadable),
        0 => HandIn::Ready,
        here if here == refused => HandIn::Refused(refused),
        here => HandIn::NotSent(here),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_is_counted_once() {
        let sums: CustodySums = [
            Whereabouts::NotSaved,
            Whereabouts::Saving,
            Whereabouts::Refused,
            Whereabouts::Phone,
            Whereabouts::ServerEdited,
            Whereabouts::Server,
            Whereabouts::OrganisersEdited,
            Whereabouts::Organisers,
        ]
        .into_iter()
        .collect();
        assert_eq!(
            sums,
            CustodySums { phone: 3, not_saved: 1, refused: 1, server: 2, organisers: 2, edited: 2 }
        );
        assert_eq!(sums.total(), 8);
    }

    #[test]
    fn done_can_be_said_when_nothing_is_only_here() {
        let none = CustodySums::default();
        let sent = CustodySums { server: 3, ..none };
        let edited = CustodySums { organisers: 3, edited: 1, ..none };
        assert_eq!(hand_in(edited, sent, 0), HandIn::NotSent(1), "an edit is not sent either");
        let waiting = CustodySums { phone: 2, refused: 1, ..none };
        let refused = CustodySums { phone: 1, refused: 1, ..none };
        let in_memory = CustodySums { not_saved: 1, ..none };
        assert_eq!(hand_in(sent, none, 0), HandIn::Ready);
        assert_eq!(hand_in(sent, waiting, 1), HandIn::NotSent(2));
        assert_eq!(hand_in(sent, in_memory, 0), HandIn::NotSent(1));
        assert_eq!(hand_in(refused, sent, 0), HandIn::Refused(1));
        assert_eq!(hand_in(sent, none, 1), HandIn::Unreadable(1));
    }
}
