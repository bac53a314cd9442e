//! Letters from visitors' own phones, and how far they have come.

use std::{
    net::{IpAddr, Ipv4Addr},
    sync::Arc,
};

use serde::Deserialize;
use serde_json::json;
use shared::{document::contact, inbox::Letter, repo::Found, seal::receipt::Secret};
use warp::http::{HeaderMap, StatusCode};

use super::{Handled, Request};
use crate::{app::App, error::AppError, inbox, publication, respond};

/// Takes in a letter; whoever sends it needs no session.
pub(super) async fn post(app: &Arc<App>, request: &Request) -> Handled {
    let address = sender(request.remote, &request.headers);
    if let Err(retry_after_s) = app.letter_limit.attempt(address, app.clock.now_ms()) {
        return Err(AppError::TooMany { retry_after_s });
    }
    let letter: Letter = request.json()?;
    let document = inbox::accept(app, &letter).await?;
    Ok(respond::json(StatusCode::OK, &json!({ "document": document.to_string() })))
}

#[derive(Deserialize)]
struct Asked {
    code: String,
}

/// Says whether the contact of a receipt is here, and whether the organisers have opened it.
pub(super) async fn receipt(app: &Arc<App>, request: &Request) -> Handled {
    let Asked { code } = request.json()?;
    let secret = Secret::parse(&code).ok_or(AppError::ReceiptUnknown)?;
    for document in app.storage.with_receipt(secret.hash()).await? {
        if let Found::Present { chunks, .. } = app.storage.load(document, None).await?.found {
            let opened = publication::load(&chunks)
                .is_some_and(|document| !contact::read(&document).0.opened.is_empty());
            return Ok(respond::json(StatusCode::OK, &json!({ "opened": opened })));
        }
    }
    Err(AppError::ReceiptUnknown)
}

/// Where a request comes from. Only a proxy on this machine is believed when it names someone else:
/// the last of the addresses, which it added itself.
fn sender(remote: Option<IpAddr>, headers: &HeaderMap) -> IpAddr {
    let remote = remote.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    if !remote.is_loopback() {
        return remote;
    }
    let forwarded = headers.get_all("x-forwarded-for").iter().next_back();
    let named = forwarded.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
    named.unwrap_or(remote)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(remote: &str, forwarded: &[&str], expected: &str) {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().expect("a header"));
        }
        let remote = remote.parse().expect("an address");
        assert_eq!(sender(Some(remote), &headers).to_string(), expected);
    }

    #[test]
    fn only_the_proxy_of_this_machine_speaks_for_others() {
        check("192.0.2.1", &["198.51.100.7"], "192.0.2.1");
        check("127.0.0.1", &["198.51.100.7"], "198.51.100.7");
        check("127.0.0.1", &["203.0.113.9, 198.51.100.7"], "198.51.100.7");
        check("127.0.0.1", &["203.0.113.9", "198.51.100.7"], "198.51.100.7");
        check("127.0.0.1", &["made up"], "127.0.0.1");
        check("127.0.0.1", &[], "127.0.0.1");
    }
}
