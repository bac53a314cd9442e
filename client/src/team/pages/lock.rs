//! A locked phone: whose PIN opens it, who else may have it, and what if nobody remembers.

use yew::prelude::*;

use super::{
    hands::holders,
    pin_field::{PinAct, PinField},
};
use crate::{
    components::{Rank, action_button, attrs, el, el_with, parts, say, when},
    services::{spawn, use_services},
    team::{frame::canopy_with, hands::use_hands},
    text::{Msg, use_text},
};

/// The page.
#[component]
pub fn LockPage() -> Html {
    let text = use_text();
    let services = use_services();
    let hands = use_hands();
    let on_forget = {
        let hands = hands.clone();
        Callback::from(move |()| {
            let (hands, services) = (hands.clone(), services.clone());
            spawn(async move {
                if let Err(error) = hands.forget_pin().await {
                    services.platform.log(&error);
                }
            });
        })
    };
    let others = when(hands.hands.volunteers().len() > 1, || {
        let heading = el("h2", "", [say(text.get(Msg::TEAM_TITLE_HANDS))]);
        el("section", "stack", [heading, holders(&text, &hands, &Callback::noop())])
    });
    let forget = text.get(Msg::TEAM_PIN_FORGET);
    let forgotten = el(
        "details",
        "",
        [
            el("summary", "link", [say(text.get(Msg::TEAM_PIN_FORGOTTEN))]),
            el("p", "", [say(text.get(Msg::TEAM_PIN_FORGOTTEN_HELP))]),
            el(
                "div",
                "actions",
                [action_button(Rank::Danger, Html::default(), "forget-pin", &on_forget, forget)],
            ),
        ],
    );
    let opening = el(
        "section",
        "stack",
        [
            el("h1", "", [say(text.get(Msg::TEAM_LOCKED))]),
            el("p", "lead", [say(text.get(Msg::TEAM_LOCKED_LEAD))]),
            html! { <PinField act={PinAct::Open} /> },
        ],
    );
    let main = attrs![("id", "inhalt".into()), ("class", "page".into()), ("tabindex", "-1".into())];
    parts(vec![canopy_with(&text, Html::default()), el_with("main", main, [opening, others, forgotten])])
}
