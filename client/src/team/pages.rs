//! The volunteers' screens.

pub mod enrol;
pub mod feedback;
pub mod hand_in;
mod hand_over;
pub mod help;
pub mod home;
pub mod list;
pub mod not_found;
mod own_records;
pub mod record;
pub mod view;
pub mod welcome;
