//! Brings a page to life: loads catalog and words, then hydrates what the server rendered, or renders
//! afresh where that does not match. Each step is short, with a pause after it, so that the page stays usable.

use std::rc::Rc;

use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, HtmlElement, HtmlInputElement, RequestCache, Storage};
use yew::Renderer;

use super::{
    breath::breathe,
    fetch, freshness,
    phone::{BrowserPhone, browser, here},
};
use crate::{
    text::Text,
    visitor::{App, AppProps, Published, phone::PhoneHandle},
};

/// Counts, for this visit, how often the app fell over; `public/start/visitor.js` writes it and loads
/// the page again.
const FALLS: &str = "markt-visitor-falls";

/// After so many falls the page stays as the server made it.
const MAX_FALLS: u32 = 3;

/// Starts the visitor app on this page.
pub fn start() {
    if falls() < MAX_FALLS {
        spawn_local(async {
            // Without catalog or words the page stays as the server made it; its links work.
            let _ = begin().await;
        });
    }
}

async fn begin() -> Option<()> {
    let (_, document) = browser()?;
    let root: HtmlElement = document.get_element_by_id("app")?.dyn_into().ok()?;
    let language = document.document_element()?.get_attribute("lang")?;
    let address = here();

    let named = |name: &str| root.dataset().get(name);
    let text = fetch::begin(&named("text")?, RequestCache::Default);
    let rendered_with = named("catalog")?;
    let catalog = freshness::catalog(fetch::begin(&rendered_with, RequestCache::Default)).await;
    breathe().await;
    let text = Text::read(&fetch::end(text).await?.bytes).ok()?;
    let is_rendered_with = catalog.is_some();
    let (catalog, loaded, set_today) = match catalog {
        Some(catalog) => (catalog, rendered_with, None),
        None => current_catalog(&language).await?,
    };
    let today = named("today").or(set_today).unwrap_or_else(today);

    breathe().await;
    let matches = is_rendered_with
        && falls() == 0
        && named("page").as_deref() == Some(&address.href())
        && named("rendered").as_deref() == Some(&today)
        && named("elements").and_then(|count| count.parse().ok())
            == root.query_selector_all("*").map(|it| it.length()).ok();
    let props = AppProps {
        catalog,
        text,
        today: today.into(),
        address,
        phone: PhoneHandle(Rc::new(BrowserPhone::new(language, loaded))),
        typed: typed(&document),
    };
    if matches {
        Renderer::<App>::with_root_and_props(root.into(), props).hydrate();
    } else {
        root.set_inner_html("");
        Renderer::<App>::with_root_and_props(root.into(), props).render();
    }
    Some(())
}

/// The catalog that is published or kept now, when the page's own is gone.
async fn current_catalog(language: &str) -> Option<(Published, String, Option<String>)> {
    let current = freshness::current(language).await?;
    let address = current.catalog?;
    let catalog = freshness::catalog(fetch::begin(&address, RequestCache::Default)).await?;
    Some((catalog, address, current.today))
}

/// What was typed into the search field while the app was on its way.
fn typed(document: &Document) -> Option<yew::AttrValue> {
    let field: HtmlInputElement = document.get_element_by_id("q")?.dyn_into().ok()?;
    let value = field.value();
    (value != field.default_value()).then(|| value.into())
}

/// The phone's date, ISO 8601.
fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

fn falls() -> u32 {
    let stored = session().and_then(|session| session.get_item(FALLS).ok().flatten());
    stored.and_then(|count| count.parse().ok()).unwrap_or(0)
}
