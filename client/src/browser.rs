//! What the apps ask of a browser; the only place with `web_sys` beside components and the two
//! programs.

#[cfg(any(feature = "ask", feature = "team"))]
mod device;
#[cfg(feature = "team")]
mod team;
#[cfg(feature = "visitor")]
pub mod visitor;

#[cfg(feature = "team")]
pub use team::start::start;
