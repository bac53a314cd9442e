//! All words that people read: one catalogue per language, loaded one at a time.
//!
//! `build/` compiles the Fluent files of `text/` into tables; this module looks messages up, fills
//! in arguments and writes dates. It does not know where a table comes from.

mod clock;
mod date;
mod plural;
mod template;

use std::{fmt, rc::Rc};

use yew::prelude::*;

pub use self::{clock::Hours, date::Date, template::Arg};

include!(concat!(env!("OUT_DIR"), "/text.rs"));

/// The address of a message in a table; the constants are generated from the catalogues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Msg {
    set: u8,
    position: u16,
}

/// A language of the interface; `build/catalogue.rs` lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// What it is called in itself.
    pub name: &'static str,
    /// Whether someone who grew up with it has read its texts; if not, the pages say so.
    pub reviewed: bool,
}

impl Language {
    /// The language with this tag.
    pub fn of(tag: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|language| language.tag == tag)
    }
}

/// The messages of one app in one language.
#[derive(Clone)]
pub struct Text(Rc<Table>);

struct Table {
    language: Box<str>,
    sets: Vec<Vec<AttrValue>>,
}

/// Bytes that are no compiled catalogue.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are no compiled catalogue")]
pub struct UnreadableText;

impl Text {
    /// Reads a compiled catalogue.
    ///
    /// # Errors
    /// [`UnreadableText`] if the bytes are something else.
    pub fn read(bytes: &[u8]) -> Result<Self, UnreadableText> {
        let mut parts = std::str::from_utf8(bytes).map_err(|_| UnreadableText)?.split('\u{1e}');
        let language = parts.next().unwrap_or_default();
        let sets: Vec<Vec<AttrValue>> = parts
            .map(|set| {
                set.split('\u{1f}').map(|template| AttrValue::from(Rc::<str>::from(template))).collect()
            })
            .collect();
        if sets.is_empty() {
            return Err(UnreadableText);
        }
        Ok(Self(Rc::new(Table { language: language.into(), sets })))
    }

    /// The catalogue of an app that is part of this program.
    #[cfg(any(feature = "ssr", test))]
    pub fn embedded(app: App, language: &str) -> Option<Self> {
        let app = match app {
            App::Visitor => "visitor",
            App::Team => "team",
        };
        Self::read(compiled(app, language)?).ok()
    }

    /// BCP 47 tag of these texts.
    pub fn language(&self) -> &str {
        &self.0.language
    }

    /// Direction of these texts, for `dir`.
    pub fn dir(&self) -> &'static str {
        direction(self.language())
    }

    /// A message without arguments.
    pub fn get(&self, message: Msg) -> AttrValue {
        let found =
            self.0.sets.get(usize::from(message.set)).and_then(|set| set.get(usize::from(message.position)));
        debug_assert!(found.is_some(), "{message:?} belongs to the other app");
        found.cloned().unwrap_or_default()
    }

    /// A message with arguments.
    pub fn with(&self, message: Msg, args: &[(&str, Arg<'_>)]) -> AttrValue {
        template::fill(&self.get(message), args, self.language()).into()
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({})", self.language())
    }
}

/// Whose texts.
#[cfg(any(feature = "ssr", test))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum App {
    /// The visitor app and the visitor's pages.
    Visitor,
    /// The team app with the organisers' desk.
    Team,
}

/// Direction in which a language is written.
pub fn direction(language: &str) -> &'static str {
    if matches!(language.split('-').next(), Some("ar" | "fa" | "he" | "ur" | "ckb")) { "rtl" } else { "ltr" }
}

/// The texts of this app.
///
/// # Panics
/// Outside of the app's `ContextProvider<Text>`.
#[hook]
pub fn use_text() -> Text {
    use_context().expect("the app provides its texts around all pages")
}

#[cfg(test)]
mod tests;
