//! Giving a link away by the phone's own sheet, or by the clipboard.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::list::phone::{Shared, Sharing};

/// What this browser has.
pub(super) fn sharing() -> Sharing {
    match method(&navigator(), "share") {
        Some(_) => Sharing::Send,
        None => Sharing::Copy,
    }
}

/// Gives a link away.
pub(super) async fn share(title: String, link: String) -> Shared {
    let navigator = navigator();
    if let Some(share) = method(&navigator, "share") {
        let what = Object::new();
        for (key, value) in [("title", &title), ("url", &link)] {
            // Never refused for a fresh object.
            let _ = Reflect::set(&what, &key.into(), &value.into());
        }
        return match settled(share.call1(&navigator, &what)).await {
            Ok(_) => Shared::Handed,
            Err(fault) if is_change_of_mind(&fault) => Shared::Handed,
            Err(_) => Shared::Refused,
        };
    }
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).unwrap_or_default();
    let Some(write) = method(&clipboard, "writeText") else { return Shared::Refused };
    match settled(write.call1(&clipboard, &link.into())).await {
        Ok(_) => Shared::Copied,
        Err(_) => Shared::Refused,
    }
}

/// Whoever closes the sheet again knows it.
fn is_change_of_mind(fault: &JsValue) -> bool {
    Reflect::get(fault, &"name".into()).ok().and_then(|name| name.as_string()).as_deref()
        == Some("AbortError")
}

async fn settled(begun: Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(begun?.dyn_into::<Promise>()?).await
}

fn navigator() -> JsValue {
    web_sys::window().map(|window| window.navigator().into()).unwrap_or_default()
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
