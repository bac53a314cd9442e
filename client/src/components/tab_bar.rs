//! The table top at the lower edge; the current place hangs from it as a cloth.

use yew::prelude::*;

use super::{Symbol, icon};

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

/// Properties of [`TabBar`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TabBarProps {
    /// What the places are, for screen readers.
    pub label: AttrValue,
    /// The places.
    pub tabs: Vec<Tab>,
}

/// The tab bar.
#[component]
pub fn TabBar(props: &TabBarProps) -> Html {
    tab_bar(props.label.clone(), &props.tabs)
}

/// The tab bar, as a plain function.
pub fn tab_bar(label: AttrValue, tabs: &[Tab]) -> Html {
    html! {
        <nav class="tab-bar" aria-label={label}>
            <ul>{ for tabs.iter().map(place) }</ul>
        </nav>
    }
}

fn place(tab: &Tab) -> Html {
    html! {
        <li>
            <a href={tab.href.clone()} aria-current={tab.current.then_some("page")}>
                { icon(tab.symbol) }
                { tab.label.clone() }
                if let Some((count, what)) = &tab.count {
                    <span class="count">{ *count }<span class="hidden-text">{ " " }{ what.clone() }</span></span>
                }
            </a>
        </li>
    }
}
