//! The number of a stand: a parasol from above.

use yew::prelude::*;

use super::Cloth;
use crate::text::{Msg, Text};

/// The sign with a stand's number; a dashed ring for a provider who is not there.
pub fn stand(text: &Text, label: Option<&str>, cloth: Cloth) -> Html {
    match label {
        Some(label) => html! {
            <span class="stand" data-cloth={cloth.name()}>
                <span class="hidden-text">{ text.get(Msg::STAND_WORD) }{ " " }</span>
                { label.to_owned() }
            </span>
        },
        None => html! {
            <span class="stand" data-state="away"><span class="hidden-text">{ text.get(Msg::STAND_AWAY) }</span>{ "–" }</span>
        },
    }
}
