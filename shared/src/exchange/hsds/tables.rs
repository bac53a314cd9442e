//! The tabular form of HSDS: tables that refer to each other by id.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// One row: column → value.
pub(in crate::exchange) type Row = BTreeMap<String, String>;

/// Every table of HSDS 3.0.
const TABLES: [&str; 21] = [
    "accessibility",
    "addresses",
    "attributes",
    "contacts",
    "cost_options",
    "funding",
    "languages",
    "locations",
    "meta_table_descriptions",
    "metadata",
    "organization_identifiers",
    "organizations",
    "phones",
    "programs",
    "required_documents",
    "schedules",
    "service_areas",
    "service_at_location",
    "services",
    "taxonomies",
    "taxonomy_terms",
];

/// The table that a file with this name holds.
pub(in crate::exchange) fn table_name(file_name: &str) -> Option<String> {
    let name = file_name.rsplit(['/', '\\']).next()?.strip_suffix(".csv")?;
    TABLES.contains(&name).then(|| name.to_owned())
}

/// The tables of a JSON object that holds nothing else.
pub(super) fn in_tree(tree: &Value) -> Option<BTreeMap<String, Vec<Row>>> {
    let tables = tree.as_object().filter(|tables| !tables.is_empty())?;
    tables
        .iter()
        .map(|(name, rows)| {
            let rows = rows.as_array()?.iter().map(row).collect::<Option<Vec<Row>>>()?;
            Some((table_name(name)?, rows))
        })
        .collect()
}

fn row(row: &Value) -> Option<Row> {
    let text = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    Some(row.as_object()?.iter().map(|(column, value)| (column.clone(), text(value))).collect())
}

/// Organisations with their services, and services without one, in the nested form.
pub(super) fn nested(tables: &BTreeMap<String, Vec<Row>>) -> (Vec<Value>, Vec<Value>) {
    let tables = Tables(tables);
    let services: Vec<Value> = tables.rows("services").iter().map(|row| tables.service(row)).collect();
    let is_in = |service: &Value, organization: &Row| {
        service.get("organization_id").and_then(Value::as_str) == organization.get("id").map(String::as_str)
    };
    let organizations = tables.rows("organizations");
    let nested = organizations
        .iter()
        .map(|organization| {
            let mut tree = tables.with_parts(organization, "organization_id", &["phones", "contacts"]);
            let own = services.iter().filter(|service| is_in(service, organization));
            tree.insert("services".to_owned(), own.cloned().collect());
            let locations = tables.rows_of("locations", "organization_id", organization);
            tree.insert("locations".to_owned(), locations.map(|row| tables.location(row)).collect());
            Value::Object(tree)
        })
        .collect();
    let without = services
        .iter()
        .filter(|service| !organizations.iter().any(|organization| is_in(service, organization)))
        .cloned()
        .collect();
    (nested, without)
}

struct Tables<'a>(&'a BTreeMap<String, Vec<Row>>);

impl<'a> Tables<'a> {
    fn rows(&self, table: &str) -> &'a [Row] {
        self.0.get(table).map_or(&[], Vec::as_slice)
    }

    /// The rows of `table` that refer to `parent` in `column`.
    fn rows_of(&self, table: &str, column: &'a str, parent: &'a Row) -> impl Iterator<Item = &'a Row> {
        let id = parent.get("id");
        self.rows(table).iter().filter(move |row| id.is_some() && row.get(column) == id)
    }

    fn service(&self, row: &'a Row) -> Value {
        let mut tree = self.with_parts(
            row,
            "service_id",
            &["phones", "contacts", "schedules", "languages", "required_documents", "cost_options"],
        );
        let at_locations = self.rows_of("service_at_location", "service_id", row).map(|at| {
            let location =
                self.rows("locations").iter().find(|place| place.get("id") == at.get("location_id"));
            let mut tree = values(at);
            tree.insert("location".to_owned(), location.map_or(Value::Null, |place| self.location(place)));
            Value::Object(tree)
        });
        tree.insert("service_at_locations".to_owned(), at_locations.collect());
        Value::Object(tree)
    }

    fn location(&self, row: &'a Row) -> Value {
        Value::Object(self.with_parts(row, "location_id", &["addresses", "accessibility", "languages"]))
    }

    /// `row` with the rows of each of `tables` that refer to it in `column`.
    fn with_parts(&self, row: &'a Row, column: &'a str, tables: &[&str]) -> Map<String, Value> {
        let mut tree = values(row);
        for table in tables {
            let rows = self.rows_of(table, column, row).map(|row| Value::Object(values(row)));
            tree.insert((*table).to_owned(), rows.collect());
        }
        tree
    }
}

fn values(row: &Row) -> Map<String, Value> {
    row.iter().map(|(column, value)| (column.clone(), Value::String(value.clone()))).collect()
}
