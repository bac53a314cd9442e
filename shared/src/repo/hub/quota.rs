//! What one device, or one of the staff, may make the server keep.
//!
//! Counted in memory, since the last midnight (UTC) or start, from the moment at which a change is given to the storage.
//! Whoever has made more is put off until tomorrow, before it sends more and before that is vetted: what it recorded
//! stays on the phone, which brings it again.

use std::collections::HashMap;

use crate::{
    document::Kind,
    sync::{
        share_policy::{Facts, Owner},
        vetting::Limits,
    },
};

/// More of what someone brings on one day is refused without being kept: each costs a write.
const MAX_QUARANTINED: usize = 50;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// What everyone has made today.
#[derive(Debug, Default)]
pub(super) struct Quotas {
    day: i64,
    spent: HashMap<Owner, Spent>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Spent {
    documents: usize,
    bytes: usize,
    without_kind: usize,
    /// Refused inputs that were kept.
    quarantined: usize,
}

/// What a commit takes of a quota.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cost {
    /// Who has brought it.
    by: Owner,
    is_new: bool,
    bytes: usize,
    /// How many more documents have no kind after it.
    without_kind: isize,
}

impl Cost {
    /// Of a change by `by` that takes `bytes`, to a document of which this was known.
    pub(super) fn new(by: Owner, before: Option<&Facts>, kind: Option<Kind>, bytes: usize) -> Self {
        let without_kind = match (before, kind) {
            (None, None) => 1,
            (Some(Facts { kind: None, .. }), Some(_)) => -1,
            (_, _) => 0,
        };
        Self { by, is_new: before.is_none(), bytes, without_kind }
    }
}

/// What is left of a quota.
#[derive(Clone, Copy, Debug)]
pub(super) struct Left {
    documents: bool,
    bytes: bool,
    without_kind: bool,
}

impl Left {
    /// Whether a change may be taken in, as far as can be said before it is read.
    pub(super) fn allows(self, is_new: bool) -> bool {
        self.bytes && (self.documents || !is_new)
    }
}

impl Quotas {
    /// What is left for someone. What organisers make together is not counted.
    pub(super) fn left(&mut self, now_ms: i64, by: Owner, limits: &Limits) -> Left {
        self.begin(now_ms);
        let spent = self.spent.get(&by).copied().unwrap_or_default();
        Left {
            documents: spent.documents < limits.documents_a_day,
            bytes: spent.bytes < limits.bytes_a_day,
            without_kind: spent.without_kind < limits.without_kind,
        }
    }

    /// Takes what a change costs, if there is enough left for it.
    pub(super) fn take(&mut self, now_ms: i64, cost: &Cost, limits: &Limits) -> bool {
        let left = self.left(now_ms, cost.by, limits);
        let is_enough = left.allows(cost.is_new) && (left.without_kind || cost.without_kind <= 0);
        if is_enough && cost.by != Owner::Organisers {
            let spent = self.spent.entry(cost.by).or_default();
            spent.documents += usize::from(cost.is_new);
            spent.bytes = spent.bytes.saturating_add(cost.bytes);
            spent.without_kind = spent.without_kind.saturating_add_signed(cost.without_kind);
        }
        is_enough
    }

    /// Gives back what was taken for a change that could not be stored.
    pub(super) fn give_back(&mut self, now_ms: i64, cost: &Cost) {
        self.begin(now_ms);
        let Some(spent) = self.spent.get_mut(&cost.by) else { return };
        spent.documents = spent.documents.saturating_sub(usize::from(cost.is_new));
        spent.bytes = spent.bytes.saturating_sub(cost.bytes);
        spent.without_kind = spent.without_kind.saturating_add_signed(-cost.without_kind);
    }

    /// Whether one more refused input of someone is kept; of organisers, those of all together count.
    pub(super) fn may_quarantine(&mut self, now_ms: i64, by: Owner) -> bool {
        self.begin(now_ms);
        let spent = self.spent.entry(by).or_default();
        spent.quarantined = spent.quarantined.saturating_add(1);
        spent.quarantined <= MAX_QUARANTINED
    }

    /// Begins anew on another day, also if the clock was set back.
    fn begin(&mut self, now_ms: i64) {
        let day = day_of(now_ms);
        if day != self.day {
            *self = Self { day, spent: HashMap::new() };
        }
    }
}

/// The number of a day (UTC).
pub(super) fn day_of(ms: i64) -> i64 {
    ms.div_euclid(DAY_MS)
}

/// How long a day still is.
pub(super) fn ms_until_tomorrow(now_ms: i64) -> i64 {
    DAY_MS - now_ms.rem_euclid(DAY_MS)
}
