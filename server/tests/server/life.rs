//! A server in this process, so that its patience can be short.

use std::{collections::BTreeSet, sync::Arc, thread, time::Duration};

use automerge::{Automerge, AutomergeError, ROOT, transaction::Transactable as _};
use rand::RngExt as _;
use server::{App, Clock, Config, DataFolder, Heartbeat, serve};
use shared::{
    document::{DocumentId, Kind, blank},
    sync::message::Message,
};
use tokio::{net::TcpListener, sync::oneshot, time::timeout};

use crate::{peer::id, running::Folder, wire::Wire};

const PATIENCE: Duration = Duration::from_secs(30);
const SHORT: Heartbeat = Heartbeat {
    every: Duration::from_millis(100),
    silence: Duration::from_secs(2),
    session: Duration::from_millis(100),
};

struct InProcess {
    folder: Folder,
    authority: String,
    stop: Option<oneshot::Sender<()>>,
    serving: thread::JoinHandle<()>,
}

impl InProcess {
    async fn start(heartbeat: Heartbeat) -> Self {
        let folder = Folder::new();
        folder.markt_ok(&["import", &folder.season()]);
        folder.markt_ok(&["organiser", "add", "orga-1"]);
        Self::start_on(folder, heartbeat).await
    }

    async fn start_on(folder: Folder, heartbeat: Heartbeat) -> Self {
        let data = DataFolder::open(&folder.path().join("data")).expect("opens");
        let (listens, listening) = oneshot::channel();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().expect("a runtime");
            runtime.block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
                let authority = listener.local_addr().expect("an address").to_string();
                let origin = format!("http://{authority}");
                let config = Config { data, origin, clock: Clock::default(), site: None, heartbeat };
                let app: Arc<App> = App::open(config).await.expect("opens");
                listens.send(authority).expect("the test waits");
                serve(app, listener, Box::pin(async move { drop(stopped.await) })).await;
            });
        });
        let authority = listening.await.expect("it listens");
        Self { folder, authority, stop: Some(stop), serving }
    }

    /// The address of a ticket; the command does not know where this server listens.
    fn ticket(&self, arguments: &[&str]) -> String {
        let address = self.folder.ticket(arguments);
        let (_, query) = address.split_once("/sync").expect("an address");
        format!("ws://{}/sync{query}", self.authority)
    }

    async fn device(&self, label: &str) -> Wire {
        Wire::join(&self.ticket(&["--device", label]), label).await
    }

    /// A device that has handed over a document of 3 MiB.
    async fn device_with_much(&self, document: DocumentId) -> Wire {
        let mut device = self.device("phone").await;
        let mut contact = blank(Kind::Contact);
        let mut bytes = vec![0; 3 << 20];
        rand::rng().fill(&mut bytes[..]);
        contact.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "planted", bytes)).expect("puts");
        device.push(document, &mut contact).await;
        device
    }

    async fn connections(&self) -> u64 {
        let text = crate::wire::get(&self.authority, "/metrics").await;
        let line = text.lines().find_map(|line| line.strip_prefix("markt_sync_connections "));
        line.expect("a gauge").parse().expect("a number")
    }

    async fn until_connections(&self, expected: u64) {
        let waiting = async {
            while self.connections().await != expected {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(PATIENCE, waiting).await.unwrap_or_else(|_| panic!("{expected} connections in vain"));
    }
}

#[test]
fn a_dead_peer_is_dropped_within_thirty_seconds() {
    let Heartbeat { every, silence, .. } = Heartbeat::default();
    assert!(silence < Duration::from_secs(30));
    assert!(silence > every * 2, "one lost answer is no death");
}

#[tokio::test]
async fn who_falls_silent_is_dropped_and_who_answers_stays() {
    let server = InProcess::start(SHORT).await;
    let mut alive = server.device("alive").await;
    // It does not even look at what comes, so that it answers no ping.
    let silent = server.device("silent").await;
    server.until_connections(2).await;
    let talking = tokio::spawn(async move {
        // Waits for a message that never comes, answering pings meanwhile.
        alive.next().await
    });
    server.until_connections(1).await;
    tokio::time::sleep(SHORT.silence * 2).await;
    assert_eq!(server.connections().await, 1);
    talking.abort();
    drop(silent);
}

#[tokio::test]
async fn who_asks_for_more_than_it_takes_is_let_go() {
    // Long enough for the test to make its large documents between two answers.
    let patient = Heartbeat { silence: Duration::from_secs(4), ..SHORT };
    let server = InProcess::start(patient).await;
    let device = server.device_with_much(id(1)).await;
    let mut greedy = Wire::join(&server.ticket(&["--organiser", "orga-1"]), "greedy").await;
    for _ in 0..16 {
        greedy.request(id(1)).await;
    }
    // Asks for 48 MiB and takes none of it, while another one is served.
    let mut other = Wire::join(&server.ticket(&["--organiser", "orga-1"]), "other").await;
    let mut pulled = Automerge::new();
    other.pull(id(1), &mut pulled).await;
    drop(device);
    drop(other);
    server.until_connections(0).await;
    drop(greedy);
}

#[tokio::test]
async fn who_asks_for_much_and_takes_it_slowly_gets_it_all() {
    let server = InProcess::start(Heartbeat::default()).await;
    let documents: BTreeSet<DocumentId> = (1..=14).map(id).collect();
    for document in &documents {
        server.device_with_much(*document).await;
    }
    let mut slow = Wire::join(&server.ticket(&["--organiser", "orga-1"]), "slow").await;
    for document in &documents {
        slow.request(*document).await;
    }
    // Until another one is served, it takes nothing: that would be more than may wait for it.
    let mut other = Wire::join(&server.ticket(&["--organiser", "orga-1"]), "other").await;
    other.pull(id(14), &mut Automerge::new()).await;
    let mut came = BTreeSet::new();
    while came != documents {
        if let Message::Sync { document, data, .. } = slow.next().await
            && data.len() > 3 << 20
        {
            came.insert(document);
        }
    }
}

#[tokio::test]
async fn who_has_taken_what_it_asked_for_is_listened_to_again_at_once() {
    let server = InProcess::start(Heartbeat::default()).await;
    server.device_with_much(id(1)).await;
    let mut organiser = Wire::join(&server.ticket(&["--organiser", "orga-1"]), "organiser").await;
    let asked = std::time::Instant::now();
    // More than a queue may hold while its peer is listened to, several times.
    for round in 0..6 {
        for _ in 0..2 {
            organiser.request(id(1)).await;
        }
        for _ in 0..2 {
            organiser.next().await;
        }
        assert!(asked.elapsed() < Heartbeat::default().silence, "round {round}");
    }
}

#[tokio::test]
async fn one_principal_has_a_bounded_number_of_connections() {
    let server = InProcess::start(Heartbeat::default()).await;
    let ticket = server.ticket(&["--device", "phone"]);
    let mut open = Vec::new();
    for number in 0..16 {
        open.push(Wire::join(&ticket, &format!("phone-{number}")).await);
    }
    assert_eq!(Wire::open(&ticket, "one too many").await.closed().await, Some(1013));
    server.device("another").await;
    open.pop();
    server.until_connections(15).await;
    Wire::join(&ticket, "in its place").await;
}

#[tokio::test]
async fn a_new_password_ends_the_connections_of_the_old_one() {
    let folder = Folder::new();
    folder.markt_ok(&["import", &folder.season()]);
    let running = folder.serve(&[]);
    let cookie = folder.organiser(&running, "orga-1");
    drop(running);
    // Patient with the peer, which does not answer while the command beside it runs.
    let server =
        InProcess::start_on(folder, Heartbeat { session: SHORT.session, ..Heartbeat::default() }).await;
    let organiser = Wire::join_signed_in(&server.authority, &cookie, "organiser").await;
    server.folder.markt_ok(&["organiser", "reset", "orga-1"]);
    assert_eq!(organiser.closed().await, Some(4401));
}

#[tokio::test]
async fn who_still_speaks_while_it_is_closed_learns_why() {
    let server = InProcess::start(Heartbeat::default()).await;
    let mut device = server.device("phone").await;
    device.send_text("{}").await;
    server.until_connections(0).await;
    for _ in 0..3 {
        device.send_unheard(vec![0; 100]).await;
    }
    assert_eq!(device.closed().await, Some(1003));
}

#[tokio::test]
async fn a_server_that_stops_says_so() {
    let mut server = InProcess::start(Heartbeat::default()).await;
    let mut device = server.device("phone").await;
    let mut contact = blank(Kind::Contact);
    contact.transact::<_, _, AutomergeError>(|tx| tx.put(ROOT, "topic", "offer")).expect("puts");
    device.push(id(1), &mut contact).await;
    server.stop.take().expect("it runs").send(()).expect("it listens");
    assert_eq!(device.closed().await, Some(1001));
    server.serving.join().expect("it ends in order");
    let restarted = server.folder.serve(&[]);
    let mut device = Wire::join(&server.folder.ticket(&["--device", "phone"]), "phone").await;
    let mut pulled = Automerge::new();
    device.pull(id(1), &mut pulled).await;
    assert_eq!(pulled.get_heads(), contact.get_heads());
    drop(restarted);
}
