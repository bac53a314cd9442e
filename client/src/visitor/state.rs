//! What changes while a visitor is here. Pure: the app performs what follows from it.

mod saved;
mod visit;
mod withdrawal;

pub use self::{
    saved::Saved,
    visit::{Action, Erasing, Network, Notice, Update, Visit},
    withdrawal::Withdrawal,
};
