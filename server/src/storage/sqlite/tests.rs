mod erasure;

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use shared::{
    repo::ChunkRole,
    sync::share_policy::{Facts, Owner},
};

use super::{super::Holder, *};
use crate::{
    clock::DAY_MS,
    storage::{InviteWay, MemberRole},
};

/// A database file that disappears with the test.
struct TemporaryFile(PathBuf);

impl TemporaryFile {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("markt-storage-{:016x}", rand::random::<u64>()));
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        Self(folder)
    }

    fn open(&self) -> SqliteStorage {
        SqliteStorage::open(&self.0.join("markt.db")).expect("opens")
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn id(byte: u8) -> DocumentId {
    DocumentId::from_bytes([byte; 16])
}

fn commit(document: u8, chunk: &[u8], replaces: bool) -> Commit {
    let facts = Facts { kind: Some(Kind::Contact), market: None, owner: Owner::Device(id(200)) };
    let heads = vec![[chunk[0]; 32], [document; 32]];
    let chunk_is = if replaces { ChunkRole::Whole } else { ChunkRole::Next };
    Commit { document: id(document), commit: 1, facts, chunk: chunk.to_vec(), heads, chunk_is, receipt: None }
}

fn device(byte: u8) -> Device {
    Device {
        id: id(byte),
        label: format!("Telefon {byte}"),
        public_key: vec![4, byte],
        market: "pankow-2026/2026-05-23".into(),
        enrolled_ms: 1,
        state: DeviceState::Active,
        last_contact_ms: None,
    }
}

fn invite(token: u8, expires_ms: i64) -> Invite {
    let market = "pankow-2026/2026-05-23".into();
    let (way, proof_key) = (InviteWay::Printed, Some([9; 32]));
    Invite { token: [token; 32], market, created_by: Some(id(1)), expires_ms, used_by: None, way, proof_key }
}

async fn chunks(storage: &SqliteStorage, document: u8) -> Vec<Vec<u8>> {
    match storage.load(id(document), None).await.expect("loads").found {
        shared::repo::Found::Present { chunks, .. } => chunks,
        other => panic!("expected a document, found {other:?}"),
    }
}

#[tokio::test]
async fn what_is_to_be_the_first_of_a_document_takes_nothings_place() {
    let file = TemporaryFile::new();
    let storage = file.open();
    let first = |chunk: &[u8]| Commit { chunk_is: ChunkRole::First, ..commit(1, chunk, true) };
    let put = storage.commit(vec![first(b"a"), first(b"b"), commit(2, b"c", true)]).await;
    assert_eq!(put.expect("answers"), [Put::At(1), Put::Taken, Put::At(2)]);
    assert_eq!(chunks(&storage, 1).await, [b"a"]);
}

#[tokio::test]
async fn what_was_committed_survives_reopening() {
    let file = TemporaryFile::new();
    let storage = file.open();
    let places = storage.commit(vec![commit(1, b"a", true), commit(2, b"b", true)]).await.expect("commits");
    assert_eq!(places, [Put::At(1), Put::At(2)]);
    let incarnation = storage.incarnation().await.expect("reads");
    storage.close().await.expect("closes");
    drop(storage);

    let storage = file.open();
    assert_eq!(chunks(&storage, 1).await, [b"a"]);
    assert_eq!(storage.incarnation().await.expect("reads"), incarnation);
    assert_eq!(storage.commit(vec![commit(1, b"c", false)]).await.expect("commits"), [Put::At(3)]);
    assert_eq!(chunks(&storage, 1).await, [b"a", b"c"]);
    storage.commit(vec![commit(1, b"whole", true)]).await.expect("commits");
    assert_eq!(chunks(&storage, 1).await, [b"whole"]);
}

#[tokio::test]
async fn the_log_names_the_latest_state_of_each_document_in_order() {
    let file = TemporaryFile::new();
    let storage = file.open();
    for document in 1..=3 {
        storage.commit(vec![commit(document, b"a", true)]).await.expect("commits");
    }
    storage.commit(vec![commit(1, b"b", false)]).await.expect("commits");

    let page = storage.read_log(Reach::Everything, 0, 2).await.expect("reads");
    assert_eq!(page.entries.iter().map(|entry| entry.document).collect::<Vec<_>>(), [id(2), id(3)]);
    assert_eq!((page.cursor, page.more), (3, true));
    let page = storage.read_log(Reach::Everything, page.cursor, 2).await.expect("reads");
    assert_eq!(page.entries[0].document, id(1));
    assert_eq!(page.entries[0].heads, [[b'b'; 32], [1; 32]]);
    assert_eq!(page.entries[0].facts.owner, Owner::Device(id(200)));
    assert_eq!((page.cursor, page.more), (4, false));
    let page = storage.read_log(Reach::Everything, 4, 2).await.expect("reads");
    assert_eq!((page.entries.len(), page.cursor, page.more), (0, 4, false));
}

#[tokio::test]
async fn what_waits_together_shares_a_transaction() {
    let file = TemporaryFile::new();
    let storage = file.open();
    let waiting: Vec<_> = (0..200).map(|n| storage.commit(vec![commit(n, b"a", true)])).collect();
    for answer in waiting {
        answer.await.expect("commits");
    }
    assert!(storage.transactions() < 100, "{} transactions for 200 commits", storage.transactions());
}

#[tokio::test]
async fn a_failing_write_does_not_undo_its_neighbours() {
    let file = TemporaryFile::new();
    let storage = file.open();
    // The same token twice breaks the second; all three may share a transaction.
    let first = storage.put_invite(invite(1, 10));
    let second = storage.put_invite(invite(1, 10));
    let third = storage.commit(vec![commit(1, b"a", true)]);
    assert!(first.await.is_ok());
    assert!(second.await.is_err());
    assert!(third.await.is_ok());
    assert!(storage.invite([1; 32]).await.expect("reads").is_some());
    assert_eq!(chunks(&storage, 1).await, [b"a"]);
}

#[tokio::test]
async fn an_invite_enrols_one_device_until_it_expires() {
    let file = TemporaryFile::new();
    let storage = file.open();
    storage.put_invite(invite(1, 100)).await.expect("writes");
    storage.put_invite(invite(2, 100)).await.expect("writes");
    let enrol = |token: u8, device: Device, now_ms: i64| {
        let documents = vec![commit(device.id.as_bytes()[0], b"d", true)];
        storage.enrol([token; 32], device, documents, Some(now_ms))
    };

    assert_eq!(enrol(9, device(5), 1).await.expect("answers"), Enrolment::Unknown);
    assert_eq!(enrol(2, device(5), 100).await.expect("answers"), Enrolment::Expired);
    let Enrolment::Enrolled { device: first, .. } = enrol(1, device(5), 99).await.expect("answers") else {
        panic!("the invite works");
    };
    assert_eq!(*first, device(5));
    assert_eq!(enrol(1, device(6), 99).await.expect("answers"), Enrolment::Used);
    assert_eq!(storage.load(id(6), None).await.expect("loads").claimant, None);
    assert!(matches!(storage.load(id(6), None).await.expect("loads").found, shared::repo::Found::Absent));

    // The answer was lost and the phone asks again, with the same key, however late.
    let again = Device { id: id(7), ..device(5) };
    let Enrolment::Enrolled { device: same, .. } = enrol(1, again, 200).await.expect("answers") else {
        panic!("its own invite still answers");
    };
    assert_eq!(*same, device(5));
    let loaded = storage.load(id(5), Some(id(5))).await.expect("loads");
    assert_eq!(loaded.claimant.map(|claimant| claimant.public_key), Some(vec![4, 5]));
}

#[tokio::test]
async fn a_phone_that_may_no_longer_connect_loses_its_sessions_and_its_claims() {
    let file = TemporaryFile::new();
    let storage = file.open();
    storage.add_device(device(5), Vec::new()).await.expect("writes");
    let (purpose, holder) = (PassPurpose::Session, Holder::Device(id(5)));
    storage.put_pass(Pass { token: [1; 32], purpose, holder, expires_ms: 100 }).await.expect("writes");
    let set = |state| storage.set_device_state(id(5), state);
    let known = async || storage.identify([1; 32], purpose, 1).await.expect("reads").is_some();
    let claims = async || storage.load(id(5), Some(id(5))).await.expect("loads").claimant.is_some();
    assert_eq!(set(DeviceState::Active).await.expect("writes"), Some(Vec::new()));
    assert!(known().await && claims().await);
    assert_eq!(set(DeviceState::Lost).await.expect("writes"), Some(vec![[1; 32]]), "its session ends");
    assert!(!known().await && !claims().await);
    assert_eq!(set(DeviceState::Retired).await.expect("writes"), Some(Vec::new()));
    assert!(!known().await && claims().await, "what it recorded may still be brought");
    assert_eq!(storage.set_device_state(id(6), DeviceState::Lost).await.expect("answers"), None);
}

#[tokio::test]
async fn no_bundle_that_waits_makes_room_for_another() {
    let file = TemporaryFile::new();
    let storage = file.open();
    let bundle = |number: u8, device: u8| KeptBundle {
        hash: [number; 32],
        device: id(device),
        at_ms: i64::from(number),
        bytes: vec![number],
    };
    for number in 0..16 {
        assert_eq!(storage.put_bundle(bundle(number, 5)).await.expect("writes"), PutBundle::Kept);
    }
    assert_eq!(storage.put_bundle(bundle(16, 5)).await.expect("writes"), PutBundle::Full);
    assert_eq!(storage.put_bundle(bundle(3, 5)).await.expect("writes"), PutBundle::Kept, "twice is once");
    assert_eq!(storage.put_bundle(bundle(16, 6)).await.expect("writes"), PutBundle::Kept);
    assert_eq!(storage.bundles_of(id(5)).await.expect("reads").len(), 16);
    assert!(storage.drop_bundle([3; 32]).await.expect("writes"));
    assert!(!storage.drop_bundle([3; 32]).await.expect("writes"));
    assert_eq!(storage.bundles_of(id(6)).await.expect("reads"), vec![bundle(16, 6)]);
}

#[tokio::test]
async fn a_pass_is_known_until_it_ends() {
    let file = TemporaryFile::new();
    let storage = file.open();
    let member = Member { id: id(1), name: "orga-1".into(), role: MemberRole::Organiser };
    let added = storage.add_member(member.clone(), PasswordHash::of("parkbank"), Vec::new()).await;
    assert!(added.expect("writes"));
    let taken = storage.add_member(Member { id: id(2), ..member.clone() }, PasswordHash::of("x"), Vec::new());
    assert!(!taken.await.expect("writes"), "the name is taken");

    let purpose = PassPurpose::Session;
    let pass = Pass { token: [1; 32], purpose, holder: Holder::Member(id(1)), expires_ms: 100 };
    storage.put_pass(pass).await.expect("writes");
    let known = |purpose, now_ms| storage.identify([1; 32], purpose, now_ms);
    assert_eq!(known(purpose, 99).await.expect("reads"), Some(Identity::Member(member)));
    assert_eq!(known(purpose, 100).await.expect("reads"), None, "expired");
    assert_eq!(known(PassPurpose::Ticket, 99).await.expect("reads"), None, "a session is no ticket");
    assert!(storage.set_password("orga-1".into(), PasswordHash::of("neu")).await.expect("writes"));
    assert_eq!(known(purpose, 99).await.expect("reads"), None, "a new password ends sessions");
}

#[tokio::test]
async fn a_set_up_link_works_once() {
    let file = TemporaryFile::new();
    let storage = file.open();
    storage.put_set_up([1; 32]).await.expect("writes");
    assert!(!storage.take_set_up([2; 32]).await.expect("answers"));
    assert!(storage.take_set_up([1; 32]).await.expect("answers"));
    assert!(!storage.take_set_up([1; 32]).await.expect("answers"));
}

#[tokio::test]
async fn the_quarantine_is_bounded_in_time() {
    let file = TemporaryFile::new();
    let storage = file.open();
    for day in [0, 1, 29, 31, 33] {
        let (reason, at_ms) = ("denied".to_owned(), day * DAY_MS);
        let refused = Refused { document: id(1), reason, brought_by: None, at_ms };
        storage.quarantine(refused, vec![7]).await.expect("keeps");
    }
    // The last came when the clock was wrong.
    crate::erasure::drop_old_inputs(&storage, 31 * DAY_MS).await.expect("drops");
    let listed = storage.quarantined().await.expect("lists");
    let days: Vec<i64> = listed.iter().map(|kept| kept.refused.at_ms / DAY_MS).collect();
    assert_eq!(days, [1, 29, 31]);
}

#[tokio::test]
async fn the_quarantine_is_bounded_per_document_and_in_size() {
    let file = TemporaryFile::new();
    let storage = file.open();
    let keep = |document: u8, bytes: usize| {
        let refused =
            Refused { document: id(document), reason: "too-large".into(), brought_by: None, at_ms: 1 };
        storage.quarantine(refused, vec![document; bytes])
    };
    keep(1, 10).await.expect("keeps");
    for _ in 0..30 {
        keep(2, 10).await.expect("keeps");
    }
    let listed = storage.quarantined().await.expect("lists");
    assert_eq!(listed.len(), 21, "one document does not push others out");
    assert_eq!(listed[0].refused.document, id(1));
    for document in 3..70 {
        keep(document, 2 << 20).await.expect("keeps");
    }
    let listed = storage.quarantined().await.expect("lists");
    assert_eq!(listed.len(), 64, "each is cut to a mebibyte, and 64 of them fit");
    assert!(listed.iter().all(|input| input.bytes == 1 << 20));
    assert_eq!(listed[63].refused.document, id(69), "the oldest make room");
}

#[tokio::test]
async fn a_full_disk_undoes_the_whole_write_and_nothing_else() {
    let file = TemporaryFile::new();
    let storage = file.open();
    let limit = |pages: &'static str| {
        storage.writer.write("limit the file", move |connection| {
            let pages: u32 = connection.query_row(pages, (), |row| row.get(0))?;
            connection.query_row(&format!("PRAGMA max_page_count = {pages}"), (), |_| Ok(()))
        })
    };
    storage.commit(vec![commit(1, b"a", true)]).await.expect("commits");
    limit("SELECT page_count + 2 FROM pragma_page_count").await.expect("limits");
    let large = || commit(3, &vec![b'x'; 100_000], true);
    let full = storage.commit(vec![commit(2, b"b", true), large()]).await.expect_err("the disk is full");
    assert_eq!(full.fault, StorageFault::Full);
    for document in [2, 3] {
        let found = storage.load(id(document), None).await.expect("loads").found;
        assert!(matches!(found, shared::repo::Found::Absent), "all of it or nothing");
    }
    assert_eq!(chunks(&storage, 1).await, [b"a"]);
    let small = storage.commit(vec![commit(4, b"d", true)]).await;
    assert_eq!(small.expect("there is room for little"), [Put::At(2)]);

    limit("SELECT 1000").await.expect("limits");
    assert_eq!(storage.commit(vec![large()]).await.expect("space has returned"), [Put::At(3)]);
}

#[tokio::test]
async fn readers_who_follow_each_other_closely_do_not_let_the_wal_grow() {
    const MIB: u64 = 1 << 20;
    let folder = TemporaryFile::new();
    let storage = folder.open();
    let file = folder.0.join("markt.db");
    let read_on = Arc::new(AtomicBool::new(true));
    let reading = {
        let (read_on, file) = (Arc::clone(&read_on), file.clone());
        thread::spawn(move || {
            let readers = [connect(&file).expect("opens"), connect(&file).expect("opens")];
            let begin = "BEGIN; SELECT count(*) FROM meta";
            readers[0].execute_batch(begin).expect("reads");
            // At no moment no one reads.
            for turn in (0..readers.len()).cycle() {
                // Longer than a commit takes.
                thread::sleep(Duration::from_millis(20));
                readers[1 - turn].execute_batch(begin).expect("reads");
                readers[turn].execute_batch("COMMIT").expect("ends");
                if !read_on.load(Ordering::Relaxed) {
                    return;
                }
            }
        })
    };
    for _ in 0..100 {
        let written = storage.writer.write("fill", |connection| {
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('planted', randomblob(1048576))", ())
        });
        written.await.expect("writes");
    }
    read_on.store(false, Ordering::Relaxed);
    reading.join().expect("reads to the end");
    let wal = std::fs::metadata(file.with_extension("db-wal")).expect("is there").len();
    assert!(wal < 40 * MIB, "{} MiB", wal / MIB);
}
