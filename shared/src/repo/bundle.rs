//! What a phone without a network hands over: its unsent documents in one file, signed by the phone.
//!
//! The signature stands for the phone itself, so the server takes what is in a bundle as if the phone had
//! brought it, whoever carries the file: new documents, edits and withdrawals of known ones, counts. Everything
//! about persons is sealed before it comes here; the bundle holds no key, token or session.

use minicbor::{Decoder, Encoder};
use thiserror::Error;

use super::StoredDocument;
use crate::{
    document::{DocumentId, MarketKey},
    sync::enrolment::{self, InviteProof},
};

/// A longer bundle is not read.
pub const MAX_BUNDLE_BYTES: usize = 4 << 20;

/// What a bundle says.
///
/// **Shape**: CBOR array `[1, public key, market, label, [invite, proof] or null, [documents]]`; each document
/// is as [`StoredDocument::to_bytes`] writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The phone's public signing key (SEC1, 65 bytes); its id follows from it.
    pub public_key: Vec<u8>,
    /// The market for which it records.
    pub market: MarketKey,
    /// What people call the phone.
    pub label: String,
    /// Shows that it was invited; of use while the server does not know it.
    pub invite: Option<InviteProof>,
    /// What the server has not confirmed to it.
    pub documents: Vec<StoredDocument>,
}

/// A bundle as it stands in a file.
///
/// **Shape**: CBOR array `[what it says, signature]`: [`Bundle`]'s bytes, and ECDSA over
/// [`SignedBundle::message`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedBundle {
    /// The bytes of a [`Bundle`].
    pub content: Vec<u8>,
    /// r and s.
    pub signature: Vec<u8>,
}

/// Why bytes are no bundle.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum NotABundle {
    /// They are something else, or of an unknown version.
    #[error("these bytes are no bundle of a known version")]
    Malformed,
    /// They were changed, or signed by another key.
    #[error("the bundle is not signed by the phone that it names")]
    NotSigned,
}

impl From<minicbor::decode::Error> for NotABundle {
    fn from(_: minicbor::decode::Error) -> Self {
        Self::Malformed
    }
}

const VERSION: u8 = 1;

type Written = Result<(), minicbor::encode::Error<std::convert::Infallible>>;

impl Bundle {
    /// The device that made it.
    pub fn device(&self) -> DocumentId {
        enrolment::device_id(&self.public_key)
    }

    /// The bytes to sign. The same documents make the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.write(&mut Encoder::new(&mut bytes)).expect("writing to memory cannot fail");
        bytes
    }

    fn write(&self, e: &mut Encoder<&mut Vec<u8>>) -> Written {
        e.array(6)?.u8(VERSION)?.bytes(&self.public_key)?.str(self.market.as_str())?.str(&self.label)?;
        match &self.invite {
            Some(invite) => e.array(2)?.bytes(&invite.invite)?.bytes(&invite.proof)?,
            None => e.null()?,
        };
        e.array(self.documents.len() as u64)?;
        for document in &self.documents {
            e.bytes(&document.clone().for_colleague().to_bytes())?;
        }
        Ok(())
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, NotABundle> {
        let mut d = Decoder::new(bytes);
        if d.array()? != Some(6) || d.u8()? != VERSION {
            return Err(NotABundle::Malformed);
        }
        let public_key = d.bytes()?.to_vec();
        let market = d.str()?.parse().map_err(|_| NotABundle::Malformed)?;
        let label = d.str()?.to_owned();
        let invite = if d.datatype()? == minicbor::data::Type::Null {
            d.null()?;
            None
        } else {
            d.array()?;
            let mut hash = || d.bytes()?.try_into().map_err(|_| NotABundle::Malformed);
            Some(InviteProof { invite: hash()?, proof: hash()? })
        };
        let count = d.array()?.ok_or(NotABundle::Malformed)?;
        let mut documents = Vec::new();
        for _ in 0..count {
            let document = StoredDocument::from_bytes(d.bytes()?).map_err(|_| NotABundle::Malformed)?;
            documents.push(document.for_colleague());
        }
        Ok(Self { public_key, market, label, invite, documents })
    }
}

impl SignedBundle {
    /// What the phone signs for a bundle of these bytes.
    pub fn message(content: &[u8]) -> Vec<u8> {
        [b"markt bundle 1\n", content].concat()
    }

    /// The file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.content.len() + 80);
        let mut e = Encoder::new(&mut bytes);
        e.array(2)
            .and_then(|e| e.bytes(&self.content)?.bytes(&self.signature))
            .expect("writing to memory cannot fail");
        bytes
    }

    /// Reads a file, whoever signed it. For the server and for telling people what they were handed.
    ///
    /// # Errors
    /// When it is no bundle.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotABundle> {
        let mut d = Decoder::new(bytes);
        if d.array()? != Some(2) {
            return Err(NotABundle::Malformed);
        }
        Ok(Self { content: d.bytes()?.to_vec(), signature: d.bytes()?.to_vec() })
    }

    /// What the bundle says, without asking whether it is true: only a server knows who may say it.
    ///
    /// # Errors
    /// When it is no bundle.
    pub fn unverified(&self) -> Result<Bundle, NotABundle> {
        Bundle::from_bytes(&self.content)
    }

    /// What the phone says that signed it.
    ///
    /// # Errors
    /// When it is no bundle, or the phone that it names did not sign it.
    pub fn verified(&self) -> Result<Bundle, NotABundle> {
        let bundle = self.unverified()?;
        if enrolment::is_signed(&bundle.public_key, &Self::message(&self.content), &self.signature) {
            Ok(bundle)
        } else {
            Err(NotABundle::NotSigned)
        }
    }
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::{Signature, SigningKey, signature::Signer};

    use super::*;
    use crate::document::Kind;

    fn bundle(key: &SigningKey) -> Bundle {
        let public_key = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
        let device = enrolment::device_id(&public_key);
        Bundle {
            public_key,
            market: "pankow-2026/2026-05-23".parse().expect("valid"),
            label: "Telefon 3".into(),
            invite: Some(InviteProof::new(&[5; 32], device)),
            documents: vec![StoredDocument {
                id: DocumentId::from_bytes([3; 16]),
                kind: Kind::Contact,
                claim: None,
                bytes: vec![1, 2, 3],
                acknowledged: vec![[7; 32]],
                refused: Some("denied".into()),
                voucher: Some(vec![8; 60]),
                relayed: false,
            }],
        }
    }

    fn signed(key: &SigningKey, bundle: &Bundle) -> SignedBundle {
        let content = bundle.to_bytes();
        let signature: Signature = key.sign(&SignedBundle::message(&content));
        SignedBundle { content, signature: signature.to_bytes().to_vec() }
    }

    #[test]
    fn what_was_signed_comes_back_without_what_concerns_only_the_phone() {
        let key = SigningKey::from_slice(&[7; 32]).expect("a scalar");
        let bundle = bundle(&key);
        let read = SignedBundle::from_bytes(&signed(&key, &bundle).to_bytes()).expect("reads");
        let documents = bundle.documents.iter().map(|document| document.clone().for_colleague()).collect();
        assert_eq!(read.verified(), Ok(Bundle { documents, ..bundle.clone() }));
        assert_eq!(read.verified().expect("holds").device(), bundle.device());
        let uninvited = Bundle { invite: None, documents: Vec::new(), ..bundle };
        assert_eq!(signed(&key, &uninvited).verified(), Ok(uninvited));
    }

    #[test]
    fn nobody_changes_a_bundle_or_signs_it_for_another() {
        let key = SigningKey::from_slice(&[7; 32]).expect("a scalar");
        let whole = signed(&key, &bundle(&key)).to_bytes();
        let mut read = SignedBundle::from_bytes(&whole).expect("reads");
        let last = read.content.len() - 1;
        read.content[last] ^= 1;
        assert!(read.verified().is_err());
        let thief = SigningKey::from_slice(&[8; 32]).expect("a scalar");
        assert_eq!(signed(&thief, &bundle(&key)).verified(), Err(NotABundle::NotSigned));
        for cut in 0..whole.len() {
            let read = SignedBundle::from_bytes(&whole[..cut]).and_then(|bundle| bundle.verified());
            assert!(read.is_err(), "cut at {cut}");
        }
    }
}
