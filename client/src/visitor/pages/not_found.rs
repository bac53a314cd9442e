//! No such page, or an offer that is gone.

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
pub(in crate::visitor) fn not_found(here: &Here) -> Html {
    let text = &here.text;
    let link =
        |rank, route: Route, label| button_link(rank, Html::default(), here.href(&route), text.get(label));
    let next =
        [link(Rank::First, Route::Offers, Msg::TODAY_FIND), link(Rank::Plain, Route::Today, Msg::TAB_TODAY)];
    let said = parts(vec![sentence(text.get(Msg::NOT_FOUND_SAYS)), el("div", "actions", next)]);
    let heading = el("h1", "", [say(text.get(Msg::NOT_FOUND))]);
    main_of("page", vec![el("section", "stack", [heading, empty(Some(Drawing::Shut), said)])])
}
