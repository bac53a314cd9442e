//! How far the app has come.

use crate::{
    driver::Repo,
    services::{Services, StorageError, Writer},
    team::{local_notes::LocalNotes, session::Session},
};

/// How far the app has come.
#[derive(Clone, PartialEq)]
pub(super) enum Stage {
    /// It reads what is stored.
    Starting,
    /// The browser lacks these.
    Missing(Vec<&'static str>),
    /// There is no database, or it can not be read.
    NoStorage(StorageError),
    /// Another tab writes, or took over.
    OtherTab(Writer),
    /// It runs.
    Ready(Box<Ready>),
}

/// What a running app has.
#[derive(Clone, PartialEq)]
pub(super) struct Ready {
    pub(super) session: Session,
    pub(super) repo: Repo,
    pub(super) notes: LocalNotes,
}

impl Stage {
    pub(super) fn first(services: &Services, storage_failure: Option<StorageError>) -> Self {
        let missing = services.platform.missing();
        match storage_failure {
            _ if !missing.is_empty() => Self::Missing(missing),
            Some(failure) => Self::NoStorage(failure),
            None => Self::Starting,
        }
    }
}
