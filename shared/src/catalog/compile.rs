//! From the published documents to a catalog in one language.

mod days;
mod small_print;
mod words;

use std::collections::BTreeMap;

use super::{Catalog, Offer, Provider, SeasonInfo, Text, encode::alphabetical, fold::fold};
use crate::{
    calendar::{self, CalendarProblem, SeasonDates, SeasonDay},
    model::{self, Localised, MadeBy, OfferStatus, Problem},
};

pub use self::small_print::compile_small_print;

/// What a catalog is compiled from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The season's key, such as `pankow-2026`.
    pub key: &'a str,
    /// The season.
    pub season: &'a model::Season,
    /// Its markets by date (ISO 8601); dates without one follow the season.
    pub markets: &'a BTreeMap<String, model::Market>,
    /// Its providers by key.
    pub providers: &'a BTreeMap<String, model::Provider>,
}

/// Compiles the catalog in `language` (BCP 47), and says what had to be left out.
///
/// Texts that do not exist in `language` fall back as [`Localised::in_language`] states, and name the
/// language they are in. Offers that ended are left out. The same sources give the same bytes.
pub fn compile(sources: &Sources<'_>, language: &str) -> (Catalog, Vec<Problem>) {
    let Sources { key, season, .. } = *sources;
    let mut compiler = Compiler { language, problems: Vec::new() };
    let days = compiler.days(sources);
    let (providers, offers) = compiler.providers(sources.providers);
    let catalog = Catalog {
        format: Catalog::FORMAT,
        language: language.to_owned(),
        season: compiler.season(key, season),
        days,
        vocabulary: compiler.vocabulary(&season.taxonomies, &providers),
        providers,
        offers,
        synonyms: words::synonyms(&season.synonyms),
    };
    (catalog, compiler.problems)
}

/// The dates of `season` in order, and what in them could not be understood.
pub fn season_days(season: &model::Season) -> (Vec<SeasonDay>, Vec<CalendarProblem>) {
    calendar::days(&SeasonDates {
        rule: &season.rule,
        from: &season.from,
        until: &season.until,
        extra: &season.extra_dates.iter().collect::<Vec<_>>(),
        cancelled: &season.cancelled_dates.iter().collect::<Vec<_>>(),
    })
}

struct Compiler<'a> {
    language: &'a str,
    problems: Vec<Problem>,
}

impl Compiler<'_> {
    fn problem(&mut self, path: String, expected: impl Into<String>) {
        self.problems.push(Problem { path, expected: expected.into() });
    }

    fn text(&self, localised: &Localised) -> Text {
        match localised.in_language(self.language) {
            Some((tag, wording)) => Text {
                text: wording.text.clone(),
                language: (tag != self.language).then(|| tag.to_owned()),
                machine: wording.by == MadeBy::Machine,
            },
            None => Text::default(),
        }
    }

    fn season(&self, key: &str, season: &model::Season) -> SeasonInfo {
        SeasonInfo {
            key: key.to_owned(),
            title: self.text(&season.title),
            example: season.example,
            languages: season.languages.clone(),
            time_zone: season.time_zone.clone(),
            retention_days: season.retention_days,
        }
    }

    fn providers(&mut self, sources: &BTreeMap<String, model::Provider>) -> (Vec<Provider>, Vec<Offer>) {
        let mut sources: Vec<_> = sources.iter().collect();
        sources.sort_by_cached_key(|(key, provider)| (fold(&provider.name), (*key).clone()));
        let mut providers = Vec::new();
        let mut offers: Vec<Offer> = Vec::new();
        for (key, source) in sources {
            let Ok(index) = u16::try_from(providers.len()) else {
                self.problem(format!("providers.{key}"), "at most 65536 providers");
                break;
            };
            providers.push(self.provider(key, source));
            for (id, offer) in &source.offers {
                if offer.status != OfferStatus::Ended {
                    offers.push(self.offer(id, index, offer, source));
                }
            }
        }
        // Of two offers with one id, only one can have the address.
        offers.sort_by(|a, b| a.id.cmp(&b.id));
        offers.dedup_by(|later, first| {
            let same = later.id == first.id;
            if same {
                let key = &providers[usize::from(later.provider)].key;
                self.problem(format!("providers.{key}.offers.{}", later.id), "an id that no other offer has");
            }
            same
        });
        alphabetical(&mut offers);
        offers.truncate(usize::from(u16::MAX));
        (providers, offers)
    }

    fn provider(&self, key: &str, source: &model::Provider) -> Provider {
        let contact = &source.contact;
        Provider {
            key: key.to_owned(),
            name: source.name.clone(),
            example: source.example,
            walk_in: source.walk_in,
            kind: source.kind.id().to_owned(),
            description: self.text(&source.description),
            desk: self.text(&contact.desk),
            phone: contact.phone.clone(),
            email: contact.email.clone(),
            website: contact.website.clone(),
            address: address_line(&contact.address),
            district: contact.address.district.clone(),
            position: position(&contact.address),
            languages: ids(&source.languages),
            last_checked: source.last_checked.clone(),
        }
    }

    fn offer(&self, id: &str, provider: u16, offer: &model::Offer, source: &model::Provider) -> Offer {
        let languages = if offer.languages.0.is_empty() { &source.languages } else { &offer.languages };
        Offer {
            id: id.to_owned(),
            provider,
            kind: offer.kind.id().to_owned(),
            title: self.text(&offer.title),
            summary: self.text(&offer.summary),
            description: self.text(&offer.description),
            needs: ids(&offer.needs),
            topics: ids(&offer.topics),
            target_groups: ids(&offer.target_groups),
            eligibility: self.text(&offer.eligibility),
            bring: offer.bring.iter().map(|paper| self.text(&paper.text)).collect(),
            free: offer.cost.free,
            cost: self.text(&offer.cost.note),
            schedule: self.text(&offer.schedule),
            start_dates: offer.start_dates.clone(),
            duration: self.text(&offer.duration),
            places: offer.places,
            languages: ids(languages),
            access: ids(&offer.access.features),
            access_note: self.text(&offer.access.note),
            apply: self.text(&offer.apply),
            paused: offer.status == OfferStatus::Paused,
            last_checked: offer.last_checked.clone(),
        }
    }
}

fn ids(set: &model::Set) -> Vec<String> {
    set.iter().map(str::to_owned).collect()
}

fn position(address: &model::Address) -> Option<(f64, f64)> {
    Some((address.latitude?, address.longitude?))
}

/// `Beispielstraße 12, 13187 Berlin`.
fn address_line(address: &model::Address) -> String {
    let mut line = address.street.clone();
    for (separator, part) in [(", ", &address.postcode), (" ", &address.city)] {
        if !part.is_empty() {
            if !line.is_empty() {
                line.push_str(if separator == " " && address.postcode.is_empty() { ", " } else { separator });
            }
            line.push_str(part);
        }
    }
    line
}

#[cfg(test)]
mod tests;
