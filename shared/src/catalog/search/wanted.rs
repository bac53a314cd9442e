//! A word to look for, and how well a word of the catalog matches it.

use std::{iter, ops::Range};

use crate::catalog::typing_error::within;

// How much a match counts by how good it is.
pub(super) const EXACT: u8 = 6;
const BEGINS: u8 = 4;
const INFLECTED: u8 = 3;
const WITHIN: u8 = 2;
/// Within, but after so few letters that it is rather a prefix than a compound: "sucht" in "gesucht".
const AFTER_PREFIX: u8 = 1;
const MISTYPED: u8 = 1;

/// From so many letters on, what is typed is also looked for within words.
pub(super) const MIN_WITHIN: usize = 4;

/// From so many letters on, another word for what is typed is also looked for within words: "job" is not
/// meant to find “Jobmesse”.
const MIN_WITHIN_OTHER: usize = 5;

/// The first word of a compound has at least so many letters.
pub(super) const MIN_FIRST: usize = 3;

/// A word to look for.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) letters: String,
    /// How many bytes are left without its ending.
    pub(super) stem: usize,
    /// Typing errors to forgive: as few as it takes for any word of the catalog to match.
    pub(super) forgive: u8,
    /// Whether only the word itself or a form of it matches.
    whole: bool,
}

impl Wanted {
    pub(super) fn new(letters: &str) -> Self {
        let stem = stem(letters).len();
        Self { letters: letters.to_owned(), stem, forgive: 0, whole: false }
    }

    /// Another word for one that was typed.
    pub(super) fn other(letters: &str) -> Self {
        Self { whole: letters.chars().count() < MIN_WITHIN_OTHER, ..Self::new(letters) }
    }

    /// What is left without its ending.
    pub(super) fn stem(&self) -> &str {
        &self.letters[..self.stem]
    }

    /// How well this matches `word` in each place where it does, and the bytes that match.
    pub(super) fn places(&self, word: &str) -> impl Iterator<Item = (u8, Range<usize>)> {
        let mistyped = self.forgive > 0 && within(&self.letters, word, self.forgive);
        let mut from = if self.forgive > 0 { word.len() } else { 0 };
        let exact = iter::from_fn(move || {
            loop {
                let at = position(word.as_bytes(), self.stem().as_bytes(), from)?;
                from = at + 1;
                if let Some(place) = self.quality(word.as_bytes(), at) {
                    return Some(place);
                }
            }
        });
        mistyped.then_some((MISTYPED, 0..word.len())).into_iter().chain(exact)
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
            (0, _) if self.whole && rest.len() <= self.stem + ENDING => Some((INFLECTED, 0..word.len())),
            _ if self.whole => None,
            // Two letters begin too many words to mean much.
            (0, true) if self.letters.len() < MIN_FIRST => Some((AFTER_PREFIX, 0..end)),
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

/// A word without what German and English nouns and verbs end with; what is left must stay long enough to
/// mean something.
pub(super) fn stem(word: &str) -> &str {
    let without = ["en", "er", "e", "n", "s"].iter().find_map(|ending| word.strip_suffix(ending));
    without.filter(|stem| stem.len() >= MIN_WITHIN).unwrap_or(word)
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
