//! The phone as the app sees it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::Date;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    AddEventListenerOptions, Document, EventTarget, HtmlDialogElement, HtmlElement, HtmlInputElement,
    MouseEvent, Window,
};
use yew::Callback;

use super::{
    breath::{breathe, pause},
    freshness, links, storage, worker,
};
use crate::{
    route::{Address, Program},
    visitor::{
        Network,
        app::{SAVED, SCHEME},
        phone::{Going, NotStored, Phone, PhoneEvent, View},
    },
};

/// A browser on a phone.
#[derive(Clone)]
pub(super) struct BrowserPhone(Rc<Inner>);

/// What only one of the programs can do, so that the others are spared its code.
#[derive(Clone, Copy)]
pub(super) struct Deeds {
    /// Withdraws the contact of a receipt and tells what came of it.
    pub(super) withdraw: fn(BrowserPhone, String),
    /// Takes away all that was stored.
    pub(super) erase: fn(),
}

struct Inner {
    language: String,
    /// Whose pages are shown without loading a page anew.
    program: Program,
    deeds: Option<Deeds>,
    /// Address of the catalog that was loaded at the start.
    catalog: String,
    /// Whether the day is that of this phone's clock.
    has_clock: bool,
    /// Who is told of what happens; nobody before the app is alive.
    on_event: RefCell<Callback<PhoneEvent>>,
    /// Whether the last page was reached by going back or forward: then the browser scrolls.
    by_history: Cell<bool>,
    /// Whether the filters were open over the last page.
    filters_open: Cell<bool>,
    /// Whether what is rendered next comes of a click.
    clicked: Cell<bool>,
    /// How many keys were typed.
    keys: Cell<u32>,
    /// The address of what is being typed, until it stands in the browser's bar.
    typed: RefCell<Option<String>>,
}

/// Milliseconds after which no more is typed. Each address that the bar is given costs a browser milliseconds, since
/// it looks for the page's icon again, and browsers take no more than some hundred of them in half a minute.
const TYPING: i32 = 300;

impl BrowserPhone {
    pub(super) fn new(
        language: String,
        catalog: String,
        has_clock: bool,
        program: Program,
        deeds: Option<Deeds>,
    ) -> Self {
        Self(Rc::new(Inner {
            language,
            program,
            deeds,
            catalog,
            has_clock,
            on_event: RefCell::default(),
            by_history: Cell::new(false),
            filters_open: Cell::new(false),
            clicked: Cell::new(false),
            keys: Cell::default(),
            typed: RefCell::default(),
        }))
    }

    /// Lets the address wait until no more is typed.
    fn enter_once_typed(&self, href: &str) {
        let key = self.0.keys.get().wrapping_add(1);
        self.0.keys.set(key);
        self.0.typed.replace(Some(href.to_owned()));
        let phone = self.clone();
        spawn_local(async move {
            pause(TYPING).await;
            if phone.0.keys.get() == key {
                phone.write_typed();
            }
        });
    }

    /// Puts the address of what was typed into the browser's bar, before anything else changes it or reads it.
    fn write_typed(&self) {
        if let Some(href) = self.0.typed.take() {
            enter(&href, Going::Replace);
        }
    }

    pub(super) fn tell(&self, event: PhoneEvent) {
        let on_event = self.0.on_event.borrow().clone();
        on_event.emit(event);
    }

    /// What was clicked is gone, and the focus with it: it goes on at what came instead.
    fn go_on(&self, document: &Document) {
        let named = document.get_element_by_id(&self.fragment());
        match named.and_then(|named| named.dyn_into::<HtmlElement>().ok()) {
            Some(named) => {
                // Refused, the focus stays nowhere.
                let _ = named.focus();
            }
            None => focus(document, "[data-next]"),
        }
    }

    /// Between two listeners the browser may let the app render what the first of them changed, or only after the
    /// last: a click is noted before all others hear of it, and forgotten a turn after the last, unless a page is
    /// still to come.
    fn watch_clicks(&self, document: &Document) {
        let phone = self.clone();
        on_way_down(document, "click", move |_| {
            phone.0.clicked.set(true);
            phone.write_typed();
        });
        let phone = self.clone();
        on(document, "click", move |event| {
            let click: MouseEvent = event.unchecked_into();
            let destination = links::destination(&click, &phone.0.language, phone.0.program);
            match destination {
                Some(href) => {
                    click.prevent_default();
                    phone.go(&href, Going::Step);
                }
                None => {
                    let clicked = phone.clone();
                    phone.soon(Callback::from(move |()| clicked.0.clicked.set(false)));
                }
            }
        });
    }

    fn watch_history(&self, window: &Window) {
        let phone = self.clone();
        on(window, "popstate", move |_| {
            // It belongs to the page that was left.
            phone.0.typed.take();
            phone.0.by_history.set(true);
            phone.tell(PhoneEvent::Arrived(here()));
        });
    }

    /// What is stored changes in other windows, and in pages that were opened from this one: whoever goes back
    /// finds it as it was left, with the list and the colours that it had then.
    fn watch_storage(&self, window: &Window) {
        let phone = self.clone();
        on(window, "pagehide", move |_| phone.write_typed());
        for name in ["storage", "pageshow"] {
            let phone = self.clone();
            on(window, name, move |_| phone.tell_stored());
        }
        self.tell_stored();
    }

    fn tell_stored(&self) {
        let scheme = storage::read(SCHEME);
        self.apply_scheme(scheme.as_deref());
        self.tell(PhoneEvent::Stored { saved: storage::read(SAVED).unwrap_or_default(), scheme });
    }

    fn watch_network(&self, window: &Window) {
        let phone = self.clone();
        freshness::watch(self.0.language.clone(), self.0.catalog.clone(), move |event| phone.tell(event));
        let phone = self.clone();
        on(window, "offline", move |_| phone.tell(PhoneEvent::Network(Network::Away)));
    }
}

impl Phone for BrowserPhone {
    fn listen(&self, on_event: Callback<PhoneEvent>) {
        self.0.on_event.replace(on_event);
        let Some((window, document)) = browser() else { return };
        self.watch_clicks(&document);
        self.watch_history(&window);
        self.watch_storage(&window);
        self.watch_network(&window);
        let phone = self.clone();
        worker::register(Callback::from(move |()| phone.tell(PhoneEvent::UpdateWaits)));
        if let Some(root) = document.document_element() {
            // Never refused for a valid name.
            let _ = root.set_attribute("data-alive", "");
        }
    }

    fn soon(&self, then: Callback<()>) {
        spawn_local(async move {
            breathe().await;
            then.emit(());
        });
    }

    fn typed(&self) -> Option<String> {
        let (_, document) = browser()?;
        typed(&document)
    }

    fn go(&self, href: &str, how: Going) {
        self.0.by_history.set(false);
        if how == Going::Typing {
            self.enter_once_typed(href);
        } else {
            self.write_typed();
            enter(href, how);
        }
        self.tell(PhoneEvent::Arrived(Address::of_href(href)));
    }

    fn show(&self, title: &str, view: View) {
        let Some((window, document)) = browser() else { return };
        if document.title() != title {
            document.set_title(title);
        }
        let is_open = make_modal(&document);
        if self.0.filters_open.replace(is_open) && !is_open {
            focus(&document, "[data-action=filters]");
        }
        let clicked = self.0.clicked.take();
        if view == View::Stay || self.0.by_history.get() {
            if clicked && document.active_element() == document.body().map(Into::into) {
                self.go_on(&document);
            }
            return;
        }
        // Where screen readers go on.
        focus(&document, "#inhalt");
        match document.get_element_by_id(&self.fragment()) {
            Some(named) => named.scroll_into_view(),
            None => window.scroll_to_with_x_and_y(0.0, 0.0),
        }
    }

    fn fragment(&self) -> String {
        let hash = browser().and_then(|(window, _)| window.location().hash().ok()).unwrap_or_default();
        hash.trim_start_matches('#').to_owned()
    }

    fn clock(&self) -> Option<String> {
        let now = Date::new_0();
        self.0.has_clock.then(|| format!("{:02}:{:02}", now.get_hours(), now.get_minutes()))
    }

    fn read(&self, key: &'static str) -> Option<String> {
        storage::read(key)
    }

    fn store(&self, key: &'static str, value: Option<&str>) -> Result<(), NotStored> {
        if storage::store(key, value) { Ok(()) } else { Err(NotStored) }
    }

    fn apply_scheme(&self, scheme: Option<&str>) {
        let Some(root) = browser().and_then(|(_, document)| document.document_element()) else { return };
        // Never refused for a valid name.
        let _ = match scheme {
            Some(scheme) => root.set_attribute("data-scheme", scheme),
            None => root.remove_attribute("data-scheme"),
        };
    }

    fn load_update(&self) {
        worker::activate();
    }

    fn withdraw(&self, code: &str) {
        if let Some(deeds) = self.0.deeds {
            (deeds.withdraw)(self.clone(), code.to_owned());
        }
    }

    fn erase(&self) {
        if let Some(deeds) = self.0.deeds {
            (deeds.erase)();
        }
    }
}

/// Gives the browser's bar another address.
fn enter(href: &str, how: Going) {
    let Some(history) = browser().and_then(|(window, _)| window.history().ok()) else { return };
    // Browsers limit how often an address may change; the page changes all the same.
    let _ = match how {
        Going::Step => history.push_state_with_url(&JsValue::NULL, "", Some(href)),
        Going::Replace | Going::Typing => history.replace_state_with_url(&JsValue::NULL, "", Some(href)),
    };
}

/// A sheet comes open, so that it can be read without scripts; with them it is modal. Says whether there
/// is one.
fn make_modal(document: &Document) -> bool {
    let Some(dialog) = find::<HtmlDialogElement>(document, "dialog[open]") else { return false };
    if !dialog.matches(":modal").unwrap_or_default() {
        dialog.close();
        // Refused, it stays as it is.
        let _ = dialog.show_modal();
    }
    true
}

/// A page without such an element keeps the focus.
fn focus(document: &Document, selector: &str) {
    if let Some(element) = find::<HtmlElement>(document, selector) {
        let _ = element.focus();
    }
}

fn find<Kind: JsCast>(document: &Document, selector: &str) -> Option<Kind> {
    document.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// What stands in the search field and not in the page as it was loaded.
pub(super) fn typed(document: &Document) -> Option<String> {
    let field: HtmlInputElement = find(document, "#q")?;
    let value = field.value();
    (value != field.default_value()).then_some(value)
}

/// Puts back into the search field what was typed, where rendering has taken it away.
pub(super) fn put_back(document: &Document, typed: &str) {
    if let Some(field) = find::<HtmlInputElement>(document, "#q")
        && field.value() != typed
    {
        field.set_value(typed);
    }
}

/// The address in the browser's bar.
pub(super) fn here() -> Address {
    let location = browser().map(|(window, _)| window.location());
    let path = location.as_ref().and_then(|location| location.pathname().ok()).unwrap_or_default();
    let query = location.and_then(|location| location.search().ok()).unwrap_or_default();
    Address::parse(&path, query.trim_start_matches('?'))
}

pub(super) fn browser() -> Option<(Window, Document)> {
    let window = web_sys::window()?;
    let document = window.document()?;
    Some((window, document))
}

/// Listens as long as the page lives.
pub(super) fn on(target: &EventTarget, name: &str, react: impl Fn(web_sys::Event) + 'static) {
    listen(target, name, false, Closure::new(react));
}

/// Listens before those within `target` do.
fn on_way_down(target: &EventTarget, name: &str, react: impl Fn(web_sys::Event) + 'static) {
    listen(target, name, true, Closure::new(react));
}

fn listen(target: &EventTarget, name: &str, capture: bool, react: Closure<dyn Fn(web_sys::Event)>) {
    let options = AddEventListenerOptions::new();
    options.set_capture(capture);
    let listener = react.as_ref().unchecked_ref();
    // Never refused for a function.
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(name, listener, &options);
    react.forget();
}
