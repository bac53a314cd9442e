//! What people do, in the words of the journeys.

pub(crate) mod asking;
pub(crate) mod organiser;
pub(crate) mod visitor;
pub(crate) mod volunteer;
