use shared::catalog::{Day, Label, Offer, Provider, Stand, Text as Words};

use super::*;
use crate::text::App as Whose;

fn words(text: &str) -> Words {
    Words { text: text.to_owned(), ..Words::default() }
}

fn german(text: &str) -> Words {
    Words { text: text.to_owned(), language: Some("de".to_owned()), machine: false }
}

fn catalog() -> Catalog {
    let mut catalog = Catalog { language: "ar".to_owned(), ..Catalog::default() };
    catalog.days.push(Day {
        date: "2026-05-23".to_owned(),
        from: "10:00".to_owned(),
        to: "16:00".to_owned(),
        stands: vec![Stand { label: "7".to_owned(), provider: "a".to_owned(), ..Stand::default() }],
        ..Day::default()
    });
    catalog.providers.push(Provider {
        key: "a".to_owned(),
        name: "A & <B>".to_owned(),
        example: true,
        ..Provider::default()
    });
    catalog.season.languages = ["de", "ar", "vi"].map(str::to_owned).to_vec();
    catalog.vocabulary.needs.push(Label { id: "learn".to_owned(), text: words("تعلّم") });
    catalog.offers.push(Offer {
        id: "x".to_owned(),
        title: Words {
            text: "Schweißen <script>".to_owned(),
            language: Some("de".to_owned()),
            machine: false,
        },
        summary: words("\"ملخص\""),
        eligibility: german("Für alle"),
        schedule: german("Montags"),
        bring: vec![german("Ausweis"), german("Brief")],
        needs: vec!["learn".to_owned()],
        ..Offer::default()
    });
    catalog
}

fn small_print() -> SmallPrint {
    SmallPrint { privacy: german("# Rechte\n\nSie dürfen fragen.\nImmer."), ..SmallPrint::default() }
}

fn page(path: &str, query: &str) -> PageResponse {
    page_of(path, query, &Site { catalog: Some("/catalog/ar/1".to_owned()), ..Site::default() })
}

fn page_of(path: &str, query: &str, site: &Site) -> PageResponse {
    render(PageRequest {
        path,
        query,
        languages: &["de".to_owned(), "ar".to_owned()],
        today: "2026-05-23",
        fixed_today: true,
        catalog: Rc::new(catalog()),
        small_print: Rc::new(small_print()),
        text: Text::embedded(Whose::Pages, "ar").expect("Arabic is there"),
        site,
        origin: "https://markt.example",
    })
}

fn check(html: &str, parts: &[&str]) {
    for part in parts {
        let body = html.split("<div class=\"contents\"").last();
        assert!(html.contains(part), "{part} is not in the page {body:?}");
    }
}

#[test]
fn the_app_has_a_name_in_every_language() {
    for language in crate::text::LANGUAGES {
        let text = Text::embedded(Whose::Pages, language.tag).expect("its texts");
        let manifest: serde_json::Value = serde_json::from_str(&manifest(&text)).expect("JSON");
        assert_eq!((&manifest["lang"], &manifest["dir"]), (&language.tag.into(), &text.dir().into()));
        let short = manifest["short_name"].as_str().unwrap_or_default();
        // What home screens have room for.
        assert!((1..=12).contains(&short.chars().count()), "{}: {short}", language.tag);
        let screenshots = manifest["screenshots"].as_array().map_or(&[][..], Vec::as_slice);
        assert!(screenshots.len() == 3 && screenshots.iter().all(|one| one["label"] != ""), "{manifest}");
    }
}

#[test]
fn a_page_says_what_it_is_and_in_which_language() {
    let PageResponse { status, html } = page("/ar/", "");
    assert_eq!(status, 200);
    check(
        &html,
        &[
            "<!doctype html><html lang=\"ar\" dir=\"rtl\" data-app=\"visitor\">",
            "<link rel=\"canonical\" href=\"https://markt.example/ar/\">",
            "hreflang=\"de\" href=\"https://markt.example/de/\"",
            "\"startDate\":\"2026-05-23T10:00:00\"",
            "hreflang=\"x-default\" href=\"https://markt.example/\"",
            "<meta property=\"og:locale\" content=\"ar_AR\">",
            "<meta property=\"og:image\" content=\"https://markt.example/preview.png\">",
            "data-page=\"/ar/\"",
            "data-catalog=\"/catalog/ar/1\"",
            "data-today=\"2026-05-23\"",
            "<main id=\"inhalt\"",
        ],
    );
}

#[test]
fn texts_in_another_language_say_so_and_nothing_gets_out_of_its_place() {
    let PageResponse { status, html } = page("/ar/angebote/x", "");
    assert_eq!(status, 200);
    check(
        &html,
        &[
            "<h1 lang=\"de\" dir=\"ltr\">Schweißen &lt;script&gt;</h1>",
            "<bdi>A &amp; &lt;B&gt;</bdi>",
            "content=\"&quot;ملخص&quot;\"",
            "<title>Schweißen &lt;script&gt;",
            "hreflang=\"x-default\" href=\"https://markt.example/de/angebote/x\"",
        ],
    );
    // The only scripts are the page's own two: colours before the paint, loading after it.
    assert_eq!(html.matches("<script>").count(), 2, "{html}");
}

#[test]
fn a_page_is_painted_without_another_request_and_then_loads_the_app() {
    let site = Site {
        script: Some("/assets/a.js".to_owned()),
        wasm: Some("/assets/a.wasm".to_owned()),
        style: Some("p > a { color: red }".to_owned()),
        ..Site::default()
    };
    let html = page_of("/ar/", "", &site).html;
    check(
        &html,
        &[
            "<style>p > a { color: red }</style>",
            "data-script=\"/assets/a.js\"",
            "data-wasm=\"/assets/a.wasm\"",
        ],
    );
    for script in scripts() {
        assert!(!script.contains("</") && !script.contains("//"), "{script}");
        check(&html, &[&format!("<script>{script}</script>")]);
    }
    assert!(
        !html.contains(" src=\"") && !html.contains("rel=\"stylesheet\"") && !html.contains("preload\" href"),
        "{html}"
    );
}

#[test]
fn a_section_names_another_language_once() {
    let html = page("/ar/angebote/x", "").html;
    assert_eq!(html.matches("بالألمانية").count(), 1, "{html}");
    assert_eq!(html.matches("<span lang=\"de\" dir=\"ltr\">").count(), 4);
}

#[test]
fn a_language_that_no_one_checked_says_so_and_only_published_ones_are_offered() {
    let html = page("/ar/ansicht", "").html;
    check(
        &html,
        &[
            "لم يراجع أحد هذه الترجمة بعد.",
            "href=\"/vi/\" hreflang=\"vi\" lang=\"vi\"",
            "<bdi lang=\"vi\">Tiếng Việt</bdi>",
        ],
    );
    assert!(!html.contains("hreflang=\"tr\""), "{html}");
    assert!(!html.contains("<bdi lang=\"de\">Deutsch</bdi>"), "German was checked");
}

#[test]
fn legal_pages_have_addresses_of_their_own() {
    let PageResponse { status, html } = page("/ar/datenschutz", "");
    assert_eq!(status, 200);
    check(
        &html,
        &[
            "<title>حماية البيانات",
            "<h2 lang=\"de\" dir=\"ltr\">Rechte</h2>",
            "<p lang=\"de\" dir=\"ltr\">Sie dürfen fragen.<br>Immer.</p>",
            "hreflang=\"de\" href=\"https://markt.example/de/datenschutz\"",
        ],
    );
    for path in ["/ar/impressum", "/ar/barrierefreiheit"] {
        assert_eq!(page(path, "").status, 200, "{path}");
    }
}

#[test]
fn what_is_searched_for_stands_in_the_field_and_finds() {
    let PageResponse { html, .. } = page("/ar/angebote", "q=schwei%C3%9F%22&brauche=learn&filter=1");
    check(
        &html,
        &[
            "value=\"schweiß&quot;\"",
            "data-offer=\"x\"",
            "<dialog ",
            "<input value=\"learn\" type=\"hidden\" name=\"brauche\">",
        ],
    );
}

#[test]
fn unknown_pages_are_not_found() {
    for path in ["/ar/angebote/y", "/ar/anbieter/y", "/ar/circus"] {
        assert_eq!(page(path, "").status, 404, "{path}");
    }
}

#[test]
fn the_root_counts_its_elements() {
    assert_eq!(elements("<p class=\"a\">1 &lt;b <br>a</p><!--<[x]>-->"), 2);
}

#[test]
fn pages_bring_along_every_symbol_that_they_may_show() {
    for path in [
        "/ar/",
        "/ar/angebote?filter=1",
        "/ar/angebote/x",
        "/ar/anbieter/a",
        "/ar/liste",
        "/ar/ansicht",
        "/ar/info",
        "/ar/datenschutz",
        "/ar/kontakt?angebot=x",
        "/ar/traeger-werden",
        "/ar/circus",
    ] {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let html = page(path, query).html;
        for used in html.split("<use href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(html.contains(&format!("<symbol id=\"{used}\"")), "{used} on {path}");
        }
    }
    for later in ["i-offline", "i-refresh", "i-alert", "i-trash", "i-bookmark"] {
        assert!(SPRITE.contains(&format!("\"{later}\"")), "{later}");
    }
}

#[test]
fn forms_can_be_read_without_scripts() {
    let site = Site { text: Some("/assets/ar-ask.bin".to_owned()), ..Site::default() };
    let contact = page_of("/ar/kontakt", "angebot=x", &site);
    assert_eq!(contact.status, 200);
    check(
        &contact.html,
        &[
            "<h1 id=\"formular\" tabindex=\"-1\">أريد أن يتواصل معي أحد</h1>",
            "Schweißen &lt;script&gt;",
            "A &amp; &lt;B&gt;",
            "<div id=\"ask\" class=\"contents\">",
            "data-text=\"/assets/ar-ask.bin\"",
            "<meta name=\"robots\" content=\"noindex\">",
        ],
    );
    assert!(!contact.html.contains("<!--"), "nothing hydrates these pages");
    let guide = page("/ar/traeger-werden", "");
    check(
        &guide.html,
        &[
            "<link rel=\"canonical\" href=\"https://markt.example/ar/traeger-werden\">",
            "https://www.gesetze-im-internet.de/azav/",
            "<h2 id=\"formular\" tabindex=\"-1\">",
        ],
    );
    assert!(!guide.html.contains("noindex"));
    let gone = page("/ar/kontakt", "angebot=gone");
    check(&gone.html, &["href=\"/ar/angebote\""]);
    assert!(page("/ar/anfragen", "").html.contains("JavaScript"));
}
