//! Walking over an encoded sync message.
//!
//! **Shape** (automerge sync, versions 1 and 2): type `0x42` or `0x43`; heads and needs, each a
//! count and 32-byte hashes; haves, each such a list and a Bloom filter with its length; changes,
//! each with its length; flags. Numbers are LEB128. The filter: entries, bits per entry, probes,
//! then the bits.

use super::{
    bytes::{Rest, ScanError},
    chunks::{self, Budget},
};

const MAX_HAVES: u64 = 16;
/// Automerge itself uses 10 bits per entry and 7 probes.
const MAX_BITS_PER_ENTRY: u64 = 32;
const MAX_PROBES: u64 = 32;
const MAX_CHANGES: u64 = 100_000;

/// What a sync message brings, as far as its lengths tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Whether its sender has anything of the document.
    pub has_heads: bool,
    /// Whether it brings changes.
    pub has_changes: bool,
}

/// Checks that an encoded sync message is what its lengths say, and asks for nothing absurd.
pub(super) fn check(data: &[u8]) -> Result<Outline, ScanError> {
    let mut rest = Rest(data);
    match rest.byte()? {
        0x42 | 0x43 => {}
        _ => return Err(ScanError::Unknown),
    }
    let heads = rest.hashes()?;
    rest.hashes()?;
    for _ in 0..rest.number_up_to(MAX_HAVES)? {
        rest.hashes()?;
        check_bloom(rest.prefixed()?)?;
    }
    let mut budget = Budget::new();
    let changes = rest.number_up_to(MAX_CHANGES)?;
    for _ in 0..changes {
        chunks::check(rest.prefixed()?, &mut budget)?;
    }
    Ok(Outline { has_heads: heads > 0, has_changes: changes > 0 })
}

fn check_bloom(bytes: &[u8]) -> Result<(), ScanError> {
    if bytes.is_empty() {
        return Ok(());
    }
    let mut rest = Rest(bytes);
    let entries = rest.number()?;
    let bits_per_entry = rest.number()?;
    let probes = rest.number()?;
    let bits = entries.checked_mul(bits_per_entry).ok_or(ScanError::Bloom)?;
    let fits = bits_per_entry <= MAX_BITS_PER_ENTRY
        && probes <= MAX_PROBES
        && rest.0.len() as u64 == bits.div_ceil(8)
        && (entries == 0 || (bits_per_entry > 0 && probes > 0));
    if fits { Ok(()) } else { Err(ScanError::Bloom) }
}

#[cfg(test)]
mod tests {
    use automerge::{
        Automerge, ROOT,
        sync::{Message, State, SyncDoc},
        transaction::Transactable,
    };
    use proptest::prelude::*;

    use super::*;

    fn message(entries: u8, bits_per_entry: u8, probes: &[u8], bits: &[u8]) -> Vec<u8> {
        let bloom = [&[entries, bits_per_entry], probes, bits].concat();
        let length = u8::try_from(bloom.len()).expect("short");
        [&[0x42, 0, 0, 1, 0, length][..], &bloom, &[0]].concat()
    }

    #[test]
    fn what_automerge_writes_passes() {
        let mut document = Automerge::new();
        let mut peer = Automerge::new();
        let (mut ours, mut theirs) = (State::new(), State::new());
        for number in 0..50 {
            document
                .transact::<_, _, automerge::AutomergeError>(|tx| tx.put(ROOT, "n", number))
                .expect("puts");
        }
        for _ in 0..10 {
            for (from, state, to, other) in [(&mut document.clone(), &mut ours, &mut peer, &mut theirs)] {
                if let Some(message) = from.generate_sync_message(state) {
                    let bytes = message.encode();
                    assert!(check(&bytes).is_ok());
                    to.receive_sync_message(other, Message::decode(&bytes).expect("decodes"))
                        .expect("receives");
                }
            }
            if let Some(message) = peer.generate_sync_message(&mut theirs) {
                let bytes = message.encode();
                assert!(check(&bytes).is_ok());
                document
                    .receive_sync_message(&mut ours, Message::decode(&bytes).expect("decodes"))
                    .expect("receives");
            }
        }
        assert_eq!(peer.get_heads(), document.get_heads());
    }

    #[test]
    fn filters_that_panic_or_exhaust_are_refused() {
        let nothing = Outline { has_heads: false, has_changes: false };
        assert_eq!(check(&message(0, 10, &[7], &[])), Ok(nothing));
        assert_eq!(check(&message(1, 0, &[7], &[])), Err(ScanError::Bloom));
        assert_eq!(check(&message(1, 10, &[0x80, 0xf0, 0x8a, 0x18], &[0, 0])), Err(ScanError::Bloom));
        assert_eq!(check(&message(1, 10, &[7], &[0; 9])), Err(ScanError::Bloom));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes: Vec<u8>) {
            let _outcome = check(&bytes);
        }
    }
}
