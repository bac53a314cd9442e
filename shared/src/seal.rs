//! Sealing what is personal, and opening it.
//!
//! HPKE (RFC 9180) in base mode with X25519, HKDF-SHA256 and ChaCha20-Poly1305, bound to the
//! document and the field. **Shape** of sealed bytes: version (1 byte, `1`), encapsulated key (32),
//! ciphertext. Before sealing, the text is padded to a multiple of [`PADDING`] bytes, so that its
//! length says little about a name. What may be claimed: who takes a phone, a database or a backup
//! reads no name. A server that serves another app could; published hashes make that detectable.

pub mod keyring;
mod person;
pub mod receipt;

use std::{convert::Infallible, fmt};

use hpke::{
    Deserializable, Kem as _, OpModeR, OpModeS, Serializable,
    aead::ChaCha20Poly1305,
    kdf::HkdfSha256,
    kem::X25519HkdfSha256,
    rand_core::{TryCryptoRng, TryRng},
};
use sha2::{Digest, Sha256};
use thiserror::Error;

pub use person::Person;

type Kem = X25519HkdfSha256;

const VERSION: u8 = 1;
const INFO: &[u8] = b"markt seal 1";
const ENCAPSULATED: usize = 32;

/// Plain texts are padded to a multiple of this, their length of two bytes included.
pub const PADDING: usize = 128;

/// The public half of a key: whom something is sealed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey(pub [u8; 32]);

/// The private half of a key.
#[derive(Clone, PartialEq, Eq)]
pub struct PrivateKey([u8; 32]);

/// Why a public key cannot be sealed to.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum SealError {
    /// The key is a point of small order, which anyone could open.
    #[error("the public key is not usable")]
    UnusableKey,
    /// The text is longer than 65,535 bytes.
    #[error("the text has {0} bytes, more than 65,535")]
    TooLong(usize),
}

/// Why sealed bytes did not open.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum OpenError {
    /// Too short, or of a version that is not known.
    #[error("these are no sealed bytes of a known version")]
    NotSealed,
    /// Sealed to another key, for another document or field, or damaged.
    #[error("the key does not open these bytes")]
    WrongKey,
}

impl PrivateKey {
    /// The key made from 32 random bytes (RFC 9180, `DeriveKeyPair`).
    pub fn from_random(random: [u8; 32]) -> Self {
        let (private, _) = Kem::derive_keypair(&random);
        Self(private.to_bytes().into())
    }

    /// The key with these bytes, as [`Self::to_bytes`] gave them.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes, to be wrapped and never stored otherwise.
    pub const fn to_bytes(&self) -> [u8; 32] {
        self.0
    }

    /// Its public half.
    pub fn public(&self) -> PublicKey {
        PublicKey(Kem::sk_to_pk(&self.hpke()).to_bytes().into())
    }

    fn hpke(&self) -> <Kem as hpke::Kem>::PrivateKey {
        <Kem as hpke::Kem>::PrivateKey::from_bytes(&self.0).expect("any 32 bytes are an X25519 private key")
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey(…)")
    }
}

/// What an invite carries and a phone pins, so that no one can slip in another key.
///
/// **Shape**: the first 16 bytes of SHA-256 over `markt fingerprint 1` and the key, in lower-case
/// hexadecimal.
pub fn fingerprint(key: &PublicKey) -> String {
    let digest = Sha256::new_with_prefix(b"markt fingerprint 1").chain_update(key.0).finalize();
    hex_text(&digest[..16])
}

/// Seals `plain` to a key, for one field of one document.
///
/// `random` must be fresh for each call.
///
/// # Errors
/// When the key cannot be used or the text is too long.
pub fn seal(
    to: &PublicKey,
    document: &[u8; 16],
    field: &str,
    plain: &[u8],
    random: [u8; 32],
) -> Result<Vec<u8>, SealError> {
    let key = <Kem as hpke::Kem>::PublicKey::from_bytes(&to.0).map_err(|_| SealError::UnusableKey)?;
    let (encapsulated, ciphertext) = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, Kem>(
        &OpModeS::Base,
        &key,
        INFO,
        &pad(plain)?,
        &bound_to(document, field),
        &mut Once(random),
    )
    .map_err(|_| SealError::UnusableKey)?;
    let mut sealed = vec![VERSION];
    sealed.extend_from_slice(&encapsulated.to_bytes());
    sealed.extend_from_slice(&ciphertext);
    Ok(sealed)
}

/// Opens what was sealed to `with` for this field of this document.
///
/// # Errors
/// When these are no sealed bytes, or of another key, document or field.
pub fn open(
    with: &PrivateKey,
    document: &[u8; 16],
    field: &str,
    sealed: &[u8],
) -> Result<Vec<u8>, OpenError> {
    let (version, rest) = sealed.split_first().ok_or(OpenError::NotSealed)?;
    if *version != VERSION || rest.len() <= ENCAPSULATED {
        return Err(OpenError::NotSealed);
    }
    let (encapsulated, ciphertext) = rest.split_at(ENCAPSULATED);
    let encapsulated =
        <Kem as hpke::Kem>::EncappedKey::from_bytes(encapsulated).map_err(|_| OpenError::NotSealed)?;
    let padded = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, Kem>(
        &OpModeR::Base,
        &with.hpke(),
        &encapsulated,
        INFO,
        ciphertext,
        &bound_to(document, field),
    )
    .map_err(|_| OpenError::WrongKey)?;
    unpad(&padded)
}

fn bound_to(document: &[u8; 16], field: &str) -> Vec<u8> {
    [document.as_slice(), field.as_bytes()].concat()
}

fn pad(plain: &[u8]) -> Result<Vec<u8>, SealError> {
    let length = u16::try_from(plain.len()).map_err(|_| SealError::TooLong(plain.len()))?;
    let mut padded = length.to_be_bytes().to_vec();
    padded.extend_from_slice(plain);
    padded.resize(padded.len().next_multiple_of(PADDING), 0);
    Ok(padded)
}

fn unpad(padded: &[u8]) -> Result<Vec<u8>, OpenError> {
    let (length, rest) = padded.split_first_chunk::<2>().ok_or(OpenError::NotSealed)?;
    rest.get(..usize::from(u16::from_be_bytes(*length))).map(<[u8]>::to_vec).ok_or(OpenError::NotSealed)
}

fn hex_text(bytes: &[u8]) -> String {
    use fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string cannot fail");
        text
    })
}

/// Hands out the random bytes that the caller drew; HPKE asks once, for 32 of them.
struct Once([u8; 32]);

impl TryRng for Once {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, wanted: &mut [u8]) -> Result<(), Infallible> {
        // Should a later HPKE ask twice, the second answer still differs from the first.
        for chunk in wanted.chunks_mut(32) {
            chunk.copy_from_slice(&self.0[..chunk.len()]);
            self.0 = Sha256::digest(self.0).into();
        }
        Ok(())
    }
}

impl TryCryptoRng for Once {}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: [u8; 16] = [5; 16];

    fn key() -> PrivateKey {
        PrivateKey::from_random([1; 32])
    }

    #[test]
    fn only_the_right_key_document_and_field_open() {
        let sealed = seal(&key().public(), &DOCUMENT, "person", b"Ada", [2; 32]).expect("seals");
        assert_eq!(open(&key(), &DOCUMENT, "person", &sealed).as_deref(), Ok(b"Ada".as_slice()));
        let other = PrivateKey::from_random([9; 32]);
        assert_eq!(open(&other, &DOCUMENT, "person", &sealed), Err(OpenError::WrongKey));
        assert_eq!(open(&key(), &[6; 16], "person", &sealed), Err(OpenError::WrongKey));
        assert_eq!(open(&key(), &DOCUMENT, "note", &sealed), Err(OpenError::WrongKey));
    }

    #[test]
    fn the_length_says_little() {
        let length =
            |plain: &[u8]| seal(&key().public(), &DOCUMENT, "person", plain, [2; 32]).expect("seals").len();
        assert_eq!(length(b"Al"), length(&[b'x'; 126]));
        assert_eq!(length(b"Al"), 1 + 32 + PADDING + 16);
    }

    #[test]
    fn hostile_bytes_do_not_open() {
        for bytes in [&[][..], &[1], &[2; 200], &[1; 33], &[1; 400]] {
            assert!(open(&key(), &DOCUMENT, "person", bytes).is_err());
        }
        assert_eq!(
            seal(&PublicKey([0; 32]), &DOCUMENT, "person", b"x", [2; 32]),
            Err(SealError::UnusableKey)
        );
    }

    #[test]
    fn rfc_9180_a_2_1_opens() {
        // DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, base mode, sequence number 0.
        let ikm = from_hex("1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df");
        let (private, public) = Kem::derive_keypair(&ikm);
        assert_eq!(
            hex_text(&public.to_bytes()),
            "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"
        );
        let encapsulated = <Kem as hpke::Kem>::EncappedKey::from_bytes(&from_hex(
            "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
        ))
        .expect("a public key");
        let plain = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, Kem>(
            &OpModeR::Base,
            &private,
            &encapsulated,
            &from_hex("4f6465206f6e2061204772656369616e2055726e"),
            &from_hex(concat!(
                "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db",
                "21993c62ce81883d2dd1b51a28"
            )),
            &from_hex("436f756e742d30"),
        )
        .map(|plain| plain.to_vec());
        assert_eq!(plain, Ok(b"Beauty is truth, truth beauty".to_vec()));
    }

    fn from_hex(text: &str) -> Vec<u8> {
        (0..text.len() / 2)
            .map(|index| u8::from_str_radix(&text[2 * index..2 * index + 2], 16).expect("hexadecimal"))
            .collect()
    }
}
