//! What the server knows of a market's phones, and what organisers decide about them.

use std::rc::Rc;

use serde_json::{Value, json};
use shared::document::{DocumentId, MarketKey};
use yew::prelude::*;

use crate::services::{Method, Services, spawn, use_services};

/// How often the server is asked while a market is looked at: a phone that waits stands in front of someone.
const EVERY_MS: u32 = 4_000;

/// What a phone may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DeviceState {
    /// Wait for an organiser.
    Waiting,
    /// Record.
    Active,
    /// Nothing more; it is done.
    Retired,
    /// Nothing; someone else may hold it.
    Lost,
}

/// A phone as the server knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KnownDevice {
    /// Its id.
    pub(crate) id: DocumentId,
    /// What it called itself when it enrolled.
    pub(crate) label: AttrValue,
    /// What it may do.
    pub(crate) state: DeviceState,
    /// When it was last connected, ms.
    pub(crate) last_contact_ms: Option<i64>,
    /// So many documents of it wait for an organiser.
    pub(crate) waiting: i64,
}

impl KnownDevice {
    fn read(answer: &Value) -> Option<Self> {
        let text = |key: &str| answer[key].as_str();
        Some(Self {
            id: text("device")?.parse().ok()?,
            label: text("label")?.to_owned().into(),
            state: match text("state")? {
                "waiting" => DeviceState::Waiting,
                "active" => DeviceState::Active,
                "retired" => DeviceState::Retired,
                _ => DeviceState::Lost,
            },
            last_contact_ms: answer["last_contact_ms"].as_i64(),
            waiting: answer["waiting"].as_i64().unwrap_or_default(),
        })
    }

    /// Reads the server's list; what can not be read is left out.
    fn read_all(answer: &Value) -> Vec<Self> {
        answer["devices"].as_array().into_iter().flatten().filter_map(Self::read).collect()
    }
}

/// What an organiser decides about a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// Let it in.
    Confirm,
    /// It is done, and is to wipe itself.
    Retire,
    /// Someone else may hold it, or it is not to be let in.
    Lost,
    /// Take in what waits of it.
    Take,
    /// Drop what waits of it.
    Discard,
}

impl Decision {
    /// As the server reads it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Retire => "retire",
            Self::Lost => "lost",
            Self::Take => "take",
            Self::Discard => "discard",
        }
    }
}

/// Tells the server; whether it heard.
pub(crate) async fn decide(services: &Services, device: DocumentId, decision: Decision) -> bool {
    let path = format!("/api/devices/{device}");
    let told = services.api.call(Method::Post, &path, Some(json!({ "decision": decision.name() }))).await;
    if let Err(error) = &told {
        services.platform.log(error);
    }
    told.is_ok()
}

/// The phones of a market as the server last said, and a way to ask it at once.
#[hook]
pub(crate) fn use_known_devices(market: MarketKey) -> (Rc<Vec<KnownDevice>>, Callback<()>) {
    let services = use_services();
    let known = use_state_eq(|| Rc::new(Vec::new()));
    let asked = use_state(|| 0_u32);
    {
        let (known, asked) = (known.clone(), asked.clone());
        use_effect_with((market, *asked), move |(market, times)| {
            let (path, times) = (format!("/api/devices/{market}"), *times);
            let clock = services.clock.clone();
            let next = asked.clone();
            spawn(async move {
                if let Ok(answer) = services.api.call(Method::Get, &path, None).await {
                    known.set(Rc::new(KnownDevice::read_all(&answer)));
                }
            });
            let guard = clock.after(EVERY_MS, Box::new(move || next.set(times + 1)));
            move || drop(guard)
        });
    }
    let again = Callback::from(move |()| asked.set(*asked + 1));
    ((*known).clone(), again)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_the_server_writes_it() {
        let id = DocumentId::from_bytes([7; 16]);
        let phone = json!({
            "device": id.to_string(), "label": "Telefon 3", "state": "lost", "enrolled_ms": 1,
            "last_contact_ms": null, "waiting": 2,
        });
        let read = KnownDevice::read_all(&json!({ "devices": [phone, { "device": "unreadable" }] }));
        let lost = KnownDevice {
            id,
            label: "Telefon 3".into(),
            state: DeviceState::Lost,
            last_contact_ms: None,
            waiting: 2,
        };
        assert_eq!(read, [lost]);
        assert!(KnownDevice::read_all(&Value::Null).is_empty());
    }
}
