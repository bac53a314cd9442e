//! What a page is about, for search engines (schema.org as JSON-LD).
//!
//! Invented providers and offers say so in each object, and no invented job is ever announced as one.

mod market;
mod offer;
mod organisation;

use serde_json::{Map, Value, json};
use shared::catalog::Catalog;

use super::PageRequest;
use crate::{
    route::{Address, Route},
    text::Msg,
};

/// What the page is about as JSON that is safe inside of a `<script>`; nothing for pages about nothing.
pub(super) fn of(request: &PageRequest<'_>, address: &Address) -> Option<String> {
    let about = About { request, catalog: &request.catalog };
    let graph = match &address.route {
        Route::Today => market::events(&about),
        Route::Offer(id) => vec![offer::offer(&about, request.catalog.offer(id)?)],
        Route::Provider(key) => vec![organisation::whole(&about, request.catalog.provider(key)?)],
        _ => return None,
    };
    let json = json!({ "@context": "https://schema.org", "@graph": graph }).to_string();
    // It could end its script; in JSON it only stands in strings.
    Some(json.replace('<', "\\u003c"))
}

/// What all objects are made from.
struct About<'a> {
    request: &'a PageRequest<'a>,
    catalog: &'a Catalog,
}

impl About<'_> {
    /// The whole address of a page in this language.
    fn url(&self, route: &Route) -> String {
        format!("{}{}", self.request.origin, route.path(self.request.text.language()))
    }

    /// What an invented thing says about itself.
    fn invented(&self, example: bool) -> Value {
        let is_example = example || self.catalog.season.example;
        if is_example { json!(self.request.text.get(Msg::EXAMPLE_SAYS).as_str()) } else { Value::Null }
    }
}

/// An object without what is empty.
fn object(fields: Value) -> Value {
    let Value::Object(fields) = fields else { return fields };
    let is_there = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(values) => !values.is_empty(),
        _ => true,
    };
    Value::Object(fields.into_iter().filter(|(_, value)| is_there(value)).collect::<Map<_, _>>())
}

/// "Street 1, 10437 Berlin" in its parts; what has another shape stays one line.
fn postal_address(line: &str) -> Value {
    if line.is_empty() {
        return Value::Null;
    }
    let parts = line.rsplit_once(", ").and_then(|(street, town)| Some((street, town.split_once(' ')?)));
    match parts {
        Some((street, (code, town))) if code.bytes().all(|byte| byte.is_ascii_digit()) => json!({
            "@type": "PostalAddress",
            "streetAddress": street,
            "postalCode": code,
            "addressLocality": town,
            "addressCountry": "DE",
        }),
        _ => json!({ "@type": "PostalAddress", "streetAddress": line, "addressCountry": "DE" }),
    }
}

fn coordinates(position: Option<(f64, f64)>) -> Value {
    match position {
        Some((north, east)) => json!({ "@type": "GeoCoordinates", "latitude": north, "longitude": east }),
        None => Value::Null,
    }
}

#[cfg(test)]
mod tests;
