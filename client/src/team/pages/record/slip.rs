//! The slip: what was said so far, line by line.

use yew::prelude::*;

use crate::{
    components::{Symbol, attrs, each, el, el_with, element, icon, pressable, say},
    team::state::contact_form::{Channel, ContactForm, ContactFormEvent, Matter, Step},
    text::{Msg, Text},
};

/// Four lines; a tap goes to any of them.
pub(super) fn slip(text: &Text, form: &ContactForm, on_event: &Callback<ContactFormEvent>) -> Html {
    let lines = each(&Step::ALL, |step| line(text, form, on_event, *step));
    let attributes = attrs![("class", "slip".into()), ("aria-label", text.get(Msg::RECORD_SLIP))];
    element("ol", attributes, lines)
}

fn line(text: &Text, form: &ContactForm, on_event: &Callback<ContactFormEvent>, step: Step) -> Html {
    let current = form.step == step;
    let (mark, value) = if form.is_filled(step) {
        (icon(Symbol::Check), value(text, form, step))
    } else {
        let ring = el_with("span", attrs![("class", "ring".into()), ("aria-hidden", "true".into())], []);
        (ring, text.get(if current { Msg::RECORD_NOW } else { Msg::RECORD_MISSING }))
    };
    let attributes = attrs![
        ("type", "button".into()),
        ("aria-current", if current { "step" } else { "" }.into()),
        ("data-step", step_name(step).into()),
    ];
    let on_press = on_event.reform(move |()| ContactFormEvent::StepChosen(step));
    let name = el("span", "name", [say(text.get(label(step)))]);
    let value = el("b", "", [el("bdi", "", [say(value)])]);
    el("li", "", [pressable(attributes, &on_press, vec![mark, name, value])])
}

fn label(step: Step) -> Msg {
    match step {
        Step::Wish => Msg::RECORD_STEP_WISH,
        Step::Reach => Msg::RECORD_STEP_REACH,
        Step::Language => Msg::RECORD_STEP_LANGUAGE,
        Step::Consent => Msg::RECORD_STEP_CONSENT,
    }
}

fn step_name(step: Step) -> &'static str {
    match step {
        Step::Wish => "wish",
        Step::Reach => "reach",
        Step::Language => "language",
        Step::Consent => "consent",
    }
}

fn value(text: &Text, form: &ContactForm, step: Step) -> AttrValue {
    match step {
        Step::Wish => subject(text, form),
        Step::Reach => match form.reach_shortened() {
            Some((Channel::Phone, number)) => text.with(Msg::RECORD_BY_PHONE, &[("number", number.into())]),
            Some((Channel::Email | Channel::Other, way)) => way.into(),
            None => form.name.trim().to_owned().into(),
        },
        Step::Language => language_name(text, &form.language),
        // It is never filled: agreeing finishes the form.
        Step::Consent => AttrValue::default(),
    }
}

/// What a contact is about, in a few words.
pub(in crate::team::pages) fn subject(text: &Text, form: &ContactForm) -> AttrValue {
    match (form.wishes.as_slice(), form.matter) {
        ([wish], _) => wish.title.clone().into(),
        ([wish, others @ ..], _) => {
            text.with(Msg::RECORD_AND_MORE, &[("title", (&wish.title).into()), ("n", others.len().into())])
        }
        ([], Some(matter)) => text.get(matter_label(matter)),
        ([], None) => text.get(Msg::RECORD_MATTER_QUESTION),
    }
}

/// The words for a matter.
pub(super) fn matter_label(matter: Matter) -> Msg {
    match matter {
        Matter::Question => Msg::RECORD_MATTER_QUESTION,
        Matter::Accreditation => Msg::RECORD_MATTER_ACCREDITATION,
        Matter::Networking => Msg::RECORD_MATTER_NETWORKING,
    }
}

/// The name of a language; a tag that has none stands for itself.
pub(super) fn language_name(text: &Text, language: &str) -> AttrValue {
    let name = match language {
        "de" => Msg::RECORD_LANGUAGE_DE,
        "en" => Msg::RECORD_LANGUAGE_EN,
        "ar" => Msg::RECORD_LANGUAGE_AR,
        "tr" => Msg::RECORD_LANGUAGE_TR,
        "ru" => Msg::RECORD_LANGUAGE_RU,
        "uk" => Msg::RECORD_LANGUAGE_UK,
        "pl" => Msg::RECORD_LANGUAGE_PL,
        "vi" => Msg::RECORD_LANGUAGE_VI,
        other => return other.to_owned().into(),
    };
    text.get(name)
}
