//! Puts the form into its place on the page that the server rendered.

use std::rc::Rc;

use shared::catalog::SmallPrint;
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
            random::BrowserRandom,
        },
        visitor::{
            fetch, freshness,
            phone::here,
            sources::Sources,
            start::{Place, begin_here},
            storage::REQUESTS,
            worker,
        },
    },
    services::Table,
};

/// Starts the forms on this page.
pub fn start() {
    begin_here(begin);
}

async fn begin(Place { document, root, language }: Place) -> Option<()> {
    let place = document.get_element_by_id("ask")?;
    let html = document.document_element()?;
    let address = AskAddress::of(&here())?;
    let Sources { catalog, text, today, .. } = Sources::load(&root, &language).await?;
    let small_print = small_print(&root, &language).await?;
    let props = AppProps { ports: ports().await, text, catalog, small_print, today, address };
    place.set_inner_html("");
    Renderer::<App>::with_root_and_props(place, props).render();
    // Never refused for a valid name.
    let _ = html.set_attribute("data-alive", "");
    worker::register(Callback::noop());
    Some(())
}

/// The small print that the page names, or the one that is published or kept now, when that is gone.
async fn small_print(root: &HtmlElement, language: &str) -> Option<Rc<SmallPrint>> {
    let read = async |address: &str| {
        let answer = fetch::end(fetch::begin(address, RequestCache::Default)).await?;
        SmallPrint::from_bytes(&answer.bytes).ok().map(Rc::new)
    };
    if let Some(named) = root.dataset().get("smallPrint")
        && let Some(small_print) = read(&named).await
    {
        return Some(small_print);
    }
    let current = freshness::current().await?;
    read(&current.address(&SmallPrint::name(language))?).await
}

/// Without a database, as in some private windows, everything works but keeping: the page says so.
async fn ports() -> Ports {
    let storage = match IndexedDb::open(REQUESTS, Table::OF_FORMS).await {
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
