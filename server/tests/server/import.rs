use shared::document::DocumentId;

use crate::{peer::Peer, running::Folder};

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

#[tokio::test]
async fn an_import_takes_its_ids_back_from_whoever_sits_on_them_and_from_tombstones() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let market = DocumentId::market(&"test-2020/2020-05-16".parse().expect("a market"));
    let season = DocumentId::season("test-2020");
    let server = folder.serve(&[]);
    let mut phone = Peer::new(1);
    phone.connect(&folder.ticket(&["--device", "phone"])).await;
    for document in [market, season] {
        phone.record(document, "test-2036/2036-05-17", "planted", None);
        phone.talk_until("it is stored", |phone| phone.is_acknowledged(document)).await;
    }
    folder.markt_ok(&["erase", &season.to_string()]);
    drop(server);

    let past = folder.past_season();
    let first = folder.markt_ok(&["import", &past]);
    assert!(first.contains("3 of them were new"), "{first}");
    assert!(first.contains("Something else sat on 1 of their ids"), "{first}");
    let again = folder.markt_ok(&["import", &past]);
    assert!(again.contains("0 of them were new"), "{again}");
    let doctor = folder.markt_ok(&["doctor"]);
    assert!(doctor.contains("wrong-kind") && doctor.contains(", 0 unreadable"), "{doctor}");

    // A start brings the log of erasures and the database together, and takes nothing away.
    drop(folder.serve(&[]));
    let later = folder.markt_ok(&["import", &past]);
    assert!(later.contains("0 of them were new"), "{later}");
}
