//! Going from page to page without loading the app again.

use yew::prelude::*;

use super::route::Route;

/// Goes to pages of the app.
#[derive(Clone, PartialEq)]
pub struct Navigator {
    /// Where the app is.
    pub route: Route,
    pub(super) to: Callback<String>,
}

impl Navigator {
    /// Goes to a page.
    pub fn go(&self, route: &Route) {
        self.to.emit(route.path());
    }

    /// Goes to a path below `/team/`.
    pub fn go_path(&self, path: &str) {
        self.to.emit(path.to_owned());
    }
}

/// The navigator, from the context that the app provides.
#[hook]
pub fn use_navigator() -> Navigator {
    use_context::<Navigator>().expect("the app provides its navigator around every page")
}
