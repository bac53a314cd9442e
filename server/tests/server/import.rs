use crate::running::Folder;

#[test]
fn importing_the_same_again_changes_nothing() {
    let folder = Folder::new();
    let season = folder.season();
    let first = folder.markt_ok(&["import", &season]);
    assert!(first.contains("3 of them were new"), "{first}");
    let second = folder.markt_ok(&["import", &season]);
    assert!(second.contains("0 of them were new"), "{second}");
}

#[test]
fn a_broken_file_names_the_place_and_changes_nothing() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let database = folder.path().join("data/markt.db");
    let before = std::fs::read(&database).expect("reads");

    let good = folder.file(
        "good.json",
        &std::fs::read_to_string(folder.season()).expect("reads").replace("Testmarkt", "Neu"),
    );
    let broken = folder.file(
        "broken.json",
        r#"{"format": "markt/1", "season_key": "test-2036",
            "providers": {"p": {"name": "P (Beispiel)", "offers": {"o": {"places": "viele"}}}}}"#,
    );
    let complaint = folder.markt_err(&["import", &good, &broken]);
    for named in ["nothing was imported", "broken.json", "places"] {
        assert!(complaint.contains(named), "{complaint}");
    }
    assert_eq!(complaint.trim_end().lines().count(), 1, "{complaint}");
    assert!(std::fs::read(&database).expect("reads") == before, "nothing changed");
}

#[test]
fn the_built_in_example_is_valid() {
    let folder = Folder::new();
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/pankow");
    let summary = folder.markt_ok(&["import", example]);
    assert!(summary.contains("offers"), "{summary}");
}

#[test]
fn a_running_server_keeps_an_import_out() {
    let folder = Folder::new();
    let season = folder.season();
    let _server = folder.serve(&[]);
    let complaint = folder.markt_err(&["import", &season]);
    assert!(complaint.contains("stop it first"), "{complaint}");
}
