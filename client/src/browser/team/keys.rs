//! Both kinds of key behind one port; they live in the database and can not be read out of it.

use std::rc::Rc;

use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::SubtleCrypto;

use crate::services::{KeyError, Keys, LocalFuture};

use super::{draft_key, indexed_db::IndexedDb, message_of, set_property, signing_key, window};

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

    fn seal_draft(&self, plain: Vec<u8>) -> LocalFuture<Result<Vec<u8>, KeyError>> {
        let storage = Rc::clone(&self.storage);
        Box::pin(async move { draft_key::seal(&storage, &plain).await })
    }

    fn open_draft(&self, sealed: Vec<u8>) -> LocalFuture<Result<Vec<u8>, KeyError>> {
        let storage = Rc::clone(&self.storage);
        Box::pin(async move { draft_key::open(&storage, &sealed).await })
    }

    fn forget_drafts(&self) -> LocalFuture<Result<(), KeyError>> {
        let storage = Rc::clone(&self.storage);
        Box::pin(async move { draft_key::forget(&storage).await })
    }
}

/// Web Crypto; missing where the page was not loaded securely.
pub(super) fn subtle() -> Result<SubtleCrypto, KeyError> {
    let subtle = window().crypto().map_err(|_| KeyError::Unavailable)?.subtle();
    if JsValue::from(subtle.clone()).is_undefined() { Err(KeyError::Unavailable) } else { Ok(subtle) }
}

/// Waits for a promise of Web Crypto.
pub(super) async fn settle(
    operation: &'static str,
    promise: Result<js_sys::Promise, JsValue>,
) -> Result<JsValue, KeyError> {
    let failed = |error: JsValue| KeyError::Failed { operation, message: message_of(&error) };
    JsFuture::from(promise.map_err(failed)?).await.map_err(failed)
}

/// The bytes of an `ArrayBuffer`.
pub(super) fn bytes_of(buffer: &JsValue) -> Vec<u8> {
    Uint8Array::new(buffer).to_vec()
}

/// An algorithm's name with its parameters.
pub(super) fn algorithm(name: &str, parameters: &[(&str, &JsValue)]) -> Object {
    let algorithm = Object::new();
    set_property(&algorithm, "name", &JsValue::from_str(name));
    for (name, value) in parameters {
        set_property(&algorithm, name, value);
    }
    algorithm
}

/// A list of key usages.
pub(super) fn usages(usages: &[&str]) -> JsValue {
    usages.iter().map(|usage| JsValue::from_str(usage)).collect::<Array>().unchecked_into()
}
