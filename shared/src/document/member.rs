//! A person of the team; the only place of their name.
//!
//! **Shape**: root `{kind, schema, season?, content: {name, role}}`.

use automerge::Automerge;
use serde::{Deserialize, Serialize};

use super::{Problem, tree};

/// A person of the team.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Member {
    /// What they are called.
    pub name: String,
    /// `organiser` or `staff`.
    pub role: String,
}

/// Reads a member; what does not fit is reported and left out.
pub fn read(document: &Automerge) -> (Member, Vec<Problem>) {
    tree::read(document)
}
