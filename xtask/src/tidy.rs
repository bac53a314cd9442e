//! The project's own rules, as far as a machine can check them cheaply.
//!
//! Each rule looks at one file's path and text, or at one package's manifest, and says what is wrong in a
//! sentence that begins with the place.

use crate::failure::Failure;
use crate::output;
use crate::process;
use crate::workspace::Workspace;
use std::path::Path;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 7] = ["utils", "util", "helpers", "helper", "common", "misc", "manager"];

/// Words that mark what is not done; in two parts, so that this file holds none.
const OPEN_ENDS: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")];

/// Folders that hold no source of the project.
const NOT_SOURCE: [&str; 4] = ["target", "node_modules", ".git", "fixtures"];

/// Which package may use which other package of the project.
const PACKAGE_ARROWS: [(&str, &[&str]); 6] = [
    ("shared", &[]),
    ("fuzz", &["shared"]),
    ("client", &["shared"]),
    ("server", &["shared", "client"]),
    ("tests", &["shared", "client", "server", "fuzz"]),
    ("xtask", &[]),
];

/// What sources below a path may not name: the arrows inside a package.
const SOURCE_ARROWS: [(&str, &[&str], &str); 9] = [
    (
        "shared/src/model",
        &["automerge::", "crate::document", "crate::sync", "crate::repo", "crate::catalog"],
        "plain values know no other module",
    ),
    (
        "shared/src/catalog",
        &["automerge::", "crate::document", "crate::sync", "crate::repo"],
        "the catalog is for visitors, who load no Automerge",
    ),
    (
        "shared/src/exchange",
        &["automerge::", "crate::document", "crate::sync", "crate::repo"],
        "exchange formats are made from plain values",
    ),
    (
        "shared/src/calendar",
        &["automerge::", "crate::document", "crate::sync", "crate::repo"],
        "dates know no documents",
    ),
    ("client/src/ask", &["automerge", "crate::team"], "visitors load no Automerge and nothing of the team"),
    ("client/src/forms", &["crate::team", "crate::ask"], "forms know neither of the programs that show them"),
    ("shared/src/document", &["crate::repo", "crate::sync"], "documents do not know how they travel"),
    ("shared/src/sync", &["crate::repo"], "one peer and one document know no repo"),
    (
        "client/src/visitor",
        &["automerge", "crate::team"],
        "visitors load no Automerge and nothing of the team",
    ),
];

/// Where the client may ask the browser for something. Pages may name types of elements, which events carry.
const MAY_ASK_THE_BROWSER: [&str; 7] = [
    "client/src/browser",
    "client/src/components",
    "client/src/hooks",
    "client/src/bin",
    "client/src/driver",
    // Watches whether anyone still sits there, and prints the recovery sheet.
    "client/src/team/desk/idle",
    "client/src/team/desk/key_setup",
];

/// Ways to ask the browser for something.
const ASKS_THE_BROWSER: [&str; 3] = ["web_sys::window", "js_sys::", "gloo::"];

/// Attributes whose values people read.
const READ_ATTRIBUTES: [&str; 4] = ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\""];

/// Checks all rules; every violation is one line.
pub(crate) fn tidy(workspace: &Workspace) -> Result<(), Failure> {
    let mut violations = Vec::new();
    let mut files = 0;
    walk(&workspace.root, &workspace.root, &mut |place, text| {
        files += 1;
        check_file(place, text, &mut violations);
    })?;
    for (package, allowed) in PACKAGE_ARROWS {
        let path = workspace.root.join(package).join("Cargo.toml");
        let manifest = std::fs::read_to_string(&path).map_err(Failure::file("read", &path))?;
        check_manifest(package, allowed, &manifest, &mut violations);
    }
    check_visitor_dependencies(workspace, &mut violations)?;
    for violation in &violations {
        output::line(violation);
    }
    match violations.len() {
        0 => Ok(()),
        failed => Err(Failure::Checks { failed, total: files }),
    }
}

/// Gives every text file of the project with its path, `/` between folders.
fn walk(root: &Path, folder: &Path, visit: &mut impl FnMut(&str, &str)) -> Result<(), Failure> {
    let mut entries = std::fs::read_dir(folder)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(Failure::file("list", folder))?;
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !NOT_SOURCE.contains(&name.as_str()) {
                walk(root, &path, visit)?;
            }
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            let place = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            visit(&place, &text);
        }
    }
    Ok(())
}

fn check_file(place: &str, text: &str, violations: &mut Vec<String>) {
    let mut violation = |line: usize, problem: &str| violations.push(format!("{place}:{line}: {problem}"));
    if place.ends_with("package-lock.json") && text.contains("\"resolved\": \"http") {
        violation(1, "records download addresses: set omit-lockfile-registry-resolved=true in .npmrc");
    }
    let is_source = [".rs", ".js", ".mjs", ".css"].iter().any(|extension| place.ends_with(extension));
    if !is_source {
        return;
    }
    if place.split(['/', '.']).any(|part| EMPTY_NAMES.contains(&part)) {
        violation(1, "the name says nothing about what is inside");
    }
    for (index, line) in text.lines().enumerate() {
        if OPEN_ENDS.iter().any(|mark| line.contains(mark)) {
            violation(index + 1, "an open end: do it, or write an issue");
        }
        if line.ends_with([' ', '\t']) {
            violation(index + 1, "white space at the end of the line");
        }
    }
    if place.ends_with(".rs") {
        check_rust(place, text, &mut violation);
    }
}

fn check_rust(place: &str, text: &str, violation: &mut impl FnMut(usize, &str)) {
    let is_test = place.split('/').any(|part| part == "tests" || part == "tests.rs");
    if !is_test && !text.starts_with("//!") && !text.starts_with("#![") {
        violation(1, "a module opens with a line `//!` that says its job");
    }
    let arrows = SOURCE_ARROWS.iter().filter(|(folder, ..)| is_below(place, folder));
    let may_not_ask =
        place.starts_with("client/src/") && !MAY_ASK_THE_BROWSER.iter().any(|folder| is_below(place, folder));
    let forbidden: Vec<(&str, &str)> =
        arrows.flat_map(|(_, names, reason)| names.iter().map(move |name| (*name, *reason))).collect();
    for (index, line) in before_tests(text).enumerate() {
        let code = line.trim_start();
        if code.starts_with("//") {
            continue;
        }
        for (name, reason) in &forbidden {
            if code.contains(name) {
                violation(index + 1, &format!("may not name `{name}`: {reason}"));
            }
        }
        if may_not_ask && ASKS_THE_BROWSER.iter().any(|name| code.contains(name)) {
            violation(index + 1, "pages ask services and hooks, not the browser");
        }
        if place.starts_with("client/src/") && shows_literal_text(code) {
            violation(index + 1, "text that people read belongs into client/text/");
        }
    }
}

/// The lines above a file's unit tests.
fn before_tests(text: &str) -> impl Iterator<Item = &str> {
    text.lines().take_while(|line| line.trim() != "#[cfg(test)]")
}

/// Whether the path is the module of this name or inside of it.
fn is_below(place: &str, module: &str) -> bool {
    place.strip_prefix(module).is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
}

/// A literal in markup with a word in it; formats, symbols and the name of a key are none.
fn shows_literal_text(code: &str) -> bool {
    let begins_with_letter = |text: &str| text.starts_with(char::is_alphabetic);
    let attribute = READ_ATTRIBUTES.iter().any(|attribute| {
        code.find(attribute).is_some_and(|at| begins_with_letter(&code[at + attribute.len()..]))
    });
    let child = ["{\"", "{ \""].iter().any(|open| {
        code.match_indices(open).any(|(at, _)| {
            let literal = &code[at + open.len()..];
            let Some(end) = literal.find('"') else { return false };
            let closes = literal[end + 1..].trim_start().starts_with('}');
            let before = code[..at].trim_end();
            let in_markup = before.is_empty() || (before.ends_with('>') && !before.ends_with("=>"));
            closes && in_markup && literal[..end].chars().filter(|letter| letter.is_alphabetic()).count() > 1
        })
    });
    attribute || child
}

fn check_manifest(package: &str, allowed: &[&str], manifest: &str, violations: &mut Vec<String>) {
    for (name, _) in PACKAGE_ARROWS {
        let names_it = manifest
            .lines()
            .any(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(['.', ' ', '='])));
        if names_it && !allowed.contains(&name) {
            violations.push(format!("{package}/Cargo.toml: may not depend on `{name}`"));
        }
    }
}

/// The packages of visitors' programs, asked of cargo: no document engine on a visitor's phone, and what
/// seals only where it is needed.
fn check_visitor_dependencies(workspace: &Workspace, violations: &mut Vec<String>) -> Result<(), Failure> {
    let forbidden: [(&str, &[&str]); 2] =
        [("visitor", &["automerge", "indexed_db_futures", "hpke"]), ("ask", &["automerge"])];
    for (app, packages) in forbidden {
        let tree = process::output_of(process::cargo(workspace).args([
            "tree",
            "--package",
            "client",
            "--no-default-features",
            "--features",
            app,
            "--edges",
            "normal",
            "--target",
            "wasm32-unknown-unknown",
            "--prefix",
            "none",
        ]))?;
        for package in packages {
            if tree.lines().any(|line| line.split(' ').next() == Some(*package)) {
                violations
                    .push(format!("client/Cargo.toml: the program `{app}` may not contain `{package}`"));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(place: &str, text: &str, expected: &[&str]) {
        let mut violations = Vec::new();
        check_file(place, text, &mut violations);
        assert_eq!(violations, expected);
    }

    #[test]
    fn names_and_open_ends() {
        check(
            "shared/src/utils.rs",
            "//! Job.\n",
            &["shared/src/utils.rs:1: the name says nothing about what is inside"],
        );
        for mark in OPEN_ENDS {
            check(
                "server/src/log.rs",
                &format!("//! Job.\n// {mark} later\n"),
                &["server/src/log.rs:2: an open end: do it, or write an issue"],
            );
        }
        check("client/text/common/de.ftl", "a = b\n", &[]);
        check(
            "server/src/log.rs",
            "fn main() {}\n",
            &["server/src/log.rs:1: a module opens with a line `//!` that says its job"],
        );
    }

    #[test]
    fn arrows_inside_packages() {
        check(
            "shared/src/model/offer.rs",
            "//! Job.\nuse automerge::Automerge;\n",
            &["shared/src/model/offer.rs:2: may not name `automerge::`: plain values know no other module"],
        );
        check(
            "shared/src/model/offer.rs",
            "//! Job.\n#[cfg(test)]\nmod tests { use automerge::Automerge; }\n",
            &[],
        );
        check(
            "client/src/team/home.rs",
            "//! Job.\nlet window = web_sys::window();\n",
            &["client/src/team/home.rs:2: pages ask services and hooks, not the browser"],
        );
        check("client/src/browser/clock.rs", "//! Job.\nlet window = web_sys::window();\n", &[]);
    }

    #[test]
    fn text_that_people_read() {
        assert!(shows_literal_text(r#"<p>{ "Guten Tag" }</p>"#));
        assert!(shows_literal_text(r#"<button aria-label="Merken">"#));
        assert!(!shows_literal_text(r#"<p>{ text.get("home-title") }</p>"#));
        assert!(!shows_literal_text(r#"<span>{ " · " }</span>"#));
        assert!(!shows_literal_text(r#"Route::Home => { "home" }"#));
    }

    #[test]
    fn arrows_between_packages() {
        let mut violations = Vec::new();
        check_manifest(
            "shared",
            &[],
            "[dependencies]\nclient.workspace = true\nserde = \"1\"\n",
            &mut violations,
        );
        check_manifest("client", &["shared"], "shared = { workspace = true }\n", &mut violations);
        assert_eq!(violations, ["shared/Cargo.toml: may not depend on `client`"]);
    }
}
