//! The official npm client, unchanged, pushes contact documents with a device's ticket; another one pulls
//! them with an organiser's, and `save()` gives the same bytes.
//!
//! `cargo xtask test --only interop` installs the npm packages by their lock file first.

use serde_json::Value;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use tests::market::{MARKET, Market};

const CONTACTS: usize = 12;

/// A Node process with the official client in it; ended when dropped.
struct OfficialClient {
    child: Child,
    answers: Receiver<String>,
}

/// A client tries again for five seconds, and the server for longer.
const ANSWERED: Duration = Duration::from_secs(90);

impl OfficialClient {
    fn start(mode: &str, address: &str, rest: &[String]) -> OfficialClient {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("interop");
        let mut command = Command::new("node");
        command.current_dir(folder).arg("peer.mjs").args([mode, address]).args(rest);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("node is installed");
        let stdout = child.stdout.take().expect("standard output was asked for");
        let (said, answers) = channel();
        let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
        std::thread::spawn(move || lines.try_for_each(|line| said.send(line)));
        OfficialClient { child, answers }
    }

    /// Gives a client a line of input; what it does then depends on its mode.
    fn go_on(&mut self) {
        let stdin = self.child.stdin.as_mut().expect("standard input was asked for");
        stdin.write_all(b"go on\n").expect("the client listens");
    }

    fn answers(&mut self, count: usize) -> Vec<Value> {
        let answer = |_| self.answers.recv_timeout(ANSWERED).expect("the client answers, and has not ended");
        (0..count).map(answer).map(|line| serde_json::from_str(&line).expect("an answer is JSON")).collect()
    }
}

impl Drop for OfficialClient {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

#[test]
fn what_one_official_client_pushes_another_one_pulls_byte_for_byte() {
    let market = Market::start();
    let ticket = market.device_ticket("Fremdes Programm");
    let mut device = OfficialClient::start("push", &ticket, &[CONTACTS.to_string()]);
    let pushed = device.answers(CONTACTS);

    let text = |value: &Value| value.as_str().expect("is text").to_owned();
    let wanted = pushed.iter().map(|one| format!("{}={}", text(&one["id"]), text(&one["heads"][0])));
    let ticket = market.organiser_ticket(&market.organiser(0).name);
    let mut organiser = OfficialClient::start("pull", &ticket, &wanted.collect::<Vec<_>>());
    let pulled = organiser.answers(CONTACTS);
    assert_eq!(pushed, pulled);
    assert_eq!(pulled[0]["content"]["market"], MARKET);
    assert_eq!(pulled[0]["content"]["topic"], "offer");

    // What is there stays there when the device is gone and the server was killed.
    drop(device);
    drop(organiser);
    let mut market = market;
    market.kill();
    market.restart();
    let wanted = pushed.iter().map(|one| format!("{}={}", text(&one["id"]), text(&one["heads"][0])));
    let ticket = market.organiser_ticket(&market.organiser(1).name);
    let mut other = OfficialClient::start("pull", &ticket, &wanted.collect::<Vec<_>>());
    assert_eq!(pushed, other.answers(CONTACTS));

    // Another device gets the answer that it would get for a document that does not exist.
    let ticket = market.device_ticket("Anderes Programm");
    let mut stranger = OfficialClient::start("refused", &ticket, &[text(&pushed[0]["id"])]);
    assert_eq!(stranger.answers(1)[0]["outcome"], "unavailable");
}

#[test]
fn who_asks_too_early_gets_the_document_when_it_comes_and_hears_what_is_said_in_passing() {
    let market = Market::start();
    let ticket = market.device_ticket("Fremdes Programm");
    let mut device = OfficialClient::start("later", &ticket, &[]);
    let made = device.answers(1).remove(0);
    let id = made["id"].as_str().expect("is text").to_owned();
    let mut organisers = [0, 1].map(|number| {
        let ticket = market.organiser_ticket(&market.organiser(number).name);
        OfficialClient::start("await", &ticket, std::slice::from_ref(&id))
    });
    for organiser in &mut organisers {
        assert_eq!(organiser.answers(1)[0]["outcome"], "unavailable");
    }

    device.go_on();
    for organiser in &mut organisers {
        assert_eq!(organiser.answers(1), std::slice::from_ref(&made));
    }

    let [speaker, listener] = &mut organisers;
    speaker.go_on();
    assert_eq!(listener.answers(1)[0]["heard"], "go on");
    listener.go_on();
    assert_eq!(speaker.answers(1)[0]["heard"], "go on");
}

#[test]
fn the_official_client_cannot_bring_back_what_was_erased() {
    let mut market = Market::start();
    let mut device =
        OfficialClient::start("push", &market.device_ticket("Fremdes Programm"), &["2".to_owned()]);
    let pushed = device.answers(2);
    let text = |value: &Value| value.as_str().expect("is text").to_owned();
    let pulled_by = |market: &Market, document: &Value| {
        let ticket = market.organiser_ticket(&market.organiser(0).name);
        let wanted = format!("{}={}", text(&document["id"]), text(&document["heads"][0]));
        OfficialClient::start("pull", &ticket, &[wanted]).answers(1)
    };
    let outcome = |market: &Market| {
        let ticket = market.organiser_ticket(&market.organiser(1).name);
        OfficialClient::start("refused", &ticket, &[text(&pushed[0]["id"])]).answers(1).remove(0)
    };
    pulled_by(&market, &pushed[0]);
    market.command(&["erase", &text(&pushed[0]["id"])]);

    // It goes on, is told in a message that it does not know, and lives.
    device.go_on();
    let later = device.answers(1);
    pulled_by(&market, &later[0]);
    assert_eq!(outcome(&market)["outcome"], "unavailable");

    // It connects anew by itself, with everything that it holds.
    market.kill();
    market.restart();
    device.go_on();
    let latest = device.answers(1);
    pulled_by(&market, &latest[0]);
    assert_eq!(outcome(&market)["outcome"], "unavailable");
    assert!(market.files().iter().any(|(file, _)| file.ends_with("erased.log")));
}

/// A document that no one talks about for a minute is unloaded.
const UNLOADED: Duration = Duration::from_secs(90);

/// A number of the server's `/metrics`.
fn metric(market: &Market, name: &str) -> u64 {
    let mut stream = TcpStream::connect(market.address()).expect("the server listens");
    let request = format!("GET /metrics HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", market.address());
    stream.write_all(request.as_bytes()).expect("the server reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the server answers");
    let value = answer.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok());
    value.unwrap_or_else(|| panic!("there is no {name} in {answer}"))
}

#[test]
fn official_clients_hear_of_a_change_after_an_idle_minute() {
    let market = Market::start();
    let ticket = market.device_ticket("Fremdes Programm");
    let mut device = OfficialClient::start("push", &ticket, &["1".to_owned()]);
    let document = device.answers(1)[0]["id"].as_str().expect("is text").to_owned();
    let ticket = market.organiser_ticket(&market.organiser(0).name);
    let mut organiser = OfficialClient::start("follow", &ticket, &[document]);
    // A state may come in more than one step.
    let hears = |organiser: &mut OfficialClient, topic: &str| {
        while organiser.answers(1)[0]["content"]["topic"] != topic {}
    };
    hears(&mut organiser, "offer");

    // Both stay connected and say nothing; the server unloads the document, and its sessions with it.
    let idle_since = Instant::now();
    for is_in_memory in [true, false] {
        while (metric(&market, "markt_documents_in_memory") > 0) != is_in_memory {
            assert!(idle_since.elapsed() < UNLOADED, "the document comes into memory and goes");
            std::thread::sleep(Duration::from_millis(100));
        }
    }
    assert_eq!(metric(&market, "markt_sync_connections"), 2);
    device.go_on();
    hears(&mut organiser, "accreditation");
}
