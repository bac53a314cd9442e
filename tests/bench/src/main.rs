//! Native peers in numbers, in a process of their own, so that their cost is told apart from the server's.
//! Says one line of JSON for each step and reads what it needs from its input.
//!
//! ```text
//! peers record PHONES CONTACTS CUT SEED MARKET
//!     says the names and public keys of its phones; reads their addresses (as `markt ticket --json` prints
//!     them); makes signed contacts, then says so; at the next line all connect at once, and CUT of a hundred
//!     lose the connection once; says what it took until all is acknowledged
//! peers read ADDRESS DOCUMENTS CUT_AFTER
//!     a fresh peer reads what it may see, until it has so many contacts; loses its connection once after
//!     CUT_AFTER frames (0: never), and goes on where it was
//! ```

mod phone;
mod record;
mod signing;
mod traffic;

use std::{
    env,
    io::{self, Write as _},
    process::ExitCode,
    time::Duration,
};

use serde_json::Value;

/// What is not done by then is not going to be.
const PATIENCE: Duration = Duration::from_secs(580);

/// Why nothing was measured.
type Failure = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["record", phones, contacts, cut, seed, market] => {
            record::record(phones, contacts, cut, seed, market).await
        }
        ["read", address, documents, cut_after] => record::read(address, documents, cut_after).await,
        _ => {
            Err("expected `record PHONES CONTACTS CUT SEED MARKET` or `read ADDRESS DOCUMENTS CUT_AFTER`"
                .into())
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // There is no one left to tell.
            drop(writeln!(io::stderr(), "peers: {failure}"));
            ExitCode::FAILURE
        }
    }
}

/// Says one line.
fn say(answer: &Value) -> io::Result<()> {
    let mut output = io::stdout().lock();
    writeln!(output, "{answer}")?;
    output.flush()
}

/// Reads one line.
fn hear() -> io::Result<String> {
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    Ok(line)
}
