//! An offer as `Service`, or as `JobPosting` if it is a job.
//!
//! Google asks of a job: title, description, the day it was posted, who hires, and where; what lacks one of
//! these, and what is invented, is no job posting but a service.

use serde_json::{Value, json};
use shared::catalog::{Label, Offer, Provider, Text};

use super::{About, object, organisation, postal_address};
use crate::route::Route;

/// A job in a company; `employment` is publicly supported and comes by assignment.
const JOB: &str = "job";

/// The offer of the page.
pub(super) fn offer(about: &About<'_>, offer: &Offer) -> Value {
    match about.catalog.provider_of(offer) {
        Some(provider) if is_job(about, offer, provider) => job(about, offer, provider),
        provider => service(about, offer, provider),
    }
}

fn is_job(about: &About<'_>, offer: &Offer, provider: &Provider) -> bool {
    let is_complete =
        !offer.last_checked.is_empty() && !provider.address.is_empty() && !whole_text(offer).is_empty();
    let is_invented = provider.example || about.catalog.season.example;
    offer.kind == JOB && is_complete && !is_invented && !offer.paused
}

fn job(about: &About<'_>, offer: &Offer, provider: &Provider) -> Value {
    object(json!({
        "@type": "JobPosting",
        "title": offer.title.text,
        "description": whole_text(offer),
        "identifier": { "@type": "PropertyValue", "name": provider.name, "value": offer.id },
        "url": about.url(&Route::Offer(offer.id.clone())),
        "datePosted": offer.last_checked,
        "jobStartDate": next_start(about, offer),
        "hiringOrganization": organisation::named(about, provider),
        "jobLocation": { "@type": "Place", "address": postal_address(&provider.address) },
        "qualifications": offer.eligibility.text,
        "inLanguage": language_of(about, &offer.description),
    }))
}

fn service(about: &About<'_>, offer: &Offer, provider: Option<&Provider>) -> Value {
    let kind = Label::find(&about.catalog.vocabulary.offer_kinds, &offer.kind);
    let audience: Vec<Value> = offer
        .target_groups
        .iter()
        .filter_map(|id| Label::find(&about.catalog.vocabulary.target_groups, id))
        .map(|label| json!({ "@type": "Audience", "audienceType": label.text.text }))
        .collect();
    let free =
        json!({ "@type": "Offer", "price": 0, "priceCurrency": "EUR", "description": offer.cost.text });
    let channel = object(json!({
        "@type": "ServiceChannel",
        "serviceUrl": about.url(&Route::Offer(offer.id.clone())),
        "availableLanguage": offer.languages,
        "serviceLocation": provider.filter(|it| !it.address.is_empty()).map(|provider| {
            json!({ "@type": "Place", "name": provider.name, "address": postal_address(&provider.address) })
        }),
    }));
    object(json!({
        "@type": "Service",
        "name": offer.title.text,
        "description": whole_text(offer),
        "url": about.url(&Route::Offer(offer.id.clone())),
        "serviceType": kind.map(|kind| kind.text.text.as_str()),
        "provider": provider.map(|provider| organisation::named(about, provider)),
        "areaServed": provider.map(|provider| provider.district.as_str()),
        "audience": audience,
        "availableChannel": channel,
        "offers": offer.free.then_some(free),
        "disambiguatingDescription": about.invented(provider.is_some_and(|provider| provider.example)),
    }))
}

fn whole_text(offer: &Offer) -> String {
    let parts: Vec<&str> = [&offer.summary, &offer.description]
        .map(|text| text.text.as_str())
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    parts.join("\n\n")
}

fn next_start<'a>(about: &About<'_>, offer: &'a Offer) -> Option<&'a str> {
    offer.start_dates.iter().map(String::as_str).find(|start| *start >= about.request.today)
}

fn language_of<'a>(about: &'a About<'_>, text: &'a Text) -> &'a str {
    text.language.as_deref().unwrap_or(about.request.text.language())
}
