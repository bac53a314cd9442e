//! The organiser's desk: what the phones brought, opened, followed up and evaluated.
//!
//! Pages read `DeskState`; what they decide stands in modules without a browser (`filter`, `board`,
//! `duplicates`, `evaluation`, `lock`, `overview`, `export`), each tested on the host. Keys and
//! opened contacts are held by `vault::Vault` in memory and nowhere else.

mod board;
mod chart;
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

pub use sign_in::SetUp;

use shared::{catalog::Catalog, document::MarketKey};
use yew::prelude::*;

use self::{
    frame::Frame,
    idle::use_idle_lock,
    opening::use_opening,
    pages::{ContactPage, ContactsPage, EvaluationPage, MarketPage, SeasonPage},
    route::DeskRoute,
    season_data::{SeasonData, use_season_data},
    sign_in::SignIn,
    vault::Vault,
    words::Words,
};
use crate::{
    components::{Drawing, Empty},
    services::use_services,
    team::{
        catalog::use_catalog_here,
        session::{MemberSession, Role, Session, use_session},
    },
    text::{Msg, use_text},
};

/// What every page of the desk reads.
#[derive(Clone, PartialEq)]
pub(crate) struct DeskState {
    /// Words for ids.
    pub(crate) words: Words,
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

/// Where the desk is.
#[derive(Clone, PartialEq, Properties)]
pub struct DeskProps {
    /// The address, `/team/tisch` or below it.
    pub path: AttrValue,
}

/// The desk: asks who is there, then shows the page.
#[component]
pub fn Desk(props: &DeskProps) -> Html {
    let session = use_session();
    match session.session {
        Session::Member(member) if member.role == Role::Organiser => {
            html! { <SignedIn path={props.path.clone()} {member} /> }
        }
        Session::Member(_) | Session::Device(_) | Session::None => html! { <SignIn /> },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SignedInProps {
    path: AttrValue,
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
    let route = DeskRoute::parse(&props.path);
    let market = catalog
        .as_ref()
        .zip(route.date())
        .and_then(|(catalog, date)| format!("{}/{date}", catalog.season.key).parse::<MarketKey>().ok());
    use_opening(market, &data, &vault, props.member.member);

    let Some(catalog) = catalog else {
        return html! {
            <Frame title={text.get(Msg::DESK_NAV_SEASON)}>
                <Empty drawing={Drawing::Table}>
                    <p role="status">{ text.get(Msg::DESK_LOADING) }</p>
                    <p>{ text.get(Msg::DESK_LOADING_HINT) }</p>
                </Empty>
            </Frame>
        };
    };
    let state = DeskState {
        words: Words { text, catalog },
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
        DeskRoute::Unknown => html! { <pages::UnknownPage /> },
    }
}
