mod market;

use market::{small_market, strings, text};
use proptest::prelude::*;

use super::*;

fn find(query: &Query) -> Vec<String> {
    let catalog = small_market();
    let search = Search::new(&catalog, &catalog.days[0].stands);
    search
        .find(&catalog, query)
        .offers
        .iter()
        .map(|offer| catalog.offers[usize::from(*offer)].id.clone())
        .collect()
}

#[track_caller]
fn check(typed: &str, expected: &[&str]) {
    assert_eq!(find(&Query { text: typed.to_owned(), ..Query::default() }), expected, "{typed}");
}

#[track_caller]
fn check_first(typed: &str, expected: &str) {
    let found = find(&Query { text: typed.to_owned(), ..Query::default() });
    assert_eq!(found.first().map(String::as_str), Some(expected), "{typed}: {found:?}");
}

#[test]
fn compounds() {
    check("Pflege", &["pflege-basis", "altenpflegehilfe", "kuechenhilfe", "fuehrerschein"]);
    check("altenpflege", &["altenpflegehilfe"]);
    check("stapler", &["gabelstapler"]);
    check("Gabel stapler", &["gabelstapler"]);
    check("Bildungsgutschein", &["gabelstapler", "schweissen"]);
    check("Bildungs-Gutschein", &["gabelstapler", "schweissen"]);
    check("Pflegebasiskurs", &["pflege-basis"]);
    check("Beratung", &["schulden", "bewerbung", "wohnen"]);
    check("Hauspflege", &["pflege-basis", "altenpflegehilfe", "kuechenhilfe"]);
    check("Seniorenpflege", &["pflege-basis", "altenpflegehilfe", "kuechenhilfe"]);
    check("Deutschkurs", &["deutsch-b1"]);
    check("Führerscheinprüfung", &["fuehrerschein"]);
    check("Bewerbungsmappencheck", &["bewerbung"]);
    check("laden", &["bewerbung", "schulden", "wohnen"]);
}

#[test]
fn a_compound_is_not_cut_through_an_umlaut() {
    let mut catalog = small_market();
    catalog.offers[0].summary = text("Ihre erste Stelle.");
    let find = |typed: &str| {
        Search::new(&catalog, &[])
            .find(&catalog, &Query { text: typed.to_owned(), ..Query::default() })
            .offers
    };
    assert_eq!(find("Zahnbürste"), [0_u16; 0]);
    assert_eq!(find("Allererste"), [0]);
}

#[test]
fn spellings() {
    check("schweissen", &["schweissen"]);
    check("SCHWEISSEN", &["schweissen"]);
    check("fuehrerschein", &["fuehrerschein"]);
    check("Führerschein", &["fuehrerschein"]);
    check("kündigung", &["wohnen"]);
    check("kundigung", &["wohnen"]);
    check("fuhrerschein", &["fuehrerschein"]);
    check("العمل", &["wohnen"]);
}

#[test]
fn beginnings() {
    check("gabelst", &["gabelstapler"]);
    check("Lebensl", &["bewerbung"]);
    check("B1", &["deutsch-b1"]);
    check("WIG", &["schweissen"]);
}

#[test]
fn endings() {
    check("Kurse", &["pflege-basis", "deutsch-b1"]);
    check("Sprachkurse", &["deutsch-b1"]);
    check("Wohnungen", &["wohnen"]);
    check("Praktika Heime", &["altenpflegehilfe"]);
}

#[test]
fn typing_errors() {
    check("Schweisen", &["schweissen"]);
    check("Fuhrerschein", &["fuehrerschein"]);
    check("Gablestapler", &["gabelstapler"]);
    check("Bewerbugn", &["bewerbung"]);
    check_first("Pfelge", "pflege-basis");
    check("Lebenslauff", &["bewerbung"]);
    check("Koch", &[]);
}

#[test]
fn several_words_must_all_match_or_else_most() {
    check("Pflege Praktikum", &["pflege-basis", "altenpflegehilfe"]);
    check("Hilfe Kündigung", &["wohnen"]);
    check("Kündigung xyz", &["wohnen"]);
    check("xyzxyzxyzxyz Kündigung", &[]);
    check("xyz", &[]);
}

#[test]
fn the_title_counts_most_then_the_provider_then_the_rest() {
    check("Lernwerkstatt", &["deutsch-b1", "fuehrerschein", "gabelstapler", "schweissen"]);
    check("Deutsch", &["deutsch-b1", "gabelstapler", "schulden", "schweissen"]);
    check("kostenlos", &["gabelstapler", "schulden", "schweissen"]);
    check("Theorie", &["fuehrerschein", "pflege-basis"]);
    check("türkisch", &["deutsch-b1"]);
}

#[test]
fn the_language_of_all_offers_is_no_word_of_theirs() {
    let mut catalog = small_market();
    for offer in &mut catalog.offers {
        offer.languages = strings("de");
    }
    let german = Query { text: "Deutsch".to_owned(), ..Query::default() };
    assert_eq!(Search::new(&catalog, &[]).find(&catalog, &german).offers.len(), 1);
}

#[test]
fn an_offer_is_found_by_its_original_title() {
    let mut catalog = small_market();
    catalog.offers[8].title = text("Welding with a certificate");
    let german = Query { text: "schweißen".to_owned(), ..Query::default() };
    assert_eq!(Search::new(&catalog, &[]).find(&catalog, &german).offers, [8]);
}

#[test]
fn no_words_find_everything_in_order() {
    assert_eq!(find(&Query::default()).len(), 10);
    assert_eq!(find(&Query { text: " – ".to_owned(), ..Query::default() })[0], "altenpflegehilfe");
}

#[test]
fn filters() {
    let check = |query: &str, expected: &[&str]| {
        assert_eq!(find(&Query::from_query_string(query)), expected, "{query}");
    };
    check("brauche=german&brauche=advice", &["deutsch-b1", "schulden"]);
    check("sprache=tr&brauche=learn", &["deutsch-b1"]);
    check("zugang=step-free", &["deutsch-b1", "schulden", "schweissen"]);
    check("zugang=step-free&zugang=wc", &["deutsch-b1", "schulden"]);
    check("art=job", &["kuechenhilfe"]);
    check("gruppe=ueber-50&art=counselling", &["schulden"]);
    check("gruppe=ueber-50&brauche=learn", &["gabelstapler", "schweissen"]);
    check("stand=7", &["bewerbung", "schulden", "wohnen"]);
    check("stand=7&q=kostenlos", &["schulden"]);
    check("stand=9", &[]);
    check("stand=1", &[]);
    check("thema=gastro", &[]);
}

#[test]
fn counts_say_what_one_more_option_would_show() {
    let catalog = small_market();
    let search = Search::new(&catalog, &catalog.days[0].stands);
    let counts = |query: &str| search.counts(&catalog, &Query::from_query_string(query));
    let all = counts("");
    assert_eq!(all.needs, [1, 1, 3, 1]);
    assert_eq!(all.kinds, [1, 1, 8]);
    assert_eq!(all.groups, [9, 9]);
    assert_eq!(all.languages, [2, 4, 1]);
    assert_eq!(all.access, [3, 3]);
    assert_eq!(all.topics, [0, 0, 0]);
    // A chosen option leaves the counts of its own group alone, and narrows the others.
    let learn = counts("brauche=learn");
    assert_eq!(learn.needs, all.needs);
    assert_eq!(learn.languages, [1, 3, 1]);
    // All chosen kinds of access must fit.
    assert_eq!(counts("zugang=step-free").access, [3, 2]);
    assert_eq!(counts("q=kostenlos&sprache=ar").needs, [1, 0, 1, 1]);
}

#[test]
fn every_count_is_what_choosing_the_option_finds() {
    let catalog = small_market();
    let search = Search::new(&catalog, &[]);
    for start in ["", "brauche=work", "sprache=de&zugang=wc", "gruppe=eltern", "art=job&q=e"] {
        let query = Query::from_query_string(start);
        let counts = search.counts(&catalog, &query);
        for (label, count) in catalog.vocabulary.languages.iter().zip(&counts.languages) {
            let chosen = Query { languages: vec![label.id.clone()], ..query.clone() };
            assert_eq!(
                search.find(&catalog, &chosen).offers.len(),
                usize::from(*count),
                "{start} {}",
                label.id
            );
        }
        for (label, count) in catalog.vocabulary.access.iter().zip(&counts.access) {
            let mut chosen = query.clone();
            chosen.access.push(label.id.clone());
            assert_eq!(
                search.find(&catalog, &chosen).offers.len(),
                usize::from(*count),
                "{start} {}",
                label.id
            );
        }
    }
}

#[track_caller]
fn check_highlight(typed: &str, text: &str, marked: &str) {
    let catalog = small_market();
    let terms = Search::new(&catalog, &[]).terms(typed);
    let mut result = text.to_owned();
    for range in terms.highlight(text).iter().rev() {
        result.insert(range.end, ']');
        result.insert(range.start, '[');
    }
    assert_eq!(result, marked, "{typed}");
}

#[test]
fn highlights() {
    check_highlight("pflege", "Altenpflegehilfe und Pflege", "Alten[pflege]hilfe und [Pflege]");
    check_highlight("schweiss", "Schweißen", "[Schweiß]en");
    check_highlight("fuehr", "Führerschein", "[Führ]erschein");
    check_highlight("bildungsgutschein", "Mit Bildungs-Gutschein.", "Mit [Bildungs-Gutschein].");
    check_highlight("Gablestapler", "Der Gabelstapler", "Der [Gabelstapler]");
    check_highlight("gabel gabelst", "Gabelstapler", "[Gabelst]apler");
    check_highlight("Kurse", "Sprachkurs", "Sprach[kurs]");
    check_highlight("", "Sprachkurs", "Sprachkurs");
    check_highlight("xyz", "Sprachkurs", "Sprachkurs");
}

proptest! {
    #[test]
    fn anything_can_be_typed(typed in ".*", text in ".*") {
        let catalog = small_market();
        let search = Search::new(&catalog, &[]);
        let found = search.find(&catalog, &Query { text: typed.clone(), ..Query::default() });
        prop_assert!(found.offers.len() <= catalog.offers.len());
        let mut end = 0;
        for range in search.terms(&typed).highlight(&text) {
            prop_assert!(range.start >= end && range.start < range.end);
            prop_assert!(text.get(range.clone()).is_some());
            end = range.end;
        }
    }

    #[test]
    fn every_word_of_an_offer_finds_it(which in 0_usize..10, word in 0_usize..8) {
        let catalog = small_market();
        let search = Search::new(&catalog, &[]);
        let offer = &catalog.offers[which];
        let mut words = offer.title.text.split_whitespace().cycle();
        let typed = words.nth(word).expect("titles have words").to_owned();
        let found = search.find(&catalog, &Query { text: typed, ..Query::default() });
        prop_assert!(found.offers.contains(&(which as u16)));
    }
}
