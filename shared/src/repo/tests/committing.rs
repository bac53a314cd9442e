//! What is on its way to the disk, does not get there, or is there already.

use automerge::{Automerge, AutomergeError, sync::Message as SyncMessage};

use super::{
    exhausting::{bringing, codes, join, noise, sync_frame},
    under_load::{contact, store},
    *,
};
use crate::{repo::HubEffect, sync::vetting::Limits};

/// A server with a small document 10, whose device has joined.
fn stored() -> (MemoryServer, Automerge) {
    let mut server = MemoryServer::new();
    let content = contact(10);
    store(&mut server, id(10), content.save(), &content);
    join(&mut server, 1, device(1), "a");
    (server, content)
}

#[test]
fn whoever_brings_again_what_is_here_is_told_again_that_it_is() {
    let (mut server, content) = stored();
    for _ in 0..3 {
        server.outgoing.clear();
        let frame = sync_frame("a", id(10), bringing(&content));
        server.handle(HubEvent::Received { connection: 1, frame });
        let told = server.outgoing.iter().any(|(_, frame)| match Message::decode(frame) {
            Ok(Message::Sync { data, .. }) => {
                let said = SyncMessage::decode(&data).expect("a sync message");
                said.heads == content.clone().get_heads()
            }
            _ => false,
        });
        assert!(told, "{:?}", server.outgoing);
    }
}

#[test]
fn what_becomes_durable_after_it_was_given_up_is_published_and_found_in_the_log() {
    let mut server = MemoryServer::new();
    server.manual_commit = true;
    join(&mut server, 1, device(1), "a");
    let frame = sync_frame("a", id(10), bringing(&contact(10)));
    server.handle(HubEvent::Received { connection: 1, frame });
    let [commit] = &server.uncommitted[..] else { panic!("{:?}", server.uncommitted) };
    let (document, commit) = (commit.document, commit.commit);
    server.hub.start_anew();
    assert_eq!((server.hub.active_documents(), server.hub.connected_peers()), (0, 0));

    let mut laptop = MemoryPhone::new("o", 2);
    connect(&mut server, 2, organiser(), &mut laptop);
    settle(&mut server, &mut [(2, &mut laptop)]);
    server.flush();
    settle(&mut server, &mut [(2, &mut laptop)]);
    assert!(laptop.replica.document(id(10)).is_some());
    let effects = server.hub.handle(0, HubEvent::Committed { document, commit, seq: 1 });
    assert!(effects.iter().any(|effect| matches!(effect, HubEffect::Published)), "{effects:?}");
}

#[test]
fn while_the_disk_has_much_to_write_no_more_is_taken_in() {
    let mut server = MemoryServer::with_limits(Limits { memory: 1 << 20, ..Limits::default() });
    server.manual_commit = true;
    join(&mut server, 1, device(1), "a");
    for number in 10..13 {
        assert!(server.hub.has_room());
        let frame = sync_frame("a", id(number), bringing(&contact(100_000)));
        server.handle(HubEvent::Received { connection: 1, frame });
    }
    assert!(!server.hub.has_room());
    server.flush();
    assert!(server.hub.has_room(), "what is written makes room");
}

#[test]
fn a_failed_commit_leaves_a_document_as_large_as_it_was() {
    let (mut server, mut large) = stored();
    large.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "more", noise(500_000))).expect("puts");
    server.disk_full = true;
    let frame = sync_frame("a", id(10), bringing(&large));
    server.handle(HubEvent::Received { connection: 1, frame });
    assert_eq!(codes(&mut server), [(1, "temporary".to_owned())]);
    assert!(server.hub.bytes_in_memory() < 100_000, "{}", server.hub.bytes_in_memory());
}
