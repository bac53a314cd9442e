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
    let (mut server, mut phone) = recorded();
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
fn whoever_only_listens_is_told_of_an_erasure_after_the_document_was_unloaded() {
    let (mut server, mut phone) = recorded();
    let mut listener = Listener::join(&mut server, 2, organiser());
    let mut stranger = Listener::join(&mut server, 3, device(3));
    for asks in [&mut listener, &mut stranger] {
        asks.say(&mut server);
    }
    deliver(&mut server, &mut [&mut listener, &mut stranger], &mut phone);
    server.tick(MUCH_LATER_MS);
    assert_eq!(server.hub.active_documents(), 0, "no one has talked about it");
    server.erase(id(10));
    let told: Vec<u64> = server
        .outgoing
        .drain(..)
        .filter(|(_, frame)| {
            matches!(Message::decode(frame), Ok(Message::Error { code: Some(code), .. }) if code == "erased")
        })
        .map(|(connection, _)| connection)
        .collect();
    assert_eq!(told, [2], "the phone reads the log, and the stranger never knew of it");
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
        chunk_is: ChunkRole::Whole,
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
    ephemeral_of(listener.connection, listener, count)
}

/// A message of one peer that another one sends.
fn ephemeral_of(sender: u64, listener: &Listener, count: u64) -> HubEvent {
    let (sender, target) = (sender.to_string(), "server".to_owned());
    let (session, data) = ("s".to_owned(), vec![7]);
    let message = Message::Ephemeral { sender, target, document: id(10), session, count, data };
    HubEvent::Received { connection: listener.connection, frame: message.encode() }
}

#[test]
fn short_lived_messages_reach_readers_after_the_document_was_unloaded_and_no_one_else() {
    let (mut server, mut phone) = recorded();
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
    server.handle(ephemeral_of(2, &two, 1));
    assert!(server.outgoing.is_empty() && server.closed.is_empty(), "what is passed on goes no further");
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

/// Lets one client and the server talk; gives up when they do not come to an end.
fn talk(server: &mut MemoryServer, listener: &mut Listener) {
    for _ in 0..20 {
        let Some((connection, frame)) = server.outgoing.pop_front() else { return };
        if connection == listener.connection {
            listener.hear(server, &frame);
        }
    }
    panic!("they talk on and on");
}

/// Someone who makes a document of this kind, and someone who has asked for it.
fn maker_and_asker(
    server: &mut MemoryServer,
    kind: Kind,
    maker: Principal,
    asker: Principal,
) -> [Listener; 2] {
    let mut maker = Listener::join(server, 2, maker);
    maker.document = blank(kind);
    maker.say(server);
    talk(server, &mut maker);
    let mut asker = Listener::join(server, 3, asker);
    asker.say(server);
    talk(server, &mut asker);
    assert_eq!(heads(&asker.document), heads(&maker.document));
    [maker, asker]
}

fn write(server: &mut MemoryServer, listener: &mut Listener, field: &'static str) {
    let mut tx = listener.document.transaction();
    tx.put(ROOT, field, "ar").expect("a root takes fields");
    tx.commit();
    listener.say(server);
}

#[test]
fn a_request_is_answered_even_if_the_clock_was_set_back_meanwhile() {
    const DAY_MS: i64 = 86_400_000;
    let mut server = MemoryServer::new();
    let [maker, _] = maker_and_asker(&mut server, Kind::Contact, device(1), organiser());
    server.tick(MUCH_LATER_MS);
    let mut late = Listener::join(&mut server, 4, organiser());
    server.unreadable = true;
    late.say(&mut server);
    server.unreadable = false;
    server.tick(-DAY_MS);
    server.tick(5_000 - DAY_MS);
    talk(&mut server, &mut late);
    assert_eq!(heads(&late.document), heads(&maker.document));
}

#[test]
fn a_document_is_unloaded_even_if_the_clock_was_set_back_meanwhile() {
    let mut server = MemoryServer::new();
    maker_and_asker(&mut server, Kind::Contact, device(1), organiser());
    server.tick(-MUCH_LATER_MS);
    assert_eq!(server.hub.active_documents(), 1);
    server.tick(-1);
    assert_eq!(server.hub.active_documents(), 0);
}

#[test]
fn what_came_while_nothing_could_be_read_is_asked_for_when_news_is_told() {
    let mut server = MemoryServer::new();
    let [mut maker, mut asker] = maker_and_asker(&mut server, Kind::Contact, device(1), organiser());
    server.tick(MUCH_LATER_MS);
    server.unreadable = true;
    write(&mut server, &mut asker, "language");
    server.unreadable = false;
    server.outgoing.clear();

    write(&mut server, &mut maker, "topic");
    talk(&mut server, &mut asker);
    let stored = &server.database.documents[&id(10)].heads;
    assert_eq!(heads(&asker.document), *stored);
    assert_eq!(stored.len(), 2, "both changes are there");
    server.tick(5_000);
    assert!(server.outgoing.is_empty(), "it is asked no more");
}

#[test]
fn what_a_reader_may_not_write_is_not_asked_for_for_ever() {
    let mut server = MemoryServer::new();
    let staff = Principal::Staff { member: id(201) };
    let [mut maker, mut reader] = maker_and_asker(&mut server, Kind::Signup, organiser(), staff);
    write(&mut server, &mut reader, "name");
    talk(&mut server, &mut reader);
    write(&mut server, &mut maker, "about");
    talk(&mut server, &mut reader);
    let stored = &server.database.documents[&id(10)].heads;
    assert_eq!(heads(&maker.document), *stored);
    assert_eq!(heads(&reader.document).len(), 2, "it has its own change and the news");
    // Even so it hears of what is new.
    write(&mut server, &mut maker, "name");
    talk(&mut server, &mut reader);
    let news = automerge::ChangeHash(heads(&maker.document)[0]);
    assert!(reader.document.get_change_by_hash(&news).is_some());
}

#[test]
fn what_comes_when_too_much_waits_is_asked_for_again() {
    let limits = crate::sync::vetting::Limits { waiting_of_one: 0, ..Default::default() };
    let mut server = MemoryServer::with_limits(limits);
    let [mut maker, _] = maker_and_asker(&mut server, Kind::Contact, device(1), organiser());
    server.manual_commit = true;
    for field in ["language", "topic"] {
        write(&mut server, &mut maker, field);
    }
    server.manual_commit = false;
    server.flush();
    let is_sync = |frame: &[u8]| matches!(Message::decode(frame), Ok(Message::Sync { .. }));
    server.outgoing.retain(|(_, frame)| is_sync(frame));
    talk(&mut server, &mut maker);
    server.tick(5_000);
    talk(&mut server, &mut maker);
    assert_eq!(heads(&maker.document), server.database.documents[&id(10)].heads);
}

#[test]
fn whoever_is_asked_again_for_what_someone_else_brought_meanwhile_is_told_that_it_is_here() {
    let mut server = MemoryServer::new();
    let mut maker = Listener::join(&mut server, 2, device(1));
    maker.document = blank(Kind::Contact);
    let mut same = Listener::join(&mut server, 3, device(1));
    same.document = maker.document.clone();
    server.disk_full = true;
    maker.say(&mut server);
    talk(&mut server, &mut maker);
    server.disk_full = false;

    same.say(&mut server);
    deliver(&mut server, &mut [&mut maker, &mut same], &mut MemoryPhone::new("p", 1));
    assert_eq!(maker.state.their_heads, Some(maker.document.get_heads()));
}
