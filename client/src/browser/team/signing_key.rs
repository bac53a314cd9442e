//! The device's signing keys: ECDSA P-256, made by Web Crypto, never extractable; one for each invite.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use crate::{
    browser::device::{
        indexed_db::IndexedDb,
        property,
        web_crypto::{algorithm, bytes_of, settle, subtle, usages},
    },
    services::{KeyError, Table},
};

/// The row of an invite's pair of keys in [`Table::Device`].
fn row(invite: &str) -> String {
    format!("signing-key {invite}")
}

/// The public half (SEC1, uncompressed, 65 bytes) of the key for an invite; made and kept at first use.
pub(super) async fn public(storage: &IndexedDb, invite: &str) -> Result<Vec<u8>, KeyError> {
    let pair = match kept(storage, invite).await? {
        Some(pair) => pair,
        None => create(storage, invite).await?,
    };
    let public: CryptoKey = property(&pair, "publicKey").unchecked_into();
    Ok(bytes_of(&settle("export public key", subtle()?.export_key("raw", &public)).await?))
}

async fn create(storage: &IndexedDb, invite: &str) -> Result<JsValue, KeyError> {
    let curve = algorithm("ECDSA", &[("namedCurve", &JsValue::from_str("P-256"))]);
    let made = subtle()?.generate_key_with_object(&curve, false, &usages(&["sign", "verify"]));
    let pair = settle("generate signing key", made).await?;
    storage.put_value(Table::Device, &row(invite), pair.clone()).await.map_err(KeyError::NotKept)?;
    Ok(pair)
}

async fn kept(storage: &IndexedDb, invite: &str) -> Result<Option<JsValue>, KeyError> {
    storage.get_value(Table::Device, &row(invite)).await.map_err(KeyError::NotKept)
}

/// Signs `message`: SHA-256, raw r‖s, 64 bytes.
pub(super) async fn sign(storage: &IndexedDb, invite: &str, message: &[u8]) -> Result<Vec<u8>, KeyError> {
    let pair = kept(storage, invite).await?.ok_or(KeyError::Missing)?;
    let key: CryptoKey = property(&pair, "privateKey").unchecked_into();
    let hash = algorithm("ECDSA", &[("hash", &JsValue::from_str("SHA-256"))]);
    let signature = settle("sign", subtle()?.sign_with_object_and_u8_array(&hash, &key, message)).await?;
    Ok(bytes_of(&signature))
}
