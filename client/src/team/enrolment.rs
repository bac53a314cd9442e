//! Makes this phone a device of a market: signing key, invite, pinned fingerprint. The server makes the
//! device's document.

use serde_json::json;
use shared::{
    catalog::Catalog,
    document::DocumentId,
    seal,
    sync::enrolment::{device_id, enrolment_message},
};

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

/// Turns an invite into a session, now or once more: by its signature the server knows the phone that has
/// used the invite, whether an answer or the cookie was lost.
///
/// # Errors
/// See [`EnrolmentError`]; nothing is kept then but an unused key.
pub async fn enrol(
    services: &Services,
    invite: &Invite,
    label: &str,
) -> Result<DeviceSession, EnrolmentError> {
    let (device, signing_key) = identity(services, invite).await?;
    let signature = services.keys.sign(&invite.token, enrolment_message(&invite.token, device)).await?;
    let body = json!({
        "token": invite.token,
        "public_key": hex::encode(signing_key),
        "signature": hex::encode(signature),
        "label": label,
        "fingerprint": invite.fingerprint,
    });
    let answer = services.api.call(Method::Post, "/api/enrol", Some(body)).await?;
    let text = |name: &str| answer[name].as_str();
    let sealing_key = text("sealing_key").and_then(public_key).ok_or(EnrolmentError::Unreadable)?;
    if seal::fingerprint(&sealing_key) != invite.fingerprint {
        // An honest server refuses before it enrols. This one must not go on treating the phone as
        // enrolled; if it does not hear this, the organiser sees a device that never sends.
        if let Err(error) = services.api.call(Method::Post, "/api/sign-out", None).await {
            services.platform.log(&error);
        }
        return Err(EnrolmentError::OtherKey);
    }
    Ok(DeviceSession {
        device: text("device").and_then(|id| id.parse().ok()).ok_or(EnrolmentError::Unreadable)?,
        label: label.to_owned(),
        market: text("market").and_then(|market| market.parse().ok()).ok_or(EnrolmentError::Unreadable)?,
        organiser: text("organiser").unwrap_or_default().to_owned(),
        sealing_key,
        invite: invite.token.clone(),
        pending: text("state") == Some("waiting"),
    })
}

/// A session without a network: the market and its key are those of the catalog that the invite's fingerprint
/// vouches for. The server hears of this phone later, from itself or by a bundle.
///
/// # Errors
/// The key could not be made, or the catalog here knows no such market.
pub async fn enrol_later(
    services: &Services,
    invite: &Invite,
    label: &str,
    catalog: &Catalog,
) -> Result<DeviceSession, EnrolmentError> {
    let (device, _) = identity(services, invite).await?;
    let vouched_for = catalog.days.iter().find_map(|day| {
        let key = public_key(&day.sealing_key)?;
        (seal::fingerprint(&key) == invite.fingerprint).then_some((&day.date, key))
    });
    let (date, sealing_key) = vouched_for.ok_or(ApiError::Offline)?;
    let market = format!("{}/{date}", catalog.season.key).parse().map_err(|_| ApiError::Offline)?;
    Ok(DeviceSession {
        device,
        label: label.to_owned(),
        market,
        organiser: String::new(),
        sealing_key,
        invite: invite.token.clone(),
        pending: true,
    })
}

async fn identity(services: &Services, invite: &Invite) -> Result<(DocumentId, Vec<u8>), KeyError> {
    let public_key = services.keys.signing_key(&invite.token).await?;
    Ok((device_id(&public_key), public_key))
}
