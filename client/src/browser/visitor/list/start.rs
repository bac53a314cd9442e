//! Brings the page of the list to life. What the server sent has nothing of the list, so that it is rendered
//! afresh.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::Renderer;

use super::phone::BrowserPhone;
use crate::{
    browser::visitor::{
        phone::browser,
        sources::Sources,
        start::{MAX_FALLS, falls},
    },
    list::{ListApp, ListProps, phone::PhoneHandle},
};

/// Starts the program on this page.
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
    let Sources { catalog, text, today, loaded, .. } = Sources::load(&root, &language).await?;
    let phone = PhoneHandle(Rc::new(BrowserPhone::new(language, loaded)));
    root.set_inner_html("");
    Renderer::<ListApp>::with_root_and_props(root.into(), ListProps { catalog, text, today, phone }).render();
    Some(())
}
