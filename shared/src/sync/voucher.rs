//! The server's own word on whose a document is, which travels with the document.
//!
//! A server that was restored from an older backup lacks documents that others hold. Whoever offers one
//! again brings the voucher along, and so it belongs to its maker as before, not to whoever came first.
//! Nobody but the server can make one, or tell a true one from a forged one.
//!
//! **Shape**: 32 bytes of HMAC-SHA-256 over `markt voucher 1\n<document id>\n` and what follows, then
//! the text `<kind>\n<season or market, may be empty>\n<owner>`.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::share_policy::Facts;
use crate::document::DocumentId;

/// What a server signs its vouchers with; part of its data, so that a backup brings it back.
#[derive(Clone)]
pub struct VoucherKey([u8; 32]);

impl VoucherKey {
    /// A key of random bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl fmt::Debug for VoucherKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VoucherKey")
    }
}

/// No voucher is longer.
pub const MAX_BYTES: usize = 512;

const MAC_BYTES: usize = 32;

/// The voucher for a document of these facts; none while it has no kind.
pub fn issue(key: &VoucherKey, document: DocumentId, facts: &Facts) -> Option<Vec<u8>> {
    let kind = facts.kind?;
    let text = format!("{kind}\n{}\n{}", facts.market.as_deref().unwrap_or_default(), facts.owner);
    let mut voucher = mac(key, document, text.as_bytes()).finalize().into_bytes().to_vec();
    voucher.extend_from_slice(text.as_bytes());
    (voucher.len() <= MAX_BYTES).then_some(voucher)
}

/// What `voucher` says of `document`, if the holder of `key` made it for that document.
pub fn read(key: &VoucherKey, document: DocumentId, voucher: &[u8]) -> Option<Facts> {
    let (tag, text) = voucher.split_at_checked(MAC_BYTES)?;
    mac(key, document, text).verify_slice(tag).ok()?;
    let mut lines = std::str::from_utf8(text).ok()?.splitn(3, '\n');
    let (kind, market, owner) = (lines.next()?, lines.next()?, lines.next()?);
    Some(Facts {
        kind: Some(kind.parse().ok()?),
        market: Some(market).filter(|market| !market.is_empty()).map(str::to_owned),
        owner: owner.parse().ok()?,
    })
}

fn mac(key: &VoucherKey, document: DocumentId, text: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&key.0).expect("HMAC takes a key of any length");
    mac.update(format!("markt voucher 1\n{document}\n").as_bytes());
    mac.update(text);
    mac
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Kind, sync::share_policy::Owner};

    const KEY: VoucherKey = VoucherKey::new([7; 32]);

    fn id(byte: u8) -> DocumentId {
        DocumentId::from_bytes([byte; 16])
    }

    #[test]
    fn a_voucher_holds_for_its_document_and_server_and_no_other() {
        for (market, owner) in [
            (Some("pankow-2026/2026-05-23"), Owner::Device(id(2))),
            (Some("pankow-2026"), Owner::Organisers),
            (None, Owner::Member(id(3))),
        ] {
            let facts = Facts { kind: Some(Kind::Contact), market: market.map(str::to_owned), owner };
            let voucher = issue(&KEY, id(1), &facts).expect("it has a kind");
            assert_eq!(read(&KEY, id(1), &voucher), Some(facts.clone()));
            assert_eq!(read(&KEY, id(9), &voucher), None, "another document");
            assert_eq!(read(&VoucherKey::new([8; 32]), id(1), &voucher), None, "another server");
            for place in 0..voucher.len() {
                let mut forged = voucher.clone();
                forged[place] ^= 1;
                assert_eq!(read(&KEY, id(1), &forged), None, "changed at {place}");
            }
            assert_eq!(read(&KEY, id(1), &voucher[..MAC_BYTES - 1]), None);
        }
    }

    #[test]
    fn what_has_no_kind_is_not_vouched_for() {
        let facts = Facts { kind: None, market: None, owner: Owner::Organisers };
        assert_eq!(issue(&KEY, id(1), &facts), None);
    }
}
