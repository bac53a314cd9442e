//! What the apps ask of a browser; the only place with `web_sys` beside components and the two
//! programs.

#[cfg(any(feature = "ask", feature = "team"))]
mod device;
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
mod memory;
#[cfg(feature = "team")]
mod team;
#[cfg(feature = "visitor")]
pub mod visitor;

#[cfg(feature = "team")]
pub use team::start::start;
