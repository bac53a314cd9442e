//! What may have been meant where nothing is found.

use super::{Search, Terms};
use crate::catalog::{
    Catalog, fold,
    typing_error::{forgiven, within},
};

impl Search {
    /// `text` with words of the catalog in place of those that nothing matches; none if there is no word that
    /// is near enough.
    pub fn suggestion(&self, catalog: &Catalog, text: &str) -> Option<String> {
        let Terms(terms) = self.terms(text);
        let mut suggested = text.to_owned();
        for term in &terms {
            if self.best(term).iter().any(|best| *best > 0) {
                continue;
            }
            let typed = term.word.letters.as_str();
            // More errors than are forgiven unasked.
            let near = self.nearest(typed, forgiven(typed.chars().count()) + 1)?;
            let near = spelt(catalog, near)?;
            let mut place = None;
            fold::words(text, &mut |word| {
                if word.letters == typed {
                    place =
                        word.sources.first().zip(word.sources.last()).map(|(first, last)| (first.0, last.1));
                }
            });
            let (from, to) = place?;
            suggested = suggested.replace(text.get(from as usize..to as usize)?, near);
        }
        (suggested != text).then_some(suggested)
    }

    /// A word of the catalog that becomes the typed one by few errors, and is about as long.
    fn nearest(&self, typed: &str, most: u8) -> Option<&str> {
        let length = typed.chars().count();
        let near = |limit| {
            (0..self.starts.len()).map(|word| self.word(word)).find(|word| {
                word.chars().count().abs_diff(length) <= usize::from(limit)
                    && word.chars().next() == typed.chars().next()
                    && within(typed, word, limit)
            })
        };
        (length > 3).then(|| (1..=most).find_map(near)).flatten()
    }
}

/// How the catalog spells a folded word.
fn spelt<'a>(catalog: &'a Catalog, letters: &str) -> Option<&'a str> {
    let texts = catalog.offers.iter().flat_map(|offer| {
        [&offer.title, &offer.summary, &offer.description, &offer.eligibility, &offer.cost]
            .map(|text| text.text.as_str())
    });
    texts.chain(catalog.providers.iter().map(|provider| provider.name.as_str())).find_map(|text| {
        let mut place = None;
        fold::words(text, &mut |word| {
            if word.letters == letters {
                place = word.sources.first().zip(word.sources.last()).map(|(first, last)| (first.0, last.1));
            }
        });
        let (from, to) = place?;
        text.get(from as usize..to as usize)
    })
}
