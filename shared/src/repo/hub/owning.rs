//! Whose a document is that comes for the first time.

use automerge::Automerge;

use super::{Claimant, incoming::Incoming};
use crate::{
    document::{DocumentId, kind_of, season_or_market_of},
    sync::{
        RefusalCode,
        claim::Claim,
        derived,
        share_policy::{Facts, Owner, Principal, may_bring_back, may_create, owner_of},
        voucher::{self, VoucherKey},
    },
};

/// What proves whose a document is.
pub(super) struct Keys<'a> {
    /// What is known of the device that the claim names.
    pub(super) claimant: Option<&'a Claimant>,
    /// The server's own.
    pub(super) vouchers: &'a VoucherKey,
}

/// What is known of a document that was not stored until now.
///
/// The server's own word comes first: it also stands where a restored server has lost the device that
/// made the claim. A voucher that another server made, or that this peer may not use, is as none.
pub(super) fn facts_of_new(
    document: DocumentId,
    principal: &Principal,
    incoming: &Incoming,
    keys: &Keys<'_>,
    candidate: &Automerge,
) -> Result<Facts, RefusalCode> {
    let under_its_id = |facts: Facts| {
        if derived::fits(document, &facts, candidate) { Ok(facts) } else { Err(RefusalCode::Denied) }
    };
    let vouched = incoming.voucher.as_ref().and_then(|bytes| voucher::read(keys.vouchers, document, bytes));
    match (vouched, &incoming.claim) {
        (Some(facts), _) if may_bring_back(principal, &facts) => {
            if facts.kind == kind_of(candidate) {
                Ok(facts)
            } else {
                Err(RefusalCode::WrongKind)
            }
        }
        (_, Some(claim)) => {
            facts_by_claim(document, principal, claim, keys.claimant, candidate).and_then(under_its_id)
        }
        (_, None) => facts_by_session(principal, candidate).and_then(under_its_id),
    }
}

/// A document that a device signed belongs to that device, whoever brings it.
///
/// A device that brings its own has proved by its session what the signature would prove; checking it all
/// the same would be the greater part of what a contact costs.
fn facts_by_claim(
    document: DocumentId,
    principal: &Principal,
    claim: &Claim,
    claimant: Option<&Claimant>,
    candidate: &Automerge,
) -> Result<Facts, RefusalCode> {
    let maker = Principal::Device { device: claim.device, market: claim.market.clone() };
    if *principal != maker && !claimant.is_some_and(|claimant| claimant.has_made(document, claim)) {
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
fn facts_by_session(principal: &Principal, candidate: &Automerge) -> Result<Facts, RefusalCode> {
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

impl Claimant {
    /// Whether the device made this claim, and for the market that it was enrolled for: what belongs to
    /// another would never be due, nor come to the organisers of any.
    pub(super) fn has_made(&self, document: DocumentId, claim: &Claim) -> bool {
        self.market == claim.market.as_str() && claim.holds(document, &self.public_key)
    }
}
