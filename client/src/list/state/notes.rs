//! How notes and marks are stored.
//!
//! **Shape**: JSON, `{"format":1,"about":{"<id>":{"note":"…","done":true}}}`. What cannot be read is
//! taken for nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Entry;

const FORMAT: u32 = 1;

#[derive(Default, Serialize, Deserialize)]
struct Stored {
    format: u32,
    #[serde(default)]
    about: BTreeMap<String, About>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct About {
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    done: bool,
}

/// Everything that is noted, by id.
pub(super) fn read(stored: &str) -> Vec<Entry> {
    let stored: Stored = serde_json::from_str(stored).unwrap_or_default();
    let entry = |(id, About { note, done })| Entry { id, note, done };
    stored.about.into_iter().map(entry).collect()
}

/// Nothing if nothing is noted.
pub(super) fn write<'a>(entries: impl Iterator<Item = &'a Entry>) -> String {
    let mut about = BTreeMap::new();
    for entry in entries.filter(|entry| entry.done || !entry.note.is_empty()) {
        about.insert(entry.id.clone(), About { note: entry.note.clone(), done: entry.done });
    }
    if about.is_empty() {
        return String::new();
    }
    // Strings and booleans alone: never refused.
    serde_json::to_string(&Stored { format: FORMAT, about }).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_read_as_they_were_written() {
        let entries = [
            Entry { id: "a".to_owned(), note: "\"Zeile\"\nnoch eine".to_owned(), done: false },
            Entry { id: "b".to_owned(), note: String::new(), done: true },
        ];
        let written = write(entries.iter());
        assert_eq!(
            written,
            r#"{"format":1,"about":{"a":{"note":"\"Zeile\"\nnoch eine"},"b":{"done":true}}}"#
        );
        assert_eq!(read(&written), entries);
    }

    #[test]
    fn what_is_no_note_is_nothing() {
        for broken in ["", "{", "[]", "null", "{\"format\":1,\"about\":7}", "{\"about\":{\"a\":{}}}"] {
            assert_eq!(read(broken), [], "{broken}");
        }
    }
}
