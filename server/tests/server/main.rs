//! The binary `markt` from outside: its commands, its addresses, its socket.

mod commands;
mod import;
mod pages;
mod running;
mod sessions;
mod sync;
