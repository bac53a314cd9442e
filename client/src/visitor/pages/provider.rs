//! One organisation: what it does, how to reach it, what it offers.

use shared::catalog;
use yew::prelude::*;

use super::offer::{ask_for_contact, bdi, checked, share};
use crate::{
    components::{
        Rank, Symbol, attrs, button_link, el, el_with, element, flip_icon, icon, local_lead, parts, say,
        section, tag, tagged_language, when,
    },
    route::Route,
    text::{Msg, Text},
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
        el("div", "row", [stand.unwrap_or_default(), read_aloud(text, "button")]),
    ];
    let copied = el_with("p", attrs![("class", "small".into()), ("role", "status".into())], []);
    let ask = when(!provider.walk_in, || ask_for_contact(here, "traeger", &provider.key));
    let reach = vec![
        contact(text, provider),
        languages,
        checked(here, &provider.last_checked),
        el("div", "actions", [ask, share(here)]),
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
pub(crate) fn contact(text: &Text, provider: &catalog::Provider) -> Html {
    let all = ways(text, provider, &[Way::Call, Way::Write, Way::Go, Way::Website]);
    parts(vec![address(text, provider), el("div", "actions", [all])])
}

/// Desk, address and number, to be read.
pub(super) fn address(text: &Text, provider: &catalog::Provider) -> Html {
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
    element("p", attrs![], lines)
}

/// What one tap does.
#[derive(Clone, Copy)]
pub(super) enum Way {
    Call,
    Write,
    Go,
    Website,
}

/// Buttons for those of the ways that there are.
pub(super) fn ways(text: &Text, provider: &catalog::Provider, wanted: &[Way]) -> Html {
    let button = |way: &Way| {
        let (symbol, href, label) = match way {
            Way::Call if provider.phone.is_empty() => return Html::default(),
            Way::Call => (icon(Symbol::Phone), telephone(&provider.phone), Msg::CONTACT_CALL),
            Way::Write if provider.email.is_empty() => return Html::default(),
            Way::Write => {
                (icon(Symbol::Mail), format!("mailto:{}", provider.email).into(), Msg::CONTACT_WRITE)
            }
            Way::Go => match provider.position {
                Some((north, east)) => (flip_icon(Symbol::Route), map(north, east), Msg::WAY_SHOW),
                None if provider.address.is_empty() => return Html::default(),
                None => (flip_icon(Symbol::Route), map_of(&provider.address).into(), Msg::WAY_SHOW),
            },
            Way::Website if provider.website.is_empty() => return Html::default(),
            Way::Website => (icon(Symbol::Globe), provider.website.clone().into(), Msg::CONTACT_WEBSITE),
        };
        button_link(Rank::Plain, symbol, href, text.get(label))
    };
    parts(wanted.iter().map(button).collect())
}
