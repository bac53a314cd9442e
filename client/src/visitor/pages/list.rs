//! The page of the saved list until its own program, `crate::list`, takes over: the server knows nothing of
//! what is saved.

use yew::prelude::*;

use crate::{
    components::{Hang, Symbol, el, say, sign},
    text::Msg,
    visitor::{
        here::Here,
        words::{main_of, sentence},
    },
};

/// The page.
pub(in crate::visitor) fn list(here: &Here) -> Html {
    let text = &here.text;
    let content = [
        el("h1", "", [say(text.get(Msg::LIST))]),
        sign(Hang::No, Symbol::Lock, say(text.get(Msg::LIST_ONLY_HERE))),
        sentence(text.get(Msg::LIST_NEEDS_SCRIPT)),
    ];
    main_of("page", vec![el("section", "stack", content)])
}
