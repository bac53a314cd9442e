//! What an event is about, in case the core panics over it.

use shared::{document::DocumentId, repo::HubEvent};

/// What is given up if handling an event panics.
pub(super) enum Cause {
    Frame {
        connection: u64,
        frame: Vec<u8>,
    },
    /// An answer about a document, or news of it.
    Answer {
        document: DocumentId,
        vetting: Option<u64>,
    },
    Other,
}

impl Cause {
    pub(super) fn of(event: &HubEvent) -> Self {
        match event {
            HubEvent::Received { connection, frame } => {
                Self::Frame { connection: *connection, frame: frame.clone() }
            }
            HubEvent::Vetted { document, vetting, .. } => {
                Self::Answer { document: *document, vetting: Some(*vetting) }
            }
            HubEvent::Loaded { document, .. }
            | HubEvent::LoadFailed { document }
            | HubEvent::Committed { document, .. }
            | HubEvent::CommitFailed { document, .. }
            | HubEvent::Erased { document, .. } => Self::Answer { document: *document, vetting: None },
            HubEvent::Connected { .. }
            | HubEvent::Disconnected { .. }
            | HubEvent::GivenUp { .. }
            | HubEvent::Congested { .. }
            | HubEvent::Relieved { .. }
            | HubEvent::LogRead { .. }
            | HubEvent::LogFailed { .. }
            | HubEvent::LogAdvanced
            | HubEvent::Tick => Self::Other,
        }
    }
}
