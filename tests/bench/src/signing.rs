//! What makes a contact a phone's own.

use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use rand::{RngExt as _, rngs::StdRng};
use shared::{
    document::{DocumentId, Kind, MarketKey},
    sync::claim::Claim,
};

/// A phone's signing key.
pub(crate) fn signing_key(chance: &mut StdRng) -> SigningKey {
    loop {
        // One scalar in 2^32 is none.
        if let Ok(key) = SigningKey::from_slice(&chance.random::<[u8; 32]>()) {
            return key;
        }
    }
}

/// The key as it is enrolled.
pub(crate) fn public_key(key: &SigningKey) -> Vec<u8> {
    key.verifying_key().to_sec1_point(false).as_bytes().to_vec()
}

/// The claim of a device to a contact.
pub(crate) fn claim(key: &SigningKey, document: DocumentId, device: DocumentId, market: &MarketKey) -> Claim {
    let message = Claim::message(document, Kind::Contact, market, device);
    let signature: Signature = key.sign(&message);
    Claim { kind: Kind::Contact, market: market.clone(), device, signature: signature.to_bytes().to_vec() }
}
