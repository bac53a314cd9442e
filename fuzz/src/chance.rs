//! Chance that can be repeated: one seed gives the same numbers for ever, whatever libraries change.

use std::collections::VecDeque;

/// A source of numbers that look random.
#[derive(Clone, Debug)]
pub struct Chance(Source);

#[derive(Clone, Debug)]
enum Source {
    /// `SplitMix64`.
    Seed(u64),
    /// What a guided run wants to come by chance; zeros after that.
    Bytes(VecDeque<u8>),
}

impl Chance {
    /// The numbers that belong to `seed`.
    pub fn of(seed: u64) -> Chance {
        Chance(Source::Seed(seed))
    }

    /// The numbers that stand in `bytes`.
    pub fn of_bytes(bytes: &[u8]) -> Chance {
        Chance(Source::Bytes(bytes.iter().copied().collect()))
    }

    /// Any number.
    pub fn number(&mut self) -> u64 {
        let state = match &mut self.0 {
            Source::Seed(state) => state,
            Source::Bytes(bytes) => {
                let next: Vec<u8> = bytes.drain(..bytes.len().min(4)).collect();
                let number = next.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte));
                return number | number << 32;
            }
        };
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, which is not 0.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.number() % bound as u64) as usize
    }

    /// Yes, once in `times`.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of `things`; nothing if there are none.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        if things.is_empty() { None } else { things.get(self.below(things.len())) }
    }

    /// Sixteen bytes, such as for an id.
    pub fn bytes(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.number().to_le_bytes());
        bytes[8..].copy_from_slice(&self.number().to_le_bytes());
        bytes
    }
}
