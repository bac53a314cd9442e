//! The two scripts that stand in every page itself: a request of its own for so little would cost more than
//! it brings. The server allows them by their hashes.

use std::sync::LazyLock;

/// Before the first paint.
pub(super) static SCHEME: LazyLock<String> = LazyLock::new(|| small(include_str!("scheme.js")));
/// After it.
pub(super) static LOAD: LazyLock<String> = LazyLock::new(|| small(include_str!("load.js")));

/// What stands between the tags of each script of a page.
pub fn scripts() -> [&'static str; 2] {
    [&SCHEME, &LOAD]
}

/// Without indentation and lines of comment; lines stay lines, so that no statement runs into the next one.
fn small(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}
