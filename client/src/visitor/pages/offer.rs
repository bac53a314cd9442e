//! One offer: what, for whom, when, what to bring, who does it.

use shared::catalog;
use yew::prelude::*;

use super::provider::{Way, address, ways};
use crate::{
    components::{
        Rank, Symbol, attrs, button_link, dir_of, el, el_with, element, icon, lang_of, local, parts,
        pressable, say, section, stand, tag, tagged_languages, when,
    },
    route::{Form, Route, encode},
    text::{Date, Hours, Msg},
    visitor::{
        here::Here,
        market_day::When,
        offer_card::{kind, offer_card},
        state::Action,
        words::{back, cloth, label, list, main_of, paragraphs, read_aloud, time},
    },
};

/// After so many months what is said may have changed.
const STALE_MONTHS: i32 = 6;

/// How many other offers are suggested.
const SIMILAR: usize = 3;

/// The page.
pub(in crate::visitor) fn offer(here: &Here, offer: &catalog::Offer) -> Html {
    let text = &here.text;
    let saved = here.saved.contains(&offer.id);
    let on_press = here.act(Action::SaveToggled(offer.id.clone()));
    let title = attrs![("lang", lang_of(&offer.title)), ("dir", dir_of(&offer.title))];
    let lead =
        attrs![("class", "lead".into()), ("lang", lang_of(&offer.summary)), ("dir", dir_of(&offer.summary))];
    let head = [
        kind(here, offer, true),
        el_with("h1", title, [say(offer.title.text.clone().into())]),
        el_with("p", lead, [say(offer.summary.text.clone().into())]),
        el("p", "row", [marks(here, offer), read_aloud(text, "link")]),
    ];
    let attributes = attrs![
        ("type", "button".into()),
        ("class", "button".into()),
        ("data-rank", if saved { "" } else { "first" }.into()),
        ("data-action", "save".into()),
        ("aria-pressed", if saved { "true" } else { "false" }.into()),
    ];
    let word = say(text.get(if saved { Msg::SAVE_DONE_LONG } else { Msg::SAVE }));
    let save = pressable(attributes, &on_press, vec![icon(Symbol::Bookmark), word]);
    let walk_in = here.provider(offer).is_none_or(|provider| provider.walk_in);
    let ask = when(!walk_in, || ask_for_contact(here, "angebot", &offer.id));
    // Whoever stands in the park reaches these first.
    let reach = here.provider(offer).map(|provider| ways(text, provider, &[Way::Call, Way::Write, Way::Go]));
    let article = [
        back(here),
        el("header", "hero", head),
        today(here, offer),
        el("div", "actions", [save, reach.unwrap_or_default(), ask]),
        el("div", "stack", [paragraphs(&offer.description)]),
        facts(here, offer),
        el("div", "actions", [share(here), show(here, offer)]),
        el_with("p", attrs![("class", "small".into()), ("role", "status".into())], []),
    ];
    let attributes = attrs![("class", "stack".into()), ("data-offer", offer.id.clone().into())];
    main_of("page", vec![el_with("article", attributes, article), by_whom(here, offer), similar(here, offer)])
}

/// A link to the form, which is a program of its own.
pub(super) fn ask_for_contact(here: &Here, about: &str, id: &str) -> Html {
    let text = &here.text;
    let href = format!("{}?{about}={}", here.href(&Route::Form(Form::Contact)), encode(id));
    button_link(Rank::Plain, icon(Symbol::People), href.into(), text.get(Msg::ASK_CONTACT))
}

fn marks(here: &Here, offer: &catalog::Offer) -> Html {
    let text = &here.text;
    let example = when(here.is_example(offer), || tag(Symbol::Info, text.get(Msg::EXAMPLE_OFFER)));
    let paused = when(offer.paused, || tag(Symbol::Alert, text.get(Msg::OFFER_PAUSED)));
    parts(vec![example, paused, tagged_languages(&texts(offer), text)])
}

/// All that the article says of the offer in words of its own.
fn texts(offer: &catalog::Offer) -> Vec<&catalog::Text> {
    let mut texts = vec![
        &offer.title,
        &offer.summary,
        &offer.description,
        &offer.eligibility,
        &offer.cost,
        &offer.schedule,
        &offer.duration,
        &offer.access_note,
        &offer.apply,
    ];
    texts.extend(&offer.bring);
    texts
}

/// Where to find it on the day of the market.
fn today(here: &Here, offer: &catalog::Offer) -> Html {
    let (Some(market), Some(provider)) = (here.market(), here.provider(offer)) else {
        return Html::default();
    };
    let Some(stand_there) = market.day.stand_of(&provider.key) else { return Html::default() };
    let text = &here.text;
    let number = ("stand", stand_there.label.as_str().into());
    let heading = match market.when {
        When::Today => text.with(Msg::OFFER_HERE_TODAY, &[number]),
        When::Next => text
            .with(Msg::OFFER_HERE_THEN, &[number, ("date", text.date(Date::Day, &market.day.date).into())]),
        When::CancelledToday | When::Last => return Html::default(),
    };
    let hours = text.hours(Hours { from: &market.day.from, to: &market.day.to });
    let who = [bdi(&provider.name), say(text.get(Msg::LIST_COMMA)), say(" ".into()), say(hours)];
    let heading =
        el_with("h2", attrs![("id", "heute".into()), ("class", "cloth-head".into())], [say(heading)]);
    let href = format!("{}#stand-{}", here.href(&Route::Today), stand_there.label);
    let row = [
        stand(text, Some(&stand_there.label), cloth(offer)),
        el("div", "grow", [heading, el("p", "", who)]),
        el_with("a", attrs![("class", "link".into()), ("href", href.into())], [say(text.get(Msg::PLAN))]),
    ];
    let attributes = attrs![
        ("class", "cloth".into()),
        ("data-cloth", cloth(offer).name().into()),
        ("aria-labelledby", "heute".into()),
    ];
    el_with("section", attributes, [el("div", "row", row)])
}

/// A name, whatever its script.
pub(super) fn bdi(name: &str) -> Html {
    el("bdi", "", [say(name.to_owned().into())])
}

fn facts(here: &Here, offer: &catalog::Offer) -> Html {
    let text = &here.text;
    let vocabulary = &here.catalog.vocabulary;
    let said = |known: &mut Vec<Html>, words: &catalog::Text| {
        if !words.text.is_empty() {
            known.push(local(words));
        }
    };
    let chosen = |labels, ids: &[String]| if ids.is_empty() { vec![] } else { vec![list(labels, ids, here)] };

    let mut whom = chosen(&vocabulary.target_groups, &offer.target_groups);
    said(&mut whom, &offer.eligibility);
    let mut dates = Vec::new();
    for start in offer.start_dates.iter().filter(|start| start.as_str() >= here.today.as_str()) {
        let date = text.date(Date::Year, start);
        dates.push(time(start, text.with(Msg::OFFER_START, &[("date", date.into())])));
    }
    said(&mut dates, &offer.schedule);
    said(&mut dates, &offer.duration);
    if let Some(places) = offer.places {
        dates.push(say(text.with(Msg::OFFER_PLACES, &[("n", places.into())])));
    }
    let mut cost = Vec::new();
    if offer.free {
        cost.push(say(text.get(Msg::OFFER_FREE_LONG)));
    }
    said(&mut cost, &offer.cost);
    let mut bring = Vec::new();
    for paper in &offer.bring {
        said(&mut bring, paper);
    }
    let mut access = chosen(&vocabulary.access, &offer.access);
    said(&mut access, &offer.access_note);
    let mut apply = Vec::new();
    said(&mut apply, &offer.apply);

    let facts = [
        fact(here, Symbol::People, Msg::OFFER_FOR_WHOM, whom),
        fact(here, Symbol::Clock, Msg::OFFER_WHEN, dates),
        fact(here, Symbol::Euro, Msg::OFFER_COST, cost),
        fact(here, Symbol::File, Msg::OFFER_BRING, bring),
        fact(here, Symbol::Globe, Msg::OFFER_LANGUAGES, chosen(&vocabulary.languages, &offer.languages)),
        fact(here, Symbol::Access, Msg::OFFER_ACCESS, access),
        fact(here, Symbol::Next, Msg::OFFER_APPLY, apply),
    ];
    el_with("dl", attrs![("class", "lines".into()), ("data-kind", "facts".into())], facts)
}

/// One question with its answers, each on a line of its own; nothing without an answer.
fn fact(here: &Here, symbol: Symbol, name: Msg, answers: Vec<Html>) -> Html {
    if answers.is_empty() {
        return Html::default();
    }
    let mut lines = Vec::new();
    for answer in answers {
        if !lines.is_empty() {
            lines.push(el("br", "", []));
        }
        lines.push(answer);
    }
    let name = el("dt", "", [say(here.text.get(name))]);
    el("div", "", [icon(symbol), name, element("dd", attrs![], lines)])
}

fn by_whom(here: &Here, offer: &catalog::Offer) -> Html {
    let Some(provider) = here.provider(offer) else { return Html::default() };
    let href = here.href(&Route::Provider(provider.key.clone()));
    let name = el("strong", "", [el_with("a", attrs![("href", href)], [bdi(&provider.name)])]);
    let kind = label(&here.catalog.vocabulary.provider_kinds, &provider.kind);
    let content = vec![
        el("p", "", [name, el("br", "", []), kind]),
        address(&here.text, provider),
        el("div", "actions", [ways(&here.text, provider, &[Way::Website])]),
        checked(here, &offer.last_checked),
    ];
    section("traeger", here.text.get(Msg::OFFER_BY), content)
}

/// When someone last confirmed this; long ago, it is better to call first.
pub(super) fn checked(here: &Here, date: &str) -> Html {
    when(!date.is_empty(), || {
        let months = months_between(date, &here.today);
        let date = here.text.date(Date::Year, date);
        let words = here.text.with(Msg::CHECKED, &[("date", date.into())]);
        if months < STALE_MONTHS {
            return el("p", "hint", [say(words)]);
        }
        let call = here.text.with(Msg::CHECKED_LONG_AGO, &[("n", months.into())]);
        el("p", "warn", [icon(Symbol::Alert), el("span", "", [say(words), say(". ".into()), say(call)])])
    })
}

/// Full months between two ISO 8601 dates; what is no date counts as today.
fn months_between(from: &str, to: &str) -> i32 {
    let number =
        |date: &str, at: std::ops::Range<usize>| date.get(at).and_then(|digits| digits.parse::<i32>().ok());
    let months = |date: &str| Some((number(date, 0..4)? * 12 + number(date, 5..7)?, number(date, 8..10)?));
    let (Some((first, first_day)), Some((last, last_day))) = (months(from), months(to)) else { return 0 };
    last - first - i32::from(last_day < first_day)
}

/// Sharing needs what only some browsers have: `public/offered.js` shows and does it.
pub(super) fn share(here: &Here) -> Html {
    let text = &here.text;
    let words = |kind: &'static str, words: Msg| {
        el_with("span", attrs![("data-share", kind.into())], [say(text.get(words))])
    };
    let attributes = attrs![
        ("type", "button".into()),
        ("class", "button share".into()),
        ("data-action", "share-page".into()),
        ("data-copied", text.get(Msg::SHARE_COPIED)),
    ];
    let content = [icon(Symbol::Share), words("send", Msg::SHARE_SEND), words("copy", Msg::SHARE_COPY)];
    el_with("button", attributes, content)
}

/// For a phone without a network.
fn show(here: &Here, offer: &catalog::Offer) -> Html {
    // What `crate::list::bundle` reads.
    let href = format!("{}#zeigen={}", here.href(&Route::List), offer.id);
    let attributes =
        attrs![("class", "button".into()), ("href", href.into()), ("data-action", "show".into())];
    el_with("a", attributes, [icon(Symbol::Mobile), say(here.text.get(Msg::OFFER_SHOW))])
}

/// Others with the same need and topic, of other providers.
fn similar(here: &Here, offer: &catalog::Offer) -> Html {
    let shares = |a: &[String], b: &[String]| a.iter().any(|id| b.contains(id));
    let mut cards = Vec::new();
    for other in &here.catalog.offers {
        if cards.len() < SIMILAR
            && other.provider != offer.provider
            && shares(&other.needs, &offer.needs)
            && shares(&other.topics, &offer.topics)
        {
            cards.push(offer_card(here, other, None));
        }
    }
    when(!cards.is_empty(), || {
        let list = element("ul", attrs![("class", "offer-cards".into())], cards);
        section("aehnlich", here.text.get(Msg::OFFER_SIMILAR), vec![list])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_when_they_are_over() {
        for (from, to, months) in [
            ("2026-01-31", "2026-05-23", 3),
            ("2025-11-23", "2026-05-23", 6),
            ("2025-11-24", "2026-05-23", 5),
            ("2026-06-01", "2026-05-23", -1),
            ("soon", "2026-05-23", 0),
        ] {
            assert_eq!(months_between(from, to), months, "{from} {to}");
        }
    }
}
