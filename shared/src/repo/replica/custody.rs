//! Where a document is: the three honest states, and what can come between them.
//!
//! Two things are told apart: where the document is, and where the latest edit of it is.

use super::held::Held;

/// Where a document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Custody {
    /// Not yet confirmed by this device's storage.
    Saving,
    /// The storage of this device refused it; it is only in memory.
    NotSaved,
    /// On this device and nowhere else, read back from its storage.
    OnThisPhone,
    /// An earlier state of it is elsewhere; the latest edit is on this device and nowhere else.
    EditOnThisPhone {
        /// Where the earlier state is.
        earlier: Elsewhere,
    },
    /// Durable on the server, which said so, with every edit.
    OnTheServer,
    /// An organiser's device has opened it; what was edited since is durable on the server.
    WithTheOrganisers,
    /// The server refused it; it is still here.
    Refused {
        /// See [`crate::sync::RefusalCode`].
        code: String,
    },
}

/// Where a document can be but on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// Durable on the server.
    OnTheServer,
    /// Opened by an organiser's device.
    WithTheOrganisers,
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
    let elsewhere = match (held.acknowledged.is_empty(), held.content.was_opened()) {
        (true, _) => return Custody::OnThisPhone,
        (false, false) => Elsewhere::OnTheServer,
        (false, true) => Elsewhere::WithTheOrganisers,
    };
    match (held.is_acknowledged(), elsewhere) {
        (false, earlier) => Custody::EditOnThisPhone { earlier },
        (true, Elsewhere::OnTheServer) => Custody::OnTheServer,
        (true, Elsewhere::WithTheOrganisers) => Custody::WithTheOrganisers,
    }
}
