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

/// Properties of [`Bar`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct BarProps {
    /// What it is about.
    #[prop_or_default]
    pub kind: BarKind,
    /// Its symbol.
    pub symbol: Symbol,
    /// What it says.
    pub words: AttrValue,
    /// What can be done about it.
    #[prop_or_default]
    pub children: Html,
}

/// A bar.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    bar(props.kind, props.symbol, props.words.clone(), props.children.clone())
}

/// A bar, as a plain function.
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
