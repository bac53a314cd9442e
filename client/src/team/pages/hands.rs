//! Who holds the phone: a tap gives it to someone else; and the PIN of whoever has it.

use yew::prelude::*;

use super::pin_field::{PinAct, PinField};
use crate::{
    components::{
        Button, Field, Input, Rank, Symbol, action_button, action_link, attrs, each, el, element, icon,
        parts, pressable, say, section,
    },
    services::spawn,
    team::{
        frame::Frame,
        hands::{HandsHandle, use_hands},
        navigator::use_navigator,
        route::Route,
        state::hands::Volunteer,
    },
    text::{Msg, Text, use_text},
};

/// The page.
#[component]
pub fn HandsPage() -> Html {
    let text = use_text();
    let hands = use_hands();
    let navigator = use_navigator();
    let on_given = Callback::from(move |()| navigator.go(Route::Home.path()));
    let who = el(
        "section",
        "stack",
        [
            el("h1", "", [say(text.get(Msg::TEAM_TITLE_HANDS))]),
            el("p", "", [say(text.get(Msg::TEAM_HANDS_LEAD))]),
            holders(&text, &hands, &on_given),
            html! { <NameField /> },
        ],
    );
    let means = el("p", "", [say(text.get(Msg::TEAM_PIN_MEANS))]);
    let pin = match hands.hands.current().pin {
        None => html! { <PinField act={PinAct::Choose} /> },
        Some(_) => with_pin(&text, &hands),
    };
    html! { <Frame>{ who }{ section("pin-heading", text.get(Msg::TEAM_PIN), vec![means, pin]) }</Frame> }
}

/// Locks the phone, or takes its PIN away.
fn with_pin(text: &Text, hands: &HandsHandle) -> Html {
    let on_lock = {
        let hands = hands.clone();
        Callback::from(move |()| hands.lock())
    };
    let on_remove = {
        let hands = hands.clone();
        Callback::from(move |()| {
            let hands = hands.clone();
            spawn(async move { hands.remove_pin().await });
        })
    };
    let lock = text.get(Msg::TEAM_PIN_LOCK);
    let remove = text.get(Msg::TEAM_PIN_REMOVE);
    parts(vec![
        el("p", "small", [say(text.get(Msg::TEAM_PIN_IDLE))]),
        el(
            "div",
            "actions",
            [
                action_link(Html::default(), "remove-pin", &on_remove, remove),
                action_button(Rank::First, icon(Symbol::Lock), "lock", &on_lock, lock),
            ],
        ),
    ])
}

/// What a volunteer is called on this phone.
pub(super) fn name_of(text: &Text, volunteer: &Volunteer) -> AttrValue {
    match volunteer.name.as_str() {
        "" => text.get(Msg::TEAM_HANDS_FIRST),
        name => name.to_owned().into(),
    }
}

/// Everybody who records with this phone, as keys that give it to them.
pub(super) fn holders(text: &Text, hands: &HandsHandle, on_given: &Callback<()>) -> Html {
    let current = &hands.hands.current().id;
    let key = |volunteer: &Volunteer| {
        let (id, holds) = (volunteer.id.clone(), volunteer.id == *current);
        let attributes = attrs![
            ("type", "button".into()),
            ("class", "key".into()),
            ("data-holder", if holds { "yes" } else { "no" }.into()),
            ("aria-pressed", holds.to_string().into()),
        ];
        let (hands, on_given) = (hands.clone(), on_given.clone());
        let on_press = Callback::from(move |()| {
            hands.change(|held| held.given_to(&id));
            on_given.emit(());
        });
        let symbol = icon(if holds { Symbol::Check } else { Symbol::People });
        let name = el("span", "", [el("bdi", "", [say(name_of(text, volunteer))])]);
        el("li", "", [pressable(attributes, &on_press, vec![symbol, name])])
    };
    element("ul", attrs![("class", "key-grid".into())], each(hands.hands.volunteers(), key))
}

/// Asks for one's own name, then for that of the next.
#[component]
fn NameField() -> Html {
    let text = use_text();
    let hands = use_hands();
    let typed = use_state(String::new);
    let label = if hands.hands.current().name.is_empty() {
        Msg::TEAM_HANDS_OWN_NAME
    } else {
        Msg::TEAM_HANDS_OTHER_NAME
    };
    let on_submit = {
        let typed = typed.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = typed.trim();
            match name {
                "" => return,
                name if label == Msg::TEAM_HANDS_OWN_NAME => hands.change(|held| held.named(name)),
                name => hands.taken_by(name),
            }
            typed.set(String::new());
        })
    };
    let on_input = {
        let typed = typed.clone();
        Callback::from(move |name| typed.set(name))
    };
    html! {
        <form class="stack" onsubmit={on_submit}>
            <Field label={text.get(label)} control="volunteer" hint={text.get(Msg::TEAM_HANDS_NAME_HINT)}>
                <Input id="volunteer" value={(*typed).clone()} {on_input} describedby="volunteer-hint" />
            </Field>
            <div class="actions">
                <Button submit=true action="name">{ text.get(Msg::TEAM_HANDS_KEEP) }</Button>
            </div>
        </form>
    }
}
