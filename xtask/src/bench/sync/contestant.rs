//! A server under test: this project's, or the reference from npm.

use crate::failure::Failure;
use crate::process;
use crate::running_server::RunningServer;
use crate::workspace::Workspace;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// A server that cannot be reached by then has not started.
const START: Duration = Duration::from_secs(30);

/// A running server.
pub(super) enum Contestant {
    /// `markt demo`.
    Ours(Box<RunningServer>),
    /// `@automerge/automerge-repo-sync-server`.
    Reference(Reference),
}

impl Contestant {
    /// This project's server with data of its own.
    pub(super) fn ours(workspace: &Workspace, binary: &Path, _: &Path) -> Result<Contestant, Failure> {
        RunningServer::start(workspace, binary).map(|server| Contestant::Ours(Box::new(server)))
    }

    /// The reference with data of its own; `folder` has the npm packages.
    pub(super) fn reference(workspace: &Workspace, _: &Path, folder: &Path) -> Result<Contestant, Failure> {
        let data = workspace.target.join("tmp").join(format!("reference-{}", std::process::id()));
        std::fs::create_dir_all(&data).map_err(Failure::file("make", &data))?;
        Reference::start(folder, &data).map(Contestant::Reference)
    }

    /// Its name in the table.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Contestant::Ours(_) => "markt",
            Contestant::Reference(_) => "reference",
        }
    }

    /// The process.
    pub(super) fn process_id(&self) -> u32 {
        match self {
            Contestant::Ours(server) => server.process_id(),
            Contestant::Reference(server) => server.child.id(),
        }
    }

    /// An address for each of so many clients.
    pub(super) fn addresses(&self, clients: usize) -> Result<Vec<String>, Failure> {
        match self {
            Contestant::Ours(server) => (0..clients)
                .map(|client| server.ticket(["--device", &format!("Programm {client}")]))
                .collect(),
            Contestant::Reference(server) => Ok(vec![server.address.clone(); clients]),
        }
    }

    /// An address for a client that may see everything.
    pub(super) fn address_of_all(&self) -> Result<String, Failure> {
        match self {
            Contestant::Ours(server) => {
                let name = server.addresses["organisers"][0]["name"].as_str().unwrap_or_default();
                server.ticket(["--organiser", name])
            }
            Contestant::Reference(server) => Ok(server.address.clone()),
        }
    }

    /// Waits until all that was acknowledged is on the disk. Ours is by then; the reference acknowledges
    /// first and writes later, and would lose it when it is ended.
    pub(super) fn wait_until_written<'a>(&self, ids: impl Iterator<Item = &'a str>) -> Result<(), Failure> {
        let Contestant::Reference(server) = self else { return Ok(()) };
        let started = Instant::now();
        for id in ids {
            // The files of a document are below the first two letters of its id, then the others.
            let (first, rest) = id.split_at_checked(2).unwrap_or((id, ""));
            let folder = server.data.join(first).join(rest);
            while !holds_a_written_file(&folder) {
                if started.elapsed() > START {
                    let seconds = START.as_secs();
                    return Err(unexpected(format!("it has not written everything after {seconds} s")));
                }
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        Ok(())
    }

    /// Ends it and starts it again on the same data, so that nothing is in its memory, and waits until it
    /// is at rest: what starting costs is not part of the work.
    pub(super) fn restart(&mut self) -> Result<(), Failure> {
        match self {
            Contestant::Ours(server) => {
                // The first start's catalogs are kept once they are compressed.
                server.until_at_rest()?;
                server.restart()?;
                server.until_at_rest()
            }
            Contestant::Reference(server) => {
                let (folder, data) = (server.folder.clone(), server.data.clone());
                server.stop();
                let fresh = Reference::start(&folder, &data)?;
                server.child = fresh.child;
                server.address = fresh.address;
                Ok(())
            }
        }
    }
}

impl Drop for Contestant {
    fn drop(&mut self) {
        if let Contestant::Reference(server) = self {
            server.stop();
            let _kept = std::fs::remove_dir_all(&server.data);
        }
    }
}

/// The reference as a Node process.
pub(super) struct Reference {
    child: Child,
    folder: PathBuf,
    data: PathBuf,
    address: String,
}

impl Reference {
    fn start(folder: &Path, data: &Path) -> Result<Reference, Failure> {
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .map_err(|source| unexpected(source.to_string()))?
            .port();
        let mut node = process::program("node", folder);
        node.arg("node_modules/@automerge/automerge-repo-sync-server/src/index.js");
        node.env("PORT", port.to_string()).env("DATA_DIR", data).stdout(Stdio::null());
        let child = node.spawn().map_err(|source| process::could_not_start(&node, source))?;
        let address = format!("ws://127.0.0.1:{port}/");
        let server = Reference { child, folder: folder.to_owned(), data: data.to_owned(), address };
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if started.elapsed() > START {
                return Err(unexpected(format!("it does not listen after {} s", START.as_secs())));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(server)
    }

    fn stop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

/// Whether anything below the folder has content.
fn holds_a_written_file(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.filter_map(Result::ok).any(|entry| match entry.metadata() {
        Ok(metadata) if metadata.is_dir() => holds_a_written_file(&entry.path()),
        Ok(metadata) => metadata.len() > 0,
        Err(_) => false,
    })
}

fn unexpected(problem: String) -> Failure {
    Failure::Unexpected { what: "the reference server".to_owned(), problem }
}
