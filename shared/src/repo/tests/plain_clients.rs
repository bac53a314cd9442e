//! Programs that speak plain automerge-repo and only listen.

use automerge::{
    Automerge,
    sync::{Message as SyncMessage, State, SyncDoc as _},
};

use super::*;
use crate::{document::blank, repo::HubEvent};

/// Later than any document stays in memory without being talked about.
const MUCH_LATER_MS: i64 = 120_000;

/// A client that knows no log, with one document.
struct Listener {
    connection: u64,
    document: Automerge,
    state: State,
}

impl Listener {
    fn join(server: &mut MemoryServer, connection: u64, principal: Principal) -> Self {
        server.connect(connection, principal);
        let join = Message::Join { sender: connection.to_string(), versions: vec!["1".into()] };
        server.handle(HubEvent::Received { connection, frame: join.encode() });
        server.outgoing.clear();
        Self { connection, document: Automerge::new(), state: State::new() }
    }

    fn say(&mut self, server: &mut MemoryServer) {
        if let Some(message) = self.document.generate_sync_message(&mut self.state) {
            let (sender, target) = (self.connection.to_string(), "server".to_owned());
            let sync = Message::Sync {
                sender,
                target,
                document: id(10),
                data: message.encode(),
                request: self.document.get_heads().is_empty(),
                claim: None,
                voucher: None,
            };
            server.handle(HubEvent::Received { connection: self.connection, frame: sync.encode() });
        }
    }

    fn hear(&mut self, server: &mut MemoryServer, frame: &[u8]) {
        if let Ok(Message::Sync { data, .. }) = Message::decode(frame) {
            let message = SyncMessage::decode(&data).expect("a sync message");
            self.document.receive_sync_message(&mut self.state, message).expect("receives");
            self.say(server);
        }
    }
}

/// Delivers what the server has to say, to listeners and phones.
fn deliver(server: &mut MemoryServer, listeners: &mut [&mut Listener], phone: &mut MemoryPhone) {
    loop {
        settle_phone(server, phone);
        let Some((connection, frame)) = server.outgoing.pop_front() else { return };
        if connection == 1 {
            phone.handle(ReplicaEvent::Received(frame));
        } else if let Some(listener) = listeners.iter_mut().find(|listener| listener.connection == connection)
        {
            listener.hear(server, &frame);
        }
    }
}

fn settle_phone(server: &mut MemoryServer, phone: &mut MemoryPhone) {
    while let Some(frame) = phone.outgoing.pop_front() {
        server.handle(HubEvent::Received { connection: 1, frame });
    }
}

fn correct(phone: &mut MemoryPhone, topic: &'static str) {
    let corrected = phone.replica.change(id(10), |tx| tx.put(ROOT, "topic", topic));
    phone.perform(corrected.expect("changes"));
}

#[test]
fn whoever_only_listens_hears_of_a_change_after_the_document_was_unloaded() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    let mut listener = Listener::join(&mut server, 2, organiser());
    listener.say(&mut server);
    deliver(&mut server, &mut [&mut listener], &mut phone);
    assert_eq!(heads(&listener.document), server.database.documents[&id(10)].heads);

    server.tick(MUCH_LATER_MS);
    assert_eq!(server.hub.active_documents(), 0, "no one has talked about it");
    correct(&mut phone, "question");
    deliver(&mut server, &mut [&mut listener], &mut phone);
    assert_eq!(phone.replica.custody(id(10)), Some(Custody::OnTheServer));
    assert_eq!(heads(&listener.document), server.database.documents[&id(10)].heads);
}

#[test]
fn whoever_may_not_read_hears_of_nothing_however_often_it_asked() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    let mut stranger = Listener::join(&mut server, 2, device(3));
    stranger.say(&mut server);
    let unknown = server.outgoing.drain(..).collect::<Vec<_>>();
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    let active = server.hub.active_documents();

    let mut stranger = Listener::join(&mut server, 2, device(3));
    stranger.say(&mut server);
    let denied = server.outgoing.drain(..).collect::<Vec<_>>();
    assert_eq!(denied, unknown, "denied and unknown are the same bytes");
    assert_eq!(server.hub.active_documents(), active);
    correct(&mut phone, "question");
    settle_phone(&mut server, &mut phone);
    assert!(server.outgoing.iter().all(|(connection, _)| *connection == 1), "{:?}", server.outgoing);
}

#[test]
fn a_request_that_the_storage_failed_is_answered_once_it_is_back() {
    let mut server = MemoryServer::new();
    let made = blank(Kind::Contact);
    server.commit_elsewhere(crate::repo::Commit {
        document: id(10),
        commit: 0,
        facts: crate::sync::share_policy::Facts {
            kind: Some(Kind::Contact),
            market: Some(market().to_string()),
            owner: crate::sync::share_policy::Owner::Organisers,
        },
        chunk: made.save(),
        heads: heads(&made),
        replaces: true,
        receipt: None,
    });
    let mut listener = Listener::join(&mut server, 2, organiser());
    server.unreadable = true;
    listener.say(&mut server);
    let mut phone = MemoryPhone::new("p", 1);
    deliver(&mut server, &mut [&mut listener], &mut phone);
    assert!(heads(&listener.document).is_empty());
    server.unreadable = false;
    server.tick(5_000);
    deliver(&mut server, &mut [&mut listener], &mut phone);
    assert_eq!(heads(&listener.document), heads(&made));
}

fn ephemeral(listener: &Listener, count: u64) -> HubEvent {
    let (sender, target) = (listener.connection.to_string(), "server".to_owned());
    let (session, data) = ("s".to_owned(), vec![7]);
    let message = Message::Ephemeral { sender, target, document: id(10), session, count, data };
    HubEvent::Received { connection: listener.connection, frame: message.encode() }
}

#[test]
fn short_lived_messages_reach_readers_after_the_document_was_unloaded_and_no_one_else() {
    let (mut server, mut phone) = (MemoryServer::new(), MemoryPhone::new("p", 1));
    record(&mut phone, id(10), None);
    connect(&mut server, 1, device(1), &mut phone);
    settle(&mut server, &mut [(1, &mut phone)]);
    let mut one = Listener::join(&mut server, 2, organiser());
    let mut two = Listener::join(&mut server, 3, organiser());
    let mut stranger = Listener::join(&mut server, 4, device(3));
    for listener in [&mut one, &mut two, &mut stranger] {
        listener.say(&mut server);
    }
    deliver(&mut server, &mut [&mut one, &mut two, &mut stranger], &mut phone);
    server.tick(MUCH_LATER_MS);
    server.handle(ephemeral(&one, 1));
    let reached: Vec<u64> = server.outgoing.drain(..).map(|(connection, _)| connection).collect();
    assert_eq!(reached, [1, 3]);
    server.handle(ephemeral(&stranger, 1));
    assert!(server.outgoing.is_empty(), "it may not read");
    let silent = Listener::join(&mut server, 5, organiser());
    server.handle(ephemeral(&silent, 1));
    assert!(server.outgoing.is_empty(), "it has not talked about it");
}

#[test]
fn what_could_not_be_stored_is_asked_for_again_and_not_missed_for_ever() {
    let mut server = MemoryServer::new();
    let mut writer = Listener::join(&mut server, 2, device(1));
    writer.document = blank(Kind::Contact);
    writer.say(&mut server);
    let acknowledgement: Vec<_> = server.outgoing.drain(..).collect();

    let mut tx = writer.document.transaction();
    tx.put(ROOT, "language", "ar").expect("a root takes fields");
    tx.commit();
    server.disk_full = true;
    writer.say(&mut server);
    server.disk_full = false;
    // What it is told of that it does not know.
    server.outgoing.clear();

    server.outgoing.extend(acknowledgement);
    for _ in 0..10 {
        let Some((_, frame)) = server.outgoing.pop_front() else { break };
        writer.hear(&mut server, &frame);
    }
    assert_eq!(heads(&writer.document), server.database.documents[&id(10)].heads);
    assert!(server.outgoing.is_empty(), "they talk on and on");
}
