//! Devices: invites, enrolling by one, and what organisers and devices say of them later.

use std::sync::Arc;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;
use shared::{
    document::{DocumentId, MarketKey},
    model::SealingKey,
    sync::enrolment::{device_id, enrolment_message, is_signed},
};
use warp::http::StatusCode;

use super::{Handled, Request};
use crate::{
    app::App,
    bundles,
    enrolment::{self, NewDevice, Wanted},
    error::AppError,
    publication,
    respond::{self, Response},
    secret::Token,
    session,
    storage::{Device, DeviceState, Enrolment, Holder, Identity, Invite, InviteWay},
};

#[derive(Deserialize)]
struct WantedInvite {
    market: String,
    /// On paper, unless it says otherwise.
    way: Option<String>,
}

/// Makes an invite for a market.
pub(super) async fn invite(app: &Arc<App>, request: &Request, origin: &str) -> Handled {
    let organiser = session::organiser(app, &request.headers).await?;
    let WantedInvite { market, way } = request.json()?;
    let way = way.map_or(InviteWay::Printed, |way| InviteWay::from_name(&way));
    let market: MarketKey = market.parse()?;
    let key = sealing_key(app, &market).await?;
    let time_zone = app.publication.current().season.time_zone.clone();
    let wanted = Wanted { market: &market, time_zone: &time_zone, by: Some(organiser.id) };
    let made = enrolment::invite(&*app.storage, &app.clock, &wanted, way).await?;
    let (token, expires_ms) = made.map_err(|_| AppError::MarketOver)?;
    let expires_at = Timestamp::from_millisecond(expires_ms).unwrap_or_default();
    let url = enrolment::invite_address(origin, &token, &key.fingerprint);
    Ok(respond::json(StatusCode::OK, &json!({ "url": url, "expires_at": expires_at.to_string() })))
}

#[derive(Deserialize)]
struct Enrolling {
    token: String,
    public_key: String,
    /// Over [`enrolment_message`].
    signature: String,
    #[serde(default)]
    label: String,
    /// Of the key that the invite vouches for; a program that does not say it must compare by itself.
    fingerprint: Option<String>,
}

/// Enrols the device that shows an invite and signs for it; whoever has done so before gets a session again.
pub(super) async fn enrol(app: &Arc<App>, request: &Request, origin: &str) -> Handled {
    let Enrolling { token, public_key, signature, label, fingerprint } = request.json()?;
    let public_key = hex::decode(public_key).map_err(|_| AppError::InvalidKey)?;
    if !enrolment::is_public_key(&public_key) {
        return Err(AppError::InvalidKey);
    }
    let token = Token::parse(&token).ok_or(AppError::InviteUnknown)?;
    let signature = hex::decode(signature).map_err(|_| AppError::NotProved)?;
    let message = enrolment_message(&token.to_string(), device_id(&public_key));
    if !is_signed(&public_key, &message, &signature) {
        return Err(AppError::NotProved);
    }
    let invite = app.storage.invite(token.hash()).await?.ok_or(AppError::InviteUnknown)?;
    let market: MarketKey = invite.market.parse()?;
    let key = sealing_key(app, &market).await?;
    if fingerprint.is_some_and(|vouched_for| vouched_for != key.fingerprint) {
        return Err(AppError::OtherKey);
    }

    let new = NewDevice::labelled(&label, public_key);
    let device = match enrolment::enrol(&*app.storage, &invite, new, app.clock.now_ms()).await? {
        Enrolment::Enrolled { device, .. } => device,
        Enrolment::Unknown => return Err(AppError::InviteUnknown),
        Enrolment::Used => return Err(AppError::InviteUsed),
        Enrolment::Expired => return Err(AppError::InviteExpired),
    };
    app.driver.log_advanced().await;
    let body = json!({
        "state": device.state.name(),
        "device": device.id.to_string(),
        "market": market.as_str(),
        "season": market.season(),
        "organiser": organiser_name(app, &invite).await?,
        "fingerprint": key.fingerprint,
        "sealing_key": key.public,
        "role": "volunteer",
    });
    let answer = respond::json(StatusCode::OK, &body);
    match device.state {
        DeviceState::Waiting => Ok(answer),
        DeviceState::Retired => Err(AppError::DeviceRetired),
        DeviceState::Lost => Err(AppError::DeviceLost),
        DeviceState::Active => {
            let cookie = session::open(app, Holder::Device(device.id), origin).await?;
            Ok(respond::with_header(answer, "set-cookie", &cookie))
        }
    }
}

/// The devices of a market, and what waits of theirs; for organisers.
pub(super) async fn list(app: &Arc<App>, request: &Request, season: &str, date: &str) -> Handled {
    session::organiser(app, &request.headers).await?;
    let market: MarketKey = format!("{season}/{date}").parse()?;
    let mut devices = Vec::new();
    for device in app.storage.devices_of(market.to_string()).await? {
        let kept = app.storage.bundles_of(device.id).await?;
        let waiting: usize = kept.iter().map(|kept| bundles::count(&kept.bytes)).sum();
        devices.push(json!({
            "device": device.id.to_string(),
            "label": device.label,
            "state": device.state.name(),
            "enrolled_ms": device.enrolled_ms,
            "last_contact_ms": device.last_contact_ms,
            "waiting": waiting,
        }));
    }
    Ok(respond::json(StatusCode::OK, &json!({ "devices": devices })))
}

#[derive(Deserialize)]
struct Decision {
    /// What an organiser decides: `confirm`, `retire`, `lost`, `take` or `discard` what waits.
    decision: String,
}

/// What an organiser decides about a device.
pub(super) async fn decide(app: &Arc<App>, request: &Request, device: &str) -> Handled {
    session::organiser(app, &request.headers).await?;
    let Decision { decision } = request.json()?;
    let id: DocumentId = device.parse().map_err(|_| AppError::NotFound)?;
    let device = app.storage.device(id).await?.ok_or(AppError::NotFound)?;
    match (decision.as_str(), device.state) {
        // Also of one that is confirmed: a lost answer can be asked for anew.
        ("confirm", DeviceState::Waiting | DeviceState::Active) => {
            let active = become_state(app, &device, DeviceState::Active).await?;
            Ok(taken(bundles::take_kept(app, &active).await?))
        }
        ("retire", DeviceState::Active | DeviceState::Retired) => {
            become_state(app, &device, DeviceState::Retired).await?;
            Ok(taken(bundles::Taken::default()))
        }
        // Also one that waits, and is not let in.
        ("lost", _) => {
            become_state(app, &device, DeviceState::Lost).await?;
            Ok(taken(bundles::Taken::default()))
        }
        ("take", DeviceState::Lost) => Ok(taken(bundles::take_kept(app, &device).await?)),
        ("discard", DeviceState::Lost | DeviceState::Waiting) => {
            for kept in app.storage.bundles_of(id).await? {
                app.storage.drop_bundle(kept.hash).await?;
            }
            Ok(taken(bundles::Taken::default()))
        }
        _ => Err(AppError::Forbidden),
    }
}

/// A device that is done ends its own sessions; it has sent everything, or handed it over.
pub(super) async fn retire(app: &Arc<App>, request: &Request, origin: &str) -> Handled {
    let Identity::Device { id, .. } = session::identify(app, &request.headers).await? else {
        return Err(AppError::Forbidden);
    };
    let device = app.storage.device(id).await?.ok_or(AppError::NotFound)?;
    become_state(app, &device, DeviceState::Retired).await?;
    let answer = respond::json(StatusCode::OK, &json!({}));
    Ok(respond::with_header(answer, "set-cookie", &session::closing_cookie(origin)))
}

/// Takes a bundle, whoever brings it.
pub(super) async fn bundle(app: &App, bytes: Vec<u8>) -> Handled {
    match bundles::receive(app, bytes).await? {
        bundles::Received::Taken(sum) => Ok(taken(sum)),
        bundles::Received::ForReview => Ok(respond::json(StatusCode::ACCEPTED, &json!({ "review": true }))),
    }
}

fn taken(sum: bundles::Taken) -> Response {
    respond::json(StatusCode::OK, &json!({ "documents": sum.documents, "refused": sum.refused }))
}

/// Puts a device into a state. Its connections end at once if it may no longer have any.
async fn become_state(app: &App, device: &Device, state: DeviceState) -> Result<Device, AppError> {
    let ended = app.storage.set_device_state(device.id, state).await?.ok_or(AppError::NotFound)?;
    for session in ended {
        app.driver.end_session(session);
    }
    Ok(Device { state, ..device.clone() })
}

/// The key that a market's contacts are sealed to.
async fn sealing_key(app: &App, market: &MarketKey) -> Result<SealingKey, AppError> {
    let stored = publication::stored_market(&*app.storage, market).await?.ok_or(AppError::MarketUnknown)?;
    stored.sealing_key.ok_or(AppError::NoSealingKey)
}

/// Name of the organiser who made the invite; empty for the operator's.
async fn organiser_name(app: &App, invite: &Invite) -> Result<String, AppError> {
    let members = app.storage.members().await?;
    let organiser = members.into_iter().find(|member| Some(member.id) == invite.created_by);
    Ok(organiser.map(|member| member.name).unwrap_or_default())
}
