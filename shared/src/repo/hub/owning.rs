//! Whose a document is that comes for the first time.

use automerge::Automerge;

use crate::{
    document::{DocumentId, kind_of, season_or_market_of},
    sync::{
        RefusalCode,
        claim::Claim,
        share_policy::{Facts, Owner, Principal, may_create, owner_of},
    },
};

/// A document that a device signed belongs to that device, whoever brings it.
///
/// A device that brings its own has proved by its session what the signature would prove; checking it all
/// the same would be the greater part of what a contact costs.
pub(super) fn facts_by_claim(
    document: DocumentId,
    principal: &Principal,
    claim: &Claim,
    key: Option<&[u8]>,
    candidate: &Automerge,
) -> Result<Facts, RefusalCode> {
    let maker = Principal::Device { device: claim.device, market: claim.market.clone() };
    if *principal != maker && !key.is_some_and(|key| claim.holds(document, key)) {
        return Err(RefusalCode::BadClaim);
    }
    if kind_of(candidate) != Some(claim.kind) {
        return Err(RefusalCode::WrongKind);
    }
    if !may_create(&maker, claim.kind) {
        return Err(RefusalCode::Denied);
    }
    Ok(Facts {
        kind: Some(claim.kind),
        market: Some(claim.market.to_string()),
        owner: Owner::Device(claim.device),
    })
}

/// A program without claims owns by its session.
pub(super) fn facts_by_session(principal: &Principal, candidate: &Automerge) -> Result<Facts, RefusalCode> {
    let kind = kind_of(candidate);
    if kind.is_some_and(|kind| !may_create(principal, kind)) {
        return Err(RefusalCode::Denied);
    }
    let market = match principal {
        Principal::Device { market, .. } => Some(market.to_string()),
        Principal::Organiser { .. } | Principal::Staff { .. } => season_or_market_of(candidate),
    };
    Ok(Facts { kind, market, owner: owner_of(principal) })
}
