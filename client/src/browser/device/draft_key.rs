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

/// The key behind its port, alone or with one that follows from a PIN.
pub(in crate::browser) struct BrowserDraftKey {
    storage: Rc<IndexedDb>,
    pin: Option<CryptoKey>,
}

impl BrowserDraftKey {
    pub(in crate::browser) fn new(storage: Rc<IndexedDb>) -> Self {
        Self { storage, pin: None }
    }

    /// What is sealed opens with both keys only.
    #[cfg(feature = "team")]
    pub(in crate::browser) fn with_pin(storage: Rc<IndexedDb>, pin: CryptoKey) -> Self {
        Self { storage, pin: Some(pin) }
    }
}

impl DraftKey for BrowserDraftKey {
    fn seal(&self, plain: Vec<u8>) -> LocalFuture<Result<Vec<u8>, KeyError>> {
        let (storage, pin) = (Rc::clone(&self.storage), self.pin.clone());
        Box::pin(async move {
            let key = match kept(&storage).await? {
                Some(key) => key,
                None => {
                    create(&storage).await?;
                    // Two forms may begin at once: whose key is there first, that counts for both.
                    kept(&storage).await?.ok_or(KeyError::Missing)?
                }
            };
            let mut sealed = plain;
            for key in pin.into_iter().chain([key]) {
                sealed = encrypt(&key, &sealed).await?;
            }
            Ok(sealed)
        })
    }

    fn open(&self, sealed: Vec<u8>) -> LocalFuture<Result<Vec<u8>, KeyError>> {
        let (storage, pin) = (Rc::clone(&self.storage), self.pin.clone());
        Box::pin(async move {
            let mut plain = sealed;
            for key in [kept(&storage).await?.ok_or(KeyError::Missing)?].into_iter().chain(pin) {
                plain = decrypt(&key, &plain).await?;
            }
            Ok(plain)
        })
    }

    fn forget(&self) -> LocalFuture<Result<(), KeyError>> {
        let storage = Rc::clone(&self.storage);
        Box::pin(async move { forget(&storage).await })
    }
}

/// Encrypts under a key of AES-GCM, with a nonce of its own.
pub(in crate::browser) async fn encrypt(key: &CryptoKey, plain: &[u8]) -> Result<Vec<u8>, KeyError> {
    let nonce = random_bytes::<NONCE_BYTES>(&BrowserRandom as &dyn Random);
    let sealed =
        settle("encrypt draft", subtle()?.encrypt_with_object_and_u8_array(&aes_gcm(&nonce), key, plain))
            .await?;
    Ok([nonce.as_slice(), &bytes_of(&sealed)].concat())
}

/// Decrypts what [`encrypt`] made.
pub(in crate::browser) async fn decrypt(key: &CryptoKey, sealed: &[u8]) -> Result<Vec<u8>, KeyError> {
    let (nonce, ciphertext) = sealed
        .split_at_checked(NONCE_BYTES)
        .ok_or(KeyError::Failed { operation: "decrypt draft", message: "too short".to_owned() })?;
    let plain =
        settle("decrypt draft", subtle()?.decrypt_with_object_and_u8_array(&aes_gcm(nonce), key, ciphertext))
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
