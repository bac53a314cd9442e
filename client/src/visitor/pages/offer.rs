//! One offer: what, for whom, when, what to bring, who does it.

use shared::catalog;
use yew::prelude::*;

use super::provider::contact;
use crate::{
    components::{Symbol, icon, local_lead, section_head, small_flip_icon, stand, tag, tagged_language},
    route::Route,
    text::{Date, Hours, Msg},
    visitor::{
        here::Here,
        market_day::When,
        offer_card::{Level, kind, offer_card},
        state::Action,
        words::{cloth, label, list, paragraphs},
    },
};

/// How many other offers are suggested.
const SIMILAR: usize = 3;

/// The page.
pub(in crate::visitor) fn offer(here: &Here, offer: &catalog::Offer) -> Html {
    let text = &here.text;
    let saved = here.saved.contains(&offer.id);
    let onclick = here.act(Action::SaveToggled(offer.id.clone())).reform(|_: MouseEvent| ());
    let language = offer.title.language.clone();
    html! {
        <main id="inhalt" class="page" tabindex="-1">
            <article class="stack" data-offer={offer.id.clone()}>
                <nav aria-label={text.get(Msg::BACK)}>
                    <a class="link" href={here.href(&Route::Offers)}>{ small_flip_icon(Symbol::Back) }{ text.get(Msg::BACK_TO_OFFERS) }</a>
                </nav>
                <header class="hero">
                    { kind(here, offer, true) }
                    <h1 lang={language.clone()} dir={language.as_deref().map(crate::text::direction)}>{ offer.title.text.clone() }</h1>
                    <p class="lead" lang={offer.summary.language.clone()} dir={offer.summary.language.as_deref().map(crate::text::direction)}>
                        { offer.summary.text.clone() }
                    </p>
                    { marks(here, offer) }
                </header>
                { today(here, offer) }
                <div class="actions">
                    <button type="button" class="button" data-rank={(!saved).then_some("first")} data-action="save" aria-pressed={if saved { "true" } else { "false" }} {onclick}>
                        { icon(Symbol::Bookmark) }
                        { text.get(if saved { Msg::SAVE_DONE_LONG } else { Msg::SAVE }) }
                    </button>
                </div>
                if !offer.description.text.is_empty() {
                    <div class="stack">{ paragraphs(&offer.description) }</div>
                }
                { facts(here, offer) }
            </article>
            { by_whom(here, offer) }
            { similar(here, offer) }
        </main>
    }
}

fn marks(here: &Here, offer: &catalog::Offer) -> Html {
    let language = tagged_language(&offer.title, &here.text);
    html! {
        <p class="row">
            if here.is_example(offer) {
                { tag(Symbol::Info, here.text.get(Msg::EXAMPLE_OFFER)) }
            }
            if offer.paused {
                { tag(Symbol::Alert, here.text.get(Msg::OFFER_PAUSED)) }
            }
            { language }
        </p>
    }
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
    html! {
        <section class="cloth" data-cloth={cloth(offer).name()} aria-labelledby="heute">
            <div class="row">
                { stand(text, Some(&stand_there.label), cloth(offer)) }
                <div class="grow">
                    <h2 id="heute" class="cloth-head">{ heading }</h2>
                    <p><bdi>{ provider.name.clone() }</bdi>{ text.get(Msg::LIST_COMMA) }{ " " }{ text.hours(Hours { from: &market.day.from, to: &market.day.to }) }</p>
                </div>
                <a class="link" href={format!("{}#stand-{}", here.href(&Route::Today), stand_there.label)}>{ text.get(Msg::PLAN) }</a>
            </div>
        </section>
    }
}

fn facts(here: &Here, offer: &catalog::Offer) -> Html {
    let text = &here.text;
    let vocabulary = &here.catalog.vocabulary;
    let fact = |symbol: Symbol, name: Msg, parts: Vec<Html>| {
        if parts.is_empty() {
            return Html::default();
        }
        let parts =
            parts.into_iter().enumerate().map(|(at, part)| html! { <>if at > 0 { <br /> }{ part }</> });
        html! { <div>{ icon(symbol) }<dt>{ text.get(name) }</dt><dd>{ for parts }</dd></div> }
    };
    let said = |words: &catalog::Text| (!words.text.is_empty()).then(|| local_lead(words, text));
    let chosen = |labels, ids: &[String]| (!ids.is_empty()).then(|| list(labels, ids, here));

    let starts = offer.start_dates.iter().filter(|start| start.as_str() >= here.today.as_str()).map(|start| {
        html! { <time datetime={start.clone()}>{ text.with(Msg::OFFER_START, &[("date", text.date(Date::Year, start).into())]) }</time> }
    });
    let places = offer.places.map(|places| text.with(Msg::OFFER_PLACES, &[("n", places.into())]).into());
    let free = offer.free.then(|| text.get(Msg::OFFER_FREE_LONG).into());
    let bring = offer.bring.iter().filter_map(said);
    html! {
        <dl class="lines" data-kind="facts">
            { fact(Symbol::People, Msg::OFFER_FOR_WHOM, chosen(&vocabulary.target_groups, &offer.target_groups).into_iter().chain(said(&offer.eligibility)).collect()) }
            { fact(Symbol::Clock, Msg::OFFER_WHEN, starts.chain(said(&offer.schedule)).chain(said(&offer.duration)).chain(places).collect()) }
            { fact(Symbol::Euro, Msg::OFFER_COST, free.into_iter().chain(said(&offer.cost)).collect()) }
            { fact(Symbol::File, Msg::OFFER_BRING, bring.collect()) }
            { fact(Symbol::Globe, Msg::OFFER_LANGUAGES, chosen(&vocabulary.languages, &offer.languages).into_iter().collect()) }
            { fact(Symbol::Access, Msg::OFFER_ACCESS, chosen(&vocabulary.access, &offer.access).into_iter().chain(said(&offer.access_note)).collect()) }
            { fact(Symbol::Next, Msg::OFFER_APPLY, said(&offer.apply).into_iter().collect()) }
        </dl>
    }
}

fn by_whom(here: &Here, offer: &catalog::Offer) -> Html {
    let Some(provider) = here.provider(offer) else { return Html::default() };
    let text = &here.text;
    html! {
        <section class="stack" aria-labelledby="traeger">
            { section_head("traeger", text.get(Msg::OFFER_BY).into(), Html::default()) }
            <p>
                <strong><a href={here.href(&Route::Provider(provider.key.clone()))}><bdi>{ provider.name.clone() }</bdi></a></strong>
                <br />
                { label(&here.catalog.vocabulary.provider_kinds, &provider.kind) }
            </p>
            { contact(here, provider) }
            if !offer.last_checked.is_empty() {
                <p class="hint">{ text.with(Msg::CHECKED, &[("date", text.date(Date::Year, &offer.last_checked).into())]) }</p>
            }
        </section>
    }
}

/// Others with the same need and topic, of other providers first.
fn similar(here: &Here, offer: &catalog::Offer) -> Html {
    let shares = |a: &[String], b: &[String]| a.iter().any(|id| b.contains(id));
    let others = here
        .catalog
        .offers
        .iter()
        .filter(|other| other.id != offer.id && other.provider != offer.provider)
        .filter(|other| shares(&other.needs, &offer.needs) && shares(&other.topics, &offer.topics));
    let cards: Vec<Html> =
        others.take(SIMILAR).map(|other| offer_card(here, other, Level::Three, None)).collect();
    if cards.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack" aria-labelledby="aehnlich">
            { section_head("aehnlich", here.text.get(Msg::OFFER_SIMILAR).into(), Html::default()) }
            <ul class="offer-cards">{ for cards }</ul>
        </section>
    }
}
