//! The finished binary, started for a measurement, and plain requests to it.

use crate::failure::Failure;
use crate::process;
use crate::workspace::Workspace;
use serde_json::Value;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// A server that is not what it is waited for by then is not going to be.
const PATIENCE: Duration = Duration::from_secs(60);

/// `markt demo` on a free port with data of its own; stopped and cleared when dropped.
pub(crate) struct RunningServer {
    child: Child,
    binary: PathBuf,
    folder: PathBuf,
    data: PathBuf,
    /// What it printed at its start.
    pub(crate) addresses: Value,
    /// `http://127.0.0.1:PORT`
    pub(crate) origin: String,
}

/// An answer with its body as it crossed the network.
pub(crate) struct Answer {
    /// The status code.
    pub(crate) status: u16,
    /// `content-encoding`, if any.
    pub(crate) encoding: Option<String>,
    /// The body, still compressed.
    pub(crate) body: Vec<u8>,
}

impl RunningServer {
    /// Starts the binary and waits for the addresses that it prints.
    pub(crate) fn start(workspace: &Workspace, binary: &Path) -> Result<RunningServer, Failure> {
        let data = workspace.target.join("tmp").join(format!("bench-{}", std::process::id()));
        std::fs::create_dir_all(&data).map_err(Failure::file("make", &data))?;
        let (child, addresses, origin) = launch(&workspace.root, binary, &data)?;
        let (binary, folder) = (binary.to_owned(), workspace.root.clone());
        Ok(RunningServer { child, binary, folder, data, addresses, origin })
    }

    /// Ends it as a power cut would and starts it again on the same data; its port is another one then.
    pub(crate) fn restart(&mut self) -> Result<(), Failure> {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
        (self.child, self.addresses, self.origin) = launch(&self.folder, &self.binary, &self.data)?;
        Ok(())
    }

    /// The process.
    pub(crate) fn process_id(&self) -> u32 {
        self.child.id()
    }

    /// The address for another automerge-repo program: `--device NAME` or `--organiser NAME`.
    pub(crate) fn ticket(&self, holder: [&str; 2]) -> Result<String, Failure> {
        let mut command = process::program(&self.binary.to_string_lossy(), &self.folder);
        command.arg("ticket").arg("--data").arg(&self.data).args(holder);
        Ok(process::output_of(&mut command)?.trim().to_owned())
    }

    /// The addresses for programs that speak for these devices (`NAME=PUBLIC KEY`), as one line of JSON.
    pub(crate) fn tickets(&self, devices: &[String]) -> Result<String, Failure> {
        let mut command = process::program(&self.binary.to_string_lossy(), &self.folder);
        command.args(["ticket", "--json", "--data"]).arg(&self.data);
        command.args(devices.iter().flat_map(|device| ["--device", device]));
        Ok(process::output_of(&mut command)?.trim().to_owned())
    }

    /// Adds devices with so many invented contacts each.
    pub(crate) fn fill(&self, devices: usize, contacts: usize) -> Result<(), Failure> {
        let mut command = process::program(&self.binary.to_string_lossy(), &self.folder);
        command.arg("fill").arg("--data").arg(&self.data);
        command.args(["--devices", &devices.to_string(), "--contacts", &contacts.to_string()]);
        process::output_of(&mut command).map(|_| ())
    }

    /// Waits until it answers that all is well.
    pub(crate) fn until_healthy(&self) -> Result<(), Failure> {
        self.until("healthy", || Ok(self.get("/healthz")?.status == 200))
    }

    /// Waits until it compiles, renders and compresses nothing any more.
    pub(crate) fn until_at_rest(&self) -> Result<(), Failure> {
        self.until("at rest", || {
            let metrics = self.get("/metrics")?;
            Ok(String::from_utf8_lossy(&metrics.body).lines().any(|line| line == "markt_preparing 0"))
        })
    }

    fn until(&self, what: &str, is: impl Fn() -> Result<bool, Failure>) -> Result<(), Failure> {
        let started = Instant::now();
        while !is()? {
            if started.elapsed() > PATIENCE {
                let problem = format!("it is not {what} after {} s", PATIENCE.as_secs());
                return Err(Failure::Unexpected { what: "the server".to_owned(), problem });
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// Asks for a path, as a browser that understands brotli does.
    pub(crate) fn get(&self, path: &str) -> Result<Answer, Failure> {
        let host = self.origin.trim_start_matches("http://");
        let failure = |problem: String| Failure::Answer { request: format!("GET {path}"), answer: problem };
        let mut bytes = Vec::new();
        TcpStream::connect(host)
            .and_then(|mut stream| {
                write!(
                    stream,
                    "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html,*/*\r\nAccept-Language: de\r\n\
                     Accept-Encoding: br\r\nConnection: close\r\n\r\n"
                )?;
                stream.read_to_end(&mut bytes)
            })
            .map_err(|error| failure(error.to_string()))?;
        Answer::parse(&bytes).ok_or_else(|| failure("no valid HTTP".to_owned()))
    }
}

impl Drop for RunningServer {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
        let _kept = std::fs::remove_dir_all(&self.data);
    }
}

/// Starts `markt demo` on `data`: the process, what it printed, and its origin.
fn launch(folder: &Path, binary: &Path, data: &Path) -> Result<(Child, Value, String), Failure> {
    let mut command = process::program(&binary.to_string_lossy(), folder);
    command.args(["demo", "--listen", "127.0.0.1:0", "--json", "--data"]).arg(data);
    command.stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|source| process::could_not_start(&command, source))?;
    let stdout = child.stdout.take().expect("standard output was asked for");
    let mut line = String::new();
    BufReader::new(stdout).read_line(&mut line).map_err(Failure::file("read the addresses of", binary))?;
    let addresses: Value = serde_json::from_str(&line).unwrap_or(Value::Null);
    let origin = addresses["visitor"].as_str().map(|url| {
        let after_scheme = url.find("://").map_or(0, |at| at + 3);
        let end = url[after_scheme..].find('/').map_or(url.len(), |at| after_scheme + at);
        url[..end].to_owned()
    });
    match origin {
        Some(origin) => Ok((child, addresses, origin)),
        None => {
            let _gone = child.kill();
            let _gone = child.wait();
            Err(Failure::Unexpected {
                what: "the first line of `markt demo --json`".to_owned(),
                problem: format!("it has no visitor address: {}", line.trim()),
            })
        }
    }
}

impl Answer {
    fn parse(bytes: &[u8]) -> Option<Answer> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let body = &bytes[end + 4..];
        let mut lines = head.lines();
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let header =
            |wanted: &str| headers.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
        let body = match header("transfer-encoding").as_deref() {
            Some("chunked") => joined_chunks(body)?,
            _ => body.to_vec(),
        };
        Some(Answer { status, encoding: header("content-encoding"), body })
    }
}

fn joined_chunks(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|window| window == b"\r\n")?;
        let size =
            usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?.split(';').next()?.trim(), 16)
                .ok()?;
        if size == 0 {
            return Some(body);
        }
        let start = end + 2;
        body.extend_from_slice(rest.get(start..start + size)?);
        rest = rest.get(start + size + 2..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_with_its_length_or_in_chunks() {
        let whole = Answer::parse(b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nabc").unwrap();
        assert_eq!(
            (whole.status, whole.encoding.as_deref(), whole.body.as_slice()),
            (200, Some("br"), &b"abc"[..])
        );
        let chunked = Answer::parse(
            b"HTTP/1.1 404 No\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
        )
        .unwrap();
        assert_eq!((chunked.status, chunked.body.as_slice()), (404, &b"abc"[..]));
    }
}
