//! What a program needs before it begins: catalog, words, and the day. Each step is short, with a pause after
//! it, so that the page stays usable.

use js_sys::Date;
use web_sys::{HtmlElement, RequestCache};
use yew::AttrValue;

use super::{breath::breathe, fetch, freshness};
use crate::{text::Text, visitor::Published};

/// All of it.
pub(super) struct Sources {
    /// The catalog that the page was made from, or the one that is published or kept now.
    pub catalog: Published,
    /// All words.
    pub text: Text,
    /// ISO 8601.
    pub today: AttrValue,
    /// Address of the catalog.
    pub loaded: String,
    /// Whether the page was made from this catalog.
    pub is_rendered_with: bool,
    /// Whether the day is that of this phone's clock.
    pub has_clock: bool,
}

impl Sources {
    /// Loads what the page's root element names.
    pub(super) async fn load(root: &HtmlElement, language: &str) -> Option<Self> {
        let named = |name: &str| root.dataset().get(name);
        let text = fetch::begin(&named("text")?, RequestCache::Default);
        let rendered_with = named("catalog")?;
        let catalog = freshness::catalog(fetch::begin(&rendered_with, RequestCache::Default)).await;
        breathe().await;
        let text = Text::read(&fetch::end(text).await?.bytes).ok()?;
        let is_rendered_with = catalog.is_some();
        let (catalog, loaded, set_today) = match catalog {
            Some(catalog) => (catalog, rendered_with, None),
            None => current_catalog(language).await?,
        };
        let set_today = named("today").or(set_today);
        let has_clock = set_today.is_none();
        let today = set_today.unwrap_or_else(today).into();
        Some(Self { catalog, text, today, loaded, is_rendered_with, has_clock })
    }
}

/// The catalog that is published or kept now, when the page's own is gone.
async fn current_catalog(language: &str) -> Option<(Published, String, Option<String>)> {
    let current = freshness::current().await?;
    let address = current.address(language)?;
    let catalog = freshness::catalog(fetch::begin(&address, RequestCache::Default)).await?;
    Some((catalog, address, current.today()))
}

/// The phone's date, ISO 8601.
fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
