//! No such page.

use yew::prelude::*;

use crate::{
    components::{Button, Drawing, Rank, empty},
    team::{frame::Frame, route::Route},
    text::{Msg, Text},
};

/// Says so, with the way back.
pub fn not_found(text: &Text) -> Html {
    html! {
        <Frame>
            <section class="stack">
                <h1>{ text.get(Msg::TEAM_TITLE_NOT_FOUND) }</h1>
                { empty(Some(Drawing::Shut), html! {
                    <>
                        <p>{ text.get(Msg::TEAM_NOT_FOUND_HELP) }</p>
                        <Button rank={Rank::First} href={Route::Home.path()}>{ text.get(Msg::TEAM_TO_START) }</Button>
                    </>
                }) }
            </section>
        </Frame>
    }
}
