//! A key that follows from a PIN: PBKDF2 with SHA-256, never extractable.
//!
//! It holds up whoever finds the phone. Four digits hold up nobody who copies its memory and tries them all.

use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use crate::{
    browser::device::web_crypto::{algorithm, settle, subtle, usages},
    services::KeyError,
};

/// As OWASP advises; about half a second on a phone.
const ITERATIONS: f64 = 600_000.0;

pub(super) async fn derive(pin: &str, salt: [u8; 16]) -> Result<CryptoKey, KeyError> {
    let typed: Object = Uint8Array::from(pin.as_bytes()).into();
    let material = settle(
        "import pin",
        subtle()?.import_key_with_str("raw", &typed, "PBKDF2", false, &usages(&["deriveKey"])),
    )
    .await?;
    let derivation = algorithm(
        "PBKDF2",
        &[
            ("hash", &JsValue::from_str("SHA-256")),
            ("salt", &Uint8Array::from(salt.as_slice()).into()),
            ("iterations", &JsValue::from_f64(ITERATIONS)),
        ],
    );
    let length = algorithm("AES-GCM", &[("length", &JsValue::from_f64(256.0))]);
    let derived = subtle()?.derive_key_with_object_and_object(
        &derivation,
        &material.unchecked_into(),
        &length,
        false,
        &usages(&["encrypt", "decrypt"]).unchecked_into::<Array>(),
    );
    Ok(settle("derive key of pin", derived).await?.unchecked_into())
}
