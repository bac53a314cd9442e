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
    components::{Bar, Canopy, Symbol, Tab, TabBar, tool_link},
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
            <VolunteerCanopy />
            <Bars says_connection={props.says_connection} />
            <main id="inhalt" class={classes!("page", props.class.clone())} tabindex="-1">
                { props.children.clone() }
            </main>
            if enrolled {
                <TabBar label={text.get(Msg::TEAM_TABS)} tabs={tabs(&text, &route)} />
            }
        </>
    }
}

/// The canopy with the tools of volunteers.
#[component]
pub fn VolunteerCanopy() -> Html {
    let text = use_text();
    html! {
        <Canopy home={Route::Home.path()} place={text.get(Msg::TEAM_PLACE)}>
            { tool_link(Route::Help.path().into(), Symbol::Question, text.get(Msg::TEAM_TOOL_HELP)) }
            { tool_link(Route::View.path().into(), Symbol::Sun, text.get(Msg::TEAM_TOOL_VIEW)) }
        </Canopy>
    }
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
                <Bar {symbol} words={text.get(words)} />
            }
            if let Some(words) = storage_words(&connection, health) {
                <Bar symbol={Symbol::Alert} words={text.get(words)} />
            }
            if connection.unreadable > 0 {
                <Bar symbol={Symbol::Alert} words={text.with(Msg::TEAM_UNREADABLE, &[("n", connection.unreadable.into())])} />
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
