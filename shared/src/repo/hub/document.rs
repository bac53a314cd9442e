//! A document that someone talks about.

use std::{collections::BTreeMap, sync::Arc};

use automerge::sync::State;

use super::{
    ChunkRole, Claimant,
    held::Held,
    incoming::{Ephemeral, Incoming, Load, Scale},
    loading::{Opening, Turn},
    owning::Keys,
    peer::{Peer, PutOff},
    quota::{Cost, Left},
    step::{Done, Failed, Step},
    waiting::Waiting,
};
use crate::{
    document::{DocumentId, heads},
    sync::{
        RefusalCode,
        share_policy::{Facts, Principal},
        vetting::{Limits, Outline, Vetted, VettingJob},
        voucher::VoucherKey,
    },
};

/// More short-lived messages than this do not wait for one document.
const MAX_EPHEMERALS: usize = 16;

#[derive(Debug)]
pub(super) struct Active {
    pub(super) phase: Phase,
    pub(super) touched_ms: i64,
    pub(super) waiting: Waiting,
    /// What is passed on once the document is loaded.
    ephemerals: Vec<Ephemeral>,
    /// The device that was asked for, and what is known of it.
    pub(super) claimant: Option<(DocumentId, Option<Claimant>)>,
    /// Whether a load is under way.
    pub(super) loading: bool,
    /// The turn in which it is loaded or put together, if that takes one.
    pub(super) turn: Option<Turn>,
    /// The message that is being vetted.
    pub(super) vetting: Option<Vetting>,
    /// Sessions of peers that may not know of it.
    pub(super) strangers: BTreeMap<u64, State>,
}

#[derive(Debug)]
pub(super) struct Vetting {
    pub(super) number: u64,
    pub(super) incoming: Incoming,
    /// Who brought it, even if gone meanwhile.
    pub(super) principal: Principal,
    pub(super) has_changes: bool,
}

/// Whether a document is so large that few of them are in use at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    Small,
    Large,
}

#[derive(Debug)]
pub(super) enum Phase {
    /// The storage was asked.
    Loading,
    /// It is so large that it is loaded only for someone who has a turn.
    Outside(Facts, Size),
    /// It is being put together.
    Opening(Box<Opening>),
    /// It was erased; nothing may come back. Has the facts of what was, if they are known.
    Erased(Option<Facts>),
    /// The storage has it, but what it has cannot be loaded.
    Damaged(Facts),
    /// It is in memory; without facts, it is not stored yet.
    Held(Box<Held>),
}

impl Active {
    pub(super) fn loading(claimant: Option<DocumentId>) -> Self {
        Self {
            phase: Phase::Loading,
            touched_ms: 0,
            waiting: Waiting::default(),
            ephemerals: Vec::new(),
            claimant: claimant.map(|device| (device, None)),
            loading: true,
            turn: None,
            vetting: None,
            strangers: BTreeMap::new(),
        }
    }

    /// Lets a message wait for its turn.
    pub(super) fn queue(&mut self, message: Incoming) {
        self.waiting.push(message);
    }

    /// Keeps a short-lived message until the document is loaded, if few wait for that.
    pub(super) fn relay_once_loaded(&mut self, message: Ephemeral) {
        if self.ephemerals.len() < MAX_EPHEMERALS {
            self.ephemerals.push(message);
        }
    }

    /// What can be passed on now.
    pub(super) fn take_ephemerals(&mut self) -> Vec<Ephemeral> {
        if self.loading { Vec::new() } else { std::mem::take(&mut self.ephemerals) }
    }

    /// The next message that can be handled now: one at a time is vetted or committed. Who `has_turn` says to
    /// have none keeps no one else waiting.
    pub(super) fn next(
        &mut self,
        limits: &Limits,
        mut has_turn: impl FnMut(&Incoming) -> bool,
    ) -> Option<Incoming> {
        let is_busy = matches!(&self.phase, Phase::Held(held) if held.committing.is_some());
        if is_busy || self.loading || self.vetting.is_some() || matches!(self.phase, Phase::Outside(..)) {
            return None;
        }
        let Phase::Held(held) = &self.phase else { return self.waiting.take(|_| true) };
        self.waiting.take(|incoming| !held.is_to_be_vetted(incoming, limits) || has_turn(incoming))
    }

    /// The storage did not answer: what was held stays, and what waited for the claimant is put off. Answers
    /// nothing if there is nothing to stay.
    pub(super) fn load_failed(&mut self) -> Option<Vec<(u64, PutOff)>> {
        if matches!(self.phase, Phase::Loading) {
            return None;
        }
        self.loading = false;
        self.claimant = None;
        let put_off = self.who_waits();
        self.waiting.clear();
        Some(put_off)
    }

    /// Handles one message; see [`Step`].
    pub(super) fn receive(
        &mut self,
        document: DocumentId,
        peer: &Peer,
        mut incoming: Incoming,
        limits: &Limits,
        left: Left,
    ) -> Step {
        let principal = &peer.principal;
        let outline = match incoming.outline {
            Ok(outline) => outline,
            Err(code) => return Step::Refuse { code, bytes: Some(incoming.data) },
        };
        if self.is_hidden_from(principal) {
            return self.receive_from_stranger(document, incoming, &outline, limits, left);
        }
        let Outline { has_heads, has_changes } = outline;
        let held = match &mut self.phase {
            Phase::Held(held) => held,
            // Whoever holds it is to remove it.
            Phase::Erased(_) if has_heads || has_changes => {
                return Step::Refuse { code: RefusalCode::Erased, bytes: None };
            }
            Phase::Erased(_) => return Step::Unavailable,
            Phase::Loading | Phase::Outside(..) | Phase::Opening(_) | Phase::Damaged(_) => {
                return Step::Refuse { code: RefusalCode::Temporary, bytes: None };
            }
        };
        if held.facts.is_none() && !has_heads {
            // Nobody has it: a request leaves no state behind.
            return Step::Unavailable;
        }
        let has_changes = has_changes && held.may_write(principal);
        if incoming.brings_changes() && !has_changes {
            // What a reader brings costs no vetting.
            if let Err(code) = held.leave_out_what_is_here(&mut incoming) {
                return Step::Refuse { code, bytes: None };
            }
        }
        let is_new = !held.is_stored();
        if (is_new || has_changes) && !left.allows(is_new) {
            // Before it sends all of it, and before that is vetted.
            held.lose_what_was_sent(incoming.connection);
            return Step::OverQuota;
        }
        if held.facts.is_none()
            && has_changes
            && let Some(device) = unknown_claimant(self.claimant.as_ref(), &incoming)
        {
            return self.load_claimant(device, incoming);
        }
        let session = held.sessions.entry(incoming.connection);
        let job = VettingJob::Message {
            document: Arc::clone(&held.document),
            state: Box::new(session.or_insert_with(|| peer.first_state(document)).clone()),
            data: Arc::clone(&incoming.data),
            limits: *limits,
        };
        if held.is_to_be_vetted(&incoming, limits) {
            self.vetting = Some(Vetting { number: 0, incoming, principal: principal.clone(), has_changes });
            return Step::Vet(job);
        }
        held.listened(incoming, job.run())
    }

    pub(super) fn load_claimant(&mut self, device: DocumentId, incoming: Incoming) -> Step {
        self.claimant = Some((device, None));
        self.loading = true;
        self.waiting.put_back(incoming);
        Step::LoadClaimant(device)
    }

    pub(super) fn vetting_as(&mut self, number: u64) {
        if let Some(vetting) = &mut self.vetting {
            vetting.number = number;
        }
    }

    /// What follows from a vetting, and who brought the message; nothing if it is no longer wanted.
    pub(super) fn vetted(
        &mut self,
        document: DocumentId,
        number: u64,
        outcome: Result<Vetted, RefusalCode>,
        vouchers: &VoucherKey,
    ) -> Option<(u64, Principal, Step)> {
        let Vetting { incoming, principal, has_changes, .. } =
            self.vetting.take_if(|vetting| vetting.number == number)?;
        let connection = incoming.connection;
        let step = match &mut self.phase {
            Phase::Held(held) if !has_changes && held.sessions.contains_key(&connection) => {
                held.listened(incoming, outcome)
            }
            // It has left meanwhile.
            Phase::Held(_) if !has_changes => Step::Rest,
            Phase::Held(held) => {
                let claimant = self.claimant.as_ref().and_then(|(_, claimant)| claimant.as_ref());
                held.vetted(document, &principal, incoming, &Keys { claimant, vouchers }, outcome)
            }
            // Erased meanwhile, and its peers were told.
            Phase::Erased(_)
            | Phase::Loading
            | Phase::Outside(..)
            | Phase::Opening(_)
            | Phase::Damaged(_) => Step::Refuse { code: RefusalCode::Erased, bytes: None },
        };
        Some((connection, principal, step))
    }

    /// There is no time for a vetting now; says who brought the message.
    pub(super) fn vetting_put_off(&mut self, number: u64) -> Option<(u64, PutOff)> {
        let Vetting { incoming, .. } = self.vetting.take_if(|vetting| vetting.number == number)?;
        if let Phase::Held(held) = &mut self.phase {
            held.lose_what_was_sent(incoming.connection);
        }
        Some((incoming.connection, incoming.what_is_put_off()))
    }

    pub(super) fn committing_as(&mut self, commit: u64, cost: Cost, scale: &Scale) {
        if let Phase::Held(held) = &mut self.phase
            && let Some(committing) = &mut held.committing
        {
            committing.commit = commit;
            committing.cost = Some(cost);
            committing.in_memory = Some(Load::new(held.weight.bytes(), [scale]));
        }
    }

    /// The candidate is durable: it is the document from now on. Says who sent it, too.
    pub(super) fn committed(&mut self, commit: u64) -> Option<Done> {
        let Phase::Held(held) = &mut self.phase else { return None };
        let done = held.committing.take_if(|committing| committing.commit == commit)?;
        held.chunks = if done.chunk_is == ChunkRole::Next { held.chunks + 1 } else { 1 };
        held.document = Arc::new(*done.candidate);
        held.facts = Some(done.facts.clone());
        held.go_on(done.connection, done.state);
        let heads = heads(&held.document);
        Some(Done { from: done.connection, arrived: done.arrived, facts: done.facts, heads })
    }

    /// The candidate is lost.
    pub(super) fn commit_failed(&mut self, commit: u64) -> Option<Failed> {
        let Phase::Held(held) = &mut self.phase else { return None };
        let lost = held.committing.take_if(|committing| committing.commit == commit)?;
        held.weight.becomes(lost.weight_before);
        held.lose_what_was_sent(lost.connection);
        Some(Failed { from: lost.connection, cost: lost.cost })
    }

    /// Forgets the document, whatever was under way; says who was in session about it.
    pub(super) fn erased(&mut self) -> Vec<u64> {
        let connections = self.connections();
        let facts = self.facts().cloned();
        self.phase = Phase::Erased(facts);
        connections
    }

    pub(super) fn connections(&self) -> Vec<u64> {
        match &self.phase {
            Phase::Held(held) => held.sessions.keys().copied().collect(),
            _ => Vec::new(),
        }
    }

    /// Whether few of its size are in use at a time.
    pub(super) fn is_large(&self, limits: &Limits) -> bool {
        match &self.phase {
            Phase::Held(held) => held.is_large(limits),
            Phase::Outside(_, size) => *size == Size::Large,
            Phase::Opening(_) => true,
            Phase::Loading | Phase::Erased(_) | Phase::Damaged(_) => false,
        }
    }

    /// Whether no one had it when it was looked for, and nothing about it is under way.
    pub(super) fn is_absent(&self) -> bool {
        matches!(&self.phase, Phase::Held(held) if !held.is_stored()) && self.is_idle_since(i64::MAX)
    }

    /// Whether it is in the storage, as far as is known.
    pub(super) fn is_stored(&self) -> bool {
        matches!(&self.phase, Phase::Held(held) if held.is_stored())
    }

    /// Whether a peer has said something about a document that is not stored, as far as is known.
    pub(super) fn is_offered_by(&self, connection: u64) -> bool {
        let waits = || self.waiting.has(connection);
        match &self.phase {
            Phase::Loading => waits(),
            Phase::Held(held) if !held.is_stored() => held.sessions.contains_key(&connection) || waits(),
            _ => false,
        }
    }

    /// Who waits for what.
    pub(super) fn who_waits(&self) -> Vec<(u64, PutOff)> {
        let vetting = self.vetting.iter().map(|vetting| &vetting.incoming);
        let committing = match &self.phase {
            Phase::Held(held) => held.committing.as_ref().map(|committing| committing.connection),
            _ => None,
        };
        vetting
            .chain(self.waiting.iter())
            .map(|incoming| (incoming.connection, incoming.what_is_put_off()))
            .chain(committing.map(|connection| (connection, PutOff::Changes)))
            .collect()
    }

    pub(super) fn leave(&mut self, connection: u64) {
        self.waiting.leave(connection);
        self.ephemerals.retain(|message| message.connection != connection);
        self.strangers.remove(&connection);
        if let Phase::Held(held) = &mut self.phase {
            held.sessions.remove(&connection);
        }
    }

    /// Whether no one needs it in memory: no session, nothing waiting, nothing under way.
    pub(super) fn is_abandoned(&self) -> bool {
        self.waiting.is_empty()
            && !self.loading
            && self.vetting.is_none()
            && self.strangers.is_empty()
            && match &self.phase {
                Phase::Loading
                | Phase::Outside(..)
                | Phase::Opening(_)
                | Phase::Erased(_)
                | Phase::Damaged(_) => true,
                Phase::Held(held) => held.sessions.is_empty() && held.committing.is_none(),
            }
    }

    /// Whether no one has talked about it since then and nothing is under way. Peers whose session is
    /// dropped hear of later changes by the log, or because they have talked about it.
    pub(super) fn is_idle_since(&self, ms: i64) -> bool {
        let under_way = matches!(&self.phase, Phase::Held(held) if held.committing.is_some());
        self.touched_ms < ms
            && self.waiting.is_empty()
            && !self.loading
            && self.vetting.is_none()
            && !under_way
    }
}

/// The device whose key is needed for a message and was not asked for yet.
pub(super) fn unknown_claimant(
    known: Option<&(DocumentId, Option<Claimant>)>,
    incoming: &Incoming,
) -> Option<DocumentId> {
    let device = incoming.claim.as_ref()?.device;
    known.is_none_or(|(known, _)| *known != device).then_some(device)
}
