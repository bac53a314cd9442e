//! "Erase everything": what this app stored, and nothing of the team app on the same origin.

use js_sys::{Array, Promise};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::visitor::{storage, worker};

/// Erases storage at once; caches and the service worker follow.
pub(super) fn erase() {
    storage::clear();
    spawn_local(async {
        worker::unregister().await;
        delete_requests();
        let Some(caches) = web_sys::window().and_then(|window| window.caches().ok()) else { return };
        let Some(names) = wait(caches.keys()).await else { return };
        for name in Array::from(&names).iter().filter_map(|name| name.as_string()) {
            if name.starts_with(storage::PREFIX) {
                wait(caches.delete(&name)).await;
            }
        }
    });
}

/// The database of the forms: drafts, requests and their key. Open in another window, it goes when that
/// is closed.
fn delete_requests() {
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
    // Where there are no databases, there is none of ours.
    let _ = factory.map(|factory| factory.delete_database(storage::REQUESTS));
}

async fn wait(promise: Promise) -> Option<wasm_bindgen::JsValue> {
    JsFuture::from(promise).await.ok()
}
