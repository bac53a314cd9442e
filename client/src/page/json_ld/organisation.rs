//! A provider as `Organization`.

use serde_json::{Value, json};
use shared::catalog::Provider;

use super::{About, coordinates, object, postal_address};
use crate::route::Route;

/// All that the page of the provider says.
pub(super) fn whole(about: &About<'_>, provider: &Provider) -> Value {
    let place = object(json!({
        "@type": "Place",
        "address": postal_address(&provider.address),
        "geo": coordinates(provider.position),
    }));
    let contact = object(json!({
        "@type": "ContactPoint",
        "contactType": "customer service",
        "telephone": provider.phone,
        "email": provider.email,
        "availableLanguage": provider.languages,
    }));
    object(json!({
        "@type": "Organization",
        "name": provider.name,
        "description": provider.description.text,
        "url": about.url(&Route::Provider(provider.key.clone())),
        "sameAs": provider.website,
        "telephone": provider.phone,
        "email": provider.email,
        "address": postal_address(&provider.address),
        "location": place,
        "knowsLanguage": provider.languages,
        "contactPoint": contact,
        "disambiguatingDescription": about.invented(provider.example),
    }))
}

/// Who it is, on the page of an offer.
pub(super) fn named(about: &About<'_>, provider: &Provider) -> Value {
    object(json!({
        "@type": "Organization",
        "name": provider.name,
        "url": about.url(&Route::Provider(provider.key.clone())),
        "sameAs": provider.website,
        "telephone": provider.phone,
        "email": provider.email,
        "address": postal_address(&provider.address),
    }))
}
