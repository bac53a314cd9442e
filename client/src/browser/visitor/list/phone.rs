//! The phone as the list sees it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Array, JsString, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlElement, HtmlInputElement, PageTransitionEvent,
    StorageEvent, Url,
};
use yew::Callback;

use super::{keeping, sharing};
use crate::{
    browser::visitor::{
        freshness,
        phone::{browser, on},
        storage, worker,
    },
    list::{
        app::NOTES,
        file::{self, FileFault},
        phone::{Phone, PhoneEvent, Sharing},
        state::Entry,
    },
    visitor::{Network, app::SAVED, phone::NotStored},
};

/// A browser on a phone.
#[derive(Clone)]
pub(super) struct BrowserPhone(Rc<Inner>);

struct Inner {
    language: String,
    /// Address of the catalog that was loaded at the start.
    catalog: String,
    /// Who is told of what happens; nobody before the program is alive.
    on_event: RefCell<Callback<PhoneEvent>>,
    /// Whether the browser was asked to keep what is stored; once is enough.
    asked: Cell<bool>,
}

impl BrowserPhone {
    pub(super) fn new(language: String, catalog: String) -> Self {
        Self(Rc::new(Inner { language, catalog, on_event: RefCell::default(), asked: Cell::new(false) }))
    }

    fn tell(&self, event: PhoneEvent) {
        let on_event = self.0.on_event.borrow().clone();
        on_event.emit(event);
    }

    /// Tells of `event` whenever the window's event of this name happens, if it is one.
    fn watch(&self, name: &str, event: impl Fn(web_sys::Event) -> Option<PhoneEvent> + 'static) {
        let Some((window, _)) = browser() else { return };
        let phone = self.clone();
        on(&window, name, move |happened| {
            if let Some(event) = event(happened) {
                phone.tell(event);
            }
        });
    }

    fn watch_network(&self) {
        use crate::visitor::phone::PhoneEvent as Told;
        self.watch("offline", |_| Some(PhoneEvent::Network(Network::Away)));
        let phone = self.clone();
        freshness::watch(self.0.language.clone(), self.0.catalog.clone(), move |event| match event {
            Told::Network(network) => phone.tell(PhoneEvent::Network(network)),
            Told::CatalogArrived(catalog) => phone.tell(PhoneEvent::CatalogArrived(catalog)),
            _ => {}
        });
    }
}

impl Phone for BrowserPhone {
    fn listen(&self, on_event: Callback<PhoneEvent>) {
        self.0.on_event.replace(on_event);
        self.watch("hashchange", |_| Some(PhoneEvent::Fragment(fragment())));
        self.watch("storage", |event| {
            let key = event.unchecked_into::<StorageEvent>().key();
            let own = key.as_deref().and_then(|key| key.strip_prefix(storage::PREFIX));
            // Without a key, everything was erased.
            let is_ours = key.is_none() || own.is_some_and(|key| key == SAVED || key == NOTES);
            is_ours.then(stored_elsewhere)
        });
        // Whoever goes back to this page finds it as it was left, whatever was done on the next one.
        self.watch("pageshow", |event| {
            event.unchecked_into::<PageTransitionEvent>().persisted().then(stored_elsewhere)
        });
        self.watch_network();
        let phone = self.clone();
        worker::register(Callback::from(move |()| phone.tell(PhoneEvent::UpdateWaits)));
        if let Some(root) = browser().and_then(|(_, document)| document.document_element()) {
            // Never refused for a valid name.
            let _ = root.set_attribute("data-alive", "");
        }
    }

    fn name_page(&self, title: &str) {
        if let Some((_, document)) = browser() {
            document.set_title(title);
        }
    }

    fn focus(&self, id: &str) {
        let element = browser().and_then(|(_, document)| document.get_element_by_id(id));
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // Refused, it stays where it is.
            let _ = element.focus();
        }
    }

    fn fragment(&self) -> String {
        fragment()
    }

    fn set_fragment(&self, fragment: &str) {
        let Some((window, _)) = browser() else { return };
        let path = window.location().pathname().unwrap_or_default();
        let address = if fragment.is_empty() { path } else { format!("{path}#{fragment}") };
        if let Ok(history) = window.history() {
            // Browsers limit how often an address may change; the next change brings it along.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
        }
    }

    fn address(&self) -> String {
        let Some((window, _)) = browser() else { return String::new() };
        let location = window.location();
        location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default()
    }

    fn read(&self, key: &'static str) -> Option<String> {
        storage::read(key)
    }

    fn store(&self, key: &'static str, value: Option<&str>) -> Result<(), NotStored> {
        if storage::store(key, value) { Ok(()) } else { Err(NotStored) }
    }

    fn ask_to_keep(&self) {
        if !self.0.asked.replace(true) {
            let phone = self.clone();
            keeping::ask(move |keeping| phone.tell(PhoneEvent::Keeping(keeping)));
        }
    }

    fn sharing(&self) -> Sharing {
        sharing::sharing()
    }

    fn share(&self, title: &str, link: &str) {
        let (phone, title, link) = (self.clone(), title.to_owned(), link.to_owned());
        spawn_local(async move {
            let shared = sharing::share(title, link).await;
            phone.tell(PhoneEvent::Shared(shared));
        });
    }

    fn print(&self) {
        if let Some((window, _)) = browser() {
            // Refused only in frames.
            let _ = window.print();
        }
    }

    fn download(&self, name: &str, text: &str) {
        // Without room for the file the browser says so itself.
        let _ = download(name, text);
    }

    fn read_file(&self, input: &HtmlInputElement) {
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again.
        input.set_value("");
        let phone = self.clone();
        spawn_local(async move {
            let read = entries_of(&file).await;
            phone.tell(PhoneEvent::FileRead(read));
        });
    }

    fn load_update(&self) {
        worker::activate();
    }
}

async fn entries_of(file: &File) -> Result<Vec<Entry>, FileFault> {
    if file.size() > file::MAX_BYTES as f64 {
        return Err(FileFault::TooLarge);
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| FileFault::NoList)?;
    file::read(&Uint8Array::new(&bytes).to_vec())
}

fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsString::from(text)), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let (_, document) = browser().ok_or(JsValue::UNDEFINED)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

fn stored_elsewhere() -> PhoneEvent {
    let stored = |key| storage::read(key).unwrap_or_default();
    PhoneEvent::StoredElsewhere { saved: stored(SAVED), notes: stored(NOTES) }
}

fn fragment() -> String {
    let hash = browser().and_then(|(window, _)| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}
