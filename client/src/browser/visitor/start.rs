//! Brings a page to life: loads catalog and words, then hydrates what the server rendered, or renders
//! afresh where that does not match.

use std::rc::Rc;

use shared::catalog::Indexing;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, HtmlElement, Storage};
use yew::Renderer;

use super::{
    breath::{breathe, settled},
    phone::{BrowserPhone, Deeds, browser, here, put_back, typed},
    sources::Sources,
};
use crate::{
    route::Route,
    visitor::{
        App, AppProps, Indexed, Published,
        app::stands,
        phone::Handle,
        programs::{Pages, Visiting},
    },
};

/// Counts, for this visit, how often the app fell over; `public/start/visitor.js` writes it and loads
/// the page again.
const FALLS: &str = "markt-visitor-falls";

/// After so many falls the page stays as the server made it.
const MAX_FALLS: u32 = 3;

/// Offers that are indexed in one go: a few milliseconds on a slow phone.
const STEP: usize = 60;

/// Starts the visitor app on this page.
pub fn start() {
    start_program::<Visiting>(None);
}

/// Starts a program of the visitor's pages on this page.
pub(super) fn start_program<P: Pages>(deeds: Option<Deeds>) {
    begin_here(move |place| begin::<P>(place, deeds));
}

/// Where a program begins.
pub(super) struct Place {
    /// The page.
    pub document: Document,
    /// What the server rendered for the program, with the addresses of what it loads.
    pub root: HtmlElement,
    /// BCP 47 tag.
    pub language: String,
}

/// Begins, unless the program fell over too often. Without catalog or words the page stays as the server made
/// it: its links work, and a form names the other ways.
pub(super) fn begin_here<Begun: Future<Output = Option<()>> + 'static>(begin: impl FnOnce(Place) -> Begun) {
    if falls() < MAX_FALLS
        && let Some(place) = place()
    {
        let begun = begin(place);
        spawn_local(async {
            let _ = begun.await;
        });
    }
}

fn place() -> Option<Place> {
    let (_, document) = browser()?;
    let root = document.get_element_by_id("app")?.dyn_into().ok()?;
    let language = document.document_element()?.get_attribute("lang")?;
    Some(Place { document, root, language })
}

async fn begin<P: Pages>(place: Place, deeds: Option<Deeds>) -> Option<()> {
    let Place { document, root, language } = place;
    let address = here();

    let named = |name: &str| root.dataset().get(name);
    let Sources { catalog, text, today, loaded, is_rendered_with, has_clock } =
        Sources::load(&root, &language).await?;

    let search = if P::SEARCHES && address.route == Route::Offers {
        Some(index(&catalog, &today).await)
    } else {
        None
    };

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
        today,
        address,
        phone: Handle(Rc::new(BrowserPhone::new(language, loaded, has_clock, P::PROGRAM, deeds))),
        search,
    };
    let typed = typed(&document);
    if matches {
        Renderer::<App<P>>::with_root_and_props(root.into(), props).hydrate();
    } else {
        root.set_inner_html("");
        Renderer::<App<P>>::with_root_and_props(root.into(), props).render();
    }
    if let Some(typed) = typed {
        settled().await;
        put_back(&document, &typed);
    }
    Some(())
}

/// The index of the offers, made in steps.
async fn index(catalog: &Published, today: &str) -> Indexed {
    let mut indexing = Indexing::begin(catalog);
    while indexing.go_on(catalog, STEP) {
        breathe().await;
    }
    Indexed(Rc::new(indexing.finish(catalog, stands(catalog, today))))
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

fn falls() -> u32 {
    let stored = session().and_then(|session| session.get_item(FALLS).ok().flatten());
    stored.and_then(|count| count.parse().ok()).unwrap_or(0)
}
