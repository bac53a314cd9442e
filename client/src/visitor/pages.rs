//! The pages, one file each.

mod info;
mod list;
mod not_found;
mod offer;
mod offers;
mod provider;
mod shell;
mod today;
mod view;

pub(super) use self::{
    info::Info,
    list::List,
    not_found::NotFound,
    offer::Offer,
    offers::{Offers, with_words},
    provider::Provider,
    shell::Shell,
    today::Today,
    view::View,
};
