//! A message across the page that stays until it is answered or no longer true.

use yew::prelude::*;

use super::{Symbol, attrs, el, el_with, icon, say};

/// What a bar is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BarKind {
    /// How things are.
    #[default]
    Plain,
    /// There is a new version.
    Update,
}

/// A bar: what it is about, its symbol, what it says and what can be done about it.
pub fn bar(kind: BarKind, symbol: Symbol, words: AttrValue, actions: Html) -> Html {
    let kind = match kind {
        BarKind::Plain => "",
        BarKind::Update => "update",
    };
    let attributes = attrs![("class", "bar".into()), ("data-kind", kind.into())];
    el_with("div", attributes, [icon(symbol), el("span", "grow", [say(words)]), actions])
}

/// The place of bars: always there, so that screen readers hear what comes into it.
pub fn bars(content: Html) -> Html {
    el_with("div", attrs![("role", "status".into())], [content])
}
