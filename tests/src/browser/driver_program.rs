//! The program that drives a browser.

use super::engine::Engine;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// How long browsers may take to close at the end of a test.
const FAREWELL: Duration = Duration::from_secs(5);

/// A running driver. Stopped, with its browsers, when dropped.
#[derive(Debug)]
pub(super) struct DriverProgram {
    child: Child,
    pub(super) address: String,
}

impl DriverProgram {
    /// Starts the driver of an engine.
    ///
    /// # Panics
    /// When it is not installed or does not listen.
    pub(super) fn start(engine: Engine) -> DriverProgram {
        match engine {
            Engine::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg("--port=0");
                DriverProgram::that_says_its_port(command, "successfully on port ")
            }
            Engine::Firefox => {
                let mut command = Command::new(geckodriver());
                command.args(["--port", "0"]);
                DriverProgram::that_says_its_port(command, "Listening on 127.0.0.1:")
            }
            Engine::WebKit => {
                let port = free_port();
                let mut command = Command::new("WebKitWebDriver");
                command.arg("--host=127.0.0.1").arg(format!("--port={port}"));
                command.stdout(Stdio::null()).stderr(Stdio::null());
                let child = command.spawn().expect("WebKitWebDriver is installed");
                let program = DriverProgram { child, address: format!("http://127.0.0.1:{port}") };
                program.until_it_listens(port);
                program
            }
        }
    }

    /// One that chooses a free port and says which after these words.
    fn that_says_its_port(mut command: Command, words: &'static str) -> DriverProgram {
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let name = command.get_program().to_owned();
        let mut child = command.spawn().unwrap_or_else(|error| panic!("{} starts: {error}", name.display()));
        let stdout = child.stdout.take().expect("standard output was asked for");
        let (tell, told) = mpsc::channel();
        // Read to its end: some drivers fall over what no one reads.
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if let Some((_, port)) = line.rsplit_once(words) {
                    let _only_the_first_counts = tell.send(port.trim_end_matches('.').to_owned());
                }
            }
        });
        let port = told.recv().expect("the driver says its port");
        DriverProgram { child, address: format!("http://127.0.0.1:{port}") }
    }

    /// Ends a session and its browser, which the driver would leave behind if it went first. Waits for it in this
    /// thread, since nobody is left to wait otherwise when a test ends.
    pub(super) fn end_session(&self, session: &str) {
        let host = self.address.trim_start_matches("http://");
        let Ok(mut stream) = TcpStream::connect(host) else { return };
        let request =
            format!("DELETE /session/{session} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let asked =
            stream.set_read_timeout(Some(FAREWELL)).and_then(|()| stream.write_all(request.as_bytes()));
        if asked.is_ok() {
            let _answer_or_time_over = stream.read(&mut [0; 64]);
        }
    }

    fn until_it_listens(&self, port: u16) {
        let deadline = Instant::now() + FAREWELL * 4;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < deadline, "the driver listens");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for DriverProgram {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

/// Where `cargo xtask test` has put it, else the one on the path.
fn geckodriver() -> String {
    std::env::var("MARKT_GECKODRIVER").unwrap_or_else(|_| "geckodriver".to_owned())
}

/// A port that no one listens at. Another program may take it meanwhile; then the driver does not start.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}
