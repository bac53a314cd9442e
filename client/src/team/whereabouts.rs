//! Where this phone's records are, from the repo, for the pages.

use shared::{
    document::DocumentId,
    repo::{Custody, Elsewhere},
};

use super::state::custody_sums::Whereabouts;
use crate::{components::Place, driver::Repo};

/// Where a record of this phone is.
pub fn whereabouts(repo: &Repo, document: DocumentId) -> Whereabouts {
    repo.custody(document).map_or(Whereabouts::Saving, Whereabouts::of)
}

impl Whereabouts {
    /// As the replica knows it.
    pub fn of(custody: Custody) -> Self {
        match custody {
            Custody::Saving => Self::Saving,
            Custody::NotSaved => Self::NotSaved,
            Custody::Refused { .. } => Self::Refused,
            Custody::OnThisPhone => Self::Phone,
            Custody::EditOnThisPhone { earlier: Elsewhere::OnTheServer } => Self::ServerEdited,
            Custody::EditOnThisPhone { earlier: Elsewhere::WithTheOrganisers } => Self::OrganisersEdited,
            Custody::OnTheServer => Self::Server,
            Custody::WithTheOrganisers => Self::Organisers,
        }
    }

    /// Which of the three places is shown; none for what is not stored anywhere.
    pub fn place(self) -> Option<Place> {
        match self {
            Self::NotSaved | Self::Saving => None,
            Self::Refused | Self::Phone => Some(Place::Phone),
            Self::ServerEdited | Self::Server => Some(Place::Server),
            Self::OrganisersEdited | Self::Organisers => Some(Place::Team),
        }
    }

    /// The value of `data-custody`.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotSaved => "not-saved",
            Self::Saving => "saving",
            Self::Refused => "refused",
            Self::Phone => "phone",
            Self::ServerEdited => "server-edited",
            Self::OrganisersEdited => "organisers-edited",
            Self::Server => "server",
            Self::Organisers => "organisers",
        }
    }
}
