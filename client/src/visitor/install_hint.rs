//! How to put the app on the home screen. `public/offered.js` knows whether this browser can, and marks
//! the page's root element; until then nothing of this is seen.

use yew::prelude::*;

use super::{here::Here, words::sentence};
use crate::{
    components::{Rank, Symbol, action_button, attrs, el, el_with, icon, section},
    text::Msg,
};

/// The hint, in the flow of a page.
pub(super) fn install_hint(here: &Here) -> Html {
    let text = &here.text;
    // The script listens to these, since it holds the browser's question.
    let button =
        |rank, symbol, action, words| action_button(rank, symbol, action, &Callback::noop(), text.get(words));
    let ask = button(Rank::Plain, icon(Symbol::Mobile), "install", Msg::INSTALL_NOW);
    let later = button(Rank::Quiet, Html::default(), "install-later", Msg::INSTALL_LATER);
    let by_hand =
        el_with("div", attrs![("data-install", "hand".into())], [sentence(text.get(Msg::INSTALL_BY_HAND))]);
    let ask = el_with("span", attrs![("data-install", "ask".into())], [ask]);
    let content = vec![sentence(text.get(Msg::INSTALL_SAYS)), by_hand, el("div", "actions", [ask, later])];
    el("div", "install", [section("installieren", text.get(Msg::INSTALL), content)])
}
