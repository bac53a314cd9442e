//! Starts the visitor app.

fn main() {}
