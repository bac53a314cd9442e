//! The pages, one file each.

mod info;
mod list;
mod not_found;
mod offer;
mod offers;
mod provider;
mod receipt;
mod shell;
mod today;
mod view;

#[cfg(any(feature = "ask", feature = "ssr", test))]
pub(crate) use self::provider::contact;
pub(super) use self::{
    info::info,
    list::list,
    not_found::not_found,
    offer::offer,
    offers::{offers, with_words, words_in},
    provider::provider,
    receipt::receipt,
    shell::shell,
    today::today,
    view::view,
};
