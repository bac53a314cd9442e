//! Small damage to bytes, as chance wants it.

use crate::chance::Chance;
use automerge::sync::Message;
use sha2::{Digest as _, Sha256};

/// Numbers near limits, as LEB128 writes them: 0, 1, 127, 99,999, 2²⁴, 2⁴⁰, −1, 2⁶⁴ − 1.
const NUMBERS: [&[u8]; 8] = [
    &[0],
    &[1],
    &[0xff, 0],
    &[0x9f, 0x8d, 6],
    &[0x80, 0x80, 0x80, 8],
    &[0x80, 0x80, 0x80, 0x80, 0x80, 0x20],
    &[0x7f],
    &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1],
];

/// Damages `bytes` in one place, or in more; `others` lend parts of themselves.
pub fn mutate(bytes: &mut Vec<u8>, others: &[Vec<u8>], chance: &mut Chance) {
    damage(bytes, others, chance);
    while chance.one_in(2) {
        damage(bytes, others, chance);
    }
}

fn damage(bytes: &mut Vec<u8>, others: &[Vec<u8>], chance: &mut Chance) {
    let place = chance.below(bytes.len() + 1);
    let end = (place + 1 + chance.below(8)).min(bytes.len());
    match chance.below(9) {
        0 if place < bytes.len() => bytes[place] ^= 1 << chance.below(8),
        1 if place < bytes.len() => bytes[place] = chance.number() as u8,
        2 if place < bytes.len() => bytes[place] = bytes[place].wrapping_add(1),
        3 => bytes.truncate(place),
        4 => drop(bytes.drain(place..end.max(place))),
        5 => bytes.insert(place, chance.number() as u8),
        6 => {
            let again = bytes[place..end.max(place)].to_vec();
            bytes.splice(place..place, again);
        }
        7 => {
            let number = NUMBERS[chance.below(NUMBERS.len())];
            let replaced = place..(place + chance.below(3)).min(bytes.len());
            bytes.splice(replaced, number.iter().copied());
        }
        8 => {
            let Some(other) = chance.pick(others).filter(|other| !other.is_empty()) else { return };
            let from = chance.below(other.len());
            let part = &other[from..(from + 1 + chance.below(64)).min(other.len())];
            bytes.splice(place..end.max(place), part.iter().copied());
        }
        _ => {}
    }
}

/// Damages the content of an Automerge chunk and makes its length and check sum right again: without
/// that, nearly all damage would be found by the check sum.
///
/// **Shape**: magic (4), check sum (4), type (1), length (LEB128), content.
pub fn mutate_chunk(chunk: &[u8], others: &[Vec<u8>], chance: &mut Chance) -> Option<Vec<u8>> {
    let (head, rest) = chunk.split_at_checked(9)?;
    let length_bytes = rest.iter().position(|byte| byte & 0x80 == 0)? + 1;
    let mut content = rest[length_bytes..].to_vec();
    mutate(&mut content, others, chance);
    let mut hashed = vec![head[8]];
    let mut length = content.len();
    while length > 0x7f {
        hashed.push(length as u8 | 0x80);
        length >>= 7;
    }
    hashed.push(length as u8);
    hashed.extend(content);
    let digest = Sha256::digest(&hashed);
    Some([&head[..4], &digest[..4], &hashed].concat())
}

/// Damages one of the chunks of a sync message, or puts in one that was made for another document; nothing
/// if its shape does not allow that.
pub fn with_mutated_chunk(mut message: Message, chunks: &[Vec<u8>], chance: &mut Chance) -> Option<Message> {
    let mut own: Vec<Vec<u8>> = message.changes.iter().map(<[u8]>::to_vec).collect();
    let place = chance.below(own.len().max(1));
    if own.is_empty() || chance.one_in(4) {
        own.insert(place, chance.pick(chunks)?.clone());
    }
    if let Some(mutated) = mutate_chunk(&own[place], chunks, chance) {
        own[place] = mutated;
    }
    message.changes = own.into();
    Some(message)
}

/// Makes the check sum of every chunk right, wherever in `bytes` one stands. Those of compressed chunks
/// are of what is inside, and stay as they are.
pub fn make_sums_right(bytes: &mut [u8]) {
    for at in 0..bytes.len() {
        let Some(sum) = right_sum(&bytes[at..]) else { continue };
        bytes[at + 4..at + 8].copy_from_slice(&sum);
    }
}

fn right_sum(chunk: &[u8]) -> Option<[u8; 4]> {
    let hashed = chunk.strip_prefix(&[0x85, 0x6f, 0x4a, 0x83])?.get(4..)?;
    let length_bytes = hashed.get(1..)?.iter().take(8).position(|byte| byte & 0x80 == 0)? + 1;
    let groups = hashed[1..=length_bytes].iter().rev();
    let length = groups.fold(0, |length, byte| length << 7 | usize::from(byte & 0x7f));
    let digest = Sha256::digest(hashed.get(..(1 + length_bytes).checked_add(length)?)?);
    digest[..4].try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_real_chunk_has_the_right_sum_and_a_wrong_one_is_made_right() {
        let traffic = crate::traffic::record();
        for chunk in traffic.chunks.iter().filter(|chunk| chunk[8] != 2) {
            let mut wrong = [b"before", &chunk[..]].concat();
            wrong[6 + 4] ^= 1;
            make_sums_right(&mut wrong);
            assert_eq!(wrong[6..], chunk[..]);
        }
    }
}
