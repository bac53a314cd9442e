//! The kinds of document.

use std::{fmt, str::FromStr};

use thiserror::Error;

/// What a document is about; decides who may read and write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A series of markets.
    Season,
    /// A dated event.
    Market,
    /// An organisation with its offers.
    Provider,
    /// A provider's edit of its own entry.
    Proposal,
    /// Shifts and needs of a market.
    Roster,
    /// One person's sign-up for a market.
    Signup,
    /// A person of the team; the only place of their name.
    Member,
    /// A contact request.
    Contact,
    /// A person followed up.
    Case,
    /// An answered questionnaire.
    Feedback,
    /// What a device counts at a market.
    Tally,
    /// An enrolled device.
    Device,
}

/// Text that names no kind.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{0:?} is no kind of document")]
pub struct UnknownKind(pub String);

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Season,
        Self::Market,
        Self::Provider,
        Self::Proposal,
        Self::Roster,
        Self::Signup,
        Self::Member,
        Self::Contact,
        Self::Case,
        Self::Feedback,
        Self::Tally,
        Self::Device,
    ];

    /// As it stands in a document's `kind`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Season => "season",
            Self::Market => "market",
            Self::Provider => "provider",
            Self::Proposal => "proposal",
            Self::Roster => "roster",
            Self::Signup => "signup",
            Self::Member => "member",
            Self::Contact => "contact",
            Self::Case => "case",
            Self::Feedback => "feedback",
            Self::Tally => "tally",
            Self::Device => "device",
        }
    }

    /// Whether one of it can be erased for good.
    ///
    /// The others either have an id that is derived, which a tombstone would block for ever, or
    /// belong to an account, which is ended instead.
    pub const fn is_erasable(self) -> bool {
        match self {
            Self::Proposal | Self::Signup | Self::Contact | Self::Case | Self::Feedback => true,
            Self::Season
            | Self::Market
            | Self::Provider
            | Self::Roster
            | Self::Member
            | Self::Tally
            | Self::Device => false,
        }
    }

    /// Whether its ids follow from what it is about; see [`crate::sync::derived`].
    pub const fn has_derived_id(self) -> bool {
        match self {
            Self::Season | Self::Market | Self::Provider | Self::Roster | Self::Tally => true,
            Self::Proposal
            | Self::Signup
            | Self::Member
            | Self::Contact
            | Self::Case
            | Self::Feedback
            | Self::Device => false,
        }
    }

    /// Whether a change to it can change the published catalog.
    pub const fn is_published(self) -> bool {
        matches!(self, Self::Season | Self::Market | Self::Provider)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(name: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name() == name)
            .ok_or_else(|| UnknownKind(name.chars().take(32).collect()))
    }
}
