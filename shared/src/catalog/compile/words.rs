//! Words for ids, and other words for what people search for.

use std::collections::{BTreeMap, BTreeSet};

use super::Compiler;
use crate::{
    catalog::{
        Label, Provider, Text, Vocabulary,
        fold::{self, Run},
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
    let mut lines = String::new();
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
            lines.push_str(&known.join(","));
            lines.push('\n');
        }
    }
    lines
}
