//! Asks the server to erase the contact of a receipt. The code goes in the body, never in an address.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{RequestInit, Response};

use crate::{
    browser::visitor::phone::BrowserPhone,
    visitor::{Withdrawal, phone::PhoneEvent},
};

/// Sends the code, of letters and digits only, and tells what the server made of it.
pub(super) fn withdraw(phone: BrowserPhone, code: String) {
    spawn_local(async move {
        let outcome = outcome(&code).await;
        phone.tell(PhoneEvent::Withdrawal(outcome));
    });
}

async fn outcome(code: &str) -> Withdrawal {
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
