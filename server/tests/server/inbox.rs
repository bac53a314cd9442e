use serde_json::{Value, json};
use shared::{
    inbox::{self, PERSON},
    seal::{self, Person, PrivateKey, receipt::Secret},
};

use crate::{
    peer::Peer,
    running::{Answer, Folder, Running},
};

const MARKET: &str = "test-2036/2036-05-17";
const FINGERPRINT: &str = "00112233445566778899aabbccddeeff";

fn start(folder: &Folder, arguments: &[&str]) -> Running {
    folder.markt_ok(&["import", &folder.season_with_letters()]);
    folder.serve(arguments)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn sealed(nonce: u8, field: &str, plain: &[u8]) -> String {
    let id = inbox::document_of(&[nonce; 16]);
    let key = PrivateKey::from_random([7; 32]).public();
    hexadecimal(&seal::seal(&key, &id, field, plain, [nonce; 32]).expect("seals"))
}

/// A contact request for the welding course; its receipt's secret is the nonce.
fn contact(nonce: u8) -> Value {
    let person = Person { name: "Ottilie Planted".into(), phone: "030 5550199".into(), ..Person::default() };
    let person = sealed(nonce, PERSON, &person.to_bytes());
    json!({
        "nonce": hexadecimal(&[nonce; 16]),
        "market": MARKET,
        "fingerprint": FINGERPRINT,
        "language": "de",
        "content": { "contact": {
            "topic": "offer",
            "wish": { "provider": "lernwerkstatt", "offer": "schweissen" },
            "consent_version": "1",
            "consent_language": "ar",
            "receipt_hash": hexadecimal(&Secret([nonce; 10]).hash()),
            "to_market": person,
            "to_receipt": person,
        } },
    })
}

fn feedback(nonce: u8) -> Value {
    json!({
        "nonce": hexadecimal(&[nonce; 16]),
        "market": MARKET,
        "fingerprint": FINGERPRINT,
        "language": "ar",
        "content": { "feedback": {
            "questionnaire": "1",
            "answers": { "mehr": 1, "was": "ja" },
            "texts": { "frei": sealed(nonce, "frei", b"planted words") },
        } },
    })
}

/// `letter` with another value at a pointer.
fn with(mut letter: Value, pointer: &str, value: Value) -> Value {
    *letter.pointer_mut(pointer).expect("the letter has it") = value;
    letter
}

fn post(server: &Running, letter: &Value) -> Answer {
    server.post("/api/inbox", "", letter)
}

fn said(answer: &Answer) -> (u16, String) {
    (answer.status, answer.json()["error"].as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn letters_become_documents_of_the_organisers() {
    let folder = Folder::new();
    let server = start(&folder, &[]);
    let cookie = folder.organiser(&server, "orga-1");
    let mut organiser = Peer::new(2);
    organiser.connect(&folder.ticket(&["--organiser", "orga-1"])).await;
    let mut ids = Vec::new();
    for letter in [contact(1), feedback(2)] {
        let answer = post(&server, &letter);
        assert_eq!(answer.status, 200, "{}", answer.text());
        let document = answer.json()["document"].as_str().expect("an id").to_owned();
        assert_eq!(post(&server, &letter).json()["document"], json!(document), "sent again it is the same");
        ids.push(document.parse().expect("an id"));
    }
    organiser.talk_until("it is told of both", |peer| ids.iter().all(|id| peer.holds(*id))).await;

    let document = organiser.memory.replica.document(ids[0]).expect("is here");
    let (read, problems) = shared::document::contact::read(&document);
    assert_eq!(problems, []);
    assert_eq!((read.entered.name(), read.device.as_str()), ("by-visitor", ""));
    assert_eq!((read.consent.given.as_str(), read.consent.language.as_str()), ("read", "ar"));
    assert_eq!(read.consent.erase_on, "2036-06-16", "30 days after the market, whatever a phone says");
    assert_eq!(read.consent.recipients, ["lernwerkstatt"]);
    let key = PrivateKey::from_random([7; 32]);
    let opened = seal::open(&key, ids[0].as_bytes(), PERSON, &read.sealed[0].1.to_market).expect("opens");
    assert_eq!(Person::from_bytes(&opened).expect("a person").name, "Ottilie Planted");
    let document = organiser.memory.replica.document(ids[1]).expect("is here");
    let (read, problems) = shared::document::feedback::read(&document);
    assert_eq!(problems, []);
    assert_eq!((read.answers.len(), read.sealed.len(), read.given.as_str()), (2, 1, "self"));
    let stored = ids.iter().filter_map(|id| organiser.memory.replica.document(*id));
    let changes: Vec<u8> = stored
        .flat_map(|document| document.get_changes(&[]))
        .flat_map(|change| change.raw_bytes().to_vec())
        .collect();
    let contains = |words: &str| changes.windows(words.len()).any(|bytes| bytes == words.as_bytes());
    assert!(contains("by-visitor") && contains("questionnaire"), "the search finds what is there");
    for planted in ["Ottilie", "5550199", "planted words"] {
        assert!(!contains(planted) && !folder.files_contain(planted), "{planted}");
    }

    let receipt = || server.post("/api/receipt", "", &json!({ "code": Secret([1; 10]).code() }));
    assert_eq!((receipt().status, receipt().json()), (200, json!({ "opened": false })));
    let withdrawn = server.post("/api/withdraw", "", &json!({ "code": Secret([1; 10]).code() }));
    assert_eq!(withdrawn.status, 200);
    organiser.talk_until("the organiser is told", |peer| !peer.holds(ids[0])).await;
    assert_eq!(said(&receipt()), (404, "receipt-unknown".into()));
    assert_eq!(said(&post(&server, &contact(1))), (410, "erased".into()));
    let body = json!({ "documents": [ids[1].to_string()] });
    assert_eq!(server.post("/api/erase", &cookie, &body).status, 200);
    assert_eq!(said(&post(&server, &feedback(2))), (410, "erased".into()));
}

#[tokio::test]
async fn every_letter_that_is_not_right_is_refused() {
    let folder = Folder::new();
    let server = start(&folder, &[]);
    assert_eq!(post(&server, &contact(1)).status, 200);
    let refused = |letter: Value, status: u16, code: &str| {
        assert_eq!(said(&post(&server, &letter)), (status, code.to_owned()), "{letter}");
    };
    refused(with(contact(1), "/language", json!("ar")), 409, "taken");
    refused(feedback(1), 409, "taken");
    let wish = "/content/contact/wish";
    refused(with(contact(3), wish, json!({ "provider": "infotisch" })), 409, "walk-in");
    refused(with(contact(3), wish, json!({ "provider": "nobody" })), 422, "wish-unknown");
    let other_offer = json!({ "provider": "lernwerkstatt", "offer": "backen" });
    refused(with(contact(3), wish, other_offer), 422, "wish-unknown");
    refused(with(contact(3), wish, Value::Null), 400, "malformed");
    refused(with(contact(3), "/content/contact/topic", json!("networking")), 400, "malformed");
    refused(with(contact(3), "/content/contact/consent_version", json!("2")), 422, "consent-unknown");
    refused(with(contact(3), "/content/contact/consent_language", json!("en")), 422, "consent-unknown");
    refused(with(contact(3), "/content/contact/to_market", json!("01")), 400, "malformed");
    refused(with(contact(3), "/content/contact/to_receipt", json!("not hex")), 400, "malformed");
    refused(with(contact(3), "/content/contact/receipt_hash", json!("00")), 400, "malformed");
    refused(with(contact(3), "/market", json!("test-2036/2036-05-18")), 404, "market-unknown");
    refused(with(contact(3), "/market", json!("other/2036-05-17")), 404, "market-unknown");
    refused(with(contact(3), "/market", json!("../..")), 404, "market-unknown");
    refused(with(contact(3), "/fingerprint", json!("ff")), 409, "other-key");
    refused(with(contact(3), "/language", json!("<script>")), 400, "malformed");
    refused(with(contact(3), "/nonce", json!("0303")), 400, "malformed");
    refused(with(contact(3), "/content", json!({ "case": {} })), 400, "malformed");
    let answers = "/content/feedback/answers";
    refused(with(feedback(3), answers, json!({ "mehr": 6 })), 400, "malformed");
    refused(with(feedback(3), answers, json!({ "frei": "open words" })), 400, "malformed");
    refused(with(feedback(3), answers, json!({ "nobody-asked": 1 })), 400, "malformed");
    refused(with(feedback(3), "/content/feedback/questionnaire", json!("0")), 409, "questionnaire-unknown");
    refused(with(feedback(3), "/content/feedback/texts", json!({ "frei": "open words" })), 400, "malformed");
    refused(json!({}), 400, "malformed");

    let foreign = [("origin", "https://evil.example")];
    assert_eq!(said(&server.request("POST", "/api/inbox", &foreign, "{}")), (403, "foreign-origin".into()));
    assert_eq!(said(&server.request("POST", "/api/inbox", &[], "{}")), (403, "foreign-origin".into()));
    let own = [("origin", server.origin.as_str())];
    let large = format!("\"{}\"", "x".repeat(64 * 1024));
    assert_eq!(said(&server.request("POST", "/api/inbox", &own, &large)), (413, "too-large".into()));
    assert_eq!(server.get("/api/inbox", &[]).status, 404);
    assert_eq!(
        said(&server.post("/api/receipt", "", &json!({ "code": "x" }))),
        (404, "receipt-unknown".into())
    );
}

#[tokio::test]
async fn a_market_takes_letters_until_they_would_be_erased() {
    let folder = Folder::new();
    let server = start(&folder, &["--today", "2036-06-15"]);
    assert_eq!(post(&server, &contact(1)).status, 200);
    drop(server);
    let server = folder.serve(&["--today", "2036-06-16"]);
    assert_eq!(said(&post(&server, &contact(2))), (409, "market-over".into()));
    assert_eq!(post(&server, &contact(1)).status, 200, "what is here is here");
}

#[tokio::test]
async fn before_it_is_set_up_nothing_is_taken_in() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let server = folder.serve(&[]);
    assert_eq!(
        said(&post(&server, &contact(1))),
        (409, "no-sealing-key".into()),
        "no day of erasure is known"
    );
}

#[tokio::test]
async fn too_many_letters_have_to_wait() {
    let folder = Folder::new();
    let server = start(&folder, &[]);
    let send = |address: &str| {
        let forwarded = format!("203.0.113.9, {address}");
        let headers = [("origin", server.origin.as_str()), ("x-forwarded-for", forwarded.as_str())];
        server.request("POST", "/api/inbox", &headers, "{}")
    };
    let waiting =
        (0..400).map(|_| send("198.51.100.1")).find(|answer| answer.status != 400).expect("a limit");
    assert_eq!(said(&waiting), (429, "too-many".into()));
    assert_eq!(waiting.header("retry-after"), Some("1"));
    assert_eq!(send("198.51.100.2").status, 400, "another address is let in");
}
