//! A device's signature over a document that it made.

use super::enrolment::is_signed;
use crate::document::{DocumentId, Kind, MarketKey};

/// Says which device made a document, of which kind and for which market.
///
/// It beats the connection it arrives by, so that a colleague may relay a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Kind of the document.
    pub kind: Kind,
    /// Market it belongs to.
    pub market: MarketKey,
    /// Device that made it.
    pub device: DocumentId,
    /// ECDSA on P-256 with SHA-256 over [`Claim::message`]: r and s, 32 bytes each, as `WebCrypto`
    /// writes them.
    pub signature: Vec<u8>,
}

impl Claim {
    /// What is signed.
    pub fn message(document: DocumentId, kind: Kind, market: &MarketKey, device: DocumentId) -> Vec<u8> {
        format!("markt claim 1\n{document}\n{kind}\n{market}\n{device}\n").into_bytes()
    }

    /// Whether the device with `public_key` (an uncompressed point, 65 bytes) made this claim for
    /// `document`.
    pub fn holds(&self, document: DocumentId, public_key: &[u8]) -> bool {
        let message = Self::message(document, self.kind, &self.market, self.device);
        is_signed(public_key, &message, &self.signature)
    }
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::{Signature, SigningKey, signature::Signer};

    use super::*;

    #[test]
    fn a_claim_holds_for_its_document_and_no_other() {
        let key = SigningKey::from_slice(&[7; 32]).expect("a scalar");
        let public = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
        let (document, device) = (DocumentId::from_bytes([1; 16]), DocumentId::from_bytes([2; 16]));
        let market: MarketKey = "pankow-2026/2026-05-23".parse().expect("valid");
        let signature: Signature = key.sign(&Claim::message(document, Kind::Contact, &market, device));
        let claim = Claim { kind: Kind::Contact, market, device, signature: signature.to_bytes().to_vec() };
        assert!(claim.holds(document, &public));
        assert!(!claim.holds(device, &public));
        assert!(!Claim { kind: Kind::Feedback, ..claim.clone() }.holds(document, &public));
        let other = SigningKey::from_slice(&[8; 32]).expect("a scalar");
        assert!(!claim.holds(document, other.verifying_key().to_sec1_point(false).as_bytes()));
        assert!(!claim.holds(document, b""));
    }
}
