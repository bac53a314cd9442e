//! What crossed the wire.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

/// Counted for all phones together.
#[derive(Debug, Default)]
pub(crate) struct Traffic {
    sent: AtomicU64,
    received: AtomicU64,
    errors: Mutex<BTreeMap<String, u64>>,
    cuts: AtomicU64,
}

impl Traffic {
    pub(crate) fn sent(&self, bytes: usize) {
        self.sent.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    pub(crate) fn received(&self, bytes: usize) {
        self.received.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// Something that must not happen.
    pub(crate) fn error(&self, what: impl Into<String>) {
        let mut errors = self.errors.lock().unwrap_or_else(PoisonError::into_inner);
        *errors.entry(what.into()).or_default() += 1;
    }

    /// A connection was cut on purpose.
    pub(crate) fn cut(&self) {
        self.cuts.fetch_add(1, Ordering::Relaxed);
    }

    /// All of it, for the report.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let errors = self.errors.lock().unwrap_or_else(PoisonError::into_inner);
        serde_json::json!({
            "sent": count(&self.sent),
            "received": count(&self.received),
            "errors": errors.values().sum::<u64>(),
            "what": *errors,
            "cuts": count(&self.cuts),
        })
    }
}
