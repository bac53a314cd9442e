//! The signing key behind its port; it lives in the database and can not be read out of it.

use std::rc::Rc;

use super::signing_key;
use crate::{
    browser::device::indexed_db::IndexedDb,
    services::{KeyError, Keys, LocalFuture},
};

pub(super) struct BrowserKeys {
    storage: Rc<IndexedDb>,
}

impl BrowserKeys {
    pub(super) fn new(storage: Rc<IndexedDb>) -> Self {
        Self { storage }
    }
}

impl Keys for BrowserKeys {
    fn signing_key(&self, invite: &str) -> LocalFuture<Result<Vec<u8>, KeyError>> {
        let (storage, invite) = (Rc::clone(&self.storage), invite.to_owned());
        Box::pin(async move { signing_key::public(&storage, &invite).await })
    }

    fn sign(&self, invite: &str, message: Vec<u8>) -> LocalFuture<Result<Vec<u8>, KeyError>> {
        let (storage, invite) = (Rc::clone(&self.storage), invite.to_owned());
        Box::pin(async move { signing_key::sign(&storage, &invite, &message).await })
    }
}
