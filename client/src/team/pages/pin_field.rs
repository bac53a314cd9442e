//! The field for a PIN: to open the phone, or to choose one.

use yew::prelude::*;

use crate::{
    components::{Button, Field, Input, Rank},
    services::{spawn, use_services},
    team::{
        hands::{PinError, use_hands},
        state::hands::may_be_pin,
    },
    text::{Msg, use_text},
};

/// What a PIN is typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PinAct {
    /// To go on.
    Open,
    /// To have one.
    Choose,
}

/// Properties of [`PinField`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PinFieldProps {
    pub(super) act: PinAct,
}

/// The field with its button.
#[component]
pub(super) fn PinField(props: &PinFieldProps) -> Html {
    let text = use_text();
    let services = use_services();
    let hands = use_hands();
    let typed = use_state(String::new);
    let working = use_state_eq(|| false);
    let trouble = use_state_eq(|| None::<Msg>);
    let act = props.act;
    let (label, words) = match act {
        PinAct::Open => (Msg::TEAM_PIN, Msg::TEAM_PIN_OPEN),
        PinAct::Choose => (Msg::TEAM_PIN_NEW, Msg::TEAM_PIN_CHOOSE),
    };
    let on_submit = {
        let (typed, working, trouble) = (typed.clone(), working.clone(), trouble.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let pin = typed.trim().to_owned();
            if *working {
                return;
            }
            if !may_be_pin(&pin) {
                trouble.set(Some(Msg::TEAM_PIN_SHORT));
                return;
            }
            working.set(true);
            let (services, hands) = (services.clone(), hands.clone());
            let (typed, working, trouble) = (typed.clone(), working.clone(), trouble.clone());
            spawn(async move {
                let done = match act {
                    PinAct::Open => hands.open(&pin).await,
                    PinAct::Choose => hands.set_pin(Some(&pin)).await,
                };
                trouble.set(done.err().map(|error| {
                    services.platform.log(&error);
                    match (act, error) {
                        (PinAct::Open, PinError::Key(_)) => Msg::TEAM_PIN_WRONG,
                        _ => Msg::TEAM_PIN_FAILED,
                    }
                }));
                working.set(false);
                typed.set(String::new());
            });
        })
    };
    let on_input = {
        let typed = typed.clone();
        Callback::from(move |pin| typed.set(pin))
    };
    html! {
        <form class="stack" onsubmit={on_submit}>
            <Field label={text.get(label)} control="pin" warning={trouble.map(|trouble| text.get(trouble))}>
                <Input id="pin" kind="password" inputmode="numeric" value={(*typed).clone()} {on_input} />
            </Field>
            <div class="actions">
                <Button rank={Rank::First} thumb=true submit=true action="pin">{ text.get(if *working { Msg::TEAM_PIN_CHECKING } else { words }) }</Button>
            </div>
        </form>
    }
}
