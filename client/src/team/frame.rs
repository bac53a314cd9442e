//! What is around every page of a volunteer: canopy, bars, the page, the tab bar.

use shared::repo::ConnectionState;
use yew::prelude::*;

use super::{
    app::use_notices,
    navigator::use_navigator,
    route::Route,
    session::{Session, use_session},
    update_bar::UpdateBar,
};
use crate::{
    components::{BarKind, CanopyParts, Symbol, Tab, bar, canopy, parts, tab_bar, tool_link},
    driver::{Connection, use_connection},
    services::{StorageError, StorageHealth},
    text::{Msg, Text, use_text},
};

/// Properties of [`Frame`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FrameProps {
    /// Class of the page.
    #[prop_or_default]
    pub class: Classes,
    /// Whether the page itself says how the connection is.
    #[prop_or_default]
    pub says_connection: bool,
    /// The page.
    pub children: Html,
}

/// A page of a volunteer.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let text = use_text();
    let enrolled = use_session().session.device().is_some();
    let route = Route::parse(&use_navigator().path);
    html! {
        <>
            <a class="skip" href="#inhalt">{ text.get(Msg::TEAM_SKIP) }</a>
            { volunteer_canopy(&text) }
            <Bars says_connection={props.says_connection} />
            <main id="inhalt" class={classes!("page", props.class.clone())} tabindex="-1">
                { props.children.clone() }
            </main>
            if enrolled {
                { tab_bar(text.get(Msg::TEAM_TABS), &tabs(&text, &route)) }
            }
        </>
    }
}

/// The canopy with the tools of volunteers.
pub fn volunteer_canopy(text: &Text) -> Html {
    let tool = |to: Route, symbol, label| tool_link(to.path().into(), symbol, text.get(label));
    let hands = tool(Route::Hands, Symbol::People, Msg::TEAM_TOOL_HANDS);
    let help = tool(Route::Help, Symbol::Question, Msg::TEAM_TOOL_HELP);
    canopy_with(text, parts(vec![hands, help, tool(Route::View, Symbol::Sun, Msg::TEAM_TOOL_VIEW)]))
}

/// The canopy of the team's app with other tools.
pub fn canopy_with(text: &Text, tools: Html) -> Html {
    let place = Some(text.get(Msg::TEAM_PLACE));
    canopy(text, CanopyParts { home: Route::Home.path().into(), place, tools, ..CanopyParts::default() })
}

/// Properties of [`Bars`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct BarsProps {
    /// Whether the page itself says how the connection is.
    #[prop_or_default]
    pub says_connection: bool,
}

/// What must be known on every page: no network, no storage, a newer version.
#[component]
pub fn Bars(props: &BarsProps) -> Html {
    let text = use_text();
    let session = use_session().session;
    // Whoever is nobody yet has nothing to send.
    let says_connection = props.says_connection || session == Session::None;
    let connection = use_connection();
    let health = use_notices().health;
    let route = Route::parse(&use_navigator().path);
    html! {
        <div data-connection={connection_name(&connection)} role="status">
            if let Some((symbol, words)) = connection_words(&connection).filter(|_| !says_connection) {
                { bar(BarKind::Plain, symbol, text.get(words), Html::default()) }
            }
            if let Some(words) = storage_words(&connection, health) {
                { bar(BarKind::Plain, Symbol::Alert, text.get(words), Html::default()) }
            }
            if connection.unreadable > 0 {
                { bar(BarKind::Plain, Symbol::Alert, text.with(Msg::TEAM_UNREADABLE, &[("n", connection.unreadable.into())]), Html::default()) }
            }
            if !route.holds_a_form() {
                <UpdateBar />
            }
        </div>
    }
}

fn connection_name(connection: &Connection) -> &'static str {
    match connection.state {
        ConnectionState::Offline => "offline",
        ConnectionState::Joining | ConnectionState::Reading => "connecting",
        ConnectionState::UpToDate => "online",
    }
}

/// Only what is wrong is said; that the connection stands is said on the first page.
fn connection_words(connection: &Connection) -> Option<(Symbol, Msg)> {
    match connection.state {
        _ if connection.signed_out() => Some((Symbol::Lock, Msg::TEAM_SIGNED_OUT)),
        ConnectionState::Offline => Some((Symbol::Offline, Msg::TEAM_OFFLINE)),
        ConnectionState::Joining | ConnectionState::Reading | ConnectionState::UpToDate => None,
    }
}

fn storage_words(connection: &Connection, health: StorageHealth) -> Option<Msg> {
    match (&connection.storage_failure, health) {
        (Some(StorageError::Full(_)), _) => Some(Msg::TEAM_NOT_STORED_FULL),
        (Some(_), _) => Some(Msg::TEAM_NOT_STORED),
        (None, StorageHealth::AlmostFull) => Some(Msg::TEAM_ALMOST_FULL),
        (None, StorageHealth::Unavailable) => Some(Msg::TEAM_STORAGE_PRIVATE),
        (None, StorageHealth::Unknown | StorageHealth::Persisted | StorageHealth::MayBeCleared) => None,
    }
}

fn tabs(text: &Text, route: &Route) -> Vec<Tab> {
    [
        (Route::Home, Symbol::Home, Msg::TEAM_TAB_HOME),
        (Route::Record, Symbol::Pencil, Msg::TEAM_TAB_RECORD),
        (Route::List, Symbol::List, Msg::TEAM_TAB_LIST),
        (Route::HandIn, Symbol::Send, Msg::TEAM_TAB_HAND_IN),
    ]
    .into_iter()
    .map(|(to, symbol, label)| Tab {
        href: to.path().into(),
        symbol,
        label: text.get(label),
        current: to == *route,
        count: None,
    })
    .collect()
}
