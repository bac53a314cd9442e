//! A database in memory, as the server's storage answers.

use std::collections::BTreeMap;

use crate::{
    document::{DocumentId, Head},
    repo::{ChunkRole, Commit, Found, HubEvent, LogEntry, LogPage},
    sync::share_policy::Facts,
};

/// What a server keeps.
#[derive(Clone, Debug)]
pub struct MemoryDatabase {
    /// Committed documents.
    pub documents: BTreeMap<DocumentId, Committed>,
    /// Tombstones.
    pub erased: BTreeMap<DocumentId, Tombstone>,
    /// Names this data.
    pub incarnation: String,
    /// A backup holds the log up to here.
    pub backed_up: u64,
    seq: u64,
}

/// A document as the server has committed it.
#[derive(Clone, Debug)]
pub struct Committed {
    /// What is known of it.
    pub facts: Facts,
    /// Its chunks.
    pub chunks: Vec<Vec<u8>>,
    /// Its heads.
    pub heads: Vec<Head>,
    /// Its place in the log.
    pub seq: u64,
}

/// What is left of an erased document.
#[derive(Clone, Debug)]
pub struct Tombstone {
    /// What was known of it, if it was stored: who may be told.
    pub facts: Option<Facts>,
    /// Its place in the log.
    pub seq: u64,
}

impl MemoryDatabase {
    /// An empty database of this name.
    pub fn new(incarnation: &str) -> Self {
        Self {
            documents: BTreeMap::new(),
            erased: BTreeMap::new(),
            incarnation: incarnation.to_owned(),
            backed_up: 0,
            seq: 0,
        }
    }

    /// What is there of a document.
    pub fn find(&self, document: DocumentId) -> Found {
        match self.documents.get(&document) {
            Some(Committed { facts, chunks, .. }) => {
                Found::Present { facts: facts.clone(), chunks: chunks.clone() }
            }
            None => match self.erased.get(&document) {
                Some(Tombstone { facts, .. }) => Found::Erased { facts: facts.clone() },
                None => Found::Absent,
            },
        }
    }

    /// Stores a commit unless its document was erased, or is no longer new; says what the hub is told.
    pub fn commit(&mut self, commit: Commit) -> HubEvent {
        let Commit { document, commit, facts, chunk, heads, chunk_is, receipt: _ } = commit;
        if self.erased.contains_key(&document) {
            return HubEvent::Erased { document, facts: None };
        }
        if chunk_is == ChunkRole::First && self.documents.contains_key(&document) {
            return HubEvent::CommitFailed { document, commit };
        }
        let mut chunks = match self.documents.remove(&document) {
            Some(Committed { chunks, .. }) if chunk_is == ChunkRole::Next => chunks,
            _ => Vec::new(),
        };
        chunks.push(chunk);
        self.seq += 1;
        self.documents.insert(document, Committed { facts, chunks, heads, seq: self.seq });
        HubEvent::Committed { document, commit, seq: self.seq }
    }

    /// Puts a tombstone in a document's place; says what was known of it.
    pub fn erase(&mut self, document: DocumentId) -> Option<Facts> {
        if !self.erased.contains_key(&document) {
            self.seq += 1;
            let facts = self.documents.remove(&document).map(|committed| committed.facts);
            self.erased.insert(document, Tombstone { facts, seq: self.seq });
        }
        self.erased.get(&document).and_then(|tombstone| tombstone.facts.clone())
    }

    /// Makes a backup of all that is there.
    pub fn back_up(&mut self) {
        self.backed_up = self.seq;
    }

    /// A page of the log.
    pub fn log(&self, after: u64, limit: usize) -> LogPage {
        // As the storage does: whoever has read further has read a newer copy.
        let after = if after > self.seq { 0 } else { after };
        let erased = self.erased.iter().filter_map(|(document, tombstone)| {
            let facts = tombstone.facts.clone()?;
            Some(LogEntry { document: *document, facts, heads: Vec::new(), seq: tombstone.seq })
        });
        let mut entries: Vec<LogEntry> = self
            .documents
            .iter()
            .map(|(document, committed)| LogEntry {
                document: *document,
                facts: committed.facts.clone(),
                heads: committed.heads.clone(),
                seq: committed.seq,
            })
            .chain(erased)
            .filter(|entry| entry.seq > after)
            .collect();
        entries.sort_by_key(|entry| entry.seq);
        let more = entries.len() > limit;
        entries.truncate(limit);
        let cursor = entries.last().map_or(after, |entry| entry.seq);
        LogPage { entries, cursor, more, backup: self.backed_up }
    }
}
