//! The team app: starts, decides whether it can run here, and shows the page of the address.

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
    desk,
    device_facts::DeviceFacts,
    local_notes::LocalNotes,
    navigator::Navigator,
    pages::{
        enrol::Enrol, feedback::FeedbackPage, hand_in::HandInPage, help::HelpPage, home::HomePage,
        list::ListPage, not_found::NotFoundPage, record::RecordPage, view::ViewPage, welcome::WelcomePage,
    },
    route::{Errand, Route},
    session::{Session, SessionHandle},
};
use crate::{
    components::Sprite,
    driver::Repo,
    services::{Claim, History, Services, StorageError, StorageHealth, spawn},
    text::{Msg, Text},
};

pub use notices::Notices;
use stage::Stage;

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
pub fn App(props: &AppProps) -> Html {
    let services = props.services.clone();
    let stage = use_state(|| Stage::first(&services, props.storage_failure.clone()));
    let running = use_mut_ref(|| None::<Repo>);
    let (navigator, errand, errand_done) = use_address(&services);
    let update_ready = use_state(|| false);
    let health = use_state(StorageHealth::default);
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
        let title = title(&navigator.route);
        let text = props.text.clone();
        use_effect_with(navigator.route.clone(), move |route| {
            // The desk's pages have titles of their own.
            if !matches!(route, Route::Desk(_)) {
                services.platform.set_title(&text.with(Msg::TEAM_TITLE, &[("page", text.get(title).into())]));
            }
            services
                .platform
                .set_root("data-app", if matches!(route, Route::Desk(_)) { "desk" } else { "team" });
            services.platform.scroll_to_top();
            services.platform.focus("inhalt");
        });
    }

    let on_click = intercept_links(&navigator);
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
            let handle = boot::session_handle(&services, &stage, &running, ready);
            html! {
                <ContextProvider<SessionHandle> context={handle}>
                <ContextProvider<Repo> context={ready.repo.clone()}>
                <ContextProvider<LocalNotes> context={ready.notes.clone()}>
                    if let Some(session) = ready.session.device() {
                        <DeviceFacts session={session.clone()} />
                    }
                    { page(&navigator, errand, errand_done, &ready.session) }
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
            <Sprite />
            <div class="contents" onclick={on_click}>{ page }</div>
        </ContextProvider<Navigator>>
        </ContextProvider<Notices>>
        </ContextProvider<CatalogHere>>
        </ContextProvider<Text>>
        </ContextProvider<Services>>
    }
}

fn page(navigator: &Navigator, errand: Option<Errand>, errand_done: Callback<()>, session: &Session) -> Html {
    match errand {
        Some(Errand::Invite(invite)) => return html! { <Enrol {invite} on_done={errand_done} /> },
        Some(Errand::SetUp(token)) => return html! { <desk::SetUp {token} /> },
        None => {}
    }
    match (&navigator.route, session) {
        (Route::View, _) => html! { <ViewPage /> },
        (Route::Desk(path), _) => html! { <desk::Desk path={path.clone()} /> },
        (Route::Help, _) => html! { <HelpPage /> },
        (Route::NotFound, _) => html! { <NotFoundPage /> },
        (_, Session::None | Session::Member(_)) => html! { <WelcomePage /> },
        (Route::Home, Session::Device(_)) => html! { <HomePage /> },
        (Route::Record, Session::Device(_)) => html! { <RecordPage /> },
        (Route::Feedback, Session::Device(_)) => html! { <FeedbackPage /> },
        (Route::List, Session::Device(_)) => html! { <ListPage /> },
        (Route::HandIn, Session::Device(_)) => html! { <HandInPage /> },
    }
}

fn title(route: &Route) -> Msg {
    match route {
        Route::Home | Route::Desk(_) => Msg::TEAM_TITLE_HOME,
        Route::Record => Msg::TEAM_TITLE_RECORD,
        Route::Feedback => Msg::TEAM_TITLE_FEEDBACK,
        Route::List => Msg::TEAM_TITLE_LIST,
        Route::HandIn => Msg::TEAM_TITLE_HAND_IN,
        Route::Help => Msg::TEAM_TITLE_HELP,
        Route::View => Msg::TEAM_TITLE_VIEW,
        Route::NotFound => Msg::TEAM_TITLE_NOT_FOUND,
    }
}

/// The page and errand of the address bar, and what follows when the errand is done.
#[hook]
fn use_address(services: &Services) -> (Navigator, Option<Errand>, Callback<()>) {
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
        route: Route::parse(path),
        to: {
            let go = go.clone();
            Callback::from(move |path| go(path, History::Push))
        },
    };
    // The token must not stay in the history.
    let errand_done = Callback::from(move |()| go(Route::Home.path(), History::Replace));
    (navigator, Errand::parse(fragment), errand_done)
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

/// Links to pages of this app change the page without loading it again.
fn intercept_links(navigator: &Navigator) -> Callback<MouseEvent> {
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
            && Route::parse(&href) != Route::NotFound
        {
            event.prevent_default();
            to.emit(href);
        }
    })
}
