//! The frame around all pages: canopy, messages that stay, the page, tab bar.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    head,
    here::{Here, Published},
    pages,
    phone::{Going, PhoneHandle, View},
    state::{Action, Network, Notice, Saved, Update, Visit},
};
use crate::{
    components::{Bar, BarKind, Canopy, LinkButton, Symbol, Tab, TabBar, ToolLabel, tool_link},
    route::{Address, Route},
    text::{Msg, Text},
};

/// Where the saved list is stored.
pub const SAVED: &str = "saved";
/// Where the chosen colours are stored; `/scheme.js` reads it before the first paint.
pub const SCHEME: &str = "scheme";

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
    let here = Here {
        text: props.text.clone(),
        catalog: visit.catalog.clone(),
        today: props.today.clone(),
        address: visit.address.clone(),
        alive: visit.alive,
        saved: visit.saved.clone(),
        scheme: visit.scheme.clone(),
        erasing: visit.erasing,
        visit: visit.dispatcher(),
        phone: props.phone.clone(),
    };
    use_coming_alive(&here, props.typed.clone());
    use_storing(&here);
    use_showing(&here);

    html! {
        <ContextProvider<Text> context={props.text.clone()}>
            <a class="skip" href="#inhalt">{ here.text.get(Msg::SKIP) }</a>
            <Canopy home={here.href(&Route::Today)}>
                { tool_link(format!("{}#sprache", here.href(&Route::View)).into(), Symbol::Globe, here.text.get(Msg::LANGUAGE_OWN), ToolLabel::Shown) }
                { tool_link(format!("{}#farben", here.href(&Route::View)).into(), Symbol::Sun, here.text.get(Msg::VIEW_TOOL), ToolLabel::Hidden) }
            </Canopy>
            { bars(&here, &visit) }
            { page(&here) }
            <TabBar label={here.text.get(Msg::TABS)} tabs={tabs(&here)} />
        </ContextProvider<Text>>
    }
}

fn page(here: &Here) -> Html {
    let (address, here) = (here.address.clone(), here.clone());
    match &address.route {
        Route::Today => html! { <pages::Today {here} /> },
        Route::Offers => html! { <pages::Offers {here} /> },
        Route::Offer(id) => match here.catalog.offer(id).cloned() {
            Some(offer) => html! { <pages::Offer key={id.clone()} {here} offer={Rc::new(offer)} /> },
            None => html! { <pages::NotFound {here} /> },
        },
        Route::Provider(key) => match here.catalog.provider(key).cloned() {
            Some(provider) => html! { <pages::Provider {here} provider={Rc::new(provider)} /> },
            None => html! { <pages::NotFound {here} /> },
        },
        Route::List => html! { <pages::List {here} /> },
        Route::View => html! { <pages::View {here} /> },
        Route::Info => html! { <pages::Info {here} /> },
        Route::Shell => html! { <pages::Shell {here} /> },
        Route::NotFound => html! { <pages::NotFound {here} /> },
    }
}

fn tabs(here: &Here) -> Vec<Tab> {
    let text = &here.text;
    let route = &here.address.route;
    let tab = |to: Route, symbol, label, current, count| Tab {
        href: here.href(&to),
        symbol,
        label: text.get(label),
        current,
        count,
    };
    let saved = here.saved.ids().len();
    let count = (saved > 0).then(|| (saved, text.with(Msg::TAB_LIST_COUNT, &[("n", saved.into())])));
    let among_offers = matches!(route, Route::Offers | Route::Offer(_) | Route::Provider(_));
    vec![
        tab(Route::Today, Symbol::Parasol, Msg::TAB_TODAY, *route == Route::Today, None),
        tab(Route::Offers, Symbol::Search, Msg::TAB_OFFERS, among_offers, None),
        tab(Route::List, Symbol::Bookmark, Msg::TAB_LIST, *route == Route::List, count),
        tab(Route::Info, Symbol::Info, Msg::TAB_INFO, *route == Route::Info, None),
    ]
}

fn bars(here: &Here, visit: &Visit) -> Html {
    let text = &here.text;
    let load = {
        let phone = here.phone.clone();
        Callback::from(move |()| phone.load_update())
    };
    html! {
        <>
            if visit.network == Network::Away {
                <Bar symbol={Symbol::Offline} words={text.get(Msg::BAR_OFFLINE)} />
            }
            if visit.update == Update::Waits {
                <Bar kind={BarKind::Update} symbol={Symbol::Refresh} words={text.get(Msg::BAR_UPDATE)}>
                    <LinkButton action="update" on_click={load}>{ text.get(Msg::BAR_UPDATE_NOW) }</LinkButton>
                    <LinkButton on_click={here.act(Action::UpdatePutOff)}>{ text.get(Msg::BAR_UPDATE_LATER) }</LinkButton>
                </Bar>
            }
            if visit.notice == Some(Notice::NotStored) {
                <Bar symbol={Symbol::Alert} words={text.get(Msg::BAR_NOT_STORED)} />
            }
        </>
    }
}

/// Once scripts are at work: listens to the phone, reads what is stored, applies what was typed.
#[hook]
fn use_coming_alive(here: &Here, typed: Option<AttrValue>) {
    let (visit, phone, address) = (here.visit.clone(), here.phone.clone(), here.address.clone());
    use_effect_with((), move |()| {
        let saved = phone.read(SAVED).map(|stored| Saved::from_storage(&stored)).unwrap_or_default();
        visit.dispatch(Action::CameAlive { saved, scheme: phone.read(SCHEME) });
        phone.listen(Callback::from(move |event| visit.dispatch(Action::Phone(event))));
        if let Some(typed) = typed {
            phone.go(&pages::with_words(&address, &typed), Going::Replace);
        }
    });
}

/// Stores the saved list and the colours whenever they change.
#[hook]
fn use_storing(here: &Here) {
    let (visit, phone, alive) = (here.visit.clone(), here.phone.clone(), here.alive);
    use_effect_with((here.alive, here.saved.clone()), move |(_, saved)| {
        let list = saved.to_storage();
        if alive && phone.read(SAVED).unwrap_or_default() != list {
            let value = (!list.is_empty()).then_some(list.as_str());
            if phone.store(SAVED, value).is_err() {
                visit.dispatch(Action::NotStored);
            }
        }
    });
    let (visit, phone) = (here.visit.clone(), here.phone.clone());
    use_effect_with((here.alive, here.scheme.clone()), move |(alive, scheme)| {
        if *alive && phone.read(SCHEME) != *scheme {
            phone.apply_scheme(scheme.as_deref());
            if phone.store(SCHEME, scheme.as_deref()).is_err() {
                visit.dispatch(Action::NotStored);
            }
        }
    });
}

/// Names the page, and shows its beginning after a step to another one.
#[hook]
fn use_showing(here: &Here) {
    let shown = use_mut_ref(|| here.address.route.clone());
    let (phone, address) = (here.phone.clone(), here.address.clone());
    let title = head::title(&here.text, &here.catalog, &here.address.route);
    use_effect_with((address, title), move |(address, title)| {
        let view = if *shown.borrow() == address.route { View::Stay } else { View::Start };
        shown.replace(address.route.clone());
        phone.show(title, view);
    });
}
