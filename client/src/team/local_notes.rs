//! What only this phone knows of its records: initials and the time. Never sent.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use serde::{Deserialize, Serialize};
use shared::document::DocumentId;
use yew::prelude::*;

use crate::services::{Row, Services, StorageError, Table};

/// What a volunteer recognises a record by.
///
/// **Shape**: JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LocalNote {
    /// Initials of the visitor.
    pub initials: String,
    /// What it is about, in the words of the phone's language.
    pub subject: String,
    /// When it was recorded, ms since the Unix epoch.
    pub at_ms: i64,
}

/// The notes of this phone.
#[derive(Clone)]
pub struct LocalNotes {
    services: Services,
    notes: Rc<RefCell<BTreeMap<String, Rc<LocalNote>>>>,
    /// Rows that the storage did not take yet.
    waiting: Rc<RefCell<Vec<Row>>>,
}

impl LocalNotes {
    /// Reads all notes.
    ///
    /// # Errors
    /// If the database can not be read.
    pub async fn read(services: Services) -> Result<Self, StorageError> {
        let rows = services.storage.all(Table::Local).await?;
        let notes = rows
            .into_iter()
            .filter_map(|row| Some((row.key, Rc::new(serde_json::from_slice(&row.bytes).ok()?))))
            .collect();
        Ok(Self { services, notes: Rc::new(RefCell::new(notes)), waiting: Rc::default() })
    }

    /// The note of a record.
    pub fn get(&self, document: DocumentId) -> Option<Rc<LocalNote>> {
        self.notes.borrow().get(&document.to_string()).cloned()
    }

    /// Keeps a note. The record does not depend on it; what the storage does not take waits for
    /// [`LocalNotes::store_what_waits`].
    ///
    /// # Errors
    /// If the database can not be written.
    pub async fn put(&self, document: DocumentId, note: LocalNote) -> Result<(), StorageError> {
        let key = document.to_string();
        let bytes = serde_json::to_vec(&note).expect("text and numbers always serialise");
        self.notes.borrow_mut().insert(key.clone(), Rc::new(note));
        let row = Row { table: Table::Local, key, bytes };
        let stored = self.services.storage.put(vec![row.clone()]).await;
        if stored.is_err() {
            self.waiting.borrow_mut().push(row);
        }
        stored
    }

    /// Erases all notes: what is recorded stays, without its initials.
    ///
    /// # Errors
    /// If the database can not be written.
    pub async fn forget(&self) -> Result<(), StorageError> {
        self.waiting.take();
        for document in self.notes.take().into_keys() {
            self.services.storage.delete(Table::Local, &document).await?;
        }
        Ok(())
    }

    /// Tries again what the storage did not take.
    pub async fn store_what_waits(&self) {
        let rows = self.waiting.take();
        if rows.is_empty() {
            return;
        }
        if let Err(error) = self.services.storage.put(rows.clone()).await {
            self.services.platform.log(&error);
            self.waiting.borrow_mut().extend(rows);
        }
    }
}

impl PartialEq for LocalNotes {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.notes, &other.notes)
    }
}

/// The notes, from the context that the app provides.
#[hook]
pub fn use_local_notes() -> LocalNotes {
    use_context::<LocalNotes>().expect("the app provides its notes around every page")
}
