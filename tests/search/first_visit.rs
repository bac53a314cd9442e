//! How much of a season a phone loads before it is usable.

use shared::catalog::{Catalog, Offer};
use std::collections::BTreeMap;
use tests::season::{SeasonSources, sentences_of};

/// Offers of a season that is measured.
const OFFERS: usize = 300;
/// Brotli bytes of its catalog in one language.
const LIMIT: usize = 60 * 1024;

fn texts(offer: &Offer) -> Vec<&str> {
    let mut texts = vec![
        &offer.title,
        &offer.summary,
        &offer.description,
        &offer.eligibility,
        &offer.cost,
        &offer.schedule,
        &offer.duration,
        &offer.access_note,
        &offer.apply,
    ];
    texts.extend(&offer.bring);
    texts.into_iter().map(|text| text.text.as_str()).collect()
}

fn brotli(bytes: &[u8]) -> usize {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters).expect("memory takes all bytes");
    compressed.len()
}

fn catalog() -> Catalog {
    SeasonSources::grown(OFFERS).catalog("de")
}

#[test]
fn the_measured_season_is_no_easy_one() {
    let catalog = catalog();
    assert_eq!(catalog.offers.len(), OFFERS);
    let letters: usize =
        catalog.offers.iter().flat_map(|offer| texts(offer)).map(|text| text.chars().count()).sum();
    println!("{} letters an offer", letters / OFFERS);
    assert!(letters >= 600 * OFFERS, "{} letters an offer", letters / OFFERS);
    let mut told: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for offer in &catalog.offers {
        for sentence in [&offer.summary, &offer.description, &offer.eligibility, &offer.cost, &offer.apply]
            .into_iter()
            .flat_map(|text| sentences_of(&text.text))
        {
            let offers = told.entry(sentence).or_default();
            if !offers.contains(&offer.id.as_str()) {
                offers.push(&offer.id);
            }
        }
    }
    for (sentence, offers) in told {
        assert!(offers.len() <= 3, "“{sentence}” in {offers:?}");
    }
}

#[test]
fn a_catalog_of_three_hundred_offers_is_small() {
    let catalog = catalog();
    let bytes = catalog.to_bytes();
    let size = brotli(&bytes);
    println!("{OFFERS} offers: {} bytes, brotli {size}", bytes.len());
    let part = |what: &str, change: &dyn Fn(&mut Catalog)| {
        let mut without = catalog.clone();
        change(&mut without);
        println!("  {what}: {}", size.saturating_sub(brotli(&without.to_bytes())));
    };
    part("offers", &|catalog| catalog.offers.clear());
    part("providers", &|catalog| catalog.providers.clear());
    part("days", &|catalog| catalog.days.clear());
    part("synonyms", &|catalog| catalog.synonyms.clear());
    assert!(size <= LIMIT, "the catalog takes {size} bytes, {} more than its limit", size - LIMIT);
}
