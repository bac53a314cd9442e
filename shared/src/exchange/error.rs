//! Why a file can not be imported.

use std::fmt;

use crate::calendar::CalendarProblem;

/// A mistake in a file; nothing of the file may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// Name of the file.
    pub file: String,
    /// Where in the text, if that is known.
    pub position: Option<Position>,
    /// Where in the structure, such as `providers.lernwerkstatt.offers.schweissen.kind`; may be empty.
    pub path: String,
    /// What is wrong and what was expected.
    pub fault: ImportFault,
}

/// A place in a text; both numbers count from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Characters into the line.
    pub column: usize,
}

/// What is wrong with a file and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportFault {
    /// Neither JSON nor CSV; holds what the parser says.
    #[error("{0}")]
    Syntax(String),
    /// A value of the wrong type, or one that is not among those expected; holds what the parser says.
    #[error("{0}")]
    Value(String),
    /// Not a format that is known.
    #[error("expected \"format\": \"markt/1\", or JSON or a table of HSDS 3.0")]
    Format,
    /// A version of the project's format that is not known.
    #[error("format `{0}`, expected `markt/1`")]
    FormatVersion(String),
    /// The file does not say which season it belongs to.
    #[error("expected a season_key, such as \"pankow-2026\"")]
    SeasonKeyMissing,
    /// Something that has to have a name has none.
    #[error("expected a text that is not empty")]
    Empty,
    /// Not a key.
    #[error("`{0}` is no key: expected lowercase letters a to z, digits and hyphens, at most 80")]
    Key(String),
    /// Not a date.
    #[error("`{0}` is no date of the form YYYY-MM-DD")]
    Date(String),
    /// Not a time of the day.
    #[error("`{0}` is no time of the form HH:MM")]
    Time(String),
    /// Not a language tag.
    #[error("`{0}` is no language tag of BCP 47, such as de or de-x-leicht")]
    Language(String),
    /// Not on the globe.
    #[error("{0} is no latitude from -90 to 90 or longitude from -180 to 180")]
    Degrees(String),
    /// The season's dates can not be understood.
    #[error(transparent)]
    Calendar(#[from] CalendarProblem),
    /// A market on a date that its season does not have.
    #[error("{0} is no date of the season: expected one by its rule or among its extra_dates")]
    NotInSeason(String),
    /// One object has a key twice; one of the two values would be lost.
    #[error("`{0}` is there twice, expected once")]
    DuplicateKey(String),
    /// Two offers have one id.
    #[error("offer `{id}` is also with provider `{provider}`, expected an id that no other offer has")]
    DuplicateOffer {
        /// The id.
        id: String,
        /// Key of the provider who has it too.
        provider: String,
    },
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(Position { line, column }) = self.position {
            write!(f, ", line {line}, column {column}")?;
        }
        if !self.path.is_empty() {
            write!(f, ", {}", self.path)?;
        }
        write!(f, ": {}", self.fault)
    }
}

impl std::error::Error for ImportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.fault)
    }
}
