//! Taking back by the code of a receipt: from any phone, also without a network.

use shared::seal::receipt::Secret;
use yew::prelude::*;

use crate::{
    components::{
        Button, Field, Input, Place, Rank, action_link, attrs, each, el, el_with, element, say, state_badge,
        when,
    },
    driver::use_repo,
    services::{spawn, use_services},
    team::{
        frame::Frame,
        local_notes::use_local_notes,
        recording::Recorder,
        session::DeviceSession,
        withdrawals::{Stage, Waiting, Withdrawals, mark_own, use_withdrawals},
    },
    text::{Msg, Text, use_text},
};

/// Properties of [`WithdrawPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct WithdrawPageProps {
    /// Whose phone it is.
    pub session: DeviceSession,
}

/// The page.
#[component]
pub fn WithdrawPage(props: &WithdrawPageProps) -> Html {
    let text = use_text();
    let services = use_services();
    let (repo, notes) = (use_repo(), use_local_notes());
    let handle = use_withdrawals();
    let typed = use_state(String::new);
    let said = use_state_eq(|| None::<Msg>);
    let on_submit = {
        let (typed, said, withdrawals) = (typed.clone(), said.clone(), handle.withdrawals.clone());
        let recorder = Recorder { services, repo, session: props.session.clone(), notes };
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            // A receipt's QR code is an address with the code behind #.
            let code = typed.rsplit('#').next().unwrap_or_default();
            let Some(secret) = Secret::parse(code) else {
                said.set(Some(Msg::TEAM_WITHDRAW_SHORT));
                return;
            };
            let (typed, said, withdrawals) = (typed.clone(), said.clone(), withdrawals.clone());
            let recorder = recorder.clone();
            spawn(async move {
                match withdrawals.add(&secret).await {
                    Ok(()) => {
                        mark_own(&recorder, &secret);
                        typed.set(String::new());
                        said.set(Some(Msg::TEAM_WITHDRAW_TAKEN));
                    }
                    Err(error) => {
                        recorder.services.platform.log(&error);
                        said.set(Some(Msg::TEAM_NOT_STORED));
                    }
                }
            });
        })
    };
    let on_input = {
        let (typed, said) = (typed.clone(), said.clone());
        Callback::from(move |code| {
            said.set(None);
            typed.set(code);
        })
    };
    let taken = *said == Some(Msg::TEAM_WITHDRAW_TAKEN);
    let warning = said.filter(|_| !taken).map(|said| text.get(said));
    let taken = when(taken, || say(text.get(Msg::TEAM_WITHDRAW_TAKEN)));
    let waiting = each(&handle.waiting, |waiting| line(&text, waiting, &handle.withdrawals));
    let content = el(
        "section",
        "stack",
        [
            el("h1", "", [say(text.get(Msg::TEAM_TITLE_WITHDRAW))]),
            el("p", "lead", [say(text.get(Msg::TEAM_WITHDRAW_LEAD))]),
            html! {
                <form class="stack" onsubmit={on_submit}>
                    <Field label={text.get(Msg::TEAM_WITHDRAW_CODE)} control="code" {warning}>
                        <Input id="code" value={(*typed).clone()} {on_input} />
                    </Field>
                    <div class="actions">
                        <Button rank={Rank::First} thumb=true submit=true action="withdraw-code">{ text.get(Msg::TEAM_WITHDRAW_SUBMIT) }</Button>
                    </div>
                </form>
            },
            el_with("p", attrs![("role", "status".into())], [taken]),
            element("ul", attrs![("class", "lines".into())], waiting),
        ],
    );
    html! { <Frame>{ content }</Frame> }
}

/// A code that waits; only its end is shown.
fn line(text: &Text, waiting: &Waiting, withdrawals: &Withdrawals) -> Html {
    let end = waiting.code.rsplit('-').next().unwrap_or_default();
    let (name, words) = match waiting.stage {
        Stage::Waits => ("waits", Msg::TEAM_WITHDRAW_WAITS),
        Stage::Unknown => ("unknown", Msg::TEAM_WITHDRAW_UNKNOWN),
    };
    let on_forget = {
        let (withdrawals, code) = (withdrawals.clone(), waiting.code.clone());
        Callback::from(move |()| withdrawals.forget(&code))
    };
    let forget = action_link(Html::default(), "forget-code", &on_forget, text.get(Msg::TEAM_WITHDRAW_FORGET));
    let code = attrs![("translate", "no".into())];
    el_with(
        "li",
        attrs![("data-withdrawal", name.into())],
        [
            el_with("strong", code, [say(format!("… {end}").into())]),
            el(
                "span",
                "",
                [
                    state_badge(text, Place::Phone, None),
                    el("br", "", []),
                    el("span", "small", [say(text.get(words))]),
                    el("br", "", []),
                    forget,
                ],
            ),
        ],
    )
}
