//! The consent: spoken or shown in the visitor's language; "yes" records at once.

use std::rc::Rc;

use shared::catalog::{Catalog, SmallPrint};
use yew::prelude::*;

use super::slip::language_name;
use crate::{
    components::{Button, Choice, ChoiceKind, Rank, Symbol},
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
        return html! { <p role="alert">{ text.get(Msg::RECORD_NO_CONSENT) }</p> };
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
    html! {
        <>
            <h1 id="frage" tabindex="-1">{ text.get(Msg::RECORD_CONSENT) }</h1>
            <div class="say" lang={shown.language.clone()} dir={direction(&shown.language)}>
                <p>{ &shown.text }</p>
                <p class="small" lang={text.language().to_owned()} dir={text.dir()}>{ who_and_until_when(&text, form, &erase_on) }</p>
            </div>
            if shown.machine {
                <p class="small">{ text.get(Msg::RECORD_CONSENT_MACHINE) }</p>
            }
            if let Some(own) = own {
                <details class="small">
                    <summary class="link">{ text.with(Msg::RECORD_CONSENT_OWN, &[("language", language_name(&text, &own.language).into())]) }</summary>
                    <p>{ &own.text }</p>
                </details>
            }
            <Choice kind={ChoiceKind::Checkbox} name="paper" tag=true checked={form.from_paper} on_change={props.on_event.reform(|_: bool| ContactFormEvent::PaperToggled)}>
                { text.get(Msg::RECORD_FROM_PAPER) }
            </Choice>
            <div class="answers">
            <div class="key-grid">
                <Button thumb=true action="decline" on_click={props.on_declined.clone()}>{ text.get(Msg::RECORD_NO) }</Button>
                if props.saving {
                    <Button rank={Rank::First} thumb=true unavailable={text.get(Msg::RECORD_SAVING)}>{ text.get(Msg::RECORD_SAVING) }</Button>
                } else {
                    <Button rank={Rank::First} thumb=true symbol={Symbol::Check} action="agree" on_click={on_agreed}>{ text.get(Msg::RECORD_YES) }</Button>
                }
            </div>
            <p class="small">{ text.get(Msg::RECORD_YES_NO_MEAN) }</p>
            </div>
        </>
    }
}

fn who_and_until_when(text: &Text, form: &ContactForm, erase_on: &str) -> AttrValue {
    let date = text.date(Date::Year, erase_on);
    match form.recipient_names().as_slice() {
        [] => text.with(Msg::RECORD_GOES_TO_TEAM, &[("date", date.into())]),
        names => text.with(Msg::RECORD_GOES_TO, &[("names", names.join(", ").into()), ("date", date.into())]),
    }
}
