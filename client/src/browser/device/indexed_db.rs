//! The database of one program.
//!
//! What [`Storage::put`] reports as stored was committed with strict durability and read back.

use std::rc::Rc;

use indexed_db_futures::{
    Build,
    database::Database,
    error::{DomException, Error as IndexedDbError, OpenDbError},
    prelude::*,
    transaction::{TransactionDurability, TransactionMode, TransactionOptions},
};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use crate::services::{LocalFuture, Row, Storage, StorageError, StorageHealth, Table};

use super::storage_health;

const VERSION: u8 = 1;

/// The app's database, or none.
pub(in crate::browser) struct IndexedDb {
    database: Option<Rc<Database>>,
    tables: &'static [Table],
}

impl IndexedDb {
    /// Opens the database and makes its tables.
    pub(in crate::browser) async fn open(name: &str, tables: &'static [Table]) -> Result<Self, StorageError> {
        let database = Database::open(name)
            .with_version(VERSION)
            .with_on_upgrade_needed(move |_, database| {
                for table in tables {
                    database.create_object_store(table.name()).build()?;
                }
                Ok(())
            })
            .await
            .map_err(|error| match error {
                OpenDbError::Base(error) => storage_error("open", error),
                OpenDbError::VersionZero | OpenDbError::UnsupportedEnvironment | OpenDbError::NullFactory => {
                    StorageError::Unavailable
                }
            })?;
        Ok(Self { database: Some(Rc::new(database)), tables })
    }

    /// For a browser without a database: every operation says so.
    pub(in crate::browser) fn unavailable() -> Self {
        Self { database: None, tables: &[] }
    }

    fn database(&self) -> Result<Rc<Database>, StorageError> {
        self.database.clone().ok_or(StorageError::Unavailable)
    }

    /// Keeps a value that is no bytes, such as a key.
    #[cfg(feature = "team")]
    pub(in crate::browser) async fn put_value(
        &self,
        table: Table,
        key: &str,
        value: JsValue,
    ) -> Result<(), StorageError> {
        let database = self.database()?;
        put_values(&database, &[table.name()], &[(table, key.to_owned(), value)])
            .await
            .map_err(|error| storage_error("put", error))
    }

    /// Keeps a value that is no bytes, unless one of that key is there.
    pub(in crate::browser) async fn add_value(
        &self,
        table: Table,
        key: &str,
        value: JsValue,
    ) -> Result<(), StorageError> {
        let database = self.database()?;
        add_value(&database, table, key, value).await.map_err(|error| storage_error("add", error))
    }

    /// Reads a value that is no bytes.
    pub(in crate::browser) async fn get_value(
        &self,
        table: Table,
        key: &str,
    ) -> Result<Option<JsValue>, StorageError> {
        let database = self.database()?;
        get_value(&database, table, key).await.map_err(|error| storage_error("get", error))
    }
}

impl Storage for IndexedDb {
    fn put(&self, rows: Vec<Row>) -> LocalFuture<Result<(), StorageError>> {
        let database = self.database();
        Box::pin(async move {
            let database = database?;
            let mut tables: Vec<&str> = rows.iter().map(|row| row.table.name()).collect();
            tables.sort_unstable();
            tables.dedup();
            let values: Vec<(Table, String, JsValue)> = rows
                .iter()
                .map(|row| (row.table, row.key.clone(), Uint8Array::from(row.bytes.as_slice()).into()))
                .collect();
            put_values(&database, &tables, &values).await.map_err(|error| storage_error("put", error))?;
            for row in &rows {
                let read = get_bytes(&database, row.table, &row.key)
                    .await
                    .map_err(|error| storage_error("read back", error))?;
                if read.as_deref() != Some(row.bytes.as_slice()) {
                    return Err(StorageError::ReadBackDiffers {
                        table: row.table.name(),
                        key: row.key.clone(),
                    });
                }
            }
            Ok(())
        })
    }

    fn get(&self, table: Table, key: &str) -> LocalFuture<Result<Option<Vec<u8>>, StorageError>> {
        let (database, key) = (self.database(), key.to_owned());
        Box::pin(async move {
            get_bytes(&*database?, table, &key).await.map_err(|error| storage_error("get", error))
        })
    }

    fn all(&self, table: Table) -> LocalFuture<Result<Vec<Row>, StorageError>> {
        let database = self.database();
        Box::pin(
            async move { get_all(&*database?, table).await.map_err(|error| storage_error("get all", error)) },
        )
    }

    fn delete(&self, table: Table, key: &str) -> LocalFuture<Result<(), StorageError>> {
        let (database, key) = (self.database(), key.to_owned());
        Box::pin(async move {
            delete(&*database?, table, &key).await.map_err(|error| storage_error("delete", error))
        })
    }

    fn clear(&self) -> LocalFuture<Result<(), StorageError>> {
        let (database, tables) = (self.database(), self.tables);
        Box::pin(
            async move { clear(&*database?, tables).await.map_err(|error| storage_error("clear", error)) },
        )
    }

    fn health(&self) -> LocalFuture<StorageHealth> {
        let available = self.database.is_some();
        Box::pin(
            async move { if available { storage_health::ask().await } else { StorageHealth::Unavailable } },
        )
    }
}

fn strict() -> TransactionOptions {
    let mut options = TransactionOptions::new();
    options.set_durability(TransactionDurability::Strict);
    options
}

async fn put_values(
    database: &Database,
    tables: &[&str],
    values: &[(Table, String, JsValue)],
) -> Result<(), IndexedDbError> {
    let transaction =
        database.transaction(tables).with_mode(TransactionMode::Readwrite).with_options(strict()).build()?;
    for (table, key, value) in values {
        let store = transaction.object_store(table.name())?;
        store.put(value.clone()).with_key(key.as_str()).without_key_type().await?;
    }
    transaction.commit().await
}

async fn get_value(database: &Database, table: Table, key: &str) -> Result<Option<JsValue>, IndexedDbError> {
    let transaction = database.transaction(table.name()).with_mode(TransactionMode::Readonly).build()?;
    let store = transaction.object_store(table.name())?;
    store.get::<JsValue, _, _>(key).await
}

async fn add_value(
    database: &Database,
    table: Table,
    key: &str,
    value: JsValue,
) -> Result<(), IndexedDbError> {
    let transaction = database
        .transaction(table.name())
        .with_mode(TransactionMode::Readwrite)
        .with_options(strict())
        .build()?;
    let store = transaction.object_store(table.name())?;
    let there = store.get::<JsValue, _, _>(key).await?;
    if !there.is_some_and(|value| value.is_object()) {
        store.put(value).with_key(key).without_key_type().await?;
    }
    transaction.commit().await
}

async fn get_bytes(database: &Database, table: Table, key: &str) -> Result<Option<Vec<u8>>, IndexedDbError> {
    Ok(get_value(database, table, key).await?.as_ref().and_then(to_bytes))
}

async fn get_all(database: &Database, table: Table) -> Result<Vec<Row>, IndexedDbError> {
    let transaction = database.transaction(table.name()).with_mode(TransactionMode::Readonly).build()?;
    let store = transaction.object_store(table.name())?;
    let keys: Vec<JsValue> = store.get_all_keys::<JsValue>().await?.collect::<Result<_, _>>()?;
    let values: Vec<JsValue> = store.get_all::<JsValue>().await?.collect::<Result<_, _>>()?;
    // Values that are no bytes are keys of Web Crypto; they are not for this reader.
    Ok(keys
        .into_iter()
        .zip(values)
        .filter_map(|(key, value)| Some(Row { table, key: key.as_string()?, bytes: to_bytes(&value)? }))
        .collect())
}

async fn delete(database: &Database, table: Table, key: &str) -> Result<(), IndexedDbError> {
    let transaction = database
        .transaction(table.name())
        .with_mode(TransactionMode::Readwrite)
        .with_options(strict())
        .build()?;
    transaction.object_store(table.name())?.delete(key).await?;
    transaction.commit().await
}

async fn clear(database: &Database, tables: &[Table]) -> Result<(), IndexedDbError> {
    let names: Vec<&str> = tables.iter().map(|table| table.name()).collect();
    let transaction = database
        .transaction(names.as_slice())
        .with_mode(TransactionMode::Readwrite)
        .with_options(strict())
        .build()?;
    for name in &names {
        transaction.object_store(name)?.clear()?.await?;
    }
    transaction.commit().await
}

fn to_bytes(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

fn storage_error(operation: &'static str, error: IndexedDbError) -> StorageError {
    let IndexedDbError::DomException(DomException::Other(exception)) = &error else {
        return StorageError::Failed { operation, message: error.to_string() };
    };
    match exception.name().as_str() {
        "QuotaExceededError" => StorageError::Full(operation),
        "SecurityError" => StorageError::Unavailable,
        _ => StorageError::Failed { operation, message: error.to_string() },
    }
}
