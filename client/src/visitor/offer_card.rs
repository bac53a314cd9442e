//! An offer as a line on the table.

use shared::catalog::{Offer, Terms};
use yew::prelude::*;

use super::{
    here::Here,
    state::Action,
    words::{cloth, label, list},
};
use crate::{
    components::{Symbol, icon, local, small_icon, stand, tag, tagged_language},
    route::Route,
    text::{Date, Msg},
};

/// How many languages a card names.
const LANGUAGES: usize = 3;

/// The level of a card's heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// Right below the page's own heading.
    Two,
    /// Within a section.
    Three,
}

/// The card; `terms` are what was searched for.
pub(super) fn offer_card(here: &Here, offer: &Offer, level: Level, terms: Option<&Terms>) -> Html {
    let provider = here.provider(offer);
    let label_of_stand =
        provider.and_then(|provider| here.stand(&provider.key)).map(|stand| stand.label.as_str());
    let language = offer.title.language.clone();
    let title = match terms {
        Some(terms) => highlighted(&offer.title.text, terms),
        None => html! { { offer.title.text.clone() } },
    };
    let title = html! {
        <a href={here.href(&Route::Offer(offer.id.clone()))} lang={language.clone()} dir={language.as_deref().map(crate::text::direction)}>
            { title }
        </a>
    };
    html! {
        <li key={offer.id.clone()} class="offer-card" id={format!("angebot-{}", offer.id)} data-offer={offer.id.clone()}>
            { stand(&here.text, label_of_stand, cloth(offer)) }
            <div>
                { kind(here, offer, false) }
                if level == Level::Two {
                    <h2>{ title }</h2>
                } else {
                    <h3>{ title }</h3>
                }
                <p>{ local(&offer.summary) }</p>
                { facts(here, offer) }
            </div>
            { save(here, offer) }
        </li>
    }
}

/// "Lernen · 6 Monate"
pub(super) fn kind(here: &Here, offer: &Offer, with_symbol: bool) -> Html {
    let symbol = match offer.needs.first().map(String::as_str) {
        Some("work") => Symbol::Work,
        Some("learn") => Symbol::Learn,
        Some("german") => Symbol::German,
        _ => Symbol::Advice,
    };
    html! {
        <p class="kind" data-cloth={cloth(offer).name()}>
            if with_symbol {
                { small_icon(symbol) }
            }
            <span>
                { label(&here.catalog.vocabulary.offer_kinds, &offer.kind) }
                if !offer.duration.text.is_empty() {
                    { " · " }{ local(&offer.duration) }
                }
            </span>
        </p>
    }
}

fn facts(here: &Here, offer: &Offer) -> Html {
    let text = &here.text;
    let vocabulary = &here.catalog.vocabulary;
    let shown = &offer.languages[..offer.languages.len().min(LANGUAGES)];
    let start = offer.start_dates.iter().find(|start| start.as_str() >= here.today.as_str());
    html! {
        <ul class="facts">
            if here.is_example(offer) {
                <li>{ tag(Symbol::Info, text.get(Msg::EXAMPLE)) }</li>
            }
            if offer.paused {
                <li>{ small_icon(Symbol::Alert) }{ text.get(Msg::OFFER_PAUSED) }</li>
            }
            if offer.free {
                <li>{ small_icon(Symbol::Euro) }{ text.get(Msg::OFFER_FREE) }</li>
            }
            if let Some(start) = start {
                <li>{ small_icon(Symbol::Calendar) }<time datetime={start.clone()}>{ text.with(Msg::OFFER_START, &[("date", text.date(Date::Day, start).into())]) }</time></li>
            }
            if !shown.is_empty() {
                <li>{ small_icon(Symbol::Globe) }<span>{ list(&vocabulary.languages, shown, here) }</span></li>
            }
            if offer.access.iter().any(|feature| feature == "step-free") {
                <li>{ small_icon(Symbol::Access) }{ label(&vocabulary.access, "step-free") }</li>
            }
            if offer.title.language.is_some() || offer.title.machine {
                <li>{ tagged_language(&offer.title, text) }</li>
            }
        </ul>
    }
}

/// Saves the offer or takes it away; usable as soon as scripts are at work.
pub(super) fn save(here: &Here, offer: &Offer) -> Html {
    let saved = here.saved.contains(&offer.id);
    let title = ("title", offer.title.text.as_str().into());
    let (word, name) =
        if saved { (Msg::SAVE_DONE, Msg::SAVE_DONE_NAME) } else { (Msg::SAVE, Msg::SAVE_NAME) };
    let onclick = here.act(Action::SaveToggled(offer.id.clone())).reform(|_: MouseEvent| ());
    html! {
        <button
            class="save"
            type="button"
            data-action="save"
            aria-pressed={if saved { "true" } else { "false" }}
            aria-label={here.text.with(name, &[title])}
            {onclick}
        >
            { icon(Symbol::Bookmark) }
            <span aria-hidden="true">{ here.text.get(word) }</span>
        </button>
    }
}

fn highlighted(words: &str, terms: &Terms) -> Html {
    let mut at = 0;
    let mut parts = Vec::new();
    for range in terms.highlight(words) {
        parts.push(html! { <>{ words[at..range.start].to_owned() }<mark>{ words[range.clone()].to_owned() }</mark></> });
        at = range.end;
    }
    parts.push(html! { { words[at..].to_owned() } });
    parts.into_iter().collect()
}
