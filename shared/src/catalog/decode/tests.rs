use super::*;
use crate::catalog::{Offer, Provider};

/// Different values in neighbouring fields, so that no two can be swapped unnoticed.
fn full() -> Catalog {
    let mut count = 0;
    let mut word = || {
        count += 1;
        format!("wort {count}")
    };
    let mut text = |language: Option<&str>| Text {
        text: word(),
        language: language.map(str::to_owned),
        machine: language.is_some(),
    };
    let (a, b, c) = (text(Some("de")), text(None), text(Some("en")));
    let mut catalog = Catalog { format: Catalog::FORMAT, language: "ar".to_owned(), ..Catalog::default() };
    catalog.season = SeasonInfo {
        key: "k".to_owned(),
        title: a.clone(),
        example: true,
        languages: vec!["ar".to_owned(), "de".to_owned()],
        time_zone: "Europe/Berlin".to_owned(),
        retention_days: 180,
    };
    catalog.days.push(Day {
        date: "2026-05-23".to_owned(),
        extra: true,
        from: "10:00".to_owned(),
        to: "16:00".to_owned(),
        place: Place {
            name: a.clone(),
            address: "x".to_owned(),
            position: Some((52.5, -13.4)),
            how_to_find: b.clone(),
            access: c.clone(),
        },
        focus: vec!["f".to_owned()],
        weather: a.clone(),
        stands: vec![Stand {
            id: "s".to_owned(),
            label: "7".to_owned(),
            x: -3,
            y: 400,
            provider: "p".to_owned(),
        }],
        programme: vec![ProgrammePoint { time: "t".to_owned(), title: b.clone(), place: c.clone() }],
        announcements: vec![Announcement { at: "n".to_owned(), text: a.clone() }],
        sealing_key: "ab".to_owned(),
        ..Day::default()
    });
    let label = |id: &str| vec![Label { id: id.to_owned(), text: b.clone() }];
    catalog.vocabulary = Vocabulary {
        offer_kinds: label("1"),
        provider_kinds: label("2"),
        target_groups: label("3"),
        topics: label("4"),
        needs: label("5"),
        access: label("6"),
        languages: label("7"),
        districts: label("8"),
    };
    catalog.synonyms = "arbeit,job".to_owned();
    let words = |word: &str| vec![word.to_owned()];
    catalog.providers.push(Provider {
        key: "1".to_owned(),
        name: "2".to_owned(),
        example: true,
        walk_in: false,
        kind: "3".to_owned(),
        description: a.clone(),
        desk: b.clone(),
        phone: "4".to_owned(),
        email: "5".to_owned(),
        website: "6".to_owned(),
        address: "7".to_owned(),
        district: "8".to_owned(),
        position: Some((1.5, 2.5)),
        languages: words("9"),
        last_checked: "10".to_owned(),
    });
    catalog.offers.push(Offer {
        id: "1".to_owned(),
        provider: 300,
        kind: "2".to_owned(),
        title: a.clone(),
        summary: b.clone(),
        description: c.clone(),
        needs: words("3"),
        topics: words("4"),
        target_groups: words("5"),
        eligibility: b.clone(),
        bring: vec![c.clone(), a.clone()],
        free: true,
        cost: a.clone(),
        schedule: b.clone(),
        start_dates: words("6"),
        duration: c.clone(),
        places: Some(70_000),
        languages: words("7"),
        access: words("8"),
        access_note: a.clone(),
        apply: b.clone(),
        paused: false,
        last_checked: "9".to_owned(),
    });
    catalog
}

fn full_small_print() -> SmallPrint {
    let text = |word: &str, language: Option<&str>| Text {
        text: word.to_owned(),
        language: language.map(str::to_owned),
        machine: language.is_some(),
    };
    SmallPrint {
        format: SmallPrint::FORMAT,
        language: "ar".to_owned(),
        imprint: text("1", Some("de")),
        privacy: text("2", None),
        accessibility: text("3", Some("en")),
        consent: vec![ConsentText {
            version: "4".to_owned(),
            purpose: "5".to_owned(),
            language: "6".to_owned(),
            text: "7".to_owned(),
            machine: true,
        }],
        questionnaire: "8".to_owned(),
        questions: vec![Question {
            id: "9".to_owned(),
            kind: "10".to_owned(),
            text: text("11", Some("de")),
            low: text("12", None),
            high: text("13", Some("en")),
            options: vec![QuestionOption { id: "14".to_owned(), text: text("15", None) }],
            when: Some(Condition { question: "16".to_owned(), is: vec!["17".to_owned()] }),
        }],
    }
}

#[test]
fn reads_small_print() {
    let mut bytes = full_small_print().to_bytes();
    assert_eq!(SmallPrint::from_bytes(&bytes), Ok(full_small_print()));
    for end in 0..bytes.len() {
        assert_eq!(small_print(&bytes[..end]), None, "the first {end} bytes");
    }
    bytes.push(0);
    assert_eq!(small_print(&bytes), None);
}

#[test]
fn reads_what_is_written() {
    let mut full = full();
    assert_eq!(catalog(&full.to_bytes()), Some(full.clone()));
    // Columns of several rows, some with nothing in them.
    let second =
        Offer { id: "2".to_owned(), needs: vec!["3".to_owned(), "0".to_owned()], ..Offer::default() };
    full.offers.splice(0..0, [Offer::default(), second]);
    full.providers.push(Provider { key: "2".to_owned(), position: None, ..Provider::default() });
    assert_eq!(catalog(&full.to_bytes()), Some(full));
}

#[test]
fn what_closes_a_text_is_left_out_of_it() {
    let mut full = full();
    full.offers[0].title.text = "a\0b".to_owned();
    assert_eq!(catalog(&full.to_bytes()).expect("a catalog").offers[0].title.text, "ab");
}

#[test]
fn a_catalog_that_was_cut_off_or_is_too_long_is_none() {
    let mut bytes = full().to_bytes();
    for end in 0..bytes.len() {
        assert_eq!(catalog(&bytes[..end]), None, "the first {end} bytes");
    }
    bytes.push(0);
    assert_eq!(catalog(&bytes), None);
}

#[test]
fn a_count_beyond_the_bytes_allocates_nothing() {
    assert_eq!(catalog(&[1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]), None);
}
