//! How long contacts stay open.

use shared::document::MarketKey;
use yew::prelude::*;

use crate::{
    components::{Button, Symbol, icon},
    services::use_services,
    team::desk::{lock::KeysEvent, use_desk, vault::VaultEvent},
    text::{Msg, use_text},
};

/// Of which market.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::team::desk::pages) struct LockSignProps {
    /// The market.
    pub(in crate::team::desk::pages) market: MarketKey,
}

/// Says how long contacts stay open, and closes them.
#[component]
pub(in crate::team::desk::pages) fn LockSign(props: &LockSignProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let market = props.market.to_string();
    let until = desk.vault.keys().locks_at_ms(&market).map(|ms| desk.words.time(&services, ms));
    let lock = {
        let vault = desk.vault.clone();
        Callback::from(move |()| {
            vault.dispatch(VaultEvent::Keys(KeysEvent::KeyLocked { market: market.clone() }));
        })
    };
    html! {
        <div class="row no-print">
            if let Some(until) = until {
                <p class="sign">{ icon(Symbol::Lock) }{ text.with(Msg::DESK_KEY_UNTIL, &[("time", until.into())]) }</p>
            }
            <Button on_click={lock} action="lock">{ text.get(Msg::DESK_KEY_LOCK) }</Button>
        </div>
    }
}
