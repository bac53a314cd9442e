//! Erasing a contact for everyone and for good.

use serde_json::json;
use shared::document::DocumentId;
use yew::prelude::*;

use crate::{
    components::{Button, Rank, Symbol, section_head},
    services::{ApiError, Method, Services, spawn, use_services},
    team::{desk::route::DeskRoute, navigator::use_navigator},
    text::{Msg, use_text},
};

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Erasing {
    /// Not asked.
    No,
    /// Asked, not answered.
    Asked,
    /// The server was asked.
    Sending,
    /// There was no answer.
    Away,
    /// The server said no.
    Refused,
}

/// Which contact.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct EraseContactProps {
    /// Its document.
    pub(super) id: DocumentId,
    /// Date of its market; its contacts are shown afterwards.
    pub(super) date: AttrValue,
}

/// The button, the question, and what came of it.
#[component]
pub(super) fn EraseContact(props: &EraseContactProps) -> Html {
    let text = use_text();
    let services = use_services();
    let navigator = use_navigator();
    let erasing = use_state_eq(|| Erasing::No);
    let move_to = |to: Erasing| {
        let erasing = erasing.clone();
        Callback::from(move |()| erasing.set(to))
    };
    let on_confirm = {
        let (erasing, id) = (erasing.clone(), props.id);
        let contacts = DeskRoute::Contacts(props.date.to_string()).to_string();
        Callback::from(move |()| {
            erasing.set(Erasing::Sending);
            let (services, navigator) = (services.clone(), navigator.clone());
            let (erasing, contacts) = (erasing.clone(), contacts.clone());
            spawn(async move {
                match erase(&services, id).await {
                    Ok(()) => navigator.go(&contacts),
                    Err(failed) => erasing.set(failed),
                }
            });
        })
    };
    let button = |rank, action: &'static str, on_click: &Callback<()>, words| {
        let symbol = (rank == Rank::Danger).then_some(Symbol::Trash);
        html! { <Button {rank} {symbol} {action} on_click={on_click.clone()}>{ text.get(words) }</Button> }
    };
    let ask = || button(Rank::Danger, "erase", &move_to(Erasing::Asked), Msg::DESK_ERASE);
    let (role, words, answers) = match *erasing {
        Erasing::No => (None, Msg::DESK_ERASE_HINT, ask()),
        Erasing::Asked => {
            let yes = button(Rank::Danger, "erase-confirm", &on_confirm, Msg::DESK_ERASE_YES);
            let no = button(Rank::Plain, "erase-keep", &move_to(Erasing::No), Msg::DESK_ERASE_NO);
            (Some("alert"), Msg::DESK_ERASE_SURE, html! { <>{ yes }{ no }</> })
        }
        Erasing::Sending => (Some("status"), Msg::DESK_ERASING, Html::default()),
        Erasing::Away => (Some("alert"), Msg::DESK_ERASE_AWAY, ask()),
        Erasing::Refused => (Some("alert"), Msg::DESK_ERASE_REFUSED, ask()),
    };
    html! {
        <section class="stack no-print" aria-labelledby="loeschen">
            { section_head("loeschen", html! { { text.get(Msg::DESK_ERASE) } }, Html::default()) }
            <p {role}>{ text.get(words) }</p>
            <div class="actions">{ answers }</div>
        </section>
    }
}

/// The server erases it, tells everyone who has it, and this browser drops its copy when it hears so.
async fn erase(services: &Services, id: DocumentId) -> Result<(), Erasing> {
    let body = json!({ "documents": [id.to_string()] });
    let answer = services.api.call(Method::Post, "/api/erase", Some(body)).await;
    answer.map(|_counted| ()).map_err(|error| {
        services.platform.log(&error);
        match error {
            ApiError::Offline => Erasing::Away,
            ApiError::Refused { .. } | ApiError::Unreadable => Erasing::Refused,
        }
    })
}
