//! A newer version waits until nothing is unsent, and until the reader says that it may come.

use yew::prelude::*;

use super::app::use_notices;
use crate::{
    components::{BarKind, LinkButton, Symbol, bar},
    driver::use_connection,
    services::use_services,
    text::{Msg, use_text},
};

/// Offers the newer version, if there is one, until it is put off.
#[component]
pub fn UpdateBar() -> Html {
    let text = use_text();
    let platform = use_services().platform;
    let put_off = use_state(|| false);
    let unsent = use_connection().unconfirmed > 0;
    if !use_notices().update_ready || unsent || *put_off {
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
