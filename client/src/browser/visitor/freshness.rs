//! Whether the server answers, and whether it has a newer catalog.
//!
//! `navigator.onLine` says nothing about the server, so only answers count.

use std::{cell::RefCell, rc::Rc};

use shared::catalog::Catalog;
use wasm_bindgen_futures::spawn_local;
use web_sys::{RequestCache, VisibilityState};

use super::{
    breath::breathe,
    fetch,
    phone::{browser, on},
};
use crate::visitor::{Network, Published, phone::PhoneEvent};

/// Names the current catalogs.
const CURRENT: &str = "/catalog/current";

/// What the server publishes now.
pub(super) struct Current {
    lines: String,
    /// Whether the server is there.
    pub network: Network,
}

impl Current {
    fn value(&self, name: &str) -> Option<&str> {
        self.lines
            .lines()
            .find_map(|line| line.split_once(' ').filter(|(known, _)| *known == name).map(|(_, it)| it))
    }

    /// Address of what is published under a name: a language for its catalog.
    pub(super) fn address(&self, name: &str) -> Option<String> {
        self.value(name).map(|hash| format!("/catalog/{name}/{hash}"))
    }

    /// The date, if the server runs with one set by hand.
    pub(super) fn today(&self) -> Option<String> {
        self.value("today").map(str::to_owned)
    }
}

/// Asks what is published.
pub(super) async fn current() -> Option<Current> {
    let answer = fetch::end(fetch::begin(CURRENT, RequestCache::NoStore)).await?;
    let lines = String::from_utf8(answer.bytes).ok()?;
    Some(Current { lines, network: if answer.kept { Network::Away } else { Network::There } })
}

/// Loads a catalog.
pub(super) async fn catalog(begun: js_sys::Promise) -> Option<Published> {
    let answer = fetch::end(begun).await?;
    breathe().await;
    Catalog::from_bytes(&answer.bytes).ok().map(|catalog| Published(Rc::new(catalog)))
}

/// Who is told of the server and its catalogs, as long as the page lives.
struct Watch<Tell> {
    language: String,
    /// Address of the catalog that was loaded last.
    loaded: RefCell<String>,
    tell: Tell,
}

/// Looks for the server now, whenever the page comes into view, and when the browser thinks so. Tells
/// whether it is there, and of a catalog other than the one at `loaded`.
pub(super) fn watch(language: String, loaded: String, tell: impl Fn(PhoneEvent) + 'static) {
    let Some((window, document)) = browser() else { return };
    let watch = Rc::new(Watch { language, loaded: RefCell::new(loaded), tell });
    let check = move || {
        let watch = Rc::clone(&watch);
        spawn_local(async move { watch.check().await });
    };
    check();
    let online = check.clone();
    on(&window, "online", move |_| online());
    let shown = document.clone();
    on(&document, "visibilitychange", move |_| {
        if shown.visibility_state() == VisibilityState::Visible {
            check();
        }
    });
}

impl<Tell: Fn(PhoneEvent)> Watch<Tell> {
    async fn check(&self) {
        let Some(current) = current().await else {
            return (self.tell)(PhoneEvent::Network(Network::Away));
        };
        (self.tell)(PhoneEvent::Network(current.network));
        let is_newer = |address: &String| *address != *self.loaded.borrow();
        if let Some(address) = current.address(&self.language).filter(is_newer)
            && let Some(newer) = catalog(fetch::begin(&address, RequestCache::Default)).await
        {
            self.loaded.replace(address);
            (self.tell)(PhoneEvent::CatalogArrived(newer));
        }
    }
}
