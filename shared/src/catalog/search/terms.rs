//! What someone typed, as the catalog can match it.

use std::{
    iter,
    ops::{ControlFlow, Range},
};

use super::{
    LABELLED, MENTIONED, SUMMARISED, Search, synonyms,
    wanted::{MIN_FIRST, MIN_WITHIN, Wanted},
};
use crate::catalog::{
    fold::{self, Run},
    typing_error::forgiven,
};

/// Words that say nothing about what is looked for, as long as others are typed with them.
const FILLERS: [&str; 32] = [
    "am", "als", "an", "auf", "bei", "das", "dem", "den", "der", "die", "ein", "eine", "einen", "for",
    "fuer", "ich", "im", "in", "mit", "oder", "ohne", "suche", "brauche", "moechte", "the", "und", "von",
    "will", "zu", "zum", "zur", "and",
];

/// The words of what someone typed, as the catalog can match them.
#[derive(Clone, Debug, Default)]
pub struct Terms(pub(super) Vec<Term>);

/// A word that is typed.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) word: Wanted,
    /// The part of a compound that offers are about, if none is about the whole.
    pub(super) part: Option<Wanted>,
    /// What else the word is called, each in one word or several.
    pub(super) others: Vec<Vec<Wanted>>,
}

impl Term {
    /// All words that may match.
    fn words(&self) -> impl Iterator<Item = &Wanted> {
        iter::once(&self.word).chain(&self.part).chain(self.others.iter().flatten())
    }
}

impl Search {
    /// The words of `text`, to highlight what they match.
    pub fn terms(&self, text: &str) -> Terms {
        let mut typed: Vec<Wanted> = Vec::new();
        fold::words(text, &mut |word| {
            if word.run == Run::Part && !typed.iter().any(|known| known.letters == word.letters) {
                typed.push(Wanted::new(word.letters));
            }
        });
        let others = synonyms::others(&self.synonyms, &typed);
        let mut terms: Vec<_> = typed.into_iter().zip(others).collect();
        let says = |(word, others): &(Wanted, Vec<_>)| {
            !others.is_empty() || !FILLERS.contains(&word.letters.as_str())
        };
        if terms.iter().any(says) {
            terms.retain(says);
        }
        Terms(terms.into_iter().map(|(word, others)| self.term(word, others)).collect())
    }

    fn term(&self, mut word: Wanted, mut others: Vec<Vec<Wanted>>) -> Term {
        let known = others.is_empty() && self.any_beyond(MENTIONED, &word);
        if others.is_empty() && !known {
            others = self.with_umlaut(&word.letters);
        }
        // No more errors than it takes to find anything; and none in a word that is known.
        let most = if others.is_empty() { forgiven(word.letters.chars().count()) } else { 0 };
        while !self.matches(&word) && word.forgive < most {
            word.forgive += 1;
        }
        if !others.is_empty() || known || (word.forgive > 0 && self.matches(&word)) {
            return Term { word, part: None, others };
        }
        let (first, last) = self.parts(&word.letters);
        let parts: Vec<Wanted> = first.into_iter().chain(last).collect();
        let part = [SUMMARISED, LABELLED]
            .into_iter()
            .find_map(|score| parts.iter().find(|part| self.any_beyond(score, part)).cloned());
        Term { word, part, others }
    }

    /// What a word without dots may mean, typed where the keyboard has none: "kuche", "buro". As many of them as
    /// offers are about.
    fn with_umlaut(&self, letters: &str) -> Vec<Vec<Wanted>> {
        let vowels = letters.char_indices().filter(|(_, letter)| matches!(letter, 'a' | 'o' | 'u'));
        let dotted = vowels.map(|(at, _)| {
            let (before, after) = letters.split_at(at + 1);
            Wanted::new(&[before, after].join("e"))
        });
        let is_meant = |word: &Wanted| letters.len() >= MIN_WITHIN && self.any_beyond(MENTIONED, word);
        dotted.filter(is_meant).map(|word| vec![word]).collect()
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
        let ends = |word: &str| {
            let first = compound.strip_suffix(word);
            // Not through an umlaut: no "erste" in "zahnbuerste".
            first.is_some_and(|first| !(word.starts_with('e') && first.ends_with(['a', 'o', 'u'])))
        };
        let Some(last) = known(&ends) else {
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
            for wanted in self.0.iter().flat_map(Term::words) {
                let matched = wanted.places(word.letters).next();
                if let Some((_, matched)) = matched {
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
