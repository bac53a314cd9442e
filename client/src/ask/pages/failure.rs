//! A form that could not be finished: nothing is lost, and what can be done.

use yew::prelude::*;

use crate::{
    components::{Cloth, Symbol, attrs, cloth_box, el_with},
    text::{Msg, Text},
    visitor::words::sentence,
};

/// Where the focus goes.
pub(super) const FAILURE: &str = "fehler";

/// What is said.
pub(super) fn failure(text: &Text, advice: Msg) -> Html {
    let said = cloth_box(Cloth::Brick, Symbol::Alert, text.get(Msg::ASK_FAILED), sentence(text.get(advice)));
    let place = attrs![("role", "alert".into()), ("id", FAILURE.into()), ("tabindex", "-1".into())];
    el_with("div", place, [said])
}
