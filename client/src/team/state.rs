//! What the volunteer's pages decide: plain values and pure functions, tested on the host.

pub mod contact_form;
pub mod custody_sums;
pub mod hands;
