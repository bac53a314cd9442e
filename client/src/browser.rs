//! What the apps ask of a browser; the only place with `web_sys` beside components and the two
//! programs.

#[cfg(feature = "ask")]
pub mod ask;
#[cfg(any(feature = "ask", feature = "team"))]
mod device;
#[cfg(feature = "team")]
mod team;
#[cfg(any(feature = "ask", feature = "visitor"))]
pub mod visitor;

#[cfg(feature = "team")]
pub use team::start::start;
