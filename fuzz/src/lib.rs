//! Hostile input: real traffic to begin with, damage to it, and what must hold for whatever comes of it.
//!
//! `tests/fuzzing` sends seeded damage in each run of the tests; the program `guided` lets libFuzzer look for
//! input that reaches code which no input has reached before.

pub mod bounds;
pub mod chance;
pub mod cost;
pub mod documents;
pub mod mutation;
pub mod readers;
mod recorded;
pub mod targets;
pub mod traffic;
