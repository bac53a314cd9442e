//! What every page of the visitor app can see and do.

use std::{ops::Deref, rc::Rc};

use shared::catalog::{Catalog, Day, Offer, Provider, Search, Stand};
use yew::prelude::*;

use super::{
    market_day::{Market, today_or_next},
    phone::PhoneHandle,
    state::{Action, Erasing, Saved, Visit, Withdrawal},
};
use crate::{
    route::{Address, Route},
    text::Text,
};

/// A catalog that is compared by where it is, not by what is in it.
#[derive(Clone, Debug)]
pub struct Published(pub Rc<Catalog>);

impl PartialEq for Published {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Published {
    type Target = Catalog;

    fn deref(&self) -> &Catalog {
        &self.0
    }
}

/// An index that is compared by where it is.
#[derive(Clone, Debug)]
pub struct Indexed(pub Rc<Search>);

impl PartialEq for Indexed {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Indexed {
    type Target = Search;

    fn deref(&self) -> &Search {
        &self.0
    }
}

/// What pages read, and their way to act.
#[derive(Clone)]
pub struct Here {
    /// All words.
    pub text: Text,
    /// What there is.
    pub catalog: Published,
    /// ISO 8601; an argument, never the clock.
    pub today: AttrValue,
    /// Where the visitor is.
    pub address: Rc<Address>,
    /// Whether scripts are at work.
    pub alive: bool,
    /// What is saved.
    pub saved: Rc<Saved>,
    /// Chosen colours.
    pub scheme: Option<String>,
    /// Whether all is to be erased.
    pub erasing: Erasing,
    /// How far the withdrawal of a contact has come.
    pub withdrawal: Withdrawal,
    /// The index of the catalog, on the page that searches.
    pub search: Rc<Option<Indexed>>,
    /// Changes the visit.
    pub visit: UseReducerDispatcher<Visit>,
    /// The phone.
    pub phone: PhoneHandle,
}

impl Here {
    /// The address of another page in this language.
    pub fn href(&self, route: &Route) -> AttrValue {
        route.path(self.text.language()).into()
    }

    /// A callback that changes the visit.
    pub fn act(&self, action: Action) -> Callback<()> {
        let visit = self.visit.clone();
        Callback::from(move |()| visit.dispatch(action.clone()))
    }

    /// Today's or the next market.
    pub fn market(&self) -> Option<Market<'_>> {
        today_or_next(&self.catalog, &self.today)
    }

    /// The day whose stands are shown.
    pub fn day(&self) -> Option<&Day> {
        self.market().map(|market| market.day)
    }

    /// Who makes an offer.
    pub fn provider(&self, offer: &Offer) -> Option<&Provider> {
        self.catalog.provider_of(offer)
    }

    /// Where a provider stands on the day that is shown.
    pub fn stand(&self, provider: &str) -> Option<&Stand> {
        self.day().and_then(|day| day.stand_of(provider))
    }

    /// Whether an offer is invented and must say so.
    pub fn is_example(&self, offer: &Offer) -> bool {
        self.catalog.season.example || self.provider(offer).is_some_and(|provider| provider.example)
    }
}
