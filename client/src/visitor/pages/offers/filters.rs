//! What can be filtered for: the sheet, the tags of what is chosen, the fields of forms.

use shared::catalog::{Counts, Label, Query, Vocabulary};
use yew::prelude::*;

use super::{href, send};
use crate::{
    components::{
        ChoiceKind, ChoiceProps, Rank, Symbol, attrs, button_link, choice, choices, el, el_with, element,
        local, parts, say, sheet, small_icon, when,
    },
    route::Route,
    text::Msg,
    visitor::{here::Here, phone::Going},
};

/// Says in an address that the filters are open.
pub(super) const FILTERS_OPEN: &str = "filter=1";

/// A group of filters.
struct Group {
    /// Its field in a form.
    name: &'static str,
    /// What the sheet asks; what it does not ask for is chosen elsewhere.
    legend: Option<Msg>,
    values: fn(&mut Query) -> &mut Vec<String>,
    labels: fn(&Vocabulary) -> &[Label],
    counts: fn(&Counts) -> &[u16],
}

/// In the order in which the sheet asks.
const GROUPS: [Group; 7] = [
    Group {
        name: "brauche",
        legend: None,
        values: |query| &mut query.needs,
        labels: |words| &words.needs,
        counts: |counts| &counts.needs,
    },
    Group {
        name: "art",
        legend: Some(Msg::FILTER_KIND),
        values: |query| &mut query.kinds,
        labels: |words| &words.offer_kinds,
        counts: |counts| &counts.kinds,
    },
    Group {
        name: "sprache",
        legend: Some(Msg::FILTER_LANGUAGE),
        values: |query| &mut query.languages,
        labels: |words| &words.languages,
        counts: |counts| &counts.languages,
    },
    Group {
        name: "gruppe",
        legend: Some(Msg::FILTER_GROUP),
        values: |query| &mut query.groups,
        labels: |words| &words.target_groups,
        counts: |counts| &counts.groups,
    },
    Group {
        name: "zugang",
        legend: Some(Msg::FILTER_ACCESS),
        values: |query| &mut query.access,
        labels: |words| &words.access,
        counts: |counts| &counts.access,
    },
    Group {
        name: "thema",
        legend: Some(Msg::FILTER_TOPIC),
        values: |query| &mut query.topics,
        labels: |words| &words.topics,
        counts: |counts| &counts.topics,
    },
    Group {
        name: "bezirk",
        legend: Some(Msg::FILTER_DISTRICT),
        values: |query| &mut query.districts,
        labels: |words| &words.districts,
        counts: |counts| &counts.districts,
    },
];

/// Chosen, if it was not; else not.
pub(super) fn toggled(values: &[String], value: &str) -> Vec<String> {
    let mut toggled: Vec<String> = values.to_vec();
    match values.iter().position(|known| known == value) {
        Some(at) => drop(toggled.remove(at)),
        None => toggled.push(value.to_owned()),
    }
    toggled
}

/// Each filter that is set by its name, and the query without it.
pub(super) fn each_taken_away(here: &Here, query: &Query) -> Vec<(String, Query)> {
    let mut taken_away = Vec::new();
    for group in &GROUPS {
        for id in (group.values)(&mut query.clone()).iter() {
            let mut without = Query { offset: 0, ..query.clone() };
            (group.values)(&mut without).retain(|known| known != id);
            let label = Label::find((group.labels)(&here.catalog.vocabulary), id);
            taken_away.push((label.map_or(id, |label| &label.text.text).clone(), without));
        }
    }
    if let Some(stand) = &query.stand {
        let name = here.text.with(Msg::STAND_NUMBER, &[("stand", stand.as_str().into())]);
        taken_away.push((name.to_string(), Query { stand: None, offset: 0, ..query.clone() }));
    }
    taken_away
}

/// What is filtered for; each can be taken away.
pub(super) fn chosen(here: &Here, query: &Query) -> Html {
    let tags: Vec<Html> = each_taken_away(here, query)
        .into_iter()
        .map(|(name, without)| {
            let link = attrs![
                ("class", "tag".into()),
                ("data-kind", "set".into()),
                ("href", href(here, &without, false))
            ];
            let meaning = el("span", "hidden-text", [say(here.text.get(Msg::FILTER_REMOVE))]);
            let words = [say(name.into()), say(" ".into()), small_icon(Symbol::Close), meaning];
            el("li", "", [el_with("a", link, words)])
        })
        .collect();
    when(!tags.is_empty(), || {
        let list = attrs![("class", "tags".into()), ("aria-label", here.text.get(Msg::FILTER_SET_LIST))];
        element("ul", list, tags)
    })
}

/// The filters as hidden fields, so that a form that asks for words keeps them.
pub(super) fn hidden(query: &Query) -> Vec<Html> {
    let mut fields = Vec::new();
    for group in &GROUPS {
        for value in (group.values)(&mut query.clone()).iter() {
            fields.push(hidden_field(group.name, value));
        }
    }
    fields.extend(query.stand.as_deref().map(|stand| hidden_field("stand", stand)));
    fields
}

fn hidden_field(name: &'static str, value: &str) -> Html {
    let field = attrs![("value", value.to_owned().into()), ("type", "hidden".into()), ("name", name.into())];
    el_with("input", field, [])
}

/// The sheet that asks for all filters.
pub(super) fn sheet_of(here: &Here, query: &Query, counts: &Counts, found: usize) -> Html {
    let text = &here.text;
    let close = {
        let (phone, closed) = (here.phone.clone(), href(here, query, false));
        Callback::from(move |()| phone.go(&closed, Going::Replace))
    };
    let everything = href(here, &Query { text: query.text.clone(), ..Query::default() }, false);
    let apply = attrs![
        ("class", "button".into()),
        ("data-rank", "first".into()),
        ("data-action", "filters-apply".into()),
        ("form", "filter-form".into()),
    ];
    let foot = parts(vec![
        when(query.has_filters(), || {
            button_link(Rank::Quiet, Html::default(), everything, text.get(Msg::FILTER_CLEAR))
        }),
        el_with("button", apply, [say(text.with(Msg::FILTER_SHOW, &[("n", found.into())]))]),
    ]);
    let mut asked: Vec<Html> = kept(query);
    asked.extend(GROUPS.iter().filter_map(|group| ask(here, query, counts, group)));
    let body = html! {
        <form id="filter-form" class="sheet-body" action={here.href(&Route::Offers)} method="get" onsubmit={send(here, query)}>
            { parts(asked) }
        </form>
    };
    sheet(text, text.get(Msg::FILTER), href(here, query, false), close, body, foot)
}

/// What the sheet does not ask for but its form must keep.
fn kept(query: &Query) -> Vec<Html> {
    let asked_elsewhere =
        Query { needs: query.needs.clone(), stand: query.stand.clone(), ..Query::default() };
    let mut kept = hidden(&asked_elsewhere);
    if !query.text.is_empty() {
        kept.insert(0, hidden_field("q", &query.text));
    }
    kept
}

/// One group of the sheet, with what each option would show.
fn ask(here: &Here, query: &Query, counts: &Counts, group: &Group) -> Option<Html> {
    let legend = group.legend?;
    let chosen = (group.values)(&mut query.clone()).clone();
    let labels = (group.labels)(&here.catalog.vocabulary);
    let mut options = Vec::new();
    for (label, count) in labels.iter().zip((group.counts)(counts)) {
        let checked = chosen.contains(&label.id);
        if *count > 0 || checked {
            options.push(option(here, query, group, label, *count, checked));
        }
    }
    Some(choices(None, say(here.text.get(legend)), true, parts(options)))
}

fn option(here: &Here, query: &Query, group: &Group, label: &Label, count: u16, checked: bool) -> Html {
    let on_change = {
        let mut changed = query.clone();
        let values = (group.values)(&mut changed);
        *values = toggled(values, &label.id);
        let (phone, changed) = (here.phone.clone(), href(here, &changed, true));
        Callback::from(move |_: bool| phone.go(&changed, Going::Replace))
    };
    choice(&ChoiceProps {
        kind: ChoiceKind::Checkbox,
        name: group.name.into(),
        value: label.id.clone().into(),
        checked,
        tag: true,
        on_change,
        children: parts(vec![
            el("span", "", [local(&label.text)]),
            say(" ".into()),
            el("span", "num", [say(count.to_string().into())]),
        ]),
    })
}
