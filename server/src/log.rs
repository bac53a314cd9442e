//! Structured lines on standard error, one per event: `time level event key=value …`.
//!
//! Never content, names or tokens: callers pass numbers, codes and shortened document ids only.

use std::{
    fmt::{Display, Write as _},
    io::Write as _,
};

use jiff::Timestamp;

/// Something went as it should.
pub(crate) fn info(event: &str, fields: &[(&str, &dyn Display)]) {
    write("info", event, fields);
}

/// Something went wrong, and the server dealt with it.
pub(crate) fn warn(event: &str, fields: &[(&str, &dyn Display)]) {
    write("warn", event, fields);
}

/// Something went wrong that an operator must look at.
pub(crate) fn error(event: &str, fields: &[(&str, &dyn Display)]) {
    write("error", event, fields);
}

fn write(level: &str, event: &str, fields: &[(&str, &dyn Display)]) {
    let mut line = format!("{:.3} {level} {event}", Timestamp::now());
    for (key, value) in fields {
        let value = value.to_string();
        // A space or a line break inside a value would forge fields or whole lines.
        let plain = value.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"');
        let written = if plain { write!(line, " {key}={value}") } else { write!(line, " {key}={value:?}") };
        written.expect("writing to a string");
    }
    line.push('\n');
    // A closed standard error is no reason to stop serving.
    drop(std::io::stderr().lock().write_all(line.as_bytes()));
}
