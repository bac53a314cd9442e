//! The frame that the service worker keeps for pages it has not: scripts replace it at once.

use yew::prelude::*;

use crate::{
    components::{Drawing, Rank, button_link, empty},
    route::Route,
    text::Msg,
    visitor::here::Here,
};

/// The page.
pub(in crate::visitor) fn shell(here: &Here) -> Html {
    html! {
        <main id="inhalt" class="page" tabindex="-1">
            <section class="stack">
                <h1>{ here.text.get(Msg::SHELL) }</h1>
                { empty(Some(Drawing::Offline), html! { <>
                    <p>{ here.text.get(Msg::SHELL_SAYS) }</p>
                    { button_link(Rank::Plain, Html::default(), here.href(&Route::List), here.text.get(Msg::SHELL_LIST)) }
                </> }) }
            </section>
        </main>
    }
}
