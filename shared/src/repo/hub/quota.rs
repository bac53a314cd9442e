//! What one device, or one of the staff, may make the server keep.
//!
//! Counted in memory, since the last midnight (UTC) or start. Whoever has made more is put off until tomorrow: what it
//! recorded stays on the phone, which brings it again.

use std::collections::HashMap;

use crate::{
    document::Kind,
    sync::{
        share_policy::{Facts, Owner},
        vetting::Limits,
    },
};

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

impl Quotas {
    /// Whether there is enough left for it. What organisers make together is not counted.
    pub(super) fn allow(&mut self, now_ms: i64, cost: &Cost, limits: &Limits) -> bool {
        self.begin(now_ms);
        let spent = self.spent.get(&cost.by).copied().unwrap_or_default();
        let fits = |spent: usize, adds: bool, limit: usize| !adds || spent < limit;
        fits(spent.documents, cost.is_new, limits.documents_a_day)
            && fits(spent.bytes, true, limits.bytes_a_day)
            && fits(spent.without_kind, cost.without_kind > 0, limits.without_kind)
    }

    /// Counts what has become durable.
    pub(super) fn charge(&mut self, now_ms: i64, cost: &Cost) {
        if cost.by == Owner::Organisers {
            return;
        }
        self.begin(now_ms);
        let spent = self.spent.entry(cost.by).or_default();
        spent.documents += usize::from(cost.is_new);
        spent.bytes = spent.bytes.saturating_add(cost.bytes);
        spent.without_kind = spent.without_kind.saturating_add_signed(cost.without_kind);
    }

    /// Begins anew on another day, also if the clock was set back.
    fn begin(&mut self, now_ms: i64) {
        let day = now_ms.div_euclid(DAY_MS);
        if day != self.day {
            *self = Self { day, spent: HashMap::new() };
        }
    }
}
