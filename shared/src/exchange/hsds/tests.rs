use std::path::{Path, PathBuf};

use super::*;
use crate::exchange::{SourceFile, read, read_all};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/hsds-3.0/examples")
}

#[expect(clippy::disallowed_methods, reason = "tests read their fixtures")]
fn fixture(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).expect("a fixture")
}

#[track_caller]
fn check(name: &str, content: Content, providers: usize, offers: usize) -> Import {
    let import = read(name, &fixture(name), Some("s")).expect("HSDS");
    assert_eq!(import.format, Format::Hsds(content), "{name}");
    assert_eq!(import.providers.len(), providers, "{name}");
    assert_eq!(
        import.providers.values().map(|provider| provider.offers.len()).sum::<usize>(),
        offers,
        "{name}"
    );
    import
}

#[test]
fn every_example_is_understood() {
    check("organization_full.json", Content::Organizations, 1, 1);
    check("organization_list.json", Content::Organizations, 1, 0);
    check("service_full.json", Content::Services, 1, 1);
    check("service_list.json", Content::Services, 1, 1);
    check("service_at_location_full.json", Content::ServicesAtLocations, 1, 1);
    check("service_at_location_list.json", Content::ServicesAtLocations, 1, 1);
    check("location.json", Content::Locations, 0, 0);
    check("taxonomy.json", Content::Taxonomies, 0, 0);
    check("taxonomy_list.json", Content::Taxonomies, 0, 0);
    check("taxonomy_term.json", Content::TaxonomyTerms, 0, 0);
    check("taxonomy_term_list.json", Content::TaxonomyTerms, 0, 0);
    check("base.json", Content::Description, 0, 0);
    check("tabular.json", Content::Tables, 1, 1);
    check("csv/organizations.csv", Content::Tables, 1, 0);
    check("csv/services.csv", Content::Tables, 1, 1);
    check("csv/taxonomies.csv", Content::Tables, 0, 0);
}

const ORGANIZATION: &str = "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610";
const SERVICE: &str = "ac148810-d857-441c-9679-408f346de14b";

#[test]
fn an_organization_becomes_a_provider_with_offers() {
    let import = check("organization_full.json", Content::Organizations, 1, 1);
    let provider = &import.providers[ORGANIZATION];
    assert_eq!(provider.name, "Example Organization Inc.");
    assert_eq!(provider.contact.phone, "+44 1234 234567");
    assert_eq!(provider.contact.website, "http://example.com");
    assert_eq!(provider.contact.address.street, "1-30 Main Street");
    assert_eq!(provider.contact.address.postcode, "ABC 1234");
    assert_eq!(provider.contact.address.latitude, None, "100 degrees north is nowhere");
    let offer = &provider.offers[SERVICE];
    let text = |text: &crate::model::Localised| {
        text.in_language("en").map(|(_, wording)| wording.text.clone()).unwrap_or_default()
    };
    assert_eq!(text(&offer.title), "Community Counselling");
    assert_eq!(text(&offer.summary), "Counselling Services provided by trained professionals.");
    assert!(text(&offer.apply).starts_with("If you are an NHS patient"));
    assert!(text(&offer.cost.note).contains("£50"));
    assert!(text(&offer.schedule).starts_with("The service is available from 10 am"));
    assert_eq!(offer.languages.iter().collect::<Vec<_>>(), ["ur"]);
    assert_eq!(offer.last_checked, "2005-01-01");
    assert_eq!(offer.bring.len(), 1);
}

#[test]
fn no_person_is_imported() {
    for name in
        ["organization_full.json", "service_full.json", "service_at_location_full.json", "tabular.json"]
    {
        let import = read(name, &fixture(name), Some("s")).expect("HSDS");
        let json = serde_json::to_string(&import.providers).expect("serialises");
        assert!(!json.contains("Persona"), "{name}");
    }
}

#[test]
fn all_forms_of_one_service_make_the_same_offer() {
    let of =
        |name: &str| read(name, &fixture(name), Some("s")).expect("HSDS").providers[ORGANIZATION].clone();
    let (service, table) = (of("service_full.json"), of("tabular.json"));
    assert_eq!(of("organization_full.json").offers, service.offers);
    assert_eq!(service.offers[SERVICE].access, table.offers[SERVICE].access);
    assert_eq!(service.offers[SERVICE].schedule, table.offers[SERVICE].schedule);
    assert_eq!(of("service_at_location_full.json").offers[SERVICE].access, service.offers[SERVICE].access);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "tests read their fixtures")]
fn a_folder_of_tables_is_joined() {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder().join("csv")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("ASCII").to_owned();
        files.push((name, std::fs::read_to_string(&path).expect("text")));
    }
    assert_eq!(files.len(), 21);
    let files: Vec<_> = files.iter().map(|(name, text)| SourceFile { name, text }).collect();
    let imports = read_all(&files, Some("s")).expect("HSDS");
    assert_eq!(imports.len(), 1);
    let provider = &imports[0].providers[ORGANIZATION];
    assert_eq!(provider.name, "Example Organization Inc.");
    assert_eq!(provider.offers[SERVICE].bring.len(), 1);
    assert!(!provider.offers[SERVICE].access.note.is_empty());
    assert_eq!(imports[0].warnings, []);
}

#[test]
fn the_season_must_be_known_only_if_there_is_something_to_import() {
    let error = read("service_full.json", &fixture("service_full.json"), None).expect_err("no season");
    assert_eq!(error.fault, ImportFault::SeasonKeyMissing);
    assert!(read("base.json", &fixture("base.json"), None).is_ok());
}

#[test]
fn what_is_no_hsds_is_refused() {
    for text in ["{}", "[1]", "3", r#"{"contents": 3}"#, r#"{"contents": [{}]}"#, r#"{"id": "x"}"#] {
        assert_eq!(
            read("x.json", text, Some("s")).expect_err("not HSDS").fault,
            ImportFault::Format,
            "{text}"
        );
    }
}

#[test]
fn what_has_no_name_is_left_out_and_reported() {
    let text = r#"{"id": "O1", "name": "Org", "description": "", "services": [
        {"id": "s1", "name": "", "status": "active"}, {"id": "s2", "name": "Advice", "status": "defunct"},
        {"id": "?", "name": "Lost"}
    ]}"#;
    let import = read("x.json", text, Some("s")).expect("HSDS");
    assert_eq!(import.providers["o1"].offers.keys().collect::<Vec<_>>(), ["s2"]);
    let paths: Vec<_> = import.warnings.iter().map(|warning| warning.path.as_str()).collect();
    assert_eq!(paths, ["id ?", "providers.o1.offers.s1"]);
}
