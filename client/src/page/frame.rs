//! The visitor's frame around pages that the visitor app does not bring to life.

use std::{
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};

use yew::{LocalServerRenderer, prelude::*};

use crate::{
    components::{attrs, canopy, el_with, element, say, tab_bar},
    route::Route,
    text::{Msg, Text},
    visitor::app::{canopy_of, tabs, unreviewed},
};

/// The component as HTML that nothing hydrates.
pub(super) fn rendered<C: BaseComponent>(props: C::Properties) -> String {
    let rendering = pin!(LocalServerRenderer::<C>::with_props(props).hydratable(false).render());
    match rendering.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(body) => body,
        Poll::Pending => unreachable!("nothing on these pages waits while it renders"),
    }
}

/// The script that says at the list's tab what only the phone knows.
fn saved_count(text: &Text) -> Html {
    // A number of each plural category, in the script's order.
    let words = |n: usize| text.with(Msg::TAB_LIST_COUNT, &[("n", n.into())]).to_string();
    let words = [0, 1, 2, 3, 11, 100].map(words);
    html! { <script src="/saved-count.js" defer=true data-words={words.join("|")}></script> }
}

/// Canopy, `content` and tab bar; `route` says which tab is current.
pub(super) fn frame(text: &Text, route: &Route, content: Vec<Html>) -> Html {
    let main = attrs![("id", "inhalt".into()), ("class", "page".into()), ("tabindex", "-1".into())];
    html! {
        <ContextProvider<Text> context={text.clone()}>
            { el_with("a", attrs![("class", "skip".into()), ("href", "#inhalt".into())], [say(text.get(Msg::SKIP))]) }
            { canopy(text, canopy_of(text)) }
            { element("main", main, content) }
            { unreviewed(text) }
            { tab_bar(text.get(Msg::TABS), &tabs(text, route, 0)) }
            { saved_count(text) }
        </ContextProvider<Text>>
    }
}
