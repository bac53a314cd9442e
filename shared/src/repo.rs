//! Coordinates documents, peers and storage: events in, effects out.
//!
//! Two sides of one protocol, both built on [`crate::sync`]:
//! - a [`Replica`] holds the documents of a phone, a laptop or another program and talks to one
//!   server;
//! - the [`Hub`] is that server.
//!
//! Neither does IO. A driver performs the effects and feeds the results back as events; it contains
//! no decision about documents. Time arrives in milliseconds since the Unix epoch.

mod bundle;
mod hub;
mod replica;
mod stored;
#[cfg(all(test, feature = "testing"))]
mod tests;

pub use bundle::{Bundle, MAX_BUNDLE_BYTES, NotABundle, SignedBundle};
pub use hub::{
    ChunkRole, Claimant, CloseReason, Commit, Found, Hub, HubConfig, HubEffect, HubEvent, LogEntry, LogPage,
};
pub use replica::{
    ChangeError, ConnectionState, Custody, Elsewhere, Keeping, Replica, ReplicaConfig, ReplicaEffect,
    ReplicaEvent,
};
pub use stored::{NotStored, Progress, StoredDocument};
