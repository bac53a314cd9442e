//! The organiser's desk: what the phones brought, opened, followed up and evaluated.
//!
//! Pages read `DeskState`; what they decide stands in modules without a browser (`filter`, `board`,
//! `duplicates`, `evaluation`, `lock`, `overview`, `export`), each tested on the host. Keys and
//! opened contacts are held by `vault::Vault` in memory and nowhere else.

mod board;
mod chart;
mod device_list;
mod devices;
mod duplicates;
mod entry;
mod evaluation;
mod export;
mod filter;
mod frame;
mod idle;
mod invites;
mod key_panel;
mod key_setup;
mod keyring;
mod link;
mod lock;
mod opening;
mod overview;
mod pages;
mod pause;
mod route;
mod season_data;
mod sign_in;
mod vault;
mod words;

use std::rc::Rc;

use shared::{
    catalog::{Catalog, SmallPrint},
    document::MarketKey,
};
use yew::prelude::*;

use self::{
    frame::Frame,
    idle::use_idle_lock,
    opening::use_opening,
    pages::{ContactPage, ContactsPage, EvaluationPage, MarketPage, SeasonPage, ViewPage},
    route::DeskRoute,
    season_data::{SeasonData, use_season_data},
    sign_in::{SetUp, SignIn},
    vault::Vault,
    words::Words,
};
use crate::{
    components::{Drawing, empty},
    services::use_services,
    team::{
        app::{Place, Program},
        catalog::use_catalog_here,
        passing_on::use_passing_on,
        session::{MemberSession, Role, Session},
    },
    text::{Msg, Text, use_text},
};

/// What every page of the desk reads.
#[derive(Clone, PartialEq)]
pub(crate) struct DeskState {
    /// Words for ids.
    pub(crate) words: Words,
    /// The questionnaire, among others.
    pub(crate) small_print: Rc<SmallPrint>,
    /// Everything that was synced.
    pub(crate) data: SeasonData,
    /// What is unlocked and open.
    pub(crate) vault: UseReducerHandle<Vault>,
    /// Who sits here.
    pub(crate) member: MemberSession,
    /// The day, ISO 8601.
    pub(crate) today: AttrValue,
}

impl DeskState {
    /// How many contacts of `market` wait for too long.
    pub(crate) fn overdue(&self, market: &MarketKey, now_ms: i64) -> usize {
        let entries = self.data.entries(market, &self.vault);
        entries.iter().filter(|entry| entry.overdue(&self.today, now_ms).is_some()).count()
    }

    /// The catalog.
    pub(crate) fn catalog(&self) -> &Catalog {
        &self.words.catalog
    }

    /// The key of the market on that date.
    pub(crate) fn market_key(&self, date: &str) -> Option<MarketKey> {
        format!("{}/{date}", self.catalog().season.key).parse().ok()
    }
}

/// What the page reads, from the context that [`Desk`] provides.
#[hook]
pub(crate) fn use_desk() -> DeskState {
    use_context::<DeskState>().expect("the desk provides its state around every page")
}

/// The program of organisers, `/team/tisch` and what lies below it.
pub struct Desk;

impl Program for Desk {
    fn owns(path: &str) -> bool {
        DeskRoute::parse(path) != DeskRoute::Unknown
    }

    fn title(_path: &str, _text: &Text) -> Option<AttrValue> {
        None
    }

    fn page(place: Place, session: &Session, _text: &Text) -> Html {
        // The link that is printed at the server's first start.
        if let Some(token) = place.fragment.strip_prefix("einrichten=").filter(|token| !token.is_empty()) {
            return html! { <SetUp token={token.to_owned()} /> };
        }
        match (DeskRoute::parse(&place.path), session) {
            (route, Session::Member(member)) if member.role == Role::Organiser => {
                html! { <SignedIn {route} member={member.clone()} /> }
            }
            (DeskRoute::View, _) => html! { <ViewPage /> },
            (_, Session::Member(_) | Session::Device(_) | Session::None) => html! { <SignIn /> },
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SignedInProps {
    route: DeskRoute,
    member: MemberSession,
}

#[component]
fn SignedIn(props: &SignedInProps) -> Html {
    let text = use_text();
    let services = use_services();
    let here = use_catalog_here();
    let catalog = here.catalog;
    let data = use_season_data();
    let vault = use_reducer(Vault::default);
    use_idle_lock(&vault);
    use_passing_on();
    let route = props.route.clone();
    use_effect_with((), {
        let platform = services.platform.clone();
        move |()| platform.keep_desk()
    });
    let market = catalog
        .as_ref()
        .zip(route.date())
        .and_then(|(catalog, date)| format!("{}/{date}", catalog.season.key).parse::<MarketKey>().ok());
    use_opening(market, &data, &vault, props.member.member);

    let Some((catalog, small_print)) = catalog.zip(here.small_print) else {
        let (words, hint) = if here.nothing_published {
            (Msg::DESK_NO_SEASON, Msg::DESK_NO_SEASON_HINT)
        } else {
            (Msg::DESK_LOADING, Msg::DESK_LOADING_HINT)
        };
        return html! {
            <Frame title={text.get(Msg::DESK_NAV_SEASON)}>
                { empty(Some(Drawing::Table), html! { <>
                    <p role="status">{ text.get(words) }</p>
                    <p>{ text.get(hint) }</p>
                </> }) }
            </Frame>
        };
    };
    let state = DeskState {
        words: Words { text, catalog },
        small_print,
        data,
        vault,
        member: props.member.clone(),
        today: here.today.unwrap_or_else(|| services.clock.local(services.clock.now_ms()).day).into(),
    };
    html! {
        <ContextProvider<DeskState> context={state}>
            { page(route) }
        </ContextProvider<DeskState>>
    }
}

fn page(route: DeskRoute) -> Html {
    match route {
        DeskRoute::Season => html! { <SeasonPage /> },
        DeskRoute::Market(date) => html! { <MarketPage date={AttrValue::from(date)} /> },
        DeskRoute::Contacts(date) => html! { <ContactsPage date={AttrValue::from(date)} /> },
        DeskRoute::Contact(date, id) => {
            html! { <ContactPage date={AttrValue::from(date)} id={AttrValue::from(id)} /> }
        }
        DeskRoute::Evaluation(date) => html! { <EvaluationPage date={AttrValue::from(date)} /> },
        DeskRoute::View => html! { <ViewPage /> },
        DeskRoute::Unknown => html! { <pages::UnknownPage /> },
    }
}
