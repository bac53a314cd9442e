//! The published catalog: what visitors and volunteers read, in one language.
//!
//! Compiling needs the documents' values ([`crate::model`]); reading, searching and filtering do not,
//! and stay small enough for the visitor's wasm: no hash maps, no tables of Unicode.
//!
//! - [`Catalog`]: the compiled catalog and how to find things in it.
//! - [`SmallPrint`]: what belongs to the season besides: legal texts, consent texts, the questionnaire.
//! - [`compile`]: from season, markets and providers to a [`Catalog`] in one language.
//! - [`Query`]: what is searched and filtered for, and its form in addresses.
//! - [`Search`]: the index of one catalog: results, counts for each filter, what to highlight.
//!
//! ```
//! use shared::catalog::{Catalog, Offer, Query, Search, Text};
//!
//! let mut catalog = Catalog::default();
//! let title = Text { text: "Schweißen lernen".to_owned(), ..Text::default() };
//! catalog.offers.push(Offer { title, ..Offer::default() });
//! let search = Search::new(&catalog, &[]);
//! let query = Query::from_query_string("q=schweissen");
//! let found = search.find(&catalog, &query);
//! assert_eq!(found.offers, [0]);
//! let marked = found.terms.highlight(&catalog.offers[0].title.text);
//! assert_eq!(&catalog.offers[0].title.text[marked[0].clone()], "Schweißen");
//! ```

mod columns;
#[cfg(feature = "model")]
mod compile;
mod decode;
mod encode;
mod filter;
mod fold;
mod lookup;
mod query;
mod search;
mod small_print;
mod snapshot;
mod typing_error;

#[cfg(feature = "model")]
pub use compile::{Sources, compile, compile_small_print, season_days};
pub use encode::DecodeError;
pub use filter::Counts;
pub use query::Query;
pub use search::{Found, Indexing, Search, Terms};
pub use small_print::{Condition, ConsentText, Question, QuestionOption, SmallPrint};
pub use snapshot::{
    Announcement, Catalog, Day, Label, Offer, Place, ProgrammePoint, Provider, SeasonInfo, Stand, Text,
    Vocabulary,
};
