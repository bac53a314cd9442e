//! Peers that may not know of a document.
//!
//! What they are told is what they would be told of an id that no one has, until they bring changes: from
//! then on the truth, or they would believe to be safe what is not. A colleague who brings a document with its
//! maker's claim has proved to know it.

use std::sync::Arc;

use automerge::{Automerge, sync::SyncDoc as _};

use super::{
    document::{Active, Phase, unknown_claimant},
    held::moves_on,
    incoming::Incoming,
    quota::Left,
    step::Step,
};
use crate::{
    document::DocumentId,
    sync::{
        RefusalCode,
        share_policy::{Access, Facts, Principal, access, may_make_anything},
        vetting::{self, Limits, Outline, Vetted, VettingJob},
    },
};

impl Active {
    /// What is known of it.
    pub(super) fn facts(&self) -> Option<&Facts> {
        match &self.phase {
            Phase::Held(held) => held.facts.as_ref(),
            Phase::Erased(facts) => facts.as_ref(),
            Phase::Damaged(facts) | Phase::Outside(facts, _) => Some(facts),
            Phase::Opening(opening) => Some(&opening.facts),
            Phase::Loading => None,
        }
    }

    /// Whether a peer may not know of it. Who might make one that no one has may know that no one has it; of
    /// what was erased before this database knew it, no one may.
    pub(super) fn is_hidden_from(&self, principal: &Principal) -> bool {
        match (self.facts(), &self.phase) {
            (Some(facts), _) => access(principal, facts) == Access::None,
            (None, Phase::Erased(_)) => true,
            (None, _) => !may_make_anything(principal),
        }
    }

    /// Handles a message of a peer that may not know of it.
    pub(super) fn receive_from_stranger(
        &mut self,
        document: DocumentId,
        incoming: Incoming,
        outline: &Outline,
        limits: &Limits,
        left: Left,
    ) -> Step {
        match (&self.phase, outline) {
            // Of a document that no one has nothing would be made either.
            (_, Outline { has_heads: false, .. }) => Step::Unavailable,
            // Whoever brings it back holds it, and is to remove it.
            (Phase::Erased(_), Outline { has_changes: true, .. }) => {
                Step::Refuse { code: RefusalCode::Erased, bytes: None }
            }
            (Phase::Held(held), Outline { has_heads: true, has_changes })
                if incoming.claim.as_ref().is_some_and(|claim| held.is_owned_by(claim.device)) =>
            {
                self.receive_relayed(document, incoming, *has_changes, limits, left)
            }
            _ if !left.allows(true) => Step::OverQuota,
            (_, Outline { has_changes: true, .. }) => Step::Refuse { code: RefusalCode::Denied, bytes: None },
            (_, Outline { has_changes: false, .. }) => self.ask_as_if_unknown(incoming, limits, left),
        }
    }

    /// A colleague brings a document of a device which is here already, with the device's own claim: if
    /// it brings nothing new, it is told that this is durable. Else a colleague who missed the first
    /// answer would take the document for refused.
    fn receive_relayed(
        &mut self,
        document: DocumentId,
        incoming: Incoming,
        has_changes: bool,
        limits: &Limits,
        left: Left,
    ) -> Step {
        if let Some(device) = unknown_claimant(self.claimant.as_ref(), &incoming) {
            return self.load_claimant(device, incoming);
        }
        let claimant = self.claimant.as_ref().and_then(|(_, claimant)| claimant.as_ref());
        let holds = claimant
            .zip(incoming.claim.as_ref())
            .is_some_and(|(claimant, claim)| claimant.has_made(document, claim));
        let Phase::Held(held) = &self.phase else { return Step::Unavailable };
        // What it brings is left unread: a message that names only what is here brings nothing else.
        match vetting::decode(&incoming.data) {
            Ok(message) if holds && held.has(&message.heads) => Step::Confirm(message.heads),
            Ok(_) | Err(_) if has_changes => Step::Refuse { code: RefusalCode::Denied, bytes: None },
            Ok(_) | Err(_) => self.ask_as_if_unknown(incoming, limits, left),
        }
    }

    /// Answers heads without changes as if there were nothing here.
    fn ask_as_if_unknown(&mut self, incoming: Incoming, limits: &Limits, left: Left) -> Step {
        if !left.allows(true) {
            return Step::OverQuota;
        }
        let Incoming { connection, data, .. } = incoming;
        let nothing = Arc::new(Automerge::new());
        let state = self.strangers.get(&connection).cloned().unwrap_or_default();
        let job = VettingJob::Message {
            document: Arc::clone(&nothing),
            state: Box::new(state),
            data: Arc::clone(&data),
            limits: *limits,
        };
        match job.run() {
            Ok(Vetted::Nothing { state } | Vetted::Incomplete { state } | Vetted::Changes { state, .. }) => {
                let asks = moves_on(&nothing, &mut self.strangers, connection, state);
                let state = self.strangers.entry(connection).or_default();
                let question = if asks { nothing.generate_sync_message(state) } else { None };
                question.map_or(Step::Rest, Step::AskAsIfUnknown)
            }
            Ok(Vetted::Opened { .. }) => Step::Rest,
            Err(code) => Step::Refuse { code, bytes: Some(data) },
        }
    }
}
