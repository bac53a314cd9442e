//! Whether the browser will keep what the app stores.
//!
//! `navigator.storage` is missing in some engines, and `persist()` may never settle in others; so
//! its answer is waited for only for a moment.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::services::StorageHealth;

use super::{property, window};

/// Long enough for an answer, short enough not to hold up the start.
const PATIENCE_MS: i32 = 800;

pub(super) async fn ask() -> StorageHealth {
    let storage = property(&window().navigator(), "storage");
    let estimate = call(&storage, "estimate").await;
    let (quota, usage) = (property(&estimate, "quota").as_f64(), property(&estimate, "usage").as_f64());
    if let (Some(quota), Some(usage)) = (quota, usage)
        && quota - usage < StorageHealth::LOW_BYTES
    {
        return StorageHealth::AlmostFull;
    }
    if call(&storage, "persisted").await.is_truthy() || call(&storage, "persist").await.is_truthy() {
        return StorageHealth::Persisted;
    }
    StorageHealth::MayBeCleared
}

/// What the method's promise settles with in time; `undefined` if there is no such method, no
/// answer, or a failure.
async fn call(storage: &JsValue, method: &str) -> JsValue {
    let Ok(method) = property(storage, method).dyn_into::<Function>() else { return JsValue::UNDEFINED };
    let Ok(answer) = method.call0(storage) else { return JsValue::UNDEFINED };
    let patience = Promise::new(&mut |resolve, _| {
        window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE_MS)
            .expect("a page has timers");
    });
    JsFuture::from(Promise::race(&Array::of2(&answer, &patience))).await.unwrap_or(JsValue::UNDEFINED)
}
