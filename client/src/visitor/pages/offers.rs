//! Search and filters. All of its state is in the address, so that it works without scripts, can be
//! shared, and survives going back.

use shared::catalog::{Counts, Label, Query, Search};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    components::{
        ChoiceKind, ChoiceProps, Cloth, Rank, Symbol, button_link, choice, choices, empty, icon, local,
        sheet, small_icon,
    },
    route::{Address, Route},
    text::Msg,
    visitor::{here::Here, offer_card::offer_card, phone::Going, words::label},
};

/// Offers on a page, until more are asked for.
const PAGE: usize = 20;

/// In the order in which they are shown.
const NEEDS: [&str; 4] = ["work", "learn", "advice", "german"];

/// Says in an address that the filters are open.
const FILTERS_OPEN: &str = "filter=1";

/// The values of one group of filters.
type Group = fn(&mut Query) -> &mut Vec<String>;

/// The page.
pub(in crate::visitor) fn offers(here: &Here) -> Html {
    let Some(search) = here.search.as_ref() else { return Html::default() };
    let query = Query::from_query_string(&here.address.query);
    let found = search.find(&here.catalog, &query);
    let filters_open = here.address.query.split('&').any(|field| field == FILTERS_OPEN);

    html! {
        <main id="inhalt" class="page wide" tabindex="-1">
            { ask(here, &query) }
            <section class="stack" aria-labelledby="treffer">
                <div class="section-head">
                    <h2 id="treffer" aria-live="polite">{ count(here, &query, found.len()) }</h2>
                    <a class="button" href={href(here, &query, true)} data-action="filters">
                        { icon(Symbol::Filter) }
                        { here.text.get(Msg::FILTER) }
                        if query.has_filters() {
                            <span class="count">
                                { query.filter_count() }
                                <span class="hidden-text">{ " " }{ here.text.get(Msg::FILTER_SET) }</span>
                            </span>
                        }
                    </a>
                </div>
                { set_filters(here, &query) }
                { results(here, &query, &found, search) }
            </section>
            if filters_open {
                { filters(here, &query, &search.counts(&here.catalog, &query), found.len()) }
            }
        </main>
    }
}

/// The address of this page with other words, as typing makes it.
pub(in crate::visitor) fn with_words(address: &Address, words: &str) -> String {
    let query = Query { text: words.to_owned(), offset: 0, ..Query::from_query_string(&address.query) };
    Address { language: address.language.clone(), route: Route::Offers, query: query.to_query_string() }
        .href()
}

fn href(here: &Here, query: &Query, filters_open: bool) -> AttrValue {
    let mut fields = Query { offset: 0, ..query.clone() }.to_query_string();
    if filters_open {
        if !fields.is_empty() {
            fields.push('&');
        }
        fields.push_str(FILTERS_OPEN);
    }
    let address = Address { language: here.address.language.clone(), route: Route::Offers, query: fields };
    address.href().into()
}

fn ask(here: &Here, query: &Query) -> Html {
    let text = &here.text;
    let oninput = {
        let (phone, address) = (here.phone.clone(), here.address.clone());
        Callback::from(move |event: InputEvent| {
            let words = event.target_unchecked_into::<HtmlInputElement>().value();
            phone.go(&with_words(&address, &words), Going::Replace);
        })
    };
    html! {
        <section class="stack">
            <h1>{ text.get(Msg::OFFERS_ASK) }</h1>
            <ul class="needs">{ for needs(here).map(|need| need_link(here, query, need)) }</ul>
            <form action={here.href(&Route::Offers)} method="get" role="search" class="stack-s" onsubmit={send(here, query)}>
                { hidden(query, "q") }
                <label for="q" class="legend">{ text.get(Msg::SEARCH_LABEL) }</label>
                <div class="search">
                    <input class="input" id="q" name="q" type="search" value={query.text.clone()} placeholder={text.get(Msg::SEARCH_EXAMPLE)} autocomplete="off" enterkeyhint="search" {oninput} />
                    <button>{ icon(Symbol::Search) }<span class="hidden-text">{ text.get(Msg::SEARCH) }</span></button>
                </div>
            </form>
        </section>
    }
}

/// The needs, the most asked for first.
fn needs(here: &Here) -> impl Iterator<Item = &Label> {
    NEEDS.iter().filter_map(|id| Label::find(&here.catalog.vocabulary.needs, id))
}

/// With scripts, all that a form would send stands in the address already.
fn send(here: &Here, query: &Query) -> Callback<SubmitEvent> {
    let (phone, href) = (here.phone.clone(), href(here, query, false));
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        phone.go(&href, Going::Step);
    })
}

fn need_link(here: &Here, query: &Query, need: &Label) -> Html {
    let symbol = match need.id.as_str() {
        "work" => Symbol::Work,
        "learn" => Symbol::Learn,
        "german" => Symbol::German,
        _ => Symbol::Advice,
    };
    let current = query.needs.contains(&need.id);
    let with_need = Query { needs: toggled(&query.needs, &need.id), ..query.clone() };
    html! {
        <li>
            <a class="need" data-cloth={Cloth::of_need(&need.id).name()} aria-current={current.then_some("true")} href={href(here, &with_need, false)}>
                { icon(symbol) }
                <span>{ local(&need.text) }</span>
            </a>
        </li>
    }
}

fn toggled(values: &[String], value: &str) -> Vec<String> {
    if values.iter().any(|known| known == value) {
        values.iter().filter(|known| *known != value).cloned().collect()
    } else {
        values.iter().cloned().chain([value.to_owned()]).collect()
    }
}

/// All of the query but one field, so that a form keeps it.
fn hidden(query: &Query, but: &str) -> Html {
    let rest = Query { offset: 0, ..query.clone() };
    fields(&rest)
        .into_iter()
        .filter(|(name, _)| *name != but)
        .map(|(name, value)| html! { <input type="hidden" {name} {value} /> })
        .collect()
}

/// Names and values as they stand in an address.
fn fields(query: &Query) -> Vec<(&'static str, String)> {
    let groups = [
        ("brauche", &query.needs),
        ("art", &query.kinds),
        ("gruppe", &query.groups),
        ("sprache", &query.languages),
        ("zugang", &query.access),
        ("thema", &query.topics),
    ];
    let words = (!query.text.is_empty()).then(|| ("q", query.text.clone()));
    let stand = query.stand.clone().map(|stand| ("stand", stand));
    words
        .into_iter()
        .chain(
            groups
                .into_iter()
                .flat_map(|(name, values)| values.iter().map(move |value| (name, value.clone()))),
        )
        .chain(stand)
        .collect()
}

fn count(here: &Here, query: &Query, found: usize) -> AttrValue {
    let n = ("n", found.into());
    if query.text.is_empty() {
        here.text.with(Msg::OFFERS_COUNT, &[n])
    } else {
        here.text.with(Msg::OFFERS_COUNT_FOR, &[n, ("words", query.text.as_str().into())])
    }
}

/// What is filtered for; each can be taken away.
fn set_filters(here: &Here, query: &Query) -> Html {
    if !query.has_filters() {
        return Html::default();
    }
    let vocabulary = &here.catalog.vocabulary;
    let mut tags = Vec::new();
    let groups: [(&[Label], &[String], Group); 6] = [
        (&vocabulary.needs, &query.needs, |query| &mut query.needs),
        (&vocabulary.offer_kinds, &query.kinds, |query| &mut query.kinds),
        (&vocabulary.target_groups, &query.groups, |query| &mut query.groups),
        (&vocabulary.languages, &query.languages, |query| &mut query.languages),
        (&vocabulary.access, &query.access, |query| &mut query.access),
        (&vocabulary.topics, &query.topics, |query| &mut query.topics),
    ];
    for (labels, chosen, group) in groups {
        for id in chosen {
            let mut without = query.clone();
            group(&mut without).retain(|known| known != id);
            tags.push(set_filter(here, label(labels, id), &without));
        }
    }
    if let Some(stand) = &query.stand {
        let without = Query { stand: None, ..query.clone() };
        let name = here.text.with(Msg::STAND_NUMBER, &[("stand", stand.as_str().into())]);
        tags.push(set_filter(here, name.into(), &without));
    }
    html! { <ul class="tags" aria-label={here.text.get(Msg::FILTER_SET_LIST)}>{ for tags }</ul> }
}

fn set_filter(here: &Here, name: Html, without: &Query) -> Html {
    html! {
        <li>
            <a class="tag" data-kind="set" href={href(here, without, false)}>
                { name }{ " " }
                { small_icon(Symbol::Close) }
                <span class="hidden-text">{ here.text.get(Msg::FILTER_REMOVE) }</span>
            </a>
        </li>
    }
}

fn results(here: &Here, query: &Query, found: &[u16], search: &Search) -> Html {
    let text = &here.text;
    if found.is_empty() {
        let everything = Query { text: query.text.clone(), ..Query::default() };
        let (hint, next, label) = if query.has_filters() {
            (Msg::NOTHING_FILTERED, href(here, &everything, false), Msg::FILTER_CLEAR)
        } else {
            (Msg::NOTHING, here.href(&Route::Offers), Msg::OFFERS_ALL)
        };
        let link = button_link(Rank::Plain, Html::default(), next, text.get(label));
        return empty(None, html! { <><p>{ text.get(hint) }</p>{ link }</> });
    }
    let shown = query.offset.saturating_add(PAGE).min(found.len());
    let terms = (!query.text.is_empty()).then(|| search.terms(&query.text));
    let card = |index: &u16| {
        here.catalog.offers.get(usize::from(*index)).map(|offer| offer_card(here, offer, terms.as_ref()))
    };
    let left = found.len() - shown;
    html! {
        <>
            <ul class="offer-cards">{ for found[..shown].iter().filter_map(card) }</ul>
            if left > 0 {
                <div class="actions">
                    <a class="button" href={more(here, query, found, shown)} data-action="more">{ text.with(Msg::OFFERS_MORE, &[("n", left.into())]) }</a>
                </div>
            }
        </>
    }
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

fn filters(here: &Here, query: &Query, counts: &Counts, found: usize) -> Html {
    let text = &here.text;
    let vocabulary = &here.catalog.vocabulary;
    let close = {
        let (phone, closed) = (here.phone.clone(), href(here, query, false));
        Callback::from(move |()| phone.go(&closed, Going::Replace))
    };
    let everything = href(here, &Query { text: query.text.clone(), ..Query::default() }, false);
    let foot = html! {
        <>
            if query.has_filters() {
                { button_link(Rank::Quiet, Html::default(), everything, text.get(Msg::FILTER_CLEAR)) }
            }
            <button class="button" data-rank="first" data-action="filters-apply" form="filter-form">
                { text.with(Msg::FILTER_SHOW, &[("n", found.into())]) }
            </button>
        </>
    };
    let group = |legend, name, labels: &[Label], counts: &[u16], values: Group| {
        let chosen = values(&mut query.clone()).clone();
        let options = labels
            .iter()
            .zip(counts)
            .filter(|(label, count)| **count > 0 || chosen.contains(&label.id))
            .map(|(label, count)| option(here, query, name, label, *count, values));
        choices(None, text.get(legend).into(), true, options.collect())
    };
    let body = html! {
        <form id="filter-form" class="sheet-body" action={here.href(&Route::Offers)} method="get" onsubmit={send(here, query)}>
                { kept(query) }
                { group(Msg::FILTER_KIND, "art", &vocabulary.offer_kinds, &counts.kinds, |query| &mut query.kinds) }
                { group(Msg::FILTER_LANGUAGE, "sprache", &vocabulary.languages, &counts.languages, |query| &mut query.languages) }
                { group(Msg::FILTER_GROUP, "gruppe", &vocabulary.target_groups, &counts.groups, |query| &mut query.groups) }
                { group(Msg::FILTER_ACCESS, "zugang", &vocabulary.access, &counts.access, |query| &mut query.access) }
                { group(Msg::FILTER_TOPIC, "thema", &vocabulary.topics, &counts.topics, |query| &mut query.topics) }
            </form>
    };
    sheet(text, text.get(Msg::FILTER), href(here, query, false), close, body, foot)
}

/// What the sheet does not ask for but its form must keep.
fn kept(query: &Query) -> Html {
    let kept = Query {
        text: query.text.clone(),
        needs: query.needs.clone(),
        stand: query.stand.clone(),
        ..Query::default()
    };
    hidden(&kept, "")
}

fn option(here: &Here, query: &Query, name: &'static str, label: &Label, count: u16, group: Group) -> Html {
    let checked = group(&mut query.clone()).contains(&label.id);
    let on_change = {
        let mut changed = query.clone();
        let values = group(&mut changed);
        *values = toggled(values, &label.id);
        let (phone, changed) = (here.phone.clone(), href(here, &changed, true));
        Callback::from(move |_: bool| phone.go(&changed, Going::Replace))
    };
    choice(&ChoiceProps {
        kind: ChoiceKind::Checkbox,
        name: name.into(),
        value: label.id.clone().into(),
        checked,
        tag: true,
        on_change,
        children: html! { <><span>{ local(&label.text) }</span>{ " " }<span class="num">{ count }</span></> },
    })
}
