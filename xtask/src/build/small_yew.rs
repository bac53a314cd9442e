//! Yew for phones: a copy of the published sources in which a few places are simpler.
//!
//! Measured on the visitor app (brotli): the text of one panic cost 7 KB, since it writes a tag's name in small
//! letters and so brings along the letters of all scripts; maps for a handful of entries cost as much again. See
//! `docs/decisions/0009`. Only finished builds use the copies: one for visitors, one for the team.

mod hydration;
mod keys;
mod lists;
mod unused;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::wasm::Installation;
use crate::failure::Failure;
use crate::process;
use crate::workspace::Workspace;

/// Part of a file, and what stands in its place.
struct Change {
    /// Below `src/`.
    file: &'static str,
    /// Stands in the file exactly once.
    from: &'static str,
    /// Takes its place.
    to: &'static str,
}

/// All that differs from Yew as it is published, for the programs of an installation.
fn changes(installation: Installation) -> impl Iterator<Item = &'static Change> {
    let keys = match installation {
        Installation::Visitor => keys::CHANGES,
        // A list that changes while it is read keeps the focus where it is.
        Installation::Team => &[],
    };
    [unused::CHANGES, lists::CHANGES, hydration::CHANGES, keys].into_iter().flatten()
}

/// Makes the copy, unless it is there, and gives back what tells cargo to use it.
pub(crate) fn configuration(workspace: &Workspace, installation: Installation) -> Result<String, Failure> {
    let source = published(workspace)?;
    let copy = workspace.target.join("small-yew").join(match installation {
        Installation::Visitor => "visitor",
        Installation::Team => "team",
    });
    copy_folder(&source.join("src"), &copy.join("src"), Path::new(""), installation)?;
    let manifest = source.join("Cargo.toml");
    let manifest = fs::read_to_string(&manifest).map_err(Failure::file("read", &manifest))?;
    // Or cargo would look for it in this workspace.
    write(&copy.join("Cargo.toml"), &format!("{manifest}\n[workspace]\n"))?;
    Ok(format!("paths=[{:?}]", copy.display().to_string()))
}

/// The folder of the sources that cargo has fetched.
fn published(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let text = process::output_of(process::cargo(workspace).args(["metadata", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&text).map_err(|error| Failure::Unexpected {
        what: "cargo's list of packages".to_owned(),
        problem: error.to_string(),
    })?;
    let packages = metadata["packages"].as_array();
    let manifest = packages
        .into_iter()
        .flatten()
        .find(|package| package["name"] == "yew")
        .and_then(|package| package["manifest_path"].as_str())
        .and_then(|path| Path::new(path).parent());
    manifest.map(Path::to_owned).ok_or(Failure::NoArtifact { what: "sources of yew" })
}

/// Copies a folder with the changes; `below` is its place among the sources.
fn copy_folder(from: &Path, to: &Path, below: &Path, of: Installation) -> Result<(), Failure> {
    fs::create_dir_all(to).map_err(Failure::file("make", to))?;
    for entry in fs::read_dir(from).map_err(Failure::file("list", from))? {
        let path = entry.map_err(Failure::file("list", from))?.path();
        let name = path.file_name().unwrap_or_default();
        let (target, below) = (to.join(name), below.join(name));
        if path.is_dir() {
            copy_folder(&path, &target, &below, of)?;
        } else if path.extension() == Some(OsStr::new("rs")) {
            let text = fs::read_to_string(&path).map_err(Failure::file("read", &path))?;
            let text = changed(text, &below, of).map_err(|problem| Failure::Asset { path, problem })?;
            write(&target, &text)?;
        }
    }
    Ok(())
}

/// The text of the file at `place` with its changes.
fn changed(mut text: String, place: &Path, of: Installation) -> Result<String, String> {
    for Change { from, to, .. } in changes(of).filter(|change| place == Path::new(change.file)) {
        if text.matches(from).count() != 1 {
            return Err(format!(
                "does not contain exactly once what this build replaces; if yew was updated, renew or drop \
                 this change in xtask/src/build/small_yew:\n{from}"
            ));
        }
        text = text.replace(from, to);
    }
    Ok(text)
}

/// Writes what differs, so that cargo sees what changed.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    if fs::read_to_string(path).is_ok_and(|there| there == text) {
        return Ok(());
    }
    fs::write(path, text).map_err(Failure::file("write", path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_that_has_no_place_any_more_is_named() {
        let Change { file, from, to } = &lists::CHANGES[0];
        let place = Path::new(file);
        let rest: String = changes(Installation::Team)
            .filter(|it| it.file == *file && it.from != *from)
            .map(|it| it.from)
            .collect();
        let found =
            changed(format!("a{from}b{rest}"), place, Installation::Team).expect("each is there once");
        assert!(found.starts_with(&format!("a{to}b")), "{found}");
        let problem =
            changed(format!("{from}{from}"), place, Installation::Team).expect_err("it is there twice");
        assert!(problem.contains("xtask/src/build/small_yew"), "{problem}");
        assert_eq!(
            changed((*from).to_owned(), Path::new("other.rs"), Installation::Team),
            Ok((*from).to_owned())
        );
    }
}
