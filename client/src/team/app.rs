//! What both programs below `/team/` are: they start, decide whether they can run here, and show the page
//! of the address. Which pages there are, a [`Program`] says.

mod boot;
mod notices;
mod stage;
mod wrong_place;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::{
    catalog::{self, CatalogHere},
    device_facts::DeviceFacts,
    local_notes::LocalNotes,
    navigator::Navigator,
    session::{Session, SessionHandle},
    standing::{KeepStanding, Standing},
};
use crate::{
    components::sprite,
    driver::Repo,
    services::{Claim, History, Services, StorageError, StorageHealth, spawn},
    text::Text,
};

pub use notices::{Notices, use_notices};
use stage::Stage;

/// One of the programs below `/team/`: its pages.
pub trait Program: 'static {
    /// Whether a link to `path` leads to one of its pages; the other program is loaded afresh.
    fn owns(path: &str) -> bool;

    /// The window's title at `path`, unless the page sets it itself.
    fn title(path: &str, text: &Text) -> Option<AttrValue>;

    /// The page at `place` for whoever uses this browser.
    fn page(place: Place, session: &Session, text: &Text) -> Html;
}

/// Where the reader is.
pub struct Place {
    /// The path of the address.
    pub path: String,
    /// Its fragment without `#`; it never reaches the server.
    pub fragment: String,
    /// Takes the fragment out of the address and goes to `/team/`: what it asked for is done.
    pub on_done: Callback<()>,
}

/// Where the team's address space begins.
const HOME: &str = "/team/";

/// Properties of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// What the app needs of the machine.
    pub services: Services,
    /// The words of the app.
    pub text: Text,
    /// Why there is no database, if there is none.
    #[prop_or_default]
    pub storage_failure: Option<StorageError>,
}

/// The whole app.
#[component]
pub fn App<P: Program>(props: &AppProps) -> Html {
    let services = props.services.clone();
    let stage = use_state(|| Stage::first(&services, props.storage_failure.clone()));
    let running = use_mut_ref(|| None::<Repo>);
    let (navigator, place) = use_address(&services);
    let update_ready = use_state(|| false);
    let health = use_state(StorageHealth::default);
    let standing = use_state(Standing::default);
    let catalog = use_catalog_of(&services, props.text.language());

    {
        let (services, stage, running, update_ready, health) =
            (services.clone(), stage.clone(), running.clone(), update_ready.clone(), health.clone());
        use_effect_with((), move |()| {
            services.platform.on_update(Rc::new(move || update_ready.set(true)));
            if matches!(*stage, Stage::Starting) {
                boot::start(services.clone(), stage, running, Claim::Wait);
            }
            spawn(async move { health.set(services.storage.health().await) });
        });
    }
    {
        let services = services.clone();
        let text = props.text.clone();
        use_effect_with(navigator.path.clone(), move |path| {
            if let Some(title) = P::title(path, &text) {
                services.platform.set_title(&title);
            }
            services.platform.scroll_to_top();
            services.platform.focus("inhalt");
        });
    }

    let on_click = intercept_links::<P>(&navigator);
    let page = match &*stage {
        Stage::Starting => html! {},
        Stage::Missing(missing) => {
            wrong_place::missing(&props.text, missing, services.platform.in_app_browser())
        }
        Stage::NoStorage(error) => wrong_place::no_storage(&props.text, error),
        Stage::OtherTab(writer) => {
            let on_take = {
                let (services, stage, running) = (services.clone(), stage.clone(), running.clone());
                Callback::from(move |()| {
                    boot::start(services.clone(), stage.clone(), running.clone(), Claim::Take);
                })
            };
            wrong_place::other_tab(&props.text, *writer, on_take)
        }
        Stage::Ready(ready) => {
            let handle = boot::session_handle(&services, &stage, &running, ready, &standing);
            html! {
                <ContextProvider<SessionHandle> context={handle}>
                <ContextProvider<Repo> context={ready.repo.clone()}>
                <ContextProvider<LocalNotes> context={ready.notes.clone()}>
                    if let Some(session) = ready.session.device() {
                        <DeviceFacts session={session.clone()} />
                        <KeepStanding key={session.invite.clone()} session={session.clone()} />
                    }
                    { P::page(place, &ready.session, &props.text) }
                </ContextProvider<LocalNotes>>
                </ContextProvider<Repo>>
                </ContextProvider<SessionHandle>>
            }
        }
    };
    html! {
        <ContextProvider<Services> context={services}>
        <ContextProvider<Text> context={props.text.clone()}>
        <ContextProvider<CatalogHere> context={catalog}>
        <ContextProvider<Notices> context={Notices { update_ready: *update_ready, health: *health }}>
        <ContextProvider<Navigator> context={navigator}>
            { sprite() }
            <div class="contents" onclick={on_click}>{ page }</div>
        </ContextProvider<Navigator>>
        </ContextProvider<Notices>>
        </ContextProvider<CatalogHere>>
        </ContextProvider<Text>>
        </ContextProvider<Services>>
    }
}

/// The address bar, and ways to change it.
#[hook]
fn use_address(services: &Services) -> (Navigator, Place) {
    let address = use_state(|| services.platform.address());
    {
        let (services, address) = (services.clone(), address.clone());
        use_effect_with((), move |()| {
            let changed = {
                let services = services.clone();
                Rc::new(move || address.set(services.platform.address()))
            };
            let guard = services.platform.on_address_change(changed);
            move || drop(guard)
        });
    }
    let go = {
        let (services, address) = (services.clone(), address.clone());
        move |path: String, history: History| {
            services.platform.set_address(&path, history);
            address.set(services.platform.address());
        }
    };
    let (path, fragment) = &*address;
    let navigator = Navigator {
        path: path.clone(),
        to: {
            let go = go.clone();
            Callback::from(move |path| go(path, History::Push))
        },
    };
    // The token must not stay in the history.
    let on_done = Callback::from(move |()| go(HOME.to_owned(), History::Replace));
    (navigator, Place { path: path.clone(), fragment: fragment.clone(), on_done })
}

/// The catalog, fetched at start and again whenever a network may be back.
#[hook]
fn use_catalog_of(services: &Services, language: &str) -> CatalogHere {
    let here = use_state(CatalogHere::default);
    {
        let (services, here, language) = (services.clone(), here.clone(), language.to_owned());
        use_effect_with((), move |()| {
            let fetch = {
                let services = services.clone();
                Rc::new(move || {
                    let (services, here, language) = (services.clone(), here.clone(), language.clone());
                    spawn(async move {
                        // Without network and cache, what is here stays.
                        if let Ok(fetched) = catalog::fetch(&services, &language).await {
                            here.set(fetched);
                        }
                    });
                })
            };
            fetch();
            let guard = services.platform.on_wake(fetch);
            move || drop(guard)
        });
    }
    (*here).clone()
}

/// Links to pages of this program change the page without loading it again.
fn intercept_links<P: Program>(navigator: &Navigator) -> Callback<MouseEvent> {
    let to = navigator.to.clone();
    Callback::from(move |event: MouseEvent| {
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let link = event
            .target_dyn_into::<Element>()
            .and_then(|element| element.closest("a[href]").ok().flatten())
            .filter(|link| !link.has_attribute("download") && !link.has_attribute("target"))
            .and_then(|link| link.unchecked_into::<Element>().get_attribute("href"));
        if let Some(href) = link
            && plain
            && P::owns(&href)
        {
            event.prevent_default();
            to.emit(href);
        }
    })
}
