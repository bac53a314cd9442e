//! Search and filters. All of its state is in the address, so that it works without scripts, can be
//! shared, and survives going back.

mod filters;
mod results;

use shared::catalog::{Label, Query};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use filters::{FILTERS_OPEN, toggled};

use crate::{
    components::{Cloth, Symbol, attrs, el, el_with, element, icon, local, parts, say, when},
    route::{Address, Route},
    text::Msg,
    visitor::{here::Here, phone::Going, words::main_of},
};

/// In the order in which they are shown.
const NEEDS: [&str; 4] = ["work", "learn", "advice", "german"];

/// The page.
pub(in crate::visitor) fn offers(here: &Here) -> Html {
    let Some(search) = here.search.as_ref() else { return Html::default() };
    let query = Query::from_query_string(&here.address.query);
    let found = search.find(&here.catalog, &query);
    let filters_open = here.address.query.split('&').any(|field| field == FILTERS_OPEN);

    let heading = attrs![
        ("id", "treffer".into()),
        ("aria-live", "polite".into()),
        ("tabindex", "-1".into()),
        ("data-next", "true".into())
    ];
    let head = el(
        "div",
        "section-head",
        [el_with("h2", heading, [say(count(here, &query, found.offers.len()))]), filter_link(here, &query)],
    );
    let listed = [head, filters::chosen(here, &query), results::results(here, &query, &found, search)];
    let list = attrs![("class", "stack".into()), ("aria-labelledby", "treffer".into())];
    main_of(
        "page wide",
        vec![
            ask(here, &query),
            el_with("section", list, listed),
            when(filters_open, || {
                filters::sheet_of(here, &query, &search.counts(&here.catalog, &query), found.offers.len())
            }),
        ],
    )
}

/// Opens the filters, and says how many are set.
fn filter_link(here: &Here, query: &Query) -> Html {
    let text = &here.text;
    let set = when(query.has_filters(), || {
        let meaning = el("span", "hidden-text", [say(" ".into()), say(text.get(Msg::FILTER_SET))]);
        el("span", "count", [say(query.filter_count().to_string().into()), meaning])
    });
    let link = attrs![
        ("class", "button".into()),
        ("href", href(here, query, true)),
        ("data-action", "filters".into()),
    ];
    el_with("a", link, [icon(Symbol::Filter), say(text.get(Msg::FILTER)), set])
}

/// The words that an address of this page asks for.
pub(in crate::visitor) fn words_in(address: &Address) -> String {
    Query::from_query_string(&address.query).text
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
            phone.go(&with_words(&address, &words), Going::Typing);
        })
    };
    let needs = needs(here).map(|need| need_link(here, query, need)).collect();
    let hidden = parts(filters::hidden(query));
    let form = html! {
            <form action={here.href(&Route::Offers)} method="get" role="search" class="stack-s" onsubmit={send(here, query)}>
                { hidden }
                <label for="q" class="legend">{ text.get(Msg::SEARCH_LABEL) }</label>
                <div class="search">
                    <input class="input" id="q" name="q" type="search" value={query.text.clone()} placeholder={text.get(Msg::SEARCH_EXAMPLE)} autocomplete="off" enterkeyhint="search" {oninput} />
                    <button>{ icon(Symbol::Search) }<span class="hidden-text">{ text.get(Msg::SEARCH) }</span></button>
                </div>
            </form>
    };
    el(
        "section",
        "stack",
        [
            el("h1", "", [say(text.get(Msg::OFFERS_ASK))]),
            element("ul", attrs![("class", "needs".into())], needs),
            form,
        ],
    )
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
    let link = attrs![
        ("class", "need".into()),
        ("data-cloth", Cloth::of_need(&need.id).name().into()),
        ("aria-current", if current { "true" } else { "" }.into()),
        ("href", href(here, &with_need, false)),
    ];
    el("li", "", [el_with("a", link, [icon(symbol), el("span", "", [local(&need.text)])])])
}

fn count(here: &Here, query: &Query, found: usize) -> AttrValue {
    let n = ("n", found.into());
    if query.text.is_empty() {
        here.text.with(Msg::OFFERS_COUNT, &[n])
    } else {
        here.text.with(Msg::OFFERS_COUNT_FOR, &[n, ("words", query.text.as_str().into())])
    }
}
