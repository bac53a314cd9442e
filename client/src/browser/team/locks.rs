//! One writer per browser, by Web Locks: two tabs that write the same documents would overwrite
//! each other's rows.
//!
//! The interface is read by name: bindings for it are not stable yet.

use std::rc::Rc;

use js_sys::{Function, Object, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use crate::services::{Claim, Writer};

use crate::browser::device::{property, set_property, window};

const NAME: &str = "markt-team-writer";

/// Asks for the lock and tells `then` what became of it; without Web Locks every tab writes.
pub(super) fn become_writer(claim: Claim, then: Rc<dyn Fn(Writer)>) {
    let locks = property(&window().navigator(), "locks");
    let Ok(request) = property(&locks, "request").dyn_into::<Function>() else {
        then(Writer::Me);
        return;
    };
    let options = Object::new();
    match claim {
        Claim::Take => set_property(&options, "steal", &JsValue::TRUE),
        Claim::Wait => then(Writer::Waiting),
    }
    let granted = Closure::once_into_js({
        let then = Rc::clone(&then);
        // The lock is held as long as the promise is pending: until the page goes away.
        move |_: JsValue| {
            then(Writer::Me);
            Promise::new(&mut |_, _| {})
        }
    });
    let lost = Closure::once(move |_: JsValue| then(Writer::Lost));
    match request.call3(&locks, &JsValue::from_str(NAME), &options, &granted) {
        Ok(held) => {
            let _never_used_again = held.unchecked_into::<Promise>().catch(&lost);
            lost.forget();
        }
        Err(error) => web_sys::console::debug_1(&error),
    }
}
