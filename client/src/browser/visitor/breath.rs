//! Pauses in long work.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Waits for what was begun before to come to an end, without letting the browser do anything else.
pub(super) async fn settled() {
    let _ = JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await;
}

/// Lets the browser paint and take what is typed before the work goes on.
pub(super) async fn breathe() {
    pause(0).await;
}

/// Waits for so many milliseconds.
pub(super) async fn pause(milliseconds: i32) {
    let Some(window) = web_sys::window() else { return };
    let turn = Promise::new(&mut |resolve, _| {
        let asked = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        // Refused by no browser; then it would go on at once.
        if asked.is_err() {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    let _ = JsFuture::from(turn).await;
}
