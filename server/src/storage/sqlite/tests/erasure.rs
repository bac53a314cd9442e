use std::collections::BTreeSet;

use super::*;

const DOCUMENTS: u8 = 120;

/// Bytes that can be found again wherever a piece of them is left.
fn planted(document: u8, length: usize) -> Vec<u8> {
    format!("planted-{document:03};").bytes().cycle().take(length).collect()
}

/// From a few bytes to many pages, so that all ways in which SQLite lays content out occur.
fn length(document: u8) -> usize {
    [40, 200, 900, 3_000, 5_000, 20_000, 150_000][usize::from(document) % 7]
}

fn tombstone(document: u8) -> Tombstone {
    Tombstone { document: id(document), reason: EraseReason::Organiser, erased_on: "2036-06-16".into() }
}

fn refused(document: u8) -> Refused {
    Refused { document: id(document), reason: "too-large".into(), brought_by: None, at_ms: 1 }
}

/// Documents of which the raw files of the folder hold a piece.
fn found_in_files(file: &TemporaryFile) -> BTreeSet<u8> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(&file.0).expect("lists") {
        let raw = std::fs::read(entry.expect("lists").path()).expect("reads");
        let pieces = raw.windows(11).filter(|bytes| bytes.starts_with(b"planted-"));
        found.extend(pieces.filter_map(|piece| std::str::from_utf8(&piece[8..]).ok()?.parse::<u8>().ok()));
    }
    found
}

#[tokio::test]
async fn of_an_erased_document_no_byte_is_left_in_the_files() {
    let file = TemporaryFile::new();
    let storage = file.open();
    for document in 0..DOCUMENTS {
        let whole = commit(document, &planted(document, length(document)), true);
        storage.commit(vec![whole]).await.expect("commits");
    }
    for document in 0..DOCUMENTS {
        let more = commit(document, &planted(document, length(document / 7)), document % 3 == 0);
        storage.commit(vec![more]).await.expect("commits");
        if document % 5 == 0 {
            storage.quarantine(refused(document), planted(document, 2_000)).await.expect("keeps");
        }
    }
    assert!(found_in_files(&file).into_iter().eq(0..DOCUMENTS), "the search finds what is there");

    for document in (0..DOCUMENTS).filter(|document| document % 2 == 0) {
        assert_eq!(storage.erase(vec![tombstone(document)]).await.expect("erases"), 1);
    }
    storage.scrub().await.expect("scrubs");
    let kept: Vec<u8> = (0..DOCUMENTS).filter(|document| document % 2 == 1).collect();
    assert!(found_in_files(&file).into_iter().eq(kept), "{:?}", found_in_files(&file));
}

#[tokio::test]
async fn what_was_erased_does_not_come_back_by_a_commit_or_the_quarantine() {
    let file = TemporaryFile::new();
    let storage = file.open();
    storage.commit(vec![commit(1, b"a", true), commit(2, b"b", true)]).await.expect("commits");
    assert_eq!(storage.erase(vec![tombstone(1)]).await.expect("erases"), 1);
    assert_eq!(storage.erase(vec![tombstone(1)]).await.expect("erases"), 0, "it is already");
    let places = storage.commit(vec![commit(1, b"c", false), commit(2, b"d", false)]).await;
    assert_eq!(places.expect("commits"), [Put::Erased, Put::At(4)]);
    assert!(matches!(
        storage.load(id(1), None).await.expect("loads").found,
        shared::repo::Found::Erased { .. }
    ));
    storage.quarantine(refused(1), b"x".to_vec()).await.expect("answers");
    assert_eq!(storage.quarantined().await.expect("lists"), []);
    assert_eq!(storage.tombstones().await.expect("reads"), [tombstone(1)]);
}

#[tokio::test]
async fn the_log_names_an_erasure_to_whoever_may_know_of_it() {
    let file = TemporaryFile::new();
    let storage = file.open();
    storage.commit(vec![commit(1, b"a", true), commit(2, b"b", true)]).await.expect("commits");
    storage.erase(vec![tombstone(1), tombstone(3)]).await.expect("erases");
    let page = storage.read_log(Reach::Everything, 0, 10).await.expect("reads");
    let entries: Vec<_> = page.entries.iter().map(|entry| (entry.document, entry.heads.len())).collect();
    assert_eq!(entries, [(id(2), 2), (id(1), 0)], "of the third no one knows whose it was");
    assert_eq!(page.entries[1].facts.owner, Owner::Device(id(200)));
    let erased = storage.erased_after(2).await.expect("reads");
    let documents: Vec<DocumentId> = erased.documents.iter().map(|(document, _)| *document).collect();
    assert_eq!((documents, erased.up_to), (vec![id(1), id(3)], 4));
}

#[tokio::test]
async fn a_receipt_finds_its_contact_until_it_is_erased() {
    let file = TemporaryFile::new();
    let storage = file.open();
    let with_receipt = Commit { receipt: Some([7; 32]), ..commit(1, b"a", true) };
    storage.commit(vec![with_receipt]).await.expect("commits");
    assert_eq!(storage.with_receipt([7; 32]).await.expect("reads"), [id(1)]);
    assert_eq!(storage.with_receipt([8; 32]).await.expect("reads"), []);
    storage.erase(vec![tombstone(1)]).await.expect("erases");
    assert_eq!(storage.with_receipt([7; 32]).await.expect("reads"), []);
}

#[tokio::test]
async fn only_what_belongs_to_an_id_is_stored_over_the_tombstone_of_another() {
    let file = TemporaryFile::new();
    let storage = file.open();
    let of_kind = |document: u8, kind: Kind| {
        let whole = commit(document, b"a", true);
        Commit { facts: Facts { kind: Some(kind), ..whole.facts.clone() }, ..whole }
    };
    let store = |commits: Vec<Commit>| async { storage.commit(commits).await.expect("answers") };
    store(vec![of_kind(1, Kind::Contact), of_kind(2, Kind::Market)]).await;
    // The third was erased before this database knew it.
    storage.erase(vec![tombstone(1), tombstone(2), tombstone(3)]).await.expect("erases");
    assert_eq!(store(vec![of_kind(1, Kind::Contact)]).await, [Put::Erased]);
    assert_eq!(store(vec![of_kind(2, Kind::Market)]).await, [Put::Erased], "its own");
    let erased = storage.erased_after(0).await.expect("reads");
    let kinds: Vec<_> = erased.documents.into_iter().map(|(_, facts)| facts.and_then(|it| it.kind)).collect();
    assert_eq!(kinds, [Some(Kind::Contact), Some(Kind::Market), None]);
    let places = store(vec![of_kind(1, Kind::Market), of_kind(3, Kind::Tally)]).await;
    assert!(places.iter().all(|put| matches!(put, Put::At(_))), "{places:?}");
    assert_eq!(chunks(&storage, 1).await, [b"a"]);
}

#[tokio::test]
async fn whoever_sat_on_an_id_cannot_withdraw_what_it_belongs_to() {
    let file = TemporaryFile::new();
    let storage = file.open();
    storage.commit(vec![Commit { receipt: Some([5; 32]), ..commit(1, b"a", true) }]).await.expect("commits");
    assert_eq!(storage.with_receipt([5; 32]).await.expect("reads"), [id(1)]);
    let market = commit(1, b"b", true);
    let facts = Facts { kind: Some(Kind::Market), ..market.facts.clone() };
    storage.commit(vec![Commit { facts, ..market }]).await.expect("commits");
    assert_eq!(storage.with_receipt([5; 32]).await.expect("reads"), []);
}
