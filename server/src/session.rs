//! Who is asking: the session cookie, and whether a request comes from our own pages.

use shared::{document::DocumentId, sync::share_policy::Principal};
use warp::http::{
    HeaderMap,
    header::{COOKIE, HOST, ORIGIN},
};

use crate::{
    app::App,
    clock::DAY_MS,
    error::AppError,
    secret::{Token, TokenHash},
    storage::{Holder, Identity, Member, MemberRole, Pass, PassPurpose, StorageError},
};

/// The cookie's name.
const COOKIE_NAME: &str = "markt_session";
/// A member signs in anew after two weeks.
const MEMBER_DAYS: i64 = 14;
/// A device stays enrolled for the whole season.
const DEVICE_DAYS: i64 = 200;

/// The `Origin` of a request from our own pages.
///
/// # Errors
/// There is none, or it is not the host that was asked.
pub(crate) fn own_origin(headers: &HeaderMap) -> Result<&str, AppError> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let origin = text(ORIGIN).ok_or(AppError::ForeignOrigin)?;
    let authority = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
    match (authority, text(HOST)) {
        (Some(authority), Some(host)) if authority.eq_ignore_ascii_case(host) => Ok(origin),
        _ => Err(AppError::ForeignOrigin),
    }
}

/// Hash of the session cookie, if the request carries one.
pub(crate) fn cookie(headers: &HeaderMap) -> Option<TokenHash> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE_NAME)
        .and_then(|(_, token)| Token::parse(token))
        .map(|token| token.hash())
}

/// Who holds the session of this request.
///
/// # Errors
/// No one does.
pub(crate) async fn identify(app: &App, headers: &HeaderMap) -> Result<Identity, AppError> {
    let token = cookie(headers).ok_or(AppError::SignedOut)?;
    let identity = app.storage.identify(token, PassPurpose::Session, app.clock.now_ms()).await?;
    identity.ok_or(AppError::SignedOut)
}

/// The organiser who holds the session of this request.
///
/// # Errors
/// No one does, or someone who is no organiser.
pub(crate) async fn organiser(app: &App, headers: &HeaderMap) -> Result<Member, AppError> {
    match identify(app, headers).await? {
        Identity::Member(member) if member.role == MemberRole::Organiser => Ok(member),
        Identity::Member(_) | Identity::Device { .. } => Err(AppError::Forbidden),
    }
}

/// Opens a session and returns the cookie that carries it.
pub(crate) async fn open(app: &App, holder: Holder, origin: &str) -> Result<String, StorageError> {
    let days = match holder {
        Holder::Member(_) => MEMBER_DAYS,
        Holder::Device(_) => DEVICE_DAYS,
    };
    let token = Token::random();
    let expires_ms = app.clock.now_ms() + days * DAY_MS;
    app.storage
        .put_pass(Pass { token: token.hash(), purpose: PassPurpose::Session, holder, expires_ms })
        .await?;
    Ok(set_cookie(&token.to_string(), days, origin))
}

/// The cookie that removes the session from the browser.
pub(crate) fn closing_cookie(origin: &str) -> String {
    set_cookie("", 0, origin)
}

/// What the sync core calls the holder; nothing if the stored market has an unreadable name.
pub(crate) fn principal(identity: Identity) -> Option<Principal> {
    match identity {
        Identity::Member(Member { id: member, role: MemberRole::Organiser, .. }) => {
            Some(Principal::Organiser { member })
        }
        Identity::Member(Member { id: member, role: MemberRole::Staff, .. }) => {
            Some(Principal::Staff { member })
        }
        Identity::Device { id: device, market } => {
            Some(Principal::Device { device, market: market.parse().ok()? })
        }
    }
}

/// A document id that no one has yet.
pub(crate) fn new_document_id() -> DocumentId {
    DocumentId::from_bytes(rand::random())
}

fn set_cookie(token: &str, days: i64, origin: &str) -> String {
    // A browser would not send a secure cookie back to a demonstration on this machine.
    let secure = if is_plain_loopback(origin) { "" } else { "; Secure" };
    let seconds = days * DAY_MS / 1000;
    format!("{COOKIE_NAME}={token}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}")
}

fn is_plain_loopback(origin: &str) -> bool {
    let Some(authority) = origin.strip_prefix("http://") else { return false };
    let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
    matches!(host, "127.0.0.1" | "localhost" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(origin: &str, host: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(ORIGIN, origin.parse().expect("a header"));
        headers.insert(HOST, host.parse().expect("a header"));
        headers
    }

    #[test]
    fn only_our_own_pages_may_write() {
        assert!(own_origin(&headers("http://127.0.0.1:8080", "127.0.0.1:8080")).is_ok());
        assert!(own_origin(&headers("https://markt.example", "markt.example")).is_ok());
        assert!(own_origin(&headers("https://evil.example", "markt.example")).is_err());
        assert!(own_origin(&headers("http://127.0.0.1:8081", "127.0.0.1:8080")).is_err());
        assert!(own_origin(&headers("null", "127.0.0.1:8080")).is_err());
        assert!(own_origin(&HeaderMap::new()).is_err());
    }

    #[test]
    fn the_cookie_is_found_among_others() {
        let token = Token::random();
        let mut headers = HeaderMap::new();
        let value = format!("a=b; markt_session={token}; c=d");
        headers.insert(COOKIE, value.parse().expect("a header"));
        assert_eq!(cookie(&headers), Some(token.hash()));
    }

    #[test]
    fn the_cookie_is_secure_except_on_this_machine() {
        assert!(set_cookie("t", 1, "https://markt.example").ends_with("; Secure"));
        assert!(set_cookie("t", 1, "http://markt.example").ends_with("; Secure"));
        let local = set_cookie("t", 1, "http://127.0.0.1:8080");
        assert_eq!(local, "markt_session=t; Path=/; HttpOnly; SameSite=Strict; Max-Age=86400");
    }
}
