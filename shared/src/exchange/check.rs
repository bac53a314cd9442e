//! What must hold in a file of the project's own format beyond its shape.

use std::collections::BTreeMap;

use super::{Import, ImportFault, position::join};
use crate::{
    calendar::{Date, minutes_of_day},
    catalog::season_days,
    model::{Address, Hours, Localised, Market, Offer, Problem, Provider, Season, Set},
};

/// Where something is wrong, and what.
pub(super) type Fault = (String, ImportFault);

/// The longest key.
const MAX_KEY: usize = 80;

/// Words that a consent text has at most, so that it is read.
const MAX_CONSENT_WORDS: usize = 60;

pub(super) fn import(import: &Import) -> Result<(), Fault> {
    if import.season_key.is_empty() {
        return Err(("season_key".to_owned(), ImportFault::SeasonKeyMissing));
    }
    key("season_key", &import.season_key)?;
    if let Some(season) = &import.season {
        check_season(season)?;
        market_dates(season, &import.markets)?;
    }
    for (date, value) in &import.markets {
        market(&join("markets", date), date, value)?;
    }
    let mut offers: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, value) in &import.providers {
        let path = join("providers", name);
        key(&path, name)?;
        provider(&path, value)?;
        for id in value.offers.keys() {
            if let Some(other) = offers.insert(id, name) {
                let fault = ImportFault::DuplicateOffer { id: id.clone(), provider: other.to_owned() };
                return Err((format!("{path}.offers.{id}"), fault));
            }
        }
    }
    Ok(())
}

/// Whether each market falls on a date of `season`.
pub(super) fn market_dates(season: &Season, markets: &BTreeMap<String, Market>) -> Result<(), Fault> {
    let (days, _) = season_days(season);
    for text in markets.keys() {
        let date = text.parse::<Date>().ok();
        if !days.iter().any(|day| Some(day.date) == date) {
            return Err((join("markets", text), ImportFault::NotInSeason(text.clone())));
        }
    }
    Ok(())
}

fn check_season(season: &Season) -> Result<(), Fault> {
    not_empty("season.title", &season.title)?;
    hours("season.hours", &season.hours)?;
    address("season.place.address", &season.place.address)?;
    let (_, problems) = season_days(season);
    if let Some(problem) = problems.into_iter().next() {
        return Err(("season".to_owned(), problem.into()));
    }
    if season.languages.is_empty() {
        return Err(("season.languages".to_owned(), ImportFault::Empty));
    }
    for (index, tag) in season.languages.iter().enumerate() {
        language(&format!("season.languages[{index}]"), tag)?;
    }
    for (index, question) in season.questionnaire.questions.iter().enumerate() {
        let path = format!("season.questionnaire.questions[{index}]");
        key(&join(&path, "id"), &question.id)?;
        not_empty(&join(&path, "text"), &question.text)?;
    }
    for (index, consent) in season.consent.iter().enumerate() {
        let path = format!("season.consent[{index}]");
        not_empty(&join(&path, "text"), &consent.text)?;
        if consent.version.is_empty() {
            return Err((join(&path, "version"), ImportFault::Empty));
        }
    }
    Ok(())
}

fn market(path: &str, day: &str, market: &Market) -> Result<(), Fault> {
    date(path, day)?;
    if !market.date.is_empty() && market.date != day {
        return Err((join(path, "date"), ImportFault::Date(market.date.clone())));
    }
    if let Some(value) = &market.hours {
        hours(&join(path, "hours"), value)?;
    }
    if let Some(place) = &market.place {
        address(&join(path, "place.address"), &place.address)?;
    }
    for (id, stand) in &market.stands {
        let path = format!("{path}.stands.{id}");
        key(&path, id)?;
        if stand.label.is_empty() {
            return Err((join(&path, "label"), ImportFault::Empty));
        }
    }
    for (index, point) in market.programme.iter().enumerate() {
        time(&format!("{path}.programme[{index}].time"), &point.time)?;
    }
    for (index, news) in market.announcements.iter().enumerate() {
        let path = format!("{path}.announcements[{index}].at");
        let (day, clock) = news.at.split_once('T').unwrap_or((&news.at, ""));
        date(&path, day)?;
        time(&path, clock)?;
    }
    Ok(())
}

fn provider(path: &str, provider: &Provider) -> Result<(), Fault> {
    if provider.name.trim().is_empty() {
        return Err((join(path, "name"), ImportFault::Empty));
    }
    languages(&join(path, "languages"), &provider.languages)?;
    address(&join(path, "contact.address"), &provider.contact.address)?;
    optional_date(&join(path, "last_checked"), &provider.last_checked)?;
    if let Some(accreditation) = &provider.accreditation {
        optional_date(&join(path, "accreditation.valid_until"), &accreditation.valid_until)?;
    }
    provider.offers.iter().try_for_each(|(id, value)| {
        let path = format!("{path}.offers.{id}");
        key(&path, id)?;
        offer(&path, value)
    })
}

fn offer(path: &str, offer: &Offer) -> Result<(), Fault> {
    not_empty(&join(path, "title"), &offer.title)?;
    languages(&join(path, "languages"), &offer.languages)?;
    optional_date(&join(path, "last_checked"), &offer.last_checked)?;
    for (index, start) in offer.start_dates.iter().enumerate() {
        date(&format!("{path}.start_dates[{index}]"), start)?;
    }
    Ok(())
}

fn not_empty(path: &str, text: &Localised) -> Result<(), Fault> {
    for tag in text.0.keys() {
        language(&join(path, tag), tag)?;
    }
    if text.is_empty() { Err((path.to_owned(), ImportFault::Empty)) } else { Ok(()) }
}

fn key(path: &str, key: &str) -> Result<(), Fault> {
    if is_key(key) { Ok(()) } else { Err((path.to_owned(), ImportFault::Key(key.to_owned()))) }
}

/// Whether `text` can be a key: part of an address, the same in all alphabets.
pub(super) fn is_key(text: &str) -> bool {
    (1..=MAX_KEY).contains(&text.len())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

fn date(path: &str, text: &str) -> Result<(), Fault> {
    match text.parse::<Date>() {
        Ok(_) => Ok(()),
        Err(_) => Err((path.to_owned(), ImportFault::Date(text.to_owned()))),
    }
}

fn optional_date(path: &str, text: &str) -> Result<(), Fault> {
    if text.is_empty() { Ok(()) } else { date(path, text) }
}

fn hours(path: &str, hours: &Hours) -> Result<(), Fault> {
    time(&join(path, "from"), &hours.from)?;
    time(&join(path, "to"), &hours.to)
}

fn time(path: &str, text: &str) -> Result<(), Fault> {
    match minutes_of_day(text) {
        Some(_) => Ok(()),
        None => Err((path.to_owned(), ImportFault::Time(text.to_owned()))),
    }
}

fn languages(path: &str, tags: &Set) -> Result<(), Fault> {
    tags.iter().try_for_each(|tag| language(path, tag))
}

fn language(path: &str, tag: &str) -> Result<(), Fault> {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let valid = (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    if valid { Ok(()) } else { Err((path.to_owned(), ImportFault::Language(tag.to_owned()))) }
}

fn address(path: &str, address: &Address) -> Result<(), Fault> {
    for (name, degrees, bound) in
        [("latitude", address.latitude, 90.0), ("longitude", address.longitude, 180.0)]
    {
        if let Some(degrees) = degrees
            && !(-bound..=bound).contains(&degrees)
        {
            return Err((join(path, name), ImportFault::Degrees(degrees.to_string())));
        }
    }
    Ok(())
}

/// What is no mistake by itself but would show as a gap: references that lead nowhere.
///
/// A file that holds only a part of the season can not know all keys, so only what the file itself
/// should know is looked at.
pub(super) fn warnings(import: &Import) -> Vec<Problem> {
    let mut warnings = Vec::new();
    let mut warn = |path: String, expected: &str| {
        warnings.push(Problem { path, expected: expected.to_owned() });
    };
    for (date, market) in import.markets.iter().filter(|_| !import.providers.is_empty()) {
        for (id, stand) in &market.stands {
            if !stand.provider.is_empty() && !import.providers.contains_key(&stand.provider) {
                warn(format!("markets.{date}.stands.{id}.provider"), "the key of a provider");
            }
        }
    }
    let Some(season) = &import.season else { return warnings };
    let words = &season.taxonomies;
    for (date, market) in &import.markets {
        for id in market.focus.iter().filter(|id| !words.topics.contains_key(*id)) {
            warn(format!("markets.{date}.focus.{id}"), "an id of season.taxonomies.topics");
        }
    }
    for (index, consent) in season.consent.iter().enumerate() {
        for (tag, wording) in &consent.text.0 {
            if wording.text.split_whitespace().count() > MAX_CONSENT_WORDS {
                warn(format!("season.consent[{index}].text.{tag}"), "at most 60 words");
            }
        }
    }
    warnings
}
