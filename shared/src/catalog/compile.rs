//! From the published documents to a catalog in one language.

use std::collections::BTreeMap;

use super::{
    Announcement, Catalog, Condition, ConsentText, Day, Label, Offer, Place, ProgrammePoint, Provider,
    Question, QuestionOption, SeasonInfo, Stand, Text, Vocabulary, fold::fold,
};
use crate::{
    calendar::{self, CalendarProblem, DayState, SeasonDates, SeasonDay},
    model::{self, Localised, MadeBy, MarketStatus, OfferStatus, Problem, QuestionKind},
};

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
        vocabulary: compiler.vocabulary(&season.taxonomies),
        providers,
        offers,
        consent: consent(&season.consent),
        questionnaire: season.questionnaire.version.clone(),
        questions: compiler.questions(&season.questionnaire.questions),
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
            imprint: self.text(&season.imprint),
            privacy: self.text(&season.privacy),
            accessibility: self.text(&season.accessibility),
        }
    }

    fn days(&mut self, sources: &Sources<'_>) -> Vec<Day> {
        let (days, problems) = season_days(sources.season);
        for problem in problems {
            self.problem("season".to_owned(), problem.to_string());
        }
        for date in sources.markets.keys() {
            if !days.iter().any(|day| day.date.to_string() == *date) {
                self.problem(format!("markets.{date}"), "a date of the season");
            }
        }
        days.iter()
            .map(|day| {
                let date = day.date.to_string();
                let market = sources.markets.get(&date);
                self.day(date, day.state, market, sources)
            })
            .collect()
    }

    fn day(
        &mut self,
        date: String,
        state: DayState,
        market: Option<&model::Market>,
        sources: &Sources<'_>,
    ) -> Day {
        let none = model::Market::default();
        let market = market.unwrap_or(&none);
        let hours = market.hours.as_ref().unwrap_or(&sources.season.hours);
        let place = market.place.as_ref().unwrap_or(&sources.season.place);
        Day {
            cancelled: state == DayState::Cancelled || market.status == MarketStatus::Cancelled,
            extra: state == DayState::Extra,
            from: hours.from.clone(),
            to: hours.to.clone(),
            place: Place {
                name: self.text(&place.name),
                address: address_line(&place.address),
                position: position(&place.address),
                how_to_find: self.text(&place.how_to_find),
                access: self.text(&place.access),
            },
            focus: market.focus.iter().map(str::to_owned).collect(),
            weather: self.text(&market.weather),
            stands: self.stands(&date, market, sources.providers),
            programme: market
                .programme
                .iter()
                .map(|point| ProgrammePoint {
                    time: point.time.clone(),
                    title: self.text(&point.title),
                    place: self.text(&point.place),
                })
                .collect(),
            announcements: market
                .announcements
                .iter()
                .map(|news| Announcement { at: news.at.clone(), text: self.text(&news.text) })
                .collect(),
            sealing_key: market.sealing_key.as_ref().map(|key| key.public.clone()).unwrap_or_default(),
            date,
        }
    }

    fn stands(
        &mut self,
        date: &str,
        market: &model::Market,
        providers: &BTreeMap<String, model::Provider>,
    ) -> Vec<Stand> {
        let mut stands = Vec::new();
        for (id, stand) in &market.stands {
            let mut provider = stand.provider.clone();
            if !provider.is_empty() && !providers.contains_key(&provider) {
                self.problem(format!("markets.{date}.stands.{id}.provider"), "the key of a provider");
                provider.clear();
            }
            stands.push(Stand {
                id: id.clone(),
                label: stand.label.clone(),
                x: stand.x,
                y: stand.y,
                provider,
            });
        }
        stands.sort_by_cached_key(|stand| {
            (stand.label.parse::<u32>().unwrap_or(u32::MAX), stand.label.clone(), stand.id.clone())
        });
        stands
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
        offers.sort_by_cached_key(|offer| (fold(&offer.title.text), offer.id.clone()));
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

    fn vocabulary(&self, taxonomies: &model::Taxonomies) -> Vocabulary {
        Vocabulary {
            offer_kinds: self.labels(&taxonomies.offer_kinds),
            provider_kinds: self.labels(&taxonomies.provider_kinds),
            target_groups: self.labels(&taxonomies.target_groups),
            topics: self.labels(&taxonomies.topics),
            needs: self.labels(&taxonomies.needs),
            access: self.labels(&taxonomies.access),
            languages: self.labels(&taxonomies.languages),
        }
    }

    fn labels(&self, labels: &BTreeMap<String, Localised>) -> Vec<Label> {
        labels.iter().map(|(id, label)| Label { id: id.clone(), text: self.text(label) }).collect()
    }

    /// A condition on a question that does not come before would hide its own forever: it is dropped.
    fn questions(&mut self, sources: &[model::Question]) -> Vec<Question> {
        let mut questions: Vec<Question> = Vec::new();
        for source in sources {
            let mut question = self.question(source);
            if let Some(condition) = &question.when
                && !questions.iter().any(|earlier| earlier.id == condition.question)
            {
                self.problem(format!("season.questionnaire.{}.when", source.id), "an earlier question");
                question.when = None;
            }
            questions.push(question);
        }
        questions
    }

    fn question(&self, question: &model::Question) -> Question {
        Question {
            id: question.id.clone(),
            kind: match question.kind {
                QuestionKind::Scale => "scale",
                QuestionKind::YesNo => "yes-no",
                QuestionKind::Choice => "choice",
                QuestionKind::Choices => "choices",
                QuestionKind::Text => "text",
            }
            .to_owned(),
            text: self.text(&question.text),
            low: self.text(&question.low),
            high: self.text(&question.high),
            options: question
                .options
                .iter()
                .map(|option| QuestionOption { id: option.id.clone(), text: self.text(&option.text) })
                .collect(),
            when: question
                .when
                .as_ref()
                .map(|when| Condition { question: when.question.clone(), is: when.is.clone() }),
        }
    }
}

/// Consent is given in a language of the visitor's choice, so all of them are in every catalog.
fn consent(texts: &[model::ConsentText]) -> Vec<ConsentText> {
    texts
        .iter()
        .flat_map(|consent| {
            consent.text.0.iter().map(|(language, wording)| ConsentText {
                version: consent.version.clone(),
                purpose: consent.purpose.clone(),
                language: language.clone(),
                text: wording.text.clone(),
                machine: wording.by == MadeBy::Machine,
            })
        })
        .collect()
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
mod tests {
    use super::*;
    use crate::model::{Market, Season};

    fn sources(json: &str) -> (Season, BTreeMap<String, Market>, BTreeMap<String, model::Provider>) {
        #[derive(serde::Deserialize)]
        struct All {
            season: Season,
            markets: BTreeMap<String, Market>,
            providers: BTreeMap<String, model::Provider>,
        }
        let All { season, markets, providers } = serde_json::from_str(json).expect("valid");
        (season, markets, providers)
    }

    const SMALL: &str = r#"{
        "season": {
            "title": {"de": "Markt der Möglichkeiten", "en": "Market of opportunities"},
            "place": {"name": {"de": "Mauerpark"}, "address": {"street": "Am Platz 1", "postcode": "10437", "city": "Berlin"}},
            "hours": {"from": "10:00", "to": "16:00"},
            "rule": "RRULE:FREQ=MONTHLY;BYMONTH=5,6;BYDAY=3SA", "from": "2026-05-01", "until": "2026-06-30",
            "extra_dates": ["2026-05-23"], "cancelled_dates": ["2026-05-16"],
            "taxonomies": {"topics": {"pflege": {"de": "Pflege"}}},
            "consent": [{"version": "1", "purpose": "contact", "text": {"de": "Ja", "tr": {"text": "Evet", "by": "machine"}}}]
        },
        "markets": {
            "2026-05-23": {"stands": {
                "a": {"label": "10", "provider": "b"}, "b": {"label": "9", "provider": "gone"}, "c": {"label": "Zelt"}
            }},
            "2026-06-20": {"status": "cancelled"},
            "2026-06-21": {}
        },
        "providers": {
            "b": {"name": "Ämter-Lotsen", "languages": ["de"], "offers": {
                "z": {"title": {"de": "Ähnliches"}, "description": {"en": {"text": "Similar", "by": "machine"}}},
                "y": {"title": {"de": "Zuletzt"}, "languages": ["ar"], "status": "paused"},
                "x": {"title": {"de": "Vorbei"}, "status": "ended"}
            }},
            "c": {"name": "Berg", "offers": {"z": {"title": {"de": "Noch eins"}}}}
        }
    }"#;

    fn compile_small(language: &str) -> (Catalog, Vec<Problem>) {
        let (season, markets, providers) = sources(SMALL);
        compile(&Sources { key: "s", season: &season, markets: &markets, providers: &providers }, language)
    }

    #[test]
    fn days_come_from_the_calendar_and_the_market_documents() {
        let (catalog, _) = compile_small("de");
        let days: Vec<_> =
            catalog.days.iter().map(|day| (day.date.as_str(), day.cancelled, day.extra)).collect();
        assert_eq!(
            days,
            [("2026-05-16", true, false), ("2026-05-23", false, true), ("2026-06-20", true, false)]
        );
        assert_eq!(catalog.days[1].place.address, "Am Platz 1, 10437 Berlin");
        let stands: Vec<_> = catalog.days[1]
            .stands
            .iter()
            .map(|stand| (stand.label.as_str(), stand.provider.as_str()))
            .collect();
        assert_eq!(stands, [("9", ""), ("10", "b"), ("Zelt", "")]);
    }

    #[test]
    fn what_is_left_out_is_reported() {
        let (_, problems) = compile_small("de");
        let paths: Vec<_> = problems.iter().map(|problem| problem.path.as_str()).collect();
        assert_eq!(
            paths,
            ["markets.2026-06-21", "markets.2026-05-23.stands.b.provider", "providers.c.offers.z"]
        );
    }

    #[test]
    fn ended_offers_are_left_out_and_the_rest_is_in_alphabetical_order() {
        let (catalog, _) = compile_small("de");
        let offers: Vec<_> = catalog
            .offers
            .iter()
            .map(|offer| (offer.title.text.as_str(), offer.languages.join(" "), offer.paused))
            .collect();
        assert_eq!(offers, [("Ähnliches", "de".to_owned(), false), ("Zuletzt", "ar".to_owned(), true)]);
    }

    #[test]
    fn a_text_in_another_language_says_so() {
        let (catalog, _) = compile_small("ar");
        assert_eq!(catalog.season.title.text, "Market of opportunities");
        assert_eq!(catalog.season.title.language.as_deref(), Some("en"));
        assert_eq!(catalog.days[0].place.name.language.as_deref(), Some("de"));
        let (catalog, _) = compile_small("en");
        assert_eq!(catalog.season.title.language, None);
        assert!(catalog.offers[0].description.machine);
        assert_eq!(catalog.consent.len(), 2);
        assert!(catalog.consent[1].machine);
    }

    #[test]
    fn an_address_is_one_line() {
        let line = |street: &str, postcode: &str, city: &str| {
            address_line(&model::Address {
                street: street.to_owned(),
                postcode: postcode.to_owned(),
                city: city.to_owned(),
                ..model::Address::default()
            })
        };
        assert_eq!(line("Weg 1", "13187", "Berlin"), "Weg 1, 13187 Berlin");
        assert_eq!(line("Weg 1", "", "Berlin"), "Weg 1, Berlin");
        assert_eq!(line("", "13187", "Berlin"), "13187 Berlin");
        assert_eq!(line("", "", ""), "");
    }
}
