//! What every view of the list can see and do.

use std::rc::Rc;

use shared::catalog::{Offer, Provider, Search, Stand};
use yew::prelude::*;

use super::{
    phone::PhoneHandle,
    state::{Action, Visit},
};
use crate::{
    components::{local, say},
    route::Route,
    text::{Arg, Date, Msg, Text},
    visitor::today_or_next,
};

/// What views read, and their way to act.
#[derive(Clone)]
pub(super) struct Here {
    /// All words.
    pub text: Text,
    /// ISO 8601; an argument, never the clock.
    pub today: AttrValue,
    /// The state.
    pub visit: Rc<Visit>,
    /// The index of the catalog, for a list that is being put together.
    pub search: Rc<Option<Search>>,
    /// Changes it.
    pub dispatcher: UseReducerDispatcher<Visit>,
    /// The phone.
    pub phone: PhoneHandle,
}

impl Here {
    /// A callback that changes the visit.
    pub(super) fn act(&self, action: Action) -> Callback<()> {
        let dispatcher = self.dispatcher.clone();
        Callback::from(move |()| dispatcher.dispatch(action.clone()))
    }

    /// The address of a page in this language.
    pub(super) fn href(&self, route: &Route) -> AttrValue {
        route.path(self.text.language()).into()
    }

    /// Words that name an offer.
    pub(super) fn naming(&self, message: Msg, id: &str) -> AttrValue {
        self.text.with(message, &[("title", Arg::from(self.title(id).as_str()))])
    }

    /// An offer.
    pub(super) fn offer(&self, id: &str) -> Option<&Offer> {
        self.visit.catalog.offer(id)
    }

    /// The title of an offer, or its id if the catalog lacks it.
    pub(super) fn title(&self, id: &str) -> String {
        self.offer(id).map_or_else(|| id.to_owned(), |offer| offer.title.text.clone())
    }

    /// Who makes an offer.
    pub(super) fn provider(&self, offer: &Offer) -> Option<&Provider> {
        self.visit.catalog.provider_of(offer)
    }

    /// Where the provider of an offer stands on the day of today's or the next market.
    pub(super) fn stand(&self, offer: &Offer) -> Option<&Stand> {
        let provider = self.provider(offer)?;
        today_or_next(&self.visit.catalog, &self.today)?.day.stand_of(&provider.key)
    }

    /// When an offer takes place, as far as it says so.
    pub(super) fn time(&self, offer: &Offer) -> Option<Html> {
        let start = offer.start_dates.iter().find(|start| start.as_str() >= self.today.as_str());
        let start = start.map(|start| {
            let date = self.text.date(Date::Year, start);
            say(self.text.with(Msg::OFFER_START, &[("date", date.into())]))
        });
        start.or_else(|| (!offer.schedule.text.is_empty()).then(|| local(&offer.schedule)))
    }
}
