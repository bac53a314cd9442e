//! Responses: content negotiation, caching and the headers that every response carries.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::Bytes;
use serde::Serialize;
use sha2::{Digest, Sha256};
use warp::http::{
    HeaderMap, HeaderName, HeaderValue, StatusCode,
    header::{
        ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION, VARY,
    },
};

/// A response with its whole body.
pub(crate) type Response = warp::http::Response<Bytes>;

const POLICY: &str = "content-security-policy";

const EVERYWHERE: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=()"),
];

/// How long a browser may keep a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Caching {
    /// For ever: its address names its content.
    Immutable,
    /// It must ask each time whether it changed.
    Revalidate,
    /// Not at all.
    Never,
}

impl Caching {
    fn header(self) -> &'static str {
        match self {
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Revalidate => "no-cache",
            Self::Never => "no-store",
        }
    }
}

/// One content in the encodings that exist of it.
#[derive(Clone, Debug)]
pub(crate) struct Encodings {
    /// As it is.
    pub plain: Bytes,
    /// Brotli.
    pub brotli: Option<Bytes>,
    /// Gzip.
    pub gzip: Option<Bytes>,
}

/// A whole content with its entity tag, in the encoding that the asker prefers.
pub(crate) fn content(
    request: &HeaderMap,
    status: StatusCode,
    content_type: &str,
    etag: &str,
    caching: Caching,
    encodings: &Encodings,
) -> Response {
    // Weak: the same content may come in several encodings.
    let etag = format!("W/\"{etag}\"");
    let known = request.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()).is_some_and(|tags| {
        tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag.trim_start_matches("W/"))
    });
    let (encoding, body) = if known { (None, Bytes::new()) } else { best(request, encodings) };
    let mut response = Response::new(body);
    *response.status_mut() = if known { StatusCode::NOT_MODIFIED } else { status };
    set(&mut response, CONTENT_TYPE, content_type);
    set(&mut response, ETAG, &etag);
    set(&mut response, CACHE_CONTROL, caching.header());
    set(&mut response, VARY, "accept-encoding");
    if let Some(encoding) = encoding {
        set(&mut response, CONTENT_ENCODING, encoding);
    }
    response
}

/// JSON that no one may keep.
pub(crate) fn json(status: StatusCode, body: &impl Serialize) -> Response {
    let body = serde_json::to_vec(body).expect("our own answers are plain JSON");
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    set(&mut response, CONTENT_TYPE, "application/json");
    set(&mut response, CACHE_CONTROL, Caching::Never.header());
    response
}

/// Short plain text that no one may keep.
pub(crate) fn text(status: StatusCode, body: String) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    set(&mut response, CONTENT_TYPE, "text/plain; charset=utf-8");
    set(&mut response, CACHE_CONTROL, Caching::Never.header());
    response
}

/// A redirect that depends on the asker's languages.
pub(crate) fn see(location: &str) -> Response {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::FOUND;
    set(&mut response, LOCATION, location);
    set(&mut response, CACHE_CONTROL, Caching::Revalidate.header());
    set(&mut response, VARY, "accept-language");
    response
}

/// Adds one header.
pub(crate) fn with_header(mut response: Response, name: &'static str, value: &str) -> Response {
    set(&mut response, HeaderName::from_static(name), value);
    response
}

/// Nothing may be loaded from elsewhere, and nothing in a page may run or style it but our files, our wasm,
/// and what is named here by its content.
fn policy(scripts: &str, styles: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
}

/// The policy of pages that hold these scripts and this style sheet themselves.
pub(crate) fn page_policy(scripts: &[&str], style: Option<&str>) -> String {
    let hash = |text: &str| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let scripts: String = scripts.iter().map(|script| hash(script)).collect();
    policy(&scripts, &style.map(hash).unwrap_or_default())
}

/// Lets a page hold what `policy` allows.
pub(crate) fn with_policy(response: Response, policy: &str) -> Response {
    with_header(response, POLICY, policy)
}

/// Adds the headers that every response carries.
pub(crate) fn secured(mut response: warp::reply::Response) -> warp::reply::Response {
    if !response.headers().contains_key(POLICY)
        && let Ok(policy) = HeaderValue::from_str(&policy("", ""))
    {
        response.headers_mut().insert(POLICY, policy);
    }
    for (name, value) in EVERYWHERE {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response
}

fn best(request: &HeaderMap, encodings: &Encodings) -> (Option<&'static str>, Bytes) {
    let accepted = request.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    match (&encodings.brotli, &encodings.gzip) {
        (Some(brotli), _) if accepts(accepted, "br") => (Some("br"), brotli.clone()),
        (_, Some(gzip)) if accepts(accepted, "gzip") => (Some("gzip"), gzip.clone()),
        _ => (None, encodings.plain.clone()),
    }
}

/// Whether `accepted` (an `Accept-Encoding`) names `encoding` without the weight 0.
fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|part| {
        let mut pieces = part.split(';').map(str::trim);
        let named = pieces.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let refused = pieces
            .filter_map(|parameter| parameter.strip_prefix("q="))
            .any(|weight| weight.parse::<f32>().is_ok_and(|weight| weight == 0.0));
        named && !refused
    })
}

fn set(response: &mut Response, name: HeaderName, value: &str) {
    // Only our own texts come here; one that cannot be a header is left out.
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_may_hold_what_its_policy_names_and_nothing_else() {
        let page = page_policy(&["", "alert()"], Some("p{}"));
        assert!(page.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-"), "{page}");
        assert!(page.contains("style-src 'self' 'sha256-") && !page.contains("unsafe-inline"), "{page}");
        assert!(policy("", "").contains("script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"));
    }

    #[test]
    fn encodings_are_negotiated() {
        assert!(accepts("gzip, deflate, br", "br"));
        assert!(accepts("br;q=0.5", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("", "gzip"));
    }
}
