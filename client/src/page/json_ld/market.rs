//! The market as `EventSeries` with its schedule, and each date that is still to come as `Event`.
//!
//! Google asks of an event: name, start and place with its address; of a cancelled one its state as well.

use serde_json::{Value, json};
use shared::catalog::Day;

use super::{About, coordinates, object, postal_address};
use crate::{route::Route, text::Msg, visitor::today_or_next};

/// The series and its events, that of the page first.
pub(super) fn events(about: &About<'_>) -> Vec<Value> {
    let Some(shown) = today_or_next(about.catalog, about.request.today) else { return Vec::new() };
    let mut events = vec![event(about, shown.day)];
    for day in &about.catalog.days {
        if day.date != shown.day.date && day.date.as_str() >= about.request.today {
            events.push(event(about, day));
        }
    }
    events.push(series(about));
    events
}

fn series(about: &About<'_>) -> Value {
    let days = &about.catalog.days;
    let takes_place = || days.iter().filter(|day| !day.cancelled);
    let schedule: Vec<Value> = takes_place()
        .map(|day| {
            json!({
                "@type": "Schedule",
                "startDate": day.date,
                "endDate": day.date,
                "startTime": day.from,
                "endTime": day.to,
                "scheduleTimezone": about.catalog.season.time_zone,
            })
        })
        .collect();
    object(json!({
        "@type": "EventSeries",
        "@id": series_id(about),
        "name": about.catalog.season.title.text,
        "url": about.url(&Route::Today),
        "startDate": takes_place().next().map(|day| day.date.as_str()),
        "endDate": takes_place().next_back().map(|day| day.date.as_str()),
        "location": days.first().map(place),
        "eventSchedule": schedule,
        "disambiguatingDescription": about.invented(false),
    }))
}

fn event(about: &About<'_>, day: &Day) -> Value {
    let text = &about.request.text;
    let status = if day.cancelled { "EventCancelled" } else { "EventScheduled" };
    object(json!({
        "@type": "Event",
        "name": text.get(Msg::CALENDAR_TITLE).as_str(),
        "description": text.get(Msg::DESCRIPTION).as_str(),
        "image": [format!("{}/{}", about.request.origin, super::super::PREVIEW)],
        "inLanguage": text.language(),
        "url": about.url(&Route::Today),
        // Local times of the place, as Google asks for where the offset is not said.
        "startDate": format!("{}T{}:00", day.date, day.from),
        "endDate": format!("{}T{}:00", day.date, day.to),
        "eventStatus": format!("https://schema.org/{status}"),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "isAccessibleForFree": true,
        "location": place(day),
        "superEvent": { "@id": series_id(about) },
        "disambiguatingDescription": about.invented(false),
    }))
}

fn series_id(about: &About<'_>) -> String {
    format!("{}#{}", about.url(&Route::Today), about.catalog.season.key)
}

fn place(day: &Day) -> Value {
    object(json!({
        "@type": "Place",
        "name": day.place.name.text,
        "address": postal_address(&day.place.address),
        "geo": coordinates(day.place.position),
    }))
}
