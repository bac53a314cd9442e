//! The page itself: address, root element, small settings, files for the reader.

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, Document, HtmlAnchorElement, HtmlElement, HtmlMetaElement, Url, VisibilityState,
};

use crate::services::{Claim, Guard, History, Platform, Writer};

use super::{locks, worker};
use crate::browser::device::{Listener, property, window};

/// Prefix of this app's settings; the visitor app shares the origin.
const SETTING_PREFIX: &str = "markt-team-";

pub(super) struct Page;

impl Platform for Page {
    fn missing(&self) -> Vec<&'static str> {
        let window = window();
        let navigator = window.navigator();
        let mut missing = Vec::new();
        if !property(&window, "isSecureContext").is_truthy() {
            missing.push("https");
        }
        if property(&property(&window, "crypto"), "subtle").is_falsy() {
            missing.push("crypto");
        }
        if property(&window, "indexedDB").is_falsy() {
            missing.push("indexed-db");
        }
        if property(&navigator, "serviceWorker").is_falsy() {
            missing.push("service-worker");
        }
        missing
    }

    fn in_app_browser(&self) -> bool {
        let agent = window().navigator().user_agent().unwrap_or_default();
        ["FBAN", "FBAV", "Instagram", "Line/", "; wv)", "GSA/"].iter().any(|mark| agent.contains(mark))
    }

    fn on_wake(&self, then: Rc<dyn Fn()>) -> Box<dyn Guard> {
        let online = Rc::clone(&then);
        let document = document();
        let shown = document.clone();
        Box::new(vec![
            Listener::new(&window(), "online", move |_| online()),
            Listener::new(&document, "visibilitychange", move |_| {
                if shown.visibility_state() == VisibilityState::Visible {
                    then();
                }
            }),
        ])
    }

    fn on_network_lost(&self, then: Rc<dyn Fn()>) -> Box<dyn Guard> {
        Box::new(Listener::new(&window(), "offline", move |_| then()))
    }

    fn on_use(&self, then: Rc<dyn Fn()>) -> Box<dyn Guard> {
        let key = Rc::clone(&then);
        Box::new(vec![
            Listener::new(&document(), "keydown", move |_| key()),
            Listener::new(&document(), "pointerdown", move |_| then()),
        ])
    }

    fn has_no_network(&self) -> bool {
        !window().navigator().on_line()
    }

    fn become_writer(&self, claim: Claim, then: Rc<dyn Fn(Writer)>) {
        locks::become_writer(claim, then);
    }

    fn address(&self) -> (String, String) {
        let location = window().location();
        let fragment = location.hash().unwrap_or_default();
        (location.pathname().unwrap_or_default(), fragment.trim_start_matches('#').to_owned())
    }

    fn set_address(&self, path: &str, history: History) {
        let browser = window().history().expect("a page has a history");
        let done = match history {
            History::Push => browser.push_state_with_url(&JsValue::NULL, "", Some(path)),
            History::Replace => browser.replace_state_with_url(&JsValue::NULL, "", Some(path)),
        };
        if let Err(error) = done {
            web_sys::console::debug_1(&error);
        }
    }

    fn on_address_change(&self, then: Rc<dyn Fn()>) -> Box<dyn Guard> {
        let fragment = Rc::clone(&then);
        Box::new(vec![
            Listener::new(&window(), "popstate", move |_| then()),
            Listener::new(&window(), "hashchange", move |_| fragment()),
        ])
    }

    fn origin(&self) -> String {
        window().location().origin().unwrap_or_default()
    }

    fn set_root(&self, name: &str, value: &str) {
        let root = document().document_element().expect("a document has a root");
        let done =
            if value.is_empty() { root.remove_attribute(name) } else { root.set_attribute(name, value) };
        done.expect("the app names valid attributes");
    }

    fn set_title(&self, title: &str) {
        document().set_title(title);
    }

    fn focus(&self, id: &str) {
        let element =
            document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(Err(error)) = element.map(|element| element.focus()) {
            web_sys::console::debug_1(&error);
        }
    }

    fn scroll_to_top(&self) {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }

    fn setting(&self, name: &str) -> Option<String> {
        window().local_storage().ok()??.get_item(&format!("{SETTING_PREFIX}{name}")).ok()?
    }

    fn set_setting(&self, name: &str, value: &str) {
        // A browser that keeps no settings shows its defaults next time.
        if let Ok(Some(storage)) = window().local_storage()
            && let Err(error) = storage.set_item(&format!("{SETTING_PREFIX}{name}"), value)
        {
            web_sys::console::debug_1(&error);
        }
    }

    fn languages(&self) -> Vec<String> {
        window().navigator().languages().iter().filter_map(|language| language.as_string()).collect()
    }

    fn download(&self, name: &str, media_type: &str, bytes: &[u8]) {
        if let Err(error) = download(name, media_type, bytes) {
            web_sys::console::debug_1(&error);
        }
    }

    fn meta(&self, name: &str) -> Option<String> {
        let element = document().query_selector(&format!("meta[name=\"{name}\"]")).ok()??;
        Some(element.dyn_into::<HtmlMetaElement>().ok()?.content())
    }

    fn on_update(&self, then: Rc<dyn Fn()>) {
        worker::on_update(then);
    }

    fn apply_update(&self) {
        worker::apply_update();
    }

    fn keep_desk(&self) {
        worker::keep_desk();
    }

    fn load(&self, path: &str) {
        window().location().assign(path).expect("paths of the app are valid");
    }

    fn log(&self, failure: &dyn std::error::Error) {
        web_sys::console::warn_1(&failure.to_string().into());
    }

    fn device_name(&self) -> String {
        let agent = window().navigator().user_agent().unwrap_or_default();
        let first = |marks: &[(&str, &'static str)]| {
            marks.iter().find(|(mark, _)| agent.contains(mark)).map_or("Browser", |(_, name)| name)
        };
        let browser = first(&[
            ("Firefox", "Firefox"),
            ("FxiOS", "Firefox"),
            ("Edg", "Edge"),
            ("Chrome", "Chrome"),
            ("CriOS", "Chrome"),
            ("Safari", "Safari"),
        ]);
        let system = first(&[
            ("Android", "Android"),
            ("iPhone", "iPhone"),
            ("iPad", "iPad"),
            ("Windows", "Windows"),
            ("Mac", "Mac"),
            ("Linux", "Linux"),
        ]);
        format!("{browser}, {system}")
    }
}

fn document() -> Document {
    window().document().expect("a page has a document")
}

fn download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
