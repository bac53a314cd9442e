//! The binary `markt` from outside: its commands, its addresses, its socket.

mod commands;
mod doctor;
mod erasure;
mod import;
mod pages;
mod peer;
mod running;
mod sessions;
mod sync;
mod wire;
