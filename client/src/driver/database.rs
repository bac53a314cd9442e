//! The way to the database: rows in the order in which they were asked for, as many at a time as wait.

use shared::{document::DocumentId, repo::ReplicaEvent};

use super::{
    Repo,
    subscribers::Topic,
    writes::{Batch, Write, batches},
};
use crate::services::{Row, StorageError, Table, spawn};

impl Repo {
    pub(super) fn enqueue(&self, write: Write) {
        self.0.writes.borrow_mut().push_back(write);
        if !self.0.writing.replace(true) {
            let repo = self.clone();
            spawn(async move { repo.write_all().await });
        }
    }

    async fn write_all(&self) {
        loop {
            let writes: Vec<Write> = self.0.writes.borrow_mut().drain(..).collect();
            if writes.is_empty() {
                break;
            }
            for batch in batches(writes) {
                match batch {
                    Batch::Put(writes) => self.put(writes).await,
                    Batch::Purge(document) => self.purge(document).await,
                }
            }
        }
        self.0.writing.set(false);
    }

    async fn put(&self, writes: Vec<Write>) {
        let storage = &self.0.services.storage;
        let rows: Vec<Row> = writes.iter().filter_map(Write::row).collect();
        let stored = match storage.put(rows).await {
            // One row that does not fit must not keep the others out.
            Err(_) if writes.len() > 1 => None,
            one => Some(one),
        };
        for write in writes {
            let result = match (&stored, write.row()) {
                (Some(result), Some(_)) => result.clone(),
                (None, Some(row)) => storage.put(vec![row]).await,
                (_, None) => Ok(()),
            };
            self.remember_storage_failure(result.clone().err());
            match write {
                Write::Document { write, document } => {
                    let document = document.id;
                    self.handle(match result {
                        Ok(()) => ReplicaEvent::Stored { document, write },
                        Err(_) => ReplicaEvent::StoreFailed { document, write },
                    });
                }
                // Progress that is not stored is read again from the server.
                Write::Progress(_) | Write::Purge(_) => {}
            }
        }
    }

    async fn purge(&self, document: DocumentId) {
        let storage = &self.0.services.storage;
        let key = document.to_string();
        let local = storage.delete(Table::Local, &key).await;
        let purged = storage.delete(Table::Documents, &key).await;
        self.remember_storage_failure(purged.and(local).err());
    }

    pub(super) fn remember_storage_failure(&self, failure: Option<StorageError>) {
        if *self.0.storage_failure.borrow() != failure {
            self.0.storage_failure.replace(failure);
            self.0.subscribers.tell(Topic::Connection, None);
        }
    }
}
