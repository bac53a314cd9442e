//! Asks the server to erase the contact of a receipt. The code goes in the body, never in an address.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

use crate::visitor::Withdrawal;

/// Sends the code, of letters and digits only, and says what the server made of it.
pub(super) async fn withdraw(code: &str) -> Withdrawal {
    match post(code).await {
        Some(response) if response.ok() => Withdrawal::Done,
        Some(response) if response.status() == 404 => Withdrawal::Unknown,
        Some(_) | None => Withdrawal::Away,
    }
}

async fn post(code: &str) -> Option<Response> {
    let options = RequestInit::new();
    options.set_method("POST");
    options.set_body(&JsValue::from_str(&format!("{{\"code\":\"{code}\"}}")));
    let begun = web_sys::window()?.fetch_with_str_and_init("/api/withdraw", &options);
    JsFuture::from(begun).await.ok()?.dyn_into().ok()
}
