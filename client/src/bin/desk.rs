//! The program of organisers.

use client::{browser, team::desk::Desk};

fn main() {
    wasm_bindgen_futures::spawn_local(browser::start::<Desk>());
}
