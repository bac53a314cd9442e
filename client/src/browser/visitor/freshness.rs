//! Whether the server answers, and whether it has a newer catalog.
//!
//! `navigator.onLine` says nothing about the server, so only answers count.

use std::rc::Rc;

use shared::catalog::Catalog;
use web_sys::RequestCache;

use super::{breath::breathe, fetch};
use crate::visitor::{Network, Published, phone::PhoneEvent};

/// Names the current catalogs.
const CURRENT: &str = "/catalog/current";

/// What the server publishes now.
pub(super) struct Current {
    /// Address of the catalog in the language that was asked for.
    pub catalog: Option<String>,
    /// The date, if the server runs with one set by hand.
    pub today: Option<String>,
    /// Whether the server is there.
    pub network: Network,
}

/// Asks for the current catalogs.
pub(super) async fn current(language: &str) -> Option<Current> {
    let answer = fetch::end(fetch::begin(CURRENT, RequestCache::NoStore)).await?;
    let lines = String::from_utf8(answer.bytes).ok()?;
    let value = |name: &str| {
        lines
            .lines()
            .find_map(|line| line.split_once(' ').filter(|(known, _)| *known == name).map(|(_, it)| it))
    };
    Some(Current {
        catalog: value(language).map(|hash| format!("/catalog/{language}/{hash}")),
        today: value("today").map(str::to_owned),
        network: if answer.kept { Network::Away } else { Network::There },
    })
}

/// Loads a catalog.
pub(super) async fn catalog(begun: js_sys::Promise) -> Option<Published> {
    let answer = fetch::end(begun).await?;
    breathe().await;
    Catalog::from_bytes(&answer.bytes).ok().map(|catalog| Published(Rc::new(catalog)))
}

/// Asks whether the server is there and has a catalog other than the one at `loaded`; tells both.
pub(super) async fn check(language: &str, loaded: &mut String, tell: impl Fn(PhoneEvent)) {
    let Some(current) = current(language).await else { return tell(PhoneEvent::Network(Network::Away)) };
    tell(PhoneEvent::Network(current.network));
    if let Some(address) = current.catalog.filter(|address| address != loaded)
        && let Some(newer) = catalog(fetch::begin(&address, RequestCache::Default)).await
    {
        *loaded = address;
        tell(PhoneEvent::CatalogArrived(newer));
    }
}
