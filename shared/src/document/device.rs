//! An enrolled device.
//!
//! **Shape**: root `{kind, schema, market, label, role, enrolled_by, app_version, recorded,
//! handed_in_at, storage, public_key, closing_at, closing_unsent}`.

use automerge::{
    Automerge, AutomergeError, ROOT,
    transaction::{Transactable, Transaction},
};

use super::{MarketKey, Problem, fields::Fields};

/// A device as it reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// The market it was enrolled for.
    pub market: String,
    /// What people call it.
    pub label: String,
    /// `volunteer`.
    pub role: String,
    /// Which organiser invited it.
    pub enrolled_by: String,
    /// Version of the app.
    pub app_version: String,
    /// How many contacts and feedbacks it has recorded.
    pub recorded: i64,
    /// When it declared that everything is sent, ms.
    pub handed_in_at_ms: Option<i64>,
    /// `persisted` if the browser promised to keep its data, else `best-effort`.
    pub storage: String,
    /// When an organiser read its closing code, ms, and how many documents were only there.
    pub closing: Option<(i64, i64)>,
    /// The public half of its signing key: an uncompressed P-256 point, 65 bytes.
    pub public_key: Vec<u8>,
}

/// Says what a blank device document is about.
///
/// # Errors
/// When the root cannot be written.
pub fn fill(tx: &mut Transaction<'_>, market: &MarketKey, device: &Device) -> Result<(), AutomergeError> {
    tx.put(ROOT, "market", market.as_str())?;
    tx.put(ROOT, "label", device.label.as_str())?;
    tx.put(ROOT, "role", device.role.as_str())?;
    tx.put(ROOT, "enrolled_by", device.enrolled_by.as_str())?;
    tx.put(ROOT, "app_version", device.app_version.as_str())?;
    tx.put(ROOT, "recorded", device.recorded)?;
    tx.put(ROOT, "storage", device.storage.as_str())?;
    tx.put(ROOT, "public_key", device.public_key.clone())
}

/// Sets how many contacts and feedbacks the device has recorded.
///
/// # Errors
/// When the root cannot be written.
pub fn set_recorded(tx: &mut Transaction<'_>, recorded: i64) -> Result<(), AutomergeError> {
    tx.put(ROOT, "recorded", recorded)
}

/// Sets what runs on the device and how safely it keeps its data; see [`Device::storage`].
///
/// # Errors
/// When the root cannot be written.
pub fn describe(tx: &mut Transaction<'_>, app_version: &str, storage: &str) -> Result<(), AutomergeError> {
    tx.put(ROOT, "app_version", app_version)?;
    tx.put(ROOT, "storage", storage)
}

/// Gives it another label.
///
/// # Errors
/// When the root cannot be written.
pub fn rename(tx: &mut Transaction<'_>, label: &str) -> Result<(), AutomergeError> {
    tx.put(ROOT, "label", label)
}

/// Notes what its closing code said to an organiser: it tells what is outstanding before any of it has come.
///
/// # Errors
/// When the root cannot be written.
pub fn close(tx: &mut Transaction<'_>, recorded: i64, unsent: i64, at_ms: i64) -> Result<(), AutomergeError> {
    tx.put(ROOT, "recorded", recorded)?;
    tx.put(ROOT, "closing_at", at_ms)?;
    tx.put(ROOT, "closing_unsent", unsent)
}

/// Declares that everything is sent.
///
/// # Errors
/// When the root cannot be written.
pub fn hand_in(tx: &mut Transaction<'_>, recorded: i64, at_ms: i64) -> Result<(), AutomergeError> {
    tx.put(ROOT, "recorded", recorded)?;
    tx.put(ROOT, "handed_in_at", at_ms)
}

/// Reads a device; what does not fit is reported and left out.
pub fn read(document: &Automerge) -> (Device, Vec<Problem>) {
    let mut problems = Vec::new();
    let root = Fields::root(document);
    let mut text = |key| root.text(key, &mut problems).unwrap_or_default();
    let mut device = Device {
        market: text("market"),
        label: text("label"),
        role: text("role"),
        enrolled_by: text("enrolled_by"),
        app_version: text("app_version"),
        storage: text("storage"),
        ..Device::default()
    };
    device.recorded = root.integer("recorded", &mut problems).unwrap_or_default();
    device.handed_in_at_ms = root.integer("handed_in_at", &mut problems);
    let closing_at_ms = root.integer("closing_at", &mut problems);
    device.closing = closing_at_ms.zip(root.integer("closing_unsent", &mut problems));
    device.public_key = root.bytes("public_key", &mut problems).unwrap_or_default();
    (device, problems)
}
