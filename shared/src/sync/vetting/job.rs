//! The vetting of one message, or the opening of a large document, with all that it needs, so that it can run where it
//! harms no one.

use std::{fmt, sync::Arc};

use automerge::{Automerge, sync::State};

use super::{Limits, Vetted, decode, open, vet};
use crate::sync::RefusalCode;

/// What is dear, or hostile.
#[derive(Clone)]
pub enum VettingJob {
    /// A message, and what it is about.
    Message {
        /// The document as it is.
        document: Arc<Automerge>,
        /// The session as it is.
        state: Box<State>,
        /// The message.
        data: Arc<Vec<u8>>,
        /// What it may ask.
        limits: Limits,
    },
    /// A stored document.
    Open {
        /// Its chunks, in order.
        chunks: Arc<Vec<Vec<u8>>>,
    },
}

impl VettingJob {
    /// Decodes and applies the message, or puts the document together.
    ///
    /// # Errors
    /// When the message may not enter, or the document cannot be read.
    pub fn run(self) -> Result<Vetted, RefusalCode> {
        match self {
            Self::Message { document, state, data, limits } => {
                vet(&document, &state, decode(&data)?, &limits)
            }
            Self::Open { chunks } => {
                let document = open(&chunks).ok_or(RefusalCode::Unloadable)?;
                Ok(Vetted::Opened { document: Box::new(document) })
            }
        }
    }

    /// The vetting of a message about a new document.
    pub fn of_message(data: Vec<u8>) -> Self {
        let (document, state) = (Arc::new(Automerge::new()), Box::new(State::new()));
        Self::Message { document, state, data: Arc::new(data), limits: Limits::default() }
    }

    /// The message, as it came; nothing if it is none.
    pub fn data(&self) -> &[u8] {
        match self {
            Self::Message { data, .. } => data,
            Self::Open { .. } => &[],
        }
    }
}

impl fmt::Debug for VettingJob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VettingJob({} bytes)", self.data().len())
    }
}
