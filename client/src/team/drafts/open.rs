//! All that was begun on this phone, as it is listed.

use shared::document::Kind;

use super::{DraftId, Drawer, Written, is_stored};
use crate::{
    driver::Repo,
    forms::{drafts::DraftError, stored_draft::StoredDraft},
    services::{Row, Services, StorageError, Table},
    team::state::contact_form::ContactForm,
};

/// A draft, as it is listed.
#[derive(Clone, PartialEq)]
pub struct OpenDraft {
    /// Its name.
    pub id: DraftId,
    /// When it was begun, ms since the Unix epoch.
    pub begun_ms: i64,
    /// What it says, if it is a contact.
    pub contact: Option<ContactForm>,
    /// Whether its document is stored: only its receipt was not shown, since the browser was closed.
    pub is_finished: bool,
    row: Row,
}

impl OpenDraft {
    /// All of them, the latest first.
    ///
    /// # Errors
    /// If the database or the key can not be used.
    pub async fn all(drawer: &Drawer, repo: &Repo) -> Result<Vec<Self>, DraftError> {
        let storage = &drawer.services.storage;
        let mut drafts = Vec::new();
        for (id, row) in drawer.rows().await? {
            let Some(stored) = StoredDraft::from_bytes(&row.bytes) else { continue };
            let custody = repo.custody(id.document);
            let is_finished = custody.as_ref().is_some_and(is_stored);
            if custody.is_some() && !is_finished {
                // It stands among the contacts, with what is wrong.
                continue;
            }
            let mut contact = None;
            if id.kind == Kind::Contact {
                let plain = drawer.key.open(stored.sealed).await?;
                contact = serde_json::from_slice::<Written<ContactForm>>(&plain).ok().map(|(_, form)| form);
            } else if is_finished {
                storage.delete(Table::Drafts, &row.key).await?;
                continue;
            }
            drafts.push(Self { id, begun_ms: stored.begun_ms, contact, is_finished, row });
        }
        drafts.sort_by_key(|draft| std::cmp::Reverse(draft.begun_ms));
        Ok(drafts)
    }

    /// Erases it.
    ///
    /// # Errors
    /// If the database can not be written.
    pub async fn erase(&self, services: &Services) -> Result<(), StorageError> {
        services.storage.delete(Table::Drafts, &self.row.key).await
    }

    /// Puts it back as it was.
    ///
    /// # Errors
    /// If the database can not be written.
    pub async fn put_back(&self, services: &Services) -> Result<(), StorageError> {
        services.storage.put(vec![self.row.clone()]).await
    }
}
