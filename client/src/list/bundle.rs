//! A list as the fragment of an address: what follows `#` never reaches a server.
//!
//! **Shape**: `1`, eight letters of base 32 (RFC 4648) for each offer, and perhaps `.` with a percent-encoded
//! title. Capitals and digits make small QR codes. The eight letters are 40 bits of a hash of the offer's id:
//! whoever opens the list has the catalog with the ids. An `f` before it marks a list that is being put
//! together; `zeigen=` names one offer by its id.

use shared::catalog::{Catalog, Offer};

use crate::route::{decode, encode};

/// Offers of one bundle.
const MAX_OFFERS: usize = 200;
/// Letters of a title.
pub const MAX_TITLE: usize = 80;
const VERSION: char = '1';
const BEING_MADE: char = 'f';
const SHOW: &str = "zeigen=";
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const LETTERS_PER_OFFER: usize = 8;

/// Offers for someone, with a title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    /// What its maker called it.
    pub title: String,
    /// Ids of offers that are in the catalog.
    pub ids: Vec<String>,
    /// How many offers this catalog does not have.
    pub unknown: usize,
}

/// What a fragment asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// Nothing of ours.
    None,
    /// A list that someone sent or showed.
    Opened(Bundle),
    /// A list that is being put together for someone.
    BeingMade(Bundle),
    /// One offer, by id, to be shown to someone.
    Show(String),
}

impl Fragment {
    /// Reads a fragment without its `#`, whatever it holds.
    pub fn read(fragment: &str, catalog: &Catalog) -> Self {
        if let Some(id) = fragment.strip_prefix(SHOW) {
            return catalog.offer(&decode(id)).map_or(Self::None, |offer| Self::Show(offer.id.clone()));
        }
        let (being_made, rest) = match fragment.strip_prefix(BEING_MADE) {
            Some(rest) => (true, rest),
            None => (false, fragment),
        };
        let Some(rest) = rest.strip_prefix(VERSION) else { return Self::None };
        let (codes, title) = rest.split_once('.').unwrap_or((rest, ""));
        let Some(bundle) = bundle(codes, title, catalog) else { return Self::None };
        if being_made { Self::BeingMade(bundle) } else { Self::Opened(bundle) }
    }
}

impl Bundle {
    /// The fragment that opens it.
    pub fn fragment(&self) -> String {
        let mut fragment = String::from(VERSION);
        for id in &self.ids {
            fragment.extend(code(id));
        }
        if !self.title.is_empty() {
            fragment.push('.');
            fragment += &encode(&self.title);
        }
        fragment
    }

    /// The fragment that goes on putting it together.
    pub fn fragment_being_made(&self) -> String {
        format!("{BEING_MADE}{}", self.fragment())
    }
}

/// The fragment that shows one offer.
pub fn show(id: &str) -> String {
    format!("{SHOW}{}", encode(id))
}

/// A title without what does not belong into one.
pub fn title(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MAX_TITLE).collect()
}

fn bundle(codes: &str, title_words: &str, catalog: &Catalog) -> Option<Bundle> {
    let codes = codes.as_bytes();
    let are_codes = codes.len().is_multiple_of(LETTERS_PER_OFFER)
        && codes.len() <= MAX_OFFERS * LETTERS_PER_OFFER
        && codes.iter().all(|letter| LETTERS.contains(letter));
    if !are_codes {
        return None;
    }
    let title = title(&decode(title_words)).trim().to_owned();
    let mut bundle = Bundle { title, ..Bundle::default() };
    let known: Vec<([char; LETTERS_PER_OFFER], &Offer)> =
        catalog.offers.iter().map(|offer| (code(&offer.id), offer)).collect();
    for wanted in codes.chunks_exact(LETTERS_PER_OFFER) {
        let is_wanted = |code: &[char]| code.iter().zip(wanted).all(|(a, b)| *a == char::from(*b));
        match known.iter().find(|(code, _)| is_wanted(code)) {
            Some((_, offer)) if bundle.ids.contains(&offer.id) => {}
            Some((_, offer)) => bundle.ids.push(offer.id.clone()),
            None => bundle.unknown += 1,
        }
    }
    Some(bundle)
}

/// 40 bits of FNV-1a of an id. Two of 10,000 offers have the same with a probability of 1 : 20,000.
fn code(id: &str) -> [char; LETTERS_PER_OFFER] {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in id.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    let folded = hash ^ (hash >> 40);
    std::array::from_fn(|at| {
        let five_bits = (folded >> (5 * (LETTERS_PER_OFFER - 1 - at))) & 31;
        char::from(LETTERS[five_bits as usize])
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn catalog(ids: &[&str]) -> Catalog {
        let offer = |id: &&str| Offer { id: (*id).to_owned(), ..Offer::default() };
        Catalog { offers: ids.iter().map(offer).collect(), ..Catalog::default() }
    }

    fn opened(fragment: &str, catalog: &Catalog) -> Bundle {
        match Fragment::read(fragment, catalog) {
            Fragment::Opened(bundle) => bundle,
            other => panic!("{fragment} is {other:?}"),
        }
    }

    #[test]
    fn a_list_arrives_as_it_was_sent() {
        let catalog = catalog(&["schweissen-mit-pruefung", "schuldnerberatung", "tischlerei-helfer"]);
        let sent = Bundle {
            title: "Für Ihren Neustart: 3 Ideen".to_owned(),
            ids: vec!["tischlerei-helfer".to_owned(), "schweissen-mit-pruefung".to_owned()],
            unknown: 0,
        };
        assert_eq!(opened(&sent.fragment(), &catalog), sent);
        assert_eq!(Fragment::read(&sent.fragment_being_made(), &catalog), Fragment::BeingMade(sent.clone()));
        let bare = Bundle { title: String::new(), ..sent };
        assert_eq!(bare.fragment().len(), 1 + 2 * LETTERS_PER_OFFER);
        assert!(bare.fragment().bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()));
    }

    #[test]
    fn the_codes_of_links_that_were_sent_stay_as_they_are() {
        let code: String = code("schweissen-mit-pruefung").into_iter().collect();
        assert_eq!(code, "6A6VG3GM");
    }

    #[test]
    fn what_the_catalog_lacks_is_counted_and_twice_is_once() {
        let catalog = catalog(&["a", "b"]);
        let codes = |id: &str| code(id).into_iter().collect::<String>();
        let fragment = format!("1{}{}{}{}", codes("b"), codes("x"), codes("b"), codes("a"));
        let bundle = opened(&fragment, &catalog);
        assert_eq!((bundle.ids.as_slice(), bundle.unknown), (["b".to_owned(), "a".to_owned()].as_slice(), 1));
    }

    #[test]
    fn hostile_fragments_ask_for_nothing() {
        let catalog = catalog(&["a"]);
        let long = format!("1{}", "A".repeat(8 * (MAX_OFFERS + 1)));
        for fragment in [
            "",
            "loeschen",
            "2AAAAAAAA",
            "1AAAA",
            "1aaaaaaaa",
            "1<script>",
            "zeigen=",
            "zeigen=x",
            "f",
            long.as_str(),
        ] {
            assert_eq!(Fragment::read(fragment, &catalog), Fragment::None, "{fragment}");
        }
        let titled = opened(&format!("1.%00%0A<b>%FF{}", "x".repeat(500)), &catalog);
        assert!(titled.title.chars().count() <= MAX_TITLE && !titled.title.contains(char::is_control));
        assert_eq!(Fragment::read("zeigen=a", &catalog), Fragment::Show("a".to_owned()));
    }

    #[test]
    fn ten_thousand_offers_have_different_codes() {
        let codes: BTreeSet<_> = (0..10_000).map(|n| code(&format!("angebot-{n}-kurs"))).collect();
        assert_eq!(codes.len(), 10_000);
    }
}
