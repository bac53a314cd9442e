//! The binary `markt` from outside: its commands, its addresses, its socket.

mod commands;
mod devices;
mod doctor;
mod erasure;
mod import;
mod inbox;
mod life;
mod pages;
mod peer;
mod protocol;
mod running;
mod sessions;
mod sync;
mod wire;
