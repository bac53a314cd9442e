//! Questions that volunteers have, answered offline.

use yew::prelude::*;

use crate::{
    team::frame::Frame,
    text::{Msg, Text},
};

/// Question and answer.
const ANSWERS: [(Msg, Msg); 6] = [
    (Msg::TEAM_HELP_NETWORK, Msg::TEAM_HELP_NETWORK_ANSWER),
    (Msg::TEAM_HELP_CONSENT, Msg::TEAM_HELP_CONSENT_ANSWER),
    (Msg::TEAM_HELP_NAMES, Msg::TEAM_HELP_NAMES_ANSWER),
    (Msg::TEAM_HELP_WRONG, Msg::TEAM_HELP_WRONG_ANSWER),
    (Msg::TEAM_HELP_LOST, Msg::TEAM_HELP_LOST_ANSWER),
    (Msg::TEAM_HELP_END, Msg::TEAM_HELP_END_ANSWER),
];

/// The page.
pub fn help(text: &Text) -> Html {
    html! {
        <Frame>
            <h1>{ text.get(Msg::TEAM_TITLE_HELP) }</h1>
            { for ANSWERS.iter().map(|(question, answer)| html! {
                <section class="stack-s">
                    <h2>{ text.get(*question) }</h2>
                    <p>{ text.get(*answer) }</p>
                </section>
            }) }
        </Frame>
    }
}
