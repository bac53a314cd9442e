//! Words for ids, and other words for what people search for.

use std::collections::{BTreeMap, BTreeSet};

use super::Compiler;
use crate::{
    catalog::{
        Label, Provider, Text, Vocabulary,
        fold::{self, Run},
        snapshot::SCRIPTS,
    },
    model::{self, Localised},
};

impl Compiler<'_> {
    pub(super) fn vocabulary(&self, taxonomies: &model::Taxonomies, providers: &[Provider]) -> Vocabulary {
        Vocabulary {
            offer_kinds: self.labels(&taxonomies.offer_kinds),
            provider_kinds: self.labels(&taxonomies.provider_kinds),
            target_groups: self.labels(&taxonomies.target_groups),
            topics: self.labels(&taxonomies.topics),
            needs: self.labels(&taxonomies.needs),
            access: self.labels(&taxonomies.access),
            languages: self.labels(&taxonomies.languages),
            districts: districts(providers),
        }
    }

    fn labels(&self, labels: &BTreeMap<String, Localised>) -> Vec<Label> {
        labels.iter().map(|(id, label)| Label { id: id.clone(), text: self.text(label) }).collect()
    }
}

/// The districts that providers are in, each once.
fn districts(providers: &[Provider]) -> Vec<Label> {
    let names: BTreeSet<&str> = providers.iter().map(|provider| provider.district.as_str()).collect();
    let names = names.into_iter().filter(|name| !name.is_empty());
    names
        .map(|name| Label { id: name.to_owned(), text: Text { text: name.to_owned(), ..Text::default() } })
        .collect()
}

/// The table of synonyms as search reads it.
pub(super) fn synonyms(table: &BTreeMap<String, String>) -> String {
    let mut lines: [String; SCRIPTS] = Default::default();
    for entry in table.values() {
        let mut known: Vec<String> = Vec::new();
        for phrase in entry.split(',') {
            let mut words = Vec::new();
            fold::words(phrase, &mut |word| {
                if word.run == Run::Part {
                    words.push(word.letters.to_owned());
                }
            });
            let phrase = words.join(" ");
            if !phrase.is_empty() && !known.contains(&phrase) {
                known.push(phrase);
            }
        }
        if known.len() > 1 {
            for (script, lines) in lines.iter_mut().enumerate() {
                let words = known.iter().map(String::as_str).filter(|phrase| script_of(phrase) == script);
                lines.push_str(&words.collect::<Vec<_>>().join(","));
                lines.push('\n');
            }
        }
    }
    lines.concat()
}

/// Latin, Cyrillic or another.
fn script_of(phrase: &str) -> usize {
    match phrase.chars().find(|letter| letter.is_alphabetic()) {
        None | Some('\0'..='\u{36f}') => 0,
        Some('\u{400}'..='\u{52f}') => 1,
        Some(_) => 2,
    }
}
