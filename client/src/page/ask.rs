//! Pages of the forms: what can be read, and a place for the form.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    PageRequest,
    frame::{frame, rendered},
};
use crate::{
    ask::{
        about::{Around, introduction, other_ways, waiting},
        address::AskAddress,
        guide::guide,
    },
    components::{attrs, el, element, say, when},
    route::{Form, Route},
    text::{Msg, Text},
    visitor::Published,
};

/// What stands in the page of a form.
pub(super) fn body(request: &PageRequest<'_>, address: AskAddress) -> String {
    let props = PageProps {
        text: request.text.clone(),
        catalog: Published(Rc::clone(&request.catalog)),
        today: request.today.to_owned().into(),
        address,
    };
    rendered::<Page>(props)
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
    let example = when(catalog.season.example, || el("p", "hint", [say(text.get(Msg::EXAMPLE_HEAD))]));
    content.push(example);
    frame(text, &Route::NotFound, content)
}
