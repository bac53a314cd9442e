//! A message across the page that stays until it is answered or no longer true.

use yew::prelude::*;

use super::{Symbol, icon};

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
    let kind = match props.kind {
        BarKind::Plain => None,
        BarKind::Update => Some("update"),
    };
    html! {
        <div class="bar" data-kind={kind} role="status">
            { icon(props.symbol) }
            <span class="grow">{ props.words.clone() }</span>
            { props.children.clone() }
        </div>
    }
}
