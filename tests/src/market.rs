//! A real server: `markt demo` as a process of its own.

use crate::folder::Folder;
use serde_json::Value;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// The running market of the example season.
pub const TODAY: &str = "2026-05-23";

/// The market's key.
pub const MARKET: &str = "pankow-2026/2026-05-23";

/// A running server with data of its own. Stopped when dropped.
#[derive(Debug)]
pub struct Market {
    child: Child,
    folder: Folder,
    site: Option<PathBuf>,
    today: String,
    address: String,
    /// What `markt demo --json` said at the first start.
    pub addresses: Value,
}

/// How an organiser signs in.
#[derive(Clone, Debug)]
pub struct Organiser {
    /// Name.
    pub name: String,
    /// Password.
    pub password: String,
    /// Opens the market's key.
    pub passphrase: String,
}

impl Market {
    /// Starts a server on a free port.
    ///
    /// # Panics
    /// When there is no binary, or it does not start.
    pub fn start() -> Market {
        Market::start_on(TODAY)
    }

    /// The server that tests of one program have in common, as long as one of them uses it: to start one takes as
    /// long as many a test. For tests that leave it running and do not mind what others left there.
    ///
    /// # Panics
    /// When there is no binary, or it does not start.
    pub fn shared() -> Arc<Market> {
        static SHARED: Mutex<Weak<Market>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let market = Arc::new(Market::start());
            *shared = Arc::downgrade(&market);
            market
        })
    }

    /// Starts a server on a free port, on another day.
    ///
    /// # Panics
    /// When there is no binary, or it does not start.
    pub fn start_on(today: &str) -> Market {
        let folder = Folder::new("market");
        // To try a journey on a development build, which has no client in its binary.
        let site = std::env::var_os("MARKT_SERVE_SITE").map(PathBuf::from);
        let (child, addresses) = launch(&folder, today, "127.0.0.1:0", site.as_deref());
        let origin = origin_of(text(&addresses["visitor"]));
        let address = origin.trim_start_matches("http://").to_owned();
        Market { child, folder, site, today: today.to_owned(), address, addresses }
    }

    /// Ends the server as a power cut does: SIGKILL, nothing is tidied up.
    ///
    /// # Panics
    /// When it is gone already.
    pub fn kill(&mut self) {
        self.child.kill().expect("the server runs");
        self.child.wait().expect("the server ends");
    }

    /// Starts the server again, with the same data at the same address.
    ///
    /// # Panics
    /// When it does not start.
    pub fn restart(&mut self) {
        let (child, _same) = launch(&self.folder, &self.today, &self.address, self.site.as_deref());
        self.child = child;
    }

    /// From the next start on, serves the client from this folder instead of the one in the binary.
    pub fn serve_site(&mut self, site: PathBuf) {
        self.site = Some(site);
    }

    /// `http://127.0.0.1:PORT`
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// `127.0.0.1:PORT`
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Everything the server has written: database, write-ahead log, keyring and its own log.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        self.folder.files()
    }

    /// The folder of the server's data.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// One of the two organisers of the example season.
    pub fn organiser(&self, index: usize) -> Organiser {
        let organiser = &self.addresses["organisers"][index];
        Organiser {
            name: text(&organiser["name"]).to_owned(),
            password: text(&organiser["password"]).to_owned(),
            passphrase: text(&organiser["passphrase"]).to_owned(),
        }
    }

    /// One of the two invites for volunteers; each works once.
    pub fn invite(&self, index: usize) -> String {
        text(&self.addresses["invites"][index]).to_owned()
    }

    /// The address for an automerge-repo program that speaks for the device of this name.
    pub fn device_ticket(&self, name: &str) -> String {
        self.command(&["ticket", "--device", name])
    }

    /// The address for an automerge-repo program that speaks for an organiser.
    pub fn organiser_ticket(&self, name: &str) -> String {
        self.command(&["ticket", "--organiser", name])
    }

    /// Runs another `markt` command on the same data, while the server runs, and gives back its output.
    ///
    /// # Panics
    /// When the command fails.
    pub fn command(&self, arguments: &[&str]) -> String {
        let output = Command::new(binary())
            .arg(arguments[0])
            .arg("--data")
            .arg(self.data())
            .args(&arguments[1..])
            .output()
            .expect("the binary starts");
        let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let complained = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "markt {arguments:?}: {said}{complained}");
        said
    }
}

impl Drop for Market {
    fn drop(&mut self) {
        // It may have been killed by the test itself.
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

/// Starts the binary and reads the first line that it prints.
fn launch(folder: &Folder, today: &str, listen: &str, site: Option<&Path>) -> (Child, Value) {
    let log = folder.path().join("server.log");
    let log = File::options().create(true).append(true).open(log).expect("a log can be written");
    let mut command = Command::new(binary());
    command.args(["demo", "--json", "--today", today, "--listen", listen]);
    command.arg("--data").arg(folder.path().join("data"));
    if let Some(site) = site {
        command.arg("--site").arg(site);
    }
    let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().expect("the binary starts");
    let stdout = child.stdout.take().expect("standard output was asked for");
    let mut line = String::new();
    BufReader::new(stdout).read_line(&mut line).expect("the server says where it is");
    let Ok(addresses) = serde_json::from_str(&line) else {
        panic!("`markt demo --json` did not start: {line}; see {}", folder.path().display());
    };
    (child, addresses)
}

/// The finished binary.
fn binary() -> PathBuf {
    let path = std::env::var_os("MARKT_BINARY")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/dist/markt"), PathBuf::from);
    assert!(path.is_file(), "{} is missing: run `cargo xtask build` first", path.display());
    path
}

/// The folder of the client's files that the binary was built with.
///
/// # Panics
/// When it is missing.
pub fn site_folder() -> PathBuf {
    let path = std::env::var_os("MARKT_SITE_FOLDER")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/dist/site"), PathBuf::from);
    assert!(path.is_dir(), "{} is missing: run `cargo xtask build` first", path.display());
    path
}

fn origin_of(url: &str) -> String {
    let after_scheme = url.find("://").map_or(0, |at| at + 3);
    let end = url[after_scheme..].find('/').map_or(url.len(), |at| after_scheme + at);
    url[..end].to_owned()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
