//! Wrapped keys of the markets, for organisers.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Map, Value, json};
use shared::document::MarketKey;
use warp::http::StatusCode;

use super::{Handled, Request};
use crate::{app::App, error::AppError, respond, session, storage::WrappedKey};

/// Holder of the key that is printed.
const RECOVERY: &str = "recovery";

/// All wrapped keys of a market.
pub(super) async fn read(app: &Arc<App>, request: &Request, season: &str, date: &str) -> Handled {
    session::organiser(app, &request.headers).await?;
    let market = MarketKey::new(season, date)?;
    let mut wrapped = Vec::new();
    let mut recovery = None;
    for key in app.keyring.of_market(market.to_string()).await? {
        let mut fields: Map<String, Value> = serde_json::from_str(&key.wrapped).unwrap_or_default();
        if key.holder == RECOVERY {
            recovery = Some(Value::Object(fields));
        } else {
            fields.insert("member".into(), key.holder.into());
            wrapped.push(Value::Object(fields));
        }
    }
    let mut body = json!({ "wrapped": wrapped });
    if let Some(recovery) = recovery {
        body["recovery"] = recovery;
    }
    Ok(respond::json(StatusCode::OK, &body))
}

#[derive(Deserialize)]
struct NewKeys {
    #[serde(default)]
    wrapped: Vec<Map<String, Value>>,
    recovery: Option<Map<String, Value>>,
}

/// Keeps the asker's own wrapped key, and the recovery sheet's.
pub(super) async fn write(app: &Arc<App>, request: &Request, season: &str, date: &str) -> Handled {
    let organiser = session::organiser(app, &request.headers).await?;
    let market = MarketKey::new(season, date)?;
    let own = organiser.id.to_string();
    let NewKeys { wrapped, recovery } = request.json()?;
    let mut keys = Vec::new();
    for mut fields in wrapped {
        // Someone else's key would lock them out.
        if fields.remove("member").is_some_and(|member| member != own.as_str()) {
            return Err(AppError::Forbidden);
        }
        keys.push(WrappedKey { holder: own.clone(), wrapped: Value::Object(fields).to_string() });
    }
    if let Some(fields) = recovery {
        keys.push(WrappedKey { holder: RECOVERY.into(), wrapped: Value::Object(fields).to_string() });
    }
    app.keyring.put(market.to_string(), keys).await?;
    Ok(respond::json(StatusCode::OK, &json!({})))
}
