//! The published catalogs, and the small print beside them.

use warp::http::StatusCode;

use super::{Handled, Request};
use crate::{
    app::App,
    error::AppError,
    respond::{self, Caching, Encodings, Response},
};

/// Which of them are current.
///
/// **Shape**: lines `today <date>` (only with a fixed day), `<language> <hash>` and
/// `<language>-small-print <hash>` each, `build <id>`.
pub(super) fn current(app: &App) -> Response {
    let mut body = String::new();
    if let Some(today) = app.clock.fixed_today {
        body += &format!("today {today}\n");
    }
    for (name, hash) in app.publication.current().hashes() {
        body += &format!("{name} {hash}\n");
    }
    body += &format!("build {}\n", app.site.visitor_build());
    respond::text(StatusCode::OK, body)
}

/// One of them; its address names its content.
pub(super) fn snapshot(app: &App, request: &Request, name: &str, hash: &str) -> Handled {
    let file = app.publication.file(name, hash).ok_or(AppError::NotFound)?;
    let (brotli, gzip) = file.compressed().cloned().unzip();
    let encodings = Encodings { plain: file.plain.clone(), brotli, gzip };
    let content_type = "application/octet-stream";
    Ok(respond::content(&request.headers, StatusCode::OK, content_type, hash, Caching::Immutable, &encodings))
}
