//! The built client's files.

use warp::http::StatusCode;

use super::{Handled, Request};
use crate::{
    app::App,
    error::AppError,
    respond::{self, Caching, Encodings},
    site::SiteFile,
};

/// The file at the path of the request.
pub(super) fn file(app: &App, request: &Request) -> Handled {
    let file = app.site.file(&request.path).ok_or(AppError::NotFound)?;
    Ok(send(request, file))
}

/// A file of the team's programs, or a shell: every address below `/team/` is theirs, those from
/// `/team/tisch` on the desk's.
pub(super) fn team(app: &App, request: &Request) -> Handled {
    let shell = match request.path.strip_prefix("/team/tisch") {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => "/team/tisch/index.html",
        _ => "/team/index.html",
    };
    let file = app.site.file(&request.path).or_else(|| app.site.file(shell)).ok_or(AppError::NotFound)?;
    Ok(send(request, file))
}

fn send(request: &Request, file: &SiteFile) -> respond::Response {
    let hashed = request.path.starts_with("/assets/");
    let caching = if hashed { Caching::Immutable } else { Caching::Revalidate };
    let encodings =
        Encodings { plain: file.plain.clone(), brotli: file.brotli.clone(), gzip: file.gzip.clone() };
    respond::content(&request.headers, StatusCode::OK, file.content_type, &file.etag, caching, &encodings)
}
