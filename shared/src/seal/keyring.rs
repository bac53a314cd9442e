//! The private half of a market's key, wrapped for one organiser or for the recovery sheet.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    ChaCha20Poly1305, Key, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{PrivateKey, hex_text};

/// KiB of memory that guessing one passphrase costs.
const MEMORY_KIB: u32 = 64 * 1024;
/// Passes over that memory.
const PASSES: u32 = 3;
/// A wrapped key that asks for more was not made by us; honouring it would stop the phone.
const MAX_MEMORY_KIB: u32 = 256 * 1024;
const MAX_PASSES: u32 = 10;

/// A private key under a passphrase: Argon2id and ChaCha20-Poly1305.
///
/// **Shape**: JSON; bytes in hexadecimal. It is bound to the market and to whom it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrapped {
    /// Argon2id: memory in KiB.
    pub memory_kib: u32,
    /// Argon2id: passes.
    pub passes: u32,
    /// Argon2id: salt, 16 bytes.
    pub salt: String,
    /// Nonce, 12 bytes.
    pub nonce: String,
    /// The encrypted key, 48 bytes.
    pub sealed: String,
}

/// Why a wrapped key did not open.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum UnwrapError {
    /// The passphrase is another one, or the key belongs to another market or organiser.
    #[error("the passphrase does not open this key")]
    WrongPassphrase,
    /// This is no wrapped key.
    #[error("the wrapped key is damaged")]
    Damaged,
}

/// Wraps `key` with a passphrase, for `member` (a member's id, or `recovery`) and `market`.
///
/// `random` must be fresh: 16 bytes of salt and 12 of nonce.
pub fn wrap(key: &PrivateKey, passphrase: &str, market: &str, member: &str, random: [u8; 28]) -> Wrapped {
    let (salt, nonce) = random.split_at(16);
    let cipher = cipher(passphrase, salt, MEMORY_KIB, PASSES).expect("the fixed parameters are valid");
    let bound = bound_to(market, member);
    let nonce_bytes: [u8; 12] = nonce.try_into().expect("28 − 16 = 12");
    let sealed = cipher
        .encrypt(&Nonce::from(nonce_bytes), Payload { msg: &key.to_bytes(), aad: &bound })
        .expect("32 bytes can be encrypted");
    Wrapped {
        memory_kib: MEMORY_KIB,
        passes: PASSES,
        salt: hex_text(salt),
        nonce: hex_text(nonce),
        sealed: hex_text(&sealed),
    }
}

/// Opens a wrapped key. Takes a second on a phone.
///
/// # Errors
/// When the passphrase is wrong or the wrapped key damaged.
pub fn unwrap(
    wrapped: &Wrapped,
    passphrase: &str,
    market: &str,
    member: &str,
) -> Result<PrivateKey, UnwrapError> {
    if wrapped.memory_kib > MAX_MEMORY_KIB || wrapped.passes > MAX_PASSES {
        return Err(UnwrapError::Damaged);
    }
    let salt = from_hex(&wrapped.salt)?;
    let nonce: [u8; 12] = from_hex(&wrapped.nonce)?.try_into().map_err(|_| UnwrapError::Damaged)?;
    let sealed = from_hex(&wrapped.sealed)?;
    let cipher = cipher(passphrase, &salt, wrapped.memory_kib, wrapped.passes)?;
    let plain = cipher
        .decrypt(&Nonce::from(nonce), Payload { msg: &sealed, aad: &bound_to(market, member) })
        .map_err(|_| UnwrapError::WrongPassphrase)?;
    plain.try_into().map(PrivateKey::from_bytes).map_err(|_| UnwrapError::Damaged)
}

fn cipher(
    passphrase: &str,
    salt: &[u8],
    memory_kib: u32,
    passes: u32,
) -> Result<ChaCha20Poly1305, UnwrapError> {
    let params = Params::new(memory_kib, passes, 1, Some(32)).map_err(|_| UnwrapError::Damaged)?;
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut key)
        .map_err(|_| UnwrapError::Damaged)?;
    Ok(ChaCha20Poly1305::new(&Key::from(key)))
}

fn bound_to(market: &str, member: &str) -> Vec<u8> {
    format!("markt keyring 1\n{market}\n{member}").into_bytes()
}

fn from_hex(text: &str) -> Result<Vec<u8>, UnwrapError> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) || text.len() > 256 {
        return Err(UnwrapError::Damaged);
    }
    (0..text.len() / 2)
        .map(|index| {
            u8::from_str_radix(&text[2 * index..2 * index + 2], 16).map_err(|_| UnwrapError::Damaged)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKET: &str = "pankow-2026/2026-05-23";

    #[test]
    fn the_passphrase_opens_and_nothing_else_does() {
        let key = PrivateKey::from_random([3; 32]);
        let wrapped = wrap(&key, "vier Worte im Park", MARKET, "a", [4; 28]);
        let opened =
            |passphrase: &str, market: &str, member: &str| unwrap(&wrapped, passphrase, market, member);
        assert!(opened("vier Worte im Park", MARKET, "a") == Ok(key));
        assert!(opened("vier worte im Park", MARKET, "a") == Err(UnwrapError::WrongPassphrase));
        assert!(opened("vier Worte im Park", MARKET, "b") == Err(UnwrapError::WrongPassphrase));
        assert!(
            opened("vier Worte im Park", "pankow-2026/2026-06-20", "a") == Err(UnwrapError::WrongPassphrase)
        );
    }

    #[test]
    fn a_damaged_or_greedy_key_is_refused_before_work_is_done() {
        let wrapped = wrap(&PrivateKey::from_random([3; 32]), "x", MARKET, "a", [4; 28]);
        let greedy = Wrapped { memory_kib: u32::MAX, ..wrapped.clone() };
        assert!(unwrap(&greedy, "x", MARKET, "a") == Err(UnwrapError::Damaged));
        let damaged = Wrapped { nonce: "zz".into(), ..wrapped };
        assert!(unwrap(&damaged, "x", MARKET, "a") == Err(UnwrapError::Damaged));
    }
}
