//! A document that someone talks about.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

use automerge::{Automerge, sync::State};

use super::{Found, HubEffect, may_make_anything};
use crate::{
    document::{DocumentId, Head, Kind, contact, heads, kind_of, season_or_market_of},
    sync::{
        RefusalCode,
        claim::Claim,
        share_policy::{Access, Facts, Owner, Principal, access, may_create, owner_of},
        vetting::{self, Limits, Outline, Vetted, VettingJob},
    },
};

/// After this many appended chunks the next one is the whole document.
const CHUNKS_BEFORE_SNAPSHOT: usize = 16;

/// More waiting messages than this about one document are dropped; peers repeat them.
const MAX_WAITING: usize = 1_000;

/// A sync message that waits.
#[derive(Debug)]
pub(super) struct Incoming {
    pub(super) connection: u64,
    pub(super) data: Arc<Vec<u8>>,
    pub(super) claim: Option<Claim>,
}

#[derive(Debug)]
pub(super) struct Active {
    pub(super) phase: Phase,
    pub(super) touched_ms: i64,
    waiting: VecDeque<Incoming>,
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

#[derive(Debug)]
pub(super) struct Held {
    /// Shared with the vettings of it.
    pub(super) document: Arc<Automerge>,
    pub(super) sessions: BTreeMap<u64, State>,
    facts: Option<Facts>,
    committing: Option<Committing>,
    chunks: usize,
}

#[derive(Debug)]
struct Committing {
    commit: u64,
    connection: u64,
    candidate: Box<Automerge>,
    state: State,
    facts: Facts,
    replaces: bool,
}

/// What one message leads to.
pub(super) enum Step {
    Answer,
    /// The message left out what its changes depend on.
    AskForAll,
    Unavailable,
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

    pub(super) fn queue(&mut self, incoming: Incoming) {
        if self.waiting.len() < MAX_WAITING {
            self.waiting.push_back(incoming);
        }
    }

    /// The next message that can be handled now.
    pub(super) fn next(&mut self) -> Option<Incoming> {
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
    pub(super) fn receive(&mut self, principal: &Principal, incoming: Incoming, limits: &Limits) -> Step {
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
            return if has_changes {
                Step::Refuse { code: RefusalCode::Denied, bytes: None }
            } else {
                Step::Unavailable
            };
        }
        if held.facts.is_none() && !has_heads {
            // Nobody has it: a request leaves no state behind.
            return Step::Unavailable;
        }
        if held.facts.is_none()
            && has_changes
            && let Some(claim) = &incoming.claim
            && self.claimant.as_ref().is_none_or(|(device, _)| *device != claim.device)
        {
            let device = claim.device;
            self.claimant = Some((device, None));
            self.loading = true;
            self.waiting.push_front(incoming);
            return Step::LoadClaimant(device);
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
    ) -> Option<(u64, Principal, Step)> {
        let Vetting { incoming, principal, .. } = self.vetting.take_if(|vetting| vetting.number == number)?;
        let connection = incoming.connection;
        let step = match &mut self.phase {
            Phase::Held(held) => {
                let key = self.claimant.as_ref().and_then(|(_, key)| key.as_deref());
                held.vetted(document, &principal, incoming, key, outcome)
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
            held.sessions.remove(&incoming.connection);
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
        held.sessions.remove(&lost.connection);
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

    pub(super) fn waiting_connections(&self) -> Vec<u64> {
        self.waiting.iter().map(|incoming| incoming.connection).collect()
    }

    pub(super) fn leave(&mut self, connection: u64) {
        self.waiting.retain(|incoming| incoming.connection != connection);
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

    /// Whether no one has talked about it since then and nothing is under way. Peers whose session
    /// is dropped find out by the log, or by their next message.
    pub(super) fn is_idle_since(&self, ms: i64) -> bool {
        let under_way = matches!(&self.phase, Phase::Held(held) if held.committing.is_some());
        self.touched_ms < ms
            && self.waiting.is_empty()
            && !self.loading
            && self.vetting.is_none()
            && !under_way
    }
}

impl Held {
    fn new(document: Automerge, facts: Option<Facts>, chunks: usize) -> Self {
        Self { document: Arc::new(document), sessions: BTreeMap::new(), facts, committing: None, chunks }
    }

    /// What follows from the vetting of a message that brought changes.
    fn vetted(
        &mut self,
        document: DocumentId,
        principal: &Principal,
        incoming: Incoming,
        claimant_key: Option<&[u8]>,
        outcome: Result<Vetted, RefusalCode>,
    ) -> Step {
        match outcome {
            Err(code) => self.refuse(code, incoming),
            Ok(Vetted::Nothing { state }) => {
                self.go_on(incoming.connection, state);
                Step::Answer
            }
            // A reader may send what is here already, such as when it was asked for everything.
            Ok(Vetted::Incomplete { .. } | Vetted::Changes { .. }) if !self.may_write(principal) => {
                Step::Refuse { code: RefusalCode::Denied, bytes: None }
            }
            Ok(Vetted::Incomplete { state }) => {
                self.go_on(incoming.connection, state);
                Step::AskForAll
            }
            Ok(Vetted::Changes { candidate, state }) => {
                let claim = incoming.claim.as_ref();
                match self.facts_with(document, principal, claim, claimant_key, &candidate) {
                    Err(code) => self.refuse(code, incoming),
                    Ok(facts) => self.commit(incoming.connection, candidate, state, facts),
                }
            }
        }
    }

    /// Moves a session on, unless its peer has left.
    fn go_on(&mut self, connection: u64, next: State) {
        if let Some(state) = self.sessions.get_mut(&connection) {
            *state = next;
        }
    }

    fn may_write(&self, principal: &Principal) -> bool {
        self.facts.as_ref().is_none_or(|facts| access(principal, facts) == Access::Write)
    }

    pub(super) fn may_read(&self, principal: &Principal) -> bool {
        match &self.facts {
            Some(facts) => access(principal, facts) != Access::None,
            None => true,
        }
    }

    /// The facts of the document if `candidate` enters; the right to write was checked before.
    fn facts_with(
        &self,
        document: DocumentId,
        principal: &Principal,
        claim: Option<&Claim>,
        claimant_key: Option<&[u8]>,
        candidate: &Automerge,
    ) -> Result<Facts, RefusalCode> {
        let said = kind_of(candidate);
        match &self.facts {
            Some(Facts { kind: Some(kind), .. }) if said != Some(*kind) => Err(RefusalCode::WrongKind),
            Some(facts @ Facts { kind: Some(_), .. }) => Ok(facts.clone()),
            // Without a kind so far: it may get one now, from its owner.
            Some(facts @ Facts { kind: None, .. }) => match said {
                Some(kind) if !may_create(principal, kind) => Err(RefusalCode::Denied),
                said => Ok(Facts { kind: said, ..facts.clone() }),
            },
            None => match claim {
                Some(claim) => facts_by_claim(document, claim, claimant_key, candidate),
                None => facts_by_session(principal, candidate),
            },
        }
    }

    /// Refuses a message; of a document that is not stored, the session goes too.
    fn refuse(&mut self, code: RefusalCode, incoming: Incoming) -> Step {
        if self.facts.is_none() {
            self.sessions.remove(&incoming.connection);
        }
        Step::Refuse { code, bytes: Some(incoming.data) }
    }

    fn commit(&mut self, connection: u64, candidate: Box<Automerge>, state: State, facts: Facts) -> Step {
        let replaces = self.facts.is_none() || self.chunks >= CHUNKS_BEFORE_SNAPSHOT;
        let chunk =
            if replaces { candidate.save() } else { candidate.save_after(&self.document.get_heads()) };
        let heads = heads(&candidate);
        let receipt = match facts.kind {
            Some(Kind::Contact) => contact::receipt_hash(&candidate),
            _ => None,
        };
        self.committing =
            Some(Committing { commit: 0, connection, candidate, state, facts: facts.clone(), replaces });
        Step::Commit { facts, chunk, heads, replaces, receipt }
    }
}

/// Whoever holds an erased document is to remove it; whoever only asks for it sees nothing.
fn receive_erased(data: &[u8]) -> Step {
    match vetting::outline(data) {
        Ok(Outline { has_heads: false, has_changes: false }) => Step::Unavailable,
        Ok(_) => Step::Refuse { code: RefusalCode::Erased, bytes: None },
        Err(code) => Step::Refuse { code, bytes: None },
    }
}

/// A document that a device signed belongs to that device, whoever brings it.
fn facts_by_claim(
    document: DocumentId,
    claim: &Claim,
    key: Option<&[u8]>,
    candidate: &Automerge,
) -> Result<Facts, RefusalCode> {
    if !key.is_some_and(|key| claim.holds(document, key)) {
        return Err(RefusalCode::BadClaim);
    }
    if kind_of(candidate) != Some(claim.kind) {
        return Err(RefusalCode::WrongKind);
    }
    let maker = Principal::Device { device: claim.device, market: claim.market.clone() };
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

/// Puts the chunks of a document together.
fn load(chunks: &[Vec<u8>]) -> Option<Automerge> {
    let mut document = Automerge::new();
    for chunk in chunks {
        document.load_incremental(chunk).ok()?;
    }
    Some(document)
}
