//! The published catalogs.

use warp::http::StatusCode;

use super::{Handled, Request};
use crate::{
    app::App,
    error::AppError,
    respond::{self, Caching, Encodings, Response},
};

/// Which catalogs are current.
///
/// **Shape**: lines `today <date>` (only with a fixed day), `<language> <hash>` each, `build <id>`.
pub(super) fn current(app: &App) -> Response {
    let mut body = String::new();
    if let Some(today) = app.clock.fixed_today {
        body += &format!("today {today}\n");
    }
    for (language, hash) in app.publication.current().catalog_hashes() {
        body += &format!("{language} {hash}\n");
    }
    body += &format!("build {}\n", app.site.visitor_build());
    respond::text(StatusCode::OK, body)
}

/// One catalog; its address names its content.
pub(super) fn snapshot(app: &App, request: &Request, language: &str, hash: &str) -> Handled {
    let catalog = app.publication.catalog(language, hash).ok_or(AppError::NotFound)?;
    let (brotli, gzip) = catalog.compressed().cloned().unzip();
    let encodings = Encodings { plain: catalog.plain.clone(), brotli, gzip };
    let content_type = "application/octet-stream";
    Ok(respond::content(&request.headers, StatusCode::OK, content_type, hash, Caching::Immutable, &encodings))
}
