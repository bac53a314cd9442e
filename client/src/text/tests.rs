use std::{fs, path::Path};

use super::*;

#[test]
fn the_languages_agree() {
    let problems = include_str!(concat!(env!("OUT_DIR"), "/text-problems.txt"));
    assert!(problems.is_empty(), "{problems}");
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
