//! What the tests across crates share: a real server, real browsers, native peers, waiting for conditions.
//!
//! The server is the finished binary of `cargo xtask build`; `MARKT_BINARY` names another one.

pub mod browser;
pub mod folder;
pub mod market;
pub mod peer;
pub mod season;
pub mod wait;

pub use fuzz::chance;
