//! Words for ids of the catalog.

use shared::catalog::{Label, Offer, Text as CatalogText};
use yew::prelude::*;

use super::{app::REQUESTS, head::form_name, here::Here};
use crate::{
    components::{
        Cloth, Rank, Symbol, attrs, button_link, dir_of, each, el, el_with, element, icon, lang_of, local,
        parts, say, small_flip_icon,
    },
    route::{Form, Route},
    text::{Msg, Text},
};

/// The word for an id, or the id itself if the vocabulary does not know it.
pub(super) fn label(labels: &[Label], id: &str) -> Html {
    match Label::find(labels, id) {
        Some(label) => local(&label.text),
        None => say(id.to_owned().into()),
    }
}

/// The words for several ids, with commas between them.
pub(super) fn list(labels: &[Label], ids: &[String], here: &Here) -> Html {
    let mut words = Vec::new();
    for id in ids {
        if !words.is_empty() {
            words.push(say(here.text.get(Msg::LIST_COMMA)));
            words.push(say(" ".into()));
        }
        words.push(label(labels, id));
    }
    parts(words)
}

/// The cloth of an offer: that of its first need.
pub(crate) fn cloth(offer: &Offer) -> Cloth {
    match (offer.needs.first(), offer.kind.as_str()) {
        (Some(need), _) => Cloth::of_need(need),
        (None, "job" | "employment") => Cloth::Brick,
        (None, "qualification") => Cloth::Meadow,
        (None, _) => Cloth::Sky,
    }
}

/// A longer text of the catalog: its paragraphs.
pub(crate) fn paragraphs(words: &CatalogText) -> Html {
    let attributes = attrs![("lang", lang_of(words)), ("dir", dir_of(words))];
    let mut paragraphs = Vec::new();
    let mut paragraph = String::new();
    // Line by line: to look for a text of two letters costs a phone half a kilobyte.
    for line in words.text.lines().chain([""]) {
        let line = line.trim();
        if !line.is_empty() {
            paragraph.push_str(line);
            paragraph.push(' ');
        } else if !paragraph.is_empty() {
            paragraph.pop();
            let words = std::mem::take(&mut paragraph);
            paragraphs.push(el_with("p", attributes.clone(), [say(words.into())]));
        }
    }
    parts(paragraphs)
}

/// The frame of a page: what is reached by "to the content".
pub(crate) fn main_of(class: &'static str, content: Vec<Html>) -> Html {
    element(
        "main",
        attrs![("id", "inhalt".into()), ("class", class.into()), ("tabindex", "-1".into())],
        content,
    )
}

/// A sentence.
pub(crate) fn sentence(words: AttrValue) -> Html {
    el("p", "", [say(words)])
}

/// A date or time that machines can read too.
pub(super) fn time(machine: &str, words: AttrValue) -> Html {
    el_with("time", attrs![("datetime", machine.to_owned().into())], [say(words)])
}

/// The button that `/speak.js` shows where the phone can read this page's language aloud. Its place is kept for it.
pub(crate) fn read_aloud(text: &Text, class: &'static str) -> Html {
    let attributes = attrs![
        ("type", "button".into()),
        ("class", class.into()),
        ("data-action", "speak".into()),
        ("hidden", "hidden".into()),
    ];
    let word = |class, message| el("span", class, [say(text.get(message))]);
    let words = [word("when-silent", Msg::READ_ALOUD), word("when-speaking", Msg::READ_ALOUD_STOP)];
    let [silent, speaking] = words;
    el_with("button", attributes, [icon(Symbol::Speak), silent, speaking])
}

/// A link back to the offers.
pub(super) fn back(here: &Here) -> Html {
    let attributes = attrs![("class", "link".into()), ("href", here.href(&Route::Offers))];
    let link =
        el_with("a", attributes, [small_flip_icon(Symbol::Back), say(here.text.get(Msg::BACK_TO_OFFERS))]);
    el_with("nav", attrs![("aria-label", here.text.get(Msg::BACK))], [link])
}

/// The link that calls a number.
pub(crate) fn telephone(number: &str) -> AttrValue {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    format!("tel:{digits}").into()
}

/// A map of a place that needs no app.
pub(crate) fn map(north: f64, east: f64) -> AttrValue {
    let (north, east) = (degrees(north), degrees(east));
    format!("https://www.openstreetmap.org/?mlat={north}&mlon={east}#map=17/{north}/{east}").into()
}

/// A map that looks for an address, where no one noted the position.
pub(super) fn map_of(address: &str) -> String {
    format!("https://www.openstreetmap.org/search?query={}", crate::route::encode(address))
}

/// Degrees with five decimals (about a metre); the standard library's way to write any number costs a
/// phone five kilobytes.
fn degrees(value: f64) -> String {
    let parts = (value.abs() * 100_000.0).round() as u32;
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{}.{:05}", parts / 100_000, parts % 100_000)
}

/// Links to the forms that are about no offer: all of them, and what this phone sent.
pub(super) fn forms(here: &Here) -> Html {
    let mut forms = vec![Form::Question, Form::Feedback, Form::BecomeProvider];
    if here.alive && here.phone.read(REQUESTS).is_some() {
        forms.push(Form::Requests);
    }
    let link = |form: &Form| {
        let href = here.href(&Route::Form(*form));
        button_link(Rank::Plain, Html::default(), href, here.text.get(form_name(*form)))
    };
    element("div", attrs![("class", "actions on-screen".into())], each(&forms, link))
}

/// Paragraphs, with empty lines between them; a line that begins with `# ` is a heading.
pub(crate) fn document(words: &shared::catalog::Text) -> Vec<Html> {
    let attributes = attrs![("lang", lang_of(words)), ("dir", dir_of(words))];
    let mut content = Vec::new();
    for paragraph in words.text.split("\n\n") {
        let (tag, line) = match paragraph.trim().strip_prefix("# ") {
            Some(heading) => ("h2", heading),
            None => ("p", paragraph.trim()),
        };
        let mut lines = Vec::new();
        for line in line.split('\n') {
            if !lines.is_empty() {
                lines.push(el("br", "", []));
            }
            lines.push(say(line.to_owned().into()));
        }
        content.push(element(tag, attributes.clone(), lines));
    }
    content
}
