//! The frame around all pages: canopy, messages that stay, the page, tab bar.

use std::rc::Rc;

use shared::catalog::{Catalog, Search, Stand};
use yew::prelude::*;

use super::{
    bars::{Bars, bars},
    head,
    here::{Here, Indexed, Published},
    market_day::today_or_next,
    pages,
    phone::{Going, PhoneHandle, View},
    programs::Pages,
    state::{Action, Network, Notice, Update, Visit},
};
use crate::{
    components::{
        CanopyParts, Panels, Symbol, Tab, attrs, canopy, el, el_with, icon, parts, say, tab_bar, tool_link,
        when,
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
    /// The index of the catalog with the stands of `today`, if the page that comes first searches in it.
    #[prop_or_default]
    pub search: Option<Indexed>,
}

/// A program of the visitor's pages.
#[component]
pub fn App<P: Pages>(props: &AppProps) -> Html {
    let visit = use_reducer_eq(|| Visit::new(props.address.clone(), props.catalog.clone()));
    let search = use_search::<P>(&visit, props);
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
    use_phone(&here);

    parts(vec![
        el_with(
            "a",
            attrs![("class", "skip".into()), ("href", "#inhalt".into())],
            [say(here.text.get(Msg::SKIP))],
        ),
        canopy(&here.text, canopy_of(&here.text)),
        bars_of(&here, &visit),
        P::page(&here),
        unreviewed(&here.text),
        tab_bar(here.text.get(Msg::TABS), &tabs(&here.text, &here.address.route, here.saved.ids().len())),
    ])
}

/// The canopy of every visitor's page.
pub(crate) fn canopy_of(text: &Text) -> CanopyParts {
    let view = Route::View.path(text.language());
    // The name of a language alone is no purpose of a link to those who hear it.
    let purpose = el("span", "hidden-text", [say(text.get(Msg::VIEW_LANGUAGE)), say(": ".into())]);
    let language = [icon(Symbol::Globe), purpose, el("span", "", [say(text.get(Msg::LANGUAGE_TOOL))])];
    let to_language = attrs![("class", "tool".into()), ("href", format!("{view}#sprache").into())];
    let tools = parts(vec![
        el_with("a", to_language, language),
        tool_link(format!("{view}#farben").into(), Symbol::Sun, text.get(Msg::VIEW_TOOL)),
    ]);
    let home = Route::Today.path(text.language()).into();
    CanopyParts { home, place: None, panels: Panels::Eight, tools }
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

fn bars_of(here: &Here, visit: &Visit) -> Html {
    let phone = here.phone.clone();
    let load = Callback::from(move |()| phone.load_update());
    let shown = Bars {
        is_away: visit.network == Network::Away,
        update_waits: visit.update == Update::Waits,
        not_stored: visit.notice == Some(Notice::NotStored),
    };
    bars(&here.text, shown, &load, &here.act(Action::UpdatePutOff))
}

/// The index of the catalog, made when the page that searches is first shown.
#[hook]
fn use_search<P: Pages>(visit: &Visit, props: &AppProps) -> Rc<Option<Indexed>> {
    let needed = visit.address.route == Route::Offers;
    let made = props.search.clone().filter(|_| visit.catalog == props.catalog);
    use_memo((visit.catalog.clone(), props.today.clone(), needed), |(catalog, today, needed)| {
        (P::SEARCHES && *needed)
            .then(|| made.unwrap_or_else(|| Indexed(Rc::new(Search::new(catalog, stands(catalog, today))))))
    })
}

/// The stands of the day that is shown.
pub fn stands<'a>(catalog: &'a Catalog, today: &str) -> &'a [Stand] {
    today_or_next(catalog, today).map_or(&[][..], |market| &market.day.stands)
}

/// The page that the phone showed last.
type Told = Option<Route>;

/// After each rendering: tells the phone what changed, and the first time begins to listen to it.
///
/// One effect for all, since each would cost a phone another kilobyte.
#[hook]
fn use_phone(here: &Here) {
    let told = use_mut_ref(Told::default);
    let here = here.clone();
    use_effect(move || {
        let mut told = told.borrow_mut();
        if told.is_none() {
            *told = Some(here.address.route.clone());
            let rendered = here.clone();
            here.phone.soon(Callback::from(move |()| come_alive(&rendered)));
        }
        if here.alive {
            store(&here);
            show(&here, &mut told);
        }
    });
}

/// Listens, and is first told what is stored; applies what was typed. The page was rendered in a turn of its
/// own, since both together would hold up whoever touches it.
fn come_alive(here: &Here) {
    let (visit, phone) = (here.visit.clone(), here.phone.clone());
    phone.listen(Callback::from(move |event| visit.dispatch(Action::Phone(event))));
    if let Some(typed) = here.phone.typed().filter(|typed| *typed != pages::words_in(&here.address)) {
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
