//! Files that go from one phone to another. Share sheets take text only, so it is text.

use js_sys::{Array, Function, Object, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{FilePropertyBag, HtmlInputElement};

use crate::{
    browser::device::{property, set_property, window},
    services::{LocalFuture, spawn},
};

/// Media type of the files.
pub(super) const TEXT: &str = "text/plain";
/// A bundle of the largest size, as text.
const MAX_BYTES: f64 = 8_500_000.0;

/// Opens the phone's sheet for sending; `false` if it has none for files.
pub(super) fn share(name: &str, text: &str) -> bool {
    let navigator: JsValue = window().navigator().into();
    let options = FilePropertyBag::new();
    options.set_type(TEXT);
    let parts = Array::of1(&text.into());
    let Ok(file) = web_sys::File::new_with_str_sequence_and_options(&parts, name, &options) else {
        return false;
    };
    let what = Object::new();
    set_property(&what, "files", &Array::of1(&file));
    let call = |method: &str| {
        let method: Function = property(&navigator, method).dyn_into().ok()?;
        method.call1(&navigator, &what).ok()
    };
    if !call("canShare").is_some_and(|can| can.is_truthy()) {
        return false;
    }
    let shared = call("share").and_then(|begun| begun.dyn_into::<Promise>().ok());
    if let Some(shared) = shared {
        // Whoever closes the sheet again knows it.
        spawn(async move { drop(JsFuture::from(shared).await) });
        return true;
    }
    false
}

/// The bytes of the chosen file; the same one can be chosen again.
pub(super) fn read(input: &HtmlInputElement) -> LocalFuture<Option<Vec<u8>>> {
    let file = property(&property(input, "files"), "0");
    let fits = property(&file, "size").as_f64().is_some_and(|bytes| bytes <= MAX_BYTES);
    let reading = property(&file, "arrayBuffer")
        .dyn_into::<Function>()
        .ok()
        .filter(|_| fits)
        .and_then(|read| read.call0(&file).ok()?.dyn_into::<Promise>().ok());
    input.set_value("");
    Box::pin(async move { JsFuture::from(reading?).await.ok().map(|bytes| Uint8Array::new(&bytes).to_vec()) })
}
