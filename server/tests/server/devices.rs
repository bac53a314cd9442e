//! Phones that enrol, lose what they were told, are confirmed, hand over files, get lost.

use automerge::{ROOT, ReadDoc as _};
use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use serde_json::{Value, json};
use shared::{
    document::DocumentId,
    repo::{Bundle, SignedBundle},
    sync::enrolment::{InviteProof, device_id, enrolment_message},
};

use crate::{
    peer::{Peer, id},
    running::{Answer, Folder, Running},
    sessions::{MARKET, check_error, set_up},
};

/// A phone with a key of its own, and what it has recorded.
struct Handset {
    key: SigningKey,
    peer: Peer,
}

/// An invite as a phone reads it.
struct Invite {
    token: String,
    fingerprint: String,
}

impl Invite {
    fn new(server: &Running, organiser: &str, way: &str) -> Self {
        let made = server.post("/api/invites", organiser, &json!({ "market": MARKET, "way": way }));
        assert_eq!(made.status, 200, "{made:?}");
        let url = made.json()["url"].as_str().expect("an address").to_owned();
        let (before, behind) = url.split_once("/team/#einladung=").expect("an invite");
        assert_eq!(before, server.origin);
        let (token, fingerprint) = behind.split_once('.').expect("token and fingerprint");
        Self { token: token.to_owned(), fingerprint: fingerprint.to_owned() }
    }

    fn proof(&self, device: DocumentId) -> InviteProof {
        let mut token = [0; 32];
        hex::decode_to_slice(&self.token, &mut token).expect("hexadecimal");
        InviteProof::new(&token, device)
    }
}

impl Handset {
    fn new(seed: u8) -> Self {
        Self { key: SigningKey::from_slice(&[seed; 32]).expect("a key"), peer: Peer::new(seed) }
    }

    fn public_key(&self) -> Vec<u8> {
        self.key.verifying_key().to_sec1_point(false).as_bytes().to_vec()
    }

    fn device(&self) -> DocumentId {
        device_id(&self.public_key())
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        let signature: Signature = self.key.sign(message);
        signature.to_bytes().to_vec()
    }

    fn enrol(&self, server: &Running, invite: &Invite) -> Answer {
        let signature = self.sign(&enrolment_message(&invite.token, self.device()));
        let body = json!({
            "token": invite.token,
            "public_key": hex::encode(self.public_key()),
            "signature": hex::encode(signature),
            "label": "Telefon",
            "fingerprint": invite.fingerprint,
        });
        server.post("/api/enrol", "", &body)
    }

    fn bundle(&self, invite: Option<&Invite>) -> Vec<u8> {
        let bundle = Bundle {
            public_key: self.public_key(),
            market: MARKET.parse().expect("valid"),
            label: "Telefon".into(),
            invite: invite.map(|invite| invite.proof(self.device())),
            documents: self.peer.memory.replica.unsent(),
        };
        let content = bundle.to_bytes();
        let signature = self.sign(&SignedBundle::message(&content));
        SignedBundle { content, signature }.to_bytes()
    }
}

fn server_with_season(folder: &Folder) -> Running {
    folder.markt_ok(&["import", &folder.season()]);
    folder.serve(&[])
}

fn decide(server: &Running, organiser: &str, device: DocumentId, decision: &str) -> Answer {
    server.post(&format!("/api/devices/{device}"), organiser, &json!({ "decision": decision }))
}

/// State of a device and how much waits, as organisers see it.
fn listed(server: &Running, organiser: &str, device: DocumentId) -> (String, u64) {
    let list = server.get(&format!("/api/devices/{MARKET}"), &[("cookie", organiser)]).json();
    let devices = list["devices"].as_array().expect("a list").clone();
    let own = devices.iter().find(|listed| listed["device"] == device.to_string()).expect("is listed");
    (own["state"].as_str().expect("text").to_owned(), own["waiting"].as_u64().expect("a number"))
}

fn taken(answer: &Answer) -> (u16, Value, Value) {
    let body = answer.json();
    (answer.status, body["documents"].clone(), body["refused"].clone())
}

/// What an organiser's laptop reads in a field of a document.
async fn read_by_organiser(folder: &Folder, document: DocumentId, key: &str) -> Option<String> {
    let mut laptop = Peer::new(99);
    laptop.connect(&folder.ticket(&["--organiser", "orga-1"])).await;
    laptop.talk_until("the document comes", |laptop| laptop.holds(document)).await;
    let read = laptop.memory.replica.document(document).expect("is here");
    let value = read.get(ROOT, key).expect("reads");
    value.and_then(|(value, _)| value.as_str().map(str::to_owned))
}

#[test]
fn an_invite_enrols_one_phone_and_that_one_again() {
    let folder = Folder::new();
    let server = server_with_season(&folder);
    let organiser = set_up(&server).cookie();
    let invite = Invite::new(&server, &organiser, "printed");
    assert_eq!(invite.fingerprint, "00112233445566778899aabbccddeeff");
    let (phone, thief) = (Handset::new(1), Handset::new(2));

    let other_key = Invite { token: invite.token.clone(), fingerprint: "ff".repeat(16) };
    let refused = phone.enrol(&server, &other_key);
    check_error(&refused, 409, "other-key");
    assert_eq!(refused.header("set-cookie"), None, "a phone that refuses the key keeps the session it had");

    let enrolled = phone.enrol(&server, &invite);
    assert_eq!(enrolled.status, 200, "{enrolled:?}");
    let answer = enrolled.json();
    assert_eq!((answer["market"].as_str(), answer["season"].as_str()), (Some(MARKET), Some("test-2036")));
    assert_eq!((answer["organiser"].as_str(), answer["state"].as_str()), (Some("orga-1"), Some("active")));
    assert_eq!(answer["device"], phone.device().to_string(), "the phone knows its id before the server does");
    let session = server.get("/api/session", &[("cookie", &enrolled.cookie())]).json();
    assert_eq!(session["device"], answer["device"]);

    // The answer was lost, or the cookie: the phone asks again, and has a session again.
    let again = phone.enrol(&server, &invite);
    assert_eq!((again.status, again.json()["device"].clone()), (200, answer["device"].clone()));
    assert_eq!(server.get("/api/session", &[("cookie", &again.cookie())]).status, 200);

    // Nobody else has one: neither with a key of their own, nor with the phone's, which they can not sign with.
    check_error(&thief.enrol(&server, &invite), 410, "invite-used");
    let signed_by_thief = thief.sign(&enrolment_message(&invite.token, phone.device()));
    for signature in [hex::encode(signed_by_thief), String::new()] {
        let public_key = hex::encode(phone.public_key());
        let body = json!({ "token": invite.token, "public_key": public_key, "signature": signature });
        check_error(&server.post("/api/enrol", "", &body), 403, "not-proved");
    }

    let phones_own = enrolled.cookie();
    check_error(&server.post("/api/invites", &phones_own, &json!({ "market": MARKET })), 403, "forbidden");
    check_error(&decide(&server, &phones_own, phone.device(), "confirm"), 403, "forbidden");
    let list = server.get(&format!("/api/devices/{MARKET}"), &[("cookie", &phones_own)]);
    check_error(&list, 403, "forbidden");
    let unknown = Invite { token: "00".repeat(32), fingerprint: invite.fingerprint.clone() };
    check_error(&Handset::new(3).enrol(&server, &unknown), 404, "invite-unknown");
    let wrong_key = json!({ "token": invite.token, "public_key": "04".repeat(65), "signature": "" });
    check_error(&server.post("/api/enrol", "", &wrong_key), 422, "invalid-key");
}

#[test]
fn a_phone_invited_on_a_screen_waits_for_an_organiser() {
    let folder = Folder::new();
    let server = server_with_season(&folder);
    let organiser = set_up(&server).cookie();
    let invite = Invite::new(&server, &organiser, "on-screen");
    let phone = Handset::new(1);
    let waiting = phone.enrol(&server, &invite);
    assert_eq!((waiting.status, waiting.json()["state"].as_str()), (200, Some("waiting")));
    assert_eq!(waiting.json()["organiser"], "orga-1");
    assert_eq!(waiting.header("set-cookie"), None);
    assert_eq!(listed(&server, &organiser, phone.device()), ("waiting".into(), 0));
    assert_eq!(decide(&server, &organiser, phone.device(), "confirm").status, 200);
    let let_in = phone.enrol(&server, &invite);
    assert_eq!((let_in.status, let_in.json()["state"].as_str()), (200, Some("active")));
    assert_eq!(server.get("/api/session", &[("cookie", &let_in.cookie())]).status, 200);
}

#[tokio::test]
async fn a_bundle_of_a_phone_that_never_had_a_network_is_taken_and_so_is_a_later_one() {
    let folder = Folder::new();
    let server = server_with_season(&folder);
    let organiser = set_up(&server).cookie();
    let invite = Invite::new(&server, &organiser, "printed");
    let mut phone = Handset::new(1);
    phone.peer.record(id(10), MARKET, "Erstes", None);
    phone.peer.record(id(11), MARKET, "Zweites", None);
    let first = phone.bundle(Some(&invite));

    assert_eq!(taken(&server.bundle(&first)), (200, json!(2), json!(0)));
    assert_eq!(taken(&server.bundle(&first)), (200, json!(2), json!(0)), "twice changes nothing");
    assert_eq!(read_by_organiser(&folder, id(10), "planted").await.as_deref(), Some("Erstes"));

    // The phone has heard nothing of it, and goes on: what is known already must not hide what is new.
    phone.peer.change(id(10), "planted", "Verbessert");
    phone.peer.record(id(12), MARKET, "Drittes", None);
    assert_eq!(taken(&server.bundle(&phone.bundle(Some(&invite)))), (200, json!(3), json!(0)));
    assert_eq!(read_by_organiser(&folder, id(10), "planted").await.as_deref(), Some("Verbessert"));
    // The older file, brought by a slower colleague, takes nothing back.
    assert_eq!(taken(&server.bundle(&first)), (200, json!(2), json!(0)));
    assert_eq!(read_by_organiser(&folder, id(10), "planted").await.as_deref(), Some("Verbessert"));

    // At last it has a network, and is who it was.
    let enrolled = phone.enrol(&server, &invite);
    assert_eq!(enrolled.json()["device"], phone.device().to_string());
}

#[tokio::test]
async fn whoever_finds_a_bundle_gains_nothing() {
    let folder = Folder::new();
    let server = server_with_season(&folder);
    let organiser = set_up(&server).cookie();
    let invite = Invite::new(&server, &organiser, "printed");
    let mut phone = Handset::new(1);
    phone.peer.record(id(10), MARKET, "Erstes", None);
    let file = phone.bundle(Some(&invite));
    assert!(!file.windows(32).any(|bytes| hex::encode(bytes) == invite.token), "no way in stands in it");

    // With the proof of the file and a key of their own.
    let mut thief = Handset::new(2);
    thief.peer.record(id(20), MARKET, "Gefälscht", None);
    let content = Bundle {
        public_key: thief.public_key(),
        market: MARKET.parse().expect("valid"),
        label: "Telefon".into(),
        invite: Some(invite.proof(phone.device())),
        documents: thief.peer.memory.replica.unsent(),
    }
    .to_bytes();
    let signature = thief.sign(&SignedBundle::message(&content));
    let forged = SignedBundle { content, signature }.to_bytes();
    check_error(&server.bundle(&forged), 404, "invite-unknown");
    check_error(&server.bundle(&thief.bundle(None)), 404, "invite-unknown");
    let mut changed = file.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    check_error(&server.bundle(&changed), 422, "not-a-bundle");
    check_error(&server.bundle(b"no bundle"), 422, "not-a-bundle");
    assert_eq!(taken(&server.bundle(&file)), (200, json!(1), json!(0)), "and takes nothing away");
}

#[tokio::test]
async fn what_a_lost_phone_had_waits_for_an_organiser() {
    let folder = Folder::new();
    let server = server_with_season(&folder);
    let organiser = set_up(&server).cookie();
    let invite = Invite::new(&server, &organiser, "printed");
    let mut phone = Handset::new(1);
    phone.peer.record(id(10), MARKET, "Erstes", None);
    let session = phone.enrol(&server, &invite).cookie();
    assert_eq!(taken(&server.bundle(&phone.bundle(None))), (200, json!(1), json!(0)));

    assert_eq!(decide(&server, &organiser, phone.device(), "lost").status, 200);
    check_error(&server.get("/api/session", &[("cookie", &session)]), 401, "signed-out");
    check_error(&phone.enrol(&server, &invite), 410, "device-lost");
    // A withdrawal of what the organisers have, and something new.
    phone.peer.change(id(10), "planted", "Zurückgenommen");
    phone.peer.record(id(11), MARKET, "Zweites", None);
    let last = phone.bundle(None);
    assert_eq!(server.bundle(&last).status, 202);
    assert_eq!(server.bundle(&last).status, 202, "twice is once");
    assert_eq!(listed(&server, &organiser, phone.device()), ("lost".into(), 2));
    assert_eq!(read_by_organiser(&folder, id(10), "planted").await.as_deref(), Some("Erstes"));

    assert_eq!(taken(&decide(&server, &organiser, phone.device(), "take")), (200, json!(2), json!(0)));
    assert_eq!(read_by_organiser(&folder, id(10), "planted").await.as_deref(), Some("Zurückgenommen"));
    assert_eq!(read_by_organiser(&folder, id(11), "planted").await.as_deref(), Some("Zweites"));
    assert_eq!(listed(&server, &organiser, phone.device()), ("lost".into(), 0));
    check_error(&decide(&server, &organiser, phone.device(), "confirm"), 403, "forbidden");
}

#[test]
fn a_phone_that_retires_is_let_in_no_more() {
    let folder = Folder::new();
    let server = server_with_season(&folder);
    let organiser = set_up(&server).cookie();
    let invite = Invite::new(&server, &organiser, "printed");
    let phone = Handset::new(1);
    let session = phone.enrol(&server, &invite).cookie();
    assert_eq!(server.post("/api/retire", &session, &json!({})).status, 200);
    check_error(&server.get("/api/session", &[("cookie", &session)]), 401, "signed-out");
    check_error(&phone.enrol(&server, &invite), 410, "device-retired");
    assert_eq!(listed(&server, &organiser, phone.device()), ("retired".into(), 0));
}
