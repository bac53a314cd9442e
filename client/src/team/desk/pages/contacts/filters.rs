//! Narrowing the board.

use std::{collections::BTreeMap, rc::Rc};

use shared::document::contact::FollowUp;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::{
    components::{Button, Choice, ChoiceKind, Rank},
    team::desk::{entry::Entry, filter::Filter, use_desk},
    text::{Msg, use_text},
};

/// What the filters narrow.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FiltersProps {
    pub(super) filter: UseStateHandle<Filter>,
    pub(super) entries: Rc<Vec<Entry>>,
    pub(super) now_ms: i64,
}

/// The filters.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let filter = &props.filter;
    let change = |set: fn(&mut Filter, Option<String>)| {
        let filter = filter.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut changed = (*filter).clone();
            set(&mut changed, Some(chosen).filter(|chosen| !chosen.is_empty()));
            filter.set(changed);
        })
    };
    let on_search = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| {
            let search = event.target_unchecked_into::<HtmlInputElement>().value();
            filter.set(Filter { search, ..(*filter).clone() });
        })
    };
    let on_overdue = {
        let filter = filter.clone();
        Callback::from(move |overdue| filter.set(Filter { overdue, ..(*filter).clone() }))
    };
    let mut providers: BTreeMap<String, AttrValue> = BTreeMap::new();
    let mut languages: BTreeMap<String, AttrValue> = BTreeMap::new();
    for entry in props.entries.iter() {
        languages.insert(entry.contact.language.clone(), desk.words.language(&entry.contact.language));
        for wish in entry.contact.wishes.iter().filter(|wish| !wish.provider.is_empty()) {
            providers.insert(wish.provider.clone(), desk.words.provider(&wish.provider));
        }
    }
    let overdue =
        props.entries.iter().filter(|entry| entry.overdue(&desk.today, props.now_ms).is_some()).count();
    let options = |all: AttrValue, choices: Vec<(String, AttrValue)>, chosen: Option<&String>| {
        html! {
            <>
                <option value="" selected={chosen.is_none()}>{ all }</option>
                { for choices.into_iter().map(|(value, label)| {
                    let selected = chosen == Some(&value);
                    html! { <option {value} {selected}>{ label }</option> }
                }) }
            </>
        }
    };
    let states = FollowUp::ALL.map(|state| (state.name().to_owned(), desk.words.state(state)));
    let chosen_state = filter.state.map(|state| state.name().to_owned());
    html! {
        <form class="row desk-filters no-print" role="search" aria-label={text.get(Msg::DESK_FILTER)} onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <label class="field inline">
                <span>{ text.get(Msg::DESK_FILTER_NAME) }</span>
                <input class="input" type="search" value={filter.search.clone()} oninput={on_search} autocomplete="off" />
            </label>
            <label class="field inline">
                <span>{ text.get(Msg::DESK_FILTER_PROVIDER) }</span>
                <select class="input" onchange={change(|filter, chosen| filter.provider = chosen)}>
                    { options(
                        match providers.len() {
                            0 => text.get(Msg::DESK_FILTER_ALL),
                            n => text.with(Msg::DESK_FILTER_ALL_PROVIDERS, &[("n", n.into())]),
                        },
                        providers.into_iter().collect(),
                        filter.provider.as_ref(),
                    ) }
                </select>
            </label>
            <label class="field inline">
                <span>{ text.get(Msg::DESK_FILTER_STATE) }</span>
                <select class="input" onchange={change(|filter, chosen| filter.state = chosen.and_then(|name| state_named(&name)))}>
                    { options(text.get(Msg::DESK_FILTER_ALL), states.into(), chosen_state.as_ref()) }
                </select>
            </label>
            <label class="field inline">
                <span>{ text.get(Msg::DESK_FILTER_LANGUAGE) }</span>
                <select class="input" onchange={change(|filter, chosen| filter.language = chosen)}>
                    { options(text.get(Msg::DESK_FILTER_ALL), languages.into_iter().collect(), filter.language.as_ref()) }
                </select>
            </label>
            <Choice kind={ChoiceKind::Checkbox} name="overdue" tag=true checked={filter.overdue} on_change={on_overdue}>
                { text.with(Msg::DESK_FILTER_OVERDUE, &[("n", overdue.into())]) }
            </Choice>
            if filter.is_set() {
                <Button rank={Rank::Quiet} on_click={clear(filter)}>{ text.get(Msg::DESK_FILTER_CLEAR) }</Button>
            }
        </form>
    }
}

fn state_named(name: &str) -> Option<FollowUp> {
    FollowUp::ALL.into_iter().find(|state| state.name() == name)
}

/// Shows all again.
pub(super) fn clear(filter: &UseStateHandle<Filter>) -> Callback<()> {
    let filter = filter.clone();
    Callback::from(move |()| filter.set(Filter::default()))
}
