//! Devices: invites, and enrolling by one.

use std::sync::Arc;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;
use shared::{document::MarketKey, model::SealingKey};
use warp::http::StatusCode;

use super::{Handled, Request};
use crate::{
    app::App,
    enrolment::{self, NewDevice},
    error::AppError,
    publication, respond,
    secret::Token,
    session,
    storage::{Enrolment, Holder, Invite},
};

const MAX_LABEL_CHARS: usize = 64;

#[derive(Deserialize)]
struct WantedInvite {
    market: String,
}

/// Makes an invite for a market.
pub(super) async fn invite(app: &Arc<App>, request: &Request, origin: &str) -> Handled {
    let organiser = session::organiser(app, &request.headers).await?;
    let WantedInvite { market } = request.json()?;
    let market: MarketKey = market.parse()?;
    let key = sealing_key(app, &market).await?;
    let time_zone = app.publication.current().season.time_zone.clone();
    let made = enrolment::invite(&*app.storage, &app.clock, &market, &time_zone, Some(organiser.id)).await?;
    let (token, expires_ms) = made.map_err(|_| AppError::MarketOver)?;
    let expires_at = Timestamp::from_millisecond(expires_ms).unwrap_or_default();
    let url = enrolment::invite_address(origin, &token, &key.fingerprint);
    Ok(respond::json(StatusCode::OK, &json!({ "url": url, "expires_at": expires_at.to_string() })))
}

#[derive(Deserialize)]
struct Enrolling {
    token: String,
    public_key: String,
    #[serde(default)]
    label: String,
    /// Of the key that the invite vouches for; a program that does not say it must compare by itself.
    fingerprint: Option<String>,
}

/// Enrols the device that shows an invite.
pub(super) async fn enrol(app: &Arc<App>, request: &Request, origin: &str) -> Handled {
    let Enrolling { token, public_key, label, fingerprint } = request.json()?;
    let public_key = hex::decode(public_key).map_err(|_| AppError::InvalidKey)?;
    if !enrolment::is_public_key(&public_key) {
        return Err(AppError::InvalidKey);
    }
    let token = Token::parse(&token).ok_or(AppError::InviteUnknown)?;
    let invite = app.storage.invite(token.hash()).await?.ok_or(AppError::InviteUnknown)?;
    let market: MarketKey = invite.market.parse()?;
    let key = sealing_key(app, &market).await?;
    if fingerprint.is_some_and(|vouched_for| vouched_for != key.fingerprint) {
        return Err(AppError::OtherKey);
    }

    let label: String = label.trim().chars().filter(|c| !c.is_control()).take(MAX_LABEL_CHARS).collect();
    let new = NewDevice { label, public_key };
    let device = match enrolment::enrol(&*app.storage, &invite, new, app.clock.now_ms()).await? {
        Enrolment::Enrolled { device, .. } => device,
        Enrolment::Unknown => return Err(AppError::InviteUnknown),
        Enrolment::Used => return Err(AppError::InviteUsed),
        Enrolment::Expired => return Err(AppError::InviteExpired),
    };
    app.driver.log_advanced().await;
    let cookie = session::open(app, Holder::Device(device), origin).await?;
    let body = json!({
        "device": device.to_string(),
        "market": market.as_str(),
        "season": market.season(),
        "organiser": organiser_name(app, &invite).await?,
        "fingerprint": key.fingerprint,
        "sealing_key": key.public,
        "role": "volunteer",
    });
    Ok(respond::with_header(respond::json(StatusCode::OK, &body), "set-cookie", &cookie))
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
