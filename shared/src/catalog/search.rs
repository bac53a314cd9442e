//! Finding offers by what someone types, with every keystroke.
//!
//! A word that is typed matches a word of the catalog if it is the same, begins it, stands within it
//! (from four letters on, for German compounds), differs from it by its ending, or, if nothing else in
//! the catalog matches, by typing errors. For a compound that no offer is about, offers about its first
//! word match as well ("Deutschkurs": those about "Deutsch"), or if there are none, about its last
//! ("Altenpflege": "Pflege").
//!
//! Words that the season's table says are others for the typed one, among them those of other languages,
//! match as well, and count less.
//!
//! An offer must match every word that is typed; if there is no such offer, those that match the most of
//! it are shown, as long as that is half.

mod index;
mod suggestion;
mod synonyms;
mod terms;
mod wanted;

use std::{cmp::Reverse, collections::BinaryHeap, ops::ControlFlow};

use super::{
    Catalog, Counts, Query,
    filter::{self, Choice},
    typing_error::letter_bits,
};
pub use index::Indexing;
use terms::Term;
pub use terms::Terms;
use wanted::{EXACT, Wanted};

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

/// Another word for the typed one counts so many times less than the typed one itself.
const OTHER: u8 = 3;

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
    /// As [`Catalog::synonyms`].
    synonyms: String,
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

/// What was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Indexes into [`Catalog::offers`], the best first; without a text in alphabetical order.
    pub offers: Vec<u16>,
    /// What to highlight in them.
    pub terms: Terms,
}

impl Search {
    /// What fits. [`Query::offset`] is left to the caller.
    pub fn find(&self, catalog: &Catalog, query: &Query) -> Found {
        let terms = self.terms(&query.text);
        let mut offers = self.matching(&terms);
        let at_stand = self.at_stand(query);
        offers.retain(|number| {
            catalog
                .offers
                .get(usize::from(*number))
                .is_some_and(|offer| filter::misfits(catalog, offer, query, &at_stand) == 0)
        });
        Found { offers, terms }
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
        for other in &term.others {
            let mut of_words = other.iter().map(|word| self.best_of(word));
            let Some(mut of_all) = of_words.next() else { continue };
            for of_word in of_words {
                for (of_all, of_word) in of_all.iter_mut().zip(of_word) {
                    *of_all = (*of_all).min(of_word);
                }
            }
            for (best, of_all) in best.iter_mut().zip(of_all) {
                *best = (*best).max(of_all.div_ceil(OTHER));
            }
        }
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
        let bits = letter_bits(if wanted.forgive > 0 { &wanted.letters } else { wanted.stem() });
        for (word, letters) in self.letters.iter().enumerate() {
            // Most words lack a letter, and need no closer look.
            if (bits & !letters).count_ones() > u32::from(wanted.forgive) {
                continue;
            }
            for (quality, _) in wanted.places(self.word(word)) {
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

#[cfg(test)]
mod tests;
