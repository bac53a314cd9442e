//! Makes this phone a device of a market: signing key, invite, pinned fingerprint. The server makes the
//! device's document.

use serde_json::json;
use shared::seal;

use crate::services::{ApiError, KeyError, Method, Services, StorageError};

use super::{
    route::Invite,
    session::{DeviceSession, public_key},
};

/// Why this phone was not enrolled.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum EnrolmentError {
    /// The signing key could not be made or kept.
    #[error("no signing key")]
    Key(#[from] KeyError),
    /// The server did not answer, or said no.
    #[error("not enrolled")]
    Api(#[from] ApiError),
    /// The answer is no enrolment.
    #[error("unreadable enrolment")]
    Unreadable,
    /// The key of the answer is not the one that the invite vouches for.
    #[error("the sealing key has another fingerprint than the invite")]
    OtherKey,
    /// The session could not be kept.
    #[error("the session could not be kept")]
    NotKept(#[source] StorageError),
}

/// Turns an invite into a session. The invite can be used once.
///
/// # Errors
/// See [`EnrolmentError`]; nothing is kept then but an unused key.
pub async fn enrol(
    services: &Services,
    invite: &Invite,
    label: &str,
) -> Result<DeviceSession, EnrolmentError> {
    let signing_key = services.keys.create_signing_key().await?;
    let body = json!({ "token": invite.token, "public_key": hex::encode(&signing_key), "label": label });
    let answer = services.api.call(Method::Post, "/api/enrol", Some(body)).await?;
    let text = |name: &str| answer[name].as_str();
    let sealing_key = text("sealing_key").and_then(public_key).ok_or(EnrolmentError::Unreadable)?;
    if seal::fingerprint(&sealing_key) != invite.fingerprint {
        // The server must not go on treating this phone as enrolled; if it does not hear this, the
        // organiser sees a device that never sends.
        services.api.call(Method::Post, "/api/sign-out", None).await?;
        return Err(EnrolmentError::OtherKey);
    }
    Ok(DeviceSession {
        device: text("device").and_then(|id| id.parse().ok()).ok_or(EnrolmentError::Unreadable)?,
        label: label.to_owned(),
        market: text("market").and_then(|market| market.parse().ok()).ok_or(EnrolmentError::Unreadable)?,
        organiser: text("organiser").unwrap_or_default().to_owned(),
        sealing_key,
        signing_key,
    })
}
