use automerge::{Automerge, AutomergeError, ROOT, transaction::Transactable as _};
use shared::{
    document::{DocumentId, Kind, blank},
    sync::message::Message,
};

use crate::{
    peer::id,
    running::{Folder, Running},
    wire::Wire,
};

fn start(folder: &Folder) -> Running {
    folder.markt_ok(&["import", &folder.season()]);
    let server = folder.serve(&[]);
    folder.markt_ok(&["organiser", "add", "orga-1"]);
    server
}

async fn device(folder: &Folder, label: &str) -> Wire {
    Wire::join(&folder.ticket(&["--device", label]), label).await
}

async fn organiser(folder: &Folder) -> Wire {
    Wire::join(&folder.ticket(&["--organiser", "orga-1"]), "laptop").await
}

fn contact() -> Automerge {
    let mut contact = blank(Kind::Contact);
    contact.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "topic", "question")).expect("puts");
    contact
}

fn is_unavailable(message: &Message, about: DocumentId) -> bool {
    matches!(message, Message::Unavailable { document, .. } if *document == about)
}

/// A message of a type that we do not act on, as JavaScript writes it.
fn of_type(name: &str, sender: &str) -> Vec<u8> {
    let text = |text: &str| [&[0x78, u8::try_from(text.len()).expect("short")], text.as_bytes()].concat();
    let fields = [text("type"), text(name), text("senderId"), text(sender), text("add"), vec![0x80]];
    [vec![0xa3], fields.concat()].concat()
}

#[tokio::test]
async fn what_was_asked_for_in_vain_is_sent_when_it_comes() {
    let folder = Folder::new();
    let _server = start(&folder);
    let (mut device, mut organiser) = (device(&folder, "phone").await, organiser(&folder).await);
    let mut other = self::device(&folder, "another").await;
    for waiting in [&mut organiser, &mut other] {
        waiting.request(id(1)).await;
        assert!(is_unavailable(&waiting.next().await, id(1)));
    }
    let mut made = contact();
    device.push(id(1), &mut made).await;
    let pushed = organiser.next().await;
    assert!(matches!(pushed, Message::Sync { document, .. } if document == id(1)), "{pushed:?}");
    let mut pulled = Automerge::new();
    organiser.pull(id(1), &mut pulled).await;
    assert_eq!(pulled.get_heads(), made.get_heads());
    // To whoever may not read it, it is still unknown: the next answer is about something else.
    other.request(id(2)).await;
    assert!(is_unavailable(&other.next().await, id(2)));
    other.request(id(1)).await;
    assert!(is_unavailable(&other.next().await, id(1)));
}

#[tokio::test]
async fn short_lived_messages_reach_only_those_who_may_see_the_document() {
    let folder = Folder::new();
    let _server = start(&folder);
    let (mut device, mut organiser) = (device(&folder, "phone").await, organiser(&folder).await);
    let mut other = self::device(&folder, "another").await;
    device.push(id(1), &mut contact()).await;
    organiser.request(id(1)).await;
    assert!(matches!(organiser.next().await, Message::Sync { .. }));
    other.request(id(1)).await;
    assert!(is_unavailable(&other.next().await, id(1)));

    let say = |sender: &str, word: u8| Message::Ephemeral {
        sender: sender.into(),
        target: String::new(),
        document: id(1),
        session: "s".into(),
        count: 1,
        data: vec![word],
    };
    other.send(&say("another", 1)).await;
    // Answered after it, so that it has been handled.
    other.request(id(3)).await;
    assert!(is_unavailable(&other.next().await, id(3)));
    device.send(&say("phone", 2)).await;
    let heard = organiser.next().await;
    assert!(
        matches!(&heard, Message::Ephemeral { sender, data, .. } if sender == "phone" && data == &[2]),
        "{heard:?}"
    );
    other.request(id(4)).await;
    assert!(is_unavailable(&other.next().await, id(4)), "it heard nothing");
}

#[tokio::test]
async fn messages_that_we_do_not_act_on_are_tolerated() {
    let folder = Folder::new();
    let _server = start(&folder);
    let mut device = device(&folder, "phone").await;
    for name in ["remote-subscription-change", "remote-heads-changed", "of-a-later-version"] {
        device.send_raw(of_type(name, "phone")).await;
    }
    let error = Message::Error {
        sender: "phone".into(),
        target: String::new(),
        message: "it says".into(),
        document: None,
        code: None,
        retry_after_s: None,
    };
    device.send(&error).await;
    device.push(id(1), &mut contact()).await;
}

#[tokio::test]
async fn who_leaves_is_let_go_and_who_comes_twice_replaces_itself() {
    let folder = Folder::new();
    let _server = start(&folder);
    let mut leaving = device(&folder, "phone").await;
    leaving.send(&Message::Leave { sender: "phone".into() }).await;
    assert_eq!(leaving.closed().await, Some(1000));

    let first = device(&folder, "phone").await;
    let mut second = device(&folder, "phone").await;
    assert_eq!(first.closed().await, Some(4409));
    second.push(id(1), &mut contact()).await;
    // The same name of another session is another peer.
    let mut other = Wire::join(&folder.ticket(&["--device", "another"]), "phone").await;
    other.push(id(2), &mut contact()).await;
    second.push(id(3), &mut contact()).await;
}

#[tokio::test]
async fn what_is_not_our_protocol_is_closed_with_its_reason() {
    let folder = Folder::new();
    let _server = start(&folder);
    let mut text = device(&folder, "one").await;
    text.send_text("{}").await;
    assert_eq!(text.closed().await, Some(1003));
    let mut garbage = device(&folder, "two").await;
    garbage.send_raw(vec![0xff; 10]).await;
    assert_eq!(garbage.closed().await, Some(1002));
    let mut masked = device(&folder, "three").await;
    masked.send(&Message::Leave { sender: "someone else".into() }).await;
    assert_eq!(masked.closed().await, Some(1002));
    let mut unasked = Wire::open(&folder.ticket(&["--device", "four"]), "four").await;
    unasked.request(id(1)).await;
    assert_eq!(unasked.closed().await, Some(1002));
    let mut later = Wire::open(&folder.ticket(&["--device", "five"]), "five").await;
    later.send(&Message::Join { sender: "five".into(), versions: vec!["2".into()] }).await;
    assert_eq!(later.closed().await, Some(1002));
    let mut large = device(&folder, "six").await;
    large.send_unheard(vec![0; (4 << 20) + 1]).await;
    // The server does not read on, so that the reason may be lost on the way.
    assert!(matches!(large.closed().await, Some(1009) | None));
}

#[tokio::test]
async fn who_may_only_read_cannot_write() {
    let folder = Folder::new();
    let _server = start(&folder);
    let (mut device, mut organiser) = (device(&folder, "phone").await, organiser(&folder).await);
    let market = DocumentId::market(&"test-2036/2036-05-17".parse().expect("a market"));
    let mut seen = Automerge::new();
    organiser.pull(market, &mut seen).await;
    let before = seen.get_heads();
    let mut copy = Automerge::new();
    device.pull(market, &mut copy).await;
    assert_eq!(copy.get_heads(), before);
    copy.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "status", "cancelled")).expect("puts");
    device.send_changes(market, &copy).await;
    assert_eq!(device.next_refusal(market).await, "denied");

    let mut fresh = Wire::join(&folder.ticket(&["--organiser", "orga-1"]), "second").await;
    let mut seen = Automerge::new();
    fresh.pull(market, &mut seen).await;
    assert_eq!(seen.get_heads(), before);
}
