//! Markets as calendar files.

use shared::{
    catalog::Catalog,
    exchange::icalendar::{self, About},
};

use crate::publication::Published;

/// The file `name`: `saison` or a date; nothing if there is no such market.
pub(crate) fn of(
    published: &Published,
    name: &str,
    language: &str,
    origin: &str,
    now_ms: i64,
) -> Option<String> {
    let catalog = Catalog::from_bytes(&published.catalog(language)?.plain).ok()?;
    let link = format!("{origin}/{language}/");
    let about = About {
        link: Some(&link),
        now_ms,
        modified_ms: published.compiled_ms,
        sequence: &|date| published.changes(date),
    };
    if name == "saison" {
        return Some(icalendar::season(&catalog, &about));
    }
    let day = catalog.day(name)?;
    Some(icalendar::market(&catalog, day, &about))
}
