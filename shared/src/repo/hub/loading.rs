//! Bringing documents into memory.
//!
//! What is stored in little may take much memory. So it is weighed before it is put together, and others make room for
//! it. What is large is brought in only for someone who has a turn, and put together where it keeps no one waiting;
//! while no one who asks for it has a turn, it stays outside.

use std::sync::Arc;

use automerge::Automerge;

use super::{
    Claimant, Found, Hub, HubEffect,
    document::{Active, Phase, Size},
    held::Held,
    incoming::Load,
};
use crate::{
    document::DocumentId,
    sync::{
        RefusalCode,
        share_policy::Facts,
        vetting::{self, Limits, Vetted, VettingJob},
    },
};

/// A large document that is being put together.
#[derive(Debug)]
pub(super) struct Opening {
    pub(super) facts: Facts,
    chunks: Arc<Vec<Vec<u8>>>,
    weight: Load<1>,
}

/// The turn in which a large document is brought in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    /// Counted as a vetting.
    pub(super) number: u64,
    /// Whose it is.
    connection: u64,
}

impl Hub {
    /// Takes in what the storage has.
    pub(super) fn loaded(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        found: Found,
        claimant: Option<Claimant>,
        effects: &mut Vec<HubEffect>,
    ) {
        let Some(active) = self.documents.get_mut(&document) else { return };
        let turn = active.turn.take();
        if active.has_loaded(claimant) {
            match found {
                Found::Absent => {
                    let weight = Load::new(0, [&self.memory.held]);
                    active.phase = Phase::Held(Box::new(Held::new(Automerge::new(), None, 0, weight)));
                }
                Found::Erased { facts } => active.phase = Phase::Erased(facts),
                Found::Present { facts, chunks } => {
                    let weight = vetting::weight(&chunks);
                    if weight <= self.config.limits.large {
                        self.put_together(document, facts, &chunks, weight, effects);
                    } else if let Some(turn) = turn.or_else(|| self.begin_turn(document, true)) {
                        return self.open(document, facts, chunks, weight, turn, effects);
                    } else {
                        self.leave_outside(document, facts);
                    }
                }
            }
        }
        self.go_on_after(now_ms, document, turn, effects);
    }

    /// Asks the storage again for what stays outside, if anyone who waits for it has a turn now.
    pub(super) fn bring_in(&mut self, document: DocumentId, effects: &mut Vec<HubEffect>) {
        let Some(Active { phase: Phase::Outside(_, size), .. }) = self.documents.get(&document) else {
            return;
        };
        let Some(turn) = self.begin_turn(document, *size == Size::Large) else { return };
        let Some(active) = self.documents.get_mut(&document) else { return };
        effects.push(HubEffect::Load { document, claimant: active.load_again(turn) });
    }

    /// Whether this is the answer to the opening of a document.
    pub(super) fn is_opening(&self, document: DocumentId, vetting: u64) -> bool {
        let turn = self.documents.get(&document).and_then(|active| active.turn);
        turn.is_some_and(|turn| turn.number == vetting)
    }

    /// A large document was put together, or could not be.
    pub(super) fn opened(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        outcome: Result<Vetted, RefusalCode>,
        effects: &mut Vec<HubEffect>,
    ) {
        let Some(active) = self.documents.get_mut(&document) else { return };
        let turn = active.turn.take();
        // If it was erased meanwhile, nothing of it is needed.
        if let Some(Opening { facts, chunks, weight }) = active.take_opening() {
            match outcome {
                Ok(Vetted::Opened { document }) => {
                    let held = Held::new(*document, Some(facts), chunks.len(), weight);
                    active.phase = Phase::Held(Box::new(held));
                }
                // It may be the machine that has no time.
                Err(RefusalCode::Temporary | RefusalCode::TooLarge) => {
                    self.give_up(now_ms, document, effects)
                }
                Ok(_) | Err(_) => self.is_damaged(document, facts, &chunks, effects),
            }
        }
        self.go_on_after(now_ms, document, turn, effects);
    }

    fn leave_outside(&mut self, document: DocumentId, facts: Facts) {
        if let Some(active) = self.documents.get_mut(&document) {
            active.phase = Phase::Outside(facts, Size::Large);
        }
    }

    fn put_together(
        &mut self,
        document: DocumentId,
        facts: Facts,
        chunks: &[Vec<u8>],
        weight: usize,
        effects: &mut Vec<HubEffect>,
    ) {
        self.make_room_for(weight);
        match vetting::open(chunks) {
            Some(opened) => {
                let weight = Load::new(weight, [&self.memory.held]);
                let held = Held::new(opened, Some(facts), chunks.len(), weight);
                if let Some(active) = self.documents.get_mut(&document) {
                    active.phase = Phase::Held(Box::new(held));
                }
            }
            None => self.is_damaged(document, facts, chunks, effects),
        }
    }

    fn open(
        &mut self,
        document: DocumentId,
        facts: Facts,
        chunks: Vec<Vec<u8>>,
        weight: usize,
        turn: Turn,
        effects: &mut Vec<HubEffect>,
    ) {
        self.make_room_for(weight);
        let (chunks, weight) = (Arc::new(chunks), Load::new(weight, [&self.memory.held]));
        let job = VettingJob::Open { chunks: Arc::clone(&chunks) };
        if let Some(active) = self.documents.get_mut(&document) {
            active.begin_opening(Opening { facts, chunks, weight }, turn);
        }
        let Turn { number: vetting, connection } = turn;
        effects.push(HubEffect::Vet { document, vetting, connection, job });
    }

    /// Vetting let nothing in that cannot be loaded, so the storage is damaged.
    fn is_damaged(
        &mut self,
        document: DocumentId,
        facts: Facts,
        chunks: &[Vec<u8>],
        effects: &mut Vec<HubEffect>,
    ) {
        if let Some(active) = self.documents.get_mut(&document) {
            active.phase = Phase::Damaged(facts);
        }
        if self.damaged.insert(document) {
            let (code, bytes) = (RefusalCode::Unloadable, chunks.concat());
            effects.push(HubEffect::Quarantine { document, code, brought_by: None, bytes });
        }
    }

    /// Takes a turn of someone who waits for a document, if there is any.
    fn begin_turn(&mut self, document: DocumentId, is_large: bool) -> Option<Turn> {
        let Self { documents, peers, turns, .. } = self;
        let is_free = |connection: u64| {
            peers.get(&connection).is_some_and(|peer| turns.is_free(&peer.principal, document, is_large))
        };
        let connection = documents.get(&document)?.first_who_waits(is_free)?;
        let principal = self.peers.get(&connection)?.principal.clone();
        let number = self.next_number();
        self.turns.begin(&principal, number, is_large);
        Some(Turn { number, connection })
    }

    /// Handles what waited for the document, which may take the turn that was needed for it until now.
    fn go_on_after(
        &mut self,
        now_ms: i64,
        document: DocumentId,
        turn: Option<Turn>,
        effects: &mut Vec<HubEffect>,
    ) {
        let who = turn.and_then(|turn| self.turns.ended(turn.number));
        self.work(now_ms, document, effects);
        if let Some(who) = who {
            self.use_turns(now_ms, who, effects);
        }
    }
}

impl Active {
    /// The storage has answered; says whether the document is still needed.
    fn has_loaded(&mut self, claimant: Option<Claimant>) -> bool {
        self.loading = false;
        if let Some((_, known)) = &mut self.claimant {
            *known = claimant;
        }
        matches!(self.phase, Phase::Loading)
    }

    /// The storage is asked again, in this turn; answers which device is asked for too.
    fn load_again(&mut self, turn: Turn) -> Option<DocumentId> {
        self.phase = Phase::Loading;
        self.loading = true;
        self.turn = Some(turn);
        self.claimant.as_ref().map(|(device, _)| *device)
    }

    /// It is put together, in this turn.
    fn begin_opening(&mut self, opening: Opening, turn: Turn) {
        self.phase = Phase::Opening(Box::new(opening));
        self.loading = true;
        self.turn = Some(turn);
    }

    /// What was being put together, unless it was erased meanwhile. The caller says what it is now.
    fn take_opening(&mut self) -> Option<Opening> {
        self.loading = false;
        if !matches!(self.phase, Phase::Opening(_)) {
            return None;
        }
        match std::mem::replace(&mut self.phase, Phase::Loading) {
            Phase::Opening(opening) => Some(*opening),
            _ => None,
        }
    }

    /// The connection whose message is next, of those for which this holds.
    fn first_who_waits(&self, mut may: impl FnMut(u64) -> bool) -> Option<u64> {
        self.waiting.connections().find(|connection| may(*connection))
    }

    /// Makes room, if nothing about it is under way: what no one has a turn for waits without it. Says whether it
    /// is not needed at all.
    pub(super) fn make_room(&mut self, limits: &Limits) -> bool {
        if self.is_idle_since(i64::MAX) {
            return true;
        }
        if let Phase::Held(held) = &self.phase
            && held.committing.is_none()
            && self.vetting.is_none()
            && !self.loading
            && let Some(facts) = &held.facts
        {
            let size = if held.is_large(limits) { Size::Large } else { Size::Small };
            self.phase = Phase::Outside(facts.clone(), size);
        }
        false
    }
}
