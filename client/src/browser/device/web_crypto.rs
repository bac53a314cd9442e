//! Web Crypto: its promises, parameters and bytes.

use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::SubtleCrypto;

use super::{message_of, set_property, window};
use crate::services::KeyError;

/// Web Crypto; missing where the page was not loaded securely.
pub(in crate::browser) fn subtle() -> Result<SubtleCrypto, KeyError> {
    let subtle = window().crypto().map_err(|_| KeyError::Unavailable)?.subtle();
    if JsValue::from(subtle.clone()).is_undefined() { Err(KeyError::Unavailable) } else { Ok(subtle) }
}

/// Waits for a promise of Web Crypto.
pub(in crate::browser) async fn settle(
    operation: &'static str,
    promise: Result<js_sys::Promise, JsValue>,
) -> Result<JsValue, KeyError> {
    let failed = |error: JsValue| KeyError::Failed { operation, message: message_of(&error) };
    JsFuture::from(promise.map_err(failed)?).await.map_err(failed)
}

/// The bytes of an `ArrayBuffer`.
pub(in crate::browser) fn bytes_of(buffer: &JsValue) -> Vec<u8> {
    Uint8Array::new(buffer).to_vec()
}

/// An algorithm's name with its parameters.
pub(in crate::browser) fn algorithm(name: &str, parameters: &[(&str, &JsValue)]) -> Object {
    let algorithm = Object::new();
    set_property(&algorithm, "name", &JsValue::from_str(name));
    for (name, value) in parameters {
        set_property(&algorithm, name, value);
    }
    algorithm
}

/// A list of key usages.
pub(in crate::browser) fn usages(usages: &[&str]) -> JsValue {
    usages.iter().map(|usage| JsValue::from_str(usage)).collect::<Array>().unchecked_into()
}
