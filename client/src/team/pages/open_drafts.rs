//! What was begun and waits: to go on with, or to throw away, which can be taken back.

use shared::seal::Person;
use yew::prelude::*;

use super::record::subject;
use crate::{
    components::{Symbol, action_link, attrs, el, el_with, element, icon, parts, pressable, say, section},
    driver::use_repo,
    services::{spawn, use_services},
    team::drafts::{OpenDraft, use_drawer},
    text::{Msg, Text, use_text},
};

/// Id of what takes the last step back.
const UNDO: &str = "zurueckholen";

/// A draft of the list.
#[derive(Clone, PartialEq)]
struct Listed {
    draft: OpenDraft,
    is_thrown_away: bool,
}

/// The section; nothing while nothing waits.
#[component]
pub(super) fn OpenDrafts() -> Html {
    let text = use_text();
    let services = use_services();
    let repo = use_repo();
    let drawer = use_drawer();
    let listed = use_state(Vec::<Listed>::new);
    {
        let (services, listed) = (services.clone(), listed.setter());
        use_effect_with(drawer, move |drawer| {
            let drawer = drawer.clone();
            spawn(async move {
                match OpenDraft::all(&drawer, &repo).await {
                    Ok(drafts) => listed.set(
                        drafts.into_iter().map(|draft| Listed { draft, is_thrown_away: false }).collect(),
                    ),
                    Err(error) => services.platform.log(&error),
                }
            });
        });
    }
    {
        let platform = services.platform.clone();
        let thrown_away = listed.iter().filter(|listed| listed.is_thrown_away).count();
        use_effect_with(thrown_away, move |thrown_away| {
            if *thrown_away > 0 {
                platform.focus(UNDO);
            }
        });
    }
    if listed.is_empty() {
        return Html::default();
    }
    // Throws a draft away, or puts it back.
    let turn = |index: usize| {
        let (services, listed) = (services.clone(), listed.clone());
        Callback::from(move |()| {
            let (services, listed) = (services.clone(), listed.clone());
            spawn(async move {
                let mut next = (*listed).clone();
                let Some(Listed { draft, is_thrown_away }) = next.get_mut(index) else { return };
                let done = if *is_thrown_away {
                    draft.put_back(&services).await
                } else {
                    draft.erase(&services).await
                };
                match done {
                    Ok(()) => *is_thrown_away = !*is_thrown_away,
                    Err(error) => services.platform.log(&error),
                }
                listed.set(next);
            });
        })
    };
    let lines = listed.iter().enumerate().map(|(index, Listed { draft, is_thrown_away })| {
        if *is_thrown_away {
            thrown_away(&text, &turn(index))
        } else {
            let begun = text.clock(&services.clock.local(draft.begun_ms).clock());
            waiting(&text, draft, begun, &turn(index))
        }
    });
    let lines = element("ul", attrs![("class", "choices".into())], lines.collect());
    let help = el("p", "small", [say(text.get(Msg::TEAM_DRAFTS_HELP))]);
    let heading = text.with(Msg::TEAM_DRAFTS, &[("n", listed.len().into())]);
    section("angefangen", heading, vec![lines, help])
}

fn waiting(text: &Text, draft: &OpenDraft, begun: AttrValue, throw_away: &Callback<()>) -> Html {
    let form = draft.contact.as_ref();
    let initials = form.map(|form| Person { name: form.name.clone(), ..Person::default() }.initials());
    let words = match form {
        None => text.get(Msg::TEAM_RECORD_FEEDBACK),
        Some(form) if form.is_about_nothing() => text.get(Msg::TEAM_RECORD_CONTACT),
        Some(form) => subject(text, form),
    };
    let what = match initials {
        Some(initials) if !initials.is_empty() => {
            parts(vec![el("bdi", "", [say(initials.into())]), say(" · ".into()), say(words)])
        }
        _ => say(words),
    };
    let (state_name, state) = if draft.is_finished {
        ("finished", text.get(Msg::TEAM_DRAFT_FINISHED))
    } else {
        ("open", text.with(Msg::TEAM_DRAFT_BEGUN, &[("time", begun.into())]))
    };
    let name = el("span", "", [what, el("br", "", []), el("span", "small soft", [say(state)])]);
    let go_on =
        attrs![("class", "key".into()), ("href", draft.id.path().into()), ("data-draft", state_name.into())];
    let bin =
        attrs![("type", "button".into()), ("class", "button".into()), ("data-action", "throw-away".into())];
    let label = el("span", "hidden-text", [say(text.get(Msg::TEAM_DRAFT_THROW_AWAY))]);
    el(
        "li",
        "row2",
        [
            pressable(bin, throw_away, vec![icon(Symbol::Trash), label]),
            el_with("a", go_on, [icon(Symbol::Pencil), name]),
        ],
    )
}

fn thrown_away(text: &Text, undo: &Callback<()>) -> Html {
    let undo = action_link(Html::default(), "put-back", undo, text.get(Msg::TEAM_DRAFT_PUT_BACK));
    let words = say(text.get(Msg::TEAM_DRAFT_THROWN_AWAY));
    el_with(
        "li",
        attrs![("role", "status".into()), ("id", UNDO.into()), ("tabindex", "-1".into())],
        [words, say(" ".into()), undo],
    )
}
