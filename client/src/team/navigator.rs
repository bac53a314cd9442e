//! Going from page to page without loading the program again.

use yew::prelude::*;

/// Goes to pages of the program.
#[derive(Clone, PartialEq)]
pub struct Navigator {
    /// Where the reader is.
    pub path: String,
    pub(super) to: Callback<String>,
}

impl Navigator {
    /// Goes to a path below `/team/`.
    pub fn go(&self, path: &str) {
        self.to.emit(path.to_owned());
    }
}

/// The navigator, from the context that the app provides.
#[hook]
pub fn use_navigator() -> Navigator {
    use_context::<Navigator>().expect("the app provides its navigator around every page")
}
