//! What a phone says of itself at the end of a market when there is no network: which it is, how much it has
//! recorded, how much of it is only there. Eight letters, for a QR code or to be typed; no personal data.

use crate::{document::DocumentId, letters};

/// Eight letters of five bits: the first two bytes of the device's id, two counts of ten bits, a check of four.
const LETTERS: u32 = 8;
/// Larger counts are said as this one.
const MOST: u64 = 1023;

/// What the code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The beginning of the device's id.
    pub device: [u8; 2],
    /// Contacts and feedback that it has recorded.
    pub recorded: u16,
    /// How many documents are only there.
    pub unsent: u16,
}

impl Closing {
    /// What `device` says.
    pub fn new(device: DocumentId, recorded: usize, unsent: usize) -> Self {
        let [a, b, ..] = *device.as_bytes();
        let count = |count: usize| u16::try_from(count).unwrap_or(u16::MAX).min(MOST as u16);
        Self { device: [a, b], recorded: count(recorded), unsent: count(unsent) }
    }

    /// The code for people, such as `7K2M-0A1B`.
    pub fn code(&self) -> String {
        let bits = u64::from(u16::from_be_bytes(self.device)) << 20
            | u64::from(self.recorded) << 10
            | u64::from(self.unsent);
        letters::write(u128::from(bits << 4 | check(bits)), LETTERS)
    }

    /// Reads a code as people type it; nothing if it is mistyped.
    pub fn parse(code: &str) -> Option<Self> {
        let all = u64::try_from(letters::read(code, LETTERS)?).ok()?;
        let bits = all >> 4;
        let device = u16::try_from(bits >> 20).ok()?.to_be_bytes();
        let count = |bits: u64| u16::try_from(bits & MOST).ok();
        let closing = Self { device, recorded: count(bits >> 10)?, unsent: count(bits)? };
        (all & 15 == check(bits)).then_some(closing)
    }

    /// Whether `device` may have said it.
    pub fn is_of(&self, device: DocumentId) -> bool {
        device.as_bytes().starts_with(&self.device)
    }
}

/// Notices most mistakes of typing: nine groups of four bits, each with an odd weight.
fn check(bits: u64) -> u64 {
    (0..9).map(|group| (bits >> (4 * group) & 15) * (2 * group + 1)).sum::<u64>() & 15
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_says_which_phone_and_how_much() {
        let mut id = [9; 16];
        for (first, recorded, unsent) in [(0, 0, 0), (255, 1023, 1023), (7, 50, 12)] {
            id[0] = first;
            let closing = Closing::new(DocumentId::from_bytes(id), recorded, unsent);
            let code = closing.code();
            assert_eq!(code.len(), 9, "{code}");
            assert_eq!(Closing::parse(&code.to_lowercase().replace('-', " ")), Some(closing));
            assert!(closing.is_of(DocumentId::from_bytes(id)));
        }
        assert_eq!(Closing::new(DocumentId::from_bytes(id), 5000, 2000).recorded, 1023);
        assert_eq!(Closing::parse("7K2M"), None);
    }

    #[test]
    fn most_mistyped_codes_are_noticed() {
        let code = Closing::new(DocumentId::from_bytes([7; 16]), 50, 12).code();
        let wrong: Vec<String> = (0..code.len())
            .filter(|place| code.as_bytes()[*place] != b'-')
            .flat_map(|place| {
                let code = code.clone();
                "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().map(move |letter| {
                    code.chars()
                        .enumerate()
                        .map(|(at, known)| if at == place { letter } else { known })
                        .collect()
                })
            })
            .filter(|mistyped: &String| *mistyped != code)
            .collect();
        let taken = wrong.iter().filter(|mistyped| Closing::parse(mistyped).is_some()).count();
        assert!(taken * 8 < wrong.len(), "{taken} of {}", wrong.len());
    }
}
