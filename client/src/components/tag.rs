//! Short facts.

use yew::prelude::*;

use super::{Symbol, el, say, small_icon};

/// A tag with a symbol.
pub fn tag(symbol: Symbol, words: AttrValue) -> Html {
    el("span", "tag", [small_icon(symbol), say(words)])
}
