//! Imprint, privacy notice, accessibility statement: texts of the season, to be read.

use std::rc::Rc;

use shared::catalog::SmallPrint;
use yew::prelude::*;

use super::{
    PageRequest,
    frame::{frame, rendered},
};
use crate::{
    components::{attrs, el, element, say, tagged_language},
    route::{Legal, Route},
    text::{Msg, Text},
    visitor::{
        head::legal_name,
        words::{document, read_aloud, sentence},
    },
};

/// What stands in the page.
pub(super) fn body(request: &PageRequest<'_>, legal: Legal) -> String {
    rendered::<Page>(PageProps {
        text: request.text.clone(),
        small_print: Rc::clone(&request.small_print),
        legal,
    })
}

/// Properties of [`Page`].
#[derive(Clone, PartialEq, Properties)]
struct PageProps {
    text: Text,
    small_print: Rc<SmallPrint>,
    legal: Legal,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let PageProps { text, small_print, legal } = props;
    let words = match legal {
        Legal::Imprint => &small_print.imprint,
        Legal::Privacy => &small_print.privacy,
        Legal::Accessibility => &small_print.accessibility,
    };
    let mut content = vec![
        el("h1", "", [say(text.get(legal_name(*legal)))]),
        el("p", "row", [tagged_language(words, text), read_aloud(text, "link")]),
    ];
    if *legal == Legal::Privacy {
        content.push(sentence(text.get(Msg::INFO_STORED)));
    }
    content.extend(document(words));
    frame(text, &Route::Legal(*legal), vec![element("article", attrs![("class", "stack".into())], content)])
}
