//! The list and all that can be done with it.

mod entries;
mod notes;
mod visit;

pub use self::{
    entries::{Entries, Entry, MAX_ENTRIES, MAX_NOTE, Merged, Step},
    visit::{Action, Keeping, Mode, Said, Visit},
};
