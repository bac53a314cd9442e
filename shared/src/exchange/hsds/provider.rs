//! From organisations and services of HSDS to providers and offers.

use std::collections::BTreeMap;

use serde_json::Value;

use super::LANGUAGE;
use crate::{
    calendar::Date,
    exchange::check::is_key,
    model::{
        Access, Address, Cost, Localised, MadeBy, Offer, OfferStatus, PaperToBring, Problem, Provider,
        PublicContact, Set, Wording,
    },
};

/// Providers in the making, by key.
#[derive(Default)]
pub(super) struct Providers {
    pub(super) providers: BTreeMap<String, Provider>,
    pub(super) warnings: Vec<Problem>,
}

impl Providers {
    /// Adds an organisation with the services that are in it.
    pub(super) fn add_organization(&mut self, organization: &Value) {
        let Some(key) = self.key(organization) else { return };
        let provider = self.providers.entry(key).or_default();
        if provider.name.is_empty() {
            *provider =
                Provider { offers: std::mem::take(&mut provider.offers), ..self::provider(organization) };
        }
        for service in parts(organization, "services") {
            self.add_service(service, Some(organization));
        }
    }

    /// Adds a service to its organisation: the one it is in, the one in it, or the one it refers to.
    pub(super) fn add_service(&mut self, service: &Value, organization: Option<&Value>) {
        let Some(id) = self.key(service) else { return };
        let organization = organization.or_else(|| service.get("organization"));
        let key = match organization {
            Some(organization) => {
                if organization.get("services").is_none() {
                    self.add_organization(organization);
                }
                self.key(organization)
            }
            None => Some(key_of(text(service, "organization_id")).unwrap_or_else(|| id.clone())),
        };
        let Some(key) = key else { return };
        let provider = self.providers.entry(key.clone()).or_default();
        if provider.name.is_empty() {
            provider.name = text(service, "name").to_owned();
            self.warnings.push(Problem {
                path: format!("providers.{key}.name"),
                expected: "the organization of the service".to_owned(),
            });
        }
        let offer = offer(service);
        if provider.contact.phone.is_empty() {
            provider.contact.phone = phone(service);
        }
        if provider.contact.email.is_empty() {
            provider.contact.email = text(service, "email").to_owned();
        }
        provider.offers.insert(id, offer);
    }

    /// Adds the service of a service at a location, and the location to its provider if it has none.
    pub(super) fn add_service_at_location(&mut self, at_location: &Value) {
        let Some(service) = at_location.get("service") else { return };
        self.add_service(service, None);
        let key = match service.get("organization") {
            Some(organization) => self.key(organization),
            None => self.key(service),
        };
        let (Some(key), Some(id), Some(location)) = (key, self.key(service), at_location.get("location"))
        else {
            return;
        };
        let Some(provider) = self.providers.get_mut(&key) else { return };
        if provider.contact.address == Address::default() {
            provider.contact.address = address(location);
        }
        if let Some(offer) = provider.offers.get_mut(&id)
            && offer.access.note.is_empty()
        {
            offer.access = access(&[location]);
        }
    }

    /// Those that can be shown: what has no name is left out.
    pub(super) fn named(mut self) -> Self {
        let mut nameless = Vec::new();
        self.providers.retain(|key, provider| {
            provider.offers.retain(|id, offer| {
                let named = !offer.title.is_empty();
                if !named {
                    nameless.push(format!("providers.{key}.offers.{id}"));
                }
                named
            });
            let named = !provider.name.trim().is_empty();
            if !named {
                nameless.push(format!("providers.{key}"));
            }
            named
        });
        let expected = "a name; left out";
        self.warnings
            .extend(nameless.into_iter().map(|path| Problem { path, expected: expected.to_owned() }));
        self
    }

    fn key(&mut self, part: &Value) -> Option<String> {
        let id = text(part, "id");
        let key = key_of(id);
        if key.is_none() {
            self.warnings.push(Problem {
                path: format!("id {id}"),
                expected: "an id of letters, digits and hyphens; left out".to_owned(),
            });
        }
        key
    }
}

/// The id itself, so that a second import finds what the first made.
fn key_of(id: &str) -> Option<String> {
    let key: String = id.trim().to_ascii_lowercase().replace(['_', '.', ':', '/', ' '], "-");
    is_key(&key).then_some(key)
}

fn provider(organization: &Value) -> Provider {
    let contacts = parts(organization, "contacts");
    let desk = contacts.iter().map(|contact| text(contact, "department")).find(|desk| !desk.is_empty());
    let phone = Some(phone(organization))
        .filter(|phone| !phone.is_empty())
        .or_else(|| contacts.iter().map(phone).find(|phone| !phone.is_empty()));
    let locations = parts(organization, "locations");
    Provider {
        name: text(organization, "name").to_owned(),
        description: localised(text(organization, "description")),
        contact: PublicContact {
            desk: localised(desk.unwrap_or_default()),
            phone: phone.unwrap_or_default(),
            email: text(organization, "email").to_owned(),
            website: first_text(organization, &["website", "url"]).to_owned(),
            address: locations.first().map(address).unwrap_or_default(),
        },
        languages: locations.iter().flat_map(|location| languages(location).0).collect(),
        ..Provider::default()
    }
}

fn offer(service: &Value) -> Offer {
    let locations: Vec<&Value> =
        parts(service, "service_at_locations").iter().filter_map(|at| at.get("location")).collect();
    let mut eligibility = text(service, "eligibility_description").to_owned();
    if eligibility.is_empty() {
        eligibility = ages(service);
    }
    let description = text(service, "description").trim();
    Offer {
        title: localised(text(service, "name")),
        summary: localised(first_sentence(description)),
        description: localised(description),
        eligibility: localised(&eligibility),
        bring: parts(service, "required_documents")
            .iter()
            .filter(|paper| !text(paper, "document").is_empty())
            .map(|paper| PaperToBring {
                id: text(paper, "id").to_owned(),
                text: localised(text(paper, "document")),
            })
            .collect(),
        cost: Cost { free: false, note: localised(&cost(service)) },
        schedule: localised(&schedule(service)),
        languages: languages(service),
        access: access(&locations),
        apply: localised(text(service, "application_process")),
        status: match text(service, "status") {
            "inactive" | "temporarily closed" => OfferStatus::Paused,
            "defunct" => OfferStatus::Ended,
            _ => OfferStatus::Active,
        },
        last_checked: ["assured_date", "last_modified"]
            .iter()
            .filter_map(|name| text(service, name).get(..10))
            .find(|date| date.parse::<Date>().is_ok())
            .unwrap_or_default()
            .to_owned(),
        ..Offer::default()
    }
}

fn ages(service: &Value) -> String {
    match (number(service, "minimum_age"), number(service, "maximum_age")) {
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => format!("{from}+"),
        (None, Some(to)) => format!("–{to}"),
        (None, None) => String::new(),
    }
}

fn cost(service: &Value) -> String {
    let fees = first_text(service, &["fees_description", "fees"]);
    if !fees.is_empty() {
        return fees.to_owned();
    }
    let options: Vec<String> = parts(service, "cost_options")
        .iter()
        .map(|option| {
            let amount = number(option, "amount").map(|amount| amount.to_string()).unwrap_or_default();
            let currency = text(option, "currency").to_uppercase();
            let words = [text(option, "option"), &amount, &currency, text(option, "amount_description")];
            words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
        })
        .collect();
    options.join("; ")
}

fn schedule(service: &Value) -> String {
    let lines: Vec<String> = parts(service, "schedules")
        .iter()
        .map(|schedule| {
            let described = text(schedule, "description");
            if !described.is_empty() {
                return described.to_owned();
            }
            let minutes = |name| text(schedule, name).get(..5).unwrap_or_default().to_owned();
            let (days, opens, closes) = (text(schedule, "byday"), minutes("opens_at"), minutes("closes_at"));
            if opens.is_empty() { days.to_owned() } else { format!("{days} {opens}–{closes}") }
        })
        .filter(|line| !line.trim().is_empty())
        .collect();
    lines.join("\n")
}

fn access(locations: &[&Value]) -> Access {
    let notes: Vec<String> = locations
        .iter()
        .flat_map(|location| parts(location, "accessibility"))
        .map(|access| [text(access, "description"), text(access, "details")].join(" ").trim().to_owned())
        .filter(|note| !note.is_empty())
        .collect();
    Access { features: Set::default(), note: localised(&notes.join("\n")) }
}

fn address(location: &Value) -> Address {
    let addresses = parts(location, "addresses");
    let none = Value::Null;
    let address = addresses
        .iter()
        .find(|address| text(address, "address_type") == "physical")
        .or_else(|| addresses.first())
        .unwrap_or(&none);
    let position = (number(location, "latitude"), number(location, "longitude"));
    let (latitude, longitude) = match position {
        (Some(latitude), Some(longitude)) if latitude.abs() <= 90.0 && longitude.abs() <= 180.0 => {
            (Some(latitude), Some(longitude))
        }
        _ => (None, None),
    };
    Address {
        street: text(address, "address_1").to_owned(),
        postcode: text(address, "postal_code").to_owned(),
        city: text(address, "city").to_owned(),
        district: first_text(address, &["address_2", "region"]).to_owned(),
        latitude,
        longitude,
    }
}

fn languages(part: &Value) -> Set {
    parts(part, "languages")
        .iter()
        .map(|language| text(language, "code"))
        .filter(|code| (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase()))
        .collect()
}

/// The first number of `part`; examples in the wild put it in quotes.
fn phone(part: &Value) -> String {
    parts(part, "phones")
        .iter()
        .map(|phone| text(phone, "number").trim_matches(['"', ' ']))
        .find(|number| !number.is_empty())
        .unwrap_or_default()
        .to_owned()
}

fn first_sentence(text: &str) -> &str {
    match text.find(". ") {
        Some(end) => &text[..=end],
        None => text,
    }
}

fn localised(text: &str) -> Localised {
    let text = text.trim();
    if text.is_empty() {
        return Localised::default();
    }
    let wording = Wording { text: text.to_owned(), by: MadeBy::Human };
    Localised(BTreeMap::from([(LANGUAGE.to_owned(), wording)]))
}

fn text<'a>(part: &'a Value, name: &str) -> &'a str {
    part.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn first_text<'a>(part: &'a Value, names: &[&str]) -> &'a str {
    names.iter().map(|name| text(part, name)).find(|text| !text.is_empty()).unwrap_or_default()
}

/// A number; tables have them as text.
fn number(part: &Value, name: &str) -> Option<f64> {
    let value = part.get(name)?;
    value.as_f64().or_else(|| value.as_str()?.parse().ok()).filter(|number: &f64| number.is_finite())
}

fn parts<'a>(part: &'a Value, name: &str) -> &'a [Value] {
    part.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
