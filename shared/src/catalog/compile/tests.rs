use super::*;
use crate::model::{Market, Season};

fn sources(json: &str) -> (Season, BTreeMap<String, Market>, BTreeMap<String, model::Provider>) {
    #[derive(serde::Deserialize)]
    struct All {
        season: Season,
        markets: BTreeMap<String, Market>,
        providers: BTreeMap<String, model::Provider>,
    }
    let All { season, markets, providers } = serde_json::from_str(json).expect("valid");
    (season, markets, providers)
}

const SMALL: &str = r#"{
    "season": {
        "title": {"de": "Markt der Möglichkeiten", "en": "Market of opportunities"},
        "place": {"name": {"de": "Mauerpark"}, "address": {"street": "Am Platz 1", "postcode": "10437", "city": "Berlin"}},
        "hours": {"from": "10:00", "to": "16:00"},
        "rule": "RRULE:FREQ=MONTHLY;BYMONTH=5,6;BYDAY=3SA", "from": "2026-05-01", "until": "2026-06-30",
        "extra_dates": ["2026-05-23"], "cancelled_dates": ["2026-05-16"],
        "taxonomies": {"topics": {"pflege": {"de": "Pflege"}}},
        "consent": [{"version": "1", "purpose": "contact", "text": {"de": "Ja", "tr": {"text": "Evet", "by": "machine"}}}]
    },
    "markets": {
        "2026-05-23": {"stands": {
            "a": {"label": "10", "provider": "b"}, "b": {"label": "9", "provider": "gone"}, "c": {"label": "Zelt"}
        }},
        "2026-06-20": {"status": "cancelled"},
        "2026-06-21": {}
    },
    "providers": {
        "b": {"name": "Ämter-Lotsen", "languages": ["de"], "offers": {
            "z": {"title": {"de": "Ähnliches"}, "description": {"en": {"text": "Similar", "by": "machine"}}},
            "y": {"title": {"de": "Zuletzt"}, "languages": ["ar"], "status": "paused"},
            "x": {"title": {"de": "Vorbei"}, "status": "ended"}
        }},
        "c": {"name": "Berg", "offers": {"z": {"title": {"de": "Noch eins"}}}}
    }
}"#;

fn compile_small(language: &str) -> (Catalog, Vec<Problem>) {
    let (season, markets, providers) = sources(SMALL);
    compile(&Sources { key: "s", season: &season, markets: &markets, providers: &providers }, language)
}

#[test]
fn small_print_holds_the_consent_in_all_languages_and_falls_back() {
    let (mut season, ..) = sources(SMALL);
    season.imprint = serde_json::from_str(r#"{"de": "Wir"}"#).expect("valid");
    season.questionnaire = serde_json::from_str(
        r#"{"version": "1", "questions": [
            {"id": "a", "kind": "yes-no", "when": {"question": "b", "is": ["yes"]}},
            {"id": "b", "kind": "yes-no"}
        ]}"#,
    )
    .expect("valid");
    let (small_print, problems) = compile_small_print(&season, "tr");
    assert_eq!(small_print.imprint.language.as_deref(), Some("de"));
    let consent: Vec<_> =
        small_print.consent.iter().map(|text| (text.language.as_str(), text.machine)).collect();
    assert_eq!(consent, [("de", false), ("tr", true)]);
    assert_eq!(small_print.questions[0].when, None, "it would wait for a question that comes later");
    assert_eq!(problems.len(), 1);
}

#[test]
fn days_come_from_the_calendar_and_the_market_documents() {
    let (catalog, _) = compile_small("de");
    let days: Vec<_> = catalog.days.iter().map(|day| (day.date.as_str(), day.cancelled, day.extra)).collect();
    assert_eq!(days, [("2026-05-16", true, false), ("2026-05-23", false, true), ("2026-06-20", true, false)]);
    assert_eq!(catalog.days[1].place.address, "Am Platz 1, 10437 Berlin");
    let stands: Vec<_> =
        catalog.days[1].stands.iter().map(|stand| (stand.label.as_str(), stand.provider.as_str())).collect();
    assert_eq!(stands, [("9", ""), ("10", "b"), ("Zelt", "")]);
}

#[test]
fn what_is_left_out_is_reported() {
    let (_, problems) = compile_small("de");
    let paths: Vec<_> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["markets.2026-06-21", "markets.2026-05-23.stands.b.provider", "providers.c.offers.z"]);
}

#[test]
fn ended_offers_are_left_out_and_the_rest_is_in_alphabetical_order() {
    let (catalog, _) = compile_small("de");
    let offers: Vec<_> = catalog
        .offers
        .iter()
        .map(|offer| (offer.title.text.as_str(), offer.languages.join(" "), offer.paused))
        .collect();
    assert_eq!(offers, [("Ähnliches", "de".to_owned(), false), ("Zuletzt", "ar".to_owned(), true)]);
}

#[test]
fn a_text_in_another_language_says_so() {
    let (catalog, _) = compile_small("ar");
    assert_eq!(catalog.season.title.text, "Market of opportunities");
    assert_eq!(catalog.season.title.language.as_deref(), Some("en"));
    assert_eq!(catalog.days[0].place.name.language.as_deref(), Some("de"));
    let (catalog, _) = compile_small("en");
    assert_eq!(catalog.season.title.language, None);
    assert!(catalog.offers[0].description.machine);
}

#[test]
fn an_address_is_one_line() {
    let line = |street: &str, postcode: &str, city: &str| {
        address_line(&model::Address {
            street: street.to_owned(),
            postcode: postcode.to_owned(),
            city: city.to_owned(),
            ..model::Address::default()
        })
    };
    assert_eq!(line("Weg 1", "13187", "Berlin"), "Weg 1, 13187 Berlin");
    assert_eq!(line("Weg 1", "", "Berlin"), "Weg 1, Berlin");
    assert_eq!(line("", "13187", "Berlin"), "13187 Berlin");
    assert_eq!(line("", "", ""), "");
}
