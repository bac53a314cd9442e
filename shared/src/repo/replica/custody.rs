//! Where a document is: the three honest states, and what can come between them.

use super::held::Held;
use crate::document::{Kind, contact, feedback};

/// Where a document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Custody {
    /// Not yet confirmed by this device's storage.
    Saving,
    /// The storage of this device refused it; it is only in memory.
    NotSaved,
    /// On this device, read back from its storage.
    OnThisPhone,
    /// Durable on the server, which said so.
    OnTheServer,
    /// An organiser's device has opened it.
    WithTheOrganisers,
    /// The server refused it; it is still here.
    Refused {
        /// See [`crate::sync::RefusalCode`].
        code: String,
    },
}

pub(super) fn of(held: &Held) -> Custody {
    if held.store_failed {
        return Custody::NotSaved;
    }
    if !held.was_stored {
        return Custody::Saving;
    }
    if let Some(code) = &held.refused {
        return Custody::Refused { code: code.clone() };
    }
    if was_opened(held) {
        return Custody::WithTheOrganisers;
    }
    if held.is_acknowledged() { Custody::OnTheServer } else { Custody::OnThisPhone }
}

/// An organiser's `opened` comes back only through the server, so it implies the state before.
fn was_opened(held: &Held) -> bool {
    match held.kind {
        Kind::Contact => !contact::read(&held.document).0.opened.is_empty(),
        Kind::Feedback => !feedback::read(&held.document).0.opened.is_empty(),
        Kind::Season
        | Kind::Market
        | Kind::Provider
        | Kind::Proposal
        | Kind::Roster
        | Kind::Signup
        | Kind::Member
        | Kind::Case
        | Kind::Tally
        | Kind::Device => false,
    }
}
