//! What every program that keeps sealed things asks of a browser: database, keys, clock, server.

pub(super) mod api;
pub(super) mod clock;
pub(super) mod draft_key;
pub(super) mod indexed_db;
pub(super) mod random;
mod storage_health;
pub(super) mod web_crypto;

use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use crate::services::Guard;

pub(super) fn window() -> web_sys::Window {
    web_sys::window().expect("the app runs in a page")
}

/// The browser's own words for a failure, for the log only.
pub(super) fn message_of(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::message))
        .unwrap_or_default()
}

/// `object[name]`, `undefined` if either is missing.
pub(super) fn property(object: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

pub(super) fn set_property(object: &js_sys::Object, name: &str, value: &JsValue) {
    js_sys::Reflect::set(object, &JsValue::from_str(name), value).expect("a fresh object takes any property");
}

/// A listener that is taken away when dropped.
pub(super) struct Listener {
    target: web_sys::EventTarget,
    event: &'static str,
    closure: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listener {
    pub(super) fn new(
        target: &web_sys::EventTarget,
        event: &'static str,
        then: impl FnMut(web_sys::Event) + 'static,
    ) -> Self {
        let closure = Closure::<dyn FnMut(web_sys::Event)>::new(then);
        target
            .add_event_listener_with_callback(event, closure.as_ref().unchecked_ref())
            .expect("an event target takes listeners");
        Self { target: target.clone(), event, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.target
            .remove_event_listener_with_callback(self.event, self.closure.as_ref().unchecked_ref())
            .expect("the listener was added");
    }
}

impl Guard for Listener {}
impl Guard for Vec<Listener> {}
