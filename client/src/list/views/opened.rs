//! A list that came by a link: shown at once, added only when its reader says so.

use yew::prelude::*;

use super::{
    entry::plain,
    giving::{paper_head, print},
};
use crate::{
    components::{
        Hang, Rank, Symbol, action_button, attrs, each, el, el_with, element, icon, say, sign, when,
    },
    list::{bundle::Bundle, here::Here, state::Action},
    text::Msg,
    visitor::words::{main_of, sentence},
};

/// The view.
pub(in crate::list) fn opened(here: &Here, bundle: &Bundle) -> Html {
    let text = &here.text;
    let heading = el_with("h1", attrs![("dir", "auto".into())], [say(super::title(here))]);
    let lines = each(&bundle.ids, |id| plain(here, id, Html::default()));
    let new = bundle.ids.iter().filter(|id| !here.visit.list.contains(id)).count();
    let question = if new > 0 {
        text.with(Msg::LIST_OPENED_ASK, &[("n", new.into())])
    } else {
        text.get(Msg::LIST_OPENED_KNOWN)
    };
    let accept = when(new > 0, || {
        action_button(
            Rank::First,
            icon(Symbol::Bookmark),
            "accept",
            &here.act(Action::Accepted),
            text.get(Msg::LIST_OPENED_ACCEPT),
        )
    });
    let to_own = el_with(
        "a",
        attrs![("class", "button".into()), ("href", "#".into()), ("data-action", "decline".into())],
        [say(text.get(Msg::LIST_OPENED_LEAVE))],
    );
    let unknown = when(bundle.unknown > 0, || {
        sentence(text.with(Msg::LIST_OPENED_UNKNOWN, &[("n", bundle.unknown.into())]))
    });
    let content = [
        heading,
        paper_head(here, text.get(Msg::CALENDAR_TITLE)),
        el("div", "on-screen", [sign(Hang::No, Symbol::Share, say(text.get(Msg::LIST_OPENED_SAYS)))]),
        element("ol", attrs![("class", "offer-cards".into())], lines),
        unknown,
        el_with("p", attrs![("class", "on-screen".into())], [el("strong", "", [say(question)])]),
        el("div", "actions", [accept, to_own, print(here)]),
    ];
    main_of("page", vec![el("section", "stack", content)])
}
