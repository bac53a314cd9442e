//! Words for ids of the catalog.

use shared::catalog::{Label, Offer, Text as CatalogText};
use yew::prelude::*;

use super::here::Here;
use crate::components::{Cloth, local};

/// The word for an id, or the id itself if the vocabulary does not know it.
pub(super) fn label(labels: &[Label], id: &str) -> Html {
    match Label::find(labels, id) {
        Some(label) => local(&label.text),
        None => html! { { id.to_owned() } },
    }
}

/// The words for several ids, with commas between them.
pub(super) fn list(labels: &[Label], ids: &[String], here: &Here) -> Html {
    let comma = here.text.get(crate::text::Msg::LIST_COMMA);
    ids.iter()
        .enumerate()
        .map(|(at, id)| {
            html! { <>if at > 0 { { comma.clone() } { " " } }{ label(labels, id) }</> }
        })
        .collect()
}

/// The cloth of an offer: that of its first need.
pub(super) fn cloth(offer: &Offer) -> Cloth {
    match (offer.needs.first(), offer.kind.as_str()) {
        (Some(need), _) => Cloth::of_need(need),
        (None, "job" | "employment") => Cloth::Brick,
        (None, "qualification") => Cloth::Meadow,
        (None, _) => Cloth::Sky,
    }
}

/// A longer text of the catalog: its paragraphs.
pub(super) fn paragraphs(words: &CatalogText) -> Html {
    let language = words.language.clone();
    let dir = language.as_deref().map(crate::text::direction);
    words
        .text
        .split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| html! { <p lang={language.clone()} {dir}>{ paragraph.trim().to_owned() }</p> })
        .collect()
}

/// A map of a place that needs no app.
pub(super) fn map(north: f64, east: f64) -> AttrValue {
    let (north, east) = (degrees(north), degrees(east));
    format!("https://www.openstreetmap.org/?mlat={north}&mlon={east}#map=17/{north}/{east}").into()
}

/// Degrees with five decimals (about a metre); the standard library's way to write any number costs a
/// phone five kilobytes.
fn degrees(value: f64) -> String {
    let parts = (value.abs() * 100_000.0).round() as u32;
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{}.{:05}", parts / 100_000, parts % 100_000)
}
