//! Whole HTML documents of the visitor's pages, rendered on the server.
//!
//! What the browser later hydrates stands in one root element. It carries what must match for that:
//! the addresses of the catalog and of the page, and the number of elements.

mod ask;
mod frame;
mod json_ld;
mod legal;
mod manifest;
mod scripts;

use std::{
    fmt::Write,
    future::Future,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

pub use manifest::manifest;
pub use scripts::scripts;
use shared::catalog::{Catalog, SmallPrint};
use yew::{LocalServerRenderer, virtual_dom::AttrValue};

use crate::{
    ask::address::AskAddress,
    components::icon::{MORE_SYMBOLS, SPRITE},
    route::{Address, Form, Route},
    text::{Msg, Text},
    visitor::{
        App, AppProps, Published, head,
        phone::{Handle, NoPhone},
        programs::Rendered,
    },
};

/// The picture that others show beside a link to a page.
const PREVIEW: &str = "preview.png";

/// What a page is shown with, and the addresses of what it loads; without a built client, pages are read
/// without an app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The module that starts the app.
    pub script: Option<String>,
    /// The app.
    pub wasm: Option<String>,
    /// The style sheet itself: it stands in the page, which is shown without waiting for another answer.
    pub style: Option<String>,
    /// What the page's program needs on top, if that is not the visitor app.
    pub own_style: Option<String>,
    /// The compiled catalogue of the page's language.
    pub text: Option<String>,
    /// The catalog in the page's language.
    pub catalog: Option<String>,
    /// The small print in the page's language, for a program that reads it.
    pub small_print: Option<String>,
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
    /// The small print in the page's language.
    pub small_print: Rc<SmallPrint>,
    /// Words in the page's language.
    pub text: Text,
    /// What the page loads.
    pub site: &'a Site,
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
    let address = Address::parse(request.path, request.query);
    let found = match &address.route {
        Route::Offer(id) => request.catalog.offer(id).is_some(),
        Route::Provider(key) => request.catalog.provider(key).is_some(),
        Route::NotFound => false,
        _ => true,
    };
    let body = match (AskAddress::of(&address), &address.route) {
        (Some(form), _) => ask::body(&request, form),
        (None, Route::Legal(legal)) => legal::body(&request, *legal),
        (None, _) => app(&request, &address),
    };
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
        phone: Handle(Rc::new(NoPhone)),
        search: None,
    };
    let rendering = pin!(LocalServerRenderer::<App<Rendered>>::with_props(props).render());
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
    appearance(&mut html, request.site);
    if let Some(about) = json_ld::of(request, address) {
        let _ = write!(html, "<script type=\"application/ld+json\">{about}</script>");
    }
    let more = if matches!(address.route, Route::Form(_)) { MORE_SYMBOLS } else { "" };
    let _ = write!(html, "</head><body><div hidden>{SPRITE}{more}</div><div class=\"contents\" id=\"app\"");
    root(&mut html, request, address, body);
    let _ = write!(html, ">{body}</div>");
    let _ = write!(html, "<script>{}</script>", *scripts::LOAD);
    html.push_str("</body></html>");
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
    let is_indexed = match address.route {
        Route::Form(form) => form == Form::BecomeProvider,
        Route::Shell | Route::List | Route::View | Route::Receipt => false,
        _ => found,
    };
    if !is_indexed {
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
        // The root answers in the reader's language; other pages begin with the season's first.
        let fallback = match (&address.route, request.languages.first()) {
            (Route::Today, _) | (_, None) => "/".into(),
            (_, Some(first)) => path(first),
        };
        let _ = write!(html, "<link rel=\"alternate\" hreflang=\"x-default\" href=\"{origin}{fallback}\">");
    }
    let _ = write!(
        html,
        "<meta property=\"og:type\" content=\"website\"><meta property=\"og:site_name\" content=\"{site}\"><meta property=\"og:title\" content=\"{title}\"><meta property=\"og:description\" content=\"{description}\"><meta property=\"og:url\" content=\"{origin}{}\"><meta property=\"og:image\" content=\"{origin}/{PREVIEW}\"><meta property=\"og:image:width\" content=\"1200\"><meta property=\"og:image:height\" content=\"630\"><meta property=\"og:image:alt\" content=\"{site}\"><meta property=\"og:locale\" content=\"{}\"><meta name=\"twitter:card\" content=\"summary_large_image\">",
        path(language),
        locale(language),
        site = escaped(&request.text.get(Msg::CALENDAR_TITLE)),
    );
    html.push_str(
        "<meta name=\"theme-color\" content=\"#8a2a1a\" media=\"(prefers-color-scheme: light)\"><meta name=\"theme-color\" content=\"#7d2516\" media=\"(prefers-color-scheme: dark)\"><meta name=\"format-detection\" content=\"telephone=no\"><link rel=\"icon\" href=\"/icons/icon.svg\" type=\"image/svg+xml\"><link rel=\"apple-touch-icon\" href=\"/icons/apple-touch-icon.png\">",
    );
    let _ = write!(html, "<link rel=\"manifest\" href=\"/manifest/{language}.webmanifest\">");
}

/// The language with the country that Open Graph asks for; where no one knows better, the language alone.
fn locale(language: &str) -> &str {
    match language.split('-').next().unwrap_or(language) {
        "de" => "de_DE",
        "en" => "en_GB",
        "ar" => "ar_AR",
        "tr" => "tr_TR",
        "ru" => "ru_RU",
        "uk" => "uk_UA",
        "pl" => "pl_PL",
        "vi" => "vi_VN",
        other => other,
    }
}

/// What the first paint needs: all of it stands in the page.
fn appearance(html: &mut String, site: &Site) {
    let _ = write!(html, "<script>{}</script>", *scripts::SCHEME);
    if let Some(style) = &site.style {
        let _ = write!(html, "<style>{style}</style>");
    }
    if let Some(style) = &site.own_style {
        let _ = write!(html, "<link rel=\"stylesheet\" href=\"{}\">", escaped(style));
    }
}

/// What must match before the browser hydrates, and what it loads for that.
fn root(html: &mut String, request: &PageRequest<'_>, address: &Address, body: &str) {
    let site = request.site;
    let _ = write!(html, " data-page=\"{}\" data-elements=\"{}\"", escaped(&address.href()), elements(body));
    for (name, value) in [
        ("script", &site.script),
        ("wasm", &site.wasm),
        ("catalog", &site.catalog),
        ("small-print", &site.small_print),
        ("text", &site.text),
    ] {
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
