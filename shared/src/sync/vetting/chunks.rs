//! Counting what Automerge's chunks would cost, before Automerge sees them.
//!
//! **Shape** (Automerge's binary format): magic `85 6f 4a 83`, check sum (4), type (1), length,
//! data. A change (type 1) and a document (type 0) hold columns; a run in a column is a count and
//! one value, so 70 bytes can stand for a million operations. A compressed change (type 2) is a
//! deflated one; a document's columns may be deflated one by one. Here nothing is built: lengths
//! are followed, runs added up, and what is compressed is decompressed into a counter's bounds.

use std::io::Read as _;

use flate2::bufread::DeflateDecoder;

use super::bytes::{Rest, ScanError};

/// Bytes that the columns of one message may hold once they are inflated, all its chunks together:
/// no more than fits into a frame without compression. Automerge and the vetting need up to ten times
/// as much.
pub const MAX_DECOMPRESSED: u64 = 4 << 20;

/// Rows that one message's columns may stand for, all its chunks together. Automerge needs up to
/// 400 bytes for each.
pub const MAX_OPERATIONS: u64 = 100_000;

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const CHECKSUM: u64 = 4;
const MAX_ACTORS: u64 = 1_000;
const MAX_ACTOR_BYTES: usize = 128;
const MAX_COLUMNS: u64 = 64;
/// Sequence numbers and operation counters stay far below this in a thousand years of editing.
const MAX_COUNTER: u64 = 1 << 40;

/// What one message may still cost.
pub(super) struct Budget {
    decompressed: u64,
    rows: u64,
}

impl Budget {
    pub(super) const fn new() -> Self {
        Self { decompressed: MAX_DECOMPRESSED, rows: MAX_OPERATIONS }
    }

    /// One that only counts.
    pub(super) const fn unbounded() -> Self {
        Self { decompressed: u64::MAX - 1, rows: u64::MAX }
    }

    /// Bytes and rows that were spent of `before`.
    pub(super) const fn spent(&self, before: &Self) -> (u64, u64) {
        (before.decompressed - self.decompressed, before.rows - self.rows)
    }

    /// Inflates no more than may still be spent.
    fn decompress(&self, deflated: &[u8]) -> Result<Vec<u8>, ScanError> {
        let mut inflated = Vec::new();
        let mut bounded = DeflateDecoder::new(deflated).take(self.decompressed + 1);
        bounded.read_to_end(&mut inflated).map_err(|_| ScanError::Cut)?;
        if inflated.len() as u64 > self.decompressed { Err(ScanError::TooMuch) } else { Ok(inflated) }
    }

    fn spend_bytes(&mut self, bytes: u64) -> Result<(), ScanError> {
        self.decompressed = self.decompressed.checked_sub(bytes).ok_or(ScanError::TooMuch)?;
        Ok(())
    }
}

/// Checks the chunks that stand one after the other in `bytes`.
pub(super) fn check(bytes: &[u8], budget: &mut Budget) -> Result<(), ScanError> {
    let mut rest = Rest(bytes);
    while !rest.is_empty() {
        if rest.take(4)? != MAGIC {
            return Err(ScanError::Unknown);
        }
        rest.take(CHECKSUM)?;
        let kind = rest.byte()?;
        let data = rest.prefixed()?;
        match kind {
            0 => check_document(data, budget)?,
            1 => check_change(data, budget)?,
            2 => {
                let inflated = budget.decompress(data)?;
                let before = budget.decompressed;
                check_change(&inflated, budget)?;
                let columns = before - budget.decompressed;
                budget.spend_bytes((inflated.len() as u64).saturating_sub(columns))?;
            }
            _ => return Err(ScanError::Unknown),
        }
    }
    Ok(())
}

fn check_change(data: &[u8], budget: &mut Budget) -> Result<(), ScanError> {
    let mut rest = Rest(data);
    rest.hashes()?;
    check_actor(&mut rest)?;
    rest.number_up_to(MAX_COUNTER)?;
    rest.number_up_to(MAX_COUNTER)?;
    rest.signed()?;
    rest.prefixed()?;
    check_actors(&mut rest)?;
    let columns = columns(&mut rest)?;
    check_columns(&columns, &mut rest, budget)
}

fn check_document(data: &[u8], budget: &mut Budget) -> Result<(), ScanError> {
    let mut rest = Rest(data);
    check_actors(&mut rest)?;
    rest.hashes()?;
    let changes = columns(&mut rest)?;
    let operations = columns(&mut rest)?;
    check_columns(&changes, &mut rest, budget)?;
    check_columns(&operations, &mut rest, budget)
}

fn check_actors(rest: &mut Rest<'_>) -> Result<(), ScanError> {
    (0..rest.number_up_to(MAX_ACTORS)?).try_for_each(|_| check_actor(rest))
}

fn check_actor(rest: &mut Rest<'_>) -> Result<(), ScanError> {
    if rest.prefixed()?.len() <= MAX_ACTOR_BYTES { Ok(()) } else { Err(ScanError::TooMuch) }
}

/// Specification and length of each column.
fn columns(rest: &mut Rest<'_>) -> Result<Vec<(u64, u64)>, ScanError> {
    (0..rest.number_up_to(MAX_COLUMNS)?).map(|_| Ok((rest.number()?, rest.number()?))).collect()
}

fn check_columns(columns: &[(u64, u64)], rest: &mut Rest<'_>, budget: &mut Budget) -> Result<(), ScanError> {
    for (specification, length) in columns {
        let data = rest.take(*length)?;
        let is_deflated = specification & 0b1000 != 0;
        let kind = ColumnKind::of(*specification);
        if is_deflated {
            let inflated = budget.decompress(data)?;
            budget.spend_bytes(inflated.len() as u64)?;
            count_rows(kind, &inflated, budget)?;
        } else {
            budget.spend_bytes(data.len() as u64)?;
            count_rows(kind, data, budget)?;
        }
    }
    Ok(())
}

/// What a column's values look like; the low three bits of its specification.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ColumnKind {
    /// How many rows of the following columns belong to one.
    Group,
    /// Unsigned numbers.
    Unsigned,
    /// Signed numbers.
    Signed,
    /// Runs of false and true.
    Boolean,
    /// Strings.
    Text,
    /// The bytes of values: their own size bounds them.
    Raw,
}

impl ColumnKind {
    fn of(specification: u64) -> Self {
        match specification & 0b111 {
            0 => Self::Group,
            3 => Self::Signed,
            4 => Self::Boolean,
            5 => Self::Text,
            7 => Self::Raw,
            _ => Self::Unsigned,
        }
    }
}

/// Adds up the runs of a column. Each column of an operation counts its rows; the longest decides,
/// so each is held against the whole budget, and only the sum over chunks is bounded by rows used.
fn count_rows(kind: ColumnKind, data: &[u8], budget: &mut Budget) -> Result<(), ScanError> {
    let mut rest = Rest(data);
    let mut spend = |rows: u64| {
        budget.rows = budget.rows.checked_sub(rows.div_ceil(COLUMNS_PER_ROW)).ok_or(ScanError::TooMuch)?;
        Ok(())
    };
    match kind {
        ColumnKind::Raw => Ok(()),
        ColumnKind::Boolean => {
            while !rest.is_empty() {
                spend(rest.number()?)?;
            }
            Ok(())
        }
        ColumnKind::Group | ColumnKind::Unsigned | ColumnKind::Signed | ColumnKind::Text => {
            while !rest.is_empty() {
                let run = rest.signed()?;
                match run {
                    1.. => {
                        let value = value(kind, &mut rest)?;
                        let rows = if kind == ColumnKind::Group { value.max(1) } else { 1 };
                        spend(run.unsigned_abs().saturating_mul(rows))?;
                    }
                    0 => spend(rest.number()?)?,
                    _ => {
                        spend(run.unsigned_abs())?;
                        for _ in 0..run.unsigned_abs() {
                            let value = value(kind, &mut rest)?;
                            if kind == ColumnKind::Group {
                                spend(value)?;
                            }
                        }
                    }
                }
            }
            Ok(())
        }
    }
}

/// An operation has rows in about this many columns.
const COLUMNS_PER_ROW: u64 = 8;

/// Walks over one value; gives it if it is an unsigned number.
fn value(kind: ColumnKind, rest: &mut Rest<'_>) -> Result<u64, ScanError> {
    match kind {
        ColumnKind::Text => rest.prefixed().map(|_| 0),
        ColumnKind::Signed => rest.signed().map(|_| 0),
        ColumnKind::Group | ColumnKind::Unsigned | ColumnKind::Boolean | ColumnKind::Raw => rest.number(),
    }
}

#[cfg(test)]
mod tests {
    use automerge::{
        Automerge, AutomergeError, ObjType, ROOT,
        transaction::{Transactable, Transaction},
    };
    use proptest::prelude::*;

    use super::*;

    fn check_all(bytes: &[u8]) -> Result<(), ScanError> {
        check(bytes, &mut Budget::new())
    }

    fn document(
        changes: u32,
        fill: impl Fn(&mut Transaction<'_>, u32) -> Result<(), AutomergeError>,
    ) -> Automerge {
        let mut document = Automerge::new();
        for number in 0..changes {
            document.transact::<_, _, AutomergeError>(|tx| fill(tx, number)).expect("fills");
        }
        document
    }

    fn everything(tx: &mut Transaction<'_>, number: u32) -> Result<(), AutomergeError> {
        let list = tx.put_object(ROOT, format!("list{number}"), ObjType::List)?;
        for index in 0..50 {
            tx.insert(&list, index, format!("Wort {index} {number}").as_str())?;
        }
        tx.delete(&list, 3)?;
        let text = tx.put_object(ROOT, "text", ObjType::Text)?;
        tx.splice_text(&text, 0, 0, &"Ein langer Text, der sich gut packen lässt. ".repeat(40))?;
        tx.put(ROOT, "bytes", vec![7_u8; 300])?;
        tx.put(ROOT, "number", -5)?;
        tx.put(ROOT, "flag", true)?;
        tx.put(ROOT, "counter", automerge::ScalarValue::counter(3))?;
        tx.increment(ROOT, "counter", 4)
    }

    #[test]
    fn what_automerge_writes_passes() {
        let document = document(12, everything);
        assert_eq!(check_all(&document.save()), Ok(()));
        assert_eq!(check_all(&document.save_nocompress()), Ok(()));
        let changes: Vec<u8> =
            document.get_changes(&[]).iter_mut().flat_map(|change| change.bytes().into_owned()).collect();
        assert_eq!(check_all(&changes), Ok(()));
        let raw: Vec<u8> =
            document.get_changes(&[]).iter().flat_map(|change| change.raw_bytes().to_vec()).collect();
        assert_eq!(check_all(&raw), Ok(()));
    }

    #[test]
    fn a_real_document_of_many_operations_is_too_much() {
        let document = document(1, |tx, _| {
            let list = tx.put_object(ROOT, "list", ObjType::List)?;
            tx.splice(&list, 0, 0, std::iter::repeat_n(automerge::hydrate::Value::from(0), 300_000))
        });
        assert!(document.save().len() < 4_000, "runs make it short: {}", document.save().len());
        assert_eq!(check_all(&document.save()), Err(ScanError::TooMuch));
    }

    #[test]
    fn a_megabyte_that_inflates_to_more_is_too_much() {
        use std::io::Write as _;
        let mut deflated = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        let zeros = vec![0; 1 << 20];
        for _ in 0..64 {
            deflated.write_all(&zeros).expect("writes");
        }
        let deflated = deflated.finish().expect("finishes");
        let length = deflated.len();
        let mut chunk = [&MAGIC[..], &[0; 4], &[2]].concat();
        chunk.extend([(length & 0x7f | 0x80) as u8, (length >> 7 & 0x7f | 0x80) as u8, (length >> 14) as u8]);
        chunk.extend(deflated);
        assert_eq!(check_all(&chunk), Err(ScanError::TooMuch));
    }

    fn with_text(length: usize) -> Automerge {
        document(1, |tx, _| tx.put(ROOT, "text", "Markt ".repeat(length / 6)))
    }

    #[test]
    fn compression_does_not_let_in_more_than_a_frame_could_hold_without() {
        assert_eq!(check_all(&with_text(3 << 20).save()), Ok(()));
        assert_eq!(check_all(&with_text(15 << 20).save()), Err(ScanError::TooMuch));
        let twice = [with_text(3 << 20).save(), with_text(3 << 20).save()].concat();
        assert_eq!(check_all(&twice), Err(ScanError::TooMuch));
    }

    #[test]
    fn bundles_and_other_chunks_are_not_known() {
        for kind in [3, 4, 255] {
            let chunk = [&MAGIC[..], &[0; 4], &[kind, 0]].concat();
            assert_eq!(check_all(&chunk), Err(ScanError::Unknown));
        }
        assert_eq!(check_all(b"not a chunk"), Err(ScanError::Unknown));
    }

    proptest! {
        #[test]
        fn mutated_chunks_neither_panic_nor_hang(places in proptest::collection::vec((0_usize..4_000, any::<u8>()), 1..6)) {
            static SAVED: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
            let mut bytes = SAVED.get_or_init(|| document(2, everything).save_nocompress()).clone();
            for (place, byte) in places {
                let place = place % bytes.len();
                bytes[place] = byte;
            }
            let _outcome = check_all(&bytes);
        }
    }
}
