//! The receipt: code and QR, what it is about, and how far it has come.

use yew::prelude::*;

use super::stage::{badge, name, words};
use crate::{
    ask::{
        app::Here,
        state::request::{Kind, Request},
    },
    components::{Button, Rank, Symbol, icon, qr_of},
    route::{Form, Route},
    text::{Date, Msg, Text},
};

/// Torn paper.
const ZIGZAG: &str = "M0 0 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5";

/// The receipt of a request.
pub(super) fn receipt(here: &Here, request: &Request) -> Html {
    let text = &here.app.text;
    html! {
        <div data-request={name(request.stage)}>
            <div class="receipt">
                <div class="row row-between">
                    <h2>{ text.get(if request.code.is_some() { Msg::ASK_CODE } else { kind(request.kind) }) }</h2>
                    { badge(text, request.stage) }
                </div>
                if let Some(code) = &request.code {
                    <p class="code" dir="ltr" translate="no">{ code }</p>
                }
                <p role="status">{ words(text, request.stage) }</p>
                if let Some(code) = &request.code {
                    { qr_of(&address(here, code), text.with(Msg::ASK_QR, &[("code", code.into())])) }
                }
                { facts(text, request) }
            </div>
            <svg class="zigzag" viewBox="0 0 120 4" preserveAspectRatio="none" aria-hidden="true"><path d={ZIGZAG} /></svg>
        </div>
    }
}

/// What a request is called.
pub(super) fn kind(kind: Kind) -> Msg {
    match kind {
        Kind::Contact => Msg::ASK_KIND_CONTACT,
        Kind::Question => Msg::ASK_KIND_QUESTION,
        Kind::Accreditation => Msg::ASK_KIND_ACCREDITATION,
        Kind::Feedback => Msg::ASK_KIND_FEEDBACK,
    }
}

/// The secret stands in the fragment, which browsers send to no server.
fn address(here: &Here, code: &str) -> AttrValue {
    let page = Route::Receipt.path(here.app.text.language());
    format!("{}{page}#{}", here.app.ports.page.origin(), code.replace('-', "")).into()
}

fn facts(text: &Text, request: &Request) -> Html {
    let fact = |symbol, name: Msg, value: Html| {
        html! { <div>{ icon(symbol) }<dt>{ text.get(name) }</dt><dd>{ value }</dd></div> }
    };
    let about: AttrValue =
        if request.about.is_empty() { text.get(kind(request.kind)) } else { request.about.clone().into() };
    let who: AttrValue = if request.recipient.is_empty() {
        text.get(Msg::ASK_FACT_TEAM)
    } else {
        request.recipient.clone().into()
    };
    html! {
        <dl class="lines" data-kind="facts">
            if request.code.is_some() {
                { fact(Symbol::Pencil, Msg::ASK_FACT_ABOUT, html! { <bdi>{ about }</bdi> }) }
                { fact(Symbol::People, Msg::ASK_FACT_WHO, html! { <bdi>{ who }</bdi> }) }
            }
            { fact(Symbol::Trash, Msg::ASK_FACT_ERASED, html! { { text.date(Date::Year, &request.erase_on) } }) }
        </dl>
    }
}

/// The receipt, and the way on.
pub(super) fn done(here: &Here, nonce: &str, introduced: Html) -> Html {
    let text = &here.app.text;
    let language = text.language();
    let Some(request) = here.request(nonce) else {
        // Taken back on this very page.
        return html! { <section class="stack">{ introduced }<p role="status">{ text.get(Msg::ASK_WITHDRAWN) }</p></section> };
    };
    let is_feedback = request.kind == Kind::Feedback;
    html! {
        <section class="stack">
            <h1 id="fertig" tabindex="-1">{ text.get(if is_feedback { Msg::ASK_DONE_FEEDBACK } else { Msg::ASK_DONE }) }</h1>
            if is_feedback {
                <p class="lead">{ text.get(Msg::ASK_DONE_FEEDBACK_SAYS) }</p>
            }
            { receipt(here, request) }
            if !is_feedback {
                <p><strong>{ text.get(Msg::ASK_PHOTO) }</strong>{ " " }{ text.get(Msg::ASK_PHOTO_WHY) }</p>
            }
            <div class="actions">
                <Button rank={Rank::First} href={Route::Today.path(language)}>{ text.get(Msg::ASK_TO_MARKET) }</Button>
                <Button symbol={Symbol::List} href={Route::Form(Form::Requests).path(language)} action="requests">{ text.get(Msg::ASK_REQUESTS) }</Button>
            </div>
        </section>
    }
}
