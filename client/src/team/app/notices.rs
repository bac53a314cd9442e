//! What concerns every page: a newer version, and how safe the storage is.

use yew::prelude::*;

use crate::services::StorageHealth;

/// What concerns every page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notices {
    /// A newer version of the app waits.
    pub update_ready: bool,
    /// How safe the browser keeps what is stored.
    pub health: StorageHealth,
}

/// The notices, from the context that the app provides.
#[hook]
pub fn use_notices() -> Notices {
    use_context::<Notices>().expect("the app provides its notices around every page")
}
