//! The whole URL map.

mod catalog;
mod devices;
mod erasing;
mod files;
mod health;
mod inbox;
mod keyring;
mod pages;
mod sign_in;
mod sitemap;
mod sync;

use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use bytes::Bytes;
use serde::de::DeserializeOwned;
use shared::repo::MAX_BUNDLE_BYTES;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use warp::{
    Filter, Rejection, Reply as _,
    filters::{BoxedFilter, path::FullPath},
    http::{HeaderMap, Method, StatusCode},
};

use crate::{app::App, error::AppError, respond, respond::Response, session};

/// Bodies are small JSON; wrapped keys are the largest.
const MAX_BODY_BYTES: u64 = 64 * 1024;

/// A request without its method.
struct Request {
    path: String,
    query: String,
    headers: HeaderMap,
    body: Bytes,
    /// The other end of the connection, perhaps a proxy.
    remote: Option<IpAddr>,
}

/// So many bundles are taken in at a time: whoever sends one needs no session.
const BUNDLES_AT_A_TIME: usize = 32;

type Handled = Result<Response, AppError>;

/// What can be read.
async fn read(app: &Arc<App>, request: &Request) -> Handled {
    match segments(&request.path).as_slice() {
        [] => pages::start(app, request),
        ["healthz"] => health::healthz(app).await,
        ["metrics"] => Ok(health::metrics(app)),
        ["robots.txt"] => Ok(sitemap::robots(app)),
        ["sitemap.xml"] => Ok(sitemap::index(app)),
        ["sitemap", file] => sitemap::of_language(app, file),
        ["manifest", file] => pages::manifest(app, request, file),
        ["kalender", file] => pages::calendar(app, request, file),
        ["catalog", "current"] => Ok(catalog::current(app)),
        ["catalog", language, hash] => catalog::snapshot(app, request, language, hash),
        ["api", "session"] => sign_in::session(app, request).await,
        ["api", "keyring", season, date] => keyring::read(app, request, season, date).await,
        ["api", "devices", season, date] => devices::list(app, request, season, date).await,
        ["api", ..] => Err(AppError::NotFound),
        ["team"] | ["team", ..] => files::team(app, request),
        [language, ..] if pages::is_language(app, language) => pages::page(app, request, language).await,
        _ => files::file(app, request),
    }
}

/// What can be written. All of it comes from our own pages.
async fn write(app: &Arc<App>, method: &Method, request: &Request) -> Handled {
    let origin = session::own_origin(&request.headers)?;
    match (method, segments(&request.path).as_slice()) {
        (&Method::POST, ["api", "sign-in"]) => sign_in::sign_in(app, request, origin).await,
        (&Method::POST, ["api", "sign-out"]) => sign_in::sign_out(app, request, origin).await,
        (&Method::POST, ["api", "set-up"]) => sign_in::set_up(app, request, origin).await,
        (&Method::POST, ["api", "enrol"]) => devices::enrol(app, request, origin).await,
        // One that found no place among those that are being taken in.
        (&Method::POST, ["api", "bundles"]) => Err(AppError::TooMany { retry_after_s: 10 }),
        (&Method::POST, ["api", "retire"]) => devices::retire(app, request, origin).await,
        (&Method::POST, ["api", "devices", device]) => devices::decide(app, request, device).await,
        (&Method::POST, ["api", "invites"]) => devices::invite(app, request, origin).await,
        (&Method::POST, ["api", "erase"]) => erasing::erase(app, request).await,
        (&Method::POST, ["api", "inbox"]) => inbox::post(app, request).await,
        (&Method::POST, ["api", "receipt"]) => inbox::receipt(app, request).await,
        (&Method::POST, ["api", "withdraw"]) => erasing::withdraw(app, request).await,
        (&Method::PUT, ["api", "keyring", season, date]) => keyring::write(app, request, season, date).await,
        _ => Err(AppError::NotFound),
    }
}

/// Every address of the server.
pub(crate) fn routes(app: &Arc<App>) -> BoxedFilter<(warp::reply::Response,)> {
    let with_app = {
        let app = Arc::clone(app);
        warp::any().map(move || Arc::clone(&app)).boxed()
    };
    let query = warp::query::raw().or(warp::any().map(String::new)).unify();
    let head = warp::path::full().and(query).and(warp::header::headers_cloned()).boxed();

    let sync =
        warp::path!("sync").and(warp::ws()).and(with_app.clone()).and(head.clone()).then(sync::upgrade);

    let reads = with_app.clone().and(warp::get().or(warp::head()).unify()).and(head.clone()).then(
        async |app: Arc<App>, path: FullPath, query, headers| {
            let path = path.as_str().to_owned();
            let request = Request { path, query, headers, body: Bytes::new(), remote: None };
            let handled = read(&app, &request).await;
            if matches!(handled, Err(AppError::NotFound)) && !request.path.starts_with("/api/") {
                return pages::not_found(&app, &request).await.into_response();
            }
            handled.unwrap_or_else(AppError::into_response).into_response()
        },
    );

    let writes = with_app
        .clone()
        .and(warp::method())
        .and(head)
        .and(warp::addr::remote())
        .and(warp::body::content_length_limit(MAX_BODY_BYTES))
        .and(warp::body::bytes())
        .then(async |app: Arc<App>, method: Method, path: FullPath, query, headers, remote, body| {
            let remote: Option<SocketAddr> = remote;
            let remote = remote.map(|remote| remote.ip().to_canonical());
            let request = Request { path: path.as_str().to_owned(), query, headers, body, remote };
            write(&app, &method, &request).await.unwrap_or_else(AppError::into_response).into_response()
        });

    let bundles = warp::path!("api" / "bundles")
        .and(warp::post())
        .and(place_for_a_bundle())
        .and(with_app.clone())
        .and(warp::header::headers_cloned())
        .and(warp::body::content_length_limit(MAX_BUNDLE_BYTES as u64))
        .and(warp::body::bytes())
        .then(async |_place: OwnedSemaphorePermit, app: Arc<App>, headers: HeaderMap, body: Bytes| {
            let handled = match session::own_origin(&headers) {
                Ok(_) => devices::bundle(&app, body.into()).await,
                Err(foreign) => Err(foreign),
            };
            handled.unwrap_or_else(AppError::into_response).into_response()
        });

    sync.or(reads)
        .unify()
        .or(bundles)
        .unify()
        .or(writes)
        .unify()
        .recover(rejected)
        .unify()
        .map(respond::secured)
        .boxed()
}

/// Held while a bundle is read and taken in; who finds none is told to try later.
fn place_for_a_bundle() -> BoxedFilter<(OwnedSemaphorePermit,)> {
    let places = Arc::new(Semaphore::new(BUNDLES_AT_A_TIME));
    let place = move || {
        let place = Arc::clone(&places).try_acquire_owned();
        std::future::ready(place.map_err(|_| warp::reject()))
    };
    warp::any().and_then(place).boxed()
}

/// What no filter took: a body that is too large or has no length.
async fn rejected(rejection: Rejection) -> Result<warp::reply::Response, Infallible> {
    let (status, code) = if rejection.find::<warp::reject::PayloadTooLarge>().is_some() {
        (StatusCode::PAYLOAD_TOO_LARGE, "too-large")
    } else {
        (StatusCode::BAD_REQUEST, "malformed")
    };
    Ok(respond::json(status, &serde_json::json!({ "error": code })).into_response())
}

/// The parts of a path: `/api/sign-in` is `api`, `sign-in`; `/` has none.
fn segments(path: &str) -> Vec<&str> {
    path.split('/').filter(|segment| !segment.is_empty()).collect()
}

impl Request {
    /// The body as JSON.
    fn json<T: DeserializeOwned>(&self) -> Result<T, AppError> {
        serde_json::from_slice(&self.body).map_err(|_| AppError::Malformed)
    }

    /// A parameter of the query, for values that need no decoding.
    fn parameter(&self, name: &str) -> Option<&str> {
        self.query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }
}
