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
    /// An organiser's device has opened it, in the state in which it is here.
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
    // A correction that came after the opening is not with anyone yet.
    match (held.is_acknowledged(), was_opened(held)) {
        (false, _) => Custody::OnThisPhone,
        (true, false) => Custody::OnTheServer,
        (true, true) => Custody::WithTheOrganisers,
    }
}

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
