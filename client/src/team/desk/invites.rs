//! Invites for volunteers: a code to scan, on the screen or on paper.

use serde_json::{Value, json};
use shared::{calendar::Date, document::MarketKey};
use yew::prelude::*;

use super::{key_setup::print, sign_in::store, use_desk};
use crate::{
    components::{Button, ClothBox, Field, Input, Symbol, icon, qr_of},
    services::{ApiError, Method, spawn, use_services},
    text::{Msg, use_text},
};

/// An invite as the server made it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Invite {
    url: AttrValue,
    label: AttrValue,
    expires_ms: Option<i64>,
}

impl Invite {
    fn read(answer: &Value, label: AttrValue) -> Option<Self> {
        let url = answer.get("url")?.as_str()?.to_owned().into();
        Some(Self {
            url,
            label,
            expires_ms: answer.get("expires_at").and_then(Value::as_str).and_then(instant_ms),
        })
    }
}

/// Milliseconds since the Unix epoch of an instant such as `2026-05-23T22:00:00Z`.
fn instant_ms(text: &str) -> Option<i64> {
    let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
    let day: Date = day.parse().ok()?;
    let mut seconds = 0;
    for part in time.split('.').next()?.split(':') {
        seconds = seconds * 60 + part.parse::<i64>().ok()?;
    }
    Some((i64::from(day.days_since_epoch()) * 86_400 + seconds) * 1000)
}

/// For which market.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct InvitesProps {
    /// The market.
    pub(crate) market: MarketKey,
    /// Whether phones can seal already.
    pub(crate) has_key: bool,
}

/// Makes invites and shows them.
#[component]
pub(crate) fn Invites(props: &InvitesProps) -> Html {
    let text = use_text();
    let desk = use_desk();
    let services = use_services();
    let label = use_state(AttrValue::default);
    let busy = use_state(|| false);
    let failed = use_state(|| None::<Msg>);
    let invites = use_state(Vec::<Invite>::new);
    let printed = use_state(|| false);

    let on_submit = {
        let (label, busy, failed, invites) = (label.clone(), busy.clone(), failed.clone(), invites.clone());
        let (services, market, has_key) = (services.clone(), props.market.clone(), props.has_key);
        let way = if *printed { "printed" } else { "on-screen" };
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if *busy {
                return;
            }
            if !has_key {
                failed.set(Some(Msg::DESK_INVITE_NO_KEY));
                return;
            }
            busy.set(true);
            failed.set(None);
            let body = json!({ "market": market.as_str(), "way": way });
            let (services, label) = (services.clone(), label.clone());
            let (busy, failed, invites) = (busy.clone(), failed.clone(), invites.clone());
            spawn(async move {
                let made = services.api.call(Method::Post, "/api/invites", Some(body)).await;
                match made.as_ref().map(|answer| Invite::read(answer, (*label).clone())) {
                    Ok(Some(invite)) => {
                        let mut all = vec![invite];
                        all.extend(invites.iter().cloned());
                        invites.set(all);
                        label.set(AttrValue::default());
                    }
                    Err(ApiError::Offline) => failed.set(Some(Msg::DESK_INVITE_OFFLINE)),
                    Err(ApiError::Refused { status: 401 | 403, .. }) => {
                        failed.set(Some(Msg::DESK_SESSION_OVER));
                    }
                    Ok(None) | Err(_) => failed.set(Some(Msg::DESK_INVITE_FAILED)),
                }
                busy.set(false);
            });
        })
    };
    let on_printed = {
        let printed = printed.clone();
        Callback::from(move |_: Event| printed.set(!*printed))
    };
    html! {
        <ClothBox heading={text.get(Msg::DESK_INVITE)} symbol={Symbol::Mobile} id="invites">
            <p>{ text.get(Msg::DESK_INVITE_HINT) }</p>
            <form class="stack" onsubmit={on_submit}>
                <Field label={text.get(Msg::DESK_INVITE_LABEL)} control="invite-label" hint={text.get(Msg::DESK_INVITE_LABEL_HINT)}>
                    <Input id="invite-label" value={(*label).clone()} on_input={store(&label)} describedby="invite-label-hint" />
                </Field>
                if let Some(failed) = *failed {
                    <p class="warn" role="alert">{ icon(Symbol::Alert) }<span>{ text.get(failed) }</span></p>
                }
                <label class="choice">
                    <input type="checkbox" data-action="invite-on-paper" checked={*printed} onchange={on_printed} />
                    <span>{ text.get(Msg::DESK_INVITE_ON_PAPER) }<br /><span class="small soft">{ text.get(Msg::DESK_INVITE_ON_PAPER_HINT) }</span></span>
                </label>
                <div class="row">
                    <Button
                        symbol={Symbol::Qr}
                        submit=true
                        action="invite"
                        unavailable={busy.then(|| text.get(Msg::DESK_INVITE_MAKING))}
                    >
                        { text.get(if *busy { Msg::DESK_INVITE_MAKING } else { Msg::DESK_INVITE_NOW }) }
                    </Button>
                </div>
            </form>
            <ul class="invites" aria-live="polite">
                { for invites.iter().map(|invite| html! {
                    <li key={invite.url.to_string()} class="invite" data-print="sheet">
                        { qr_of(&invite.url, text.get(Msg::DESK_INVITE_QR)) }
                        <div class="stack-s">
                            <h3>
                                if invite.label.is_empty() {
                                    { text.get(Msg::DESK_INVITE_FOR_PHONE) }
                                } else {
                                    <bdi>{ invite.label.clone() }</bdi>
                                }
                            </h3>
                            <p>{ text.with(Msg::DESK_INVITE_MARKET, &[("day", desk.words.day(props.market.date()).into())]) }</p>
                            if let Some(expires_ms) = invite.expires_ms {
                                <p>
                                    { small_clock(&text, expires_ms, services.clock.now_ms(), &desk.words.moment(&services, expires_ms)) }
                                </p>
                            }
                            <p class="hint">{ text.get(Msg::DESK_INVITE_HOW) }</p>
                            <a class="invite-link" dir="ltr" href={invite.url.clone()}>{ invite.url.clone() }</a>
                            <div class="row">
                                <Button symbol={Symbol::Print} on_click={print()} action="print-invite">{ text.get(Msg::DESK_INVITE_PRINT) }</Button>
                            </div>
                        </div>
                    </li>
                }) }
            </ul>
        </ClothBox>
    }
}

fn small_clock(text: &crate::text::Text, expires_ms: i64, now_ms: i64, moment: &AttrValue) -> AttrValue {
    let message = if expires_ms <= now_ms { Msg::DESK_INVITE_EXPIRED } else { Msg::DESK_INVITE_UNTIL };
    text.with(message, &[("moment", moment.clone().into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invite_is_read_as_the_server_makes_it() {
        let answer = json!({"url": "http://127.0.0.1:8080/team/#einladung=a.b", "expires_at": "1970-01-02T00:01:05.5Z"});
        let invite = Invite::read(&answer, "Telefon 1".into()).expect("reads");
        assert_eq!(
            (invite.url.as_str(), invite.expires_ms),
            ("http://127.0.0.1:8080/team/#einladung=a.b", Some(86_465_000))
        );
        assert!(Invite::read(&json!({}), AttrValue::default()).is_none());
    }
}
