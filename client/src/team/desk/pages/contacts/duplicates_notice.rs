//! Who may be there twice.

use std::collections::BTreeMap;

use shared::document::DocumentId;
use yew::prelude::*;

use super::words::{name_of, shared_words};
use crate::{
    components::{Button, Symbol, icon},
    team::desk::{DeskState, duplicates::Shared, entry::Entry, link::DeskLink, route::DeskRoute},
    text::Msg,
};

/// Contacts that may be of one person, to compare.
pub(super) fn duplicates_notice(
    desk: &DeskState,
    date: &str,
    entries: &[Entry],
    duplicates: &BTreeMap<DocumentId, Vec<(DocumentId, Shared)>>,
    comparing: &UseStateHandle<bool>,
) -> Html {
    let text = &desk.words.text;
    let toggle = {
        let comparing = comparing.clone();
        Callback::from(move |()| comparing.set(!*comparing))
    };
    let link = |id: DocumentId| {
        let name = entries.iter().find(|entry| entry.id == id).map(|entry| name_of(text, entry));
        html! {
            <DeskLink to={DeskRoute::Contact(date.to_owned(), id.to_string())}><bdi>{ name.unwrap_or_default() }</bdi></DeskLink>
        }
    };
    html! {
        <section class="cloth no-print" data-cloth="sky">
            <div class="row row-between">
                <p class="cloth-head">
                    { icon(Symbol::Merge) }
                    <span>{ text.with(Msg::DESK_DUPLICATES, &[("n", duplicates.len().into())]) }</span>
                </p>
                <Button on_click={toggle} pressed={**comparing} action="compare">{ text.get(Msg::DESK_COMPARE) }</Button>
            </div>
            if **comparing {
                <ul class="lines">
                    { for duplicates.iter().flat_map(|(id, others)| {
                        // Each pair once.
                        others.iter().filter(move |(other, _)| id < other).map(move |(other, shared)| (*id, *other, *shared))
                    }).map(|(id, other, shared)| html! {
                        <li class="duplicate">
                            <span>{ link(id) }{ " · " }{ link(other) }</span>
                            <span class="soft">{ text.get(shared_words(shared)) }</span>
                        </li>
                    }) }
                </ul>
                <p class="hint">{ text.get(Msg::DESK_DUPLICATES_HINT) }</p>
            }
        </section>
    }
}
