//! The phones of a market: who waits to be let in, what has arrived of each, and what can be done about it.

use shared::{
    document::{DocumentId, MarketKey, device},
    sync::{closing::Closing, enrolment::short_code},
};
use yew::prelude::*;

use super::{
    DeskState,
    devices::{Decision, DeviceState, KnownDevice, decide, use_known_devices},
    overview::HandIn,
    sign_in::store,
    use_desk,
};
use crate::{
    components::{
        Button, Cloth, ClothBox, Drawing, Field, Input, LinkButton, Rank, Symbol, empty, icon, small_icon,
    },
    driver::use_repo,
    services::{Services, spawn, use_services},
    team::passing_on::PassOn,
    text::{Msg, Text, use_text},
};

/// Which market.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DeviceListProps {
    /// The market.
    pub(crate) market: MarketKey,
}

/// A decision that is to be confirmed by a second tap, because it ends something.
type Sure = Option<(DocumentId, Decision)>;

/// The phones.
#[component]
pub(crate) fn DeviceList(props: &DeviceListProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let (known, ask_again) = use_known_devices(props.market.clone());
    let sure = use_state(|| None);
    let failed = use_state(|| false);
    let on_decision = {
        let (services, sure, failed) = (services.clone(), sure.clone(), failed.clone());
        Callback::from(move |(device, decision): (DocumentId, Decision)| {
            let ends = matches!(decision, Decision::Retire | Decision::Lost | Decision::Discard);
            if ends && *sure != Some((device, decision)) {
                return sure.set(Some((device, decision)));
            }
            sure.set(None);
            let (services, failed, ask_again) = (services.clone(), failed.clone(), ask_again.clone());
            spawn(async move {
                failed.set(!decide(&services, device, decision).await);
                ask_again.emit(());
            });
        })
    };
    let hand_ins = desk.data.hand_ins(&props.market);
    let acting = Acting { text: &text, sure: *sure, on_decision: &on_decision };
    html! {
        <>
            <div role="status" class="stack">
                if *failed {
                    <p class="warn">{ icon(Symbol::Alert) }<span>{ text.get(Msg::DESK_DECISION_FAILED) }</span></p>
                }
                { for known.iter().filter_map(|device| acting.question(device)) }
            </div>
            if hand_ins.is_empty() {
                { empty(Some(Drawing::Table), html! { <>
                    <p>{ text.get(Msg::DESK_NO_DEVICES) }</p>
                    <p>{ text.get(Msg::DESK_NO_DEVICES_HINT) }</p>
                </> }) }
            } else {
                { table(&desk, &services, &hand_ins, &known, &acting) }
            }
            <ClosingCode {hand_ins} />
            <p class="hint">{ text.get(Msg::DESK_PASS_ON) }</p>
            <PassOn />
        </>
    }
}

/// What turns decisions into buttons.
struct Acting<'a> {
    text: &'a Text,
    sure: Sure,
    on_decision: &'a Callback<(DocumentId, Decision)>,
}

impl Acting<'_> {
    fn button(&self, device: DocumentId, decision: Decision, label: Msg) -> Html {
        let is_asked = self.sure == Some((device, decision));
        let rank = match decision {
            _ if is_asked => Rank::Danger,
            Decision::Confirm | Decision::Take => Rank::First,
            Decision::Retire | Decision::Lost | Decision::Discard => Rank::Quiet,
        };
        let on_click = self.on_decision.reform(move |()| (device, decision));
        html! {
            <Button {rank} {on_click} action={decision.name()}>
                { self.text.get(if is_asked { Msg::DESK_DECISION_SURE } else { label }) }
            </Button>
        }
    }

    /// What an organiser is asked about a phone.
    fn question(&self, device: &KnownDevice) -> Option<Html> {
        let (heading, words, yes, no) = match device.state {
            DeviceState::Waiting => (
                Msg::DESK_DEVICE_WAITS,
                Msg::DESK_DEVICE_WAITS_HELP,
                (Decision::Confirm, Msg::DESK_CONFIRM),
                (Decision::Lost, Msg::DESK_REFUSE),
            ),
            DeviceState::Lost if device.waiting > 0 => (
                Msg::DESK_LOST_WAITS,
                Msg::DESK_LOST_WAITS_HELP,
                (Decision::Take, Msg::DESK_TAKE),
                (Decision::Discard, Msg::DESK_DISCARD),
            ),
            DeviceState::Active | DeviceState::Retired | DeviceState::Lost => return None,
        };
        let facts = [
            ("label", device.label.clone().into()),
            ("code", short_code(device.id).into()),
            ("n", device.waiting.into()),
        ];
        Some(html! {
            <ClothBox key={device.id.to_string()} cloth={Cloth::Sun} symbol={Symbol::Mobile} heading={self.text.with(heading, &facts)} level=3>
                <p data-device-code={short_code(device.id)}>{ self.text.with(words, &facts) }</p>
                <div class="row">
                    { self.button(device.id, yes.0, yes.1) }
                    { self.button(device.id, no.0, no.1) }
                </div>
            </ClothBox>
        })
    }
}

fn table(
    desk: &DeskState,
    services: &Services,
    hand_ins: &[HandIn],
    known: &[KnownDevice],
    acting: &Acting<'_>,
) -> Html {
    let text = &desk.words.text;
    let missing: i64 = hand_ins.iter().map(HandIn::missing).sum();
    let head = |label: Msg| html! { <th scope="col">{ text.get(label) }</th> };
    let number = |label: Msg| html! { <th scope="col" class="n">{ text.get(label) }</th> };
    html! {
        <>
            <p class="row-tight" role="status">
                if missing > 0 {
                    { icon(Symbol::Alert) }
                    <strong>{ text.with(Msg::DESK_MISSING_SUM, &[("n", missing.into())]) }</strong>
                } else {
                    { icon(Symbol::Server) }
                    <span>{ text.get(Msg::DESK_NOTHING_MISSING) }</span>
                }
            </p>
            <div class="table-wrap" tabindex="0" role="region" aria-label={text.get(Msg::DESK_HAND_INS_REGION)}>
                <table class="table">
                    <thead>
                        <tr>
                            { head(Msg::DESK_DEVICE) }
                            { number(Msg::DESK_RECORDED) }
                            { number(Msg::DESK_ON_SERVER) }
                            { number(Msg::DESK_MISSING) }
                            { head(Msg::DESK_HANDED_IN_AT) }
                            { head(Msg::DESK_LAST_CONTACT) }
                        </tr>
                    </thead>
                    <tbody>
                        { for hand_ins.iter().map(|hand_in| {
                            let known = known.iter().find(|known| known.id == hand_in.id);
                            row(desk, services, hand_in, known, acting)
                        }) }
                    </tbody>
                </table>
            </div>
            if missing > 0 {
                <p class="hint">{ text.get(Msg::DESK_MISSING_HINT) }</p>
            }
        </>
    }
}

fn row(
    desk: &DeskState,
    services: &Services,
    hand_in: &HandIn,
    known: Option<&KnownDevice>,
    acting: &Acting<'_>,
) -> Html {
    let text = &desk.words.text;
    let state = known.map(|known| known.state);
    html! {
        <tr key={hand_in.id.to_string()} data-device={hand_in.label.clone()}>
            <th scope="row">
                <details>
                    <summary>
                        if hand_in.label.is_empty() {
                            { text.get(Msg::DESK_UNKNOWN_DEVICE) }
                        } else {
                            <bdi>{ hand_in.label.clone() }</bdi>
                        }
                    </summary>
                    <div class="stack-s">
                        <Rename device={hand_in.id} label={AttrValue::from(hand_in.label.clone())} />
                        if state == Some(DeviceState::Active) {
                            { acting.button(hand_in.id, Decision::Retire, Msg::DESK_RETIRE) }
                        }
                        if matches!(state, Some(DeviceState::Active | DeviceState::Retired)) {
                            { acting.button(hand_in.id, Decision::Lost, Msg::DESK_LOST) }
                        }
                    </div>
                </details>
                if !hand_in.is_storage_safe {
                    <p class="small">{ text.get(Msg::DESK_STORAGE_UNSAFE) }</p>
                }
            </th>
            <td class="n">{ hand_in.recorded }</td>
            <td class="n">{ hand_in.arrived }</td>
            <td class="n">
                if hand_in.missing() > 0 {
                    <strong>{ hand_in.missing() }</strong>
                } else {
                    { "0" }
                }
            </td>
            <td>{ handed_in(desk, services, hand_in) }</td>
            <td data-state={state_name(state)}>{ contact(desk, services, known) }</td>
        </tr>
    }
}

/// A name that does not depend on the language.
fn state_name(state: Option<DeviceState>) -> Option<&'static str> {
    state.map(|state| match state {
        DeviceState::Waiting => "waiting",
        DeviceState::Active => "active",
        DeviceState::Retired => "retired",
        DeviceState::Lost => "lost",
    })
}

fn contact(desk: &DeskState, services: &Services, known: Option<&KnownDevice>) -> Html {
    let text = &desk.words.text;
    let Some(known) = known else { return Html::default() };
    let (symbol, words) = match known.state {
        DeviceState::Lost => (Symbol::Lock, text.get(Msg::DESK_STATE_LOST)),
        DeviceState::Retired => (Symbol::Check, text.get(Msg::DESK_STATE_RETIRED)),
        DeviceState::Waiting => (Symbol::Clock, text.get(Msg::DESK_STATE_WAITING)),
        DeviceState::Active => match known.last_contact_ms {
            Some(at_ms) => (Symbol::Server, desk.words.moment(services, at_ms)),
            None => (Symbol::Clock, text.get(Msg::DESK_STATE_NEVER)),
        },
    };
    html! { <span class="row-tight">{ small_icon(symbol) }<span>{ words }</span></span> }
}

fn handed_in(desk: &DeskState, services: &Services, hand_in: &HandIn) -> Html {
    let text = &desk.words.text;
    let (symbol, words) = match (hand_in.at_ms, hand_in.closing) {
        (Some(at_ms), _) if hand_in.missing() == 0 => (Symbol::Check, desk.words.moment(services, at_ms)),
        (Some(at_ms), _) => (
            Symbol::Alert,
            text.with(
                Msg::DESK_HANDED_IN_INCOMPLETE,
                &[("moment", desk.words.moment(services, at_ms).into())],
            ),
        ),
        (None, Some((at_ms, unsent))) => (
            Symbol::Qr,
            text.with(
                Msg::DESK_CLOSED_AT,
                &[("moment", desk.words.moment(services, at_ms).into()), ("n", unsent.into())],
            ),
        ),
        (None, None) => (Symbol::Clock, text.get(Msg::DESK_NOT_HANDED_IN)),
    };
    html! { <span class="row-tight">{ small_icon(symbol) }<span>{ words }</span></span> }
}

#[derive(Clone, PartialEq, Properties)]
struct RenameProps {
    device: DocumentId,
    label: AttrValue,
}

/// Another label for a phone.
#[component]
fn Rename(props: &RenameProps) -> Html {
    let text = use_text();
    let repo = use_repo();
    let services = use_services();
    let label = use_state(|| props.label.clone());
    let on_click = {
        let (device, label) = (props.device, label.clone());
        Callback::from(move |()| {
            let label = label.trim().to_owned();
            if label.is_empty() {
                return;
            }
            if let Err(error) = repo.change(device, |tx| device::rename(tx, &label)) {
                services.platform.log(&error);
            }
        })
    };
    let id = format!("label-{}", props.device);
    html! {
        <Field label={text.get(Msg::DESK_RENAME)} control={id.clone()}>
            <Input {id} value={(*label).clone()} on_input={store(&label)} />
            <LinkButton {on_click} action="rename">{ text.get(Msg::DESK_RENAME_NOW) }</LinkButton>
        </Field>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ClosingCodeProps {
    hand_ins: Vec<HandIn>,
}

/// Takes the code that a phone without a network shows at the end.
#[component]
fn ClosingCode(props: &ClosingCodeProps) -> Html {
    let text = use_text();
    let repo = use_repo();
    let services = use_services();
    let typed = use_state(AttrValue::default);
    let said = use_state(AttrValue::default);
    let onsubmit = {
        let (text, typed, said) = (text.clone(), typed.clone(), said.clone());
        let hand_ins = props.hand_ins.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(closing) = Closing::parse(&typed) else {
                return said.set(text.get(Msg::DESK_CLOSING_WRONG));
            };
            let (recorded, unsent) = (i64::from(closing.recorded), i64::from(closing.unsent));
            let facts = |label: &str| [("label", label.to_owned().into()), ("n", unsent.into())];
            let Some(phone) = hand_ins.iter().find(|hand_in| closing.is_of(hand_in.id)) else {
                return said.set(text.with(Msg::DESK_CLOSING_UNKNOWN, &facts("")));
            };
            let (recorded, now_ms) = (recorded.max(phone.recorded), services.clock.now_ms());
            match repo.change(phone.id, |tx| device::close(tx, recorded, unsent, now_ms)) {
                Ok(()) => {
                    typed.set(AttrValue::default());
                    said.set(text.with(Msg::DESK_CLOSING_TAKEN, &facts(&phone.label)));
                }
                Err(error) => services.platform.log(&error),
            }
        })
    };
    html! {
        <form class="stack-s" {onsubmit}>
            <Field label={text.get(Msg::DESK_CLOSING)} control="closing" hint={text.get(Msg::DESK_CLOSING_HINT)}>
                <Input id="closing" value={(*typed).clone()} on_input={store(&typed)} describedby="closing-hint" />
            </Field>
            <div class="row">
                <Button submit=true action="closing">{ text.get(Msg::DESK_CLOSING_NOW) }</Button>
            </div>
            <p role="status">{ (*said).clone() }</p>
        </form>
    }
}
