//! Finding offers by what someone types, with every keystroke.
//!
//! A word that is typed matches a word of the catalog if it is the same, begins it, stands within it
//! (from four letters on, for German compounds), differs from it by its ending, or, if nothing else in
//! the catalog matches, by typing errors. For a compound that no offer is about, offers about its first
//! word match as well ("Deutschkurs": those about "Deutsch"), or if there are none, about its last
//! ("Altenpflege": "Pflege").
//!
//! An offer must match every word that is typed; if there is no such offer, those that match the most of
//! it are shown, as long as that is half.

use std::{
    cmp::Reverse,
    collections::BinaryHeap,
    ops::{ControlFlow, Range},
};

use super::{
    Catalog, Counts, Label, Offer, Query, Stand,
    filter::{self, Choice},
    fold::{self, Run},
    typing_error::{forgiven, letter_bits, within},
};

// How much a match counts by where it stands.
const TITLE: u8 = 20;
const PROVIDER: u8 = 8;
const SUMMARY: u8 = 4;
const LABEL: u8 = 2;
const DESCRIPTION: u8 = 1;

/// An offer that matches a word better than this is about it; others only mention it.
const MENTIONED: u8 = DESCRIPTION * EXACT;

/// An offer that matches a word better than this has it in its title, its summary or its provider's name.
const LABELLED: u8 = LABEL * EXACT;

/// An offer that matches a word better than this has it in its title or its provider's name.
const SUMMARISED: u8 = SUMMARY * EXACT;

// How much a match counts by how good it is.
const EXACT: u8 = 6;
const BEGINS: u8 = 4;
const INFLECTED: u8 = 3;
const WITHIN: u8 = 2;
/// Within, but after so few letters that it is rather a prefix than a compound: "sucht" in "gesucht".
const AFTER_PREFIX: u8 = 1;
const MISTYPED: u8 = 1;

/// From so many letters on, what is typed is also looked for within words.
const MIN_WITHIN: usize = 4;

/// The first word of a compound has at least so many letters.
const MIN_FIRST: usize = 3;

/// Marks the end of a list of postings.
const END: u32 = u32::MAX;

/// The index of one catalog.
#[derive(Clone, Debug)]
pub struct Search {
    /// Every word once, folded, with a line break before and after it.
    words: String,
    /// Where each word begins in `words`.
    starts: Vec<u32>,
    /// For each word, its [`letter_bits`].
    letters: Vec<u32>,
    /// For each word, its latest posting.
    latest: Vec<u32>,
    postings: Vec<Posting>,
    offers: usize,
    /// The options that the offers fit, one offer after the other.
    choices: Vec<Choice>,
    /// Where each offer's choices end.
    choices_end: Vec<u32>,
    /// Label of each stand and key of the provider who stands there.
    stands: Vec<(String, String)>,
}

/// That a word stands in an offer.
#[derive(Clone, Copy, Debug)]
struct Posting {
    offer: u16,
    /// Of the best place where it stands.
    weight: u8,
    /// The word's posting before this one.
    next: u32,
}

/// The words of what someone typed, as the catalog can match them.
#[derive(Clone, Debug, Default)]
pub struct Terms(Vec<Term>);

/// A word that is typed.
#[derive(Clone, Debug)]
struct Term {
    word: Wanted,
    /// The part of a compound that offers are about, if none is about the whole.
    part: Option<Wanted>,
}

/// A word to look for.
#[derive(Clone, Debug)]
struct Wanted {
    letters: String,
    /// How many bytes are left without its ending.
    stem: usize,
    /// Typing errors to forgive: as few as it takes for any word of the catalog to match.
    forgive: u8,
}

impl Search {
    /// Indexes `catalog`. `stands` are those of the day that is shown; [`Query::stand`] is one of them.
    ///
    /// Use the index with the same catalog only.
    pub fn new(catalog: &Catalog, stands: &[Stand]) -> Self {
        let mut index = Indexing::new();
        let languages = telling_languages(catalog);
        for (number, offer) in catalog.offers.iter().enumerate() {
            index.offer = number as u16;
            index.add_offer(catalog, &languages, offer);
            filter::add_choices(&mut index.search.choices, catalog, offer);
            index.search.choices_end.push(index.search.choices.len() as u32);
        }
        let mut search = index.search;
        search.offers = catalog.offers.len();
        search.stands = stands.iter().map(|stand| (stand.label.clone(), stand.provider.clone())).collect();
        search
    }

    /// The offers (indexes into [`Catalog::offers`]) that fit, the best first; without a text in
    /// alphabetical order. [`Query::offset`] is left to the caller.
    pub fn find(&self, catalog: &Catalog, query: &Query) -> Vec<u16> {
        let mut found = self.matching(&self.terms(&query.text));
        let at_stand = self.at_stand(query);
        found.retain(|number| {
            catalog
                .offers
                .get(usize::from(*number))
                .is_some_and(|offer| filter::misfits(catalog, offer, query, &at_stand) == 0)
        });
        found
    }

    /// How many offers each option of the filters would show.
    pub fn counts(&self, catalog: &Catalog, query: &Query) -> Counts {
        let at_stand = self.at_stand(query);
        let mut counts = Counts::new(catalog);
        for number in self.matching(&self.terms(&query.text)) {
            if let Some(offer) = catalog.offers.get(usize::from(number)) {
                counts.add(self.choices_of(number), filter::misfits(catalog, offer, query, &at_stand));
            }
        }
        counts
    }

    /// The words of `text`, to highlight what they match.
    pub fn terms(&self, text: &str) -> Terms {
        let mut terms: Vec<Term> = Vec::new();
        fold::words(text, &mut |word| {
            if word.run == Run::Part && !terms.iter().any(|term| term.word.letters == word.letters) {
                terms.push(self.term(word.letters));
            }
        });
        Terms(terms)
    }

    fn term(&self, letters: &str) -> Term {
        let mut word = Wanted::new(letters);
        // No more errors than it takes to find anything.
        let most = forgiven(letters.chars().count());
        while !self.matches(&word) && word.forgive < most {
            word.forgive += 1;
        }
        if self.any_beyond(MENTIONED, &word) || (word.forgive > 0 && self.matches(&word)) {
            return Term { word, part: None };
        }
        let (first, last) = self.parts(letters);
        let parts: Vec<Wanted> = first.into_iter().chain(last).collect();
        let part = [SUMMARISED, LABELLED]
            .into_iter()
            .find_map(|score| parts.iter().find(|part| self.any_beyond(score, part)).cloned());
        Term { word, part }
    }

    /// The words that a compound may begin and end with; the first says more about it.
    fn parts(&self, compound: &str) -> (Option<Wanted>, Option<Wanted>) {
        let known = |fits: &dyn Fn(&str) -> bool| {
            (0..self.starts.len())
                .map(|word| self.word(word))
                .filter(|word| {
                    word.len() >= MIN_WITHIN && compound.len() >= word.len() + MIN_FIRST && fits(word)
                })
                .max_by_key(|word| word.len())
        };
        let Some(last) = known(&|word| compound.ends_with(word)) else {
            return (known(&|word| compound.starts_with(word)).map(Wanted::new), None);
        };
        // With or without the s that joins it to the next.
        let rest = &compound[..compound.len() - last.len()];
        let first = [Some(rest), rest.strip_suffix('s')]
            .into_iter()
            .flatten()
            .filter(|letters| letters.len() >= MIN_WITHIN)
            .map(Wanted::new)
            .find(|word| self.matches(word));
        (first, Some(Wanted::new(last)))
    }

    /// Whether any offer matches the word better than `score`.
    fn any_beyond(&self, score: u8, word: &Wanted) -> bool {
        self.best_of(word).iter().any(|best| *best > score)
    }

    fn matches(&self, word: &Wanted) -> bool {
        self.each_match(word, &mut |_, _| ControlFlow::Break(())).is_break()
    }

    fn choices_of(&self, offer: u16) -> &[Choice] {
        let end = |offer: usize| self.choices_end[offer] as usize;
        let offer = usize::from(offer);
        &self.choices[offer.checked_sub(1).map_or(0, end)..end(offer)]
    }

    fn at_stand(&self, query: &Query) -> Vec<&str> {
        let Some(label) = &query.stand else { return Vec::new() };
        self.stands
            .iter()
            .filter(|(stand, provider)| stand == label && !provider.is_empty())
            .map(|(_, provider)| provider.as_str())
            .collect()
    }

    /// The offers that match all terms, or failing that the most; the best first.
    fn matching(&self, Terms(terms): &Terms) -> Vec<u16> {
        if terms.is_empty() {
            return (0..self.offers as u16).collect();
        }
        let mut scores = vec![Score::default(); self.offers];
        for term in terms {
            let best = self.best(term);
            for (score, best) in scores.iter_mut().zip(&best) {
                if *best > 0 {
                    score.matched += term.word.letters.len() as u32;
                    score.rank += u32::from(*best);
                }
            }
        }
        let typed: u32 = terms.iter().map(|term| term.word.letters.len() as u32).sum();
        let most = scores.iter().map(|score| score.matched).max().unwrap_or_default();
        let enough = if most == typed { typed } else { typed.div_ceil(2) };
        // A heap sorts in a tenth of the code of the standard sort. Equal offers stay in alphabetical order.
        let mut found = BinaryHeap::new();
        for number in 0..self.offers as u16 {
            let score = scores[usize::from(number)];
            if score.matched >= enough.max(1) {
                found.push((Reverse((score.matched, score.rank)), number));
            }
        }
        found.into_sorted_vec().into_iter().map(|(_, number)| number).collect()
    }

    /// For each offer, how well it matches the term at best; 0 if it does not.
    fn best(&self, term: &Term) -> Vec<u8> {
        let mut best = self.best_of(&term.word);
        if let Some(part) = &term.part {
            for (best, of_part) in best.iter_mut().zip(self.best_of(part)) {
                if of_part > LABELLED {
                    *best = (*best).max(of_part / 2);
                }
            }
        }
        best
    }

    fn best_of(&self, wanted: &Wanted) -> Vec<u8> {
        let mut best = vec![0_u8; self.offers];
        // It runs to its end: nothing here breaks.
        let _ = self.each_match(wanted, &mut |word, quality| {
            let mut at = self.latest[word];
            while let Some(posting) = self.postings.get(at as usize) {
                let best = &mut best[usize::from(posting.offer)];
                *best = (*best).max(posting.weight * quality);
                at = posting.next;
            }
            ControlFlow::Continue(())
        });
        best
    }

    /// Calls `each` with every word that matches `wanted` and how well, some words more than once, until
    /// it breaks.
    fn each_match(
        &self,
        wanted: &Wanted,
        each: &mut dyn FnMut(usize, u8) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if wanted.forgive > 0 {
            let bits = letter_bits(&wanted.letters);
            for (word, letters) in self.letters.iter().enumerate() {
                if (bits & !letters).count_ones() <= u32::from(wanted.forgive)
                    && within(&wanted.letters, self.word(word), wanted.forgive)
                {
                    each(word, MISTYPED)?;
                }
            }
            return ControlFlow::Continue(());
        }
        let words = self.words.as_bytes();
        let stem = &wanted.letters.as_bytes()[..wanted.stem];
        let mut from = 0;
        while let Some(at) = position(words, stem, from) {
            from = at + 1;
            let word = self.starts.partition_point(|start| *start as usize <= at) - 1;
            let start = self.starts[word] as usize;
            if let Some((quality, _)) = wanted.quality(self.word(word).as_bytes(), at - start) {
                each(word, quality)?;
            }
        }
        ControlFlow::Continue(())
    }

    fn word(&self, word: usize) -> &str {
        let end = self.starts.get(word + 1).map_or(self.words.len(), |next| *next as usize);
        &self.words[self.starts[word] as usize..end - 1]
    }
}

#[derive(Clone, Copy, Default)]
struct Score {
    /// Bytes of the terms that match.
    matched: u32,
    rank: u32,
}

/// Where `part` first stands in `text` at or after `from`.
fn position(text: &[u8], part: &[u8], from: usize) -> Option<usize> {
    let (first, rest) = part.split_first()?;
    let mut at = from;
    loop {
        at += text.get(at..)?.iter().position(|byte| byte == first)?;
        if text[at + 1..].starts_with(rest) {
            return Some(at);
        }
        at += 1;
    }
}

impl Wanted {
    fn new(letters: &str) -> Self {
        // What German and English nouns and verbs end with; the stem must stay long enough to mean
        // something.
        let stem = ["en", "er", "e", "n", "s"]
            .iter()
            .find_map(|ending| letters.strip_suffix(ending))
            .filter(|stem| stem.len() >= MIN_WITHIN)
            .map_or(letters.len(), str::len);
        Self { letters: letters.to_owned(), stem, forgive: 0 }
    }

    /// The bytes of `word` that match.
    fn in_word(&self, word: &str) -> Option<Range<usize>> {
        if self.forgive > 0 {
            return within(&self.letters, word, self.forgive).then_some(0..word.len());
        }
        let word = word.as_bytes();
        let mut from = 0;
        while let Some(at) = position(word, &self.letters.as_bytes()[..self.stem], from) {
            if let Some((_, range)) = self.quality(word, at) {
                return Some(range);
            }
            from = at + 1;
        }
        None
    }

    /// How well this matches `word` where its stem stands at `at`, and the bytes that match.
    fn quality(&self, word: &[u8], at: usize) -> Option<(u8, Range<usize>)> {
        /// How many letters an ending has at most.
        const ENDING: usize = 2;

        let rest = &word[at..];
        let whole = rest.starts_with(self.letters.as_bytes());
        let end = at + self.letters.len();
        match (at, whole) {
            (0, true) if end == word.len() => Some((EXACT, 0..end)),
            (0, true) => Some((BEGINS, 0..end)),
            (_, true) if self.letters.len() < MIN_WITHIN => None,
            (..MIN_FIRST, true) => Some((AFTER_PREFIX, at..end)),
            (_, true) => Some((WITHIN, at..end)),
            (_, false) if rest.len() <= self.stem + ENDING => {
                Some((if at == 0 { INFLECTED } else { WITHIN }, at..word.len()))
            }
            _ => None,
        }
    }
}

impl Terms {
    /// Whether there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What to highlight in `text`: ranges of bytes, in order, apart from each other.
    pub fn highlight(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        fold::words(text, &mut |word| {
            for wanted in self.0.iter().flat_map(|term| [&term.word].into_iter().chain(&term.part)) {
                let matched = wanted.in_word(word.letters);
                if let Some(matched) = matched {
                    let (start, end) = (word.sources[matched.start].0, word.sources[matched.end - 1].1);
                    let range = start as usize..end as usize;
                    let at =
                        ranges.partition_point(|known| (known.start, known.end) < (range.start, range.end));
                    ranges.insert(at, range);
                }
            }
        });
        ranges.dedup_by(|next, range| {
            let overlaps = next.start <= range.end;
            if overlaps {
                range.end = range.end.max(next.end);
            }
            overlaps
        });
        ranges
    }
}

/// The languages that tell offers apart. Whoever types "Deutsch" does not look for all offers in it.
fn telling_languages(catalog: &Catalog) -> Vec<Label> {
    let spoken_in = |id: &String| catalog.offers.iter().filter(|offer| offer.languages.contains(id)).count();
    let tells = |label: &&Label| spoken_in(&label.id) * 4 <= catalog.offers.len() * 3;
    catalog.vocabulary.languages.iter().filter(tells).cloned().collect()
}

/// A [`Search`] in the making: what is added belongs to `offer`.
struct Indexing {
    search: Search,
    offer: u16,
    /// Hash table of word numbers with open addressing; its length is a power of two.
    slots: Vec<u32>,
}

impl Indexing {
    fn new() -> Self {
        let search = Search {
            words: "\n".to_owned(),
            starts: Vec::new(),
            letters: Vec::new(),
            latest: Vec::new(),
            postings: Vec::new(),
            offers: 0,
            choices: Vec::new(),
            choices_end: Vec::new(),
            stands: Vec::new(),
        };
        Self { search, offer: 0, slots: vec![END; 1024] }
    }

    fn add_offer(&mut self, catalog: &Catalog, languages: &[Label], offer: &Offer) {
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
        self.add_labels(languages, &offer.languages);
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

#[cfg(test)]
mod tests;
