//! The service worker of the visitor app: registered once the app is alive, or it would compete for
//! the bandwidth of the first visit. A new version waits until the visitor agrees.

use std::cell::Cell;

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};
use yew::Callback;

const SCRIPT: &str = "/sw.js";

/// Browsers have none outside of secure origins, and in some private modes.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let found = Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).ok()?;
    found.dyn_into().ok()
}

async fn registration() -> Option<ServiceWorkerRegistration> {
    JsFuture::from(container()?.get_registration_with_document_url("/")).await.ok()?.dyn_into().ok()
}

/// Registers it; `on_waiting` is told of a new version that waits.
pub(super) fn register(on_waiting: Callback<()>) {
    let Some(container) = container() else { return };
    spawn_local(async move {
        let Ok(registered) = JsFuture::from(container.register(SCRIPT)).await else { return };
        // Some browsers that block workers answer with nothing.
        let Ok(registration) = registered.dyn_into::<ServiceWorkerRegistration>() else { return };
        if registration.waiting().is_some() && container.controller().is_some() {
            on_waiting.emit(());
        }
        let found = {
            let registration = registration.clone();
            Closure::<dyn Fn()>::new(move || {
                if let Some(worker) = registration.installing() {
                    watch(worker, container.clone(), on_waiting.clone());
                }
            })
        };
        registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
        // It listens as long as the page lives.
        found.forget();
    });
}

/// The first worker of all takes over without asking: then there is no controller yet.
fn watch(worker: ServiceWorker, container: ServiceWorkerContainer, on_waiting: Callback<()>) {
    let changed = {
        let worker = worker.clone();
        Closure::<dyn Fn()>::new(move || {
            if worker.state() == ServiceWorkerState::Installed && container.controller().is_some() {
                on_waiting.emit(());
            }
        })
    };
    worker.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
    changed.forget();
}

/// Lets the waiting version take over, then loads the page anew.
pub(super) fn activate() {
    let Some(container) = container() else { return };
    let reloaded = Cell::new(false);
    let changed = Closure::<dyn Fn(Event)>::new(move |_| {
        if !reloaded.replace(true) {
            reload();
        }
    });
    container.set_oncontrollerchange(Some(changed.as_ref().unchecked_ref()));
    changed.forget();
    spawn_local(async {
        let waiting = registration().await.and_then(|registration| registration.waiting());
        match waiting {
            Some(worker) => {
                // A worker that can not be told has gone already.
                let _ = worker.post_message(&JsValue::from_str("activate"));
            }
            None => reload(),
        }
    });
}

/// Takes it away.
#[cfg(feature = "about")]
pub(super) async fn unregister() {
    if let Some(registration) = registration().await
        && let Ok(begun) = registration.unregister()
    {
        // Failing, it stays: it holds nothing that is personal.
        let _ = JsFuture::from(begun).await;
    }
}

fn reload() {
    if let Some(window) = web_sys::window() {
        // Navigation is refused only while the page goes away anyway.
        let _ = window.location().reload();
    }
}
