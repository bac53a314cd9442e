//! The visitor's language: the consent is shown in it, and the call comes in it if possible.

use std::{collections::BTreeSet, rc::Rc};

use shared::catalog::SmallPrint;
use yew::prelude::*;

use super::{consent::PURPOSE, slip::language_name};
use crate::{
    components::{Symbol, icon},
    team::state::contact_form::{ContactForm, ContactFormEvent},
    text::{Msg, use_text},
};

/// Properties of [`LanguageKeys`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LanguageKeysProps {
    pub(super) form: ContactForm,
    pub(super) small_print: Rc<SmallPrint>,
    pub(super) on_event: Callback<ContactFormEvent>,
}

/// One key for each language that there is a consent text in.
#[component]
pub(super) fn LanguageKeys(props: &LanguageKeysProps) -> Html {
    let text = use_text();
    let languages: BTreeSet<&str> = props
        .small_print
        .consent
        .iter()
        .filter(|consent| consent.purpose == PURPOSE)
        .map(|consent| consent.language.as_str())
        .collect();
    let key = |language: &str| {
        let chosen = props.form.language == language;
        let language = language.to_owned();
        let label = language_name(&text, &language);
        let onclick = {
            let language = language.clone();
            props.on_event.reform(move |_: MouseEvent| ContactFormEvent::LanguageChosen(language.clone()))
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
