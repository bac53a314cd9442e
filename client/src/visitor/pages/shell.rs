//! The frame that the service worker keeps for pages it has not: scripts replace it at once.

use yew::prelude::*;

use crate::{
    components::{Drawing, Rank, button_link, el, empty, parts, say},
    route::Route,
    text::Msg,
    visitor::{
        here::Here,
        words::{main_of, sentence},
    },
};

/// The page.
pub(in crate::visitor) fn shell(here: &Here) -> Html {
    let text = &here.text;
    let to_list =
        button_link(Rank::Plain, Html::default(), here.href(&Route::List), text.get(Msg::SHELL_LIST));
    let said = parts(vec![sentence(text.get(Msg::SHELL_SAYS)), to_list]);
    let heading = el("h1", "", [say(text.get(Msg::SHELL))]);
    main_of("page", vec![el("section", "stack", [heading, empty(Some(Drawing::Offline), said)])])
}
