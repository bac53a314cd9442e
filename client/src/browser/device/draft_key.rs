//! The key of drafts: AES-256-GCM, never extractable. A draft lies on the disk under it only.
//!
//! **Shape** of a sealed draft: 12 bytes nonce, then ciphertext and tag.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use std::rc::Rc;

use crate::services::{DraftKey, KeyError, LocalFuture, Random, Storage, Table, random_bytes};

use super::{
    indexed_db::IndexedDb,
    random::BrowserRandom,
    web_crypto::{algorithm, bytes_of, settle, subtle, usages},
};

/// Row of the key in [`Table::Device`].
const ROW: &str = "draft-key";

const NONCE_BYTES: usize = 12;

/// The key behind its port.
pub(in crate::browser) struct BrowserDraftKey {
    storage: Rc<IndexedDb>,
}

impl BrowserDraftKey {
    pub(in crate::browser) fn new(storage: Rc<IndexedDb>) -> Self {
        Self { storage }
    }
}

impl DraftKey for BrowserDraftKey {
    fn seal(&self, plain: Vec<u8>) -> LocalFuture<Result<Vec<u8>, KeyError>> {
        let storage = Rc::clone(&self.storage);
        Box::pin(async move { seal(&storage, &plain).await })
    }

    fn open(&self, sealed: Vec<u8>) -> LocalFuture<Result<Vec<u8>, KeyError>> {
        let storage = Rc::clone(&self.storage);
        Box::pin(async move { open(&storage, &sealed).await })
    }

    fn forget(&self) -> LocalFuture<Result<(), KeyError>> {
        let storage = Rc::clone(&self.storage);
        Box::pin(async move { forget(&storage).await })
    }
}

async fn seal(storage: &IndexedDb, plain: &[u8]) -> Result<Vec<u8>, KeyError> {
    let key = match kept(storage).await? {
        Some(key) => key,
        None => {
            create(storage).await?;
            // Two forms may begin at once: whose key is there first, that counts for both.
            kept(storage).await?.ok_or(KeyError::Missing)?
        }
    };
    let nonce = random_bytes::<NONCE_BYTES>(&BrowserRandom as &dyn Random);
    let sealed =
        settle("encrypt draft", subtle()?.encrypt_with_object_and_u8_array(&aes_gcm(&nonce), &key, plain))
            .await?;
    Ok([nonce.as_slice(), &bytes_of(&sealed)].concat())
}

async fn open(storage: &IndexedDb, sealed: &[u8]) -> Result<Vec<u8>, KeyError> {
    let key = kept(storage).await?.ok_or(KeyError::Missing)?;
    let (nonce, ciphertext) = sealed
        .split_at_checked(NONCE_BYTES)
        .ok_or(KeyError::Failed { operation: "decrypt draft", message: "too short".to_owned() })?;
    let plain = settle(
        "decrypt draft",
        subtle()?.decrypt_with_object_and_u8_array(&aes_gcm(nonce), &key, ciphertext),
    )
    .await?;
    Ok(bytes_of(&plain))
}

async fn forget(storage: &IndexedDb) -> Result<(), KeyError> {
    storage.delete(Table::Device, ROW).await.map_err(KeyError::NotKept)
}

async fn create(storage: &IndexedDb) -> Result<(), KeyError> {
    let length = algorithm("AES-GCM", &[("length", &JsValue::from_f64(256.0))]);
    let key = settle(
        "generate draft key",
        subtle()?.generate_key_with_object(&length, false, &usages(&["encrypt", "decrypt"])),
    )
    .await?;
    storage.add_value(Table::Device, ROW, key).await.map_err(KeyError::NotKept)
}

async fn kept(storage: &IndexedDb) -> Result<Option<CryptoKey>, KeyError> {
    let key = storage.get_value(Table::Device, ROW).await.map_err(KeyError::NotKept)?;
    Ok(key.filter(JsValue::is_object).map(JsCast::unchecked_into))
}

fn aes_gcm(nonce: &[u8]) -> js_sys::Object {
    algorithm("AES-GCM", &[("iv", &Uint8Array::from(nonce).into())])
}
