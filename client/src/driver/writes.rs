//! What waits for the database, and in which order it is done.

use shared::{
    document::DocumentId,
    repo::{Progress, StoredDocument},
};

use crate::services::{Row, Table};

/// The one row of [`Table::Progress`].
pub(super) const PROGRESS_ROW: &str = "progress";

/// One effect that waits for the database.
pub(super) enum Write {
    Document { write: u64, document: StoredDocument },
    Progress(Progress),
    Purge(DocumentId),
}

/// What is done in one go.
pub(super) enum Batch {
    /// Rows that are put together.
    Put(Vec<Write>),
    Purge(DocumentId),
}

/// Puts what was asked for between two purges together. A purge stays in its place: a document may be
/// made again under the same id right after it.
pub(super) fn batches(writes: impl IntoIterator<Item = Write>) -> Vec<Batch> {
    let mut batches = Vec::new();
    for write in writes {
        match (write, batches.last_mut()) {
            (Write::Purge(document), _) => batches.push(Batch::Purge(document)),
            (write, Some(Batch::Put(together))) => together.push(write),
            (write, _) => batches.push(Batch::Put(vec![write])),
        }
    }
    batches
}

impl Write {
    /// The row to put, if it is no purge.
    pub(super) fn row(&self) -> Option<Row> {
        match self {
            Self::Document { document, .. } => Some(Row {
                table: Table::Documents,
                key: document.id.to_string(),
                bytes: document.to_bytes(),
            }),
            Self::Progress(progress) => {
                Some(Row { table: Table::Progress, key: PROGRESS_ROW.to_owned(), bytes: progress.to_bytes() })
            }
            Self::Purge(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use shared::document::Kind;

    use super::*;

    fn document(id: u8) -> Write {
        let document = StoredDocument {
            id: DocumentId::from_bytes([id; 16]),
            kind: Kind::Contact,
            claim: None,
            bytes: Vec::new(),
            acknowledged: Vec::new(),
            refused: None,
            voucher: None,
            relayed: false,
        };
        Write::Document { write: 1, document }
    }

    fn purge(id: u8) -> Write {
        Write::Purge(DocumentId::from_bytes([id; 16]))
    }

    #[test]
    fn what_is_made_again_after_a_purge_is_put_after_it() {
        let ids = |writes: &[Write]| -> Vec<u8> {
            let ids = writes.iter().filter_map(|write| match write {
                Write::Document { document, .. } => Some(document.id.as_bytes()[0]),
                Write::Progress(_) | Write::Purge(_) => None,
            });
            ids.collect()
        };
        let order: Vec<(char, Vec<u8>)> =
            batches([document(1), document(2), purge(1), document(1), purge(2), purge(1)])
                .iter()
                .map(|batch| match batch {
                    Batch::Put(writes) => ('+', ids(writes)),
                    Batch::Purge(document) => ('-', vec![document.as_bytes()[0]]),
                })
                .collect();
        let expected = [('+', vec![1, 2]), ('-', vec![1]), ('+', vec![1]), ('-', vec![2]), ('-', vec![1])];
        assert_eq!(order, expected);
    }
}
