//! A newer version waits: the reader says when it comes.

use yew::prelude::*;

use super::app::use_notices;
use crate::{
    components::{BarKind, LinkButton, Symbol, bar},
    services::use_services,
    text::{Msg, use_text},
};

/// Offers the newer version, if there is one, until it is put off.
#[component]
pub fn UpdateBar() -> Html {
    let text = use_text();
    let platform = use_services().platform;
    let put_off = use_state(|| false);
    if !use_notices().update_ready || *put_off {
        return Html::default();
    }
    let on_now = Callback::from(move |()| platform.apply_update());
    let on_later = Callback::from(move |()| put_off.set(true));
    let answers = html! {
        <>
            <LinkButton action="update" on_click={on_now}>{ text.get(Msg::TEAM_UPDATE_NOW) }</LinkButton>
            <LinkButton on_click={on_later}>{ text.get(Msg::TEAM_UPDATE_LATER) }</LinkButton>
        </>
    };
    bar(BarKind::Update, Symbol::Refresh, text.get(Msg::TEAM_UPDATE), answers)
}
