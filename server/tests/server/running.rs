//! A data folder, the commands on it, and a server on a free port.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;

/// A data folder that disappears with the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        let path = std::env::temp_dir().join(format!("markt-test-{:016x}", rand::random::<u64>()));
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Runs a command to its end.
    pub(crate) fn markt(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the command runs")
    }

    /// Runs a command that must succeed; what it printed.
    pub(crate) fn markt_ok(&self, arguments: &[&str]) -> String {
        let output = self.markt(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    /// Runs a command that must fail; what it complained.
    pub(crate) fn markt_err(&self, arguments: &[&str]) -> String {
        let output = self.markt(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        String::from_utf8(output.stderr).expect("text")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_markt"));
        command.args(arguments).arg("--data").arg(self.0.join("data"));
        command
    }

    /// Writes a file beside the data; its path.
    pub(crate) fn file(&self, name: &str, content: &str) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, content).expect("writes");
        path.display().to_string()
    }

    /// A season with one market that has a sealing key, and one provider.
    pub(crate) fn season(&self) -> String {
        self.file("season.json", SEASON)
    }

    /// The same season of a year whose markets are over, kept for 30 days.
    pub(crate) fn past_season(&self) -> String {
        let season = SEASON.replace("2036-05-17", "2020-05-16").replace("2036", "2020");
        let season = season.replace("\"languages\"", "\"retention_days\": 30, \"languages\"");
        self.file("season.json", &season)
    }

    /// The same season, set up for letters of visitors.
    pub(crate) fn season_with_letters(&self) -> String {
        let added = r#""retention_days": 30,
    "consent": [{"version": "1", "purpose": "contact", "text": {"de": "Ja.", "ar": {"text": "نعم", "by": "machine"}}}],
    "questionnaire": {"version": "1", "questions": [
      {"id": "mehr", "kind": "scale", "text": {"de": "Mehr?"}},
      {"id": "was", "kind": "choice", "text": {"de": "Was?"}, "options": [{"id": "ja", "text": {"de": "Ja"}}],
       "when": {"question": "mehr", "is": ["1"]}},
      {"id": "frei", "kind": "text", "text": {"de": "Sonst?"}}
    ]},
    "languages""#;
        let walk_in = r#""providers": {
    "infotisch": {"name": "Infotisch", "walk_in": true, "description": {"de": "Fragen."}},"#;
        let season = SEASON.replace("\"languages\"", added).replace("\"providers\": {", walk_in);
        self.file("season.json", &season)
    }

    /// The address of a ticket.
    pub(crate) fn ticket(&self, arguments: &[&str]) -> String {
        let mut all = vec!["ticket"];
        all.extend_from_slice(arguments);
        self.markt_ok(&all).trim_end().to_owned()
    }

    /// Adds an organiser and signs them in; the cookie.
    pub(crate) fn organiser(&self, server: &Running, name: &str) -> String {
        let added = self.markt_ok(&["organiser", "add", name]);
        let password = added.trim_end().rsplit(' ').next().expect("a password");
        let credentials = serde_json::json!({ "name": name, "password": password });
        server.post("/api/sign-in", "", &credentials).cookie()
    }

    /// Whether `planted` stands in any file of the data folder, in whatever part of it.
    pub(crate) fn files_contain(&self, planted: &str) -> bool {
        let files = std::fs::read_dir(self.0.join("data")).expect("lists");
        files.into_iter().any(|entry| {
            let raw = std::fs::read(entry.expect("lists").path()).expect("reads");
            raw.windows(planted.len()).any(|bytes| bytes == planted.as_bytes())
        })
    }

    /// Starts a server and waits until it listens.
    pub(crate) fn serve(&self, arguments: &[&str]) -> Running {
        let mut all = vec!["serve", "--listen", "127.0.0.1:0"];
        all.extend_from_slice(arguments);
        let mut child = self
            .command(&all)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let stdout = BufReader::new(child.stdout.take().expect("piped"));
        let mut running = Running { child, origin: String::new(), printed: Vec::new() };
        for line in stdout.lines() {
            let line = line.expect("text");
            if let Some(origin) = line.strip_prefix("Listening on ") {
                running.origin = origin.to_owned();
                return running;
            }
            running.printed.push(line);
        }
        panic!("the server ended: {:?}", running.printed);
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// A server that is killed with the test.
pub(crate) struct Running {
    child: Child,
    pub(crate) origin: String,
    /// What it printed before it listened.
    pub(crate) printed: Vec<String>,
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// An answer over HTTP.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// The session cookie that came, as it is sent back.
    pub(crate) fn cookie(&self) -> String {
        let cookie = self.header("set-cookie").expect("a cookie");
        cookie.split(';').next().expect("a cookie has a first part").to_owned()
    }
}

impl Running {
    pub(crate) fn authority(&self) -> &str {
        self.origin.strip_prefix("http://").expect("plain http")
    }

    pub(crate) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.request("GET", path, headers, "")
    }

    /// One of the numbers of `/metrics`.
    pub(crate) fn metric(&self, name: &str) -> u64 {
        let metrics = self.get("/metrics", &[]);
        let value = metrics.text().lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        value.expect("it is counted").parse().expect("a number")
    }

    /// Waits until nothing is compiled or compressed any more.
    pub(crate) fn until_at_rest(&self) {
        let started = Instant::now();
        while self.metric("markt_preparing") > 0 {
            assert!(started.elapsed() < Duration::from_secs(30), "it comes to rest");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// A write from the server's own pages.
    pub(crate) fn post(&self, path: &str, cookie: &str, body: &Value) -> Answer {
        let headers = [("origin", self.origin.as_str()), ("cookie", cookie)];
        self.request("POST", path, &headers, &body.to_string())
    }

    /// Brings a bundle; whoever does needs no session.
    pub(crate) fn bundle(&self, file: &[u8]) -> Answer {
        self.send("POST", "/api/bundles", &[("origin", self.origin.as_str())], file)
    }

    pub(crate) fn request(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.send(method, path, headers, body.as_bytes())
    }

    fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(self.authority()).expect("connects");
        let mut request =
            format!("{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", self.authority());
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        request += &format!("content-length: {}\r\n\r\n", body.len());
        stream.write_all(request.as_bytes()).and_then(|()| stream.write_all(body)).expect("sends");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("receives");
        parse(&answer)
    }
}

fn parse(answer: &[u8]) -> Answer {
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").expect("an end of the headers");
    let head = std::str::from_utf8(&answer[..end]).expect("headers are text");
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).expect("a status line");
    let headers = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    Answer { status: status.parse().expect("a number"), headers, body: answer[end + 4..].to_vec() }
}

const SEASON: &str = r#"{
  "format": "markt/1",
  "season_key": "test-2036",
  "season": {
    "title": {"de": "Testmarkt", "en": "Test market"},
    "hours": {"from": "10:00", "to": "16:00"},
    "time_zone": "Europe/Berlin",
    "rule": "RRULE:FREQ=MONTHLY;BYMONTH=5;BYDAY=3SA",
    "from": "2036-05-01",
    "until": "2036-05-31",
    "languages": ["de", "en"]
  },
  "markets": {
    "2036-05-17": {
      "date": "2036-05-17",
      "status": "confirmed",
      "sealing_key": {
        "public": "0101010101010101010101010101010101010101010101010101010101010101",
        "fingerprint": "00112233445566778899aabbccddeeff"
      }
    }
  },
  "providers": {
    "lernwerkstatt": {
      "name": "Lernwerkstatt (Beispiel)",
      "example": true,
      "kind": "provider",
      "description": {"de": "Lernen."},
      "last_checked": "2036-04-20",
      "offers": {
        "schweissen": {
          "kind": "qualification",
          "title": {"de": "Schweißen lernen"},
          "summary": {"de": "Mit Prüfung."},
          "description": {"de": "Sie lernen schweißen."},
          "status": "active",
          "last_checked": "2036-04-20"
        }
      }
    }
  }
}"#;
