//! The header of every screen: the edge of a parasol, with the mark and a few tools.

use yew::prelude::*;

use super::{Symbol, attrs, el, el_with, icon, parts, say};
use crate::text::{Msg, Text};

/// How many panels the parasol shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panels {
    /// For phones.
    #[default]
    Eight,
    /// For the organisers' desk.
    Twelve,
}

/// What a header shows.
#[derive(Clone, Debug, Default)]
pub struct CanopyParts {
    /// Where the mark leads.
    pub home: AttrValue,
    /// Whose place it is, above the name of the market.
    pub place: Option<AttrValue>,
    /// How many panels it has.
    pub panels: Panels,
    /// Tools after the mark.
    pub tools: Html,
}

const EIGHT: [&str; 2] = [
    "M0 0h4v-5L0 3.2zM4-5 0 3.2Q0.5 4.5 1 3.2zM4-5 2 3.2Q2.5 4.5 3 3.2zM4-5 4 3.2Q4.5 4.5 5 3.2zM4-5 6 3.2Q6.5 4.5 7 3.2z",
    "M8 0H4v-5L8 3.2zM4-5 1 3.2Q1.5 4.5 2 3.2zM4-5 3 3.2Q3.5 4.5 4 3.2zM4-5 5 3.2Q5.5 4.5 6 3.2zM4-5 7 3.2Q7.5 4.5 8 3.2z",
];

/// The header.
pub fn canopy(text: &Text, shown: CanopyParts) -> Html {
    let CanopyParts { home, place, panels, tools } = shown;
    let is_german = text.language().starts_with("de");
    let line = || el("br", "", []);
    let between = if place.is_some() && is_german { say(" ".into()) } else { line() };
    let place = place.map(|place| parts(vec![say(place), line()]));
    let second = say(text.get(Msg::BRAND_SECOND));
    let second = if is_german { second } else { el_with("bdi", attrs![("lang", "de".into())], [second]) };
    let name = el("span", "", [place.unwrap_or_default(), say(text.get(Msg::BRAND_FIRST)), between, second]);
    let brand = el_with("a", attrs![("class", "brand".into()), ("href", home)], [icon(Symbol::Mark), name]);
    el("header", "canopy", [edge(panels), el("div", "canopy-in", [brand, tools])])
}

fn edge(panels: Panels) -> Html {
    let [first, second] = match panels {
        Panels::Eight => EIGHT.map(AttrValue::Static),
        Panels::Twelve => twelve(),
    };
    let view_box = match panels {
        Panels::Eight => "0 0 8 4",
        Panels::Twelve => "0 0 12 4",
    };
    let panel =
        |class: &'static str, d: AttrValue| el_with("path", attrs![("class", class.into()), ("d", d)], []);
    let attributes = attrs![
        ("viewBox", view_box.into()),
        ("preserveAspectRatio", "none".into()),
        ("aria-hidden", "true".into()),
    ];
    el_with("svg", attributes, [panel("a", first), panel("b", second)])
}

/// Panels in two alternating tones, all from the parasol's tip above the middle.
fn twelve() -> [AttrValue; 2] {
    let mut tones = ["M0 0h6v-5L0 3.2z".to_owned(), "M12 0H6v-5L12 3.2z".to_owned()];
    for panel in 0..12 {
        let end = panel + 1;
        tones[panel % 2] += &format!("M6-5 {panel} 3.2Q{panel}.5 4.5 {end} 3.2z");
    }
    tones.map(AttrValue::from)
}

/// A tool in the canopy; those who do not see the symbol hear the label.
pub fn tool_link(href: AttrValue, symbol: Symbol, label: AttrValue) -> Html {
    let attributes = attrs![("class", "tool".into()), ("href", href)];
    el_with("a", attributes, [icon(symbol), el("span", "hidden-text", [say(label)])])
}
