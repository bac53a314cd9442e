//! The program that volunteers carry.

use client::{browser, team::volunteers::Volunteers};

fn main() {
    wasm_bindgen_futures::spawn_local(browser::start::<Volunteers>());
}
