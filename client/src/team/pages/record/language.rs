//! The visitor's language: the consent is shown in it, and the call comes in it if possible.

use std::collections::BTreeSet;

use shared::catalog::SmallPrint;
use yew::prelude::*;

use super::{consent::PURPOSE, slip::language_name};
use crate::{
    components::{Symbol, icon},
    team::state::contact_form::{ContactForm, ContactFormEvent},
    text::{Msg, Text},
};

/// One key for each language that there is a consent text in.
pub(super) fn language_keys(
    text: &Text,
    form: &ContactForm,
    small_print: &SmallPrint,
    on_event: &Callback<ContactFormEvent>,
) -> Html {
    let languages: BTreeSet<&str> = small_print
        .consent
        .iter()
        .filter(|consent| consent.purpose == PURPOSE)
        .map(|consent| consent.language.as_str())
        .collect();
    let key = |language: &str| {
        let chosen = form.language == language;
        let language = language.to_owned();
        let label = language_name(text, &language);
        let onclick = {
            let language = language.clone();
            on_event.reform(move |_: MouseEvent| ContactFormEvent::LanguageChosen(language.clone()))
        };
        html! {
            <li key={language.clone()}>
                <button type="button" class="key" data-language={language} aria-pressed={chosen.to_string()} {onclick}>
                    { icon(if chosen { Symbol::Check } else { Symbol::Globe }) }<span>{ label }</span>
                </button>
            </li>
        }
    };
    html! {
        <>
            <h1 id="frage" tabindex="-1">{ text.get(Msg::RECORD_LANGUAGE) }</h1>
            <ul class="key-grid">{ for languages.into_iter().map(key) }</ul>
        </>
    }
}
