//! The Human Services Data Specification 3.0, reading.
//!
//! Organisations become providers, services their offers. Whatever else HSDS knows (locations,
//! taxonomies, the description of an API) is understood and gives no providers. HSDS does not say in
//! which language its texts are; they are taken as [`LANGUAGE`]. Names of contact persons are left out:
//! a provider is reached by a desk.
//!
//! **Source**: Human Services Data Specification: an Open Referral resource
//! (<https://openreferral.org/>).

mod provider;
mod tables;

use std::{collections::BTreeMap, fmt};

use serde_json::Value;

use self::provider::Providers;
use super::{Format, Import, ImportError, ImportFault, position::Positions};

pub(super) use tables::{Row, table_name};

/// The language that texts are taken to be in.
pub const LANGUAGE: &str = "en";

/// What a file of HSDS holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Organisations, with or without their services.
    Organizations,
    /// Services, with their organisation.
    Services,
    /// Services, each at one location.
    ServicesAtLocations,
    /// Locations alone.
    Locations,
    /// Taxonomies.
    Taxonomies,
    /// Terms of taxonomies.
    TaxonomyTerms,
    /// The description of an API.
    Description,
    /// Tables that refer to each other.
    Tables,
    /// A list page with nothing on it.
    EmptyPage,
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Organizations => "HSDS organizations",
            Self::Services => "HSDS services",
            Self::ServicesAtLocations => "HSDS services at locations",
            Self::Locations => "HSDS locations",
            Self::Taxonomies => "HSDS taxonomies",
            Self::TaxonomyTerms => "HSDS taxonomy terms",
            Self::Description => "HSDS API description",
            Self::Tables => "HSDS tables",
            Self::EmptyPage => "HSDS page without contents",
        })
    }
}

/// Reads `tree`; `None` if it is no HSDS.
pub(super) fn read(
    file_name: &str,
    tree: &Value,
    default_season_key: Option<&str>,
) -> Result<Option<Import>, ImportError> {
    if let Some(tables) = tables::in_tree(tree) {
        return from_tables(file_name, &tables, default_season_key).map(Some);
    }
    let parts = match tree {
        Value::Object(page) if page.contains_key("contents") => match &page["contents"] {
            Value::Array(parts) => parts.as_slice(),
            _ => return Ok(None),
        },
        Value::Array(parts) => parts.as_slice(),
        other => std::slice::from_ref(other),
    };
    let mut content = Content::EmptyPage;
    let mut providers = Providers::default();
    for part in parts {
        let Some(recognised) = recognise(part) else { return Ok(None) };
        content = recognised;
        match recognised {
            Content::Organizations => providers.add_organization(part),
            Content::Services => providers.add_service(part, None),
            Content::ServicesAtLocations => providers.add_service_at_location(part),
            Content::Locations
            | Content::Taxonomies
            | Content::TaxonomyTerms
            | Content::Description
            | Content::Tables
            | Content::EmptyPage => {}
        }
    }
    import(file_name, content, providers, default_season_key).map(Some)
}

/// Reads tables that refer to each other.
pub(super) fn from_tables(
    file_name: &str,
    tables: &BTreeMap<String, Vec<Row>>,
    default_season_key: Option<&str>,
) -> Result<Import, ImportError> {
    let mut providers = Providers::default();
    let (organizations, services) = tables::nested(tables);
    for organization in &organizations {
        providers.add_organization(organization);
    }
    for service in &services {
        providers.add_service(service, None);
    }
    import(file_name, Content::Tables, providers, default_season_key)
}

fn import(
    file_name: &str,
    content: Content,
    providers: Providers,
    default_season_key: Option<&str>,
) -> Result<Import, ImportError> {
    let Providers { providers, warnings } = providers.named();
    let season_key = default_season_key.unwrap_or_default();
    if season_key.is_empty() && !providers.is_empty() {
        return Err(ImportError {
            file: file_name.to_owned(),
            position: None,
            path: String::new(),
            fault: ImportFault::SeasonKeyMissing,
        });
    }
    Ok(Import {
        file: file_name.to_owned(),
        format: Format::Hsds(content),
        season_key: season_key.to_owned(),
        season: None,
        markets: BTreeMap::new(),
        providers,
        warnings,
        positions: Positions::default(),
    })
}

/// What `part` is, by the properties that only it has.
fn recognise(part: &Value) -> Option<Content> {
    let part = part.as_object()?;
    let has = |names: &[&str]| names.iter().any(|name| part.contains_key(*name));
    if has(&["openapi_url"]) {
        return Some(Content::Description);
    }
    if !has(&["id"]) {
        return None;
    }
    Some(if has(&["service"]) {
        Content::ServicesAtLocations
    } else if has(&["location_type", "transportation", "addresses"]) {
        Content::Locations
    } else if has(&["status", "organization", "organization_id", "application_process"]) && has(&["name"]) {
        Content::Services
    } else if has(&["taxonomy", "taxonomy_detail", "taxonomy_id", "term_uri", "parent_id", "code"]) {
        Content::TaxonomyTerms
    } else if has(&["version"]) {
        Content::Taxonomies
    } else if has(&["name"]) && has(&["description", "services", "website", "legal_status"]) {
        Content::Organizations
    } else {
        return None;
    })
}

#[cfg(test)]
mod tests;
