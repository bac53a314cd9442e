//! Messages that wait for a document, and how much of them the hub holds.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use super::peer::PutOff;
use crate::sync::{
    RefusalCode,
    claim::Claim,
    vetting::{self, Outline},
};

/// A sync message.
#[derive(Debug)]
pub(super) struct Incoming {
    pub(super) connection: u64,
    /// Its place among all that came and all that was put off.
    pub(super) arrived: u64,
    pub(super) data: Arc<Vec<u8>>,
    /// What it says of itself, or why it is not read.
    pub(super) outline: Result<Outline, RefusalCode>,
    pub(super) claim: Option<Claim>,
    pub(super) voucher: Option<Vec<u8>>,
    /// What it counts for while it is held.
    load: Option<Load<2>>,
}

/// A short-lived message.
#[derive(Debug)]
pub(super) struct Ephemeral {
    pub(super) connection: u64,
    pub(super) session: String,
    pub(super) count: u64,
    pub(super) data: Vec<u8>,
}

/// Bytes that are held, of one connection or of all.
#[derive(Clone, Debug, Default)]
pub(super) struct Scale(Arc<AtomicUsize>);

/// Bytes on some scales, taken off when this is dropped, wherever that happens.
#[derive(Debug)]
pub(super) struct Load<const N: usize> {
    bytes: usize,
    scales: [Scale; N],
}

impl Incoming {
    pub(super) fn new(
        connection: u64,
        data: Vec<u8>,
        claim: Option<Claim>,
        voucher: Option<Vec<u8>>,
    ) -> Self {
        let outline = vetting::outline(&data);
        Self { connection, arrived: 0, data: Arc::new(data), outline, claim, voucher, load: None }
    }

    /// Notes that it is held from now on.
    pub(super) fn is_held(&mut self, load: Load<2>) {
        self.load = Some(load);
    }

    /// What it counts for, without what it says.
    pub(super) fn into_load(self) -> Option<Load<2>> {
        self.load
    }

    /// Puts something else in place of what it says.
    pub(super) fn says_only(&mut self, data: Vec<u8>) {
        self.outline = vetting::outline(&data);
        self.data = Arc::new(data);
    }

    /// Whether it brings changes.
    pub(super) fn brings_changes(&self) -> bool {
        matches!(self.outline, Ok(Outline { has_changes: true, .. }))
    }

    /// What is put off with it.
    pub(super) fn what_is_put_off(&self) -> PutOff {
        match self.outline {
            Ok(Outline { has_heads: false, has_changes: false }) => PutOff::Request,
            Ok(_) | Err(_) => PutOff::Changes,
        }
    }
}

impl Scale {
    pub(super) fn bytes(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

impl<const N: usize> Load<N> {
    pub(super) fn new(bytes: usize, scales: [&Scale; N]) -> Self {
        for scale in scales {
            scale.0.fetch_add(bytes, Ordering::Relaxed);
        }
        Self { bytes, scales: scales.map(Clone::clone) }
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Puts something else in its place.
    pub(super) fn becomes(&mut self, bytes: usize) {
        for scale in &self.scales {
            scale.0.fetch_add(bytes, Ordering::Relaxed);
            scale.0.fetch_sub(self.bytes, Ordering::Relaxed);
        }
        self.bytes = bytes;
    }
}

impl<const N: usize> Drop for Load<N> {
    fn drop(&mut self) {
        for scale in &self.scales {
            scale.0.fetch_sub(self.bytes, Ordering::Relaxed);
        }
    }
}
