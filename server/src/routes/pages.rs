//! The visitor's pages.

use std::sync::Arc;

use bytes::Bytes;
use client::{
    page,
    text::{App as TextOf, Language, Text},
};
use sha2::{Digest, Sha256};
use warp::http::{HeaderMap, StatusCode, header::ACCEPT_LANGUAGE};

use super::{Handled, Request, segments};
use crate::{
    app::App,
    error::AppError,
    pages::{Page, PageAddress},
    respond::{self, Caching, Encodings, Response},
};

/// `/`: to the start page in the language that the address names, as that of an installed app does, or in the
/// one that the browser prefers.
pub(super) fn start(app: &App, request: &Request) -> Handled {
    Ok(respond::see(&format!("/{}/", asked_language(app, request))))
}

/// Whether pages exist in `language`. While nothing is published, they say so in all languages.
pub(super) fn is_language(app: &App, language: &str) -> bool {
    let published = &app.publication.current().languages;
    if published.is_empty() {
        Language::of(language).is_some()
    } else {
        published.iter().any(|one| one == language)
    }
}

/// The page at the path of the request.
pub(super) async fn page(app: &Arc<App>, request: &Request, language: &str) -> Handled {
    let address = PageAddress {
        path: request.path.clone(),
        query: request.query.clone(),
        language: language.to_owned(),
    };
    let page = app.pages.page(address, app.publication.current()).await.ok_or(AppError::NotFound)?;
    Ok(send(app, request, &page))
}

/// What is shown where there is nothing, in the reader's language.
pub(super) async fn not_found(app: &Arc<App>, request: &Request) -> Response {
    let language = match segments(&request.path).first() {
        Some(language) if is_language(app, language) => (*language).to_owned(),
        _ => preferred_language(app, &request.headers),
    };
    // No page has this address in any language, so that the renderer answers 404.
    let path = format!("/{language}/-");
    let address = PageAddress { path, query: String::new(), language };
    match app.pages.page(address, app.publication.current()).await {
        Some(page) => send(app, request, &page),
        None => respond::text(StatusCode::NOT_FOUND, "404\n".into()),
    }
}

/// `saison.ics` or `<date>.ics`, for calendars.
pub(super) fn calendar(app: &App, request: &Request, file: &str) -> Handled {
    let published = app.publication.current();
    let name = file.strip_suffix(".ics").ok_or(AppError::NotFound)?;
    let language = asked_language(app, request);
    let text = crate::calendar_file::of(&published, name, &language, &app.origin, app.clock.now_ms())
        .ok_or(AppError::NotFound)?;
    let response = respond::text(StatusCode::OK, text);
    Ok(respond::with_header(response, "content-type", "text/calendar; charset=utf-8"))
}

fn send(app: &App, request: &Request, page: &Page) -> Response {
    let encodings = Encodings {
        plain: Bytes::clone(&page.plain),
        brotli: Some(page.brotli.clone()),
        gzip: Some(page.gzip.clone()),
    };
    let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let content_type = "text/html; charset=utf-8";
    let response =
        respond::content(&request.headers, status, content_type, &page.etag, Caching::Revalidate, &encodings);
    respond::with_policy(response, app.pages.policy())
}

/// `<language>.webmanifest`: the app as it is installed in this language.
pub(super) fn manifest(app: &App, request: &Request, file: &str) -> Handled {
    let language = file.strip_suffix(".webmanifest").filter(|language| is_language(app, language));
    let text =
        language.and_then(|language| Text::embedded(TextOf::Pages, language)).ok_or(AppError::NotFound)?;
    let plain = Bytes::from(page::manifest(&text));
    let etag = hex::encode(&Sha256::digest(&plain)[..8]);
    let encodings = Encodings { plain, brotli: None, gzip: None };
    let content_type = "application/manifest+json";
    let caching = Caching::Revalidate;
    Ok(respond::content(&request.headers, StatusCode::OK, content_type, &etag, caching, &encodings))
}

/// The language that the address names, for whoever sends no wish of their own, such as calendars; else the one
/// that the browser prefers.
fn asked_language(app: &App, request: &Request) -> String {
    match request.parameter("sprache").filter(|language| is_language(app, language)) {
        Some(language) => language.to_owned(),
        None => preferred_language(app, &request.headers),
    }
}

/// The first published language that the browser accepts, by its weights; else the season's first.
fn preferred_language(app: &App, headers: &HeaderMap) -> String {
    let published = app.publication.current();
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    choose_language(accepted, &published.languages)
}

fn choose_language(accepted: &str, published: &[String]) -> String {
    let mut wanted: Vec<(u32, &str)> = accepted
        .split(',')
        .filter_map(|part| {
            let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
            let weight: f32 = weight.trim().parse().ok().filter(|weight| (0.0..=1.0).contains(weight))?;
            // Thousandths, as many digits as the header may have.
            Some(((weight * 1000.0).round() as u32, tag.trim()))
        })
        .filter(|(weight, _)| *weight > 0)
        .collect();
    // Easy German is chosen by people, never by their browsers.
    let published: Vec<&String> = published.iter().filter(|language| !language.contains("-x-")).collect();
    // Stable: of equal weights the first comes first.
    wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let matching = wanted.iter().find_map(|(_, tag)| {
        let primary = tag.split('-').next().unwrap_or(tag);
        published
            .iter()
            .find(|language| language.eq_ignore_ascii_case(tag))
            .or_else(|| published.iter().find(|language| language.eq_ignore_ascii_case(primary)))
    });
    matching.or(published.first()).map(|language| (*language).clone()).unwrap_or_else(|| "de".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(accepted: &str, expected: &str) {
        let published = ["de-x-leicht", "de", "en", "ar", "uk"].map(String::from);
        assert_eq!(choose_language(accepted, &published), expected, "{accepted}");
    }

    #[test]
    fn the_browser_chooses_among_the_published_languages() {
        check("", "de");
        check("tr", "de");
        check("en-GB,en;q=0.9,de;q=0.8", "en");
        check("ar-SY", "ar");
        check("de;q=0.3, en;q=0.5", "en");
        check("en;q=0, ar;q=0.1", "ar");
        check("xx;q=what", "de");
        check("uk-UA,uk;q=0.9,ru;q=0.8", "uk");
        check("de-x-leicht,en;q=0.5", "de");
    }
}
