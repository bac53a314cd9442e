//! A list as a file that its owner keeps elsewhere.
//!
//! **Shape**: JSON, `{"format":"markt-liste","version":1,"season":"…","offers":[{"id","title","note","done"}]}`.
//! Titles are there for people who open the file; only ids, notes and marks are read.

use serde::{Deserialize, Serialize};
use shared::catalog::Catalog;

use super::state::{Entries, Entry, MAX_ENTRIES, MAX_NOTE};

/// Bytes of a file; the longest notes on the longest list have 2.4 million.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

const FORMAT: &str = "markt-liste";
const VERSION: u32 = 1;
/// Letters of an id.
const MAX_ID: usize = 100;

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    #[serde(default)]
    season: String,
    #[serde(default)]
    offers: Vec<FileEntry>,
}

#[derive(Serialize, Deserialize)]
struct FileEntry {
    id: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    done: bool,
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// Larger than [`MAX_BYTES`].
    #[error("the file is too large for a list")]
    TooLarge,
    /// It is something else, or damaged.
    #[error("the file is no list of this app")]
    NoList,
    /// A newer version of this app wrote it.
    #[error("the file is from a newer version of this app")]
    Newer,
}

/// The file of a list.
pub fn write(list: &Entries, catalog: &Catalog) -> String {
    let entry = |entry: &Entry| FileEntry {
        id: entry.id.clone(),
        title: catalog.offer(&entry.id).map(|offer| offer.title.text.clone()).unwrap_or_default(),
        note: entry.note.clone(),
        done: entry.done,
    };
    let file = File {
        format: FORMAT.to_owned(),
        version: VERSION,
        season: catalog.season.key.clone(),
        offers: list.entries().iter().map(entry).collect(),
    };
    // Strings, numbers and booleans alone: never refused.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// The entries of a file.
///
/// # Errors
/// [`FileFault`]; what is wrong with single entries is passed over.
pub fn read(bytes: &[u8]) -> Result<Vec<Entry>, FileFault> {
    if bytes.len() > MAX_BYTES {
        return Err(FileFault::TooLarge);
    }
    let file: File = serde_json::from_slice(bytes).map_err(|_| FileFault::NoList)?;
    match (file.format.as_str(), file.version) {
        (FORMAT, VERSION) => {}
        (FORMAT, version) if version > VERSION => return Err(FileFault::Newer),
        _ => return Err(FileFault::NoList),
    }
    let is_id = |id: &str| {
        (1..=MAX_ID).contains(&id.len())
            && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    };
    let entry = |entry: FileEntry| Entry {
        id: entry.id,
        note: entry.note.chars().filter(|c| *c == '\n' || !c.is_control()).take(MAX_NOTE).collect(),
        done: entry.done,
    };
    Ok(file.offers.into_iter().filter(|entry| is_id(&entry.id)).take(MAX_ENTRIES).map(entry).collect())
}

#[cfg(test)]
mod tests {
    use shared::catalog::{Offer, Text};

    use super::*;

    fn list() -> Entries {
        let list =
            Entries::from_storage("a\nb", "").with("b", |entry| entry.note = "Zeile\n\"zwei\"".to_owned());
        list.with("a", |entry| entry.done = true)
    }

    #[test]
    fn a_file_is_read_as_it_was_written() {
        let title = Text { text: "Schweißen".to_owned(), ..Text::default() };
        let offers = vec![Offer { id: "a".to_owned(), title, ..Offer::default() }];
        let written = write(&list(), &Catalog { offers, ..Catalog::default() });
        assert!(written.contains("\"title\": \"Schweißen\""), "{written}");
        assert_eq!(read(written.as_bytes()).as_deref(), Ok(list().entries()));
    }

    #[test]
    fn other_files_are_refused_with_their_reason() {
        let check = |text: &str, fault| assert_eq!(read(text.as_bytes()), Err(fault), "{text:.40}");
        check("", FileFault::NoList);
        check("[]", FileFault::NoList);
        check(r#"{"format":"other","version":1}"#, FileFault::NoList);
        check(r#"{"format":"markt-liste","version":0}"#, FileFault::NoList);
        check(r#"{"format":"markt-liste","version":2,"offers":[]}"#, FileFault::Newer);
        check(&" ".repeat(MAX_BYTES + 1), FileFault::TooLarge);
        check(&format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)), FileFault::NoList);
    }

    #[test]
    fn what_is_wrong_in_a_list_is_passed_over() {
        let text = r#"{"format":"markt-liste","version":1,"offers":[{"id":"<b>"},{"id":"a","note":"x\u0000\ny","more":1}]}"#;
        let expected = [Entry { id: "a".to_owned(), note: "x\ny".to_owned(), done: false }];
        assert_eq!(read(text.as_bytes()).as_deref(), Ok(&expected[..]));
    }
}
