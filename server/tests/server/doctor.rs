use automerge::{AutomergeError, ROOT, transaction::Transactable as _};
use rusqlite::Connection;
use shared::document::{Kind, blank};

use crate::{peer::id, running::Folder, wire::Wire};

/// No sync message, though it begins like one.
const HOSTILE: &[u8] = &[0x42, 0xff, 0xff, 0xff];

/// The lines of the doctor's list of refused inputs.
fn quarantine(printed: &str) -> Vec<String> {
    let (_, list) = printed.split_once("Quarantine").expect("a list");
    list.lines().skip(1).map(|line| line.trim().to_owned()).collect()
}

#[tokio::test]
async fn what_is_refused_is_listed_exported_and_dropped_while_the_server_runs() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let _server = folder.serve(&[]);
    let mut device = Wire::join(&folder.ticket(&["--device", "phone"]), "js").await;
    device.send_sync(id(1), HOSTILE.to_vec()).await;
    assert_eq!(device.next_refusal(id(1)).await, "unloadable");

    // It takes nothing else with it: neither the socket nor the document.
    let mut contact = blank(Kind::Contact);
    contact.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "topic", "question")).expect("puts");
    device.push(id(1), &mut contact).await;
    device.send_sync(id(1), HOSTILE.to_vec()).await;
    assert_eq!(device.next_refusal(id(1)).await, "unloadable");
    contact.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "topic", "offer")).expect("puts");
    device.push(id(1), &mut contact).await;

    let printed = folder.markt_ok(&["doctor"]);
    assert!(printed.contains("Database    0 faults\n"), "{printed}");
    assert!(printed.contains(", 0 unreadable\n"), "{printed}");
    let listed = quarantine(&printed);
    assert_eq!(listed.len(), 2, "{printed}");
    let fields: Vec<&str> = listed[0].split("  ").collect();
    let [number, document, at, brought_by, reason, bytes] = fields[..] else { panic!("{fields:?}") };
    assert_eq!((document, reason, bytes), (id(1).to_string().as_str(), "unloadable", "4 bytes"));
    assert!(at.starts_with("20") && brought_by.starts_with("device "), "{fields:?}");

    let file = folder.file("input", "");
    folder.markt_ok(&["doctor", "--export", number, &file]);
    assert_eq!(std::fs::read(&file).expect("reads"), HOSTILE);
    folder.markt_ok(&["doctor", "--drop", number]);
    assert!(folder.markt_err(&["doctor", "--drop", number]).contains("no input"));
    assert!(folder.markt_err(&["doctor", "--export", number, &file]).contains("no input"));
    assert_eq!(quarantine(&folder.markt_ok(&["doctor"])), listed[1..]);
}

#[tokio::test]
async fn one_connection_does_not_fill_the_quarantine() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let _server = folder.serve(&[]);
    let mut device = Wire::join(&folder.ticket(&["--device", "phone"]), "js").await;
    for number in 0..200 {
        device.send_sync(id(number), HOSTILE.to_vec()).await;
        assert_eq!(device.next_refusal(id(number)).await, "unloadable");
    }
    assert_eq!(quarantine(&folder.markt_ok(&["doctor"])).len(), 50);
}

#[test]
fn a_document_that_cannot_be_read_is_named() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    assert!(folder.markt_ok(&["doctor"]).contains("Documents   3, 0 unreadable\n"));
    let database = Connection::open(folder.path().join("data/markt.db")).expect("opens");
    let damaged: [u8; 16] =
        database.query_row("SELECT document FROM chunks LIMIT 1", (), |row| row.get(0)).expect("reads");
    database.execute("UPDATE chunks SET bytes = x'00' WHERE document = ?", [damaged]).expect("writes");
    drop(database);
    let output = folder.markt(&["doctor"]);
    let printed = String::from_utf8(output.stdout).expect("text");
    let named = shared::document::DocumentId::from_bytes(damaged);
    assert!(printed.contains(&format!("Documents   3, 1 unreadable\n            {named}\n")), "{printed}");
    let complaint = String::from_utf8(output.stderr).expect("text");
    assert!(complaint.contains("restore a backup"), "{complaint}");
    assert_eq!(output.status.code(), Some(1));
}
