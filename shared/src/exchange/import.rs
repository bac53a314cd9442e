//! One entry for all formats that can be imported.

use std::collections::BTreeMap;

use super::{
    ImportError, ImportFault, Position, check, csv, hsds,
    position::{Positions, join},
    project,
};
use crate::model::{Market, Problem, Provider, Season};

/// A file to import.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// Its name, for messages and to tell the tables of HSDS apart.
    pub name: &'a str,
    /// All of it.
    pub text: &'a str,
}

/// What a file holds, all of it valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Name of the file.
    pub file: String,
    /// What the file was understood as.
    pub format: Format,
    /// Which season it belongs to; may be empty if it holds nothing.
    pub season_key: String,
    /// The season itself.
    pub season: Option<Season>,
    /// Markets by date.
    pub markets: BTreeMap<String, Market>,
    /// Providers by key.
    pub providers: BTreeMap<String, Provider>,
    /// What is no mistake but may not be meant, such as a field that is not known.
    pub warnings: Vec<Problem>,
    pub(super) positions: Positions,
}

/// What a file was understood as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The project's own JSON.
    Project,
    /// HSDS 3.0.
    Hsds(hsds::Content),
}

/// What is already there and stays.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The season.
    pub season: Option<&'a Season>,
    /// Providers by key; those with the key of an imported one are replaced by it.
    pub providers: Option<&'a BTreeMap<String, Provider>>,
}

/// Reads one file. `default_season_key` is for files that do not name their season.
///
/// ```
/// let error = shared::exchange::read(
///     "season.json",
///     r#"{"format": "markt/1", "season_key": "pankow-2026",
///         "providers": {"a": {"name": "A", "kind": "circus"}}}"#,
///     None,
/// )
/// .expect_err("no such kind");
/// assert_eq!(error.path, "providers.a.kind");
/// assert_eq!(error.position.map(|position| position.line), Some(2));
/// ```
pub fn read(file_name: &str, text: &str, default_season_key: Option<&str>) -> Result<Import, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(table) = hsds::table_name(file_name) {
        let rows = read_table(file_name, text)?;
        return hsds::from_tables(file_name, &BTreeMap::from([(table, rows)]), default_season_key);
    }
    let tree: serde_json::Value = serde_json::from_str(text).map_err(|error| syntax(file_name, &error))?;
    let positions = Positions::of(text);
    if let Some((path, key)) = &positions.duplicate {
        return Err(ImportError {
            file: file_name.to_owned(),
            position: positions.find(path),
            path: path.clone(),
            fault: ImportFault::DuplicateKey(key.clone()),
        });
    }
    if project::recognise(&tree) {
        return project::read(file_name, text, &tree, positions, default_season_key);
    }
    match hsds::read(file_name, &tree, default_season_key)? {
        Some(import) => Ok(Import { positions, ..import }),
        None => Err(ImportError {
            file: file_name.to_owned(),
            position: None,
            path: String::new(),
            fault: ImportFault::Format,
        }),
    }
}

/// Reads several files at once: tables of HSDS are joined, and no two files may contradict each other.
pub fn read_all(
    files: &[SourceFile<'_>],
    default_season_key: Option<&str>,
) -> Result<Vec<Import>, ImportError> {
    let mut imports = Vec::new();
    let mut tables = BTreeMap::new();
    for file in files {
        match hsds::table_name(file.name) {
            Some(table) => {
                let text = file.text.strip_prefix('\u{feff}').unwrap_or(file.text);
                tables.insert(table, read_table(file.name, text)?);
            }
            None => imports.push(read(file.name, file.text, default_season_key)?),
        }
    }
    if !tables.is_empty() {
        imports.push(hsds::from_tables("*.csv", &tables, default_season_key)?);
    }
    for (index, import) in imports.iter().enumerate() {
        let season = imports
            .iter()
            .filter(|other| other.season_key == import.season_key)
            .find_map(|other| other.season.as_ref());
        import.check_against(&Known { season, providers: None })?;
        for other in imports[..index].iter().filter(|other| other.season_key == import.season_key) {
            import.check_against(&Known { season: None, providers: Some(&other.providers) })?;
            if (import.format, other.format) == (Format::Project, Format::Project) {
                import.check_apart_from(other)?;
            }
        }
    }
    Ok(imports)
}

impl Import {
    /// Checks what only shows beside what is there: the dates of markets and the ids of offers.
    pub fn check_against(&self, known: &Known<'_>) -> Result<(), ImportError> {
        if let Some(season) = known.season {
            check::market_dates(season, &self.markets).map_err(|fault| self.error(fault))?;
        }
        for (key, provider) in known.providers.into_iter().flatten() {
            if self.providers.contains_key(key) {
                continue;
            }
            for (other, imported) in &self.providers {
                if let Some(id) = imported.offers.keys().find(|id| provider.offers.contains_key(*id)) {
                    let path = format!("providers.{other}.offers.{id}");
                    let fault = ImportFault::DuplicateOffer { id: id.clone(), provider: key.clone() };
                    return Err(self.error((path, fault)));
                }
            }
        }
        Ok(())
    }

    /// Checks that nothing is in both files, where one of the two would be lost.
    fn check_apart_from(&self, other: &Self) -> Result<(), ImportError> {
        let market = self.markets.keys().find(|date| other.markets.contains_key(*date));
        let provider = self.providers.keys().find(|key| other.providers.contains_key(*key));
        let (path, key) = match (market, provider) {
            (Some(date), _) => (join("markets", date), date.clone()),
            (None, Some(key)) => (join("providers", key), key.clone()),
            (None, None) => return Ok(()),
        };
        Err(self.error((path, ImportFault::DuplicateKey(key))))
    }

    pub(super) fn error(&self, (path, fault): (String, ImportFault)) -> ImportError {
        ImportError { file: self.file.clone(), position: self.positions.find(&path), path, fault }
    }
}

/// An error of the parser, without the position that it repeats in its text.
pub(super) fn syntax(file_name: &str, error: &serde_json::Error) -> ImportError {
    ImportError {
        file: file_name.to_owned(),
        position: Some(Position { line: error.line(), column: error.column() }),
        path: String::new(),
        fault: ImportFault::Syntax(parser_text(error)),
    }
}

pub(super) fn parser_text(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(end) => text[..end].to_owned(),
        None => text,
    }
}

fn read_table(file_name: &str, text: &str) -> Result<Vec<hsds::Row>, ImportError> {
    let error = |line, fault| ImportError {
        file: file_name.to_owned(),
        position: Some(Position { line, column: 1 }),
        path: String::new(),
        fault,
    };
    let records =
        csv::read(text).map_err(|fault| error(fault.line, ImportFault::Syntax(fault.to_string())))?;
    let Some((header, rows)) = records.split_first() else {
        return Err(error(1, ImportFault::Format));
    };
    Ok(rows.iter().map(|row| header.iter().cloned().zip(row.iter().cloned()).collect()).collect())
}

/// Fields of `tree` that `value`, which was read from it, does not know.
///
/// They pass, for a later version may know them; but they may also be misspelt.
pub(super) fn unknown_fields(tree: &serde_json::Value, value: &serde_json::Value) -> Vec<Problem> {
    let mut unknown = Vec::new();
    collect_unknown(tree, value, "", &mut unknown);
    unknown
}

fn collect_unknown(
    tree: &serde_json::Value,
    value: &serde_json::Value,
    path: &str,
    unknown: &mut Vec<Problem>,
) {
    use serde_json::Value;

    match (tree, value) {
        (Value::Object(tree), Value::Object(value)) => {
            for (key, part) in tree {
                let path = join(path, key);
                match value.get(key) {
                    Some(known) => collect_unknown(part, known, &path, unknown),
                    // Known, but not written while empty.
                    None if is_empty(part) => {}
                    None => unknown.push(Problem { path, expected: "a field that is known".to_owned() }),
                }
            }
        }
        (Value::Array(tree), Value::Array(value)) => {
            for (index, (part, known)) in tree.iter().zip(value).enumerate() {
                collect_unknown(part, known, &format!("{path}[{index}]"), unknown);
            }
        }
        _ => {}
    }
}

fn is_empty(value: &serde_json::Value) -> bool {
    use serde_json::Value;

    match value {
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) => false,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.values().all(is_empty),
    }
}
