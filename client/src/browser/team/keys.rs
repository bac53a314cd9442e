//! The signing key behind its port; it lives in the database and can not be read out of it.

use std::rc::Rc;

use super::{pin_key, signing_key};
use crate::{
    browser::device::{
        draft_key::{BrowserDraftKey, decrypt, encrypt},
        indexed_db::IndexedDb,
    },
    services::{DraftKey, KeyError, KeyOfPin, Keys, LocalFuture},
};

/// Only the right PIN opens this again.
const CHECKED: &[u8] = b"markt pin 1";

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

    fn key_of_pin(&self, pin: &str, salt: [u8; 16], check: Option<Vec<u8>>) -> LocalFuture<KeyOfPin> {
        let (storage, pin) = (Rc::clone(&self.storage), pin.to_owned());
        Box::pin(async move {
            let key = pin_key::derive(&pin, salt).await?;
            let check = match check {
                Some(check) => decrypt(&key, &check).await.map(|_| check)?,
                None => encrypt(&key, CHECKED).await?,
            };
            Ok((Rc::new(BrowserDraftKey::with_pin(storage, key)) as Rc<dyn DraftKey>, check))
        })
    }
}
