//! The board: a column for each state, contacts as tickets to move.

use std::rc::Rc;

use shared::document::{
    DocumentId,
    contact::{FollowUp, Step, set_state},
};
use web_sys::Element;
use yew::prelude::*;

use super::{
    ticket::{ticket, ticket_id},
    words::name_of,
};
use crate::{
    components::{flip_icon, icon},
    driver::{Repo, use_repo},
    services::{Services, random_bytes, use_services},
    team::desk::{
        DeskState,
        board::{COLUMNS, ENDED, column, neighbour},
        entry::Entry,
        use_desk,
        words::state_symbol,
    },
    text::{Msg, use_text},
};

/// What the board shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct BoardProps {
    pub(super) date: AttrValue,
    pub(super) entries: Rc<Vec<Entry>>,
    pub(super) now_ms: i64,
}

/// The board.
#[component]
pub(super) fn Board(props: &BoardProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let repo = use_repo();
    let moved = use_state(|| None::<DocumentId>);
    let said = use_state(AttrValue::default);
    {
        let services = services.clone();
        use_effect_with((*moved, props.entries.clone()), move |(moved, _)| {
            if let Some(id) = moved {
                services.platform.focus(&ticket_id(*id));
            }
        });
    }
    let columns: Vec<(FollowUp, Vec<&Entry>)> = COLUMNS
        .into_iter()
        .map(|state| (state, column(&props.entries, state, &desk.today, props.now_ms)))
        .collect();
    let ended: Vec<(FollowUp, Vec<&Entry>)> = ENDED
        .into_iter()
        .map(|state| (state, column(&props.entries, state, &desk.today, props.now_ms)))
        .filter(|(_, entries)| !entries.is_empty())
        .collect();
    let order: Vec<DocumentId> =
        columns.iter().chain(&ended).flat_map(|(_, entries)| entries.iter().map(|entry| entry.id)).collect();
    let on_key = {
        let (desk, entries, moved, said) = (desk.clone(), props.entries.clone(), moved.clone(), said.clone());
        Callback::from(move |event: KeyboardEvent| {
            let here = event
                .target_dyn_into::<Element>()
                .and_then(|element| order.iter().position(|id| element.id() == ticket_id(*id)));
            let rtl = desk.words.text.dir() == "rtl";
            let to = |place: Option<usize>| {
                if let Some(id) = place.and_then(|place| order.get(place)) {
                    moved.set(None);
                    services.platform.focus(&ticket_id(*id));
                }
            };
            match (event.key().as_str(), event.shift_key(), here) {
                ("j" | "J", _, here) => to(Some(here.map_or(0, |here| here + 1))),
                ("k" | "K", _, Some(here)) => to(here.checked_sub(1)),
                (key @ ("ArrowRight" | "ArrowLeft"), true, Some(here)) => {
                    let forward = (key == "ArrowRight") != rtl;
                    let id = order[here];
                    let Some(entry) = entries.iter().find(|entry| entry.id == id) else { return };
                    let Some(state) = neighbour(entry.contact.state, forward) else { return };
                    event.prevent_default();
                    if move_to(&repo, &services, &desk, id, state) {
                        said.set(desk.words.text.with(
                            Msg::DESK_MOVED,
                            &[
                                ("name", name_of(&desk.words.text, entry).into()),
                                ("state", desk.words.state(state).into()),
                            ],
                        ));
                        moved.set(Some(id));
                    }
                }
                _ => {}
            }
        })
    };
    html! {
        <div class="stack" onkeydown={on_key}>
            <p class="hidden-text" role="status">{ (*said).clone() }</p>
            <div class="board">
                { for columns.iter().map(|(state, entries)| {
                    let symbol = if *state == FollowUp::HandedOver { flip_icon } else { icon };
                    let heading = format!("column-{}", state.name());
                    html! {
                        <section aria-labelledby={heading.clone()}>
                            <h2 id={heading}>
                                { symbol(state_symbol(*state)) }
                                { desk.words.state(*state) }
                                { " " }
                                <span class="count push">{ entries.len() }</span>
                            </h2>
                            if !entries.is_empty() {
                                <ol>{ for entries.iter().map(|entry| ticket(&desk, &props.date, entry, props.now_ms)) }</ol>
                            }
                        </section>
                    }
                }) }
            </div>
            if !ended.is_empty() {
                <details class="ended">
                    <summary class="link">
                        { text.with(Msg::DESK_ENDED, &[("n", ended.iter().map(|(_, entries)| entries.len()).sum::<usize>().into())]) }
                    </summary>
                    <div class="board">
                        { for ended.iter().map(|(state, entries)| html! {
                            <section>
                                <h2>{ icon(state_symbol(*state)) }{ desk.words.state(*state) }{ " " }<span class="count push">{ entries.len() }</span></h2>
                                <ol>{ for entries.iter().map(|entry| ticket(&desk, &props.date, entry, props.now_ms)) }</ol>
                            </section>
                        }) }
                    </div>
                </details>
            }
            <p class="hint no-print">
                { text.get(Msg::DESK_WITHDRAWN_NEVER) }
                { " " }
                <span class="keys-hint">
                    { text.get(Msg::DESK_KEYS) }{ " " }<kbd>{ "J" }</kbd>{ " " }<kbd>{ "K" }</kbd>{ " " }
                    { text.get(Msg::DESK_KEYS_CHOOSE) }{ ", " }
                    <kbd>{ text.get(Msg::DESK_KEYS_SHIFT) }</kbd>{ " " }<kbd>{ if text.dir() == "rtl" { "←" } else { "→" } }</kbd>{ " " }
                    { text.get(Msg::DESK_KEYS_MOVE) }
                </span>
            </p>
        </div>
    }
}

/// Moves a contact on the board: one small change, which merges with what others edit.
pub(in crate::team::desk::pages) fn move_to(
    repo: &Repo,
    services: &Services,
    desk: &DeskState,
    id: DocumentId,
    state: FollowUp,
) -> bool {
    let step = Step {
        id: hex::encode(random_bytes::<8>(&*services.random)),
        state,
        at_ms: services.clock.now_ms(),
        by: desk.member.member.to_string(),
    };
    repo.change(id, |tx| set_state(tx, &step)).is_ok()
}
