//! Members: signing in and out, and the first organiser.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::json;
use warp::http::StatusCode;

use super::{Handled, Request};
use crate::{
    app::App,
    enrolment,
    error::AppError,
    respond::{self, Response},
    secret::{PasswordHash, Token},
    session,
    storage::{Holder, Identity, Member, MemberRole},
};

/// Shorter passwords are not accepted.
pub(crate) const MIN_PASSWORD_CHARS: usize = 10;
const MAX_NAME_CHARS: usize = 64;

#[derive(Deserialize)]
struct Credentials {
    name: String,
    password: String,
}

/// Exchanges name and password for a session.
pub(super) async fn sign_in(app: &Arc<App>, request: &Request, origin: &str) -> Handled {
    let Credentials { name, password } = request.json()?;
    app.sign_in_limit.attempt(&name, app.clock.now_ms()).map_err(|retry_after_s| {
        app.metrics.sign_ins_refused.add(1);
        AppError::TooMany { retry_after_s }
    })?;
    let known = app.storage.member_named(name.clone()).await?;
    let (member, stored) = known.unzip();
    // An unknown name takes as long as a wrong password, or the time would tell names apart.
    let stored = stored.unwrap_or_else(PasswordHash::of_nothing);
    let matches = tokio::task::spawn_blocking(move || stored.matches(&password)).await.unwrap_or(false);
    let Some(member) = member.filter(|_| matches) else {
        app.metrics.sign_ins_refused.add(1);
        return Err(AppError::WrongCredentials);
    };
    app.sign_in_limit.succeeded(&name);
    signed_in(app, &member, origin).await
}

/// Ends the session.
pub(super) async fn sign_out(app: &Arc<App>, request: &Request, origin: &str) -> Handled {
    if let Some(token) = session::cookie(&request.headers) {
        app.storage.end_pass(token).await?;
        app.driver.end_session(token);
    }
    Ok(respond::with_header(
        respond::json(StatusCode::OK, &json!({})),
        "set-cookie",
        &session::closing_cookie(origin),
    ))
}

/// Whose session this is.
pub(super) async fn session(app: &Arc<App>, request: &Request) -> Handled {
    let body = match session::identify(app, &request.headers).await? {
        Identity::Member(member) => member_body(&member),
        Identity::Device { id, market } => {
            json!({ "role": "volunteer", "device": id.to_string(), "market": market })
        }
    };
    Ok(respond::json(StatusCode::OK, &body))
}

#[derive(Deserialize)]
struct FirstOrganiser {
    token: String,
    name: String,
    password: String,
}

/// Makes the first organiser by the one-time link.
pub(super) async fn set_up(app: &Arc<App>, request: &Request, origin: &str) -> Handled {
    let FirstOrganiser { token, name, password } = request.json()?;
    let name = valid_name(&name)?;
    if password.chars().count() < MIN_PASSWORD_CHARS {
        return Err(AppError::WeakPassword);
    }
    let token = Token::parse(&token).ok_or(AppError::SetUpUsed)?;
    if !app.storage.take_set_up(token.hash()).await? {
        return Err(AppError::SetUpUsed);
    }
    let password = tokio::task::spawn_blocking(move || PasswordHash::of(&password))
        .await
        .map_err(|_| AppError::Malformed)?;
    let member = enrolment::add_member(&*app.storage, name, MemberRole::Organiser, password).await?;
    let member = member.ok_or(AppError::NameTaken)?;
    app.driver.log_advanced().await;
    signed_in(app, &member, origin).await
}

/// A name that can be typed again.
fn valid_name(name: &str) -> Result<&str, AppError> {
    let name = name.trim();
    let fits = (1..=MAX_NAME_CHARS).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    fits.then_some(name).ok_or(AppError::Malformed)
}

async fn signed_in(app: &App, member: &Member, origin: &str) -> Result<Response, AppError> {
    let cookie = session::open(app, Holder::Member(member.id), origin).await?;
    Ok(respond::with_header(respond::json(StatusCode::OK, &member_body(member)), "set-cookie", &cookie))
}

fn member_body(member: &Member) -> serde_json::Value {
    json!({ "role": member.role.name(), "name": member.name, "member": member.id.to_string() })
}
