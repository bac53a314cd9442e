//! Contacts as phones make them: signed, with a sealed part of the usual size.

use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use rand::{Rng as _, RngExt as _, rngs::StdRng};
use shared::{
    document::{
        DocumentId, Kind, MarketKey,
        contact::{Consent, Entered, NewContact, SealedPart, Topic, Wish},
    },
    sync::claim::Claim,
};

/// Version, encapsulated key, 256 bytes of padded text, tag: a name, a telephone number and an address.
const SEALED: usize = 1 + 32 + 256 + 16;
/// Noon on the example season's running market.
const RECORDED_AT_MS: i64 = 1_779_530_400_000;

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

/// An invented contact. Sealing is left out: to the server, sealed bytes are random.
pub(crate) fn invented(device: DocumentId, market: &MarketKey, chance: &mut StdRng) -> NewContact {
    let mut sealed = || {
        let mut bytes = vec![0; SEALED];
        chance.fill_bytes(&mut bytes);
        bytes
    };
    let person = SealedPart { field: "person".into(), to_market: sealed(), to_receipt: sealed() };
    NewContact {
        market: market.clone(),
        device,
        recorded_at_ms: RECORDED_AT_MS,
        entered: Entered::OnTheSpot,
        language: "de".into(),
        topic: Topic::Offer,
        wishes: vec![Wish {
            id: "w1".into(),
            provider: "lernwerkstatt".into(),
            offer: Some("schweissen".into()),
        }],
        target_groups: Vec::new(),
        consent: Consent {
            version: "1".into(),
            language: "de".into(),
            given: "spoken".into(),
            recipients: vec!["lernwerkstatt".into()],
            erase_on: "2026-11-19".into(),
        },
        receipt_hash: chance.random(),
        person: ("p1".into(), person),
    }
}
