//! The consent: spoken or shown in the visitor's language; "yes" records at once.

use std::rc::Rc;

use shared::catalog::{Catalog, SmallPrint};
use yew::prelude::*;

use super::{question, slip::language_name};
use crate::{
    components::{
        Choice, ChoiceKind, Rank, Symbol, attrs, el, el_with, icon, parts, say, thumb_button, when,
    },
    team::{
        recording::{GivenConsent, erasure_date},
        session::use_session,
        state::contact_form::{ContactForm, ContactFormEvent},
    },
    text::{Date, Msg, Text, direction, use_text},
};

/// Which of the consent texts.
pub(super) const PURPOSE: &str = "contact";

/// Properties of [`ConsentKeys`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ConsentKeysProps {
    pub(super) form: ContactForm,
    pub(super) catalog: Rc<Catalog>,
    pub(super) small_print: Rc<SmallPrint>,
    pub(super) on_event: Callback<ContactFormEvent>,
    pub(super) on_agreed: Callback<GivenConsent>,
    pub(super) on_declined: Callback<()>,
    pub(super) saving: bool,
}

/// The text and the two answers.
#[component]
pub(super) fn ConsentKeys(props: &ConsentKeysProps) -> Html {
    let text = use_text();
    let handle = use_session();
    let form = &props.form;
    let Some(shown) = props.small_print.consent_for(PURPOSE, &form.language) else {
        let alert = attrs![("role", "alert".into())];
        return el_with("p", alert, [say(text.get(Msg::RECORD_NO_CONSENT))]);
    };
    let given = GivenConsent { version: shown.version.clone(), language: shown.language.clone() };
    let own =
        props.small_print.consent_for(PURPOSE, text.language()).filter(|own| own.language != shown.language);
    let erase_on = handle
        .session
        .device()
        .map(|session| erasure_date(session.market.date(), &props.catalog))
        .unwrap_or_default();
    let on_agreed = props.on_agreed.reform(move |()| given.clone());
    let facts = attrs![
        ("class", "small".into()),
        ("lang", text.language().to_owned().into()),
        ("dir", text.dir().into()),
    ];
    let facts = el_with("p", facts, [say(who_and_until_when(&text, form, &erase_on))]);
    let shown_in = attrs![
        ("class", "say".into()),
        ("lang", shown.language.clone().into()),
        ("dir", direction(&shown.language).into()),
    ];
    let words = el_with("div", shown_in, [el("p", "", [say(shown.text.clone().into())]), facts]);
    let machine = when(shown.machine, || el("p", "small", [say(text.get(Msg::RECORD_CONSENT_MACHINE))]));
    let own = own.map(|own| {
        let language = language_name(&text, &own.language);
        let summary = text.with(Msg::RECORD_CONSENT_OWN, &[("language", language.into())]);
        let summary = el("summary", "link", [say(summary)]);
        el("details", "small", [summary, el("p", "", [say(own.text.clone().into())])])
    });
    let paper = html! {
        <Choice kind={ChoiceKind::Checkbox} name="paper" tag=true checked={form.from_paper} on_change={props.on_event.reform(|_: bool| ContactFormEvent::PaperToggled)}>
            { text.get(Msg::RECORD_FROM_PAPER) }
        </Choice>
    };
    let no =
        thumb_button(Rank::Plain, Html::default(), "decline", &props.on_declined, text.get(Msg::RECORD_NO));
    let yes = if props.saving {
        // A second press finds nothing that could be recorded twice.
        thumb_button(Rank::Plain, Html::default(), "saving", &Callback::noop(), text.get(Msg::RECORD_SAVING))
    } else {
        thumb_button(Rank::First, icon(Symbol::Check), "agree", &on_agreed, text.get(Msg::RECORD_YES))
    };
    let meaning = el("p", "small", [say(text.get(Msg::RECORD_YES_NO_MEAN))]);
    parts(vec![
        question(text.get(Msg::RECORD_CONSENT)),
        words,
        machine,
        own.unwrap_or_default(),
        paper,
        el("div", "answers", [el("div", "key-grid", [no, yes]), meaning]),
    ])
}

fn who_and_until_when(text: &Text, form: &ContactForm, erase_on: &str) -> AttrValue {
    let date = text.date(Date::Year, erase_on);
    match form.recipient_names().as_slice() {
        [] => text.with(Msg::RECORD_GOES_TO_TEAM, &[("date", date.into())]),
        names => text.with(Msg::RECORD_GOES_TO, &[("names", names.join(", ").into()), ("date", date.into())]),
    }
}
