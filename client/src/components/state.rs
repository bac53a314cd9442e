//! Where a record is: in words, shape, edge and colour, the same three everywhere.

use yew::prelude::*;

use super::{Symbol, icon};
use crate::text::{Msg, use_text};

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

/// Properties of [`StateBadge`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StateBadgeProps {
    /// Where it is.
    pub place: Place,
    /// Other words for the place, where there is no phone.
    #[prop_or_default]
    pub words: Option<AttrValue>,
}

/// The state of one record.
#[component]
pub fn StateBadge(props: &StateBadgeProps) -> Html {
    let text = use_text();
    html! {
        <span class="state" data-state={props.place.name()}>
            { icon(props.place.symbol()) }
            { props.words.clone().unwrap_or_else(|| text.get(props.place.words())) }
        </span>
    }
}

/// Properties of [`Step3`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Step3Props {
    /// The place.
    pub place: Place,
    /// How many records are there.
    pub count: usize,
    /// What that means.
    #[prop_or_default]
    pub children: Html,
}

/// One of the three places with the number of records there.
#[component]
pub fn Step3(props: &Step3Props) -> Html {
    let text = use_text();
    html! {
        <li class="step3" data-state={props.place.name()}>
            <b>{ props.count }</b>
            <div>
                <h3>{ icon(props.place.symbol()) }{ text.get(props.place.words()) }</h3>
                <p>{ props.children.clone() }</p>
            </div>
        </li>
    }
}
