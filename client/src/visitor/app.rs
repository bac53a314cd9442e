//! The frame around all pages: canopy, messages that stay, the page, tab bar.

use std::rc::Rc;

use shared::catalog::Search;
use yew::prelude::*;

use super::{
    head,
    here::{Here, Published},
    market_day::today_or_next,
    pages,
    phone::{Going, PhoneHandle, View},
    state::{Action, Network, Notice, Saved, Update, Visit},
};
use crate::{
    components::{
        BarKind, CanopyProps, Panels, Symbol, Tab, action_link, attrs, bar, bars as bars_of, canopy, el,
        el_with, icon, say, tab_bar, tool_link, when,
    },
    route::{Address, Legal, Route},
    text::{Language, Msg, Text},
};

/// Where the saved list is stored.
pub const SAVED: &str = "saved";
/// Where the chosen colours are stored; `page/scheme.js` reads it before the first paint.
pub const SCHEME: &str = "scheme";

/// Where the forms note that there are requests on this phone: `sent`, or `unsent`.
pub const REQUESTS: &str = "requests";

/// Properties of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// What there is to read.
    pub catalog: Published,
    /// All words.
    pub text: Text,
    /// ISO 8601.
    pub today: AttrValue,
    /// Where the visitor is at the start.
    pub address: Address,
    /// The phone.
    pub phone: PhoneHandle,
    /// What the visitor typed into the search field before the app was alive.
    #[prop_or_default]
    pub typed: Option<AttrValue>,
}

/// The visitor app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let visit = use_reducer_eq(|| Visit::new(props.address.clone(), props.catalog.clone()));
    let search = use_search(&visit, &props.today);
    let here = Here {
        text: props.text.clone(),
        catalog: visit.catalog.clone(),
        today: props.today.clone(),
        address: visit.address.clone(),
        alive: visit.alive,
        saved: visit.saved.clone(),
        scheme: visit.scheme.clone(),
        erasing: visit.erasing,
        withdrawal: visit.withdrawal,
        search,
        visit: visit.dispatcher(),
        phone: props.phone.clone(),
    };
    use_phone(&here, props.typed.clone());

    html! {
        <>
            <a class="skip" href="#inhalt">{ here.text.get(Msg::SKIP) }</a>
            { canopy(&here.text, &canopy_of(&here.text)) }
            { bars(&here, &visit) }
            { page(&here) }
            { unreviewed(&here.text) }
            { tab_bar(here.text.get(Msg::TABS), &tabs(&here.text, &here.address.route, here.saved.ids().len())) }
        </>
    }
}

/// The canopy of every visitor's page.
pub(crate) fn canopy_of(text: &Text) -> CanopyProps {
    let view = Route::View.path(text.language());
    // The name of a language alone is no purpose of a link to those who hear it.
    let language_link = attrs![("class", "tool".into()), ("href", format!("{view}#sprache").into())];
    let purpose = el("span", "hidden-text", [say(text.get(Msg::VIEW_LANGUAGE)), say(": ".into())]);
    let language = [icon(Symbol::Globe), purpose, el("span", "", [say(text.get(Msg::LANGUAGE_TOOL))])];
    let tools = html! {
        <>
            { el_with("a", language_link, language) }
            { tool_link(format!("{view}#farben").into(), Symbol::Sun, text.get(Msg::VIEW_TOOL)) }
        </>
    };
    let home = Route::Today.path(text.language()).into();
    CanopyProps { home, place: None, panels: Panels::Eight, children: tools }
}

fn page(here: &Here) -> Html {
    match &here.address.route {
        Route::Today => pages::today(here),
        Route::Offers => pages::offers(here),
        Route::Offer(id) => match here.catalog.offer(id) {
            Some(offer) => pages::offer(here, offer),
            None => pages::not_found(here),
        },
        Route::Provider(key) => match here.catalog.provider(key) {
            Some(provider) => pages::provider(here, provider),
            None => pages::not_found(here),
        },
        Route::List => pages::list(here),
        Route::View => pages::view(here),
        Route::Info => pages::info(here),
        Route::Receipt => pages::receipt(here),
        Route::Shell => pages::shell(here),
        // The server renders forms and legal pages apart.
        Route::Form(_) | Route::Legal(_) | Route::NotFound => pages::not_found(here),
    }
}

/// Says at the foot of the page that no one has checked its language.
pub(crate) fn unreviewed(text: &Text) -> Html {
    let reviewed = Language::of(text.language()).is_some_and(|language| language.reviewed);
    when(!reviewed, || {
        let imprint = Route::Legal(Legal::Imprint).path(text.language());
        let tell = attrs![("class", "link".into()), ("href", imprint.into())];
        let tell = el_with("a", tell, [say(text.get(Msg::UNREVIEWED_TELL))]);
        let words = [say(text.get(Msg::UNREVIEWED)), say(" ".into()), tell];
        el("footer", "page-foot", [el("p", "hint", words)])
    })
}

/// The tabs of every visitor's page; `saved` is how many offers are on the list.
pub(crate) fn tabs(text: &Text, route: &Route, saved: usize) -> Vec<Tab> {
    let tab = |to: Route, symbol, label, current, count| Tab {
        href: to.path(text.language()).into(),
        symbol,
        label: text.get(label),
        current,
        count,
    };
    let count = (saved > 0).then(|| (saved, text.with(Msg::TAB_LIST_COUNT, &[("n", saved.into())])));
    let about_us = matches!(route, Route::Info | Route::Legal(_));
    let among_offers = matches!(route, Route::Offers | Route::Offer(_) | Route::Provider(_));
    vec![
        tab(Route::Today, Symbol::Parasol, Msg::TAB_TODAY, *route == Route::Today, None),
        tab(Route::Offers, Symbol::Search, Msg::TAB_OFFERS, among_offers, None),
        tab(Route::List, Symbol::Bookmark, Msg::TAB_LIST, *route == Route::List, count),
        tab(Route::Info, Symbol::Info, Msg::TAB_INFO, about_us, None),
    ]
}

fn bars(here: &Here, visit: &Visit) -> Html {
    let text = &here.text;
    let load = {
        let phone = here.phone.clone();
        Callback::from(move |()| phone.load_update())
    };
    let answers = || {
        let now = action_link(Html::default(), "update", &load, text.get(Msg::BAR_UPDATE_NOW));
        let put_off = here.act(Action::UpdatePutOff);
        let later = action_link(Html::default(), "update-later", &put_off, text.get(Msg::BAR_UPDATE_LATER));
        html! { <>{ now }{ later }</> }
    };
    bars_of(html! {
        <>
            if visit.network == Network::Away {
                { bar(BarKind::Plain, Symbol::Offline, text.get(Msg::BAR_OFFLINE), Html::default()) }
            }
            if visit.update == Update::Waits {
                { bar(BarKind::Update, Symbol::Refresh, text.get(Msg::BAR_UPDATE), answers()) }
            }
            if visit.notice == Some(Notice::NotStored) {
                { bar(BarKind::Plain, Symbol::Alert, text.get(Msg::BAR_NOT_STORED), Html::default()) }
            }
        </>
    })
}

/// The index of the catalog, made when the page that searches is first shown.
#[hook]
fn use_search(visit: &Visit, today: &AttrValue) -> Rc<Option<Search>> {
    let needed = visit.address.route == Route::Offers;
    use_memo((visit.catalog.clone(), today.clone(), needed), |(catalog, today, needed)| {
        let stands = today_or_next(catalog, today).map_or(&[][..], |market| &market.day.stands);
        needed.then(|| Search::new(catalog, stands))
    })
}

/// The page that the phone showed last.
type Told = Option<Route>;

/// After each rendering: tells the phone what changed, and the first time begins to listen to it.
///
/// One effect for all, since each would cost a phone another kilobyte.
#[hook]
fn use_phone(here: &Here, typed: Option<AttrValue>) {
    let told = use_mut_ref(Told::default);
    let here = here.clone();
    use_effect(move || {
        let mut told = told.borrow_mut();
        if told.is_none() {
            *told = Some(here.address.route.clone());
            come_alive(&here, typed);
        }
        if here.alive {
            store(&here);
            show(&here, &mut told);
        }
    });
}

/// Reads what is stored, listens, applies what was typed.
fn come_alive(here: &Here, typed: Option<AttrValue>) {
    let (visit, phone) = (here.visit.clone(), here.phone.clone());
    let saved = phone.read(SAVED).map(|stored| Saved::from_storage(&stored)).unwrap_or_default();
    visit.dispatch(Action::CameAlive { saved, scheme: phone.read(SCHEME) });
    phone.listen(Callback::from(move |event| visit.dispatch(Action::Phone(event))));
    if let Some(typed) = typed {
        phone.go(&pages::with_words(&here.address, &typed), Going::Replace);
    }
}

/// Stores the saved list and the colours where they differ from what is stored.
fn store(here: &Here) {
    let list = here.saved.to_storage();
    let list = (!list.is_empty()).then_some(list);
    for (key, value) in [(SAVED, &list), (SCHEME, &here.scheme)] {
        if here.phone.read(key) == *value {
            continue;
        }
        if key == SCHEME {
            here.phone.apply_scheme(value.as_deref());
        }
        if here.phone.store(key, value.as_deref()).is_err() {
            here.visit.dispatch(Action::NotStored);
        }
    }
}

/// Names the page, and shows its beginning after a step to another one.
fn show(here: &Here, told: &mut Told) {
    let route = &here.address.route;
    let view = if told.as_ref() == Some(route) { View::Stay } else { View::Start };
    *told = Some(route.clone());
    here.phone.show(&head::title(&here.text, &here.catalog, route), view);
}
