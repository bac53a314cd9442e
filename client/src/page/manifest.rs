//! What the app is called on a home screen, and what it shows before it is installed, in each language.
//!
//! All languages are one app (`id`): whoever installs it in one and reads on in another has it once.

use serde_json::{Value, json};
use yew::AttrValue;

use crate::{
    route::Route,
    text::{Msg, Text},
};

/// The web app manifest in the language of `text`, as JSON.
pub fn manifest(text: &Text) -> String {
    let language = text.language();
    let get = |message| text.get(message).to_string();
    let picture = |name: &str, size: &str, form: &str, label: Msg| {
        json!({
            "src": format!("/bilder/{name}.png"),
            "type": "image/png",
            "sizes": size,
            "form_factor": form,
            "label": get(label),
        })
    };
    let manifest = json!({
        "id": "/",
        "name": get(Msg::CALENDAR_TITLE),
        "short_name": get(Msg::APP_SHORT_NAME),
        "description": get(Msg::DESCRIPTION),
        "lang": language,
        "dir": text.dir(),
        // Who chooses another language later starts in that one: the language here is only the first.
        "start_url": format!("/?sprache={language}"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#fbf6ea",
        "theme_color": "#8a2a1a",
        "categories": ["education", "social"],
        "icons": [
            { "src": "/icons/icon.svg", "type": "image/svg+xml", "sizes": "any" },
            icon("icon-192", "192x192", "any"),
            icon("icon-512", "512x512", "any"),
            icon("icon-maskable-512", "512x512", "maskable"),
        ],
        "shortcuts": [
            shortcut(text, &Route::Offers, text.get(Msg::TODAY_FIND), text.get(Msg::TAB_OFFERS)),
            shortcut(text, &Route::List, text.get(Msg::LIST), text.get(Msg::TAB_LIST)),
        ],
        "screenshots": [
            picture("heute", "780x1688", "narrow", Msg::PICTURE_TODAY),
            picture("angebote", "780x1688", "narrow", Msg::PICTURE_OFFERS),
            picture("breit", "1280x800", "wide", Msg::PICTURE_WIDE),
        ],
    });
    manifest.to_string()
}

fn icon(name: &str, size: &str, purpose: &str) -> Value {
    json!({ "src": format!("/icons/{name}.png"), "type": "image/png", "sizes": size, "purpose": purpose })
}

fn shortcut(text: &Text, route: &Route, name: AttrValue, short: AttrValue) -> Value {
    json!({
        "name": name.as_str(),
        "short_name": short.as_str(),
        "url": route.path(text.language()),
        "icons": [icon("icon-192", "192x192", "any")],
    })
}
