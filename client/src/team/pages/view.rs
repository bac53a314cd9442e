//! Language and colours of this browser.

use yew::prelude::*;

use crate::{
    team::{frame::Frame, route::Route, view_choices::ViewChoices},
    text::{Msg, Text},
};

/// The page.
pub fn view(text: &Text) -> Html {
    html! {
        <Frame>
            <h1>{ text.get(Msg::TEAM_TITLE_VIEW) }</h1>
            <ViewChoices path={Route::View.path()} />
        </Frame>
    }
}
