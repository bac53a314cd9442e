//! Pages of the forms: the visitor's frame, what can be read, and a place for the form.

use std::{
    future::Future,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use yew::{LocalServerRenderer, prelude::*};

use super::PageRequest;
use crate::{
    ask::{
        about::{Around, introduction, other_ways, waiting},
        address::AskAddress,
        guide::guide,
    },
    components::{attrs, canopy, el, el_with, element, say, tab_bar, when},
    route::{Form, Route},
    text::{Msg, Text},
    visitor::{
        Published,
        app::{canopy_of, tabs, unreviewed},
    },
};

/// What stands in the page of a form.
pub(super) fn body(request: &PageRequest<'_>, address: AskAddress) -> String {
    let props = PageProps {
        text: request.text.clone(),
        catalog: Published(Rc::clone(&request.catalog)),
        today: request.today.to_owned().into(),
        address,
    };
    let rendering = pin!(LocalServerRenderer::<Page>::with_props(props).hydratable(false).render());
    match rendering.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(body) => body,
        Poll::Pending => unreachable!("nothing on these pages waits while it renders"),
    }
}

/// Properties of [`Page`].
#[derive(Clone, PartialEq, Properties)]
struct PageProps {
    text: Text,
    catalog: Published,
    today: AttrValue,
    address: AskAddress,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let PageProps { text, catalog, today, address } = props;
    let around = Around { text, catalog, today, address };
    let place = vec![el("section", "stack", [introduction(&around), waiting(&around)]), other_ways(&around)];
    let place = element("div", attrs![("id", "ask".into()), ("class", "contents".into())], place);
    let mut content = Vec::new();
    if address.form == Form::BecomeProvider {
        content.extend(guide(text));
    }
    content.push(place);
    let main = attrs![("id", "inhalt".into()), ("class", "page".into()), ("tabindex", "-1".into())];
    let example = when(catalog.season.example, || el("p", "hint", [say(text.get(Msg::EXAMPLE_HEAD))]));
    content.push(example);
    html! {
        <ContextProvider<Text> context={text.clone()}>
            { el_with("a", attrs![("class", "skip".into()), ("href", "#inhalt".into())], [say(text.get(Msg::SKIP))]) }
            { canopy(text, &canopy_of(text)) }
            { element("main", main, content) }
            { unreviewed(text) }
            { tab_bar(text.get(Msg::TABS), &tabs(text, &Route::NotFound, 0)) }
        </ContextProvider<Text>>
    }
}
