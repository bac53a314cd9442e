use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::*;
use crate::{
    calendar::CalendarProblem,
    catalog::{Catalog, Search, SmallPrint, Sources, compile, compile_small_print},
    exchange::{Known, SourceFile, read, read_all},
};

const SEASON: &str = r#"{
  "format": "markt/1",
  "season_key": "s-2026",
  "season": {
    "title": {"de": "Markt"},
    "hours": {"from": "10:00", "to": "16:00"},
    "rule": "FREQ=MONTHLY;BYDAY=3SA",
    "from": "2026-05-01",
    "until": "2026-06-30",
    "languages": ["de"]
  },
  "markets": {
    "2026-06-20": {"stands": {"a": {"label": "1", "provider": "p"}}}
  },
  "providers": {
    "p": {"name": "Haus", "offers": {"kurs": {"title": {"de": "Kurs"}, "kind": "job"}}}
  }
}"#;

fn read_changed(from: &str, to: &str) -> Result<Import, ImportError> {
    assert!(SEASON.contains(from), "{from}");
    read("s.json", &SEASON.replacen(from, to, 1), None)
}

#[track_caller]
fn check(from: &str, to: &str, line: usize, path: &str, fault: ImportFault) {
    let error = read_changed(from, to).expect_err("a mistake");
    assert_eq!((error.path.as_str(), &error.fault), (path, &fault));
    assert_eq!(error.position.map(|position| position.line), Some(line), "{error}");
    assert_eq!(error.file, "s.json");
}

#[test]
fn a_whole_season_is_read() {
    let import = read("s.json", SEASON, None).expect("valid");
    assert_eq!(import.format, Format::Project);
    assert_eq!(import.season_key, "s-2026");
    assert_eq!(import.markets["2026-06-20"].date, "2026-06-20");
    assert_eq!(import.providers["p"].offers.len(), 1);
    assert_eq!(import.warnings, []);
}

#[test]
fn what_is_written_is_read() {
    let import = read("s.json", SEASON, None).expect("valid");
    let text = write(&import.season_key, import.season.as_ref(), &import.markets, &import.providers);
    let again = read("s.json", &text, None).expect("valid");
    assert_eq!(
        (again.season, again.markets, again.providers),
        (import.season, import.markets, import.providers)
    );
}

#[test]
fn mistakes_in_the_text_are_found() {
    check("\"job\"", "\"job\",,", 16, "", ImportFault::Syntax("key must be a string".to_owned()));
    check("\"Haus\"", "\"Haus", 16, "", ImportFault::Syntax("expected `,` or `}`".to_owned()));
    check(
        "\"kurs\"",
        "\"kurs\": {}, \"kurs\"",
        16,
        "providers.p.offers.kurs",
        ImportFault::DuplicateKey("kurs".to_owned()),
    );
    check("markt/1", "markt/2", 2, "format", ImportFault::FormatVersion("markt/2".to_owned()));
    let error = read_changed("\"format\"", "\"formatted\"").expect_err("no format");
    assert_eq!(error.fault, ImportFault::Format);
}

#[test]
fn values_that_do_not_fit_are_found() {
    let fault = |text: &str| ImportFault::Value(text.to_owned());
    check(
        "\"job\"",
        "\"circus\"",
        16,
        "providers.p.offers.kurs.kind",
        fault(
            "unknown variant `circus`, expected one of `integration`, `qualification`, `employment`, `job`, `counselling`, `other`",
        ),
    );
    check(
        "\"kind\": \"job\"",
        "\"places\": -1",
        16,
        "providers.p.offers.kurs.places",
        fault("invalid value: integer `-1`, expected u32"),
    );
    check(
        "[\"de\"]",
        "\"de\"",
        10,
        "season.languages",
        fault("invalid type: string \"de\", expected a sequence"),
    );
}

#[test]
fn values_that_mean_nothing_are_found() {
    let text = |text: &str| text.to_owned();
    check("\"season_key\": \"s-2026\",", "", 1, "season_key", ImportFault::SeasonKeyMissing);
    check("s-2026", "S 2026", 3, "season_key", ImportFault::Key(text("S 2026")));
    check("\"kurs\"", "\"Kürs\"", 16, "providers.p.offers.Kürs", ImportFault::Key(text("Kürs")));
    check("{\"de\": \"Kurs\"}", "{\"de\": \"\"}", 16, "providers.p.offers.kurs.title", ImportFault::Empty);
    check("\"Haus\"", "\" \"", 16, "providers.p.name", ImportFault::Empty);
    check(
        "\"kind\": \"job\"",
        "\"start_dates\": [\"1.9.2026\"]",
        16,
        "providers.p.offers.kurs.start_dates[0]",
        ImportFault::Date(text("1.9.2026")),
    );
    check(
        "\"kind\": \"job\"",
        "\"languages\": [\"Deutsch\"]",
        16,
        "providers.p.offers.kurs.languages",
        ImportFault::Language(text("Deutsch")),
    );
    check("\"16:00\"", "\"16 Uhr\"", 6, "season.hours.to", ImportFault::Time(text("16 Uhr")));
    check(
        "2026-06-30",
        "2026-06-31",
        4,
        "season",
        CalendarProblem::Date { field: "until", found: text("2026-06-31") }.into(),
    );
    check("2026-06-20", "2026-06-21", 13, "markets.2026-06-21", ImportFault::NotInSeason(text("2026-06-21")));
    check("\"label\": \"1\", ", "", 13, "markets.2026-06-20.stands.a.label", ImportFault::Empty);
    check(
        "\"p\": {",
        "\"a\": {\"name\": \"Amt\", \"offers\": {\"kurs\": {\"title\": {\"de\": \"Kurs\"}}}},\n\"p\": {",
        17,
        "providers.p.offers.kurs",
        ImportFault::DuplicateOffer { id: text("kurs"), provider: text("a") },
    );
}

#[test]
fn a_message_names_file_line_and_what_was_expected() {
    assert_eq!(
        read_changed("2026-06-20", "2026-06-21").expect_err("a mistake").to_string(),
        "s.json, line 13, column 19, markets.2026-06-21: 2026-06-21 is no date of the season: expected one by its \
         rule or among its extra_dates"
    );
}

#[test]
fn what_may_be_a_mistake_is_a_warning() {
    let warnings = |from, to| {
        let import = read_changed(from, to).expect("valid");
        import.warnings.into_iter().map(|warning| warning.path).collect::<Vec<_>>()
    };
    assert_eq!(warnings("\"kind\"", "\"tilte\": 3, \"kind\""), ["providers.p.offers.kurs.tilte"]);
    assert_eq!(
        warnings("\"provider\": \"p\"", "\"provider\": \"q\""),
        ["markets.2026-06-20.stands.a.provider"]
    );
    assert_eq!(warnings("{\"stands\"", "{\"focus\": [\"x\"], \"stands\""), ["markets.2026-06-20.focus.x"]);
    assert_eq!(warnings("\"kind\": \"job\"", "\"eligibility\": {}, \"places\": null"), [""; 0]);
}

#[test]
fn files_must_agree_with_each_other_and_with_what_is_there() {
    let part = |parts: &str| format!(r#"{{"format": "markt/1", "season_key": "s-2026", {parts}}}"#);
    let other = part(r#""providers": {"q": {"name": "Q", "offers": {"kurs": {"title": {"de": "K"}}}}}"#);
    let market = part(r#""markets": {"2026-06-27": {}}"#);
    let all = |texts: &[&str]| {
        let files: Vec<_> = texts.iter().map(|text| SourceFile { name: "f", text }).collect();
        read_all(&files, None).map_err(|error| error.fault)
    };
    let twice = ImportFault::DuplicateOffer { id: "kurs".to_owned(), provider: "p".to_owned() };
    assert_eq!(all(&[SEASON, &other]), Err(twice.clone()));
    let again = part(r#""providers": {"p": {"name": "Haus"}}"#);
    assert_eq!(all(&[SEASON, &again]), Err(ImportFault::DuplicateKey("p".to_owned())));
    assert_eq!(all(&[&market, SEASON]), Err(ImportFault::NotInSeason("2026-06-27".to_owned())));

    let there = read("s.json", SEASON, None).expect("valid");
    let known = Known { season: there.season.as_ref(), providers: Some(&there.providers) };
    let check = |text: &str| {
        read("f", text, None).expect("valid by itself").check_against(&known).map_err(|error| error.fault)
    };
    assert_eq!(check(&other), Err(twice));
    assert_eq!(check(&market), Err(ImportFault::NotInSeason("2026-06-27".to_owned())));
    assert_eq!(check(SEASON), Ok(()));
}

proptest! {
    #[test]
    fn a_damaged_file_is_read_or_refused_without_panic(
        at in 0..SEASON.len(),
        length in 0_usize..20,
        instead in r#"[{}\[\]":,0-9a-zä. -]{0,6}"#,
    ) {
        let end = (at + length).min(SEASON.len());
        let text = format!("{}{instead}{}", &SEASON[..at], &SEASON[end..]);
        if let Err(error) = read("s.json", &text, Some("s")) {
            prop_assert!(error.to_string().starts_with("s.json"));
        }
    }

    #[test]
    fn any_text_is_read_or_refused_without_panic(text in ".*", name in "[a-z]{1,9}.(json|csv)") {
        let _ = read(&name, &text, Some("s"));
    }
}

#[expect(clippy::disallowed_methods, reason = "tests read the example season")]
fn example_season() -> Vec<(String, String)> {
    fn collect(folder: PathBuf, files: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                collect(path, files);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                files.push((path.display().to_string(), std::fs::read_to_string(&path).expect("text")));
            }
        }
    }
    let mut files = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/pankow"), &mut files);
    files.sort();
    files
}

#[test]
fn the_example_season_imports_without_a_warning_and_compiles() {
    let files = example_season();
    let sources: Vec<_> = files.iter().map(|(name, text)| SourceFile { name, text }).collect();
    let imports = match read_all(&sources, None) {
        Ok(imports) => imports,
        Err(error) => panic!("{error}"),
    };
    let mut season = None;
    let mut markets = BTreeMap::new();
    let mut providers = BTreeMap::new();
    for import in imports {
        assert_eq!(import.warnings, [], "{}", import.file);
        season = import.season.or(season);
        markets.extend(import.markets);
        providers.extend(import.providers);
    }
    let season = season.expect("one file has the season");
    let sources = Sources { key: "pankow-2026", season: &season, markets: &markets, providers: &providers };
    for language in &season.languages {
        let (catalog, problems) = compile(&sources, language);
        let (small_print, problems_in_print) = compile_small_print(&season, language);
        assert_eq!((problems, problems_in_print), (vec![], vec![]));
        check_catalog(&catalog);
        check_language(&catalog, &small_print);
    }
    assert_eq!(season.languages, ["de", "de-x-leicht", "en", "tr", "ar", "ru", "uk", "pl", "vi"]);
    let (german, _) = compile(&sources, "de");
    check_german(&german);
}

/// Every id that is shown has a word, and every example is marked.
fn check_catalog(catalog: &Catalog) {
    let words = &catalog.vocabulary;
    for offer in &catalog.offers {
        for (labels, ids) in [
            (&words.offer_kinds, std::slice::from_ref(&offer.kind)),
            (&words.needs, &offer.needs[..]),
            (&words.topics, &offer.topics),
            (&words.target_groups, &offer.target_groups),
            (&words.access, &offer.access),
            (&words.languages, &offer.languages),
        ] {
            for id in ids {
                assert!(labels.iter().any(|label| label.id == *id), "offer {}: {id}", offer.id);
            }
        }
    }
    for provider in &catalog.providers {
        assert!(provider.example && provider.name.ends_with(" (Beispiel)"), "{}", provider.key);
        assert!(words.provider_kinds.iter().any(|label| label.id == provider.kind), "{}", provider.key);
    }
    for day in &catalog.days {
        for id in &day.focus {
            assert!(words.topics.iter().any(|label| label.id == *id), "{}: {id}", day.date);
        }
    }
}

/// What visitors read besides the offers is there in each language.
fn check_language(catalog: &Catalog, small_print: &SmallPrint) {
    let words = &catalog.vocabulary;
    let mut texts = vec![&catalog.season.title];
    for labels in [
        &words.offer_kinds,
        &words.provider_kinds,
        &words.target_groups,
        &words.topics,
        &words.needs,
        &words.access,
        &words.languages,
    ] {
        texts.extend(labels.iter().map(|label| &label.text));
    }
    for day in &catalog.days {
        texts.extend([&day.place.name, &day.place.how_to_find, &day.place.access, &day.weather]);
        texts.extend(day.programme.iter().flat_map(|point| [&point.title, &point.place]));
        texts.extend(day.announcements.iter().map(|news| &news.text));
    }
    for question in &small_print.questions {
        texts.extend([&question.text, &question.low, &question.high]);
        texts.extend(question.options.iter().map(|option| &option.text));
    }
    for text in texts {
        assert_eq!(text.language, None, "{}: {}", catalog.language, text.text);
    }
    assert!(small_print.consent.iter().any(|consent| consent.language == catalog.language));
}

fn check_german(catalog: &Catalog) {
    let dates: Vec<_> =
        catalog.days.iter().filter(|day| !day.cancelled).map(|day| day.date.as_str()).collect();
    assert_eq!(dates, ["2026-05-23", "2026-06-20", "2026-07-18", "2026-08-15", "2026-09-19"]);
    assert!(catalog.providers.len() >= 40, "{} providers", catalog.providers.len());
    assert!(catalog.offers.len() >= 120, "{} offers", catalog.offers.len());
    assert!(catalog.offers.iter().all(|offer| offer.title.language.is_none()));
    let day = catalog.day("2026-05-23").expect("the first market");
    assert!(!day.stands.is_empty());
    let search = Search::new(catalog, &day.stands);
    for typed in
        ["pflege", "schweissen", "fuehrerschein", "deutsch", "schulden", "bewerbung", "bildungsgutschein"]
    {
        let query = crate::catalog::Query { text: typed.to_owned(), ..Default::default() };
        assert!(!search.find(catalog, &query).offers.is_empty(), "{typed}");
    }
}
