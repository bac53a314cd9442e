//! Short facts.

use yew::prelude::*;

use super::{Symbol, small_icon};

/// A tag with a symbol.
pub fn tag(symbol: Symbol, words: AttrValue) -> Html {
    html! { <span class="tag">{ small_icon(symbol) }{ words }</span> }
}
