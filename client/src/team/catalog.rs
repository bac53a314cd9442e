//! The published catalog and its small print on this phone: from the network, or from the worker's cache without one.

use std::rc::Rc;

use shared::catalog::{Catalog, SmallPrint};
use yew::prelude::*;

use crate::services::{ApiError, Services};

/// Names the current snapshots.
const CURRENT: &str = "/catalog/current";

/// The published catalog, as far as it is here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CatalogHere {
    /// In the language of the app, or in German if there is none in that.
    pub catalog: Option<Rc<Catalog>>,
    /// What belongs to it; here whenever it is.
    pub small_print: Option<Rc<SmallPrint>>,
    /// Whether the server has said that nothing is published yet.
    pub nothing_published: bool,
    /// The day that the server plays, ISO 8601; the phone's own day otherwise.
    pub today: Option<String>,
}

/// What `/catalog/current` says.
///
/// **Shape**: lines `today <date>` (only while the server plays a day), `<language> <hash>`,
/// `<language>-small-print <hash>`, and `build <id>`.
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

    /// The language to read in: the one that is asked for, German, or the first.
    fn language(&self, wanted: &str) -> Option<&'a str> {
        let published = |wanted: &str| self.hashes.iter().map(|(name, _)| *name).find(|name| *name == wanted);
        published(wanted).or_else(|| published("de")).or(self.hashes.first().map(|(name, _)| *name))
    }

    fn path(&self, name: &str) -> Option<String> {
        let (name, hash) = self.hashes.iter().find(|(known, _)| *known == name)?;
        Some(format!("/catalog/{name}/{hash}"))
    }
}

/// Fetches both.
///
/// # Errors
/// If neither network nor cache has it.
pub(super) async fn fetch(services: &Services, language: &str) -> Result<CatalogHere, ApiError> {
    let bytes = services.api.fetch(CURRENT).await?;
    let text = String::from_utf8(bytes).map_err(|_| ApiError::Unreadable)?;
    let current = Current::parse(&text);
    let today = current.today.map(str::to_owned);
    let Some(language) = current.language(language) else {
        return Ok(CatalogHere { nothing_published: true, today, ..CatalogHere::default() });
    };
    let fetch = async |name: &str| {
        let path = current.path(name).ok_or(ApiError::Unreadable)?;
        services.api.fetch(&path).await
    };
    let catalog = Catalog::from_bytes(&fetch(language).await?).map_err(|_| ApiError::Unreadable)?;
    let small_print = SmallPrint::from_bytes(&fetch(&SmallPrint::name(language)).await?)
        .map_err(|_| ApiError::Unreadable)?;
    Ok(CatalogHere {
        catalog: Some(Rc::new(catalog)),
        small_print: Some(Rc::new(small_print)),
        nothing_published: false,
        today,
    })
}

/// The catalog, from the context that the app provides.
#[hook]
pub fn use_catalog() -> Option<Rc<Catalog>> {
    use_catalog_here().catalog
}

/// The small print, from the context that the app provides.
#[hook]
pub fn use_small_print() -> Option<Rc<SmallPrint>> {
    use_catalog_here().small_print
}

/// All of it and the day, from the context that the app provides.
#[hook]
pub fn use_catalog_here() -> CatalogHere {
    use_context::<CatalogHere>().expect("the app provides the catalog around every page")
}
