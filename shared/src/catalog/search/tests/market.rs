//! A market of ten offers.

use crate::catalog::{Catalog, Day, Label, Offer, Provider, Stand, Text, Vocabulary};

pub(super) fn text(text: &str) -> Text {
    Text { text: text.to_owned(), ..Text::default() }
}

pub(super) fn strings(list: &str) -> Vec<String> {
    list.split_whitespace().map(str::to_owned).collect()
}

fn label(id: &str, word: &str) -> Label {
    Label { id: id.to_owned(), text: text(word) }
}

/// Ids and texts of an offer: id, provider, title, summary, description.
fn offer(id: &str, provider: u16, title: &str, summary: &str, description: &str) -> Offer {
    Offer {
        id: id.to_owned(),
        provider,
        kind: "qualification".to_owned(),
        title: text(title),
        summary: text(summary),
        description: text(description),
        ..Offer::default()
    }
}

fn provider(key: &str, name: &str) -> Provider {
    Provider {
        key: key.to_owned(),
        name: name.to_owned(),
        district: "Weißensee".to_owned(),
        ..Provider::default()
    }
}

pub(super) fn small_market() -> Catalog {
    let mut catalog = Catalog {
        vocabulary: Vocabulary {
            offer_kinds: vec![
                label("counselling", "Beratung"),
                label("job", "Arbeitsstelle"),
                label("qualification", "Weiterbildung"),
            ],
            target_groups: vec![label("eltern", "Eltern"), label("ueber-50", "Über 50")],
            topics: vec![
                label("gastro", "Gastronomie"),
                label("handwerk", "Handwerk"),
                label("pflege", "Pflege"),
            ],
            needs: vec![
                label("advice", "Rat"),
                label("german", "Deutsch"),
                label("learn", "Lernen"),
                label("work", "Arbeit"),
            ],
            access: vec![label("step-free", "Stufenlos"), label("wc", "Toilette")],
            languages: vec![label("ar", "Arabisch"), label("de", "Deutsch"), label("tr", "Türkisch")],
            ..Vocabulary::default()
        },
        providers: vec![
            provider("lernwerkstatt", "Lernwerkstatt Panke"),
            provider("pflegeschule", "Pflegeschule Regenbogen"),
            provider("beratung", "Beratungsladen Holunder"),
        ],
        offers: vec![
            offer(
                "altenpflegehilfe",
                1,
                "Altenpflegehilfe in einem Jahr",
                "Sie lernen einen Beruf mit Zukunft.",
                "Praktikum im Heim, Prüfung am Ende.",
            ),
            offer(
                "bewerbung",
                2,
                "Bewerbungsmappe in drei Stunden",
                "Wir schreiben mit Ihnen Lebenslauf und Anschreiben.",
                "Bringen Sie Zeugnisse mit.",
            ),
            offer(
                "deutsch-b1",
                0,
                "Deutsch B1 am Vormittag",
                "Sprachkurs mit Kinderbetreuung.",
                "Für Eltern. Der Kurs endet mit einem Zertifikat.",
            ),
            offer(
                "fuehrerschein",
                0,
                "Führerschein Klasse B",
                "Theorie und Praxis für Ihren Weg zur Arbeit.",
                "Wer im Lager oder bei der Pflege fährt, braucht ihn.",
            ),
            offer(
                "gabelstapler",
                0,
                "Gabelstaplerschein",
                "In fünf Tagen fahren lernen.",
                "Mit Bildungs-Gutschein kostenlos.",
            ),
            offer(
                "kuechenhilfe",
                1,
                "Küchenhilfe gesucht",
                "Kantine sucht zwei Personen.",
                "Spülen, schneiden, Essen ausgeben.",
            ),
            offer(
                "pflege-basis",
                1,
                "Pflege-Basiskurs",
                "Vier Wochen, danach ein Platz im Praktikum.",
                "200 Stunden Theorie.",
            ),
            offer(
                "schulden",
                2,
                "Schuldnerberatung ohne Termin",
                "Rechnungen, Mahnungen, Pfändung: wir ordnen alles.",
                "Vertraulich und kostenlos.",
            ),
            offer(
                "schweissen",
                0,
                "Schweißen mit Prüfung",
                "MAG und WIG in der Werkstatt.",
                "Mit Bildungsgutschein kostenlos. Schutzkleidung wird gestellt.",
            ),
            offer(
                "wohnen",
                2,
                "Hilfe bei Kündigung der Wohnung",
                "Kommen Sie sofort.",
                "Wir rufen beim Vermieter an. عمل",
            ),
        ],
        ..Catalog::default()
    };
    let set = |catalog: &mut Catalog, id: &str, needs: &str, languages: &str, access: &str| {
        let offer = catalog.offers.iter_mut().find(|offer| offer.id == id).expect("an offer above");
        offer.needs = strings(needs);
        offer.languages = strings(languages);
        offer.access = strings(access);
    };
    set(&mut catalog, "deutsch-b1", "german learn", "de tr", "step-free wc");
    set(&mut catalog, "schweissen", "learn", "de", "step-free");
    set(&mut catalog, "gabelstapler", "learn work", "de ar", "wc");
    set(&mut catalog, "schulden", "advice", "de ar", "step-free wc");
    catalog.offers[2].target_groups = strings("eltern");
    catalog.offers[5].kind = "job".to_owned();
    catalog.offers[7].kind = "counselling".to_owned();
    catalog.offers[7].target_groups = strings("ueber-50");
    catalog.days.push(Day {
        stands: vec![
            Stand { label: "7".to_owned(), provider: "beratung".to_owned(), ..Stand::default() },
            Stand { label: "8".to_owned(), provider: "lernwerkstatt".to_owned(), ..Stand::default() },
            Stand { label: "9".to_owned(), ..Stand::default() },
        ],
        ..Day::default()
    });
    catalog
}
