//! How a phone becomes a device: its id, what it signs to use an invite, and how a bundle shows that the
//! phone held one.
//!
//! An invite's token is a secret between the server, the paper or screen that it stands on, and the phone
//! that read it. What leaves the phone in a file is only [`InviteProof`]: it names the invite by its hash and
//! binds it to this one device, so whoever finds the file can neither use the invite nor become the device.

use hmac::{Hmac, KeyInit, Mac};
use p256::ecdsa::{Signature, VerifyingKey, signature::Verifier};
use sha2::{Digest, Sha256};

use crate::document::DocumentId;

/// The id of the device that holds a signing key: the first half of SHA-256 over its public half (SEC1,
/// uncompressed, 65 bytes). A phone knows it without asking anyone.
pub fn device_id(public_key: &[u8]) -> DocumentId {
    let hash = Sha256::digest(public_key);
    DocumentId::from_bytes(hash[..16].try_into().expect("half of 32 bytes"))
}

/// What people compare on two screens to know that both speak of the same device: four letters and digits.
pub fn short_code(device: DocumentId) -> String {
    let [a, b, ..] = device.as_bytes();
    format!("{a:02X}{b:02X}")
}

/// What a device signs to use an invite, now or once more after an answer or a cookie was lost.
///
/// **Shape**: `markt enrol 1\n<token, 64 hexadecimal digits>\n<device id>\n`.
pub fn enrolment_message(token: &str, device: DocumentId) -> Vec<u8> {
    format!("markt enrol 1\n{token}\n{device}\n").into_bytes()
}

/// Whether `signature` (ECDSA on P-256 with SHA-256, r and s) over `message` was made with the key whose
/// public half this is.
pub fn is_signed(public_key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let Ok(key) = VerifyingKey::from_sec1_bytes(public_key) else { return false };
    let Ok(signature) = Signature::from_slice(signature) else { return false };
    key.verify(message, &signature).is_ok()
}

/// What the server keeps of an invite's token beside its hash, to check an [`InviteProof`].
pub type ProofKey = [u8; 32];

/// The key of the proofs that an invite's holder can make: SHA-256 over `markt invite proof 1\n` and the
/// token's 32 bytes.
pub fn proof_key(token: &[u8; 32]) -> ProofKey {
    Sha256::new_with_prefix(b"markt invite proof 1\n").chain_update(token).finalize().into()
}

/// Shows that a device held an invite, without giving the invite away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteProof {
    /// SHA-256 over the token's 32 bytes, by which the server knows the invite.
    pub invite: [u8; 32],
    /// HMAC-SHA-256 under [`proof_key`] over the device's id.
    pub proof: [u8; 32],
}

impl InviteProof {
    /// Makes it from the invite's token.
    pub fn new(token: &[u8; 32], device: DocumentId) -> Self {
        let proof = mac(&proof_key(token), device).finalize().into_bytes().into();
        Self { invite: Sha256::digest(token).into(), proof }
    }

    /// Whether whoever made it for `device` held the token behind `key`.
    pub fn holds(&self, key: &ProofKey, device: DocumentId) -> bool {
        mac(key, device).verify_slice(&self.proof).is_ok()
    }
}

fn mac(key: &ProofKey, device: DocumentId) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(device.as_bytes());
    mac
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::{SigningKey, signature::Signer};

    use super::*;

    #[test]
    fn only_the_key_behind_the_id_uses_an_invite() {
        let key = SigningKey::from_slice(&[7; 32]).expect("a scalar");
        let public = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
        let device = device_id(&public);
        let message = enrolment_message(&"ab".repeat(32), device);
        let signature: Signature = key.sign(&message);
        assert!(is_signed(&public, &message, &signature.to_bytes()));
        assert!(!is_signed(&public, &enrolment_message(&"cd".repeat(32), device), &signature.to_bytes()));
        let thief = SigningKey::from_slice(&[8; 32]).expect("a scalar");
        let forged: Signature = thief.sign(&message);
        assert!(!is_signed(&public, &message, &forged.to_bytes()));
        assert!(!is_signed(b"", &message, &signature.to_bytes()));
    }

    #[test]
    fn a_proof_holds_for_its_invite_and_device_and_no_other() {
        let device = DocumentId::from_bytes([1; 16]);
        let (token, other) = ([3; 32], [4; 32]);
        let proof = InviteProof::new(&token, device);
        assert!(proof.holds(&proof_key(&token), device));
        assert!(!proof.holds(&proof_key(&other), device));
        // Whoever finds the file knows all of the proof, and still can not make one for a device of theirs.
        assert!(!proof.holds(&proof_key(&token), DocumentId::from_bytes([2; 16])));
    }
}
