//! What was sent from this phone, or waits to be: state, receipt, taking back.

use yew::prelude::*;

use super::{
    receipt::{kind, receipt},
    stage::{badge, name, words},
};
use crate::{
    ask::{
        about::{HEADING, introduction},
        app::Here,
        state::request::{Request, Stage},
    },
    components::{Button, Drawing, Rank, Symbol, empty},
    route::Route,
    text::{Date, Msg},
};

/// Properties of [`RequestsPage`].
#[derive(Clone, PartialEq, Properties)]
pub(in crate::ask) struct RequestsPageProps {
    pub(in crate::ask) here: Here,
}

/// The question before something is taken back: there is one at most.
const QUESTION: &str = "wirklich";

/// The page.
#[component]
pub(in crate::ask) fn RequestsPage(props: &RequestsPageProps) -> Html {
    let here = &props.here;
    let text = &here.app.text;
    // Which one is asked about, and whether one was taken back.
    let asked = use_state(|| None::<String>);
    let was_taken_back = use_state(|| false);
    let introduced = introduction(&here.around());
    use_effect_with((*asked).clone(), {
        let page = here.app.ports.page.clone();
        move |asked| {
            if asked.is_some() {
                page.focus(QUESTION);
            }
        }
    });
    let Some(requests) = &here.requests else {
        return html! { <section class="stack">{ introduced }</section> };
    };
    html! {
        <section class="stack">
            { introduced }
            // Always there, so that screen readers hear it change.
            <p role="status">
                if *was_taken_back && requests.iter().all(|request| request.stage != Stage::Withdrawing) {
                    <strong>{ text.get(Msg::ASK_WITHDRAWN) }</strong>
                }
            </p>
            if requests.is_empty() {
                { empty(Some(Drawing::Table), html! { <>
                    <p>{ text.get(Msg::ASK_REQUESTS_NONE) }</p>
                    <Button rank={Rank::First} href={Route::Offers.path(text.language())}>{ text.get(Msg::ASK_FIND) }</Button>
                </> }) }
            } else {
                <ol class="requests">{ for requests.iter().map(|request| entry(here, request, &asked, &was_taken_back)) }</ol>
            }
        </section>
    }
}

fn entry(
    here: &Here,
    request: &Request,
    asked: &UseStateHandle<Option<String>>,
    was_taken_back: &UseStateHandle<bool>,
) -> Html {
    let text = &here.app.text;
    let date = text.date(Date::Day, &request.made_on);
    let heading = text
        .with(Msg::ASK_REQUEST_OF, &[("kind", text.get(kind(request.kind)).into()), ("date", date.into())]);
    let names: Vec<&str> = [&request.about, &request.recipient]
        .into_iter()
        .map(String::as_str)
        .filter(|name| !name.is_empty())
        .collect();
    let entry_id = format!("anfrage-{}", request.nonce);
    let focus = |id: &str| {
        let (page, id) = (here.app.ports.page.clone(), id.to_owned());
        move || page.focus(&id)
    };
    let ask = {
        let (asked, nonce) = (asked.clone(), request.nonce.clone());
        Callback::from(move |()| asked.set(Some(nonce.clone())))
    };
    let keep = {
        let (asked, focus) = (asked.clone(), focus(&entry_id));
        Callback::from(move |()| {
            focus();
            asked.set(None);
        })
    };
    let take_back = {
        let (outbox, nonce) = (here.outbox.clone(), request.nonce.clone());
        let (asked, was_taken_back) = (asked.clone(), was_taken_back.clone());
        let focus = focus(HEADING);
        Callback::from(move |()| {
            focus();
            asked.set(None);
            was_taken_back.set(true);
            outbox.take_back(&nonce);
        })
    };
    let forget = {
        let (outbox, nonce, focus) = (here.outbox.clone(), request.nonce.clone(), focus(HEADING));
        Callback::from(move |()| {
            focus();
            outbox.take_back(&nonce);
        })
    };
    let send = {
        let outbox = here.outbox.clone();
        Callback::from(move |()| outbox.work())
    };
    let is_asked = asked.as_deref() == Some(request.nonce.as_str());
    let can_be_taken_back = match request.stage {
        Stage::Phone => true,
        Stage::Server | Stage::Opened => request.code.is_some(),
        Stage::Withdrawing | Stage::Erased | Stage::Refused | Stage::TooLate => false,
    };
    let is_over = !can_be_taken_back && request.stage != Stage::Withdrawing;
    html! {
        <li class="stack" key={request.nonce.clone()} data-entry={name(request.stage)}>
            <div class="row row-between">
                <h2 id={entry_id} tabindex="-1">{ heading }</h2>
                { badge(text, request.stage) }
            </div>
            if !names.is_empty() {
                <p><bdi>{ names.join(", ") }</bdi></p>
            }
            <p role="status">{ words(text, request.stage) }</p>
            if request.code.is_some() && can_be_taken_back {
                <details>
                    <summary class="link" data-action="show-receipt">{ text.get(Msg::ASK_SHOW_RECEIPT) }</summary>
                    { receipt(here, request) }
                </details>
            }
            if is_asked {
                <p role="alert" id={QUESTION} tabindex="-1"><strong>{ text.get(Msg::ASK_WITHDRAW_SURE) }</strong></p>
                <div class="actions">
                    <Button rank={Rank::Danger} symbol={Symbol::Trash} action="withdraw-confirm" on_click={take_back}>{ text.get(Msg::ASK_WITHDRAW_YES) }</Button>
                    <Button action="withdraw-keep" on_click={keep}>{ text.get(Msg::ASK_WITHDRAW_NO) }</Button>
                </div>
            } else {
                <div class="actions">
                    if request.stage == Stage::Phone {
                        <Button symbol={Symbol::Send} action="send-now" on_click={send}>{ text.get(Msg::ASK_SEND_NOW) }</Button>
                    }
                    if can_be_taken_back {
                        <Button rank={Rank::Danger} symbol={Symbol::Trash} action="withdraw" on_click={ask}>{ text.get(Msg::ASK_WITHDRAW) }</Button>
                    }
                    if is_over {
                        <Button symbol={Symbol::Close} action="forget" on_click={forget}>{ text.get(Msg::ASK_FORGET) }</Button>
                    }
                </div>
            }
        </li>
    }
}
