//! What the forms decide: plain values and pure functions.

pub mod contact_form;
pub mod market;
pub mod request;
