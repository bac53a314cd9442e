//! Small damage to bytes, as chance wants it.

use sha2::{Digest as _, Sha256};
use tests::chance::Chance;

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
pub(crate) fn mutate(bytes: &mut Vec<u8>, others: &[Vec<u8>], chance: &mut Chance) {
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
pub(crate) fn mutate_chunk(chunk: &[u8], others: &[Vec<u8>], chance: &mut Chance) -> Option<Vec<u8>> {
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
