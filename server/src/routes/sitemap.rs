//! What search engines may read, and where all of it is.
//!
//! One map for each language: a map has at most 50,000 addresses, and a season may have 10,000 offers.

use client::route::{Legal, Route};
use shared::catalog::Catalog;
use warp::http::StatusCode;

use super::Handled;
use crate::{
    app::App,
    error::AppError,
    respond::{self, Response},
};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// `robots.txt`.
pub(super) fn robots(app: &App) -> Response {
    let body =
        format!("User-agent: *\nDisallow: /team/\nDisallow: /api/\n\nSitemap: {}/sitemap.xml\n", app.origin);
    respond::text(StatusCode::OK, body)
}

/// Names the map of each language.
pub(super) fn index(app: &App) -> Response {
    let maps: String = app
        .publication
        .current()
        .languages
        .iter()
        .map(|language| format!("<sitemap><loc>{}/sitemap/{language}.xml</loc></sitemap>\n", app.origin))
        .collect();
    xml(format!("{XML}<sitemapindex xmlns=\"{SCHEMA}\">\n{maps}</sitemapindex>\n"))
}

/// All pages of a language: `<language>.xml`.
pub(super) fn of_language(app: &App, file: &str) -> Handled {
    let language = file.strip_suffix(".xml").ok_or(AppError::NotFound)?;
    let published = app.publication.current();
    let bytes = &published.catalog(language).ok_or(AppError::NotFound)?.plain;
    let catalog = Catalog::from_bytes(bytes).map_err(|_| AppError::NotFound)?;
    Ok(xml(pages(&catalog, &app.origin, language)))
}

fn pages(catalog: &Catalog, origin: &str, language: &str) -> String {
    let mut body = format!("{XML}<urlset xmlns=\"{SCHEMA}\">\n");
    let mut page = |route: &Route, changed: &str| {
        let changed =
            if changed.is_empty() { String::new() } else { format!("<lastmod>{changed}</lastmod>") };
        // Paths are percent-encoded: nothing in them means anything in XML.
        body += &format!("<url><loc>{origin}{}</loc>{changed}</url>\n", route.path(language));
    };
    for route in [
        Route::Today,
        Route::Offers,
        Route::Info,
        Route::Legal(Legal::Imprint),
        Route::Legal(Legal::Privacy),
        Route::Legal(Legal::Accessibility),
    ] {
        page(&route, "");
    }
    for offer in &catalog.offers {
        page(&Route::Offer(offer.id.clone()), &offer.last_checked);
    }
    for provider in &catalog.providers {
        page(&Route::Provider(provider.key.clone()), &provider.last_checked);
    }
    body + "</urlset>\n"
}

fn xml(body: String) -> Response {
    respond::with_header(respond::text(StatusCode::OK, body), "content-type", "application/xml")
}

#[cfg(test)]
mod tests {
    use shared::catalog::{Offer, Provider};

    use super::*;

    #[test]
    fn a_map_names_every_offer_and_provider_with_the_day_it_was_checked() {
        let offer =
            Offer { id: "kurs".to_owned(), last_checked: "2026-04-09".to_owned(), ..Offer::default() };
        let provider = Provider { key: "a & b".to_owned(), ..Provider::default() };
        let catalog = Catalog { offers: vec![offer], providers: vec![provider], ..Catalog::default() };
        let map = pages(&catalog, "https://markt.example", "ar");
        for line in [
            "<url><loc>https://markt.example/ar/</loc></url>",
            "<url><loc>https://markt.example/ar/angebote/kurs</loc><lastmod>2026-04-09</lastmod></url>",
            "<url><loc>https://markt.example/ar/anbieter/a%20%26%20b</loc></url>",
        ] {
            assert!(map.contains(line), "{line} in {map}");
        }
    }
}
