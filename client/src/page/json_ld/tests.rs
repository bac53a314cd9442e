use std::rc::Rc;

use shared::catalog::{Day, Offer, Place, Provider, Text as Words};

use super::*;
use crate::{page::Site, text::Text};

fn words(text: &str) -> Words {
    Words { text: text.to_owned(), ..Words::default() }
}

fn catalog() -> Catalog {
    let mut catalog = Catalog::default();
    catalog.season.key = "pankow-2026".to_owned();
    catalog.season.time_zone = "Europe/Berlin".to_owned();
    catalog.season.title = words("Markt 2026");
    for (date, cancelled) in
        [("2026-05-16", true), ("2026-05-23", false), ("2026-06-20", false), ("2026-07-18", true)]
    {
        catalog.days.push(Day {
            date: date.to_owned(),
            cancelled,
            from: "10:00".to_owned(),
            to: "16:00".to_owned(),
            place: Place {
                name: words("Mauerpark"),
                address: "Gleimstraße 55, 10437 Berlin".to_owned(),
                position: Some((52.5, 13.4)),
                ..Place::default()
            },
            ..Day::default()
        });
    }
    catalog.providers.push(Provider {
        key: "holz".to_owned(),
        name: "Tischlerei </script> Holzweg".to_owned(),
        phone: "030 5550101".to_owned(),
        address: "Holzweg 1, 13187 Berlin".to_owned(),
        languages: vec!["de".to_owned(), "ar".to_owned()],
        ..Provider::default()
    });
    let offer = |id: &str, kind: &str| Offer {
        id: id.to_owned(),
        kind: kind.to_owned(),
        title: words(id),
        summary: words("Kurz."),
        description: words("Lang."),
        last_checked: "2026-04-09".to_owned(),
        free: true,
        ..Offer::default()
    };
    catalog.offers = vec![offer("helfer", "job"), offer("kurs", "qualification")];
    catalog
}

/// The objects of a page, read by a parser of JSON.
fn graph(path: &str, catalog: Catalog) -> Vec<Value> {
    let request = PageRequest {
        path,
        query: "",
        languages: &["de".to_owned()],
        today: "2026-05-23",
        fixed_today: true,
        catalog: Rc::new(catalog),
        small_print: Rc::default(),
        text: Text::embedded(crate::text::App::Visitor, "de").expect("German is there"),
        site: &Site::default(),
        origin: "https://markt.example",
    };
    let json = of(&request, &Address::parse(path, "")).expect("the page is about something");
    assert!(!json.contains('<'), "{json}");
    let parsed: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(parsed["@context"], "https://schema.org");
    parsed["@graph"].as_array().expect("a graph").clone()
}

fn check(object: &Value, required: &[&str]) {
    for pointer in required {
        assert!(object.pointer(pointer).is_some_and(|value| !value.is_null()), "{pointer} in {object:#}");
    }
}

#[test]
fn an_event_has_what_google_requires_and_its_schedule() {
    let graph = graph("/de/", catalog());
    let event = &graph[0];
    assert_eq!((&event["@type"], &event["startDate"]), (&json!("Event"), &json!("2026-05-23T10:00:00")));
    check(
        event,
        &["/name", "/location/name", "/location/address/postalCode", "/endDate", "/eventStatus", "/image/0"],
    );
    // Past dates are no news; a cancelled one to come is.
    let states: Vec<(&str, &str)> = graph[..graph.len() - 1]
        .iter()
        .map(|event| (event["startDate"].as_str().unwrap(), event["eventStatus"].as_str().unwrap()))
        .collect();
    assert_eq!(states[1].0, "2026-06-20T10:00:00");
    assert_eq!(states[2], ("2026-07-18T10:00:00", "https://schema.org/EventCancelled"));
    let series = graph.last().expect("the series");
    assert_eq!(series["eventSchedule"].as_array().map(Vec::len), Some(2));
    check(series, &["/eventSchedule/0/startTime", "/eventSchedule/0/scheduleTimezone", "/location/address"]);
    assert_eq!(event["superEvent"]["@id"], series["@id"]);
}

#[test]
fn a_provider_is_an_organization_that_can_be_reached() {
    let organization = &graph("/de/anbieter/holz", catalog())[0];
    assert_eq!(organization["@type"], "Organization");
    assert_eq!(organization["address"]["addressLocality"], "Berlin");
    check(organization, &["/name", "/url", "/telephone", "/contactPoint/availableLanguage/1"]);
    assert!(organization.get("email").is_none() && organization.get("sameAs").is_none());
}

#[test]
fn a_service_says_who_provides_it_and_what_it_costs() {
    let service = &graph("/de/angebote/kurs", catalog())[0];
    assert_eq!((&service["@type"], &service["offers"]["price"]), (&json!("Service"), &json!(0)));
    check(service, &["/name", "/description", "/provider/name", "/availableChannel/serviceLocation/address"]);
}

#[test]
fn a_job_posting_has_what_google_requires() {
    let job = &graph("/de/angebote/helfer", catalog())[0];
    assert_eq!((&job["@type"], &job["description"]), (&json!("JobPosting"), &json!("Kurz.\n\nLang.")));
    check(job, &["/title", "/datePosted", "/hiringOrganization/name", "/jobLocation/address/addressCountry"]);
}

#[test]
fn an_invented_or_incomplete_job_is_no_posting() {
    let mut invented = catalog();
    invented.providers[0].example = true;
    let service = &graph("/de/angebote/helfer", invented)[0];
    assert_eq!(service["@type"], "Service");
    check(service, &["/disambiguatingDescription"]);
    let mut incomplete = catalog();
    incomplete.providers[0].address.clear();
    assert_eq!(graph("/de/angebote/helfer", incomplete)[0]["@type"], "Service");
}
