//! Which program brings which pages to life. What a program does not name, the linker leaves out of it.

use yew::prelude::*;

use super::{here::Here, pages};
use crate::route::{Program, Route};

/// The pages of a program.
pub trait Pages: 'static {
    /// Its name; a link to a page of another program is a plain link.
    const PROGRAM: Program;
    /// Whether one of them searches.
    const SEARCHES: bool;

    /// The page of an address.
    fn page(here: &Here) -> Html;
}

/// What people come for.
#[derive(Clone, Copy, Debug)]
pub struct Visiting;

impl Pages for Visiting {
    const PROGRAM: Program = Program::Visitor;
    const SEARCHES: bool = true;

    fn page(here: &Here) -> Html {
        match &here.address.route {
            Route::Today => pages::today(here),
            Route::Offers => pages::offers(here),
            Route::Offer(id) => match here.catalog.offer(id) {
                Some(offer) => pages::offer(here, offer),
                None => pages::not_found(here),
            },
            Route::Provider(key) => match here.catalog.provider(key) {
                Some(provider) => pages::provider(here, provider),
                None => pages::not_found(here),
            },
            Route::List => pages::list(here),
            Route::Shell => pages::shell(here),
            _ => pages::not_found(here),
        }
    }
}

/// What the market is, and what this phone keeps.
#[derive(Clone, Copy, Debug)]
pub struct About;

impl Pages for About {
    const PROGRAM: Program = Program::About;
    const SEARCHES: bool = false;

    fn page(here: &Here) -> Html {
        match &here.address.route {
            Route::View => pages::view(here),
            Route::Receipt => pages::receipt(here),
            _ => pages::info(here),
        }
    }
}

/// All of them, for the server.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rendered;

#[cfg(feature = "ssr")]
impl Pages for Rendered {
    const PROGRAM: Program = Program::Visitor;
    const SEARCHES: bool = true;

    fn page(here: &Here) -> Html {
        match here.address.route.program() {
            Some(Program::About) => About::page(here),
            _ => Visiting::page(here),
        }
    }
}
