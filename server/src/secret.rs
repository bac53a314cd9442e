//! Random tokens and their hashes, and passwords.
//!
//! A token is shown once and stored only as its SHA-256: it has 256 random bits, so nothing slower
//! is needed. Passwords are hashed by Argon2id.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use rand::RngExt;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shared::sync::enrolment::{ProofKey, proof_key};

/// A secret that its holder shows again and again, such as a session cookie.
///
/// **Shape**: 32 random bytes, written as 64 hexadecimal digits.
#[derive(Clone)]
pub(crate) struct Token([u8; 32]);

/// What is stored of a [`Token`].
pub(crate) type TokenHash = [u8; 32];

impl Token {
    /// A new one.
    pub(crate) fn random() -> Self {
        Self(rand::random())
    }

    /// The hash that is stored.
    pub(crate) fn hash(&self) -> TokenHash {
        Sha256::digest(self.0).into()
    }

    /// What is stored of an invite's token to check the proof in a bundle.
    pub(crate) fn proof_key(&self) -> ProofKey {
        proof_key(&self.0)
    }

    /// Reads what [`Token`]'s `Display` wrote.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

/// A password as it is stored.
///
/// **Shape**: JSON with the cost, so that a later version may raise it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PasswordHash {
    memory_kib: u32,
    passes: u32,
    salt: String,
    hash: String,
}

/// Argon2id's second recommended choice of RFC 9106, cut down to what a small server can give to
/// several sign-ins at once; OWASP's minimum.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

impl PasswordHash {
    /// Hashes `password` with a fresh salt. Takes tens of milliseconds.
    pub(crate) fn of(password: &str) -> Self {
        let salt: [u8; 16] = rand::random();
        let hash = argon2id(password, &salt, MEMORY_KIB, PASSES).expect("the constants are valid parameters");
        Self { memory_kib: MEMORY_KIB, passes: PASSES, salt: hex::encode(salt), hash: hex::encode(hash) }
    }

    /// A hash that no password has, to spend the same time on unknown names.
    pub(crate) fn of_nothing() -> Self {
        Self {
            memory_kib: MEMORY_KIB,
            passes: PASSES,
            salt: hex::encode([0; 16]),
            hash: hex::encode([0; 32]),
        }
    }

    /// Whether `password` is the one. Takes tens of milliseconds.
    pub(crate) fn matches(&self, password: &str) -> bool {
        let Ok(salt) = hex::decode(&self.salt) else { return false };
        let Some(hash) = argon2id(password, &salt, self.memory_kib, self.passes) else { return false };
        // Both sides are hashes: how long a comparison takes says nothing about the password.
        hex::encode(hash) == self.hash
    }
}

fn argon2id(password: &str, salt: &[u8], memory_kib: u32, passes: u32) -> Option<[u8; 32]> {
    let params = Params::new(memory_kib, passes, 1, Some(32)).ok()?;
    let mut hash = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, &mut hash)
        .ok()?;
    Some(hash)
}

/// A password for a person to type: four groups of four characters that are not mistaken for others.
///
/// **Range**: about 79 random bits.
pub(crate) fn readable_password() -> String {
    const LETTERS: &[u8] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut random = rand::rng();
    let mut password = String::with_capacity(19);
    for position in 0..16 {
        if position > 0 && position % 4 == 0 {
            password.push('-');
        }
        password.push(char::from(LETTERS[random.random_range(0..LETTERS.len())]));
    }
    password
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_survives_text() {
        let token = Token::random();
        let read = Token::parse(&token.to_string()).expect("written by us");
        assert_eq!(read.hash(), token.hash());
        assert!(Token::parse("kurz").is_none());
    }

    #[test]
    fn only_the_password_matches() {
        let stored = PasswordHash::of("parkbank");
        assert!(stored.matches("parkbank"));
        assert!(!stored.matches("Parkbank"));
        assert!(!PasswordHash::of_nothing().matches(""));
    }
}
