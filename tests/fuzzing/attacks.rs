//! Messages that are made to exhaust a server; each is a few kilobytes to four megabytes on the wire.

use automerge::sync::{State, SyncDoc as _};
use automerge::transaction::{Transactable as _, Transaction};
use automerge::{Automerge, AutomergeError, ObjType, ROOT};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use shared::document::{DocumentId, Kind, blank};
use shared::sync::message::Message;
use std::io::Write as _;

/// The largest frame that is read.
const FRAME: usize = 4 << 20;

/// Name and frame of each attack.
pub(crate) fn all() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("300,000 operations in one run", offered(&filled(|tx| put_run(tx, 300_000)))),
        ("60,000 operations in one run", offered(&filled(|tx| put_run(tx, 60_000)))),
        ("60,000 keys", offered(&filled(|tx| put_keys(tx, 60_000)))),
        ("30,000 keys", offered(&filled(|tx| put_keys(tx, 30_000)))),
        ("a text of 15 megabytes", offered(&filled(|tx| put_text(tx, 15 << 20)))),
        ("a text of 4 megabytes", offered(&filled(|tx| put_text(tx, (4 << 20) - (1 << 10))))),
        ("60,000 changes", offered(&changed(60_000))),
        ("30,000 changes", offered(&changed(30_000))),
        ("a chunk that inflates to a gigabyte", with_chunks(vec![inflating(1 << 30)])),
        ("a hundred chunks that inflate to 4 megabytes", with_chunks(vec![inflating(4 << 20); 100])),
        ("a million chunks of nothing", with_chunks(vec![Vec::new(); 1_000_000])),
        ("a filter of 50 million probes", with_filter(&[1, 10, 0x80, 0xe1, 0xeb, 0x17])),
        ("a filter of a million entries", with_filter(&filter(1_000_000))),
        ("10,000 heads", with_heads(10_000)),
        ("100,000 heads", with_heads(100_000)),
        ("open arrays", vec![0x9f; FRAME]),
        ("maps in maps", [vec![0xbf], [0x60, 0xbf].repeat(FRAME / 2 - 1)].concat()),
        ("a map of a million fields", [vec![0xbf], [0x61, b'x', 0xf6].repeat(1_000_000)].concat()),
        ("two million protocol versions", with_versions(2_000_000)),
        ("an array that claims to be endless", [vec![0xa1, 0x61, b'x', 0x9b], vec![0xff; 8]].concat()),
    ]
}

/// What makes a document large.
type Fill = fn(&mut Transaction<'_>) -> Result<(), AutomergeError>;

/// Name of each kind of document that is about as large as one may be, and two messages: one that brings it,
/// and one that changes a little of it.
pub(crate) fn small_changes_to_large_documents() -> Vec<(&'static str, [Vec<u8>; 2])> {
    let large: [(&str, Fill); 4] = [
        ("a text of 3.4 megabytes", |tx| put_text(tx, (34 << 20) / 10)),
        ("60,000 operations in one run", |tx| put_run(tx, 60_000)),
        ("60,000 keys", |tx| put_keys(tx, 60_000)),
        ("a text of 60,000 letters", |tx| {
            let text = tx.put_object(ROOT, "text", ObjType::Text)?;
            tx.splice_text(&text, 0, 0, &"m".repeat(60_000))
        }),
    ];
    let changed_often = ("30,000 changes", brought_and_changed(changed(30_000)));
    large
        .map(|(name, fill)| (name, brought_and_changed(filled(fill))))
        .into_iter()
        .chain([changed_often])
        .collect()
}

fn brought_and_changed(mut document: Automerge) -> [Vec<u8>; 2] {
    let brought = offered(&document);
    document.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "language", "de")).expect("puts");
    let change = document.get_last_local_change().expect("there is one").raw_bytes().to_vec();
    [brought, with_chunks(vec![change])]
}

/// The document that all attacks are about.
pub(crate) fn target() -> DocumentId {
    DocumentId::from_bytes([66; 16])
}

/// The name under which the attacker joins.
pub(crate) const SENDER: &str = "attacker";

fn sync(data: Vec<u8>) -> Vec<u8> {
    Message::Sync {
        sender: SENDER.into(),
        target: "server".into(),
        document: target(),
        data,
        request: false,
        claim: None,
        voucher: None,
    }
    .encode()
}

fn filled(fill: impl FnOnce(&mut Transaction<'_>) -> Result<(), AutomergeError>) -> Automerge {
    let mut document = blank(Kind::Contact);
    document.transact::<_, _, AutomergeError>(fill).expect("fills");
    document
}

fn put_keys(tx: &mut Transaction<'_>, count: i64) -> Result<(), AutomergeError> {
    (0..count).try_for_each(|key| tx.put(ROOT, key.to_string(), key))
}

fn put_run(tx: &mut Transaction<'_>, length: usize) -> Result<(), AutomergeError> {
    let list = tx.put_object(ROOT, "list", ObjType::List)?;
    tx.splice(&list, 0, 0, std::iter::repeat_n(automerge::hydrate::Value::from(0), length))
}

fn put_text(tx: &mut Transaction<'_>, length: usize) -> Result<(), AutomergeError> {
    tx.put(ROOT, "text", "Markt ".repeat(length / 6))
}

/// The message by which a peer sends all of `document`.
fn offered(document: &Automerge) -> Vec<u8> {
    let (mut ours, mut theirs) = (State::new(), State::new());
    let hello = document.generate_sync_message(&mut ours).expect("says hello");
    let mut empty = Automerge::new();
    empty.receive_sync_message(&mut theirs, hello).expect("receives");
    let question = empty.generate_sync_message(&mut theirs).expect("asks");
    document.clone().receive_sync_message(&mut ours, question).expect("receives");
    sync(document.generate_sync_message(&mut ours).expect("sends").encode())
}

fn changed(times: i64) -> Automerge {
    let mut document = blank(Kind::Contact);
    for number in 0..times {
        document.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "number", number)).expect("puts");
    }
    document
}

fn with_chunks(chunks: Vec<Vec<u8>>) -> Vec<u8> {
    let mut message = blank(Kind::Contact).generate_sync_message(&mut State::new()).expect("says hello");
    message.changes = chunks.into();
    sync(message.encode())
}

/// A compressed change whose content is nothing but zeros.
fn inflating(length: usize) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![0; 1 << 20];
    (0..length >> 20).for_each(|_| encoder.write_all(&zeros).expect("writes"));
    let content = encoder.finish().expect("finishes");
    [&[0x85, 0x6f, 0x4a, 0x83, 0, 0, 0, 0, 2][..], &leb128(content.len()), &content].concat()
}

/// **Shape** of a sync message: type, heads, needs, haves (hashes and a filter each), changes.
fn with_filter(bloom: &[u8]) -> Vec<u8> {
    sync([&[0x42, 0, 0, 1, 0][..], &leb128(bloom.len()), bloom, &[0]].concat())
}

fn filter(entries: usize) -> Vec<u8> {
    [leb128(entries), vec![10, 7], vec![0xff; entries * 10 / 8]].concat()
}

fn with_heads(count: usize) -> Vec<u8> {
    sync([vec![0x42], leb128(count), vec![5; count * 32], vec![0, 0, 0]].concat())
}

fn with_versions(count: usize) -> Vec<u8> {
    Message::Join { sender: SENDER.into(), versions: vec!["1".to_owned(); count] }.encode()
}

fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}
