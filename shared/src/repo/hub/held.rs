//! A document in memory: its sessions, and the change that is being committed.

use std::{collections::BTreeMap, sync::Arc};

use automerge::{
    Automerge, ChangeHash,
    sync::{Message as SyncMessage, State, SyncDoc as _},
};

use super::{
    ChunkRole,
    incoming::{Incoming, Load},
    owning::{Keys, facts_of_new},
    quota::Cost,
    step::Step,
};
use crate::{
    document::{DocumentId, Kind, contact, heads, kind_of},
    sync::{
        RefusalCode, derived,
        share_policy::{Access, Facts, Owner, Principal, access, may_create},
        vetting::{self, Limits, Vetted},
    },
};

/// After this many appended chunks the next one is the whole document.
const CHUNKS_BEFORE_SNAPSHOT: usize = 16;

#[derive(Debug)]
pub(super) struct Held {
    /// Shared with the vettings of it.
    pub(super) document: Arc<Automerge>,
    pub(super) sessions: BTreeMap<u64, State>,
    pub(super) facts: Option<Facts>,
    pub(super) committing: Option<Committing>,
    pub(super) chunks: usize,
    pub(super) weight: Load<1>,
}

#[derive(Debug)]
pub(super) struct Committing {
    pub(super) commit: u64,
    pub(super) connection: u64,
    /// See [`Incoming::arrived`].
    pub(super) arrived: u64,
    pub(super) candidate: Box<Automerge>,
    pub(super) state: State,
    pub(super) facts: Facts,
    pub(super) chunk_is: ChunkRole,
    /// What was taken for it of a quota.
    pub(super) cost: Option<Cost>,
    /// What the document weighed without it.
    pub(super) weight_before: usize,
    /// It stays in memory until it is durable.
    pub(super) in_memory: Option<Load<1>>,
    /// The message counts as held until its change is durable.
    pub(super) _load: Option<Load<2>>,
}

impl Held {
    pub(super) fn new(document: Automerge, facts: Option<Facts>, chunks: usize, weight: Load<1>) -> Self {
        let (document, sessions) = (Arc::new(document), BTreeMap::new());
        Self { document, sessions, facts, committing: None, chunks, weight }
    }

    /// What follows from the vetting of a message that brought changes.
    pub(super) fn vetted(
        &mut self,
        document: DocumentId,
        principal: &Principal,
        incoming: Incoming,
        keys: &Keys<'_>,
        outcome: Result<Vetted, RefusalCode>,
    ) -> Step {
        match outcome {
            Err(code) => self.refuse(code, incoming),
            // That is no answer to a message.
            Ok(Vetted::Opened { .. }) => Step::Rest,
            Ok(Vetted::Nothing { mut state }) => {
                // Whoever brings what is here hears that it is, even if it was told once before.
                state.last_sent_heads.clear();
                self.go_on(incoming.connection, state);
                Step::Answer
            }
            Ok(Vetted::Incomplete { .. } | Vetted::Changes { .. }) if !self.may_write(principal) => {
                Step::Refuse { code: RefusalCode::Denied, bytes: None }
            }
            Ok(Vetted::Incomplete { state }) => {
                self.go_on(incoming.connection, state);
                Step::AskForAll
            }
            Ok(Vetted::Changes { candidate, saved, weight, state }) => {
                match self.facts_with(document, principal, &incoming, keys, &candidate) {
                    Err(code) => self.refuse(code, incoming),
                    Ok(facts) => self.commit(incoming, candidate, saved, weight, state, facts),
                }
            }
        }
    }

    /// Leaves the changes out of a message of a peer that may only read, if they are here, such as when it was asked
    /// for everything: whoever names nothing else has nothing else.
    ///
    /// # Errors
    /// The message names something else, or cannot be read.
    pub(super) fn leave_out_what_is_here(&self, incoming: &mut Incoming) -> Result<(), RefusalCode> {
        let message = vetting::without_changes(&incoming.data)?;
        if message.heads.is_empty() || !self.has(&message.heads) {
            return Err(RefusalCode::Denied);
        }
        incoming.says_only(message.encode());
        Ok(())
    }

    /// What follows from the vetting of a message that brought none.
    pub(super) fn listened(&mut self, incoming: Incoming, outcome: Result<Vetted, RefusalCode>) -> Step {
        match outcome {
            // Without changes there is nothing to be incomplete, and nothing to commit.
            Ok(Vetted::Nothing { state } | Vetted::Incomplete { state } | Vetted::Changes { state, .. }) => {
                if moves_on(&self.document, &mut self.sessions, incoming.connection, state) {
                    Step::Answer
                } else {
                    Step::Rest
                }
            }
            Ok(Vetted::Opened { .. }) => Step::Rest,
            Err(code) => self.refuse(code, incoming),
        }
    }

    /// Whether a message costs so much that it is handled elsewhere: it brings changes, or a copy of the document is
    /// dear.
    pub(super) fn is_to_be_vetted(&self, incoming: &Incoming, limits: &Limits) -> bool {
        incoming.brings_changes() || self.is_large(limits)
    }

    /// Whether few of its size are in use at a time.
    pub(super) fn is_large(&self, limits: &Limits) -> bool {
        self.weight.bytes() > limits.large
    }

    /// Whether it is in the storage.
    pub(super) fn is_stored(&self) -> bool {
        self.facts.is_some()
    }

    /// Whether it is stored as that device's.
    pub(super) fn is_owned_by(&self, device: DocumentId) -> bool {
        self.facts.as_ref().is_some_and(|facts| facts.owner == Owner::Device(device))
    }

    /// Whether the changes of these hashes are here.
    pub(super) fn has(&self, heads: &[ChangeHash]) -> bool {
        heads.iter().all(|head| self.document.get_change_meta_by_hash(head).is_some())
    }

    /// What a peer has sent did not get in: the next message to it asks for all of that again. Without
    /// that, it would be told what is missing and answer that it has sent it, for ever.
    pub(super) fn lose_what_was_sent(&mut self, connection: u64) {
        if let Some(state) = self.sessions.get_mut(&connection) {
            *state = State { needs_reset: true, ..State::default() };
        }
    }

    /// Moves a session on, unless its peer has left.
    pub(super) fn go_on(&mut self, connection: u64, next: State) {
        if let Some(state) = self.sessions.get_mut(&connection) {
            *state = next;
        }
    }

    pub(super) fn may_write(&self, principal: &Principal) -> bool {
        self.facts.as_ref().is_none_or(|facts| access(principal, facts) == Access::Write)
    }

    pub(super) fn may_read(&self, principal: &Principal) -> bool {
        match &self.facts {
            Some(facts) => access(principal, facts) != Access::None,
            None => true,
        }
    }

    /// The facts of the document if `candidate` enters; the right to write was checked before.
    pub(super) fn facts_with(
        &self,
        document: DocumentId,
        principal: &Principal,
        incoming: &Incoming,
        keys: &Keys<'_>,
        candidate: &Automerge,
    ) -> Result<Facts, RefusalCode> {
        let said = kind_of(candidate);
        match &self.facts {
            Some(Facts { kind: Some(kind), .. }) if said != Some(*kind) => Err(RefusalCode::WrongKind),
            Some(facts @ Facts { kind: Some(_), .. }) => Ok(facts.clone()),
            // Without a kind so far: it may get one now, from its owner.
            Some(facts @ Facts { kind: None, .. }) => {
                let facts = Facts { kind: said, ..facts.clone() };
                let may_be = said.is_none_or(|kind| may_create(principal, kind))
                    && derived::fits(document, &facts, candidate);
                if may_be { Ok(facts) } else { Err(RefusalCode::Denied) }
            }
            None => facts_of_new(document, principal, incoming, keys, candidate),
        }
    }

    /// Refuses a message; of a document that is not stored, the session goes too.
    pub(super) fn refuse(&mut self, code: RefusalCode, incoming: Incoming) -> Step {
        if self.facts.is_none() {
            self.sessions.remove(&incoming.connection);
        }
        Step::Refuse { code, bytes: Some(incoming.data) }
    }

    pub(super) fn commit(
        &mut self,
        incoming: Incoming,
        candidate: Box<Automerge>,
        saved: Vec<u8>,
        weight: usize,
        state: State,
        facts: Facts,
    ) -> Step {
        let (chunk_is, chunk) = if !self.is_stored() {
            (ChunkRole::First, saved)
        } else if self.chunks >= CHUNKS_BEFORE_SNAPSHOT {
            (ChunkRole::Whole, saved)
        } else {
            (ChunkRole::Next, candidate.save_after(&self.document.get_heads()))
        };
        let heads = heads(&candidate);
        let receipt = match facts.kind {
            Some(Kind::Contact) => contact::receipt_hash(&candidate),
            _ => None,
        };
        let before = self.facts.clone();
        let weight_before = self.weight.bytes();
        self.weight.becomes(weight);
        self.committing = Some(Committing {
            commit: 0,
            connection: incoming.connection,
            arrived: incoming.arrived,
            candidate,
            state,
            facts: facts.clone(),
            chunk_is,
            cost: None,
            weight_before,
            in_memory: None,
            _load: incoming.into_load(),
        });
        Step::Commit { before, facts, chunk, heads, chunk_is, receipt }
    }
}

/// Takes in the state after a message without changes; says whether there is anything to answer.
/// Whoever only names again what is not here has brought it already, and it was refused: asked for
/// it once more, it would say the same, for ever.
pub(super) fn moves_on(
    document: &Automerge,
    sessions: &mut BTreeMap<u64, State>,
    connection: u64,
    next: State,
) -> bool {
    let has_said_so = |before: &State| before.their_heads == next.their_heads;
    let repeats = sessions.get(&connection).is_some_and(has_said_so);
    let is_new = |answer: SyncMessage| !answer.changes.is_empty() || answer.heads != next.last_sent_heads;
    let answers = !repeats || document.generate_sync_message(&mut next.clone()).is_some_and(is_new);
    sessions.insert(connection, next);
    answers
}
