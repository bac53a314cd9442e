//! Drawn symbols: one `<svg>` each, referring to the sprite in the page.

use yew::prelude::*;

use super::element::{attrs, el_with};

include!(concat!(env!("OUT_DIR"), "/symbols.rs"));

/// The symbols of the visitor's pages, which hold them once, hidden.
#[cfg(any(feature = "ssr", feature = "team", test))]
pub const SPRITE: &str = include_str!("../../icons/visitor.svg");

/// The symbols that only the team app, the visitor's list and the visitor's forms have besides.
#[cfg(any(feature = "ssr", feature = "team", feature = "list"))]
pub const MORE_SYMBOLS: &str = include_str!("../../icons/team.svg");

/// A symbol beside words.
pub fn icon(symbol: Symbol) -> Html {
    draw(symbol, "icon")
}

/// A symbol in running text.
pub fn small_icon(symbol: Symbol) -> Html {
    draw(symbol, "icon icon-s")
}

/// A symbol that points somewhere and is mirrored where people read from right to left.
pub fn flip_icon(symbol: Symbol) -> Html {
    draw(symbol, "icon icon-flip")
}

/// As [`flip_icon`], in running text.
pub fn small_flip_icon(symbol: Symbol) -> Html {
    draw(symbol, "icon icon-s icon-flip")
}

fn draw(symbol: Symbol, class: &'static str) -> Html {
    let drawing = el_with("use", attrs![("href", symbol.href().into())], []);
    let attributes =
        attrs![("class", class.into()), ("viewBox", "0 0 24 24".into()), ("aria-hidden", "true".into())];
    el_with("svg", attributes, [drawing])
}

/// The sprite for an app whose page does not bring it along.
#[cfg(feature = "team")]
pub fn sprite() -> Html {
    let symbols = |svg| Html::from_html_unchecked(AttrValue::Static(svg));
    el_with("div", attrs![("hidden", "hidden".into())], [symbols(SPRITE), symbols(MORE_SYMBOLS)])
}
