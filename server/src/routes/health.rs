//! For monitoring.

use std::sync::Arc;

use warp::http::StatusCode;

use super::Handled;
use crate::{
    app::App,
    respond::{self, Response},
};

/// Whether the storage answers.
pub(super) async fn healthz(app: &Arc<App>) -> Handled {
    app.storage.incarnation().await?;
    Ok(respond::text(StatusCode::OK, "ok\n".into()))
}

/// The counters, in Prometheus' text format.
pub(super) fn metrics(app: &App) -> Response {
    respond::text(StatusCode::OK, app.metrics.to_text(app.storage.transactions()))
}
