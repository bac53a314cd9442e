//! Making a market's key: passphrase, recovery code, and only then the server and the phones.

use std::rc::Rc;

use shared::{
    document::MarketKey,
    seal::{PrivateKey, keyring::wrap, receipt::Secret},
};
use yew::prelude::*;

use super::{
    DeskState,
    key_panel::{fits, not_stored},
    keyring::{KeyringState, MemberCopy, RECOVERY, fetch, put},
    lock::KeysEvent,
    pause::pause,
    route::DeskRoute,
    use_desk,
    vault::VaultEvent,
    words::shown,
};
use crate::{
    components::{
        Button, Choice, ChoiceKind, Cloth, ClothBox, Field, Input, LinkButton, Rank, Symbol, icon, qr_of,
    },
    driver::use_repo,
    services::{Services, random_bytes, spawn, use_services},
    text::{Date, Msg, use_text},
};

/// Four short words, or a long sentence: guessing it costs 64 MiB and a second each time.
const MIN_PASSPHRASE: usize = 12;

/// What is asked for.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NewPassphraseProps {
    /// Called with the passphrase once it is long enough and typed twice, else with nothing.
    pub(crate) on_change: Callback<Option<AttrValue>>,
}

/// A new passphrase, typed twice.
#[component]
pub(crate) fn NewPassphrase(props: &NewPassphraseProps) -> Html {
    let text = use_text();
    let first = use_state(AttrValue::default);
    let again = use_state(AttrValue::default);
    let typed = |state: &UseStateHandle<AttrValue>, other: &UseStateHandle<AttrValue>| {
        let (state, other, on_change) = (state.clone(), other.clone(), props.on_change.clone());
        Callback::from(move |typed: String| {
            let good = typed == **other && typed.chars().count() >= MIN_PASSPHRASE;
            let typed = AttrValue::from(typed);
            state.set(typed.clone());
            on_change.emit(good.then_some(typed));
        })
    };
    let short = !first.is_empty() && first.chars().count() < MIN_PASSPHRASE;
    let differs = !again.is_empty() && !first.starts_with(again.as_str());
    html! {
        <>
            <Field
                label={text.get(Msg::DESK_PASSPHRASE_NEW)}
                control="new-passphrase"
                hint={text.with(Msg::DESK_PASSPHRASE_NEW_HINT, &[("n", MIN_PASSPHRASE.into())])}
                warning={short.then(|| text.get(Msg::DESK_TOO_SHORT))}
            >
                <Input id="new-passphrase" kind="password" autocomplete="new-password" value={(*first).clone()} on_input={typed(&first, &again)} describedby="new-passphrase-hint" />
            </Field>
            <Field
                label={text.get(Msg::DESK_PASSPHRASE_AGAIN)}
                control="again-passphrase"
                warning={differs.then(|| text.get(Msg::DESK_NOT_THE_SAME))}
            >
                <Input id="again-passphrase" kind="password" autocomplete="new-password" value={(*again).clone()} on_input={typed(&again, &first)} />
            </Field>
        </>
    }
}

/// Where making the key has come to.
#[derive(Clone)]
enum Stage {
    /// The passphrase is asked for.
    Passphrase,
    /// The key is made and wrapped.
    Making(Msg),
    /// The code is shown; nothing has left this computer yet.
    Code(Rc<Made>),
}

/// A new key with its copies.
struct Made {
    key: Rc<PrivateKey>,
    own: MemberCopy,
    recovery: shared::seal::keyring::Wrapped,
    code: String,
}

/// For which market.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct KeySetUpProps {
    /// The market.
    pub(crate) market: MarketKey,
    /// Called when there is a key, or the organiser went back.
    pub(crate) on_done: Callback<()>,
}

/// Makes a key.
#[component]
pub(crate) fn KeySetUp(props: &KeySetUpProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let repo = use_repo();
    let stage = use_state(|| Stage::Passphrase);
    let passphrase = use_state(|| None::<AttrValue>);
    let written_down = use_state(|| false);
    let storing = use_state(|| false);
    let failed = use_state(|| None::<Msg>);

    let keep = {
        let passphrase = passphrase.clone();
        Callback::from(move |new| passphrase.set(new))
    };
    let make = {
        let (stage, failed, passphrase) = (stage.clone(), failed.clone(), passphrase.clone());
        let (services, market) = (services.clone(), props.market.clone());
        let member = desk.member.member.to_string();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(passphrase) = (*passphrase).clone() else {
                failed.set(Some(Msg::DESK_PASSPHRASE_MISSING));
                return;
            };
            failed.set(None);
            let (stage, services, market, member) =
                (stage.clone(), services.clone(), market.clone(), member.clone());
            spawn(async move {
                stage.set(Stage::Making(Msg::DESK_KEY_MAKING));
                pause(&services).await;
                let random = &*services.random;
                let key = PrivateKey::from_random(random_bytes(random));
                let wrapped = wrap(&key, &passphrase, market.as_str(), &member, random_bytes(random));
                stage.set(Stage::Making(Msg::DESK_KEY_MAKING_RECOVERY));
                pause(&services).await;
                let code = Secret(random_bytes(random)).code();
                let recovery = wrap(&key, &code, market.as_str(), RECOVERY, random_bytes(random));
                let own = MemberCopy { member, wrapped };
                stage.set(Stage::Code(Rc::new(Made { key: Rc::new(key), own, recovery, code })));
            });
        })
    };
    let cancel = props.on_done.clone();
    match &*stage {
        Stage::Passphrase => html! {
            <ClothBox cloth={Cloth::Sky} heading={text.get(Msg::DESK_KEY_CREATE)} symbol={Symbol::Lock} id="key-create">
                <p>{ text.get(Msg::DESK_KEY_CREATE_LEAD) }</p>
                <form class="stack" onsubmit={make}>
                    <NewPassphrase on_change={keep} />
                    if let Some(failed) = *failed {
                        <p class="warn" role="alert">{ icon(Symbol::Alert) }<span>{ text.get(failed) }</span></p>
                    }
                    <div class="row">
                        <Button rank={Rank::First} submit=true action="make-key">{ text.get(Msg::DESK_KEY_CREATE_NOW) }</Button>
                        <LinkButton on_click={cancel}>{ text.get(Msg::DESK_BACK) }</LinkButton>
                    </div>
                </form>
            </ClothBox>
        },
        Stage::Making(step) => html! {
            <ClothBox cloth={Cloth::Sky} heading={text.get(Msg::DESK_KEY_CREATE)} symbol={Symbol::Lock}>
                <p role="status">{ text.get(*step) }</p>
            </ClothBox>
        },
        Stage::Code(made) => {
            let tick = {
                let written_down = written_down.clone();
                Callback::from(move |ticked| written_down.set(ticked))
            };
            let finish = {
                let (made, storing, failed, written_down) =
                    (made.clone(), storing.clone(), failed.clone(), written_down.clone());
                let (props, desk, services) = (props.clone(), desk.clone(), services.clone());
                Callback::from(move |()| {
                    if *storing {
                        return;
                    }
                    if !*written_down {
                        failed.set(Some(Msg::DESK_RECOVERY_NOT_KEPT));
                        return;
                    }
                    storing.set(true);
                    failed.set(None);
                    let (made, storing, failed) = (made.clone(), storing.clone(), failed.clone());
                    let (props, desk, services, repo) =
                        (props.clone(), desk.clone(), services.clone(), repo.clone());
                    spawn(async move {
                        match store_key(&services, &repo, &props.market, &made).await {
                            Ok(()) => {
                                desk.vault.dispatch(VaultEvent::Keys(KeysEvent::KeyUnlocked {
                                    market: props.market.to_string(),
                                    key: made.key.clone(),
                                    now_ms: services.clock.now_ms(),
                                }));
                                props.on_done.emit(());
                            }
                            Err(why) => {
                                storing.set(false);
                                failed.set(Some(why));
                            }
                        }
                    });
                })
            };
            html! {
                <ClothBox cloth={Cloth::Sun} heading={text.get(Msg::DESK_RECOVERY_SHEET)} symbol={Symbol::Print} id="key-code">
                    <div class="stack" data-print="sheet">
                        <p class="no-print">
                            { text.with(Msg::DESK_RECOVERY_SHEET_HINT, &[("day", desk.words.day(props.market.date()).into())]) }
                        </p>
                        { paper_head(&desk, &props.market) }
                        <p class="code recovery-code" dir="ltr">{ made.code.clone() }</p>
                        { paper_foot(&desk, &services, props.market.date(), &made.code) }
                        <p>{ text.get(Msg::DESK_RECOVERY_SHEET_LOSS) }</p>
                    </div>
                    <div class="row">
                        <Button symbol={Symbol::Print} on_click={print()} action="print">{ text.get(Msg::DESK_PRINT_SHEET) }</Button>
                    </div>
                    <Choice kind={ChoiceKind::Checkbox} name="written-down" checked={*written_down} on_change={tick}>
                        { text.get(Msg::DESK_RECOVERY_KEPT) }
                    </Choice>
                    if let Some(failed) = *failed {
                        <p class="warn" role="alert">{ icon(Symbol::Alert) }<span>{ text.get(failed) }</span></p>
                    }
                    if *storing {
                        <p role="status">{ text.get(Msg::DESK_KEY_STORING) }</p>
                    }
                    <div class="row">
                        <Button rank={Rank::First} on_click={finish} action="finish-key" unavailable={storing.then(|| text.get(Msg::DESK_KEY_STORING))}>
                            { text.get(Msg::DESK_KEY_FINISH) }
                        </Button>
                    </div>
                </ClothBox>
            }
        }
    }
}

/// What the sheet says above the code: which market it is for.
fn paper_head(desk: &DeskState, market: &MarketKey) -> Html {
    let text = &desk.words.text;
    let catalog = desk.catalog();
    let date = text.date(Date::Year, market.date());
    let place = catalog.day(market.date()).map(|day| shown(&day.place.name)).unwrap_or_default();
    html! {
        <div class="stack-s" data-print="only">
            <h1>{ text.get(Msg::DESK_RECOVERY_PAPER) }</h1>
            <p><strong>{ shown(&catalog.season.title) }</strong><br />{ place }</p>
            <p>{ text.with(Msg::DESK_RECOVERY_PAPER_WHAT, &[("day", date.into())]) }</p>
        </div>
    }
}

/// What the sheet says below the code: how and where to use it.
fn paper_foot(desk: &DeskState, services: &Services, date: &str, code: &str) -> Html {
    let text = &desk.words.text;
    let address = format!("{}{}", services.platform.origin(), DeskRoute::ROOT);
    html! {
        <div class="stack" data-print="only">
            { qr_of(code, text.get(Msg::DESK_RECOVERY_QR)) }
            <p>{ text.with(Msg::DESK_RECOVERY_PAPER_HOW, &[("day", desk.words.day(date).into())]) }</p>
            <p><bdi dir="ltr">{ address }</bdi></p>
            <p>{ text.get(Msg::DESK_RECOVERY_PAPER_KEEP) }</p>
        </div>
    }
}

/// Stores the copies, then names the key in the market's document, so that phones seal to it.
async fn store_key(
    services: &Services,
    repo: &crate::driver::Repo,
    market: &MarketKey,
    made: &Made,
) -> Result<(), Msg> {
    // Another organiser may have been faster; a second key would leave their contacts unreadable.
    match fetch(services, market).await {
        KeyringState::Known(keyring)
            if keyring.is_empty() || keyring.copy_of(&made.own.member) == Some(&made.own.wrapped) => {}
        KeyringState::Known(_) => return Err(Msg::DESK_KEY_STORE_TAKEN),
        KeyringState::Offline => return Err(Msg::DESK_KEY_STORE_OFFLINE),
        KeyringState::Failed | KeyringState::Asking => return Err(Msg::DESK_KEY_STORE_FAILED),
    }
    put(services, market, made.own.clone(), Some(made.recovery.clone()))
        .await
        .map_err(|why| not_stored(&why))?;
    fits(repo, market, &made.key)
}

/// Prints the page.
pub(crate) fn print() -> Callback<()> {
    Callback::from(|()| {
        if let Some(window) = web_sys::window() {
            // A browser that can not print has no dialog to show either.
            let _ = window.print();
        }
    })
}
