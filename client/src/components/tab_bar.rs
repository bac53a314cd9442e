//! The table top at the lower edge; the current place hangs from it as a cloth.

use yew::prelude::*;

use super::{Symbol, attrs, each, el, el_with, element, icon, say};

/// One place to go.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// Its address.
    pub href: AttrValue,
    /// Its symbol.
    pub symbol: Symbol,
    /// Its name.
    pub label: AttrValue,
    /// Whether this is where one is.
    pub current: bool,
    /// How many things wait there, and what they are, for screen readers.
    pub count: Option<(usize, AttrValue)>,
}

/// The tab bar; `label` says what the places are, for screen readers.
pub fn tab_bar(label: AttrValue, tabs: &[Tab]) -> Html {
    let list = element("ul", attrs![], each(tabs, place));
    el_with("nav", attrs![("class", "tab-bar".into()), ("aria-label", label)], [list])
}

fn place(tab: &Tab) -> Html {
    let current = if tab.current { "page" } else { "" };
    let count = tab.count.as_ref().map(|(count, what)| {
        let what = el("span", "hidden-text", [say(" ".into()), say(what.clone())]);
        el("span", "count", [say(count.to_string().into()), what])
    });
    let attributes = attrs![("href", tab.href.clone()), ("aria-current", current.into())];
    let link =
        el_with("a", attributes, [icon(tab.symbol), say(tab.label.clone()), count.unwrap_or_default()]);
    el("li", "", [link])
}
