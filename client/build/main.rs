//! Compiles the catalogues (`text/`) and names the symbols of the icon sprite.
//!
//! A phone gets neither a Fluent parser nor texts of languages it does not show: each app and
//! language becomes one small table, each message id a constant.

mod catalogue;
mod symbols;
mod template;

use std::{
    env,
    error::Error,
    io::{self, Write},
    path::PathBuf,
};

fn main() -> Result<(), Box<dyn Error>> {
    let package = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut cargo = io::stdout();
    for input in ["build", "text", "icons"] {
        writeln!(cargo, "cargo::rerun-if-changed={input}")?;
    }
    catalogue::compile(&package.join("text"), &out)?;
    symbols::name(&package.join("icons"), &out)?;
    Ok(())
}
