//! A document that a replica holds.

use automerge::{AutomergeError, sync::State};

use super::content::Content;
use crate::{
    document::{DocumentId, Head, Kind},
    repo::StoredDocument,
    sync::{RefusalCode, claim::Claim},
};

#[derive(Debug)]
pub(super) struct Held {
    pub(super) kind: Kind,
    pub(super) claim: Option<Claim>,
    /// The server's word on whose it is, if it came from there.
    pub(super) voucher: Option<Vec<u8>>,
    /// Whether it is here only to be brought to the server for whoever made it.
    pub(super) relayed: bool,
    pub(super) content: Content,
    /// The session with the server, while there is one.
    pub(super) session: Option<State>,
    /// The heads that the server last said it has.
    pub(super) acknowledged: Vec<Head>,
    /// Why the server refused it for good.
    pub(super) refused: Option<String>,
    /// The write that has not been confirmed yet; nothing is sent meanwhile.
    pub(super) pending: Option<u64>,
    /// Whether any state of it was ever confirmed by the storage.
    pub(super) was_stored: bool,
    /// Whether the last write failed.
    pub(super) store_failed: bool,
}

impl Held {
    pub(super) fn new(kind: Kind, claim: Option<Claim>, content: Content) -> Self {
        Self {
            kind,
            claim,
            voucher: None,
            relayed: false,
            content,
            session: None,
            acknowledged: Vec::new(),
            refused: None,
            pending: None,
            was_stored: false,
            store_failed: false,
        }
    }

    /// # Errors
    /// When its bytes cannot be loaded.
    pub(super) fn restored(stored: StoredDocument) -> Result<Self, AutomergeError> {
        let content = Content::stored(stored.kind, &stored.bytes)?;
        Ok(Self {
            voucher: stored.voucher,
            relayed: stored.relayed,
            acknowledged: stored.acknowledged,
            refused: stored.refused,
            was_stored: true,
            ..Self::new(stored.kind, stored.claim, content)
        })
    }

    pub(super) fn to_stored(&self, id: DocumentId) -> StoredDocument {
        StoredDocument {
            id,
            kind: self.kind,
            claim: self.claim.clone(),
            bytes: self.content.bytes().to_vec(),
            acknowledged: self.acknowledged.clone(),
            refused: self.refused.clone(),
            voucher: self.voucher.clone(),
            relayed: self.relayed,
        }
    }

    /// Notes what the server has; says whether that is news.
    pub(super) fn acknowledge(&mut self, heads: Vec<Head>) -> bool {
        let news = self.acknowledged != heads;
        self.acknowledged = heads;
        news
    }

    /// Forgets that the server denied it, now that it shows it; says whether it had.
    pub(super) fn take_denial(&mut self) -> bool {
        self.refused.take_if(|code| code == RefusalCode::Denied.name()).is_some()
    }

    /// Whether the server has exactly what is here.
    pub(super) fn is_acknowledged(&self) -> bool {
        !self.acknowledged.is_empty() && self.acknowledged == self.content.heads()
    }
}
