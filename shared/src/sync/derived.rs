//! Ids that follow from what a document is about.
//!
//! Anyone can reckon them, so a document of such a kind is let in under its own id only. One of another kind cannot
//! be told by its id from any other; what keeps it from the ids of others is in
//! `docs/decisions/0011-ids-that-anyone-can-reckon.md`.

use automerge::Automerge;

use super::share_policy::{Facts, Owner};
use crate::document::{DocumentId, Kind, MarketKey, tree};

/// Whether a document of these facts and this content may have this id.
pub fn fits(document: DocumentId, facts: &Facts, content: &Automerge) -> bool {
    let text = |key| tree::root_text(content, key);
    let market = || text("market")?.parse::<MarketKey>().ok();
    let id = match facts.kind {
        Some(Kind::Season) => text("season").map(|season| DocumentId::season(&season)),
        Some(Kind::Market) => market().map(|market| DocumentId::market(&market)),
        Some(Kind::Roster) => market().map(|market| DocumentId::roster(&market)),
        Some(Kind::Provider) => {
            text("season").zip(text("key")).map(|(season, key)| DocumentId::provider(&season, &key))
        }
        Some(Kind::Tally) => match (facts.owner, facts.market.as_deref().map(str::parse)) {
            (Owner::Device(device), Some(Ok(market))) => Some(DocumentId::tally(device, &market)),
            (_, _) => None,
        },
        // It stands for the device itself, which enrolment has made.
        Some(Kind::Device) => match facts.owner {
            Owner::Device(device) => Some(device),
            Owner::Organisers | Owner::Member(_) => None,
        },
        Some(Kind::Proposal | Kind::Signup | Kind::Member | Kind::Contact | Kind::Case | Kind::Feedback)
        | None => return true,
    };
    id == Some(document)
}

#[cfg(test)]
mod tests {
    use automerge::{AutomergeError, ROOT, transaction::Transactable as _};

    use super::*;
    use crate::{
        document::blank,
        sync::share_policy::tests::{MARKET, id},
    };

    fn facts(kind: Kind, owner: Owner) -> Facts {
        Facts { kind: Some(kind), market: Some(MARKET.to_owned()), owner }
    }

    #[test]
    fn what_has_a_derived_id_has_no_other() {
        let market: MarketKey = MARKET.parse().expect("valid");
        let device = Owner::Device(id(3));
        for (kind, owner, own) in [
            (Kind::Season, Owner::Organisers, DocumentId::season(market.season())),
            (Kind::Market, Owner::Organisers, DocumentId::market(&market)),
            (Kind::Roster, Owner::Organisers, DocumentId::roster(&market)),
            (Kind::Provider, Owner::Organisers, DocumentId::provider(market.season(), "werkstatt")),
            (Kind::Tally, device, DocumentId::tally(id(3), &market)),
            (Kind::Device, device, id(3)),
        ] {
            let mut content = blank(kind);
            content
                .transact::<_, _, AutomergeError>(|tx| {
                    tx.put(ROOT, "season", market.season())?;
                    tx.put(ROOT, "market", market.as_str())?;
                    tx.put(ROOT, "key", "werkstatt")
                })
                .expect("fills");
            assert!(fits(own, &facts(kind, owner), &content), "{kind}");
            assert!(!fits(id(9), &facts(kind, owner), &content), "{kind}");
            if kind.has_derived_id() && kind != Kind::Tally {
                assert!(!fits(own, &facts(kind, owner), &blank(kind)), "{kind} that does not say of what");
            }
        }
        assert!(!fits(DocumentId::tally(id(4), &market), &facts(Kind::Tally, device), &blank(Kind::Tally)));
        for kind in [Kind::Proposal, Kind::Signup, Kind::Member, Kind::Contact, Kind::Case, Kind::Feedback] {
            assert!(fits(id(9), &facts(kind, device), &blank(kind)), "{kind}");
        }
    }
}
