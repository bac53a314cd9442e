//! The page of a form.

use std::rc::Rc;

use web_sys::{HtmlElement, VisibilityState};

use wasm_bindgen::JsCast;

use crate::{
    ask::ports::Page,
    browser::{
        device::{Listener, window},
        visitor::storage,
    },
    services::Guard,
    visitor::app::REQUESTS,
};

pub(super) struct BrowserPage;

impl Page for BrowserPage {
    fn on_wake(&self, then: Rc<dyn Fn()>) -> Box<dyn Guard> {
        let Some(document) = window().document() else { return Box::new(Vec::<Listener>::new()) };
        let online = Rc::clone(&then);
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

    fn note_requests(&self, note: Option<&str>) {
        // Without it the visitor app does not link to the list, which still opens by its address.
        let _ = storage::store(REQUESTS, note);
    }

    fn origin(&self) -> String {
        window().location().origin().unwrap_or_default()
    }

    fn focus(&self, id: &str) {
        let element = window().document().and_then(|document| document.get_element_by_id(id));
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // Refused, the page stays where it is.
            let _ = element.focus();
            element.scroll_into_view();
        }
    }

    fn log(&self, failure: &dyn std::error::Error) {
        web_sys::console::warn_1(&failure.to_string().into());
    }
}
