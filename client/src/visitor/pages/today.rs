//! Today's or the next market: when, where, what now.

use shared::catalog::{Announcement, Day, ProgrammePoint, Text as CatalogText};
use yew::prelude::*;

use crate::{
    components::{
        Cloth, Hang, Rank, Symbol, attrs, button_link, cloth_box, each, el, el_with, element, flip_icon,
        icon, local, local_lead, parts, say, section, section_with, sign, tagged_languages, when,
    },
    route::Route,
    text::{Date, Hours, Msg},
    visitor::{
        here::Here,
        install_hint::install_hint,
        market_day::{Hour, Market, When, next_after},
        plan::plan,
        words::{forms, label, list, main_of, map, read_aloud, sentence, time},
    },
};

/// The calendar file of all markets.
const SEASON: &str = "saison";

/// The page.
pub(in crate::visitor) fn today(here: &Here) -> Html {
    let Some(market) = here.market() else {
        return main_of("page", vec![el("h1", "", [say(here.text.get(Msg::TODAY_NO_DATES))])]);
    };
    let day = market.day;
    let mut content = vec![hero(here, market), example(here)];
    content.extend(news(day).into_iter().map(|news| announcement(here, news)));
    content.push(when(!day.stands.is_empty(), || stands(here, day)));
    content.push(about(here, market));
    content.push(way(here, day));
    content.push(dates(here));
    content.push(el(
        "div",
        "on-screen",
        [section("schreiben", here.text.get(Msg::FORMS), vec![forms(here)])],
    ));
    content.push(install_hint(here));
    main_of("page wide", content)
}

fn hero(here: &Here, market: Market<'_>) -> Html {
    let text = &here.text;
    let day = market.day;
    let hour = if here.alive { Hour::of(day, here.phone.clock().as_deref()) } else { Hour::Unknown };
    let open = |words| (Hang::Open, Symbol::Parasol, words);
    let shut = |words| (Hang::Shut, Symbol::ParasolShut, words);
    let until = || text.with(Msg::TODAY_SIGN_UNTIL, &[("time", text.clock(&day.to).into())]);
    let (hang, symbol, words) = match (market.when, hour) {
        (When::Today, Hour::Unknown | Hour::Before) => open(text.get(Msg::TODAY_SIGN_TODAY)),
        (When::Today, Hour::Open) => open(until()),
        (When::Today, Hour::Over) => shut(text.get(Msg::TODAY_SIGN_OVER)),
        (When::CancelledToday, _) => shut(text.get(Msg::TODAY_SIGN_CANCELLED)),
        (When::Next, _) => shut(text.get(Msg::TODAY_SIGN_NEXT)),
        (When::Last, _) => shut(text.get(Msg::TODAY_SIGN_LAST)),
    };
    let is_over = market.when == When::CancelledToday || (market.when == When::Today && hour == Hour::Over);
    let next = when(is_over, || match next_after(&here.catalog, &day.date) {
        Some(next) => {
            let date = text.date(Date::Weekday, &next.date);
            let hours = text.hours(Hours { from: &next.from, to: &next.to });
            sentence(text.with(Msg::TODAY_NEXT_IS, &[("date", date.into()), ("hours", hours.into())]))
        }
        None => sentence(text.get(Msg::TODAY_SIGN_LAST)),
    });
    let date = time(&day.date, text.date(Date::Weekday, &day.date));
    let hours = el("span", "hours", [say(text.hours(Hours { from: &day.from, to: &day.to }))]);
    let takes_place = matches!(market.when, When::Today | When::Next) && hour != Hour::Over;
    let come = when(takes_place, || parts(vec![say(". ".into()), say(text.get(Msg::TODAY_COME))]));
    let lead = [local(&day.place.name), come];
    let find =
        button_link(Rank::First, icon(Symbol::Search), here.href(&Route::Offers), text.get(Msg::TODAY_FIND));
    let way = day.place.position.map(|(north, east)| {
        button_link(Rank::Plain, flip_icon(Symbol::Route), map(north, east), text.get(Msg::WAY_SHOW))
    });
    let calendar = when(takes_place, || calendar_link(here, &day.date, Msg::CALENDAR_ADD));
    let content = [
        sign(hang, symbol, say(words)),
        el_with("h1", attrs![("id", "termin".into())], [date, say(" ".into()), hours]),
        next,
        el("p", "lead", lead),
        el("div", "actions", [find, way.unwrap_or_default(), read_aloud(text, "button"), calendar]),
    ];
    el_with("section", attrs![("class", "hero".into()), ("aria-labelledby", "termin".into())], content)
}

/// A file for calendars, `name` being a date or the season; the service worker keeps the season's.
fn calendar_file(here: &Here, name: &str) -> AttrValue {
    format!("/kalender/{name}.ics?sprache={}", here.text.language()).into()
}

/// A calendar entry, to be opened by the phone's calendar.
fn calendar_link(here: &Here, name: &str, label: Msg) -> Html {
    let attributes = attrs![("class", "button".into()), ("href", calendar_file(here, name))];
    el_with("a", attributes, [icon(Symbol::Calendar), say(here.text.get(label))])
}

/// The same address as a subscription: dates that change, change in the calendar.
fn subscription(here: &Here) -> Html {
    let attributes = attrs![
        ("class", "link".into()),
        ("href", calendar_file(here, SEASON)),
        ("data-action", "subscribe".into()),
    ];
    let link = el_with("a", attributes, [icon(Symbol::Refresh), say(here.text.get(Msg::CALENDAR_SUBSCRIBE))]);
    let says = el("p", "small", [say(here.text.get(Msg::CALENDAR_SUBSCRIBE_SAYS))]);
    parts(vec![el("p", "", [link]), says])
}

fn example(here: &Here) -> Html {
    when(here.catalog.season.example, || {
        let words = sentence(here.text.get(Msg::EXAMPLE_SAYS));
        cloth_box(Cloth::Sky, Symbol::Info, here.text.get(Msg::EXAMPLE_HEAD), words)
    })
}

/// The news, the latest first, whichever way the organisers add them.
fn news(day: &Day) -> Vec<&Announcement> {
    let mut news: Vec<&Announcement> = day.announcements.iter().collect();
    if news.first().map(|first| &first.at) < news.last().map(|last| &last.at) {
        news.reverse();
    }
    news
}

fn announcement(here: &Here, news: &Announcement) -> Html {
    let heading = match news.at.split_once('T') {
        Some((date, time)) if date == here.today.as_str() => {
            here.text.with(Msg::TODAY_NEWS_SINCE, &[("time", here.text.clock(time).into())])
        }
        Some((date, _)) => {
            here.text.with(Msg::TODAY_NEWS_OF, &[("date", here.text.date(Date::Day, date).into())])
        }
        None => here.text.get(Msg::TODAY_NEWS),
    };
    cloth_box(Cloth::Sun, Symbol::Info, heading, el("p", "", [local_lead(&news.text, &here.text)]))
}

fn stands(here: &Here, day: &Day) -> Html {
    let hint = el("p", "small on-screen", [say(here.text.get(Msg::TODAY_TAP))]);
    section_with("plan", here.text.get(Msg::TODAY_WHO_WHERE), hint, vec![plan(here, day)])
}

fn about(here: &Here, market: Market<'_>) -> Html {
    let day = market.day;
    let heading = match market.when {
        When::Today => Msg::TODAY_ABOUT,
        _ => Msg::TODAY_ABOUT_THEN,
    };
    let topic = |id: &String| {
        let href = format!("{}?thema={id}", here.href(&Route::Offers));
        let words = label(&here.catalog.vocabulary.topics, id);
        el("li", "", [icon(topic_symbol(id)), el_with("a", attrs![("href", href.into())], [words])])
    };
    let mut content = Vec::new();
    if !day.focus.is_empty() {
        content.push(element("ul", attrs![("class", "topics".into())], each(&day.focus, topic)));
    }
    if !day.programme.is_empty() {
        let points = each(&day.programme, |point| programme_point(here, point));
        let titles: Vec<&CatalogText> = day.programme.iter().map(|point| &point.title).collect();
        content.push(marks(here, &titles));
        content.push(element("ol", attrs![("class", "lines".into())], points));
    }
    when(!content.is_empty(), || section("themen", here.text.get(heading), content))
}

fn topic_symbol(id: &str) -> Symbol {
    match id {
        "ausbildung" | "deutsch" => Symbol::Learn,
        "arbeit-mit-kindern" | "neu-in-berlin" | "ehrenamt" => Symbol::People,
        "gesundheit" | "schulden-wohnen" | "bewerbung" => Symbol::Advice,
        _ => Symbol::Work,
    }
}

fn programme_point(here: &Here, point: &ProgrammePoint) -> Html {
    let place = when(!point.place.text.is_empty(), || parts(vec![say(" · ".into()), local(&point.place)]));
    let what = el("strong", "", [local(&point.title)]);
    let what = el("span", "", [what, place]);
    el("li", "", [time(&point.time, here.text.clock(&point.time)), what])
}

fn way(here: &Here, day: &Day) -> Html {
    let place = &day.place;
    let fact = |symbol, name: Html, words: &CatalogText| {
        when(!words.text.is_empty(), || {
            el("div", "", [icon(symbol), el("dt", "", [name]), el("dd", "", [local(words)])])
        })
    };
    let name = if place.address.is_empty() {
        local(&place.name)
    } else {
        el_with("bdi", attrs![("lang", "de".into())], [say(place.address.clone().into())])
    };
    let facts = [
        fact(Symbol::Pin, name, &place.how_to_find),
        fact(Symbol::Access, say(here.text.get(Msg::WAY_ACCESS)), &place.access),
        fact(Symbol::Rain, say(here.text.get(Msg::WAY_WEATHER)), &day.weather),
    ];
    let facts = el_with("dl", attrs![("class", "lines".into()), ("data-kind", "facts".into())], facts);
    let marks = marks(here, &[&place.how_to_find, &place.access, &day.weather]);
    section("hin", here.text.get(Msg::WAY), vec![marks, facts])
}

/// What a section says of the languages of its texts, in a line of its own.
fn marks(here: &Here, texts: &[&CatalogText]) -> Html {
    let is_marked = |words: &&&CatalogText| words.language.is_some() || words.machine;
    when(texts.iter().any(|words| is_marked(&words)), || {
        el("p", "row", [tagged_languages(texts, &here.text)])
    })
}

fn dates(here: &Here) -> Html {
    let days = &here.catalog.days;
    let year = days.first().and_then(|day| day.date.get(..4)).unwrap_or_default();
    let heading = here.text.with(Msg::DATES, &[("year", year.into())]);
    let any_left = days.iter().any(|day| !day.cancelled && day.date.as_str() >= here.today.as_str());
    let attributes = attrs![("class", "lines".into()), ("data-kind", "dates".into())];
    let list = element("ul", attributes, each(days, |day| date(here, day)));
    let calendar = when(any_left, || {
        let add = el("div", "actions", [calendar_link(here, SEASON, Msg::CALENDAR_ADD_ALL)]);
        parts(vec![add, subscription(here)])
    });
    section("termine", heading, vec![list, calendar])
}

fn date(here: &Here, day: &Day) -> Html {
    let text = &here.text;
    let is_today = day.date == here.today.as_str();
    let what = if day.cancelled {
        say(text.get(Msg::DATE_CANCELLED))
    } else if is_today {
        el("strong", "", [say(text.get(Msg::DATE_TODAY))])
    } else if day.date.as_str() < here.today.as_str() {
        say(text.get(Msg::DATE_PAST))
    } else if day.focus.is_empty() {
        say(text.hours(Hours { from: &day.from, to: &day.to }))
    } else {
        list(&here.catalog.vocabulary.topics, &day.focus, here)
    };
    let extra = when(day.extra, || {
        parts(vec![say(" ".into()), el("span", "soft", [say(text.get(Msg::DATE_EXTRA))])])
    });
    let is_to_come = !day.cancelled && day.date.as_str() > here.today.as_str();
    let mark = if is_to_come {
        let words = [say(text.get(Msg::CALENDAR_ADD)), say(" ".into()), say(text.date(Date::Day, &day.date))];
        let attributes = attrs![("class", "link".into()), ("href", calendar_file(here, &day.date))];
        el_with("a", attributes, [icon(Symbol::Calendar), el("span", "hidden-text", words)])
    } else {
        when(is_today && !day.cancelled, || icon(Symbol::Parasol))
    };
    let state = if day.cancelled { "cancelled" } else { "" };
    let content = [time(&day.date, text.date(Date::Day, &day.date)), el("span", "", [what, extra]), mark];
    el_with("li", attrs![("data-state", state.into())], content)
}
