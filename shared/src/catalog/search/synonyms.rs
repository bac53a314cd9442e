//! Other words for what is typed, among them those of other languages: the season's table of synonyms.

use super::wanted::{MIN_WITHIN, Wanted, stem};
use crate::catalog::snapshot::SCRIPTS;

/// For each of the words that were typed, what else it is called according to `table`, which is laid out as
/// [`crate::catalog::Catalog::synonyms`] says.
pub(super) fn others(table: &str, typed: &[Wanted]) -> Vec<Vec<Vec<Wanted>>> {
    let mut others = vec![Vec::new(); typed.len()];
    let lines: Vec<&str> = table.lines().collect();
    let things = lines.len() / SCRIPTS;
    for thing in 0..things {
        let phrases = || {
            let lines = lines.iter().skip(thing).step_by(things);
            lines.flat_map(|line| line.split(',')).filter(|phrase| !phrase.is_empty())
        };
        for phrase in phrases() {
            // Spares most of the table a closer look.
            let begins = |word: &Wanted| word.letters.bytes().next() == phrase.bytes().next();
            if !typed.iter().any(begins) {
                continue;
            }
            let Some(at) = place(phrase, typed) else { continue };
            for others in &mut others[at..at + phrase.split(' ').count()] {
                let rest = phrases().filter(|other| *other != phrase);
                others.extend(rest.map(|other| other.split(' ').map(Wanted::other).collect::<Vec<_>>()));
            }
        }
    }
    others
}

/// Where the words of `phrase` stand among the typed ones, one after the other.
fn place(phrase: &str, typed: &[Wanted]) -> Option<usize> {
    let count = phrase.split(' ').count();
    (0..(typed.len() + 1).saturating_sub(count)).find(|at| {
        let alone = count == 1;
        phrase.split(' ').zip(&typed[*at..]).all(|(word, typed)| alike(typed, word, alone))
    })
}

/// Whether `typed` is the word of a table, a form of it or, while it is being typed, its beginning.
fn alike(typed: &Wanted, word: &str, alone: bool) -> bool {
    if typed.letters == word || stem(word) == typed.stem() {
        return true;
    }
    let common = word.chars().zip(typed.letters.chars()).take_while(|(a, b)| a == b).count();
    let rest = |word: &str| word.chars().count() - common;
    // The endings of languages that are not written in Latin letters are not known here.
    let inflected = !word.is_ascii() && rest(word) <= 2 && rest(&typed.letters) <= 2;
    common >= MIN_WITHIN && (inflected || (alone && rest(&typed.letters) == 0))
}
