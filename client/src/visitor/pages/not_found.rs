//! No such page, or an offer that is gone.

use yew::prelude::*;

use crate::{
    components::{Button, Drawing, Empty, Rank},
    route::Route,
    text::Msg,
    visitor::here::PageProps,
};

/// The page.
#[component]
pub(in crate::visitor) fn NotFound(props: &PageProps) -> Html {
    let here = &props.here;
    html! {
        <main id="inhalt" class="page" tabindex="-1">
            <section class="stack">
                <h1>{ here.text.get(Msg::NOT_FOUND) }</h1>
                <Empty drawing={Drawing::Shut}>
                    <p>{ here.text.get(Msg::NOT_FOUND_SAYS) }</p>
                    <div class="actions">
                        <Button rank={Rank::First} href={here.href(&Route::Offers)}>{ here.text.get(Msg::TODAY_FIND) }</Button>
                        <Button href={here.href(&Route::Today)}>{ here.text.get(Msg::TAB_TODAY) }</Button>
                    </div>
                </Empty>
            </section>
        </main>
    }
}
