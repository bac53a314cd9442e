//! The few things that stay on the phone, in `localStorage`; keys begin with the app's name.

use web_sys::Storage;

/// What the keys of this app begin with.
pub(super) const PREFIX: &str = "markt-visitor-";

/// Name of the database of the forms.
#[cfg(any(feature = "ask", feature = "about"))]
pub(super) const REQUESTS: &str = "markt-visitor-ask";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Reads.
pub(super) fn read(key: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{key}")).ok()?
}

/// Writes, or takes away; whether it is stored now.
pub(super) fn store(key: &str, value: Option<&str>) -> bool {
    let key = format!("{PREFIX}{key}");
    let stored = storage().map(|storage| match value {
        Some(value) => storage.set_item(&key, value),
        None => storage.remove_item(&key),
    });
    matches!(stored, Some(Ok(())))
}

/// Takes away all that this app stored here.
#[cfg(feature = "about")]
pub(super) fn clear() {
    let Some(storage) = storage() else { return };
    let count = storage.length().unwrap_or(0);
    let keys: Vec<String> = (0..count).filter_map(|at| storage.key(at).ok().flatten()).collect();
    for key in keys.iter().filter(|key| key.starts_with(PREFIX)) {
        // What can not be removed was not readable either.
        let _ = storage.remove_item(key);
    }
}
