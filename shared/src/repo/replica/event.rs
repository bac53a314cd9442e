//! What a replica is told, and what it wants done.

use automerge::AutomergeError;
use thiserror::Error;

use crate::{
    document::DocumentId,
    repo::{Progress, StoredDocument},
};

/// Who a replica is.
#[derive(Clone, Debug)]
pub struct ReplicaConfig {
    /// Peer id on the wire; proves nothing.
    pub peer: String,
    /// Actor of the changes made here. Stable, so that documents stay small, and used by one
    /// process at a time, or two changes would get the same number.
    pub actor: [u8; 16],
    /// What is kept of documents that are safe elsewhere.
    pub keeping: Keeping,
}

/// What a replica keeps of contacts and feedback that organisers have opened and a backup holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// All of it.
    #[default]
    Everything,
    /// That they were there, as a phone should, which may be lost.
    UntilBackedUp,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum ReplicaEvent {
    /// The connection stands.
    Opened,
    /// A frame came.
    Received(Vec<u8>),
    /// The connection is gone.
    Closed,
    /// A [`ReplicaEffect::Store`] is on disk and was read back.
    Stored {
        /// Which document.
        document: DocumentId,
        /// Which write.
        write: u64,
    },
    /// A [`ReplicaEffect::Store`] failed.
    StoreFailed {
        /// Which document.
        document: DocumentId,
        /// Which write.
        write: u64,
    },
    /// The time of a [`ReplicaEffect::WakeAt`] has come.
    Woken,
}

/// What the driver is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplicaEffect {
    /// Send a frame.
    Send(Vec<u8>),
    /// Store a document durably, read it back, then say so.
    Store {
        /// To be named in the answer.
        write: u64,
        /// What to store.
        document: StoredDocument,
    },
    /// Store how far the log was read; needs no answer.
    StoreProgress(Progress),
    /// Remove a document from storage: it was erased.
    Purge(DocumentId),
    /// A document, or where it is, has changed.
    Changed(DocumentId),
    /// The connection's state has changed.
    ConnectionChanged,
    /// Say [`ReplicaEvent::Woken`] at this time.
    WakeAt {
        /// Milliseconds since the Unix epoch.
        ms: i64,
    },
    /// Close the connection: the server does not speak our protocol.
    Close,
}

/// Why a document was not made or changed.
#[derive(Debug, Error)]
pub enum ChangeError {
    /// No document of this id is here.
    #[error("there is no document {0} here")]
    Unknown(DocumentId),
    /// There is already a document of this id.
    #[error("there is already a document {0}")]
    Taken(DocumentId),
    /// Automerge refused the change.
    #[error("the document {document} cannot be changed")]
    Refused {
        /// Which document.
        document: DocumentId,
        /// Why.
        #[source]
        source: Box<AutomergeError>,
    },
}
