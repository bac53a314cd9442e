//! The number of a stand: a parasol from above.

use yew::prelude::*;

use super::{Cloth, attrs, el, el_with, say};
use crate::text::{Msg, Text};

/// The sign with a stand's number; a dashed ring for a provider who is not there.
pub fn stand(text: &Text, label: Option<&str>, cloth: Cloth) -> Html {
    match label {
        Some(label) => {
            let word = el("span", "hidden-text", [say(text.get(Msg::STAND_WORD)), say(" ".into())]);
            let attributes = attrs![("class", "stand".into()), ("data-cloth", cloth.name().into())];
            el_with("span", attributes, [word, say(label.to_owned().into())])
        }
        None => {
            let words = el("span", "hidden-text", [say(text.get(Msg::STAND_AWAY))]);
            el_with(
                "span",
                attrs![("class", "stand".into()), ("data-state", "away".into())],
                [words, say("–".into())],
            )
        }
    }
}
