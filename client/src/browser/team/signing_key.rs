//! The device's signing key: ECDSA P-256, made by Web Crypto, never extractable.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use crate::services::{KeyError, Table};

use super::{
    indexed_db::IndexedDb,
    keys::{algorithm, bytes_of, settle, subtle, usages},
    property,
};

/// Row of the private half in [`Table::Device`].
const ROW: &str = "signing-key";

/// Makes the key, keeps the private half and returns the public one (SEC1, uncompressed, 65 bytes).
pub(super) async fn create(storage: &IndexedDb) -> Result<Vec<u8>, KeyError> {
    let subtle = subtle()?;
    let curve = algorithm("ECDSA", &[("namedCurve", &JsValue::from_str("P-256"))]);
    let pair = settle(
        "generate signing key",
        subtle.generate_key_with_object(&curve, false, &usages(&["sign", "verify"])),
    )
    .await?;
    let public: CryptoKey = property(&pair, "publicKey").unchecked_into();
    let exported = settle("export public key", subtle.export_key("raw", &public)).await?;
    storage.put_value(Table::Device, ROW, property(&pair, "privateKey")).await.map_err(KeyError::NotKept)?;
    Ok(bytes_of(&exported))
}

/// Signs `message`: SHA-256, raw r‖s, 64 bytes.
pub(super) async fn sign(storage: &IndexedDb, message: &[u8]) -> Result<Vec<u8>, KeyError> {
    let key: CryptoKey = storage
        .get_value(Table::Device, ROW)
        .await
        .map_err(KeyError::NotKept)?
        .ok_or(KeyError::Missing)?
        .unchecked_into();
    let hash = algorithm("ECDSA", &[("hash", &JsValue::from_str("SHA-256"))]);
    let signature = settle("sign", subtle()?.sign_with_object_and_u8_array(&hash, &key, message)).await?;
    Ok(bytes_of(&signature))
}
