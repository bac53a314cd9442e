//! The team app's service worker: registration, and the update that waits for consent.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    RegistrationOptions, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
};

use crate::services::spawn;

use crate::browser::device::{Listener, property, window};

const SCRIPT: &str = "/team/sw.js";
const SCOPE: &str = "/team/";

/// Registers the worker and calls `then` each time a newer version has been fetched and waits.
pub(super) fn on_update(then: Rc<dyn Fn()>) {
    let Some(container) = container() else { return };
    spawn(async move {
        let options = RegistrationOptions::new();
        options.set_scope(SCOPE);
        let Ok(registration) = JsFuture::from(container.register_with_options(SCRIPT, &options)).await else {
            return;
        };
        let registration: ServiceWorkerRegistration = registration.unchecked_into();
        if registration.waiting().is_some() && container.controller().is_some() {
            then();
        }
        let found = Listener::new(&registration.clone(), "updatefound", move |_| {
            if let Some(installing) = registration.installing() {
                tell_when_installed(&installing, &container, Rc::clone(&then));
            }
        });
        // The registration lives as long as the page.
        std::mem::forget(found);
    });
}

/// Tells the waiting version to take over; the page is loaded again as soon as it has.
pub(super) fn apply_update() {
    let Some(container) = container() else { return };
    spawn(async move {
        let Ok(registration) = JsFuture::from(container.get_registration_with_document_url(SCOPE)).await
        else {
            return;
        };
        let Some(waiting) = registration
            .dyn_into::<ServiceWorkerRegistration>()
            .ok()
            .and_then(|registration| registration.waiting())
        else {
            return;
        };
        let changed = Listener::new(&container, "controllerchange", |_| {
            window().location().reload().expect("a page can be loaded again");
        });
        // It must outlive this function, and the page ends with it.
        std::mem::forget(changed);
        if let Err(error) = waiting.post_message(&JsValue::from_str("take-over")) {
            web_sys::console::debug_1(&error);
        }
    });
}

/// Tells the worker, as soon as there is one, that an organiser works in this browser.
pub(super) fn keep_desk() {
    let Some(container) = container() else { return };
    spawn(async move {
        let Ok(ready) = container.ready() else { return };
        let Ok(registration) = JsFuture::from(ready).await else { return };
        let registration: ServiceWorkerRegistration = registration.unchecked_into();
        if let Some(worker) = registration.active()
            && let Err(error) = worker.post_message(&JsValue::from_str("keep-desk"))
        {
            web_sys::console::debug_1(&error);
        }
    });
}

fn tell_when_installed(installing: &ServiceWorker, container: &ServiceWorkerContainer, then: Rc<dyn Fn()>) {
    let (worker, container) = (installing.clone(), container.clone());
    let changed = Listener::new(installing, "statechange", move |_| {
        // Without a controller this is the first version, and nothing is newer than it.
        if worker.state() == ServiceWorkerState::Installed && container.controller().is_some() {
            then();
        }
    });
    // The worker tells its state as long as it lives.
    std::mem::forget(changed);
}

fn container() -> Option<ServiceWorkerContainer> {
    property(&window().navigator(), "serviceWorker").dyn_into().ok()
}
