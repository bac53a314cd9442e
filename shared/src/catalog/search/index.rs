//! From a catalog to the words in which its offers are found.

use super::{DESCRIPTION, END, LABEL, PROVIDER, Posting, SUMMARY, Search, TITLE};
use crate::catalog::{Catalog, Label, Offer, Stand, filter, fold, typing_error::letter_bits};

impl Search {
    /// Indexes `catalog`. `stands` are those of the day that is shown; [`crate::catalog::Query::stand`] is one
    /// of them.
    ///
    /// Use the index with the same catalog only.
    pub fn new(catalog: &Catalog, stands: &[Stand]) -> Self {
        let mut indexing = Indexing::begin(catalog);
        while indexing.go_on(catalog, usize::MAX) {}
        indexing.finish(catalog, stands)
    }
}

/// The languages that tell offers apart. Whoever types "Deutsch" does not look for all offers in it.
fn telling_languages(catalog: &Catalog) -> Vec<Label> {
    let spoken_in = |id: &String| catalog.offers.iter().filter(|offer| offer.languages.contains(id)).count();
    let tells = |label: &&Label| spoken_in(&label.id) * 4 <= catalog.offers.len() * 3;
    catalog.vocabulary.languages.iter().filter(tells).cloned().collect()
}

/// A [`Search`] in the making, in steps as short as wanted. All of them want the same catalog.
#[derive(Debug)]
pub struct Indexing {
    search: Search,
    /// The languages that tell offers apart.
    languages: Vec<Label>,
    /// What is added belongs to this one.
    offer: u16,
    /// Hash table of word numbers with open addressing; its length is a power of two.
    slots: Vec<u32>,
}

impl Indexing {
    /// Begins.
    pub fn begin(catalog: &Catalog) -> Self {
        let search = Search {
            words: "\n".to_owned(),
            starts: Vec::new(),
            letters: Vec::new(),
            latest: Vec::new(),
            postings: Vec::new(),
            offers: 0,
            choices: Vec::new(),
            choices_end: Vec::new(),
            synonyms: String::new(),
            stands: Vec::new(),
        };
        Self { search, languages: telling_languages(catalog), offer: 0, slots: vec![END; 1024] }
    }

    /// Adds at most so many more offers. Whether there are others left.
    pub fn go_on(&mut self, catalog: &Catalog, count: usize) -> bool {
        let added = self.search.choices_end.len();
        for (number, offer) in catalog.offers.iter().enumerate().skip(added).take(count) {
            self.offer = number as u16;
            self.add_offer(catalog, offer);
            filter::add_choices(&mut self.search.choices, catalog, offer);
            self.search.choices_end.push(self.search.choices.len() as u32);
        }
        self.search.choices_end.len() < catalog.offers.len()
    }

    /// The index. `stands` as for [`Search::new`].
    pub fn finish(self, catalog: &Catalog, stands: &[Stand]) -> Search {
        let mut search = self.search;
        search.offers = catalog.offers.len();
        search.synonyms = catalog.synonyms.clone();
        search.stands = stands.iter().map(|stand| (stand.label.clone(), stand.provider.clone())).collect();
        search
    }

    fn add_offer(&mut self, catalog: &Catalog, offer: &Offer) {
        self.add(&offer.title.text, TITLE);
        if let Some(provider) = catalog.provider_of(offer) {
            self.add(&provider.name, PROVIDER);
            self.add(&provider.district, LABEL);
        }
        self.add(&offer.summary.text, SUMMARY);
        let vocabulary = &catalog.vocabulary;
        self.add_labels(&vocabulary.offer_kinds, std::slice::from_ref(&offer.kind));
        self.add_labels(&vocabulary.needs, &offer.needs);
        self.add_labels(&vocabulary.topics, &offer.topics);
        self.add_labels(&vocabulary.target_groups, &offer.target_groups);
        let languages = std::mem::take(&mut self.languages);
        self.add_labels(&languages, &offer.languages);
        self.languages = languages;
        // Made of its original title, by which people know it whatever the language of the page is.
        for word in offer.id.split('-') {
            self.add(word, LABEL);
        }
        for text in [&offer.description, &offer.eligibility, &offer.cost] {
            self.add(&text.text, DESCRIPTION);
        }
    }

    fn add_labels(&mut self, labels: &[Label], ids: &[String]) {
        for label in ids.iter().filter_map(|id| Label::find(labels, id)) {
            self.add(&label.text.text, LABEL);
        }
    }

    fn add(&mut self, text: &str, weight: u8) {
        fold::words(text, &mut |word| self.add_word(word.letters, weight));
    }

    fn add_word(&mut self, letters: &str, weight: u8) {
        let word = self.intern(letters);
        let search = &mut self.search;
        let latest = search.latest[word];
        match search.postings.get_mut(latest as usize) {
            Some(posting) if posting.offer == self.offer => posting.weight = posting.weight.max(weight),
            _ => {
                search.latest[word] = search.postings.len() as u32;
                search.postings.push(Posting { offer: self.offer, weight, next: latest });
            }
        }
    }

    /// The number of the word, a new one if need be.
    fn intern(&mut self, letters: &str) -> usize {
        let slot = self.slot(letters);
        if self.slots[slot] != END {
            return self.slots[slot] as usize;
        }
        let word = self.search.starts.len();
        self.slots[slot] = word as u32;
        self.search.starts.push(self.search.words.len() as u32);
        self.search.words.push_str(letters);
        self.search.words.push('\n');
        self.search.letters.push(letter_bits(letters));
        self.search.latest.push(END);
        if word * 2 > self.slots.len() {
            self.slots = vec![END; self.slots.len() * 2];
            for word in 0..=word {
                let slot = self.slot(self.search.word(word));
                self.slots[slot] = word as u32;
            }
        }
        word
    }

    /// Where the word is, or where there is room for it.
    fn slot(&self, letters: &str) -> usize {
        // FNV-1a.
        let hash = letters
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot] != END && self.search.word(self.slots[slot] as usize) != letters {
            slot = (slot + 1) & mask;
        }
        slot
    }
}
