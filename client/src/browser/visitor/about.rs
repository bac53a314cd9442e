//! What only the program about the market and this phone does: withdrawing a contact, erasing everything.

mod erase;
mod withdraw;

use super::start::start_program;
use crate::{browser::visitor::phone::Deeds, visitor::programs::About};

/// Starts the program on this page.
pub fn start() {
    start_program::<About>(Some(Deeds { withdraw: withdraw::withdraw, erase: erase::erase }));
}
