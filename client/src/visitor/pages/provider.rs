//! One organisation: what it does, how to reach it, what it offers.

use shared::catalog;
use yew::prelude::*;

use super::offer::{bdi, checked, share};
use crate::{
    components::{
        Rank, Symbol, attrs, button_link, el, el_with, element, flip_icon, icon, local_lead, parts, say,
        section, tag, tagged_language, when,
    },
    route::Route,
    text::Msg,
    visitor::{
        here::Here,
        offer_card::offer_card,
        words::{back, label, list, main_of, map, map_of, paragraphs, read_aloud, telephone},
    },
};

/// The page.
pub(in crate::visitor) fn provider(here: &Here, provider: &catalog::Provider) -> Html {
    let text = &here.text;
    let vocabulary = &here.catalog.vocabulary;
    let kind = el("span", "", [label(&vocabulary.provider_kinds, &provider.kind)]);
    let is_example = provider.example || here.catalog.season.example;
    let example = when(is_example, || tag(Symbol::Info, text.get(Msg::EXAMPLE_PROVIDER)));
    let head = [
        el_with("p", attrs![("class", "kind".into()), ("data-cloth", "sky".into())], [kind]),
        el("h1", "", [bdi(&provider.name)]),
        el("p", "row", [example, tagged_language(&provider.description, text)]),
    ];
    let stand = here.stand(&provider.key).map(|stand| {
        let href = format!("{}#stand-{}", here.href(&Route::Today), stand.label);
        let words = say(text.with(Msg::STAND_NUMBER, &[("stand", stand.label.as_str().into())]));
        el_with("a", attrs![("class", "link".into()), ("href", href.into())], [icon(Symbol::Parasol), words])
    });
    let languages = when(!provider.languages.is_empty(), || {
        let spoken = list(&vocabulary.languages, &provider.languages, here);
        el("p", "", [say(text.get(Msg::OFFER_LANGUAGES)), say(" ".into()), spoken])
    });
    let mut cards = Vec::new();
    for offer in here.catalog.offers_of(&provider.key) {
        cards.push(offer_card(here, offer, None));
    }
    let article = [
        back(here),
        el("header", "hero", head),
        paragraphs(&provider.description),
        el("div", "row", [stand.unwrap_or_default(), read_aloud(here)]),
    ];
    let copied = el_with("p", attrs![("class", "small".into()), ("role", "status".into())], []);
    let reach = vec![
        contact(here, provider),
        languages,
        checked(here, &provider.last_checked),
        el("div", "actions", [share(here)]),
        copied,
    ];
    let offers = vec![element("ul", attrs![("class", "offer-cards".into())], cards)];
    main_of(
        "page",
        vec![
            el("article", "stack", article),
            section("kontakt", text.get(Msg::PROVIDER_REACH), reach),
            section("angebote", text.get(Msg::PROVIDER_OFFERS), offers),
        ],
    )
}

/// Desk, address and the ways to reach a provider.
pub(super) fn contact(here: &Here, provider: &catalog::Provider) -> Html {
    let text = &here.text;
    let mut lines = Vec::new();
    let mut line = |line: Html| {
        if !lines.is_empty() {
            lines.push(el("br", "", []));
        }
        lines.push(line);
    };
    if !provider.desk.text.is_empty() {
        line(local_lead(&provider.desk, text));
    }
    if !provider.address.is_empty() {
        line(el_with("bdi", attrs![("lang", "de".into())], [say(provider.address.clone().into())]));
    }
    if !provider.phone.is_empty() {
        line(el_with("bdi", attrs![("dir", "ltr".into())], [say(provider.phone.clone().into())]));
    }
    let mut ways = Vec::new();
    let mut way = |symbol: Html, href: String, label| {
        ways.push(button_link(Rank::Plain, symbol, href.into(), text.get(label)));
    };
    if !provider.phone.is_empty() {
        way(icon(Symbol::Phone), telephone(&provider.phone).to_string(), Msg::CONTACT_CALL);
    }
    if !provider.email.is_empty() {
        way(icon(Symbol::Mail), format!("mailto:{}", provider.email), Msg::CONTACT_WRITE);
    }
    if let Some((north, east)) = provider.position {
        way(flip_icon(Symbol::Route), map(north, east).to_string(), Msg::WAY_SHOW);
    } else if !provider.address.is_empty() {
        way(flip_icon(Symbol::Route), map_of(&provider.address), Msg::WAY_SHOW);
    }
    if !provider.website.is_empty() {
        way(icon(Symbol::Globe), provider.website.clone(), Msg::CONTACT_WEBSITE);
    }
    parts(vec![element("p", attrs![], lines), element("div", attrs![("class", "actions".into())], ways)])
}
