//! No such page.

use yew::prelude::*;

use crate::{
    components::{Button, Drawing, Empty, Rank},
    team::{frame::Frame, route::Route},
    text::{Msg, use_text},
};

/// Says so, with the way back.
#[component]
pub fn NotFoundPage() -> Html {
    let text = use_text();
    html! {
        <Frame>
            <section class="stack">
                <h1>{ text.get(Msg::TEAM_TITLE_NOT_FOUND) }</h1>
                <Empty drawing={Drawing::Shut}>
                    <p>{ text.get(Msg::TEAM_NOT_FOUND_HELP) }</p>
                    <Button rank={Rank::First} href={Route::Home.path()}>{ text.get(Msg::TEAM_TO_START) }</Button>
                </Empty>
            </section>
        </Frame>
    }
}
