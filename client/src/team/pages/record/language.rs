//! The visitor's language: the consent is shown in it, and the call comes in it if possible.

use std::collections::BTreeSet;

use shared::catalog::SmallPrint;
use yew::prelude::*;

use super::{consent::PURPOSE, question, slip::language_name};
use crate::{
    components::{Symbol, attrs, el, element, icon, parts, pressable, say},
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
        let name = el("span", "", [say(language_name(text, language))]);
        let language = language.to_owned();
        let attributes = attrs![
            ("type", "button".into()),
            ("class", "key".into()),
            ("data-language", language.clone().into()),
            ("aria-pressed", chosen.to_string().into()),
        ];
        let on_press = on_event.reform(move |()| ContactFormEvent::LanguageChosen(language.clone()));
        let symbol = icon(if chosen { Symbol::Check } else { Symbol::Globe });
        el("li", "", [pressable(attributes, &on_press, vec![symbol, name])])
    };
    let heading = question(text.get(Msg::RECORD_LANGUAGE));
    let keys = languages.into_iter().map(key).collect();
    parts(vec![heading, element("ul", attrs![("class", "key-grid".into())], keys)])
}
