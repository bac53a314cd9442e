//! Whether people find what they look for, and how soon.

#![expect(clippy::print_stdout, reason = "measurements tell their figures")]

mod first_visit;
mod keystroke;
mod relevance;
mod scrolling;
mod second_visit;
