//! `/sync`: who may open a connection.

use std::sync::Arc;

use warp::{
    Reply as _,
    filters::path::FullPath,
    http::HeaderMap,
    ws::{WebSocket, Ws},
};

use super::Request;
use crate::{
    app::App,
    connection,
    error::AppError,
    log,
    secret::{Token, TokenHash},
    session,
    storage::{Identity, PassPurpose},
};

/// Accepts the upgrade; who is not known, or cannot be looked up, is told so over the connection: the official
/// client in Node takes a refused one for a fault that ends its process.
pub(super) async fn upgrade(
    ws: Ws,
    app: Arc<App>,
    path: FullPath,
    query: String,
    headers: HeaderMap,
) -> warp::reply::Response {
    let path = path.as_str().to_owned();
    let request = Request { path, query, headers, body: bytes::Bytes::new(), remote: None };
    let (identity, session) = match authenticate(&app, &request).await {
        Ok(authenticated) => authenticated,
        Err(AppError::Storage(error)) => {
            log::error("storage_failed", &[("operation", &error.operation), ("cause", &error.source)]);
            return ws.on_upgrade(connection::put_off).into_response();
        }
        Err(_) => (None, None),
    };
    let shutdown = app.stopping();
    let max = app.driver.max_frame_bytes();
    ws.max_message_size(max)
        .max_frame_size(max)
        .on_upgrade(async move |socket: WebSocket| match identity.and_then(session::principal) {
            Some(principal) => connection::serve(app, socket, principal, session, shutdown).await,
            None => connection::refuse(app, socket).await,
        })
        .into_response()
}

/// A ticket, or the cookie of a request from our own pages.
async fn authenticate(
    app: &App,
    request: &Request,
) -> Result<(Option<Identity>, Option<TokenHash>), AppError> {
    if let Some(ticket) = request.parameter("ticket") {
        let Some(token) = Token::parse(ticket) else { return Ok((None, None)) };
        let identity = app.storage.identify(token.hash(), PassPurpose::Ticket, app.clock.now_ms()).await?;
        return Ok((identity, None));
    }
    session::own_origin(&request.headers)?;
    let identity = session::identify(app, &request.headers).await?;
    Ok((Some(identity), session::cookie(&request.headers)))
}
