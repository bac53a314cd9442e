//! A catalog as bytes.

use super::{Catalog, Offer, columns, decode, fold::fold};

/// Why bytes are no catalog, or no small print, that this code can read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Written by a version with another format.
    #[error("format {found}, which this version does not read")]
    Format {
        /// The format of the bytes.
        found: u8,
    },
    /// Cut off, or something else altogether.
    #[error("cut off, or something else")]
    Malformed,
}

impl Catalog {
    /// The catalog as postcard, providers and offers by column, offers in the order of their providers; its first byte is [`Catalog::FORMAT`].
    pub fn to_bytes(&self) -> Vec<u8> {
        let Self { format, language, season, days, vocabulary, synonyms, providers, offers } = self;
        let head = (format, language, season, days, vocabulary, synonyms);
        let mut bytes = postcard::to_allocvec(&head).expect("a catalog has only sequences of known length");
        columns::write(providers, &mut bytes);
        // Offers of one provider say things alike, and are packed best side by side.
        let mut by_provider = offers.clone();
        by_provider.sort_by(|a, b| (a.provider, &a.id).cmp(&(b.provider, &b.id)));
        columns::write(&by_provider, &mut bytes);
        bytes
    }

    /// Reads what [`Catalog::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        match bytes.first() {
            Some(&Self::FORMAT) => {}
            Some(&found) => return Err(DecodeError::Format { found }),
            None => return Err(DecodeError::Malformed),
        }
        let mut catalog = decode::catalog(bytes).ok_or(DecodeError::Malformed)?;
        alphabetical(&mut catalog.offers);
        Ok(catalog)
    }
}

/// Puts offers into the order in which they are shown: that of their titles.
pub(super) fn alphabetical(offers: &mut [Offer]) {
    offers.sort_by_cached_key(|offer| (fold(&offer.title.text), offer.id.clone()));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalog::{Label, Offer, Text};

    fn small() -> Catalog {
        let mut catalog =
            Catalog { format: Catalog::FORMAT, language: "ar".to_owned(), ..Catalog::default() };
        catalog.season.key = "pankow-2026".to_owned();
        let text = Text { text: "Schweißen".to_owned(), language: Some("de".to_owned()), machine: false };
        catalog.vocabulary.topics.push(Label { id: "handwerk".to_owned(), text: text.clone() });
        catalog.offers.push(Offer { title: text, places: Some(12), ..Offer::default() });
        catalog
    }

    #[test]
    fn bytes_round_trip() {
        assert_eq!(Catalog::from_bytes(&small().to_bytes()), Ok(small()));
    }

    #[test]
    fn another_format_is_named() {
        let mut bytes = small().to_bytes();
        bytes[0] = 9;
        assert_eq!(Catalog::from_bytes(&bytes), Err(DecodeError::Format { found: 9 }));
    }

    #[test]
    fn what_is_cut_off_or_too_long_is_refused() {
        let mut bytes = small().to_bytes();
        for length in 0..bytes.len() {
            assert_eq!(Catalog::from_bytes(&bytes[..length]), Err(DecodeError::Malformed));
        }
        bytes.push(0);
        assert_eq!(Catalog::from_bytes(&bytes), Err(DecodeError::Malformed));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(mut bytes in proptest::collection::vec(any::<u8>(), 1..400)) {
            bytes[0] = Catalog::FORMAT;
            let _ = Catalog::from_bytes(&bytes);
        }
    }
}
