//! The published catalog on this phone: from the network, or from the worker's cache without one.

use std::rc::Rc;

use shared::catalog::Catalog;
use yew::prelude::*;

use crate::services::{ApiError, Services};

/// Names the current snapshots.
const CURRENT: &str = "/catalog/current";

/// The published catalog, as far as it is here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CatalogHere {
    /// In the language of the app, or in German if there is none in that.
    pub catalog: Option<Rc<Catalog>>,
    /// Whether the server has said that nothing is published yet.
    pub nothing_published: bool,
    /// The day that the server plays, ISO 8601; the phone's own day otherwise.
    pub today: Option<String>,
}

/// What `/catalog/current` says.
///
/// **Shape**: lines `today <date>` (only while the server plays a day), `<language> <hash>`, and
/// `build <id>`.
#[derive(Debug, Default, PartialEq, Eq)]
struct Current<'a> {
    today: Option<&'a str>,
    hashes: Vec<(&'a str, &'a str)>,
}

impl<'a> Current<'a> {
    fn parse(text: &'a str) -> Self {
        let mut current = Self::default();
        for (name, value) in text.lines().filter_map(|line| line.split_once(' ')) {
            match name {
                "today" => current.today = Some(value),
                "build" => {}
                language => current.hashes.push((language, value)),
            }
        }
        current
    }

    fn path(&self, language: &str) -> Option<String> {
        let hash_of = |wanted: &str| self.hashes.iter().find(|(language, _)| *language == wanted);
        let (language, hash) = hash_of(language).or_else(|| hash_of("de")).or(self.hashes.first())?;
        Some(format!("/catalog/{language}/{hash}"))
    }
}

/// Fetches the snapshot.
///
/// # Errors
/// If neither network nor cache has it.
pub(super) async fn fetch(services: &Services, language: &str) -> Result<CatalogHere, ApiError> {
    let bytes = services.api.fetch(CURRENT).await?;
    let text = String::from_utf8(bytes).map_err(|_| ApiError::Unreadable)?;
    let current = Current::parse(&text);
    let today = current.today.map(str::to_owned);
    let Some(path) = current.path(language) else {
        return Ok(CatalogHere { catalog: None, nothing_published: true, today });
    };
    let bytes = services.api.fetch(&path).await?;
    let catalog = Catalog::from_bytes(&bytes).map_err(|_| ApiError::Unreadable)?;
    Ok(CatalogHere { catalog: Some(Rc::new(catalog)), nothing_published: false, today })
}

/// The catalog, from the context that the app provides.
#[hook]
pub fn use_catalog() -> Option<Rc<Catalog>> {
    use_catalog_here().catalog
}

/// The catalog and the day, from the context that the app provides.
#[hook]
pub fn use_catalog_here() -> CatalogHere {
    use_context::<CatalogHere>().expect("the app provides the catalog around every page")
}
