//! One contact of this phone: what is known of it here, a correction, and taking it back.

use shared::document::contact::{self, FollowUp};
use yew::prelude::*;

use super::{
    own_records::{OwnRecord, initials_of},
    record::reach_keys,
};
use crate::{
    components::{
        Rank, Symbol, action_button, action_link, attrs, el, el_with, icon, parts, say, state_badge,
    },
    driver::{use_document, use_repo},
    services::{spawn, use_services},
    team::{
        local_notes::use_local_notes, recording::Recorder, session::use_session,
        state::contact_form::ContactForm,
    },
    text::{Msg, use_text},
};

/// Properties of [`OwnContact`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct OwnContactProps {
    pub(super) record: OwnRecord,
}

/// The contact.
#[component]
pub(super) fn OwnContact(props: &OwnContactProps) -> Html {
    let text = use_text();
    let services = use_services();
    let (repo, notes) = (use_repo(), use_local_notes());
    let handle = use_session();
    let record = &props.record;
    let document = record.document;
    let state = use_document(document, |document| contact::read(document).0.state);
    let form = use_reducer(ContactForm::default);
    let corrected = use_state_eq(|| None::<Msg>);
    let Some(session) = handle.session.device().cloned() else { return Html::default() };
    let recorder = Recorder { services, repo, session, notes };
    let on_withdraw = {
        let recorder = recorder.clone();
        Callback::from(move |withdrawn: bool| {
            if let Err(error) = recorder.set_withdrawn(document, withdrawn) {
                recorder.services.platform.log(&error);
            }
        })
    };
    let withdrawn = state.as_deref() == Some(&FollowUp::Withdrawn);
    let content = if withdrawn {
        let undo = text.get(Msg::TEAM_OWN_WITHDRAW_UNDO);
        let undo = action_link(Html::default(), "withdraw-undo", &on_withdraw.reform(|()| false), undo);
        parts(vec![el("p", "lead", [say(text.get(Msg::TEAM_OWN_WITHDRAWN))]), undo])
    } else {
        let on_save = {
            let (form, corrected) = (form.clone(), corrected.clone());
            Callback::from(move |()| {
                let (recorder, form, corrected) = (recorder.clone(), form.clone(), corrected.clone());
                spawn(async move {
                    corrected.set(Some(match recorder.correct(document, &form).await {
                        Ok(()) => Msg::TEAM_OWN_CORRECTED,
                        Err(error) => error.advice(),
                    }));
                });
            })
        };
        let on_event = {
            let (dispatcher, corrected) = (form.dispatcher(), corrected.clone());
            Callback::from(move |event| {
                corrected.set(None);
                dispatcher.dispatch(event);
            })
        };
        let said = corrected.map(|words| say(text.get(words))).unwrap_or_default();
        let save = text.get(Msg::TEAM_OWN_SAVE);
        let back = text.get(Msg::TEAM_OWN_WITHDRAW);
        parts(vec![
            el("p", "", [say(text.get(Msg::TEAM_OWN_CORRECT))]),
            reach_keys(&text, &form, &on_event),
            el_with("p", attrs![("role", "status".into())], [said]),
            el(
                "div",
                "actions",
                [
                    action_button(
                        Rank::Danger,
                        icon(Symbol::Trash),
                        "withdraw",
                        &on_withdraw.reform(|()| true),
                        back,
                    ),
                    action_button(Rank::First, icon(Symbol::Check), "correct", &on_save, save),
                ],
            ),
        ])
    };
    let badge = record.whereabouts.place().map(|place| state_badge(&text, place, None)).unwrap_or_default();
    let attributes = attrs![
        ("class", "stack".into()),
        ("data-own", document.to_string().into()),
        ("data-custody", record.whereabouts.name().into()),
        ("data-withdrawn", if withdrawn { "yes" } else { "" }.into()),
    ];
    let heading = el("h1", "", [el("bdi", "", [say(initials_of(&text, record))])]);
    el_with("section", attributes, [heading, el("p", "", [badge]), content])
}
