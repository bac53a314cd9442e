//! The market as schema.org `Event`, for search engines.

use std::fmt::Write;

use super::PageRequest;
use crate::{
    route::{Address, Route},
    text::Msg,
    visitor::today_or_next,
};

/// The event as JSON that is safe inside of a `<script>`; on the page of the market only.
pub(super) fn event(request: &PageRequest<'_>, address: &Address) -> Option<String> {
    if address.route != Route::Today {
        return None;
    }
    let day = today_or_next(&request.catalog, request.today)?.day;
    let status = if day.cancelled { "EventCancelled" } else { "EventScheduled" };
    let place = &day.place;
    let url = format!("{}{}", request.origin, address.route.path(request.text.language()));
    let mut json = String::new();
    // Writing to a string never fails.
    let _ = write!(
        json,
        r#"{{"@context":"https://schema.org","@type":"Event","name":{name},"description":{description},"inLanguage":{language},"url":{url},"startDate":{start},"endDate":{end},"eventStatus":"https://schema.org/{status}","eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode","isAccessibleForFree":true,"location":{{"@type":"Place","name":{place},"address":{address}"#,
        name = string(&request.text.get(Msg::CALENDAR_TITLE)),
        description = string(&request.text.get(Msg::DESCRIPTION)),
        language = string(request.text.language()),
        url = string(&url),
        start = string(&format!("{}T{}", day.date, day.from)),
        end = string(&format!("{}T{}", day.date, day.to)),
        place = string(&place.name.text),
        address = string(&place.address),
    );
    if let Some((north, east)) = place.position {
        let _ = write!(json, r#","geo":{{"@type":"GeoCoordinates","latitude":{north},"longitude":{east}}}"#);
    }
    json.push_str("}}");
    Some(json)
}

/// A JSON string without `<`, so that it can not end its script.
fn string(words: &str) -> String {
    let mut out = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c < ' ' || c == '<' => {
                // Writing to a string never fails.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
