//! How the visitor is reached. Everything is optional; a hint never blocks.

use yew::prelude::*;

use super::question;
use crate::{
    components::{Field, Input, Symbol, TextArea, attrs, el, element, icon, pressable, say},
    forms::reach_hint::{ReachHint, email_hint, phone_hint},
    team::state::contact_form::{Channel, ContactForm, ContactFormEvent},
    text::{Msg, Text},
};

/// Name, and one way to be reached at a time.
pub(in crate::team::pages) fn reach_keys(
    text: &Text,
    form: &ContactForm,
    on_event: &Callback<ContactFormEvent>,
) -> Html {
    let (label, kind, inputmode, hint) = match form.channel {
        Channel::Phone => (Msg::RECORD_PHONE, "tel", "tel", phone_hint(&form.phone)),
        Channel::Email => (Msg::RECORD_EMAIL, "email", "email", email_hint(&form.email)),
        Channel::Other => (Msg::RECORD_OTHER, "text", "text", None),
    };
    let channel_key = |channel: Channel| {
        let (symbol, label, name) = match channel {
            Channel::Phone => (Symbol::Phone, Msg::RECORD_CHANNEL_PHONE, "phone"),
            Channel::Email => (Symbol::Mail, Msg::RECORD_CHANNEL_EMAIL, "email"),
            Channel::Other => (Symbol::People, Msg::RECORD_CHANNEL_OTHER, "other"),
        };
        let attributes = attrs![
            ("type", "button".into()),
            ("class", "key".into()),
            ("data-channel", name.into()),
            ("aria-pressed", (form.channel == channel).to_string().into()),
        ];
        let on_press = on_event.reform(move |()| ContactFormEvent::ChannelChosen(channel));
        let label = el("span", "", [say(text.get(label))]);
        el("li", "", [pressable(attributes, &on_press, vec![icon(symbol), label])])
    };
    let channels = attrs![("class", "key-grid".into()), ("aria-label", text.get(Msg::RECORD_CHANNELS))];
    let channels = element("ul", channels, Channel::ALL.into_iter().map(channel_key).collect());
    html! {
        <>
            { question(text.get(Msg::RECORD_REACH)) }
            <Field label={text.get(Msg::RECORD_NAME)} control="name">
                <Input id="name" value={form.name.clone()} on_input={on_event.reform(ContactFormEvent::NameTyped)} enterkeyhint="next" />
            </Field>
            { channels }
            <Field label={text.get(label)} control="reach" warning={hint.map(|hint| text.get(hint_words(hint)))}>
                <Input id="reach" {kind} {inputmode} value={form.reach().to_owned()} on_input={on_event.reform(ContactFormEvent::ReachTyped)} />
            </Field>
            <details class="small">
                <summary class="link">{ text.get(Msg::RECORD_NOTE_OPEN) }</summary>
                <Field label={text.get(Msg::RECORD_NOTE)} control="note" hint={text.get(Msg::RECORD_NOTE_HINT)}>
                    <TextArea id="note" rows={2} value={form.note.clone()} on_input={on_event.reform(ContactFormEvent::NoteTyped)} />
                </Field>
            </details>
        </>
    }
}

fn hint_words(hint: ReachHint) -> Msg {
    match hint {
        ReachHint::PhoneTooShort => Msg::RECORD_HINT_PHONE_SHORT,
        ReachHint::PhoneTooLong => Msg::RECORD_HINT_PHONE_LONG,
        ReachHint::PhoneHasLetters => Msg::RECORD_HINT_PHONE_LETTERS,
        ReachHint::EmailIncomplete => Msg::RECORD_HINT_EMAIL,
        ReachHint::EmailHasSpace => Msg::RECORD_HINT_EMAIL_SPACE,
    }
}
