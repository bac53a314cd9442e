//! The binary `markt`; everything is in the library.

use std::process::ExitCode;

/// Gives memory back to the system soon after it was used, as `.cargo/config.toml` tells it to: the system's
/// own allocator keeps what many threads have freed, twice of what a server at rest needs.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    server::cli::run()
}
