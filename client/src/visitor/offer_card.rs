//! An offer as a line on the table.

use shared::catalog::{Offer, Terms, Text as CatalogText};
use yew::prelude::*;

use super::{
    here::Here,
    state::Action,
    words::{cloth, label, list, time},
};
use crate::{
    components::{
        Symbol, attrs, dir_of, el, el_with, element, icon, lang_of, local, parts, pressable, say, small_icon,
        stand, tag, tagged_language, when,
    },
    route::Route,
    text::{Date, Msg},
};

/// How many languages a card names.
const LANGUAGES: usize = 3;

/// The card; `terms` are what was searched for.
pub(super) fn offer_card(here: &Here, offer: &Offer, terms: Option<&Terms>) -> Html {
    let provider = here.provider(offer);
    let label_of_stand =
        provider.and_then(|provider| here.stand(&provider.key)).map(|stand| stand.label.as_str());
    let marked = |words: &CatalogText| match terms {
        Some(terms) => highlighted(&words.text, terms),
        None => say(words.text.clone().into()),
    };
    let attributes = attrs![
        ("href", here.href(&Route::Offer(offer.id.clone()))),
        ("lang", lang_of(&offer.title)),
        ("dir", dir_of(&offer.title)),
    ];
    let heading = el("h3", "", [el_with("a", attributes, [marked(&offer.title)])]);
    let summary = attrs![("lang", lang_of(&offer.summary)), ("dir", dir_of(&offer.summary))];
    let said = [
        kind(here, offer, false),
        heading,
        el_with("p", summary, [marked(&offer.summary)]),
        facts(here, offer),
    ];
    let card = [stand(&here.text, label_of_stand, cloth(offer)), el("div", "", said), save(here, offer)];
    let attributes = attrs![
        ("class", "offer-card".into()),
        ("id", format!("angebot-{}", offer.id).into()),
        ("data-offer", offer.id.clone().into()),
    ];
    el_with("li", attributes, card)
}

/// "Lernen · 6 Monate"
pub(super) fn kind(here: &Here, offer: &Offer, with_symbol: bool) -> Html {
    let symbol = match offer.needs.first().map(String::as_str) {
        Some("work") => Symbol::Work,
        Some("learn") => Symbol::Learn,
        Some("german") => Symbol::German,
        _ => Symbol::Advice,
    };
    let duration =
        when(!offer.duration.text.is_empty(), || parts(vec![say(" · ".into()), local(&offer.duration)]));
    let words = el("span", "", [label(&here.catalog.vocabulary.offer_kinds, &offer.kind), duration]);
    let attributes = attrs![("class", "kind".into()), ("data-cloth", cloth(offer).name().into())];
    el_with("p", attributes, [when(with_symbol, || small_icon(symbol)), words])
}

fn facts(here: &Here, offer: &Offer) -> Html {
    let text = &here.text;
    let vocabulary = &here.catalog.vocabulary;
    let mut facts = Vec::new();
    let mut fact = |symbol, words: Html| facts.push(el("li", "", [small_icon(symbol), words]));
    if offer.paused {
        fact(Symbol::Alert, say(text.get(Msg::OFFER_PAUSED)));
    }
    if offer.free {
        fact(Symbol::Euro, say(text.get(Msg::OFFER_FREE)));
    }
    if let Some(start) = offer.start_dates.iter().find(|start| start.as_str() >= here.today.as_str()) {
        let date = text.date(Date::Day, start);
        fact(Symbol::Calendar, time(start, text.with(Msg::OFFER_START, &[("date", date.into())])));
    }
    let shown = &offer.languages[..offer.languages.len().min(LANGUAGES)];
    if !shown.is_empty() {
        fact(Symbol::Globe, el("span", "", [list(&vocabulary.languages, shown, here)]));
    }
    if offer.access.iter().any(|feature| feature == "step-free") {
        fact(Symbol::Access, label(&vocabulary.access, "step-free"));
    }
    if offer.title.language.is_some() || offer.title.machine {
        facts.push(el("li", "", [tagged_language(&offer.title, text)]));
    }
    if here.is_example(offer) {
        facts.insert(0, el("li", "", [tag(Symbol::Info, text.get(Msg::EXAMPLE))]));
    }
    element("ul", attrs![("class", "facts".into())], facts)
}

/// Saves the offer or takes it away; usable as soon as scripts are at work.
pub(super) fn save(here: &Here, offer: &Offer) -> Html {
    let saved = here.saved.contains(&offer.id);
    let title = ("title", offer.title.text.as_str().into());
    let (word, name) =
        if saved { (Msg::SAVE_DONE, Msg::SAVE_DONE_NAME) } else { (Msg::SAVE, Msg::SAVE_NAME) };
    let on_press = here.act(Action::SaveToggled(offer.id.clone()));
    let attributes = attrs![
        ("class", "save".into()),
        ("type", "button".into()),
        ("data-action", "save".into()),
        ("aria-pressed", if saved { "true" } else { "false" }.into()),
        ("aria-label", here.text.with(name, &[title])),
    ];
    let word = el_with("span", attrs![("aria-hidden", "true".into())], [say(here.text.get(word))]);
    pressable(attributes, &on_press, vec![icon(Symbol::Bookmark), word])
}

fn highlighted(words: &str, terms: &Terms) -> Html {
    let mut at = 0;
    let mut found = Vec::new();
    let part = |range: std::ops::Range<usize>| say(words[range].to_owned().into());
    for range in terms.highlight(words) {
        found.push(part(at..range.start));
        at = range.end;
        found.push(el("mark", "", [part(range)]));
    }
    found.push(part(at..words.len()));
    parts(found)
}
