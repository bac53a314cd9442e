//! No such page, or an offer that is gone.

use yew::prelude::*;

use crate::{
    components::{Drawing, Rank, button_link, empty},
    route::Route,
    text::Msg,
    visitor::here::Here,
};

/// The page.
pub(in crate::visitor) fn not_found(here: &Here) -> Html {
    html! {
        <main id="inhalt" class="page" tabindex="-1">
            <section class="stack">
                <h1>{ here.text.get(Msg::NOT_FOUND) }</h1>
                { empty(Some(Drawing::Shut), html! { <>
                    <p>{ here.text.get(Msg::NOT_FOUND_SAYS) }</p>
                    <div class="actions">
                        { button_link(Rank::First, Html::default(), here.href(&Route::Offers), here.text.get(Msg::TODAY_FIND)) }
                        { button_link(Rank::Plain, Html::default(), here.href(&Route::Today), here.text.get(Msg::TAB_TODAY)) }
                    </div>
                </> }) }
            </section>
        </main>
    }
}
