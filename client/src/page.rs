//! Whole HTML documents of the visitor's pages, rendered on the server.
//!
//! What the browser later hydrates stands in one root element. It carries what must match for that:
//! the addresses of the catalog and of the page, and the number of elements.

mod ask;
mod json_ld;

use std::{
    fmt::Write,
    future::Future,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use shared::catalog::Catalog;
use yew::{LocalServerRenderer, virtual_dom::AttrValue};

use crate::{
    ask::address::AskAddress,
    components::icon::SPRITE,
    route::{Address, Route},
    text::Text,
    visitor::{
        App, AppProps, Published, head,
        phone::{NoPhone, PhoneHandle},
    },
};

/// Addresses of what a page loads; without a built client, pages are read without scripts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The module that starts the app.
    pub script: Option<String>,
    /// The app.
    pub wasm: Option<String>,
    /// The style sheet.
    pub style: Option<String>,
    /// What the forms need besides.
    pub more_style: Option<String>,
    /// The compiled catalogue of the page's language.
    pub text: Option<String>,
    /// The catalog in the page's language.
    pub catalog: Option<String>,
}

/// What pages of the forms need instead of the visitor app's.
#[derive(Clone, Debug)]
pub struct FormsSite {
    /// Words of the forms, of the guide and of the frame around them.
    pub text: Text,
    /// What the page loads.
    pub site: Site,
}

/// What a page is made from.
#[derive(Clone, Debug)]
pub struct PageRequest<'a> {
    /// Path, such as `/de/angebote`.
    pub path: &'a str,
    /// What follows `?`, without it.
    pub query: &'a str,
    /// Languages in which the season is published.
    pub languages: &'a [String],
    /// ISO 8601.
    pub today: &'a str,
    /// Whether `today` was set by hand; devices then do not use their clock.
    pub fixed_today: bool,
    /// The catalog in the page's language.
    pub catalog: Rc<Catalog>,
    /// Words in the page's language.
    pub text: Text,
    /// What the page loads.
    pub site: &'a Site,
    /// The same for the forms, which are another program.
    pub forms: &'a FormsSite,
    /// Scheme and host, such as `https://markt.example`.
    pub origin: &'a str,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageResponse {
    /// 200 or 404.
    pub status: u16,
    /// The document, `text/html; charset=utf-8`.
    pub html: String,
}

/// Renders a page.
pub fn render(request: PageRequest<'_>) -> PageResponse {
    if let Some(address) = AskAddress::parse(request.path, request.query, request.text.language()) {
        return ask::render(&request, address);
    }
    let address = Address::parse(request.path, request.query);
    let found = match &address.route {
        Route::Offer(id) => request.catalog.offer(id).is_some(),
        Route::Provider(key) => request.catalog.provider(key).is_some(),
        Route::NotFound => false,
        _ => true,
    };
    let body = app(&request, &address);
    let html = document(&request, &address, found, &body);
    PageResponse { status: if found { 200 } else { 404 }, html }
}

/// The app as the browser hydrates it.
fn app(request: &PageRequest<'_>, address: &Address) -> String {
    let props = AppProps {
        catalog: Published(request.catalog.clone()),
        text: request.text.clone(),
        today: request.today.to_owned().into(),
        address: address.clone(),
        phone: PhoneHandle(Rc::new(NoPhone)),
        typed: None,
    };
    let rendering = pin!(LocalServerRenderer::<App>::with_props(props).render());
    match rendering.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(html) => html,
        Poll::Pending => unreachable!("no component of the visitor app waits while it renders"),
    }
}

fn document(request: &PageRequest<'_>, address: &Address, found: bool, body: &str) -> String {
    let language = request.text.language();
    let mut html = String::with_capacity(body.len() + SPRITE.len() + 4096);
    // Writing to a string never fails.
    let _ = write!(
        html,
        "<!doctype html><html lang=\"{language}\" dir=\"{dir}\" data-app=\"visitor\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">",
        dir = request.text.dir(),
    );
    about(&mut html, request, address, found);
    loading(&mut html, request.site);
    if let Some(event) = json_ld::event(request, address) {
        let _ = write!(html, "<script type=\"application/ld+json\">{event}</script>");
    }
    let _ = write!(html, "</head><body><div hidden>{SPRITE}</div><div class=\"contents\" id=\"app\"");
    root(&mut html, request, request.site, &address.href(), body);
    let _ = write!(html, ">{body}</div></body></html>");
    html
}

/// Title, description, where else it is, how it looks when it is shared or installed.
fn about(html: &mut String, request: &PageRequest<'_>, address: &Address, found: bool) {
    let title = escaped(&head::title(&request.text, &request.catalog, &address.route));
    let description = escaped(&head::description(&request.text, &request.catalog, &address.route));
    let origin = escaped(request.origin);
    let language = request.text.language();
    let path = |language: &str| escaped(&address.route.path(language));
    let _ = write!(html, "<title>{title}</title><meta name=\"description\" content=\"{description}\">");
    if !found || matches!(address.route, Route::Shell | Route::List | Route::View | Route::Receipt) {
        html.push_str("<meta name=\"robots\" content=\"noindex\">");
    }
    if found {
        let _ = write!(html, "<link rel=\"canonical\" href=\"{origin}{}\">", path(language));
        for other in request.languages {
            let _ = write!(
                html,
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{origin}{}\">",
                escaped(other),
                path(other)
            );
        }
        if address.route == Route::Today {
            let _ = write!(html, "<link rel=\"alternate\" hreflang=\"x-default\" href=\"{origin}/\">");
        }
    }
    let _ = write!(
        html,
        "<meta property=\"og:type\" content=\"website\"><meta property=\"og:title\" content=\"{title}\"><meta property=\"og:description\" content=\"{description}\"><meta property=\"og:url\" content=\"{origin}{}\"><meta property=\"og:image\" content=\"{origin}/icons/icon-512.png\"><meta property=\"og:locale\" content=\"{language}\">",
        path(language),
    );
    look(html);
}

/// How it looks in the browser's frame, and where its icons are.
fn look(html: &mut String) {
    html.push_str(
        "<meta name=\"theme-color\" content=\"#8a2a1a\" media=\"(prefers-color-scheme: light)\"><meta name=\"theme-color\" content=\"#7d2516\" media=\"(prefers-color-scheme: dark)\"><meta name=\"format-detection\" content=\"telephone=no\"><link rel=\"manifest\" href=\"/manifest.webmanifest\"><link rel=\"icon\" href=\"/icons/icon.svg\" type=\"image/svg+xml\"><link rel=\"apple-touch-icon\" href=\"/icons/apple-touch-icon.png\">",
    );
}

/// What the browser loads: style first, then all that the app needs, at once.
fn loading(html: &mut String, site: &Site) {
    for style in [&site.style, &site.more_style].into_iter().flatten() {
        let _ = write!(html, "<link rel=\"stylesheet\" href=\"{}\">", escaped(style));
    }
    let (Some(script), Some(wasm)) = (&site.script, &site.wasm) else { return };
    html.push_str("<script src=\"/scheme.js\"></script>");
    let _ = write!(html, "<script type=\"module\" src=\"{}\"></script>", escaped(script));
    let _ = write!(
        html,
        "<link rel=\"preload\" href=\"{}\" as=\"fetch\" type=\"application/wasm\" crossorigin>",
        escaped(wasm)
    );
    for fetched in [&site.text, &site.catalog].into_iter().flatten() {
        let _ = write!(html, "<link rel=\"preload\" href=\"{}\" as=\"fetch\" crossorigin>", escaped(fetched));
    }
}

/// What must match before the browser hydrates.
fn root(html: &mut String, request: &PageRequest<'_>, site: &Site, address: &str, body: &str) {
    let _ = write!(html, " data-page=\"{}\" data-elements=\"{}\"", escaped(address), elements(body));
    for (name, value) in [("catalog", &site.catalog), ("text", &site.text)] {
        if let Some(value) = value {
            let _ = write!(html, " data-{name}=\"{}\"", escaped(value));
        }
    }
    let _ = write!(html, " data-rendered=\"{}\"", escaped(request.today));
    if request.fixed_today {
        let _ = write!(html, " data-today=\"{}\"", escaped(request.today));
    }
}

/// How many elements a browser makes of `html`, in which every other `<` is escaped.
fn elements(html: &str) -> usize {
    html.as_bytes().windows(2).filter(|pair| pair[0] == b'<' && pair[1].is_ascii_alphabetic()).count()
}

/// Text for an attribute in double quotes or between tags.
fn escaped(words: &str) -> AttrValue {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out.into()
}

#[cfg(test)]
mod tests;
