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

/// A file of the team app, or its shell: every address below `/team/` is the app's own.
pub(super) fn team(app: &App, request: &Request) -> Handled {
    let file = app.site.file(&request.path).filter(|_| request.path != "/team/index.html");
    let file = file.or_else(|| app.site.file("/team/index.html")).ok_or(AppError::NotFound)?;
    Ok(send(request, file))
}

fn send(request: &Request, file: &SiteFile) -> respond::Response {
    let hashed = request.path.starts_with("/assets/");
    let caching = if hashed { Caching::Immutable } else { Caching::Revalidate };
    let encodings =
        Encodings { plain: file.plain.clone(), brotli: file.brotli.clone(), gzip: file.gzip.clone() };
    respond::content(&request.headers, StatusCode::OK, file.content_type, &file.etag, caching, &encodings)
}
