//! A list for someone else: it stands in the address alone, so that this phone keeps nothing of it.

use shared::catalog::Query;
use yew::prelude::*;

use super::{
    entry::{pick, plain, steps},
    giving::{giving, paper_head},
};
use crate::{
    components::{Field, Hang, Input, Symbol, attrs, each, el, el_with, element, parts, say, sign, when},
    list::{
        bundle::{Bundle, MAX_TITLE},
        here::Here,
        state::Action,
    },
    text::Msg,
    visitor::words::{main_of, sentence},
};

/// How many results of a search are shown.
const RESULTS: usize = 6;

/// The view.
pub(in crate::list) fn for_other(here: &Here, bundle: &Bundle) -> Html {
    let text = &here.text;
    let heading =
        if bundle.title.is_empty() { text.get(Msg::LIST_OTHER) } else { bundle.title.clone().into() };
    let of = bundle.ids.len();
    let line = |(at, id): (usize, &String)| {
        let tools = parts(vec![
            steps(here, id, (at, of), Action::PickMoved),
            el("div", "on-screen", [pick(here, id, false)]),
        ]);
        html! { <key={id.clone()}>{ plain(here, id, tools) }</> }
    };
    let lines = html! { <ol class="offer-cards">{ for bundle.ids.iter().enumerate().map(line) }</ol> };
    let chosen = when(of > 0, || {
        el("div", "section-head on-screen", [el("h2", "", [say(text.get(Msg::LIST_OTHER_CHOSEN))])])
    });
    let leave = el_with(
        "a",
        attrs![("class", "link".into()), ("href", "#".into()), ("data-action", "leave".into())],
        [say(text.get(Msg::LIST_OTHER_LEAVE))],
    );
    let top = [
        el_with("h1", attrs![("dir", "auto".into())], [say(heading)]),
        paper_head(here, text.get(Msg::CALENDAR_TITLE)),
        el("div", "on-screen", [sign(Hang::No, Symbol::Lock, say(text.get(Msg::LIST_OTHER_SAYS)))]),
        el("div", "on-screen stack", [name(here, bundle), search(here, bundle)]),
        chosen,
        lines,
    ];
    let give =
        when(of > 0, || giving(here, bundle, sentence(text.with(Msg::LIST_GIVE_SAYS, &[("n", of.into())]))));
    main_of("page", vec![el("section", "stack", top), give, el("p", "on-screen", [leave])])
}

fn name(here: &Here, bundle: &Bundle) -> Html {
    let dispatcher = here.dispatcher.clone();
    let on_input = Callback::from(move |words| dispatcher.dispatch(Action::Titled(words)));
    let hint = here.text.with(Msg::LIST_OTHER_TITLE_HINT, &[("n", MAX_TITLE.into())]);
    html! {
        <Field label={here.text.get(Msg::LIST_OTHER_TITLE)} control="titel" {hint}>
            <Input id="titel" value={bundle.title.clone()} describedby="titel-hint" {on_input} />
        </Field>
    }
}

fn search(here: &Here, bundle: &Bundle) -> Html {
    let text = &here.text;
    let dispatcher = here.dispatcher.clone();
    let on_input = Callback::from(move |words| dispatcher.dispatch(Action::Sought(words)));
    let field = html! {
        <Field label={text.get(Msg::LIST_OTHER_SEARCH)} control="suche">
            <Input id="suche" kind="search" value={here.visit.sought.clone()} enterkeyhint="search" {on_input} />
        </Field>
    };
    let found = found(here);
    let count = when(!here.visit.sought.trim().is_empty(), || {
        let words = text.with(Msg::OFFERS_COUNT, &[("n", found.len().into())]);
        el_with("p", attrs![("class", "hint".into()), ("role", "status".into())], [say(words)])
    });
    let fresh: Vec<String> = found.into_iter().filter(|id| !bundle.ids.contains(id)).take(RESULTS).collect();
    let lines = each(&fresh, |id| plain(here, id, pick(here, id, true)));
    let results = when(!lines.is_empty(), || element("ul", attrs![("class", "offer-cards".into())], lines));
    parts(vec![field, count, results])
}

/// Ids of the offers that match what is looked for, the best first.
fn found(here: &Here) -> Vec<String> {
    let words = here.visit.sought.trim();
    if words.is_empty() {
        return Vec::new();
    }
    let Some(search) = &*here.search else { return Vec::new() };
    let catalog = &here.visit.catalog;
    let query = Query { text: words.to_owned(), ..Query::default() };
    let found = search.find(catalog, &query);
    found
        .offers
        .iter()
        .filter_map(|at| catalog.offers.get(usize::from(*at)))
        .map(|offer| offer.id.clone())
        .collect()
}
