//! The project's own JSON, `markt/1`.
//!
//! **Shape**: one object with `format` and `season_key`, and any of `season`, `markets` (by date) and
//! `providers` (by key), whose values are those of [`crate::model`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    Format, Import, ImportError, ImportFault, Position, check,
    import::{parser_text, unknown_fields},
    position::Positions,
};
use crate::model::{Market, Provider, Season};

/// What `format` says.
pub const FORMAT: &str = "markt/1";

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct File {
    format: String,
    season_key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    season: Option<Season>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    markets: BTreeMap<String, Market>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    providers: BTreeMap<String, Provider>,
}

/// Whether `tree` says that it is of this format, in any version.
pub(super) fn recognise(tree: &Value) -> bool {
    tree.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("markt/"))
}

pub(super) fn read(
    file_name: &str,
    text: &str,
    tree: &Value,
    positions: Positions,
    default_season_key: Option<&str>,
) -> Result<Import, ImportError> {
    let file: File = serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(text))
        .map_err(|error| {
            let path = error.path().to_string();
            let error = error.into_inner();
            ImportError {
                file: file_name.to_owned(),
                position: Some(Position { line: error.line(), column: error.column() }),
                path,
                fault: ImportFault::Value(parser_text(&error)),
            }
        })?;
    let known = serde_json::to_value(&file).expect("the models serialise to JSON");
    let mut import = Import {
        file: file_name.to_owned(),
        format: Format::Project,
        season_key: file.season_key,
        season: file.season,
        markets: file.markets,
        providers: file.providers,
        warnings: unknown_fields(tree, &known),
        positions,
    };
    if file.format != FORMAT {
        return Err(import.error(("format".to_owned(), ImportFault::FormatVersion(file.format))));
    }
    if import.season_key.is_empty() {
        import.season_key = default_season_key.unwrap_or_default().to_owned();
    }
    check::import(&import).map_err(|fault| import.error(fault))?;
    import.warnings.extend(check::warnings(&import));
    for (date, market) in &mut import.markets {
        market.date.clone_from(date);
    }
    Ok(import)
}

/// Writes what [`super::read`] reads: markets and providers of one season.
pub fn write(
    season_key: &str,
    season: Option<&Season>,
    markets: &BTreeMap<String, Market>,
    providers: &BTreeMap<String, Provider>,
) -> String {
    let file = File {
        format: FORMAT.to_owned(),
        season_key: season_key.to_owned(),
        season: season.cloned(),
        markets: markets.clone(),
        providers: providers.clone(),
    };
    serde_json::to_string_pretty(&file).expect("the models serialise to JSON")
}

#[cfg(test)]
mod tests;
