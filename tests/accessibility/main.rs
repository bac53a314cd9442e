//! Whether everybody can use what there is: every screen by axe-core's rules and those of the project, and every
//! journey by keyboard alone.
//!
//! With `MARKT_ALL_VIEWS` set, each screen is looked at in all languages, colours and sizes (`cargo xtask axe`).

mod cover;
mod inspector;
mod keyboard;
mod screens;
mod seeing;
mod team;
