//! Walking over hostile bytes without allocating for what they claim.

use thiserror::Error;

/// Why bytes are not handed to Automerge.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub(super) enum ScanError {
    /// They end too early.
    #[error("cut short")]
    Cut,
    /// They are no sync message, or hold a chunk of a type that is not known.
    #[error("of a type that is not known")]
    Unknown,
    /// A Bloom filter that costs more to ask than it can hold, or whose bits do not fit its header.
    #[error("a Bloom filter that is none")]
    Bloom,
    /// More than any peer of ours sends.
    #[error("more than is allowed")]
    TooMuch,
}

/// What has not been walked over yet.
#[derive(Clone, Copy)]
pub(super) struct Rest<'a>(pub(super) &'a [u8]);

impl<'a> Rest<'a> {
    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn byte(&mut self) -> Result<u8, ScanError> {
        let (byte, rest) = self.0.split_first().ok_or(ScanError::Cut)?;
        self.0 = rest;
        Ok(*byte)
    }

    /// An unsigned LEB128 number.
    pub(super) fn number(&mut self) -> Result<u64, ScanError> {
        let mut number = 0;
        for shift in (0..70).step_by(7) {
            let byte = self.byte()?;
            // The tenth byte holds one bit.
            number |= u64::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(ScanError::TooMuch)
    }

    /// A signed LEB128 number.
    pub(super) fn signed(&mut self) -> Result<i64, ScanError> {
        let mut number = 0_i64;
        for shift in (0..70).step_by(7) {
            let byte = self.byte()?;
            number |= i64::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
            if byte & 0x80 == 0 {
                let is_negative = byte & 0x40 != 0 && shift + 7 < 64;
                return Ok(if is_negative { number | (-1_i64 << (shift + 7)) } else { number });
            }
        }
        Err(ScanError::TooMuch)
    }

    pub(super) fn number_up_to(&mut self, bound: u64) -> Result<u64, ScanError> {
        let number = self.number()?;
        if number <= bound { Ok(number) } else { Err(ScanError::TooMuch) }
    }

    pub(super) fn take(&mut self, length: u64) -> Result<&'a [u8], ScanError> {
        let length = usize::try_from(length).map_err(|_| ScanError::Cut)?;
        let (taken, rest) = self.0.split_at_checked(length).ok_or(ScanError::Cut)?;
        self.0 = rest;
        Ok(taken)
    }

    /// Bytes after their length.
    pub(super) fn prefixed(&mut self) -> Result<&'a [u8], ScanError> {
        let length = self.number()?;
        self.take(length)
    }

    /// A count and that many 32-byte hashes.
    pub(super) fn hashes(&mut self) -> Result<u64, ScanError> {
        let count = self.number_up_to(MAX_HASHES)?;
        self.take(count * 32)?;
        Ok(count)
    }
}

const MAX_HASHES: u64 = 10_000;
