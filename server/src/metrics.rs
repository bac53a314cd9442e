//! Counters for `/metrics`: numbers only, never who or what.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// A number that only rises.
#[derive(Debug, Default)]
pub(crate) struct Counter(AtomicU64);

impl Counter {
    /// Counts `n` more.
    pub(crate) fn add(&self, n: u64) {
        self.0.fetch_add(n, Ordering::Relaxed);
    }

    fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A number that rises and falls.
#[derive(Debug, Default)]
pub(crate) struct Gauge(AtomicU64);

impl Gauge {
    /// One more.
    pub(crate) fn rise(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// One less.
    pub(crate) fn fall(&self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }

    /// So many now.
    pub(crate) fn set(&self, n: u64) {
        self.0.store(n, Ordering::Relaxed);
    }
}

/// Work under way that no one waits for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Preparing(Arc<AtomicU64>);

/// One piece of it; ends when dropped.
#[derive(Debug)]
pub(crate) struct Preparation(Arc<AtomicU64>);

impl Preparing {
    /// Begins a piece.
    pub(crate) fn begin(&self) -> Preparation {
        self.0.fetch_add(1, Ordering::Relaxed);
        Preparation(Arc::clone(&self.0))
    }
}

impl Drop for Preparation {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Everything that is counted.
#[derive(Debug, Default)]
pub(crate) struct Metrics {
    /// Open sync connections.
    pub connections: Gauge,
    /// Documents that the sync core holds in memory; counted once a second.
    pub documents_in_memory: Gauge,
    /// Catalogs and pages that are being compiled, rendered or compressed; nothing at rest.
    pub preparing: Preparing,
    /// Frames received.
    pub frames_in: Counter,
    /// Frames sent.
    pub frames_out: Counter,
    /// Changes committed.
    pub commits: Counter,
    /// Changes whose commit failed.
    pub commit_failures: Counter,
    /// Inputs refused into quarantine.
    pub quarantined: Counter,
    /// Vettings that did not end in time; each leaves a thread behind until the next start.
    pub vettings_given_up: Counter,
    /// Events whose handling panicked.
    pub panics: Counter,
    /// Letters of visitors taken in.
    pub letters: Counter,
    /// Catalogs compiled.
    pub catalogs_compiled: Counter,
    /// Pages rendered.
    pub pages_rendered: Counter,
    /// Sign-ins refused.
    pub sign_ins_refused: Counter,
}

impl Metrics {
    /// In Prometheus' text format; `transactions` is the storage's count, each with one fsync.
    pub(crate) fn to_text(&self, transactions: u64) -> String {
        let counters = [
            ("markt_sync_frames_received_total", &self.frames_in),
            ("markt_sync_frames_sent_total", &self.frames_out),
            ("markt_commits_total", &self.commits),
            ("markt_commit_failures_total", &self.commit_failures),
            ("markt_quarantined_total", &self.quarantined),
            ("markt_vettings_given_up_total", &self.vettings_given_up),
            ("markt_panics_total", &self.panics),
            ("markt_letters_total", &self.letters),
            ("markt_catalogs_compiled_total", &self.catalogs_compiled),
            ("markt_pages_rendered_total", &self.pages_rendered),
            ("markt_sign_ins_refused_total", &self.sign_ins_refused),
        ];
        let mut text = String::from("# TYPE markt_sync_connections gauge\n");
        text += &format!("markt_sync_connections {}\n", self.connections.0.load(Ordering::Relaxed));
        text += "# TYPE markt_documents_in_memory gauge\n";
        text +=
            &format!("markt_documents_in_memory {}\n", self.documents_in_memory.0.load(Ordering::Relaxed));
        text += "# TYPE markt_preparing gauge\n";
        text += &format!("markt_preparing {}\n", self.preparing.0.load(Ordering::Relaxed));
        let counters = counters.map(|(name, counter)| (name, counter.get()));
        for (name, count) in counters.into_iter().chain([("markt_transactions_total", transactions)]) {
            text += &format!("# TYPE {name} counter\n{name} {count}\n");
        }
        text
    }
}
