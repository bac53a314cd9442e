//! The frame that the service worker keeps for pages it has not: scripts replace it at once.

use yew::prelude::*;

use crate::{
    components::{Button, Drawing, Empty},
    route::Route,
    text::Msg,
    visitor::here::PageProps,
};

/// The page.
#[component]
pub(in crate::visitor) fn Shell(props: &PageProps) -> Html {
    let here = &props.here;
    html! {
        <main id="inhalt" class="page" tabindex="-1">
            <section class="stack">
                <h1>{ here.text.get(Msg::SHELL) }</h1>
                <Empty drawing={Drawing::Offline}>
                    <p>{ here.text.get(Msg::SHELL_SAYS) }</p>
                    <Button href={here.href(&Route::List)}>{ here.text.get(Msg::SHELL_LIST) }</Button>
                </Empty>
            </section>
        </main>
    }
}
