//! Loads bytes, and tells an answer of the server from one that the service worker had kept.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// The service worker's mark on what it kept.
const KEPT: &str = "markt-kept";

/// An answer.
pub(super) struct Answer {
    /// Its body.
    pub bytes: Vec<u8>,
    /// Whether the server was away and the service worker answered.
    pub kept: bool,
}

/// Starts to load; the browser works on it before anyone waits.
pub(super) fn begin(url: &str, cache: RequestCache) -> Promise {
    let options = RequestInit::new();
    options.set_cache(cache);
    match web_sys::window() {
        Some(window) => window.fetch_with_str_and_init(url, &options),
        None => Promise::reject(&JsValue::UNDEFINED),
    }
}

/// Waits for what [`begin`] began.
pub(super) async fn end(begun: Promise) -> Option<Answer> {
    let response: Response = JsFuture::from(begun).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let kept = response.headers().has(KEPT).unwrap_or(false);
    let body = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Answer { bytes: Uint8Array::new(&body).to_vec(), kept })
}
