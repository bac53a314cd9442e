//! Unfinished forms: encrypted on this phone, never sent, erased when their time is over.

use std::rc::Rc;

use super::stored_draft::StoredDraft;
use crate::services::{DraftKey, KeyError, Row, Storage, StorageError, Table};

/// Why a draft was not kept or read. The form itself is not touched by that.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DraftError {
    /// Its key could not be used.
    #[error("the draft could not be encrypted or decrypted")]
    Key(#[from] KeyError),
    /// It could not be stored or read.
    #[error("the draft could not be stored or read")]
    Storage(#[from] StorageError),
}

/// The draft of one form.
#[derive(Clone)]
pub struct Drafts {
    /// Where it is kept.
    pub storage: Rc<dyn Storage>,
    /// What it is kept under.
    pub key: Rc<dyn DraftKey>,
    /// Row in [`Table::Drafts`].
    pub name: Rc<str>,
}

impl PartialEq for Drafts {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.storage, &other.storage) && self.name == other.name
    }
}

impl Drafts {
    /// The time when it was begun, and what was kept; none if there is none.
    ///
    /// # Errors
    /// If the database or the key can not be used.
    pub async fn load(&self) -> Result<Option<(i64, Vec<u8>)>, DraftError> {
        let Some(bytes) = self.storage.get(Table::Drafts, &self.name).await? else { return Ok(None) };
        let Some(draft) = StoredDraft::from_bytes(&bytes) else { return Ok(None) };
        Ok(Some((draft.begun_ms, self.key.open(draft.sealed).await?)))
    }

    /// Keeps a form, as the page writes it.
    ///
    /// # Errors
    /// If the database or the key can not be used.
    pub async fn save(&self, begun_ms: i64, plain: Vec<u8>) -> Result<(), DraftError> {
        let sealed = self.key.seal(plain).await?;
        let bytes = StoredDraft { begun_ms, sealed }.to_bytes();
        self.storage.put(vec![Row { table: Table::Drafts, key: self.name.to_string(), bytes }]).await?;
        Ok(())
    }

    /// Erases the draft.
    ///
    /// # Errors
    /// If the database can not be written.
    pub async fn erase(&self) -> Result<(), DraftError> {
        Ok(self.storage.delete(Table::Drafts, &self.name).await?)
    }
}

/// How many drafts there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Still here.
    pub left: usize,
    /// Erased.
    pub erased: usize,
}

/// Erases every draft that is over.
///
/// # Errors
/// If the database can not be read or written.
pub async fn erase_what_is_over(
    storage: &dyn Storage,
    is_over: &dyn Fn(&StoredDraft) -> bool,
) -> Result<Swept, DraftError> {
    let mut swept = Swept::default();
    for row in storage.all(Table::Drafts).await? {
        if StoredDraft::from_bytes(&row.bytes).is_some_and(|draft| !is_over(&draft)) {
            swept.left += 1;
        } else {
            storage.delete(Table::Drafts, &row.key).await?;
            swept.erased += 1;
        }
    }
    Ok(swept)
}
