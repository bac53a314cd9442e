//! How the person is reached; a hint never blocks.

use yew::prelude::*;

use crate::{
    ask::state::contact_form::{Channel, ContactForm, ContactFormEvent},
    components::{Choice, ChoiceKind, Choices, Field, Input, Symbol, icon},
    forms::reach_hint::{ReachHint, email_hint, phone_hint},
    text::{Msg, Text},
};

/// One way at a time; what was typed for another one is kept.
pub(super) fn reach(text: &Text, form: &ContactForm, on_event: &Callback<ContactFormEvent>) -> Html {
    let (label, kind, autocomplete, hint) = match form.channel {
        Channel::Phone => (Msg::ASK_PHONE, "tel", "tel", phone_hint(&form.phone)),
        Channel::Email => (Msg::ASK_EMAIL, "email", "email", email_hint(&form.email)),
        Channel::Other => (Msg::ASK_OTHER, "text", "off", None),
    };
    let way = |channel: Channel, symbol, label: Msg, name: &'static str| {
        let on_change = on_event.reform(move |_: bool| ContactFormEvent::ChannelChosen(channel));
        html! {
            <Choice kind={ChoiceKind::Radio} name="weg" value={name} checked={form.channel == channel} {on_change}>
                { icon(symbol) }{ text.get(label) }
            </Choice>
        }
    };
    let legend = html! { { text.get(Msg::ASK_CHANNEL) } };
    let described = (form.channel == Channel::Other).then_some(AttrValue::Static("reach-hint"));
    let helps = described.is_some().then(|| text.get(Msg::ASK_OTHER_HINT));
    html! {
        <>
            <Choices {legend}>
                { way(Channel::Phone, Symbol::Phone, Msg::ASK_CHANNEL_PHONE, "phone") }
                { way(Channel::Email, Symbol::Mail, Msg::ASK_CHANNEL_EMAIL, "email") }
                { way(Channel::Other, Symbol::People, Msg::ASK_CHANNEL_OTHER, "other") }
            </Choices>
            <Field label={text.get(label)} control="reach" hint={helps} warning={hint.map(|hint| text.get(hint_words(hint)))}>
                <Input id="reach" {kind} inputmode={kind} {autocomplete} describedby={described} value={form.reach().to_owned()} on_input={on_event.reform(ContactFormEvent::ReachTyped)} />
            </Field>
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
