//! The wrapped keys of a market at the server.

use serde::{Deserialize, Serialize};
use serde_json::json;
use shared::{document::MarketKey, seal::keyring::Wrapped};
use yew::prelude::*;

use crate::services::{ApiError, Method, Services, spawn, use_services};

/// For whom the recovery code's copy is wrapped.
pub(crate) const RECOVERY: &str = "recovery";

/// All wrapped copies of a market's private key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Keyring {
    /// One per organiser.
    pub(crate) wrapped: Vec<MemberCopy>,
    /// The one that the recovery code opens.
    pub(crate) recovery: Option<Wrapped>,
}

/// The copy of one organiser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MemberCopy {
    /// Whose.
    pub(crate) member: String,
    /// The key under their passphrase.
    #[serde(flatten)]
    pub(crate) wrapped: Wrapped,
}

impl Keyring {
    /// The copy of `member`.
    pub(crate) fn copy_of(&self, member: &str) -> Option<&Wrapped> {
        self.wrapped.iter().find(|copy| copy.member == member).map(|copy| &copy.wrapped)
    }

    /// Whether there is no key yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.wrapped.is_empty() && self.recovery.is_none()
    }
}

/// What is known of a keyring.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum KeyringState {
    /// The server was asked.
    Asking,
    /// It answered.
    Known(Keyring),
    /// It is away.
    Offline,
    /// It refused, or the answer made no sense.
    Failed,
}

/// Asks for the keyring of `market`, again whenever the callback is called.
#[hook]
pub(crate) fn use_keyring(market: MarketKey) -> (KeyringState, Callback<()>) {
    let services = use_services();
    let state = use_state(|| KeyringState::Asking);
    let asked = use_state(|| 0_u32);
    {
        let state = state.clone();
        use_effect_with((market, *asked), move |(market, _)| {
            let market = market.clone();
            spawn(async move { state.set(fetch(&services, &market).await) });
        });
    }
    let again = Callback::from(move |()| asked.set(asked.wrapping_add(1)));
    ((*state).clone(), again)
}

/// The keyring of `market` as the server has it now.
pub(crate) async fn fetch(services: &Services, market: &MarketKey) -> KeyringState {
    match services.api.call(Method::Get, &address(market), None).await {
        Ok(answer) => serde_json::from_value(answer).map_or(KeyringState::Failed, KeyringState::Known),
        Err(ApiError::Offline) => KeyringState::Offline,
        Err(ApiError::Refused { status: 404, .. }) => KeyringState::Known(Keyring::default()),
        Err(ApiError::Refused { .. } | ApiError::Unreadable) => KeyringState::Failed,
    }
}

/// Stores the copy of one organiser and, for a new key, the one for recovery.
pub(crate) async fn put(
    services: &Services,
    market: &MarketKey,
    own: MemberCopy,
    recovery: Option<Wrapped>,
) -> Result<(), ApiError> {
    let mut body = json!({ "wrapped": [own] });
    if let Some(recovery) = recovery {
        body["recovery"] = json!(recovery);
    }
    services.api.call(Method::Put, &address(market), Some(body)).await.map(|_| ())
}

fn address(market: &MarketKey) -> String {
    format!("/api/keyring/{market}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keyring_reads_as_the_server_writes_it() {
        let wrapped = json!({"memory_kib": 1, "passes": 1, "salt": "00", "nonce": "00", "sealed": "00"});
        let mut own = wrapped.clone();
        own["member"] = json!("m");
        let keyring: Keyring =
            serde_json::from_value(json!({"wrapped": [own.clone()], "recovery": wrapped})).expect("reads");
        assert!(keyring.copy_of("m").is_some() && keyring.copy_of("n").is_none());
        assert!(!keyring.is_empty());
        assert_eq!(json!(keyring.wrapped[0]), own);
        let empty: Keyring = serde_json::from_value(json!({"wrapped": []})).expect("reads");
        assert!(empty.is_empty());
    }
}
