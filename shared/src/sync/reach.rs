//! What someone might see at all, so that a storage with a million documents need not show them all.
//!
//! A sieve, and nothing more: it is made by asking the share policy, lets through whatever that might allow,
//! and what it lets through is still decided document by document.

use super::share_policy::{Access, Facts, Owner, Principal, access, owner_of};
use crate::document::{DocumentId, Kind};

/// Documents that someone might see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Any.
    Everything,
    /// Those of one owner, and of some kinds whoever owns them.
    Some {
        /// The owner.
        own: Owner,
        /// The kinds.
        kinds: Vec<Kind>,
    },
}

/// What `principal` might see.
pub fn reach(principal: &Principal) -> Reach {
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| may_see_of_others(principal, *kind)).collect();
    if kinds.len() == Kind::ALL.len() {
        return Reach::Everything;
    }
    Reach::Some { own: owner_of(principal), kinds }
}

/// Whether there is a market at which `principal` may see what a stranger owns.
fn may_see_of_others(principal: &Principal, kind: Kind) -> bool {
    let [one, other] = [0, 1].map(|byte| Owner::Device(DocumentId::from_bytes([byte; 16])));
    let stranger = if owner_of(principal) == one { other } else { one };
    let own_market = match principal {
        Principal::Device { market, .. } => Some(market.to_string()),
        Principal::Organiser { .. } | Principal::Staff { .. } => None,
    };
    [own_market, Some("another/2000-01-01".to_owned()), None]
        .into_iter()
        .any(|market| access(principal, &Facts { kind: Some(kind), market, owner: stranger }) != Access::None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sync::share_policy::tests::{MARKET, id, principals};

    impl Reach {
        fn holds(&self, facts: &Facts) -> bool {
            match self {
                Self::Everything => true,
                Self::Some { own, kinds } => {
                    *own == facts.owner || facts.kind.is_some_and(|kind| kinds.contains(&kind))
                }
            }
        }
    }

    #[test]
    fn whatever_the_share_policy_allows_is_within_reach() {
        let owners = [Owner::Organisers, Owner::Member(id(2)), Owner::Device(id(3)), Owner::Device(id(9))];
        let kinds = Kind::ALL.into_iter().map(Some).chain([None]);
        for (principal, kind) in
            principals().iter().flat_map(|one| kinds.clone().map(move |kind| (one, kind)))
        {
            for (owner, market) in owners.iter().flat_map(|owner| {
                [Some(MARKET), Some("pankow-2026/2026-06-20"), None].map(|market| (*owner, market))
            }) {
                let facts = Facts { kind, market: market.map(str::to_owned), owner };
                if access(principal, &facts) != Access::None {
                    assert!(reach(principal).holds(&facts), "{principal:?} {facts:?}");
                }
            }
        }
    }

    #[test]
    fn a_phone_does_not_reach_the_contacts_of_others() {
        let [organiser, staff, device] = principals();
        assert_eq!(reach(&organiser), Reach::Everything);
        for (principal, owner) in [(staff, Owner::Member(id(2))), (device, Owner::Device(id(3)))] {
            let Reach::Some { own, kinds } = reach(&principal) else { panic!("not everything") };
            assert_eq!(own, owner);
            for kind in [Kind::Contact, Kind::Case, Kind::Feedback, Kind::Tally, Kind::Device] {
                assert!(!kinds.contains(&kind), "{principal:?} {kind}");
            }
        }
    }
}
