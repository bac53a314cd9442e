//! What the command line prints: results on standard output.

use std::io::{self, Write as _};

/// Prints one line. A closed pipe (`markt … | head`) is not an error.
pub(crate) fn line(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match writeln!(stdout, "{text}").and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
