//! The receipt: with its secret the visitor opens, corrects and withdraws the contact.

use sha2::{Digest, Sha256};

use super::PrivateKey;
use crate::letters;

/// 80 random bits; whoever knows them holds the receipt. The server stores only their hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub [u8; 10]);

impl Secret {
    /// For people: 16 letters and digits in four groups, such as `7K2M-…`.
    pub fn code(&self) -> String {
        let bits = self.0.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        letters::write(bits, 16)
    }

    /// Reads a code as people type it: any case, any spacing, O for 0, I and L for 1.
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 16] = letters::read(code, 16)?.to_be_bytes();
        let (_, secret) = bytes.split_last_chunk::<10>()?;
        Some(Self(*secret))
    }

    /// What the contact's document holds of it.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::new_with_prefix(b"markt receipt 1").chain_update(self.0).finalize().into()
    }

    /// The key that sealed parts are sealed to besides the market's.
    pub fn key(&self) -> PrivateKey {
        PrivateKey::from_random(
            Sha256::new_with_prefix(b"markt receipt key 1").chain_update(self.0).finalize().into(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let secret = Secret([0xff, 0, 1, 2, 3, 4, 5, 6, 7, 0x10]);
        let code = secret.code();
        assert_eq!(code.len(), 19);
        assert!(Secret::parse(&code) == Some(secret.clone()));
        let typed = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert!(Secret::parse(&typed) == Some(secret));
        for wrong in ["", "7K2M", "U000-0000-0000-0000", "00000000000000000"] {
            assert!(Secret::parse(wrong).is_none(), "{wrong}");
        }
    }
}
