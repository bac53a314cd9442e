//! Language and colours of this browser.

use yew::prelude::*;

use crate::{
    team::{
        desk::{frame::Frame, route::DeskRoute},
        view_choices::ViewChoices,
    },
    text::{Msg, use_text},
};

/// The page.
#[component]
pub(crate) fn ViewPage() -> Html {
    let text = use_text();
    html! {
        <Frame title={text.get(Msg::TEAM_TITLE_VIEW)} at={DeskRoute::View}>
            <h1>{ text.get(Msg::TEAM_TITLE_VIEW) }</h1>
            <ViewChoices path={DeskRoute::View.to_string()} />
        </Frame>
    }
}
