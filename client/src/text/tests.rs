use std::{fs, path::Path};

use super::*;

#[test]
fn the_languages_agree() {
    let problems = include_str!(concat!(env!("OUT_DIR"), "/text-problems.txt"));
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn every_language_has_the_visitors_texts_and_three_have_the_teams() {
    for language in LANGUAGES {
        let text = Text::embedded(App::Visitor, language.tag).expect("the visitor's texts");
        assert_eq!(text.get(Msg::LANGUAGE_OWN), language.name);
        let has_team = Text::embedded(App::Team, language.tag).is_some();
        assert_eq!(has_team, TEAM_LANGUAGES.contains(&language.tag), "{}", language.tag);
    }
    assert_eq!(LANGUAGES.len(), 9);
    assert_eq!(TEAM_LANGUAGES, ["de", "en", "ar"]);
}

#[test]
fn what_no_one_reviewed_is_not_called_leichte_sprache() {
    let easy = Language::of("de-x-leicht").expect("easy German is there");
    let text = Text::embedded(App::Visitor, easy.tag).expect("its texts");
    let claims = text.0.sets.iter().flatten().any(|words| words.to_lowercase().contains("leichte sprache"));
    assert!(easy.reviewed || !claims);
}

#[test]
fn numbers_take_the_form_that_the_language_asks_for() {
    let check = |language: &str, n: i64, expected: &str| {
        let text = Text::embedded(App::Visitor, language).expect("texts");
        assert_eq!(text.with(Msg::OFFERS_COUNT, &[("n", n.into())]), expected);
    };
    check("ru", 21, "21 предложение");
    check("ru", 3, "3 предложения");
    check("uk", 12, "12 пропозицій");
    check("pl", 1, "1 oferta");
    check("pl", 22, "22 oferty");
    check("pl", 25, "25 ofert");
    check("ar", 2, "عرضان");
    check("tr", 5, "5 teklif");
    check("vi", 0, "Không có cơ hội nào");
}

#[test]
fn every_message_is_used() {
    let mut source = String::new();
    collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut source);
    let unused: Vec<&&str> = IDS
        .iter()
        .filter(|id| {
            let constant = format!("Msg::{}", id.to_uppercase().replace('-', "_"));
            !source.match_indices(&constant).any(|(at, found)| {
                !source[at + found.len()..].starts_with(|c: char| c == '_' || c.is_ascii_alphanumeric())
            })
        })
        .collect();
    assert!(unused.is_empty(), "in no Rust file: {unused:?}");
}

fn collect(folder: &Path, source: &mut String) {
    for entry in fs::read_dir(folder).expect("the sources are there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, source);
        } else {
            source.push_str(&fs::read_to_string(path).expect("sources are text"));
        }
    }
}

#[test]
fn dates_and_times_are_written_as_people_say_them() {
    let text = Text::embedded(App::Visitor, "de").expect("German is there");
    let plain = |words: AttrValue| words.replace('\u{a0}', " ");
    assert_eq!(plain(text.date(Date::Weekday, "2026-05-23")), "Samstag, 23. Mai");
    assert_eq!(plain(text.date(Date::Year, "2026-02-01")), "1. Februar 2026");
    assert_eq!(plain(text.date(Date::Day, "soon")), "soon");
    assert_eq!(plain(text.hours(Hours { from: "10:00", to: "16:00" })), "10 bis 16 Uhr");
    assert_eq!(plain(text.clock("09:30")), "9:30 Uhr");
    for (language, date, hours) in [
        ("tr", "23 Mayıs Cumartesi", "saat 10.00–16.00"),
        ("uk", "Субота, 23 травня", "з 10:00 до 16:00"),
        ("pl", "Sobota, 23 maja", "od 10:00 do 16:00"),
        ("vi", "Thứ Bảy, 23 tháng 5", "từ 10 giờ đến 16 giờ"),
    ] {
        let text = Text::embedded(App::Visitor, language).expect("its texts are there");
        assert_eq!(plain(text.date(Date::Weekday, "2026-05-23")), date);
        assert_eq!(plain(text.hours(Hours { from: "10:00", to: "16:00" })), hours);
    }
}

#[test]
fn choices_may_be_nested_and_fall_back() {
    let template = "\u{3}n\u{2}0\u{4}none\u{5}one\u{4}one \u{3}who\u{2}a\u{4}A\u{5}*b\u{4}B\u{5}\u{6}!\u{5}*other\u{4}\u{1}n\u{2} all\u{5}\u{6} end";
    let fill = |n: i64, who: &str| template::fill(template, &[("n", n.into()), ("who", who.into())], "de");
    assert_eq!(fill(0, ""), "none end");
    assert_eq!(fill(1, "a"), "one A! end");
    assert_eq!(fill(1, "c"), "one B! end");
    assert_eq!(fill(7, "a"), "7 all end");
}
