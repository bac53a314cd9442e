//! A real server and native peers: what is pushed can be pulled, and what was acknowledged survives SIGKILL.

use futures_util::StreamExt as _;
use shared::document::DocumentId;
use tests::market::{MARKET, Market};
use tests::peer::Peer;

const CONTACTS: u16 = 60;

fn id(number: u16) -> DocumentId {
    let mut bytes = [7; 16];
    bytes[..2].copy_from_slice(&number.to_be_bytes());
    DocumentId::from_bytes(bytes)
}

fn record(peer: &mut Peer) {
    for number in 0..CONTACTS {
        peer.record_contact(id(number), MARKET, "question");
    }
}

fn has_all(peer: &Peer) -> bool {
    (0..CONTACTS).all(|number| peer.memory.replica.document(id(number)).is_some())
}

fn assert_same(one: &Peer, other: &Peer) {
    for number in 0..CONTACTS {
        let of = |peer: &Peer| peer.memory.replica.heads(id(number)).expect("is here").to_vec();
        assert_eq!(of(one), of(other), "contact {number}");
    }
}

/// A device that has recorded, and heard that the server has it all.
async fn device_with_everything_acknowledged(market: &Market) -> Peer {
    let mut device = Peer::new("device", 1);
    record(&mut device);
    device.connect(&market.device_ticket("Testgerät")).await;
    device
        .talk_until("all is acknowledged", |device| {
            device.acknowledged_contacts().len() == usize::from(CONTACTS)
        })
        .await;
    device
}

#[tokio::test]
async fn organisers_get_what_a_device_has_recorded() {
    let market = Market::start();
    let device = device_with_everything_acknowledged(&market).await;

    let mut organiser = Peer::new("organiser", 2);
    organiser.connect(&market.organiser_ticket(&market.organiser(0).name)).await;
    organiser.talk_until("the organiser has all contacts", has_all).await;
    assert_same(&device, &organiser);
}

#[tokio::test]
async fn another_device_sees_nothing_of_it() {
    let market = Market::start();
    let _connected = device_with_everything_acknowledged(&market).await;

    let mut other = Peer::new("other", 3);
    other.record_contact(id(1_000), MARKET, "offer");
    other.connect(&market.device_ticket("Anderes Gerät")).await;
    other
        .talk_until("its own contact is acknowledged", |other| other.acknowledged_contacts() == [id(1_000)])
        .await;
    let contacts = other.memory.replica.documents().filter(|(document, _)| *document != id(1_000));
    let foreign = contacts.filter(|(_, kind)| *kind == shared::document::Kind::Contact).count();
    assert_eq!(foreign, 0);
}

#[tokio::test]
async fn what_was_acknowledged_survives_a_kill_in_the_middle() {
    let mut market = Market::start();
    let mut device = Peer::new("device", 1);
    record(&mut device);
    device.connect(&market.device_ticket("Testgerät")).await;
    device.talk_until("some are acknowledged", |device| device.acknowledged_contacts().len() >= 5).await;
    market.kill();
    let acknowledged = device.acknowledged_contacts();
    device.disconnect();
    market.restart();

    let mut organiser = Peer::new("organiser", 2);
    organiser.connect(&market.organiser_ticket(&market.organiser(0).name)).await;
    organiser
        .talk_until("everything acknowledged is there", |organiser| {
            acknowledged.iter().all(|document| organiser.memory.replica.document(*document).is_some())
        })
        .await;

    device.connect(&market.device_ticket("Testgerät")).await;
    device
        .talk_until("all is acknowledged", |device| {
            device.acknowledged_contacts().len() == usize::from(CONTACTS)
        })
        .await;
    organiser.talk_until("the organiser has all contacts", has_all).await;
    assert_same(&device, &organiser);
}

#[tokio::test]
async fn who_is_not_signed_in_is_told_so_and_let_go() {
    let market = Market::start();
    for query in ["", "?ticket=made-up"] {
        let address = format!("ws://{}/sync{query}", market.address());
        let (mut socket, _) =
            tokio_tungstenite::connect_async(address).await.expect("the upgrade is accepted");
        let first = socket.next().await.expect("a message").expect("a valid message");
        assert!(first.is_binary(), "an error of the protocol, not {first:?}");
        let close = socket.next().await.expect("a message").expect("a valid message");
        let tokio_tungstenite::tungstenite::Message::Close(Some(close)) = close else {
            panic!("no close but {close:?}")
        };
        assert_eq!(u16::from(close.code), 4401);
    }
}
