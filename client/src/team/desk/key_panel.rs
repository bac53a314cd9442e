//! The market's key on the screen: none yet, locked, or unlocked.

use std::rc::Rc;

use serde_json::json;
use shared::{
    document::{DocumentId, MarketKey, tree},
    model::Market,
    seal::{
        PrivateKey, fingerprint,
        keyring::{UnwrapError, unwrap, wrap},
        receipt::Secret,
    },
};
use yew::prelude::*;

use super::{
    DeskState,
    key_setup::{KeySetUp, NewPassphrase},
    keyring::{Keyring, KeyringState, MemberCopy, RECOVERY, put, use_keyring},
    lock::KeysEvent,
    pause::pause,
    sign_in::store,
    use_desk,
    vault::VaultEvent,
};
use crate::{
    components::{Button, Cloth, ClothBox, Field, Input, LinkButton, Rank, Symbol, icon},
    driver::{Repo, use_repo},
    services::{ApiError, Services, random_bytes, spawn, use_services},
    text::{Msg, use_text},
};

/// Which market, and what it says of its key.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct KeyPanelProps {
    /// The market.
    pub(crate) market: MarketKey,
}

/// The panel.
#[component]
pub(crate) fn KeyPanel(props: &KeyPanelProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let (keyring, ask_again) = use_keyring(props.market.clone());
    let setting_up = use_state(|| false);
    let recovering = use_state(|| false);
    let known_key = desk.data.market(&props.market).and_then(|market| market.sealing_key.clone());

    if !*setting_up && desk.vault.keys().key(props.market.as_str()).is_some() {
        return html! { <Unlocked market={props.market.clone()} /> };
    }
    let member = desk.member.member.to_string();
    let on_done = {
        let (setting_up, recovering, ask_again) = (setting_up.clone(), recovering.clone(), ask_again.clone());
        Callback::from(move |()| {
            setting_up.set(false);
            recovering.set(false);
            ask_again.emit(());
        })
    };
    let begin = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |()| state.set(true))
    };
    if *setting_up {
        return html! { <KeySetUp market={props.market.clone()} {on_done} /> };
    }
    match keyring {
        KeyringState::Asking => html! {
            <ClothBox heading={text.get(Msg::DESK_KEY)} symbol={Symbol::Lock}>
                <p role="status">{ text.get(Msg::DESK_KEY_ASKING) }</p>
            </ClothBox>
        },
        KeyringState::Offline | KeyringState::Failed => html! {
            <ClothBox cloth={Cloth::Sun} heading={text.get(Msg::DESK_KEY)} symbol={Symbol::Offline}>
                <p role="status">
                    { text.get(match keyring {
                        KeyringState::Offline => Msg::DESK_KEY_OFFLINE,
                        _ => Msg::DESK_KEY_FAILED,
                    }) }
                </p>
                <div class="row">
                    <Button symbol={Symbol::Refresh} on_click={ask_again}>{ text.get(Msg::DESK_TRY_AGAIN) }</Button>
                </div>
            </ClothBox>
        },
        KeyringState::Known(keyring) if keyring.is_empty() && known_key.is_none() => html! {
            <ClothBox cloth={Cloth::Sun} heading={text.get(Msg::DESK_KEY_NONE)} symbol={Symbol::Lock} id="key-none">
                <p>{ text.get(Msg::DESK_KEY_NONE_HINT) }</p>
                if desk.data.market(&props.market).is_none() {
                    <p class="warn">{ icon(Symbol::Clock) }<span>{ text.get(Msg::DESK_MARKET_ON_ITS_WAY) }</span></p>
                } else {
                    <div class="row">
                        <Button rank={Rank::First} symbol={Symbol::Lock} on_click={begin(&setting_up)} action="create-key">
                            { text.get(Msg::DESK_KEY_CREATE) }
                        </Button>
                    </div>
                }
            </ClothBox>
        },
        KeyringState::Known(keyring) => {
            let own = keyring.copy_of(&member).is_some();
            if own && !*recovering {
                html! {
                    <Unlock market={props.market.clone()} {keyring} on_forgotten={begin(&recovering)} {services} />
                }
            } else if keyring.recovery.is_some() {
                html! { <Recover market={props.market.clone()} {keyring} first={!own} {on_done} {services} /> }
            } else {
                html! {
                    <ClothBox cloth={Cloth::Brick} heading={text.get(Msg::DESK_KEY_NO_COPY)} symbol={Symbol::Lock}>
                        <p>{ text.get(Msg::DESK_KEY_NO_COPY_HINT) }</p>
                    </ClothBox>
                }
            }
        }
    }
}

#[component]
fn Unlocked(props: &KeyPanelProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let market = props.market.to_string();
    let until = desk.vault.keys().locks_at_ms(&market).map(|ms| desk.words.time(&services, ms));
    let key = desk.vault.keys().key(&market).map(|key| fingerprint(&key.public()));
    let lock = {
        let vault = desk.vault.clone();
        Callback::from(move |()| {
            vault.dispatch(VaultEvent::Keys(KeysEvent::KeyLocked { market: market.clone() }));
        })
    };
    html! {
        <ClothBox cloth={Cloth::Meadow} heading={text.get(Msg::DESK_KEY_UNLOCKED)} symbol={Symbol::Check} id="key-unlocked">
            if let Some(until) = until {
                <p>{ text.with(Msg::DESK_KEY_UNTIL, &[("time", until.into())]) }</p>
            }
            if let Some(fingerprint) = key {
                <details>
                    <summary class="link">{ text.get(Msg::DESK_KEY_FINGERPRINT) }</summary>
                    <p class="hint">{ text.get(Msg::DESK_KEY_FINGERPRINT_HINT) }</p>
                    <p><code dir="ltr">{ grouped(&fingerprint) }</code></p>
                </details>
            }
            <div class="row">
                <Button symbol={Symbol::Lock} on_click={lock} action="lock">{ text.get(Msg::DESK_KEY_LOCK) }</Button>
            </div>
        </ClothBox>
    }
}

/// Four characters at a time, as people compare them.
fn grouped(text: &str) -> String {
    text.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}

#[derive(Clone, PartialEq, Properties)]
struct UnlockProps {
    market: MarketKey,
    keyring: Keyring,
    services: Services,
    on_forgotten: Callback<()>,
}

#[component]
fn Unlock(props: &UnlockProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let repo = use_repo();
    let passphrase = use_state(AttrValue::default);
    let busy = use_state(|| false);
    let failed = use_state(|| None::<Msg>);

    let on_submit = {
        let (passphrase, busy, failed) = (passphrase.clone(), busy.clone(), failed.clone());
        let (props, desk) = (props.clone(), desk.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if *busy || passphrase.is_empty() {
                return;
            }
            busy.set(true);
            failed.set(None);
            let (passphrase, busy, failed) = (passphrase.clone(), busy.clone(), failed.clone());
            let (props, desk, repo) = (props.clone(), desk.clone(), repo.clone());
            spawn(async move {
                pause(&props.services).await;
                let member = desk.member.member.to_string();
                let market = props.market.as_str();
                let opened =
                    props.keyring.copy_of(&member).map(|copy| unwrap(copy, &passphrase, market, &member));
                match opened {
                    Some(Ok(key)) => match fits(&repo, &props.market, &key) {
                        Ok(()) => {
                            let now_ms = props.services.clock.now_ms();
                            desk.vault.dispatch(VaultEvent::Keys(KeysEvent::KeyUnlocked {
                                market: market.to_owned(),
                                key: Rc::new(key),
                                now_ms,
                            }));
                            return;
                        }
                        Err(why) => failed.set(Some(why)),
                    },
                    Some(Err(UnwrapError::WrongPassphrase)) => {
                        failed.set(Some(Msg::DESK_KEY_WRONG));
                    }
                    Some(Err(UnwrapError::Damaged)) | None => {
                        failed.set(Some(Msg::DESK_KEY_DAMAGED));
                    }
                }
                busy.set(false);
            });
        })
    };
    html! {
        <ClothBox cloth={Cloth::Sky} heading={text.get(Msg::DESK_KEY_LOCKED)} symbol={Symbol::Lock} id="key-locked">
            <p>{ text.get(Msg::DESK_KEY_LOCKED_HINT) }</p>
            <form class="stack" onsubmit={on_submit}>
                <Field label={text.get(Msg::DESK_PASSPHRASE)} control="passphrase">
                    <Input id="passphrase" name="passphrase" kind="password" autocomplete="current-password" value={(*passphrase).clone()} on_input={store(&passphrase)} />
                </Field>
                if let Some(failed) = *failed {
                    <p class="warn" role="alert">{ icon(Symbol::Alert) }<span>{ text.get(failed) }</span></p>
                }
                if *busy {
                    <p role="status">{ text.get(Msg::DESK_KEY_UNLOCKING) }</p>
                }
                <div class="row">
                    <Button rank={Rank::First} symbol={Symbol::Lock} submit=true action="unlock" unavailable={busy.then(|| text.get(Msg::DESK_KEY_UNLOCKING))}>
                        { text.get(Msg::DESK_KEY_UNLOCK) }
                    </Button>
                    if props.keyring.recovery.is_some() {
                        <LinkButton on_click={props.on_forgotten.clone()}>{ text.get(Msg::DESK_KEY_FORGOTTEN) }</LinkButton>
                    }
                </div>
            </form>
        </ClothBox>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RecoverProps {
    market: MarketKey,
    keyring: Keyring,
    services: Services,
    /// Whether this organiser never had a copy.
    first: bool,
    on_done: Callback<()>,
}

/// With the recovery code an organiser gets a copy of the key under a passphrase of their own.
#[component]
fn Recover(props: &RecoverProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let repo = use_repo();
    let code = use_state(AttrValue::default);
    let passphrase = use_state(|| None::<AttrValue>);
    let busy = use_state(|| None::<Msg>);
    let failed = use_state(|| None::<Msg>);

    let on_submit = {
        let (code, passphrase, busy, failed) =
            (code.clone(), passphrase.clone(), busy.clone(), failed.clone());
        let props = props.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if busy.is_some() {
                return;
            }
            let Some(secret) = Secret::parse(&code) else {
                failed.set(Some(Msg::DESK_RECOVERY_NO_CODE));
                return;
            };
            let Some(passphrase) = (*passphrase).clone() else {
                failed.set(Some(Msg::DESK_PASSPHRASE_MISSING));
                return;
            };
            failed.set(None);
            busy.set(Some(Msg::DESK_KEY_UNLOCKING));
            let (props, desk, repo) = (props.clone(), desk.clone(), repo.clone());
            let (busy, failed) = (busy.clone(), failed.clone());
            spawn(async move {
                let done = recover(&props, &desk, &repo, &secret, &passphrase, &busy).await;
                busy.set(None);
                match done {
                    Ok(()) => props.on_done.emit(()),
                    Err(why) => failed.set(Some(why)),
                }
            });
        })
    };
    let heading = text.get(if props.first { Msg::DESK_RECOVERY_FIRST } else { Msg::DESK_RECOVERY });
    html! {
        <ClothBox cloth={Cloth::Sky} {heading} symbol={Symbol::Lock} id="key-recover">
            <p>{ text.get(if props.first { Msg::DESK_RECOVERY_FIRST_HINT } else { Msg::DESK_RECOVERY_HINT }) }</p>
            <form class="stack" onsubmit={on_submit}>
                <Field label={text.get(Msg::DESK_RECOVERY_CODE)} control="code" hint={text.get(Msg::DESK_RECOVERY_CODE_HINT)}>
                    <Input id="code" name="code" value={(*code).clone()} on_input={store(&code)} placeholder="0000-0000-0000-0000" describedby="code-hint" />
                </Field>
                <NewPassphrase on_change={keep(&passphrase)} />
                if let Some(failed) = *failed {
                    <p class="warn" role="alert">{ icon(Symbol::Alert) }<span>{ text.get(failed) }</span></p>
                }
                if let Some(busy) = *busy {
                    <p role="status">{ text.get(busy) }</p>
                }
                <div class="row">
                    <Button rank={Rank::First} symbol={Symbol::Lock} submit=true action="recover" unavailable={busy.map(|busy| text.get(busy))}>
                        { text.get(Msg::DESK_RECOVERY_NOW) }
                    </Button>
                    if !props.first {
                        <LinkButton on_click={props.on_done.clone()}>{ text.get(Msg::DESK_BACK) }</LinkButton>
                    }
                </div>
            </form>
        </ClothBox>
    }
}

fn keep(state: &UseStateHandle<Option<AttrValue>>) -> Callback<Option<AttrValue>> {
    let state = state.clone();
    Callback::from(move |passphrase| state.set(passphrase))
}

async fn recover(
    props: &RecoverProps,
    desk: &DeskState,
    repo: &Repo,
    secret: &Secret,
    passphrase: &str,
    busy: &UseStateHandle<Option<Msg>>,
) -> Result<(), Msg> {
    let market = props.market.as_str();
    let copy = props.keyring.recovery.as_ref().ok_or(Msg::DESK_KEY_DAMAGED)?;
    pause(&props.services).await;
    let key = unwrap(copy, &secret.code(), market, RECOVERY).map_err(|why| match why {
        UnwrapError::WrongPassphrase => Msg::DESK_RECOVERY_WRONG,
        UnwrapError::Damaged => Msg::DESK_KEY_DAMAGED,
    })?;
    fits(repo, &props.market, &key)?;
    busy.set(Some(Msg::DESK_KEY_WRAPPING));
    pause(&props.services).await;
    let member = desk.member.member.to_string();
    let wrapped = wrap(&key, passphrase, market, &member, random_bytes(&*props.services.random));
    let own = MemberCopy { member, wrapped };
    busy.set(Some(Msg::DESK_KEY_STORING));
    put(&props.services, &props.market, own, None).await.map_err(|why| not_stored(&why))?;
    let now_ms = props.services.clock.now_ms();
    desk.vault.dispatch(VaultEvent::Keys(KeysEvent::KeyUnlocked {
        market: market.to_owned(),
        key: Rc::new(key),
        now_ms,
    }));
    Ok(())
}

/// Why a copy of a key was not stored.
pub(crate) fn not_stored(why: &ApiError) -> Msg {
    match why {
        ApiError::Offline => Msg::DESK_KEY_STORE_OFFLINE,
        ApiError::Refused { status: 409, .. } => Msg::DESK_KEY_STORE_TAKEN,
        ApiError::Refused { .. } | ApiError::Unreadable => Msg::DESK_KEY_STORE_FAILED,
    }
}

/// Whether `key` is the one that the market's document names; names it there if none is.
pub(crate) fn fits(repo: &Repo, market: &MarketKey, key: &PrivateKey) -> Result<(), Msg> {
    let public = key.public();
    let fingerprint = fingerprint(&public);
    let document = DocumentId::market(market);
    let named = repo.read(document, |document| tree::read::<Market>(document).0.sealing_key);
    match named.flatten() {
        Some(named) if named.fingerprint == fingerprint => Ok(()),
        Some(named) if !named.fingerprint.is_empty() => Err(Msg::DESK_KEY_OTHER),
        Some(_) | None => {
            let content = json!({
                "sealing_key": { "public": hex::encode(public.0), "fingerprint": fingerprint }
            });
            repo.change(document, |tx| tree::write(tx, &[], &content)).map_err(|_| Msg::DESK_KEY_NOT_NAMED)
        }
    }
}
