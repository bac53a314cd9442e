//! Today's or the next market: when, where, what now.

use shared::catalog::{Announcement, Day, ProgrammePoint};
use yew::prelude::*;

use crate::{
    components::{
        Cloth, Hang, Rank, Symbol, button_link, cloth_box, flip_icon, icon, local, local_lead, section_head,
        sign, tagged_language,
    },
    route::Route,
    text::{Date, Hours, Msg},
    visitor::{
        calendar_entry::{entry, season},
        here::Here,
        market_day::{Market, When},
        plan::plan,
        words::{label, map},
    },
};

/// The page.
pub(in crate::visitor) fn today(here: &Here) -> Html {
    let Some(market) = here.market() else {
        return html! {
            <main id="inhalt" class="page" tabindex="-1">
                <section class="stack"><h1>{ here.text.get(Msg::TODAY_NO_DATES) }</h1></section>
            </main>
        };
    };
    let day = market.day;
    html! {
        <main id="inhalt" class="page wide" tabindex="-1">
            { hero(here, market) }
            { example(here) }
            { for newest_first(day).map(|news| announcement(here, news)) }
            if !day.stands.is_empty() {
                <section class="stack" aria-labelledby="plan">
                    { section_head("plan", here.text.get(Msg::TODAY_WHO_WHERE).into(), html! { <p class="small">{ here.text.get(Msg::TODAY_TAP) }</p> }) }
                    { plan(here, day) }
                </section>
            }
            { about(here, market) }
            { way(here, day) }
            { dates(here) }
        </main>
    }
}

fn hero(here: &Here, market: Market<'_>) -> Html {
    let text = &here.text;
    let day = market.day;
    let (hang, symbol, words) = match market.when {
        When::Today => (Hang::Open, Symbol::Parasol, Msg::TODAY_SIGN_TODAY),
        When::CancelledToday => (Hang::Shut, Symbol::ParasolShut, Msg::TODAY_SIGN_CANCELLED),
        When::Next => (Hang::Shut, Symbol::ParasolShut, Msg::TODAY_SIGN_NEXT),
        When::Last => (Hang::Shut, Symbol::ParasolShut, Msg::TODAY_SIGN_LAST),
    };
    html! {
        <section class="hero" aria-labelledby="termin">
            { sign(hang, symbol, text.get(words).into()) }
            <h1 id="termin">
                <time datetime={day.date.clone()}>{ text.date(Date::Weekday, &day.date) }</time>
                { " " }
                <span class="hours">{ text.hours(Hours { from: &day.from, to: &day.to }) }</span>
            </h1>
            <p class="lead">
                { local(&day.place.name) }
                { ". " }
                { text.get(Msg::TODAY_COME) }
            </p>
            <div class="actions">
                { button_link(Rank::First, icon(Symbol::Search), here.href(&Route::Offers), text.get(Msg::TODAY_FIND)) }
                if let Some((north, east)) = day.place.position {
                    { button_link(Rank::Plain, flip_icon(Symbol::Route), map(north, east), text.get(Msg::WAY_SHOW)) }
                }
                if matches!(market.when, When::Today | When::Next) {
                    <a class="button" href={entry(here, day)} download={format!("markt-{}.ics", day.date)}>
                        { icon(Symbol::Calendar) }
                        { text.get(Msg::CALENDAR_ADD) }
                    </a>
                }
            </div>
        </section>
    }
}

fn example(here: &Here) -> Html {
    if !here.catalog.season.example {
        return Html::default();
    }
    cloth_box(
        Cloth::Sky,
        Symbol::Info,
        here.text.get(Msg::EXAMPLE_HEAD),
        html! { <p>{ here.text.get(Msg::EXAMPLE_SAYS) }</p> },
    )
}

fn newest_first(day: &Day) -> impl Iterator<Item = &Announcement> {
    // The organisers add news at the end.
    day.announcements.iter().rev()
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
    cloth_box(Cloth::Sun, Symbol::Info, heading, html! { <p>{ local_lead(&news.text, &here.text) }</p> })
}

fn about(here: &Here, market: Market<'_>) -> Html {
    let day = market.day;
    if day.focus.is_empty() && day.programme.is_empty() {
        return Html::default();
    }
    let heading = match market.when {
        When::Today => Msg::TODAY_ABOUT,
        _ => Msg::TODAY_ABOUT_THEN,
    };
    let topic = |id: &String| {
        html! {
            <li>
                { icon(topic_symbol(id)) }
                <a href={format!("{}?thema={id}", here.href(&Route::Offers))}>{ label(&here.catalog.vocabulary.topics, id) }</a>
            </li>
        }
    };
    html! {
        <section class="stack" aria-labelledby="themen">
            { section_head("themen", here.text.get(heading).into(), Html::default()) }
            if !day.focus.is_empty() {
                <ul class="topics">{ for day.focus.iter().map(topic) }</ul>
            }
            if !day.programme.is_empty() {
                <ol class="lines">{ for day.programme.iter().map(|point| programme_point(here, point)) }</ol>
            }
        </section>
    }
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
    html! {
        <li>
            <time datetime={point.time.clone()}>{ here.text.clock(&point.time) }</time>
            <span>
                <strong>{ local(&point.title) }</strong>
                if !point.place.text.is_empty() {
                    { " · " }{ local(&point.place) }
                }
                { tagged_language(&point.title, &here.text) }
            </span>
        </li>
    }
}

fn way(here: &Here, day: &Day) -> Html {
    let place = &day.place;
    let fact = |symbol, name: Html, words: &shared::catalog::Text| {
        if words.text.is_empty() {
            return Html::default();
        }
        html! { <div>{ icon(symbol) }<dt>{ name }</dt><dd>{ local_lead(words, &here.text) }</dd></div> }
    };
    let name = if place.address.is_empty() {
        local(&place.name)
    } else {
        html! { <><bdi lang="de">{ place.address.clone() }</bdi></> }
    };
    html! {
        <section class="stack" aria-labelledby="hin">
            { section_head("hin", here.text.get(Msg::WAY).into(), Html::default()) }
            <dl class="lines" data-kind="facts">
                { fact(Symbol::Pin, name, &place.how_to_find) }
                { fact(Symbol::Access, here.text.get(Msg::WAY_ACCESS).into(), &place.access) }
                { fact(Symbol::Rain, here.text.get(Msg::WAY_WEATHER).into(), &day.weather) }
            </dl>
        </section>
    }
}

fn dates(here: &Here) -> Html {
    let year = here.catalog.days.first().and_then(|day| day.date.get(..4)).unwrap_or_default();
    let heading = here.text.with(Msg::DATES, &[("year", year.into())]);
    let any_left =
        here.catalog.days.iter().any(|day| !day.cancelled && day.date.as_str() >= here.today.as_str());
    html! {
        <section class="stack" aria-labelledby="termine">
            { section_head("termine", heading.into(), Html::default()) }
            <ul class="lines" data-kind="dates">{ for here.catalog.days.iter().map(|day| date(here, day)) }</ul>
            if any_left {
                <div class="actions">
                    <a class="button" href={season(here)} download={format!("markt-{year}.ics")}>
                        { icon(Symbol::Calendar) }
                        { here.text.get(Msg::CALENDAR_ADD_ALL) }
                    </a>
                </div>
            }
        </section>
    }
}

fn date(here: &Here, day: &Day) -> Html {
    let text = &here.text;
    let topics = || {
        day.focus.iter().enumerate().map(|(at, id)| html! {
            <>if at > 0 { { text.get(Msg::LIST_COMMA) }{ " " } }{ label(&here.catalog.vocabulary.topics, id) }</>
        })
    };
    let state = day.cancelled.then_some("cancelled");
    html! {
        <li data-state={state}>
            <time datetime={day.date.clone()}>{ text.date(Date::Day, &day.date) }</time>
            <span>
                if day.cancelled {
                    { text.get(Msg::DATE_CANCELLED) }
                } else if day.date == here.today.as_str() {
                    <strong>{ text.get(Msg::DATE_TODAY) }</strong>
                } else if day.date.as_str() < here.today.as_str() {
                    { text.get(Msg::DATE_PAST) }
                } else if day.focus.is_empty() {
                    { text.hours(Hours { from: &day.from, to: &day.to }) }
                }
                if !day.cancelled && day.date.as_str() > here.today.as_str() {
                    { for topics() }
                }
                if day.extra {
                    { " " }<span class="soft">{ text.get(Msg::DATE_EXTRA) }</span>
                }
            </span>
            if day.date == here.today.as_str() && !day.cancelled {
                { icon(Symbol::Parasol) }
            }
        </li>
    }
}
