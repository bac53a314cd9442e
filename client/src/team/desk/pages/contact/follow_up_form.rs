//! How it goes on with a contact: state, due date and notes, each a small change of its own.

use std::rc::Rc;

use shared::{
    document::{
        MarketKey,
        contact::{FollowUp, SealedPart, add_part, set_due},
    },
    seal,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::contacts::move_to;
use crate::{
    components::{
        Button, Choice, ChoiceKind, Choices, Field, Rank, Symbol, TextArea, section_head, small_icon,
    },
    driver::use_repo,
    services::{random_bytes, use_services},
    team::desk::{entry::Entry, use_desk, words::state_symbol},
    text::{Msg, use_text},
};

/// Of which contact.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FollowUpFormProps {
    /// Its market.
    pub(super) market: MarketKey,
    /// The contact.
    pub(super) entry: Rc<Entry>,
    /// Whether notes can be sealed and read.
    pub(super) unlocked: bool,
}

/// State, due date and notes.
#[component]
pub(super) fn FollowUpForm(props: &FollowUpFormProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let repo = use_repo();
    let note = use_state(AttrValue::default);
    let said = use_state(|| None::<Msg>);
    let entry = &props.entry;
    let id = entry.id;

    let choose = |state: FollowUp| {
        let (repo, services, desk, said) = (repo.clone(), services.clone(), desk.clone(), said.clone());
        let now = entry.contact.state;
        Callback::from(move |_: bool| {
            if state != now {
                let done = move_to(&repo, &services, &desk, id, state);
                said.set(Some(if done { Msg::DESK_STATE_SAVED } else { Msg::DESK_CHANGE_FAILED }));
            }
        })
    };
    let on_due = {
        let (repo, said) = (repo.clone(), said.clone());
        Callback::from(move |event: Event| {
            let due = event.target_unchecked_into::<HtmlInputElement>().value();
            let due = Some(due.as_str()).filter(|due| !due.is_empty());
            let done = repo.change(id, |tx| set_due(tx, due)).is_ok();
            said.set(Some(if done { Msg::DESK_DUE_SAVED } else { Msg::DESK_CHANGE_FAILED }));
        })
    };
    let on_note = {
        let note = note.clone();
        Callback::from(move |typed: String| note.set(typed.into()))
    };
    let save_note = {
        let (note, said, repo, services) = (note.clone(), said.clone(), repo.clone(), services.clone());
        let key = desk.vault.keys().key(props.market.as_str());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = note.trim();
            if text.is_empty() {
                said.set(Some(Msg::DESK_NOTE_EMPTY));
                return;
            }
            let Some(key) = &key else {
                said.set(Some(Msg::DESK_NOTE_LOCKED));
                return;
            };
            let random = &*services.random;
            let sealed =
                seal::seal(&key.public(), id.as_bytes(), "note", text.as_bytes(), random_bytes(random));
            let Ok(to_market) = sealed else {
                said.set(Some(Msg::DESK_NOTE_TOO_LONG));
                return;
            };
            let part = SealedPart { field: "note".to_owned(), to_market, to_receipt: Vec::new() };
            // Parts are read in the order of their ids: the time makes it the order of writing.
            let part_id =
                format!("{:012x}-{}", services.clock.now_ms(), hex::encode(random_bytes::<4>(random)));
            if repo.change(id, |tx| add_part(tx, &part_id, &part)).is_ok() {
                note.set(AttrValue::default());
                said.set(Some(Msg::DESK_NOTE_SAVED));
            } else {
                said.set(Some(Msg::DESK_CHANGE_FAILED));
            }
        })
    };
    html! {
        <section class="stack no-print" aria-labelledby="follow-up">
            { section_head("follow-up", html! { { text.get(Msg::DESK_FOLLOW_UP) } }, Html::default()) }
            <Choices legend={html! { { text.get(Msg::DESK_FOLLOW_UP_STATE) } }} wrap=true>
                { for FollowUp::ALL.into_iter().map(|state| html! {
                    <Choice
                        kind={ChoiceKind::Radio}
                        name="state"
                        tag=true
                        value={state.name()}
                        checked={entry.contact.state == state}
                        on_change={choose(state)}
                    >
                        { small_icon(state_symbol(state)) }{ desk.words.state(state) }
                    </Choice>
                }) }
            </Choices>
            <Field label={text.get(Msg::DESK_DUE)} control="due" hint={text.get(Msg::DESK_DUE_HINT)}>
                <input class="input" type="date" id="due" aria-describedby="due-hint" value={entry.contact.due.clone().unwrap_or_default()} onchange={on_due} />
            </Field>
            <form class="stack-s" onsubmit={save_note}>
                <Field label={text.get(Msg::DESK_NOTE_NEW)} control="note" hint={text.get(Msg::DESK_NOTE_HINT)}>
                    <TextArea id="note" value={(*note).clone()} on_input={on_note} rows={3} />
                </Field>
                <div class="row">
                    <Button rank={Rank::Plain} symbol={Symbol::Pencil} submit=true action="save-note" unavailable={(!props.unlocked).then(|| text.get(Msg::DESK_NOTE_LOCKED))}>
                        { text.get(Msg::DESK_NOTE_SAVE) }
                    </Button>
                    if !props.unlocked {
                        <p class="hint">{ text.get(Msg::DESK_NOTE_LOCKED) }</p>
                    }
                </div>
            </form>
            <p role="status">
                if let Some(said) = *said {
                    { text.get(said) }
                }
            </p>
        </section>
    }
}
