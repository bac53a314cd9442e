//! Starts the team app.

fn main() {}
