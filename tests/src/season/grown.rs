//! The example season with more offers than anyone would invent: its sentences mixed anew, with other days,
//! numbers, trades and parts of town in them.

use super::SeasonSources;
use crate::chance::Chance;
use serde_json::{Value, json};
use shared::model::{Localised, Offer, OfferStatus, Provider};
use std::collections::BTreeMap;

/// Words that take each other's place, so that a sentence that is told again is another one.
const FAMILIES: [&[&str]; 9] = [
    &["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
    &["montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags"],
    &["zwei", "drei", "vier", "fünf", "sechs", "acht", "zehn", "zwölf"],
    &["Tage", "Wochen", "Monate"],
    &["morgens", "vormittags", "mittags", "nachmittags", "abends"],
    &["Werkstatt", "Halle", "Küche", "Gruppe", "Praxis", "Bibliothek", "Schule", "Gärtnerei"],
    &["Menschen", "Erwachsene", "Nachbarn", "Familien", "Frauen", "Teilnehmende"],
    &["Pankow", "Weißensee", "Karow", "Buch", "Niederschönhausen", "Heinersdorf", "Blankenburg"],
    &["kostenlos", "ohne Gebühr", "umsonst", "frei"],
];

/// Added to the names of providers and offers that come again.
const PLACES: [&str; 12] = [
    "Nord", "Süd", "Ost", "West", "Mitte", "am Park", "am See", "am Ring", "am Kanal", "am Markt", "am Tor",
    "am Wald",
];

/// A sentence and how often it was told.
struct Sentence {
    text: String,
    told: u32,
}

impl SeasonSources {
    /// The example season grown to so many offers in German; always the same ones.
    pub fn grown(offers: usize) -> SeasonSources {
        let mut grown = SeasonSources::example();
        let example = grown.providers.clone();
        let mut sentences = sentences(&example);
        let mut chance = Chance::of(offers as u64);
        let mut count = offers_in(&example);
        let mut round = 0;
        while count < offers {
            round += 1;
            for (key, provider) in &example {
                let mut again = provider.clone();
                let place = PLACES[(round - 1) % PLACES.len()];
                again.name = format!("{} {place}", provider.name.trim_end_matches(" (Beispiel)"));
                if round > PLACES.len() {
                    again.name = format!("{} {}", again.name, round / PLACES.len() + 1);
                }
                again.name.push_str(" (Beispiel)");
                again.description = Localised::german(told_again(&mut sentences, &mut chance, 150));
                again.offers.clear();
                for (id, offer) in provider.offers.iter().take(offers - count) {
                    let offer = offer_again(offer, round, &mut sentences, &mut chance);
                    again.offers.insert(format!("{id}-{round}"), offer);
                    count += 1;
                }
                if !again.offers.is_empty() {
                    grown.providers.insert(format!("{key}-{round}"), again);
                }
            }
        }
        grown
    }

    /// The providers as files that `markt import` reads.
    pub fn to_files(&self) -> Vec<String> {
        /// Of a file that is read in one go.
        const PROVIDERS: usize = 200;

        let providers: Vec<_> = self.providers.iter().collect();
        let file = |part: &[(&String, &Provider)]| {
            let part: BTreeMap<_, _> = part.iter().copied().collect();
            let file: Value = json!({ "format": "markt/1", "season_key": self.key, "providers": part });
            file.to_string()
        };
        providers.chunks(PROVIDERS).map(file).collect()
    }
}

fn offers_in(providers: &BTreeMap<String, Provider>) -> usize {
    let active = |offer: &&Offer| offer.status != OfferStatus::Ended;
    providers.values().map(|provider| provider.offers.values().filter(active).count()).sum()
}

/// An offer with other sentences of the same kind.
fn offer_again(offer: &Offer, round: usize, sentences: &mut [Sentence], chance: &mut Chance) -> Offer {
    let mut again = offer.clone();
    let place = chance.pick(&PLACES).copied().unwrap_or_default();
    again.title = Localised::german(format!("{} {place}, {} Termine", german(&offer.title), round + 1));
    again.summary = Localised::german(told_again(sentences, chance, 40));
    again.description = Localised::german(told_again(sentences, chance, 80));
    again.eligibility = Localised::german(told_again(sentences, chance, 20));
    again.apply = Localised::german(told_again(sentences, chance, 20));
    again.cost.note = Localised::german(told_again(sentences, chance, 20));
    again.access.note = Localised::default();
    again.bring.clear();
    again
}

fn german(text: &Localised) -> &str {
    text.0.get("de").map_or("", |wording| wording.text.as_str())
}

/// All sentences of the offers.
fn sentences(providers: &BTreeMap<String, Provider>) -> Vec<Sentence> {
    let offers = providers.values().flat_map(|provider| provider.offers.values());
    let texts = offers.flat_map(|offer| {
        [&offer.summary, &offer.description, &offer.eligibility, &offer.apply, &offer.cost.note].map(german)
    });
    let mut told: BTreeMap<&str, u32> = BTreeMap::new();
    for sentence in texts.flat_map(sentences_of) {
        *told.entry(sentence).or_default() += 1;
    }
    told.into_iter().map(|(text, told)| Sentence { text: text.to_owned(), told }).collect()
}

/// The sentences of a text.
pub fn sentences_of(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?']).map(str::trim).filter(|sentence| sentence.contains(' '))
}

/// Sentences of together about so many letters, those first that were told least, with other words in them.
fn told_again(sentences: &mut [Sentence], chance: &mut Chance, letters: usize) -> String {
    let mut text = String::new();
    while text.chars().count() < letters {
        // The least told of a few: no sentence is told much more often than another.
        let tries: Vec<usize> = (0..8).map(|_| chance.below(sentences.len())).collect();
        let Some(at) = tries.into_iter().min_by_key(|at| sentences[*at].told) else { break };
        sentences[at].told += 1;
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&varied(&sentences[at].text, chance));
    }
    text
}

/// The sentence with other days, numbers, places.
fn varied(sentence: &str, chance: &mut Chance) -> String {
    let vary = |word: &str, chance: &mut Chance| {
        let letters = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let family = FAMILIES.iter().find(|family| family.contains(&letters));
        let other = family.and_then(|family| chance.pick(family).copied()).unwrap_or(letters);
        format!("{other}{}", &word[letters.len()..])
    };
    sentence.split(' ').map(|word| vary(word, chance)).collect::<Vec<_>>().join(" ")
}
