use std::{fs, time::Duration};

use automerge::sync::{State, SyncDoc as _};
use serde_json::{Value, json};
use shared::{seal::receipt::Secret, sync::message::Message as SyncMessage};

use crate::{
    peer::{Peer, id},
    running::{Folder, Running},
    wire::Wire,
};

const MARKET: &str = "test-2036/2036-05-17";

/// A device that recorded two contacts, and an organiser who holds them, both connected.
async fn device_and_organiser(folder: &Folder) -> (Peer, Peer) {
    let mut device = Peer::new(1);
    device.record(id(1), MARKET, "planted-one", Some(Secret([1; 10]).hash()));
    device.record(id(2), MARKET, "planted-two", None);
    device.connect(&folder.ticket(&["--device", "phone"])).await;
    device
        .talk_until("both are acknowledged", |device| {
            device.is_acknowledged(id(1)) && device.is_acknowledged(id(2))
        })
        .await;
    let mut organiser = Peer::new(2);
    organiser.connect(&folder.ticket(&["--organiser", "orga-1"])).await;
    organiser.talk_until("it has both", |peer| peer.holds(id(1)) && peer.holds(id(2))).await;
    (device, organiser)
}

fn start(folder: &Folder) -> (Running, String) {
    folder.markt_ok(&["import", &folder.season()]);
    let server = folder.serve(&[]);
    let cookie = folder.organiser(&server, "orga-1");
    (server, cookie)
}

fn check_gone(folder: &Folder) {
    assert!(folder.files_contain("planted-two"), "the search finds what is there");
    assert!(!folder.files_contain("planted-one"));
}

/// Waits for what the server does by itself.
async fn until_gone(folder: &Folder, planted: &str) {
    let waiting = async {
        while folder.files_contain(planted) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), waiting).await.expect("it goes");
}

#[tokio::test]
async fn what_an_organiser_erases_is_gone_everywhere_and_stays_so() {
    let folder = Folder::new();
    let (server, cookie) = start(&folder);
    let (mut device, mut organiser) = device_and_organiser(&folder).await;
    let mut stale = Peer::new(3);
    stale.connect(&folder.ticket(&["--organiser", "orga-1"])).await;
    stale.talk_until("it has the contact", |peer| peer.holds(id(1))).await;
    stale.disconnect();
    stale.change(id(1), "note", "planted-one, edited while away");
    let copy = device.memory.replica.document(id(1)).expect("is here");

    let body = json!({ "documents": [id(1).to_string()] });
    let answer = server.post("/api/erase", &cookie, &body);
    assert_eq!((answer.status, answer.json()), (200, json!({ "erased": 1 })));
    for peer in [&mut device, &mut organiser] {
        peer.talk_until("it is told and purges its copy", |peer| !peer.holds(id(1))).await;
        assert!(peer.holds(id(2)));
        assert!(!peer.memory.stored.contains_key(&id(1)));
    }
    check_gone(&folder);

    stale.connect(&folder.ticket(&["--organiser", "orga-1"])).await;
    stale.talk_until("the stale device purges its copy", |peer| !peer.holds(id(1))).await;
    let mut official = Wire::join(&folder.ticket(&["--device", "phone"]), "js").await;
    let message = copy.generate_sync_message(&mut State::new()).expect("a first message");
    official.send_sync(id(1), message.encode()).await;
    assert_eq!(official.next_refusal(id(1)).await, "erased");
    official.request(id(1)).await;
    let unknown = official.next().await;
    assert!(matches!(unknown, SyncMessage::Unavailable { .. }), "{unknown:?}");
    let mut fresh = Peer::new(4);
    fresh.connect(&folder.ticket(&["--organiser", "orga-1"])).await;
    fresh.talk_until("it has what is left", |peer| peer.holds(id(2))).await;
    assert!(!fresh.holds(id(1)));
    check_gone(&folder);
    let again = server.post("/api/erase", &cookie, &body);
    assert_eq!((again.status, again.json()), (200, json!({ "erased": 0 })));
}

#[tokio::test]
async fn only_organisers_erase_and_only_what_can_be_erased() {
    let folder = Folder::new();
    let (server, cookie) = start(&folder);
    let erase = |cookie: &str, documents: Value| {
        let answer = server.post("/api/erase", cookie, &json!({ "documents": documents }));
        (answer.status, answer.json()["error"].as_str().map(str::to_owned))
    };
    let of = |status: u16, code: &str| (status, Some(code.to_owned()));
    let market = shared::document::DocumentId::market(&MARKET.parse().expect("a market"));
    assert_eq!(erase("", json!([id(1).to_string()])), of(401, "signed-out"));
    assert_eq!(erase(&cookie, json!([id(1).to_string()])), of(404, "not-found"));
    assert_eq!(erase(&cookie, json!([market.to_string()])), of(403, "forbidden"));
    assert_eq!(erase(&cookie, json!(["made up"])), of(400, "malformed"));
    let foreign = [("origin", "https://evil.example"), ("cookie", cookie.as_str())];
    assert_eq!(server.request("POST", "/api/erase", &foreign, "{}").status, 403);
    assert_eq!(server.request("POST", "/api/withdraw", &foreign, "{}").status, 403);
    assert!(folder.markt_err(&["erase", &id(1).to_string()]).contains("there is no document"));
    assert!(folder.markt_err(&["erase", &market.to_string()]).contains("is a market"));
}

#[tokio::test]
async fn the_operator_erases_while_the_server_runs() {
    let folder = Folder::new();
    let (_server, _) = start(&folder);
    let (mut device, mut organiser) = device_and_organiser(&folder).await;
    assert_eq!(folder.markt_ok(&["erase", &id(1).to_string()]), "Erased 1 documents.\n");
    for peer in [&mut device, &mut organiser] {
        peer.talk_until("it is told and purges its copy", |peer| !peer.holds(id(1))).await;
    }
    check_gone(&folder);
}

#[tokio::test]
async fn a_person_who_is_removed_leaves_no_name_and_no_way_in() {
    let folder = Folder::new();
    let (server, _) = start(&folder);
    assert!(folder.markt_err(&["organiser", "remove", "orga-1"]).contains("is the last organiser"));
    let added = folder.markt_ok(&["organiser", "add", "Planted Name"]);
    let password = added.split_once("password ").expect("a password is printed").1.trim().to_owned();
    let sign_in = || {
        let body = json!({ "name": "Planted Name", "password": password });
        server.post("/api/sign-in", "", &body)
    };
    let cookie = sign_in().cookie();
    let member = server.get("/api/session", &[("cookie", &cookie)]).json()["member"].clone();
    let member = member.as_str().expect("an id").parse().expect("an id");

    let mut colleague = Peer::new(1);
    colleague.connect(&folder.ticket(&["--organiser", "orga-1"])).await;
    colleague.talk_until("it has the name", |peer| peer.holds(member)).await;
    let mut removed = Peer::new(2);
    removed.connect(&folder.ticket(&["--organiser", "Planted Name"])).await;
    removed.talk_until("it has joined", |peer| peer.holds(member)).await;

    assert!(folder.files_contain("Planted Name"));
    assert_eq!(folder.markt_ok(&["organiser", "remove", "Planted Name"]), "Removed Planted Name.\n");
    assert!(!folder.files_contain("Planted Name"));
    colleague.talk_until("it purges the name", |peer| !peer.holds(member)).await;
    removed.talk_until("it is let in no more", |peer| !peer.is_connected()).await;
    assert_eq!(server.get("/api/session", &[("cookie", &cookie)]).status, 401);
    assert_eq!(sign_in().status, 401);
    assert!(folder.markt_err(&["organiser", "remove", "Planted Name"]).contains("there is no one named"));
}

#[tokio::test]
async fn whoever_holds_the_receipt_withdraws_the_contact() {
    let folder = Folder::new();
    let (server, _) = start(&folder);
    let (mut device, _organiser) = device_and_organiser(&folder).await;
    let withdraw = |secret: Secret| server.post("/api/withdraw", "", &json!({ "code": secret.code() }));
    let wrong = withdraw(Secret([2; 10]));
    assert_eq!((wrong.status, wrong.json()), (404, json!({ "error": "receipt-unknown" })));
    let answer = withdraw(Secret([1; 10]));
    assert_eq!((answer.status, answer.json()), (200, json!({ "erased": 1 })));
    device.talk_until("the device is told", |device| !device.holds(id(1))).await;
    check_gone(&folder);
    let log = fs::read_to_string(folder.path().join("data/erased.log")).expect("reads");
    assert!(log.starts_with(&format!("{} withdrawal 20", id(1))), "{log}");
}

#[tokio::test]
async fn an_older_copy_of_the_database_loses_again_what_was_erased_since() {
    let folder = Folder::new();
    let (server, cookie) = start(&folder);
    let (mut device, mut organiser) = device_and_organiser(&folder).await;
    device.disconnect();
    organiser.disconnect();
    drop(server);
    let data = folder.path().join("data");
    let copy = folder.path().join("copy");
    fs::create_dir(&copy).expect("makes a folder");
    let database_files = || {
        let names = ["markt.db", "markt.db-wal", "markt.db-shm"];
        names.into_iter().filter(|name| data.join(name).exists()).collect::<Vec<_>>()
    };
    for name in database_files() {
        fs::copy(data.join(name), copy.join(name)).expect("copies");
    }

    let server = folder.serve(&[]);
    let body = json!({ "documents": [id(1).to_string()] });
    assert_eq!(server.post("/api/erase", &cookie, &body).status, 200);
    check_gone(&folder);
    drop(server);
    for name in database_files() {
        fs::remove_file(data.join(name)).expect("removes");
    }
    for entry in fs::read_dir(&copy).expect("lists") {
        let entry = entry.expect("lists");
        fs::copy(entry.path(), data.join(entry.file_name())).expect("copies");
    }
    assert!(folder.files_contain("planted-one"), "the copy is from before");

    let _server = folder.serve(&[]);
    check_gone(&folder);
    let before = device.memory.progress.incarnation.clone();
    device.connect(&folder.ticket(&["--device", "phone"])).await;
    device.talk_until("the device is told", |device| !device.holds(id(1))).await;
    device.talk_until("the rest is acknowledged anew", |device| device.is_acknowledged(id(2))).await;
    assert_ne!(device.memory.progress.incarnation, before, "phones send again what the copy lacks");
    organiser.connect(&folder.ticket(&["--organiser", "orga-1"])).await;
    organiser.talk_until("the organiser is told", |organiser| !organiser.holds(id(1))).await;
    check_gone(&folder);
}

#[tokio::test]
async fn contacts_are_erased_when_their_time_is_over() {
    const PAST_MARKET: &str = "test-2020/2020-05-16";
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.past_season()]);
    let record = async |number: u8, planted: &str| {
        let mut device = Peer::new(number);
        device.record(id(number), PAST_MARKET, planted, None);
        device.connect(&folder.ticket(&["--device", "planted-label", "--market", PAST_MARKET])).await;
        device.talk_until("it is acknowledged", |device| device.is_acknowledged(id(number))).await;
        device
    };
    let server = folder.serve(&["--today", "2020-06-14"]);
    record(1, "planted-one").await;
    let cookie = folder.organiser(&server, "orga-1");
    let headers = [("origin", server.origin.as_str()), ("cookie", cookie.as_str())];
    let keys = json!({ "recovery": { "sealed": "planted-key" } }).to_string();
    let path = format!("/api/keyring/{PAST_MARKET}");
    assert_eq!(server.request("PUT", &path, &headers, &keys).status, 200);
    assert_eq!(folder.markt_ok(&["erase", "--due"]), "Erased 0 documents.\n");
    assert!(folder.files_contain("planted-one") && folder.files_contain("planted-key"));
    drop(server);

    // 30 days after the market: the daily run begins with the start.
    let _server = folder.serve(&["--today", "2020-06-15"]);
    until_gone(&folder, "planted-one").await;
    until_gone(&folder, "planted-key").await;
    until_gone(&folder, "planted-label").await;
    let mut device = record(2, "planted-two").await;
    let mut organiser = Peer::new(9);
    organiser.connect(&folder.ticket(&["--organiser", "orga-1"])).await;
    organiser.talk_until("what came late is there", |organiser| organiser.holds(id(2))).await;
    assert!(!organiser.holds(id(1)));
    assert_eq!(folder.markt_ok(&["erase", "--due"]), "Erased 2 documents.\n", "contact and device");
    device.talk_until("the device is told", |device| !device.holds(id(2))).await;
    assert!(!folder.files_contain("planted-two") && !folder.files_contain("planted-label"));
    let log = fs::read_to_string(folder.path().join("data/erased.log")).expect("reads");
    assert_eq!(log.lines().count(), 4, "two contacts, two devices: {log}");
    assert!(log.lines().all(|line| line.ends_with(" retention 2020-06-15")), "{log}");
    for contact in [id(1), id(2)] {
        assert!(log.contains(&contact.to_string()), "{log}");
    }
}

#[tokio::test]
async fn a_restored_backup_loses_again_what_was_erased_since() {
    let folder = Folder::new();
    let (server, cookie) = start(&folder);
    let (mut device, _organiser) = device_and_organiser(&folder).await;
    let copy = folder.path().join("copy.db").display().to_string();
    folder.markt_ok(&["backup", &copy]);
    assert!(folder.markt_err(&["backup", &copy]).contains("there is already a file"));
    let body = json!({ "documents": [id(1).to_string()] });
    assert_eq!(server.post("/api/erase", &cookie, &body).status, 200);
    device.talk_until("the device is told", |device| !device.holds(id(1))).await;
    device.record(id(3), MARKET, "planted-three", None);
    device.talk_until("it is acknowledged", |device| device.is_acknowledged(id(3))).await;
    device.disconnect();
    assert!(folder.markt_err(&["restore", &copy]).contains("stop it first"));
    drop(server);

    let not_a_copy = folder.file("not-a-copy", "just text, as long as a header of a database would be");
    assert!(folder.markt_err(&["restore", &not_a_copy]).contains("damaged"));
    let restored = folder.markt_ok(&["restore", &copy]);
    assert_eq!(restored, "Restored. 1 documents that were erased since were erased again.\n");
    check_gone(&folder);
    assert!(!folder.files_contain("planted-three"), "the copy is from before");
    let _server = folder.serve(&[]);
    device.connect(&folder.ticket(&["--device", "phone"])).await;
    let before = device.memory.progress.incarnation.clone();
    device.talk_until("it hears of the restore", |device| device.memory.progress.incarnation != before).await;
    device.talk_until("it is sent again", |device| device.is_acknowledged(id(3))).await;
    assert!(folder.files_contain("planted-three"));
    check_gone(&folder);
}
