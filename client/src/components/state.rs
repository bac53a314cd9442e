//! Where a record is: in words, shape, edge and colour, the same three everywhere.

use yew::prelude::*;

use super::{Symbol, attrs, el, el_with, icon, say};
use crate::text::{Msg, Text};

/// The three honest places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Only here.
    Phone,
    /// Durable on the server.
    Server,
    /// An organiser has opened it.
    Team,
}

impl Place {
    fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Server => "server",
            Self::Team => "team",
        }
    }

    fn symbol(self) -> Symbol {
        match self {
            Self::Phone => Symbol::Mobile,
            Self::Server => Symbol::Server,
            Self::Team => Symbol::Parasol,
        }
    }

    fn words(self) -> Msg {
        match self {
            Self::Phone => Msg::STATE_PHONE,
            Self::Server => Msg::STATE_SERVER,
            Self::Team => Msg::STATE_TEAM,
        }
    }
}

/// The state of one record; `words` where there is no phone to name.
pub fn state_badge(text: &Text, place: Place, words: Option<AttrValue>) -> Html {
    let words = words.unwrap_or_else(|| text.get(place.words()));
    let attributes = attrs![("class", "state".into()), ("data-state", place.name().into())];
    el_with("span", attributes, [icon(place.symbol()), say(words)])
}

/// One of the three places with the number of records there, and what that means.
pub fn step3(text: &Text, place: Place, count: usize, means: Msg) -> Html {
    let heading = el("h3", "", [icon(place.symbol()), say(text.get(place.words()))]);
    let means = el("p", "", [say(text.get(means))]);
    let count = el("b", "", [say(count.to_string().into())]);
    let attributes = attrs![("class", "step3".into()), ("data-state", place.name().into())];
    el_with("li", attributes, [count, el("div", "", [heading, means])])
}
