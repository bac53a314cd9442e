use crate::running::Folder;

#[test]
fn pages_are_there_in_each_language_and_compressed() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let server = folder.serve(&["--today", "2036-05-17"]);

    let start = server.get("/", &[("accept-language", "en-GB,en;q=0.9")]);
    assert_eq!((start.status, start.header("location")), (302, Some("/en/")));
    let named = server.get("/?sprache=de", &[("accept-language", "en-GB,en;q=0.9")]);
    assert_eq!(named.header("location"), Some("/de/"));
    let unknown = server.get("/?sprache=xx", &[("accept-language", "en")]);
    assert_eq!(unknown.header("location"), Some("/en/"));
    let page = server.get("/de/", &[]);
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert!(page.text().contains("lang=\"de\""));
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));

    let packed = server.get("/de/", &[("accept-encoding", "gzip, br")]);
    assert_eq!(packed.header("content-encoding"), Some("br"));
    assert!(packed.body.len() < page.body.len());
    let etag = page.header("etag").expect("a tag");
    let known = server.get("/de/", &[("if-none-match", etag)]);
    assert_eq!((known.status, known.body.len()), (304, 0));
    assert!(server.get("/de/angebote?q=schweissen", &[]).text().contains("schweissen"));
}

#[test]
fn the_app_is_installed_in_the_language_that_is_read() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let server = folder.serve(&[]);
    for (language, name, start) in
        [("de", "Markt der Möglichkeiten", "/?sprache=de"), ("en", "Market of Opportunities", "/?sprache=en")]
    {
        let address = format!("/manifest/{language}.webmanifest");
        let page = server.get(&format!("/{language}/angebote"), &[]);
        assert!(page.text().contains(&format!("<link rel=\"manifest\" href=\"{address}\">")));
        let manifest = server.get(&address, &[]);
        assert_eq!(manifest.header("content-type"), Some("application/manifest+json"));
        let manifest = manifest.json();
        // One app, whatever the language.
        assert_eq!((&manifest["id"], &manifest["scope"]), (&"/".into(), &"/".into()));
        assert_eq!((&manifest["lang"], &manifest["dir"]), (&language.into(), &"ltr".into()));
        assert_eq!((&manifest["name"], &manifest["start_url"]), (&name.into(), &start.into()));
        for shortcut in manifest["shortcuts"].as_array().expect("shortcuts") {
            let page = server.get(shortcut["url"].as_str().expect("an address"), &[]);
            assert!(
                page.status == 200 && page.text().contains(&format!("lang=\"{language}\"")),
                "{shortcut}"
            );
        }
    }
    assert_eq!(server.get("/manifest/xx.webmanifest", &[]).status, 404);
    assert_eq!(server.get("/manifest/de", &[]).status, 404);
}

#[test]
fn what_is_not_there_is_said_in_the_readers_language() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let server = folder.serve(&[]);
    let german = server.get("/de/angebote/gibt-es-nicht", &[]);
    assert_eq!(german.status, 404);
    let english = server.get("/nothing.html", &[("accept-language", "en")]);
    assert_eq!(english.status, 404);
    assert!(english.text().contains("lang=\"en\""));
    assert_eq!(server.get("/api/nothing", &[]).json(), serde_json::json!({ "error": "not-found" }));
}

#[test]
fn catalogs_are_named_by_their_content() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let server = folder.serve(&["--today", "2036-05-17"]);
    let current = server.get("/catalog/current", &[]);
    assert_eq!(current.header("cache-control"), Some("no-store"));
    let lines: Vec<&str> = current.text().lines().collect();
    assert_eq!(lines[0], "today 2036-05-17");
    let (language, hash) = lines[1].split_once(' ').expect("language and hash");
    assert_eq!((language, hash.len()), ("de", 16));

    let catalog = server.get(&format!("/catalog/de/{hash}"), &[]);
    assert_eq!(catalog.status, 200);
    assert!(catalog.header("cache-control").is_some_and(|caching| caching.contains("immutable")));
    let read = shared::catalog::Catalog::from_bytes(&catalog.body).expect("a catalog");
    assert_eq!(read.offers[0].id, "schweissen");
    assert_eq!(server.get("/catalog/de/0000000000000000", &[]).status, 404);
}

#[test]
fn a_start_serves_what_was_published_before_without_compiling_it_again() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let server = folder.serve(&["--today", "2036-05-17"]);
    server.until_at_rest();
    let before = server.get("/catalog/current", &[]);
    drop(server);

    let server = folder.serve(&["--today", "2036-05-17"]);
    assert_eq!(server.get("/catalog/current", &[]).text(), before.text());
    assert_eq!(server.metric("markt_catalogs_compiled_total"), 0);
    let (_, hash) = before.text().lines().nth(1).and_then(|line| line.split_once(' ')).expect("a catalog");
    let path = format!("/catalog/de/{hash}");
    let packed = server.get(&path, &[("accept-encoding", "br")]);
    assert_eq!(packed.header("content-encoding"), Some("br"), "compressed at once");
    drop(server);

    // On another day another season may be the next one.
    let server = folder.serve(&["--today", "2036-05-18"]);
    assert!(server.metric("markt_catalogs_compiled_total") > 0);
}

#[test]
fn the_market_fits_into_a_calendar() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let server = folder.serve(&[]);
    let season = server.get("/kalender/saison.ics", &[]);
    assert_eq!(season.header("content-type"), Some("text/calendar; charset=utf-8"));
    assert!(season.text().starts_with("BEGIN:VCALENDAR\r\n"));
    assert!(server.get("/kalender/2036-05-17.ics", &[]).text().contains("20360517T100000"));
    assert_eq!(server.get("/kalender/2036-05-18.ics", &[]).status, 404);
}

#[test]
fn calendars_learn_that_a_market_was_cancelled() {
    let folder = Folder::new();
    let season = folder.season();
    folder.markt_ok(&["import", &season]);
    let line = |file: &str, name: &str| {
        let line = file.lines().find(|line| line.starts_with(name)).expect("a line of this name");
        line[name.len()..].to_owned()
    };
    let read = || {
        let server = folder.serve(&["--today", "2036-05-01"]);
        let english = server.get("/kalender/saison.ics?sprache=en", &[("accept-language", "de")]);
        let elsewhere = server.get("/kalender/saison.ics?sprache=xx", &[("accept-language", "de")]);
        assert_eq!(elsewhere.status, 200);
        english.text().to_owned()
    };
    let before = read();
    assert_eq!(line(&before, "STATUS:"), "CONFIRMED");
    let text = std::fs::read_to_string(&season).expect("reads").replace("\"confirmed\"", "\"cancelled\"");
    folder.markt_ok(&["import", &folder.file("cancelled.json", &text)]);
    let after = read();
    assert_eq!(line(&after, "STATUS:"), "CANCELLED");
    assert_eq!(line(&before, "UID:"), line(&after, "UID:"));
    let sequence = |file: &str| line(file, "SEQUENCE:").parse::<u64>().expect("a number");
    assert!(sequence(&after) > sequence(&before), "{after}");
}

#[test]
fn search_engines_find_every_page() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let server = folder.serve(&[]);
    let robots = server.get("/robots.txt", &[]);
    let index = robots.text().lines().find_map(|line| line.strip_prefix("Sitemap: ")).expect("a map");
    assert!(index.ends_with("/sitemap.xml"), "{index}");
    assert!(server.get("/sitemap.xml", &[]).text().contains("/sitemap/en.xml</loc>"));
    let map = server.get("/sitemap/en.xml", &[]);
    assert_eq!(map.header("content-type"), Some("application/xml"));
    for address in map.text().split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next()) {
        let path = &address[address.find("/en/").expect("a page in English")..];
        assert_eq!(server.get(path, &[]).status, 200, "{path}");
    }
    assert!(map.text().contains("/en/angebote/schweissen</loc>"));
    assert_eq!(server.get("/sitemap/xx.xml", &[]).status, 404);
}
