//! The vetting of one message, with all that it needs, so that it can run where it harms no one.

use std::{fmt, sync::Arc};

use automerge::{Automerge, sync::State};

use super::{Limits, Vetted, decode, vet};
use crate::sync::RefusalCode;

/// A message that brings changes, and copies of what it is about.
#[derive(Clone)]
pub struct VettingJob {
    pub(crate) document: Automerge,
    pub(crate) state: State,
    pub(crate) data: Arc<Vec<u8>>,
    pub(crate) limits: Limits,
}

impl VettingJob {
    /// Decodes and applies the message.
    ///
    /// # Errors
    /// When it may not enter.
    pub fn run(self) -> Result<Vetted, RefusalCode> {
        let message = decode(&self.data)?;
        vet(&self.document, &self.state, message, &self.limits)
    }

    /// The vetting of a message about a new document.
    pub fn of_message(data: Vec<u8>) -> Self {
        let (document, state) = (Automerge::new(), State::new());
        Self { document, state, data: Arc::new(data), limits: Limits::default() }
    }

    /// The message, as it came.
    pub fn data(&self) -> &[u8] {
        &self.data
    }
}

impl fmt::Debug for VettingJob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VettingJob({} bytes)", self.data.len())
    }
}
