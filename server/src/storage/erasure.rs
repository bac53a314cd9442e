//! What is left of an erased document.

use shared::{document::DocumentId, sync::share_policy::Facts};

/// Says that a document was erased. Outlives everything else about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tombstone {
    /// Which document.
    pub document: DocumentId,
    /// Why.
    pub reason: EraseReason,
    /// On which day, ISO 8601.
    pub erased_on: String,
}

/// Why a document was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EraseReason {
    /// An organiser did.
    Organiser,
    /// The operator did, by the command line.
    Operator,
    /// Its time was over.
    Retention,
    /// Whoever holds the receipt withdrew it.
    Withdrawal,
}

impl EraseReason {
    const ALL: [Self; 4] = [Self::Organiser, Self::Operator, Self::Retention, Self::Withdrawal];

    /// Its name in the database and in the erasure log.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Organiser => "organiser",
            Self::Operator => "operator",
            Self::Retention => "retention",
            Self::Withdrawal => "withdrawal",
        }
    }

    /// The reason of that name; one that a later version knows counts as the operator's.
    pub(crate) fn from_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|reason| reason.name() == name).unwrap_or(Self::Operator)
    }
}

/// What was erased since some place of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Erased {
    /// Which documents, in the order in which they were erased, and what is known of them.
    pub documents: Vec<(DocumentId, Option<Facts>)>,
    /// The last place of the log.
    pub up_to: u64,
}
