//! What was found, and the way on where nothing was.

use shared::catalog::{Found, Query, Search};
use yew::prelude::*;

use super::{filters, href};
use crate::{
    components::{Rank, attrs, button_link, el, el_with, element, empty, parts, say},
    route::{Address, Route},
    text::Msg,
    visitor::{here::Here, offer_card::offer_card, words::sentence},
};

/// Offers on a page, until more are asked for.
const PAGE: usize = 12;

/// The cards of the first offers, and the way to more.
pub(super) fn results(here: &Here, query: &Query, found: &Found, search: &Search) -> Html {
    let Found { offers, terms } = found;
    if offers.is_empty() {
        return nothing(here, query, search);
    }
    let shown = query.offset.saturating_add(PAGE).min(offers.len());
    let terms = (!terms.is_empty()).then_some(terms);
    let mut cards = Vec::new();
    for index in &offers[..shown] {
        if let Some(offer) = here.catalog.offers.get(usize::from(*index)) {
            cards.push(offer_card(here, offer, terms));
        }
    }
    let cards = element("ul", attrs![("class", "offer-cards".into())], cards);
    let left = offers.len() - shown;
    if left == 0 {
        return cards;
    }
    let more = attrs![
        ("class", "button".into()),
        ("href", more(here, query, offers, shown).into()),
        ("data-action", "more".into()),
    ];
    let words = here.text.with(Msg::OFFERS_MORE, &[("n", left.into())]);
    parts(vec![cards, el("div", "actions", [el_with("a", more, [say(words)])])])
}

/// Shows one page more; without scripts the first new offer is brought into view.
fn more(here: &Here, query: &Query, found: &[u16], shown: usize) -> String {
    let query = Query { offset: shown, ..query.clone() };
    let address = Address {
        language: here.address.language.clone(),
        route: Route::Offers,
        query: query.to_query_string(),
    };
    let first = found.get(shown).and_then(|index| here.catalog.offers.get(usize::from(*index)));
    format!("{}#angebot-{}", address.href(), first.map_or("", |offer| offer.id.as_str()))
}

/// Says what can be done: another word that is near the typed one, one filter less, all offers.
fn nothing(here: &Here, query: &Query, search: &Search) -> Html {
    let text = &here.text;
    let mut ways = Vec::new();
    let mut way = |rank, query: &Query, label| {
        ways.push(button_link(rank, Html::default(), href(here, query, false), label));
    };
    if let Some(words) = search.suggestion(&here.catalog, &query.text) {
        let label = text.with(Msg::NOTHING_NEAR, &[("words", words.as_str().into())]);
        way(Rank::First, &Query { text: words, ..query.clone() }, label);
    }
    for (name, without) in filters::each_taken_away(here, query) {
        let found = search.find(&here.catalog, &without).offers.len();
        if found > 0 {
            let label =
                text.with(Msg::NOTHING_WITHOUT, &[("filter", name.as_str().into()), ("n", found.into())]);
            way(Rank::Plain, &without, label);
        }
    }
    let (hint, next, label) = if query.has_filters() {
        let unfiltered = Query { text: query.text.clone(), ..Query::default() };
        (Msg::NOTHING_FILTERED, unfiltered, Msg::FILTER_CLEAR)
    } else {
        (Msg::NOTHING, Query::default(), Msg::OFFERS_ALL)
    };
    way(Rank::Plain, &next, text.get(label));
    let ways = element("div", attrs![("class", "actions".into())], ways);
    empty(None, parts(vec![sentence(text.get(hint)), ways]))
}
