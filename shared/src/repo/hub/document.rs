//! A document that someone talks about.

use std::{collections::VecDeque, sync::Arc};

use automerge::{Automerge, ChangeHash, sync::State};

use super::{Found, HubEffect, held::Held, may_make_anything, owning::Keys, peer::PutOff};
use crate::{
    document::{DocumentId, Head, heads},
    sync::{
        RefusalCode,
        claim::Claim,
        share_policy::{Access, Facts, Principal, access},
        vetting::{self, Limits, Outline, Vetted, VettingJob},
        voucher::VoucherKey,
    },
};

/// More waiting messages than this about one document are dropped; peers repeat them.
const MAX_WAITING: usize = 1_000;

/// A message that waits.
#[derive(Debug)]
pub(super) enum Waiting {
    Sync(Incoming),
    Ephemeral(Ephemeral),
}

/// A short-lived message.
#[derive(Debug)]
pub(super) struct Ephemeral {
    pub(super) connection: u64,
    pub(super) session: String,
    pub(super) count: u64,
    pub(super) data: Vec<u8>,
}

/// A sync message.
#[derive(Debug)]
pub(super) struct Incoming {
    pub(super) connection: u64,
    pub(super) data: Arc<Vec<u8>>,
    pub(super) claim: Option<Claim>,
    pub(super) voucher: Option<Vec<u8>>,
}

#[derive(Debug)]
pub(super) struct Active {
    pub(super) phase: Phase,
    pub(super) touched_ms: i64,
    waiting: VecDeque<Waiting>,
    /// The device whose key was asked for, and its key.
    claimant: Option<(DocumentId, Option<Vec<u8>>)>,
    /// Whether a load is under way.
    loading: bool,
    /// The message that is being vetted.
    vetting: Option<Vetting>,
}

#[derive(Debug)]
struct Vetting {
    number: u64,
    incoming: Incoming,
    /// Who brought it, even if gone meanwhile.
    principal: Principal,
}

#[derive(Debug)]
pub(super) enum Phase {
    /// The storage was asked.
    Loading,
    /// It was erased; nothing may come back.
    Erased,
    /// The storage has it, but what it has cannot be loaded.
    Damaged,
    /// It is in memory; without facts, it is not stored yet.
    Held(Box<Held>),
}

/// What one message leads to.
pub(super) enum Step {
    Answer,
    /// The message left out what its changes depend on.
    AskForAll,
    Unavailable,
    /// What a peer that may not read has brought is durable already.
    Confirm(Vec<ChangeHash>),
    /// It brings changes.
    Vet(Box<VettingJob>),
    Commit {
        facts: Facts,
        chunk: Vec<u8>,
        heads: Vec<Head>,
        replaces: bool,
        receipt: Option<Head>,
    },
    /// The claim's device is another one than was loaded.
    LoadClaimant(DocumentId),
    Refuse {
        code: RefusalCode,
        bytes: Option<Arc<Vec<u8>>>,
    },
}

impl Waiting {
    fn connection(&self) -> u64 {
        match self {
            Self::Sync(incoming) => incoming.connection,
            Self::Ephemeral(message) => message.connection,
        }
    }
}

impl Active {
    pub(super) fn loading(claimant: Option<DocumentId>) -> Self {
        Self {
            phase: Phase::Loading,
            touched_ms: 0,
            waiting: VecDeque::new(),
            claimant: claimant.map(|device| (device, None)),
            loading: true,
            vetting: None,
        }
    }

    pub(super) fn queue(&mut self, message: Waiting) {
        if self.waiting.len() < MAX_WAITING {
            self.waiting.push_back(message);
        }
    }

    /// The next message that can be handled now.
    pub(super) fn next(&mut self) -> Option<Waiting> {
        let busy = match &self.phase {
            Phase::Loading => true,
            Phase::Erased | Phase::Damaged => false,
            Phase::Held(held) => held.committing.is_some(),
        };
        if busy || self.loading || self.vetting.is_some() { None } else { self.waiting.pop_front() }
    }

    pub(super) fn loaded(
        &mut self,
        found: Found,
        key: Option<Vec<u8>>,
        effects: &mut Vec<HubEffect>,
        document: DocumentId,
    ) {
        self.loading = false;
        if let Some((_, known)) = &mut self.claimant {
            *known = key;
        }
        if !matches!(self.phase, Phase::Loading) {
            return;
        }
        self.phase = match found {
            Found::Absent => Phase::Held(Box::new(Held::new(Automerge::new(), None, 0))),
            Found::Erased => Phase::Erased,
            Found::Present { facts, chunks } => match load(&chunks) {
                Some(loaded) => Phase::Held(Box::new(Held::new(loaded, Some(facts), chunks.len()))),
                None => {
                    // Vetting let nothing in that cannot be loaded, so the storage is damaged.
                    effects.push(HubEffect::Quarantine {
                        document,
                        code: RefusalCode::Unloadable,
                        brought_by: None,
                        bytes: chunks.concat(),
                    });
                    Phase::Damaged
                }
            },
        };
    }

    /// Handles one message; see [`Step`].
    pub(super) fn receive(
        &mut self,
        document: DocumentId,
        principal: &Principal,
        incoming: Incoming,
        limits: &Limits,
    ) -> Step {
        let held = match &mut self.phase {
            Phase::Held(held) => held,
            Phase::Erased => return receive_erased(&incoming.data),
            Phase::Loading | Phase::Damaged => {
                return Step::Refuse { code: RefusalCode::Temporary, bytes: None };
            }
        };
        let right = match &held.facts {
            Some(facts) => access(principal, facts),
            None if may_make_anything(principal) => Access::Write,
            None => Access::None,
        };
        let Outline { has_heads, has_changes } = match vetting::outline(&incoming.data) {
            Ok(outline) => outline,
            Err(code) => return Step::Refuse { code, bytes: Some(incoming.data) },
        };
        if right == Access::None {
            return match (&incoming.claim, has_changes) {
                (Some(claim), _) if has_heads && held.is_owned_by(claim.device) => {
                    self.receive_relayed(document, principal, incoming, has_changes, limits)
                }
                (_, true) => Step::Refuse { code: RefusalCode::Denied, bytes: None },
                (_, false) => Step::Unavailable,
            };
        }
        if held.facts.is_none() && !has_heads {
            // Nobody has it: a request leaves no state behind.
            return Step::Unavailable;
        }
        if held.facts.is_none()
            && has_changes
            && let Some(device) = unknown_claimant(self.claimant.as_ref(), &incoming)
        {
            return self.load_claimant(device, incoming);
        }
        let job = Box::new(VettingJob {
            document: Arc::clone(&held.document),
            state: held.sessions.entry(incoming.connection).or_default().clone(),
            data: Arc::clone(&incoming.data),
            limits: *limits,
        });
        if has_changes {
            self.vetting = Some(Vetting { number: 0, incoming, principal: principal.clone() });
            return Step::Vet(job);
        }
        match job.run() {
            // Without changes there is nothing to be incomplete, and nothing to commit.
            Ok(Vetted::Nothing { state } | Vetted::Incomplete { state } | Vetted::Changes { state, .. }) => {
                held.sessions.insert(incoming.connection, state);
                Step::Answer
            }
            Err(code) => held.refuse(code, incoming),
        }
    }

    fn load_claimant(&mut self, device: DocumentId, incoming: Incoming) -> Step {
        self.claimant = Some((device, None));
        self.loading = true;
        self.waiting.push_front(Waiting::Sync(incoming));
        Step::LoadClaimant(device)
    }

    /// A colleague brings a document of a device which is here already, with the device's own claim: if
    /// it brings nothing new, it is told that this is durable. Else a colleague who missed the first
    /// answer would take the document for refused.
    fn receive_relayed(
        &mut self,
        document: DocumentId,
        principal: &Principal,
        incoming: Incoming,
        has_changes: bool,
        limits: &Limits,
    ) -> Step {
        if let Some(device) = unknown_claimant(self.claimant.as_ref(), &incoming) {
            return self.load_claimant(device, incoming);
        }
        let key = self.claimant.as_ref().and_then(|(_, key)| key.as_deref());
        let holds = key.zip(incoming.claim.as_ref()).is_some_and(|(key, claim)| claim.holds(document, key));
        let Phase::Held(held) = &self.phase else { return Step::Unavailable };
        if holds && has_changes {
            let job = Box::new(VettingJob {
                document: Arc::clone(&held.document),
                state: State::new(),
                data: Arc::clone(&incoming.data),
                limits: *limits,
            });
            self.vetting = Some(Vetting { number: 0, incoming, principal: principal.clone() });
            return Step::Vet(job);
        }
        match vetting::decode(&incoming.data) {
            Ok(message) if holds && held.has(&message.heads) => Step::Confirm(message.heads),
            Ok(_) | Err(_) if has_changes => Step::Refuse { code: RefusalCode::Denied, bytes: None },
            Ok(_) | Err(_) => Step::Unavailable,
        }
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
        let Vetting { incoming, principal, .. } = self.vetting.take_if(|vetting| vetting.number == number)?;
        let connection = incoming.connection;
        let step = match &mut self.phase {
            Phase::Held(held) => {
                let claimant = self.claimant.as_ref().and_then(|(_, key)| key.as_deref());
                held.vetted(document, &principal, incoming, &Keys { claimant, vouchers }, outcome)
            }
            // Erased meanwhile, and its peers were told.
            Phase::Erased | Phase::Loading | Phase::Damaged => {
                Step::Refuse { code: RefusalCode::Erased, bytes: None }
            }
        };
        Some((connection, principal, step))
    }

    /// There is no time for a vetting now; says who brought the message.
    pub(super) fn vetting_put_off(&mut self, number: u64) -> Option<u64> {
        let Vetting { incoming, .. } = self.vetting.take_if(|vetting| vetting.number == number)?;
        if let Phase::Held(held) = &mut self.phase {
            held.lose_what_was_sent(incoming.connection);
        }
        Some(incoming.connection)
    }

    pub(super) fn committing_as(&mut self, commit: u64) {
        if let Phase::Held(held) = &mut self.phase
            && let Some(committing) = &mut held.committing
        {
            committing.commit = commit;
        }
    }

    /// The candidate is durable: it is the document from now on. Says who sent it, too.
    pub(super) fn committed(&mut self, commit: u64) -> Option<(u64, Facts, Vec<Head>)> {
        let Phase::Held(held) = &mut self.phase else { return None };
        let done = held.committing.take_if(|committing| committing.commit == commit)?;
        held.chunks = if done.replaces { 1 } else { held.chunks + 1 };
        held.document = Arc::new(*done.candidate);
        held.facts = Some(done.facts.clone());
        held.go_on(done.connection, done.state);
        Some((done.connection, done.facts, heads(&held.document)))
    }

    /// The candidate is lost; says who sent it.
    pub(super) fn commit_failed(&mut self, commit: u64) -> Option<u64> {
        let Phase::Held(held) = &mut self.phase else { return None };
        let lost = held.committing.take_if(|committing| committing.commit == commit)?;
        held.lose_what_was_sent(lost.connection);
        Some(lost.connection)
    }

    /// Forgets the document, whatever was under way; says who was in session about it.
    pub(super) fn erased(&mut self) -> Vec<u64> {
        let connections = self.connections();
        self.phase = Phase::Erased;
        connections
    }

    pub(super) fn connections(&self) -> Vec<u64> {
        match &self.phase {
            Phase::Held(held) => held.sessions.keys().copied().collect(),
            Phase::Loading | Phase::Erased | Phase::Damaged => Vec::new(),
        }
    }

    /// Who waits for what.
    pub(super) fn put_off(&self) -> Vec<(u64, PutOff)> {
        let what = |incoming: &Incoming| match vetting::outline(&incoming.data) {
            Ok(Outline { has_heads: false, has_changes: false }) => PutOff::Request,
            Ok(_) | Err(_) => PutOff::Changes,
        };
        let of = |waiting: &Waiting| match waiting {
            Waiting::Sync(incoming) => Some((incoming.connection, what(incoming))),
            Waiting::Ephemeral(_) => None,
        };
        self.waiting.iter().filter_map(of).collect()
    }

    pub(super) fn leave(&mut self, connection: u64) {
        self.waiting.retain(|waiting| waiting.connection() != connection);
        if let Phase::Held(held) = &mut self.phase {
            held.sessions.remove(&connection);
        }
    }

    /// Whether no one needs it in memory: no session, nothing waiting, nothing under way.
    pub(super) fn is_abandoned(&self) -> bool {
        self.waiting.is_empty()
            && !self.loading
            && self.vetting.is_none()
            && match &self.phase {
                Phase::Loading | Phase::Erased | Phase::Damaged => true,
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
fn unknown_claimant(
    known: Option<&(DocumentId, Option<Vec<u8>>)>,
    incoming: &Incoming,
) -> Option<DocumentId> {
    let device = incoming.claim.as_ref()?.device;
    known.is_none_or(|(known, _)| *known != device).then_some(device)
}

/// Whoever holds an erased document is to remove it; whoever only asks for it sees nothing.
fn receive_erased(data: &[u8]) -> Step {
    match vetting::outline(data) {
        Ok(Outline { has_heads: false, has_changes: false }) => Step::Unavailable,
        Ok(_) => Step::Refuse { code: RefusalCode::Erased, bytes: None },
        Err(code) => Step::Refuse { code, bytes: None },
    }
}

/// Puts the chunks of a document together.
fn load(chunks: &[Vec<u8>]) -> Option<Automerge> {
    let mut document = Automerge::new();
    for chunk in chunks {
        document.load_incremental(chunk).ok()?;
    }
    Some(document)
}
