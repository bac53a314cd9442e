//! The pages of the desk, and the one for addresses that lead nowhere.

mod contact;
mod contacts;
mod evaluation;
mod market;
mod season;
mod view;

pub(crate) use self::{
    contact::ContactPage, contacts::ContactsPage, evaluation::EvaluationPage, market::MarketPage,
    season::SeasonPage, view::ViewPage,
};

use yew::prelude::*;

use super::{frame::Frame, link::DeskLink, route::DeskRoute};
use crate::{
    components::{Drawing, empty},
    text::{Msg, use_text},
};

/// A page about one market.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DateProps {
    /// Its date, ISO 8601.
    pub(crate) date: AttrValue,
}

/// An address that leads nowhere.
#[component]
pub(crate) fn UnknownPage() -> Html {
    let text = use_text();
    html! {
        <Frame title={text.get(Msg::DESK_NO_PAGE)}>
            <h1>{ text.get(Msg::DESK_NO_PAGE) }</h1>
            { empty(Some(Drawing::Shut), html! { <>
                <p>{ text.get(Msg::DESK_NO_PAGE_HINT) }</p>
                <DeskLink to={DeskRoute::Season} class="button" rank="first">{ text.get(Msg::DESK_NAV_SEASON) }</DeskLink>
            </> }) }
        </Frame>
    }
}
