//! The browser behind the ports of [`crate::services`]. It translates and decides nothing.

mod api;
mod clock;
mod draft_key;
mod indexed_db;
mod keys;
mod locks;
mod page;
mod random;
mod signing_key;
pub(super) mod start;
mod storage_health;
mod web_socket;
mod worker;

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use crate::services::{Guard, Services, StorageError};

/// All ports on this browser. The database is opened here; it fails in some private windows.
async fn services() -> (Services, Option<StorageError>) {
    let (storage, failure) = match indexed_db::IndexedDb::open().await {
        Ok(storage) => (Rc::new(storage), None),
        Err(error) => (Rc::new(indexed_db::IndexedDb::unavailable()), Some(error)),
    };
    let services = Services {
        keys: Rc::new(keys::BrowserKeys::new(Rc::clone(&storage))),
        storage,
        transport: Rc::new(web_socket::WebSocketTransport),
        clock: Rc::new(clock::BrowserClock),
        random: Rc::new(random::BrowserRandom),
        api: Rc::new(api::FetchApi),
        platform: Rc::new(page::Page),
    };
    (services, failure)
}

fn window() -> web_sys::Window {
    web_sys::window().expect("the app runs in a page")
}

/// The browser's own words for a failure, for the log only.
fn message_of(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::message))
        .unwrap_or_default()
}

/// `object[name]`, `undefined` if either is missing.
fn property(object: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn set_property(object: &js_sys::Object, name: &str, value: &JsValue) {
    js_sys::Reflect::set(object, &JsValue::from_str(name), value).expect("a fresh object takes any property");
}

/// A listener that is taken away when dropped.
struct Listener {
    target: web_sys::EventTarget,
    event: &'static str,
    closure: Closure<dyn FnMut(web_sys::Event)>,
}

impl Listener {
    fn new(
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
