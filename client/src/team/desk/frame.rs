//! What stands around every page of the desk: the canopy, the places of work, and how things are.

use shared::repo::ConnectionState;
use yew::prelude::*;

use super::{DeskState, link::DeskLink, route::DeskRoute};
use crate::{
    components::{BarKind, CanopyParts, LinkButton, Panels, Symbol, bar, canopy, icon, tool_link},
    driver::{Connection, use_connection, use_repo},
    services::{Services, use_services},
    team::{
        session::{Session, use_session},
        update_bar::UpdateBar,
    },
    text::{Msg, Text, use_text},
};

/// Id of the main part, for the skip link.
const MAIN: &str = "inhalt";

/// What a page says of itself.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FrameProps {
    /// Title of the window.
    pub(crate) title: AttrValue,
    /// Where the page is, if it is about a market or the season.
    #[prop_or(DeskRoute::Unknown)]
    pub(crate) at: DeskRoute,
    /// The page.
    pub(crate) children: Html,
}

/// The frame.
#[component]
pub(crate) fn Frame(props: &FrameProps) -> Html {
    let text = use_text();
    let services = use_services();
    let session = use_session();
    let desk = use_context::<DeskState>();
    let connection = use_connection();
    let repo = use_repo();
    use_effect_with(props.title.clone(), {
        let (services, text) = (services.clone(), text.clone());
        move |title| {
            let title = text.with(Msg::DESK_WINDOW_TITLE, &[("page", title.clone().into())]);
            services.platform.set_title(&title);
        }
    });
    let signed_in = match &session.session {
        Session::Member(member) => Some(member.name.clone()),
        Session::Device(_) | Session::None => None,
    };
    let sync_now = Callback::from(move |()| repo.sync_now());
    html! {
        <>
            <a class="skip" href={format!("#{MAIN}")}>{ text.get(Msg::DESK_SKIP) }</a>
            <div class="desk">
                { desk_canopy(&text, html! { <>
                    if signed_in.is_some() {
                        { connection_sign(&text, &services, &connection) }
                    }
                    { tool_link(DeskRoute::View.to_string().into(), Symbol::Sun, text.get(Msg::DESK_VIEW)) }
                    if let Some(name) = &signed_in {
                        <span class="tool">
                            { icon(Symbol::People) }
                            <span class="hidden-text">{ text.get(Msg::DESK_SIGNED_IN_AS) }{ " " }</span>
                            <bdi class="desk-name">{ name.clone() }</bdi>
                        </span>
                    }
                </> }) }
                <nav class="desk-nav" aria-label={text.get(Msg::DESK_NAV)}>
                    <ul>
                        if let Some(desk) = &desk {
                            { places(&text, desk, &props.at, services.clock.now_ms()) }
                        }
                        <li><a href="/team/">{ icon(Symbol::Mobile) }{ text.get(Msg::DESK_NAV_TEAM) }</a></li>
                        if signed_in.is_some() {
                            <li>
                                <LinkButton symbol={Symbol::Lock} on_click={session.sign_out.clone()} action="sign-out">
                                    { text.get(Msg::DESK_SIGN_OUT) }
                                </LinkButton>
                            </li>
                        }
                    </ul>
                </nav>
                <main id={MAIN} class="desk-main" tabindex="-1">
                    <div role="status">
                        <UpdateBar />
                        if signed_in.is_some() {
                            { trouble(&text, &connection, sync_now) }
                        }
                    </div>
                    { props.children.clone() }
                </main>
            </div>
        </>
    }
}

fn places(text: &Text, desk: &DeskState, at: &DeskRoute, now_ms: i64) -> Html {
    let market = at.date().map(str::to_owned);
    let overdue = market
        .as_deref()
        .and_then(|date| desk.market_key(date))
        .map(|market| desk.overdue(&market, now_ms))
        .unwrap_or_default();
    let place = |to: DeskRoute, symbol: Symbol, label: AttrValue, after: Html| {
        let current = to == *at;
        html! { <li><DeskLink {to} {current}>{ icon(symbol) }{ label }{ after }</DeskLink></li> }
    };
    html! {
        <>
            { place(DeskRoute::Season, Symbol::Calendar, text.get(Msg::DESK_NAV_SEASON), Html::default()) }
            if let Some(date) = market {
                { place(
                    DeskRoute::Market(date.clone()),
                    Symbol::Parasol,
                    text.with(Msg::DESK_NAV_MARKET, &[("day", desk.words.day(&date).into())]),
                    Html::default(),
                ) }
                { place(
                    DeskRoute::Contacts(date.clone()),
                    Symbol::People,
                    text.get(Msg::DESK_NAV_CONTACTS),
                    count(text, overdue),
                ) }
                { place(
                    DeskRoute::Evaluation(date),
                    Symbol::Chart,
                    text.get(Msg::DESK_NAV_EVALUATION),
                    Html::default(),
                ) }
            }
        </>
    }
}

fn count(text: &Text, overdue: usize) -> Html {
    if overdue == 0 {
        return Html::default();
    }
    html! {
        <span class="count">
            { overdue }
            <span class="hidden-text">{ " " }{ text.get(Msg::DESK_OVERDUE_HIDDEN) }</span>
        </span>
    }
}

fn connection_sign(text: &Text, services: &Services, connection: &Connection) -> Html {
    let (symbol, words) = match (connection.state, connection.unconfirmed) {
        (ConnectionState::UpToDate, 0) => {
            let time = connection.last_contact_ms.map(|ms| text.clock(&services.clock.local(ms).clock()));
            match time {
                Some(time) => (Symbol::Server, text.with(Msg::DESK_SAVED_AT, &[("time", time.into())])),
                None => (Symbol::Server, text.get(Msg::DESK_SAVED)),
            }
        }
        (ConnectionState::Reading, 0) => (Symbol::Refresh, text.get(Msg::DESK_FETCHING)),
        (ConnectionState::UpToDate | ConnectionState::Reading, waiting) => {
            (Symbol::Send, text.with(Msg::DESK_SENDING, &[("n", waiting.into())]))
        }
        (ConnectionState::Joining, _) => (Symbol::Refresh, text.get(Msg::DESK_CONNECTING)),
        (ConnectionState::Offline, 0) => (Symbol::Offline, text.get(Msg::DESK_OFFLINE)),
        (ConnectionState::Offline, waiting) => {
            (Symbol::Offline, text.with(Msg::DESK_OFFLINE_WAITING, &[("n", waiting.into())]))
        }
    };
    html! { <span class="sign small desk-sign" role="status">{ icon(symbol) }<span>{ words }</span></span> }
}

fn trouble(text: &Text, connection: &Connection, sync_now: Callback<()>) -> Html {
    html! {
        <>
            if connection.storage_failure.is_some() {
                { alert(text.get(Msg::DESK_STORAGE_FAILED)) }
            }
            if connection.unreadable > 0 {
                { alert(text.with(Msg::DESK_STORED_UNREADABLE, &[("n", connection.unreadable.into())])) }
            }
            if connection.state == ConnectionState::Offline {
                { bar(BarKind::Plain, Symbol::Offline, text.get(Msg::DESK_OFFLINE_BAR), html! {
                    <LinkButton symbol={Symbol::Refresh} on_click={sync_now} action="sync">
                        { text.get(Msg::DESK_TRY_AGAIN) }
                    </LinkButton>
                }) }
            }
        </>
    }
}

fn alert(words: AttrValue) -> Html {
    bar(BarKind::Plain, Symbol::Alert, words, Html::default())
}

fn desk_canopy(text: &Text, tools: Html) -> Html {
    let place = Some(text.get(Msg::DESK_BRAND));
    canopy(text, CanopyParts { home: DeskRoute::ROOT.into(), place, panels: Panels::Twelve, tools })
}
