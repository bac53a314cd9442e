//! Who may read and write what.
//!
//! Decided from facts that the server keeps, never from what a document says of itself. Whatever is
//! not listed is denied, and a denied document looks exactly like an unknown one.

use std::{fmt, str::FromStr};

use thiserror::Error;

use crate::document::{DocumentId, Kind, MarketKey};

/// Who is at the other end, as the session says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Principal {
    /// Plans, follows up, evaluates.
    Organiser {
        /// Their member document.
        member: DocumentId,
    },
    /// Staff of the job centre.
    Staff {
        /// Their member document.
        member: DocumentId,
    },
    /// A volunteer's phone.
    Device {
        /// Its device document.
        device: DocumentId,
        /// The market it was enrolled for.
        market: MarketKey,
    },
}

impl Principal {
    /// The document that stands for it.
    pub fn document(&self) -> DocumentId {
        match self {
            Self::Organiser { member } | Self::Staff { member } => *member,
            Self::Device { device, .. } => *device,
        }
    }
}

/// What the server knows of a document, kept outside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Its kind; unknown while a document has said nothing yet.
    pub kind: Option<Kind>,
    /// Its market (`<season>/<date>`) or season, if it belongs to one.
    pub market: Option<String>,
    /// Who made it.
    pub owner: Owner,
}

/// Who made a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// The organisers together.
    Organisers,
    /// A device.
    Device(DocumentId),
    /// A person of the team.
    Member(DocumentId),
}

/// Text that names no owner.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("this text names no owner")]
pub struct UnknownOwner;

/// **Shape**: `organisers`, `device <id>` or `member <id>`.
impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Organisers => f.write_str("organisers"),
            Self::Device(device) => write!(f, "device {device}"),
            Self::Member(member) => write!(f, "member {member}"),
        }
    }
}

impl FromStr for Owner {
    type Err = UnknownOwner;

    fn from_str(text: &str) -> Result<Self, UnknownOwner> {
        let owner = match text.split_once(' ') {
            None => (text == "organisers").then_some(Self::Organisers),
            Some(("device", id)) => id.parse().ok().map(Self::Device),
            Some(("member", id)) => id.parse().ok().map(Self::Member),
            Some(_) => None,
        };
        owner.ok_or(UnknownOwner)
    }
}

/// What a principal may do with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Access {
    /// Nothing; not even know of it.
    None,
    /// Read.
    Read,
    /// Read and write.
    Write,
}

/// What `principal` may do with a document of these facts.
pub fn access(principal: &Principal, facts: &Facts) -> Access {
    let owns = owner_of(principal) == facts.owner;
    let Some(kind) = facts.kind else {
        return if owns { Access::Write } else { Access::None };
    };
    match principal {
        Principal::Organiser { .. } => match kind {
            Kind::Tally => Access::Read,
            Kind::Season
            | Kind::Market
            | Kind::Provider
            | Kind::Proposal
            | Kind::Roster
            | Kind::Signup
            | Kind::Member
            | Kind::Contact
            | Kind::Case
            | Kind::Feedback
            | Kind::Device => Access::Write,
        },
        Principal::Staff { .. } => match kind {
            Kind::Season | Kind::Market | Kind::Provider | Kind::Roster => Access::Read,
            Kind::Signup | Kind::Member => {
                if owns {
                    Access::Write
                } else {
                    Access::Read
                }
            }
            Kind::Proposal | Kind::Contact | Kind::Case | Kind::Feedback | Kind::Tally | Kind::Device => {
                Access::None
            }
        },
        Principal::Device { market, .. } => {
            let same_market = facts.market.as_deref() == Some(market.as_str());
            match kind {
                Kind::Market | Kind::Roster if same_market => Access::Read,
                Kind::Contact | Kind::Feedback | Kind::Tally | Kind::Device if owns => Access::Write,
                Kind::Signup if owns && same_market => Access::Write,
                Kind::Signup if same_market => Access::Read,
                Kind::Member => Access::Read,
                Kind::Season
                | Kind::Market
                | Kind::Provider
                | Kind::Proposal
                | Kind::Roster
                | Kind::Signup
                | Kind::Contact
                | Kind::Case
                | Kind::Feedback
                | Kind::Tally
                | Kind::Device => Access::None,
            }
        }
    }
}

/// Whether `principal` may make a document of `kind`.
pub fn may_create(principal: &Principal, kind: Kind) -> bool {
    match principal {
        Principal::Organiser { .. } => matches!(
            kind,
            Kind::Season
                | Kind::Market
                | Kind::Provider
                | Kind::Roster
                | Kind::Signup
                | Kind::Member
                | Kind::Contact
                | Kind::Case
                | Kind::Feedback
        ),
        Principal::Staff { .. } => matches!(kind, Kind::Signup),
        Principal::Device { .. } => {
            matches!(kind, Kind::Contact | Kind::Feedback | Kind::Tally | Kind::Device | Kind::Signup)
        }
    }
}

/// Whether there is any kind of document that `principal` may make.
pub fn may_make_anything(principal: &Principal) -> bool {
    Kind::ALL.into_iter().any(|kind| may_create(principal, kind))
}

/// Whether `principal` may bring back a document that the server vouched to be of these facts, after
/// the server has lost it. Readers may not: what they bring nobody could compare.
pub fn may_bring_back(principal: &Principal, facts: &Facts) -> bool {
    matches!(principal, Principal::Organiser { .. }) || access(principal, facts) == Access::Write
}

/// Whether `principal` may erase a document of these facts, for everyone and for good.
pub fn may_erase(principal: &Principal, facts: &Facts) -> bool {
    matches!(principal, Principal::Organiser { .. })
        && facts.kind.is_none_or(Kind::is_erasable)
        && access(principal, facts) == Access::Write
}

/// The owner of what `principal` makes.
pub fn owner_of(principal: &Principal) -> Owner {
    match principal {
        Principal::Organiser { .. } => Owner::Organisers,
        Principal::Staff { member } => Owner::Member(*member),
        Principal::Device { device, .. } => Owner::Device(*device),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::sync) const MARKET: &str = "pankow-2026/2026-05-23";

    pub(in crate::sync) fn id(byte: u8) -> DocumentId {
        DocumentId::from_bytes([byte; 16])
    }

    /// An organiser, one of the staff, a device.
    pub(in crate::sync) fn principals() -> [Principal; 3] {
        [
            Principal::Organiser { member: id(1) },
            Principal::Staff { member: id(2) },
            Principal::Device { device: id(3), market: MARKET.parse().expect("valid") },
        ]
    }

    /// One letter for each of organiser, staff and device: `w`rite, `r`ead or `-`.
    fn row(kind: Option<Kind>, market: &str, owner: Owner) -> String {
        let facts = Facts { kind, market: Some(market.to_owned()), owner };
        principals()
            .iter()
            .map(|principal| match access(principal, &facts) {
                Access::None => '-',
                Access::Read => 'r',
                Access::Write => 'w',
            })
            .collect()
    }

    #[test]
    fn the_matrix() {
        let elsewhere = "pankow-2026/2026-06-20";
        let (device, other_device) = (Owner::Device(id(3)), Owner::Device(id(4)));
        for (kind, own, others, other_market) in [
            // owned by the device | by another device | by the organisers, at another market
            (Kind::Season, "wr-", "wr-", "wr-"),
            (Kind::Market, "wrr", "wrr", "wr-"),
            (Kind::Provider, "wr-", "wr-", "wr-"),
            (Kind::Proposal, "w--", "w--", "w--"),
            (Kind::Roster, "wrr", "wrr", "wr-"),
            (Kind::Signup, "wrw", "wrr", "wr-"),
            (Kind::Member, "wrr", "wrr", "wrr"),
            (Kind::Contact, "w-w", "w--", "w--"),
            (Kind::Case, "w--", "w--", "w--"),
            (Kind::Feedback, "w-w", "w--", "w--"),
            (Kind::Tally, "r-w", "r--", "r--"),
            (Kind::Device, "w-w", "w--", "w--"),
        ] {
            assert_eq!(row(Some(kind), MARKET, device), own, "{kind}, own");
            assert_eq!(row(Some(kind), MARKET, other_device), others, "{kind}, of another device");
            assert_eq!(row(Some(kind), elsewhere, Owner::Organisers), other_market, "{kind}, elsewhere");
        }
        assert_eq!(row(None, MARKET, device), "--w", "without a kind, for its owner only");
    }

    #[test]
    fn who_may_make_what() {
        let row = |kind| principals().map(|principal| may_create(&principal, kind));
        for (kind, expected) in [
            (Kind::Season, [true, false, false]),
            (Kind::Market, [true, false, false]),
            (Kind::Provider, [true, false, false]),
            (Kind::Proposal, [false, false, false]),
            (Kind::Roster, [true, false, false]),
            (Kind::Signup, [true, true, true]),
            (Kind::Member, [true, false, false]),
            (Kind::Contact, [true, false, true]),
            (Kind::Case, [true, false, false]),
            (Kind::Feedback, [true, false, true]),
            (Kind::Tally, [false, false, true]),
            (Kind::Device, [false, false, true]),
        ] {
            assert_eq!(row(kind), expected, "{kind}");
        }
    }

    #[test]
    fn who_may_bring_back_what_the_server_has_lost() {
        for kind in Kind::ALL {
            let facts = |owner| Facts { kind: Some(kind), market: Some(MARKET.to_owned()), owner };
            let row = |owner| principals().map(|principal| may_bring_back(&principal, &facts(owner)));
            let device =
                matches!(kind, Kind::Contact | Kind::Feedback | Kind::Tally | Kind::Device | Kind::Signup);
            let staff = matches!(kind, Kind::Signup | Kind::Member);
            assert_eq!(row(Owner::Device(id(3))), [true, false, device], "{kind}, own");
            assert_eq!(row(Owner::Member(id(2))), [true, staff, false], "{kind}, of staff");
            assert_eq!(row(Owner::Device(id(4))), [true, false, false], "{kind}, of another device");
            assert_eq!(row(Owner::Organisers), [true, false, false], "{kind}, of the organisers");
        }
    }

    #[test]
    fn who_may_erase_what() {
        let facts = |kind| Facts { kind, market: Some(MARKET.to_owned()), owner: Owner::Device(id(3)) };
        let row = |kind| principals().map(|principal| may_erase(&principal, &facts(kind)));
        for kind in Kind::ALL {
            let organiser = match kind {
                Kind::Proposal | Kind::Signup | Kind::Contact | Kind::Case | Kind::Feedback => true,
                Kind::Season
                | Kind::Market
                | Kind::Provider
                | Kind::Roster
                | Kind::Member
                | Kind::Tally
                | Kind::Device => false,
            };
            assert_eq!(row(Some(kind)), [organiser, false, false], "{kind}");
        }
        assert_eq!(row(None), [false; 3]);
        let own = Facts { owner: Owner::Organisers, ..facts(None) };
        assert_eq!(principals().map(|principal| may_erase(&principal, &own)), [true, false, false]);
    }
}
