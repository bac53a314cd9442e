//! One line that says how things are now; it may hang from the canopy.

use yew::prelude::*;

use super::{Symbol, attrs, el_with, icon};

/// How a sign hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hang {
    /// It stands in the text.
    No,
    /// From the canopy: open.
    Open,
    /// From the canopy: shut.
    Shut,
}

/// A sign.
pub fn sign(hang: Hang, symbol: Symbol, words: Html) -> Html {
    let hang = match hang {
        Hang::No => "",
        Hang::Open => "open",
        Hang::Shut => "shut",
    };
    el_with("p", attrs![("class", "sign".into()), ("data-hang", hang.into())], [icon(symbol), words])
}
