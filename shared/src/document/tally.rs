//! What a device counts at a market.
//!
//! **Shape**: root `{kind, schema, market, device, counts: {question_answered: counter}}`.

use automerge::{
    Automerge, AutomergeError, ROOT, ReadDoc, ScalarValue, Value,
    transaction::{Transactable, Transaction},
};

use super::{DocumentId, MarketKey, Problem, contact::container, fields::Fields};

/// What one device has counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Where.
    pub market: String,
    /// Which device.
    pub device: String,
    /// Questions answered on the spot, without a contact.
    pub question_answered: i64,
}

/// Says whose tally a blank one is.
///
/// # Errors
/// When the root cannot be written.
pub fn fill(tx: &mut Transaction<'_>, device: DocumentId, market: &MarketKey) -> Result<(), AutomergeError> {
    tx.put(ROOT, "market", market.as_str())?;
    tx.put(ROOT, "device", device.to_string())
}

/// Counts `by` more questions answered; −1 takes one back.
///
/// # Errors
/// When the document is not a tally.
pub fn count_question(tx: &mut Transaction<'_>, by: i64) -> Result<(), AutomergeError> {
    let counts = container(tx, "counts")?;
    let is_counter = matches!(
        tx.get(&counts, "question_answered")?,
        Some((Value::Scalar(scalar), _)) if matches!(scalar.as_ref(), ScalarValue::Counter(_))
    );
    if is_counter {
        tx.increment(&counts, "question_answered", by)
    } else {
        tx.put(&counts, "question_answered", ScalarValue::counter(by))
    }
}

/// Reads a tally; what does not fit is reported and left out.
pub fn read(document: &Automerge) -> (Tally, Vec<Problem>) {
    let mut problems = Vec::new();
    let root = Fields::root(document);
    let mut tally = Tally {
        market: root.text("market", &mut problems).unwrap_or_default(),
        device: root.text("device", &mut problems).unwrap_or_default(),
        question_answered: 0,
    };
    if let Some(counts) = root.map("counts", &mut problems) {
        tally.question_answered = counts.integer("question_answered", &mut problems).unwrap_or_default();
    }
    (tally, problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Kind, blank};

    #[test]
    fn counts_of_two_tabs_add_up() {
        let mut one = blank(Kind::Tally);
        let mut two = blank(Kind::Tally);
        one.set_actor(automerge::ActorId::from([1_u8; 16]));
        two.set_actor(automerge::ActorId::from([2_u8; 16]));
        one.transact::<_, _, AutomergeError>(|tx| count_question(tx, 1)).expect("counts");
        two.transact::<_, _, AutomergeError>(|tx| count_question(tx, 2)).expect("counts");
        one.merge(&mut two).expect("merges");
        assert_eq!(read(&one).0.question_answered, 3);
    }
}
