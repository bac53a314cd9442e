//! The table of contacts that an organiser takes along; written in the browser, sent nowhere.

use shared::{document::contact::FollowUp, exchange::csv::Table};

use super::entry::{Entry, Personal};

/// The words that the table needs, in the reader's language.
pub(crate) trait ExportWords {
    /// The heads of the columns, in the order of [`row`].
    fn heads(&self) -> Vec<String>;
    /// What stands in place of a name that is sealed or can not be read.
    fn no_name(&self, person: &Personal) -> String;
    /// A state.
    fn state(&self, state: FollowUp) -> String;
    /// A topic by its name.
    fn topic(&self, name: &str) -> String;
    /// A language by its tag.
    fn language(&self, tag: &str) -> String;
    /// A target group by its id.
    fn group(&self, id: &str) -> String;
    /// A provider by its key.
    fn provider(&self, key: &str) -> String;
    /// An offer by its id.
    fn offer(&self, id: &str) -> String;
    /// A day and hour.
    fn moment(&self, ms: i64) -> String;
}

/// Heads and one row per contact. Who withdrew is left out: they must not be handed to anyone.
pub(crate) fn rows(entries: &[Entry], words: &impl ExportWords) -> Vec<Vec<String>> {
    let kept = entries.iter().filter(|entry| entry.contact.state != FollowUp::Withdrawn);
    std::iter::once(words.heads()).chain(kept.map(|entry| row(entry, words))).collect()
}

/// The rows as German Excel opens them, the first one as heads.
pub(crate) fn table(rows: &[Vec<String>]) -> String {
    let Some((heads, rows)) = rows.split_first() else { return String::new() };
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let mut csv = Table::new(&heads);
    for row in rows {
        csv.row(row);
    }
    csv.finish()
}

fn row(entry: &Entry, words: &impl ExportWords) -> Vec<String> {
    let contact = &entry.contact;
    let opened = entry.opened().cloned().unwrap_or_default();
    let name = match entry.opened() {
        Some(opened) => opened.name.clone(),
        None => words.no_name(&entry.person),
    };
    let notes: Vec<&str> = opened.notes.iter().map(|(_, note)| note.as_str()).collect();
    let offers = contact.wishes.iter().filter_map(|wish| wish.offer.as_deref());
    let providers = contact.wishes.iter().map(|wish| wish.provider.as_str()).filter(|key| !key.is_empty());
    vec![
        name,
        opened.phone,
        opened.email,
        opened.other,
        opened.note,
        notes.join("\n"),
        list(offers.map(|id| words.offer(id))),
        list(providers.map(|key| words.provider(key))),
        words.topic(contact.topic.name()),
        words.language(&contact.language),
        list(contact.target_groups.iter().map(|id| words.group(id))),
        words.state(contact.state),
        contact.due.clone().unwrap_or_default(),
        words.moment(contact.recorded_at_ms),
        entry.device.clone(),
        contact.consent.version.clone(),
        list(contact.consent.recipients.iter().map(|key| words.provider(key))),
        contact.consent.erase_on.clone(),
        entry.id.to_string(),
    ]
}

/// In order, each once.
fn list(words: impl Iterator<Item = String>) -> String {
    let mut listed: Vec<String> = Vec::new();
    for word in words {
        if !listed.contains(&word) {
            listed.push(word);
        }
    }
    listed.join(", ")
}

#[cfg(test)]
mod tests {
    use shared::document::contact::Wish;

    use super::*;
    use crate::team::desk::entry::tests::{changed, entry, person};

    struct Ids;

    impl ExportWords for Ids {
        fn heads(&self) -> Vec<String> {
            vec![String::from("h"); 19]
        }

        fn no_name(&self, person: &Personal) -> String {
            format!("{person:?}")
        }

        fn state(&self, state: FollowUp) -> String {
            state.name().into()
        }

        fn topic(&self, name: &str) -> String {
            name.into()
        }

        fn language(&self, tag: &str) -> String {
            tag.into()
        }

        fn group(&self, id: &str) -> String {
            id.into()
        }

        fn provider(&self, key: &str) -> String {
            key.into()
        }

        fn offer(&self, id: &str) -> String {
            id.into()
        }

        fn moment(&self, ms: i64) -> String {
            ms.to_string()
        }
    }

    #[test]
    fn every_row_has_a_cell_for_every_head() {
        let wish = |offer: &str| Wish { id: offer.into(), provider: "p".into(), offer: Some(offer.into()) };
        let entries = [
            person(1, "Ada", "030", "a@x.example"),
            entry(2),
            changed(3, |contact| contact.wishes = vec![wish("a"), wish("b")]),
        ];
        let rows = rows(&entries, &Ids);
        assert!(rows.iter().all(|row| row.len() == rows[0].len()));
        assert_eq!(rows[1][..3], ["Ada", "030", "a@x.example"]);
        assert_eq!(rows[2][0], "Sealed");
        assert_eq!((rows[3][6].as_str(), rows[3][7].as_str()), ("a, b", "p"));
    }

    #[test]
    fn who_withdrew_is_left_out() {
        let entries = [changed(1, |contact| contact.state = FollowUp::Withdrawn), entry(2)];
        assert_eq!(rows(&entries, &Ids).len(), 2);
    }
}
