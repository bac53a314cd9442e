//! Sections with a heading that stands on the table's edge.

use yew::prelude::*;

use super::element::{attrs, el, el_with, element, say};

/// The heading of a section, and what stands at its end.
pub fn section_head(id: &'static str, heading: Html, after: Html) -> Html {
    el("div", "section-head", [el_with("h2", attrs![("id", id.into())], [heading]), after])
}

/// A section that is named by its heading.
pub fn section(id: &'static str, heading: AttrValue, content: Vec<Html>) -> Html {
    section_with(id, heading, Html::default(), content)
}

/// A section that is named by its heading, with something at the heading's end.
pub fn section_with(id: &'static str, heading: AttrValue, after: Html, mut content: Vec<Html>) -> Html {
    content.insert(0, section_head(id, say(heading), after));
    element("section", attrs![("class", "stack".into()), ("aria-labelledby", id.into())], content)
}
