//! The four cloths, and a notice on one of them.

use yew::prelude::*;

use super::{Symbol, attrs, el, el_with, icon, say};

/// One of the four colours; a word always says the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cloth {
    /// Work; something failed.
    #[default]
    Brick,
    /// Learning; all is well.
    Meadow,
    /// Advice; consent.
    Sky,
    /// German; news and caution.
    Sun,
}

impl Cloth {
    /// The value of `data-cloth`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Brick => "brick",
            Self::Meadow => "meadow",
            Self::Sky => "sky",
            Self::Sun => "sun",
        }
    }

    /// The cloth of a need: `work`, `learn`, `advice`, `german`.
    pub fn of_need(need: &str) -> Self {
        match need {
            "work" => Self::Brick,
            "learn" => Self::Meadow,
            "german" => Self::Sun,
            _ => Self::Sky,
        }
    }
}

/// A notice on a cloth, as a plain function; its heading is of the second level.
pub fn cloth_box(cloth: Cloth, symbol: Symbol, heading: AttrValue, words: Html) -> Html {
    let heading = el("h2", "cloth-head", [icon(symbol), el("span", "", [say(heading)])]);
    el_with(
        "section",
        attrs![("class", "cloth".into()), ("data-cloth", cloth.name().into())],
        [heading, words],
    )
}

/// Properties of [`ClothBox`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ClothBoxProps {
    /// Its colour; without, the shade under the parasol.
    #[prop_or_default]
    pub cloth: Option<Cloth>,
    /// Symbol before the heading.
    #[prop_or_default]
    pub symbol: Option<Symbol>,
    /// Heading.
    pub heading: AttrValue,
    /// Level of the heading, 1–3.
    #[prop_or(2)]
    pub level: u8,
    /// Id of the heading, which names the notice.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// What it says.
    #[prop_or_default]
    pub children: Html,
}

/// A notice on a cloth.
#[component]
pub fn ClothBox(props: &ClothBoxProps) -> Html {
    let heading = html! { <>{ for props.symbol.map(icon) }<span>{ props.heading.clone() }</span></> };
    let id = props.id.clone();
    html! {
        <section class="cloth" data-cloth={props.cloth.map(Cloth::name)} aria-labelledby={props.id.clone()}>
            if props.level == 1 {
                <h1 {id} class="cloth-head">{ heading }</h1>
            } else if props.level == 2 {
                <h2 {id} class="cloth-head">{ heading }</h2>
            } else {
                <h3 {id} class="cloth-head">{ heading }</h3>
            }
            { props.children.clone() }
        </section>
    }
}
