//! What people type, against the offers that they must be shown first.

use shared::catalog::{Catalog, Query, Search};
use std::collections::BTreeMap;
use tests::season::SeasonSources;

/// One of the expected offers must be among so many.
const FIRST: usize = 3;
/// How many of a hundred queries must succeed.
const SUCCESS: usize = 95;

struct Case<'a> {
    language: &'a str,
    typed: &'a str,
    expected: Vec<&'a str>,
}

fn cases() -> Vec<Case<'static>> {
    let lines = include_str!("relevance.txt").lines();
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut columns = line.split('|').map(str::trim);
            let mut column = || columns.next().unwrap_or_else(|| panic!("three columns in {line}"));
            Case { language: column(), typed: column(), expected: column().split(' ').collect() }
        })
        .collect()
}

fn found(catalog: &Catalog, search: &Search, typed: &str) -> Vec<String> {
    let query = Query { text: typed.to_owned(), ..Query::default() };
    let found = search.find(catalog, &query);
    found.offers.iter().map(|index| catalog.offers[usize::from(*index)].id.clone()).collect()
}

#[test]
fn what_people_look_for_is_among_the_first() {
    let season = SeasonSources::example();
    let mut catalogs = BTreeMap::new();
    let cases = cases();
    assert!(cases.len() >= 60, "{} queries", cases.len());
    let mut failures = Vec::new();
    for Case { language, typed, expected } in &cases {
        let (catalog, search) = catalogs.entry(*language).or_insert_with(|| {
            let catalog = season.catalog(language);
            let search = Search::new(&catalog, &[]);
            (catalog, search)
        });
        for id in expected {
            assert!(catalog.offer(id).is_some(), "{typed}: there is no offer {id}");
        }
        let found = found(catalog, search, typed);
        if !found.iter().take(FIRST).any(|id| expected.contains(&id.as_str())) {
            let first = &found[..found.len().min(FIRST)];
            failures.push(format!("{language} “{typed}”: {} found, first {first:?}", found.len()));
        }
    }
    let succeeded = (cases.len() - failures.len()) * 100 / cases.len();
    println!("success@{FIRST}: {succeeded} % of {} queries", cases.len());
    assert!(
        succeeded >= SUCCESS,
        "success@{FIRST} is {succeeded} %, wanted is {SUCCESS} %:\n{}",
        failures.join("\n")
    );
    for failure in failures {
        println!("missed: {failure}");
    }
}

#[test]
fn every_beginning_of_a_typed_word_can_be_searched() {
    let season = SeasonSources::example();
    let catalog = season.catalog("de");
    let search = Search::new(&catalog, &[]);
    for Case { typed, .. } in cases() {
        for (end, _) in typed.char_indices() {
            let found = found(&catalog, &search, &typed[..end]);
            assert!(found.len() <= catalog.offers.len());
        }
    }
}
