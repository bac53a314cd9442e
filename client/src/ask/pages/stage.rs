//! How far a request has come: in words, shape and colour.

use yew::prelude::*;

use crate::{
    ask::{outbox::place, state::request::Stage},
    components::{Symbol, state_badge, tag},
    text::{Msg, Text},
};

/// The short form.
pub(super) fn badge(text: &Text, stage: Stage) -> Html {
    if let Some(place) = place(stage) {
        return state_badge(text, place, None);
    }
    let (symbol, words) = match stage {
        Stage::Withdrawing => (Symbol::Refresh, Msg::ASK_BADGE_WITHDRAWING),
        Stage::Erased => (Symbol::Trash, Msg::ASK_BADGE_ERASED),
        Stage::Phone | Stage::Server | Stage::Opened | Stage::Refused | Stage::TooLate => {
            (Symbol::Alert, Msg::ASK_BADGE_REFUSED)
        }
    };
    tag(symbol, text.get(words))
}

/// What it means.
pub(super) fn words(text: &Text, stage: Stage) -> AttrValue {
    text.get(match stage {
        Stage::Phone => Msg::ASK_STAGE_PHONE,
        Stage::Server => Msg::ASK_STAGE_SERVER,
        Stage::Opened => Msg::ASK_STAGE_OPENED,
        Stage::Withdrawing => Msg::ASK_STAGE_WITHDRAWING,
        Stage::Erased => Msg::ASK_STAGE_ERASED,
        Stage::Refused => Msg::ASK_STAGE_REFUSED,
        Stage::TooLate => Msg::ASK_STAGE_REFUSED_OVER,
    })
}

/// A name that does not depend on the language.
pub(super) fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Phone => "phone",
        Stage::Server => "server",
        Stage::Opened => "organisers",
        Stage::Withdrawing => "withdrawing",
        Stage::Erased => "erased",
        Stage::Refused | Stage::TooLate => "refused",
    }
}
