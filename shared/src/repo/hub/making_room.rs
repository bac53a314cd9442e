//! A document that sits on the id of another one makes room for it, once that comes.
//!
//! Before its changes are here, nothing tells one from the other. So whoever might bring it is asked for all of it as
//! if there were nothing here, and what it brings is vetted alone.

use std::sync::Arc;

use automerge::{
    Automerge, ReadDoc as _,
    sync::{Message as SyncMessage, State},
};

use super::{
    document::{Active, Phase, Step, Vetting, unknown_claimant},
    held::{Candidate, Held},
    incoming::{Incoming, Load},
    owning::{Keys, facts_of_new},
};
use crate::{
    document::{DocumentId, Kind},
    sync::{
        RefusalCode, derived,
        share_policy::{Facts, Principal},
        vetting::{self, Limits, Outline, Vetted, VettingJob},
        voucher::VoucherKey,
    },
};

impl Active {
    /// Whether a message may bring the document to which the id belongs, in place of another.
    pub(super) fn may_be_replaced(
        &self,
        document: DocumentId,
        principal: &Principal,
        incoming: &Incoming,
        outline: &Outline,
    ) -> bool {
        let held = match &self.phase {
            Phase::Held(held) if held.is_stored() => Some(held),
            Phase::Erased(_) => None,
            Phase::Held(_) | Phase::Damaged(_) | Phase::Loading => return false,
        };
        if !outline.has_heads || !derived::makes_room(self.facts()) {
            return false;
        }
        let was_asked = self.strangers.contains_key(&incoming.connection);
        let may_be_another = |held: &Held| {
            was_asked
                || (!outline.has_changes
                    && !held.sessions.contains_key(&incoming.connection)
                    && vetting::decode(&incoming.data)
                        .is_ok_and(|message| is_another(&held.document, &message)))
        };
        derived::is_tally_of(document, principal, incoming.claim.as_ref())
            || (matches!(principal, Principal::Organiser { .. })
                && held.is_some_and(|held| may_be_another(held)))
    }

    /// Handles a message that may bring it.
    pub(super) fn receive_alone(
        &mut self,
        principal: &Principal,
        incoming: Incoming,
        outline: &Outline,
        limits: &Limits,
    ) -> Step {
        if !outline.has_changes {
            return self.ask_as_if_unknown(incoming, limits);
        }
        if let Some(device) = unknown_claimant(self.claimant.as_ref(), &incoming) {
            return self.load_claimant(device, incoming);
        }
        let job = Box::new(VettingJob {
            document: Arc::new(Automerge::new()),
            state: self.strangers.get(&incoming.connection).cloned().unwrap_or_default(),
            data: Arc::clone(&incoming.data),
            limits: *limits,
        });
        self.vetting = Some(Vetting { number: 0, incoming, principal: principal.clone(), alone: true });
        Step::Vet(job)
    }

    /// What follows from the vetting of a message that was vetted alone.
    pub(super) fn vetted_alone(
        &mut self,
        document: DocumentId,
        principal: &Principal,
        incoming: Incoming,
        outcome: Result<Vetted, RefusalCode>,
        vouchers: &VoucherKey,
        limits: &Limits,
    ) -> Step {
        let connection = incoming.connection;
        self.strangers.remove(&connection);
        if let Ok(Vetted::Changes { candidate, saved, weight, state }) = outcome {
            let claimant = self.claimant.as_ref().and_then(|(_, claimant)| claimant.as_ref());
            let keys = Keys { claimant, vouchers };
            let facts = facts_of_new(document, principal, &incoming, &keys, &candidate);
            if let Some(facts) = facts.ok().filter(|facts| facts.kind.is_some_and(Kind::has_derived_id)) {
                return self.replace(
                    connection,
                    Candidate { document: candidate, saved, weight, state },
                    facts,
                );
            }
        }
        match &mut self.phase {
            Phase::Erased(_) => Step::Refuse { code: RefusalCode::Erased, bytes: None },
            Phase::Held(held) if held.may_read(principal) => {
                // It is what it seemed to be: a message about the document that is here.
                let job = Box::new(VettingJob {
                    document: Arc::clone(&held.document),
                    state: held.sessions.entry(connection).or_default().clone(),
                    data: Arc::clone(&incoming.data),
                    limits: *limits,
                });
                self.vetting =
                    Some(Vetting { number: 0, incoming, principal: principal.clone(), alone: false });
                Step::Vet(job)
            }
            Phase::Held(_) | Phase::Damaged(_) | Phase::Loading => {
                Step::Refuse { code: RefusalCode::Denied, bytes: None }
            }
        }
    }

    fn replace(&mut self, connection: u64, candidate: Candidate, facts: Facts) -> Step {
        if let Phase::Erased(_) = &self.phase {
            let weight = Load::new(0, [&self.memory]);
            self.phase = Phase::Held(Box::new(Held::new(Automerge::new(), None, 0, weight)));
        }
        let Phase::Held(held) = &mut self.phase else {
            return Step::Refuse { code: RefusalCode::Temporary, bytes: None };
        };
        held.sessions.insert(connection, State::new());
        held.replace(connection, candidate, facts)
    }
}

/// Whether a first message speaks of a document that has no change in common with this one.
fn is_another(document: &Automerge, message: &SyncMessage) -> bool {
    let has = |change: &automerge::ChangeHash| {
        message.have.iter().any(|have| have.last_sync.contains(change) || have.bloom.contains_hash(change))
    };
    !message.heads.iter().any(|head| document.get_change_by_hash(head).is_some())
        && !document.get_changes(&[]).iter().any(|change| has(&change.hash()))
}
