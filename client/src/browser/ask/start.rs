//! Puts the form into its place on the page that the server rendered.

use std::rc::Rc;

use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, RequestCache};
use yew::{Callback, Renderer};

use super::page::BrowserPage;
use crate::{
    ask::{
        address::AskAddress,
        app::{App, AppProps},
        ports::Ports,
    },
    browser::{
        device::{
            api::FetchApi, clock::BrowserClock, draft_key::BrowserDraftKey, indexed_db::IndexedDb,
            random::BrowserRandom, window,
        },
        visitor::{fetch, freshness, worker},
    },
    services::Table,
    text::Text,
    visitor::Published,
};

/// Name of the database; "erase everything" of the visitor app deletes it by this name.
const DATABASE: &str = "markt-visitor-ask";

/// Starts the forms on this page.
pub fn start() {
    spawn_local(async {
        // Without catalog or words the page stays as the server made it: it names the other ways.
        let _ = begin().await;
    });
}

async fn begin() -> Option<()> {
    let document = window().document()?;
    let root: HtmlElement = document.get_element_by_id("app")?.dyn_into().ok()?;
    let place = document.get_element_by_id("ask")?;
    let html = document.document_element()?;
    let language = html.get_attribute("lang")?;
    let location = window().location();
    let (path, query) = (location.pathname().ok()?, location.search().ok()?);
    let address = AskAddress::parse(&path, query.trim_start_matches('?'), &language)?;

    let named = |name: &str| root.dataset().get(name);
    let text = fetch::begin(&named("text")?, RequestCache::Default);
    let rendered_with = named("catalog")?;
    let catalog = freshness::catalog(fetch::begin(&rendered_with, RequestCache::Default)).await;
    let (catalog, set_today) = match catalog {
        Some(catalog) => (catalog, None),
        None => current_catalog(&language).await?,
    };
    let text = Text::read(&fetch::end(text).await?.bytes).ok()?;
    let today = named("today").or(set_today).unwrap_or_else(today);
    let props = AppProps { ports: ports().await, text, catalog, today: today.into(), address };
    place.set_inner_html("");
    Renderer::<App>::with_root_and_props(place, props).render();
    // Never refused for a valid name.
    let _ = html.set_attribute("data-alive", "");
    worker::register(Callback::noop());
    Some(())
}

/// The catalog that is published or kept now, when the page's own is gone.
async fn current_catalog(language: &str) -> Option<(Published, Option<String>)> {
    let current = freshness::current(language).await?;
    let catalog = freshness::catalog(fetch::begin(&current.catalog?, RequestCache::Default)).await?;
    Some((catalog, current.today))
}

/// Without a database, as in some private windows, everything works but keeping: the page says so.
async fn ports() -> Ports {
    let storage = match IndexedDb::open(DATABASE, Table::OF_FORMS).await {
        Ok(storage) => Rc::new(storage),
        Err(_) => Rc::new(IndexedDb::unavailable()),
    };
    Ports {
        draft_key: Rc::new(BrowserDraftKey::new(Rc::clone(&storage))),
        storage,
        random: Rc::new(BrowserRandom),
        clock: Rc::new(BrowserClock),
        api: Rc::new(FetchApi),
        page: Rc::new(BrowserPage),
    }
}

/// The phone's date, ISO 8601.
fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
