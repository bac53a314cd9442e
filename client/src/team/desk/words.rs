//! Words for ids: states, topics, languages, providers.

use std::rc::Rc;

use shared::{
    catalog::{Catalog, Label, Text as CatalogText},
    document::contact::{FollowUp, Topic, Wish},
};
use yew::AttrValue;

use crate::{
    components::Symbol,
    services::Services,
    text::{Date, Msg, Text},
};

/// The catalogues of text, and the published catalog of the season.
#[derive(Clone)]
pub(crate) struct Words {
    /// The app's text.
    pub(crate) text: Text,
    /// The season's words.
    pub(crate) catalog: Rc<Catalog>,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && Rc::ptr_eq(&self.catalog, &other.catalog)
    }
}

impl Words {
    /// Where a follow-up stands.
    pub(crate) fn state(&self, state: FollowUp) -> AttrValue {
        self.text.get(match state {
            FollowUp::New => Msg::DESK_STATE_NEW,
            FollowUp::HandedOver => Msg::DESK_STATE_HANDED_OVER,
            FollowUp::Reached => Msg::DESK_STATE_REACHED,
            FollowUp::Appointment => Msg::DESK_STATE_APPOINTMENT,
            FollowUp::Started => Msg::DESK_STATE_STARTED,
            FollowUp::Closed => Msg::DESK_STATE_CLOSED,
            FollowUp::Unreachable => Msg::DESK_STATE_UNREACHABLE,
            FollowUp::Withdrawn => Msg::DESK_STATE_WITHDRAWN,
        })
    }

    /// What a contact is about, by the name that stands in its document.
    pub(crate) fn topic(&self, name: &str) -> AttrValue {
        match Topic::ALL.into_iter().find(|topic| topic.name() == name) {
            Some(Topic::Offer) => self.text.get(Msg::DESK_TOPIC_OFFER),
            Some(Topic::Question) => self.text.get(Msg::DESK_TOPIC_QUESTION),
            Some(Topic::Accreditation) => self.text.get(Msg::DESK_TOPIC_ACCREDITATION),
            Some(Topic::Networking) => self.text.get(Msg::DESK_TOPIC_NETWORKING),
            None => name.to_owned().into(),
        }
    }

    /// A language by its tag.
    pub(crate) fn language(&self, tag: &str) -> AttrValue {
        if tag.is_empty() {
            return self.text.get(Msg::DESK_UNKNOWN);
        }
        label(&self.catalog.vocabulary.languages, tag)
    }

    /// A target group by its id.
    pub(crate) fn group(&self, id: &str) -> AttrValue {
        label(&self.catalog.vocabulary.target_groups, id)
    }

    /// A focus topic by its id.
    pub(crate) fn focus(&self, id: &str) -> AttrValue {
        label(&self.catalog.vocabulary.topics, id)
    }

    /// A provider by its key.
    pub(crate) fn provider(&self, key: &str) -> AttrValue {
        match self.catalog.providers.iter().find(|provider| provider.key == key) {
            Some(provider) => provider.name.clone().into(),
            None => key.to_owned().into(),
        }
    }

    /// An offer by its id.
    pub(crate) fn offer(&self, id: &str) -> AttrValue {
        match self.catalog.offers.iter().find(|offer| offer.id == id) {
            Some(offer) => shown(&offer.title),
            None => id.to_owned().into(),
        }
    }

    /// What someone wishes, in few words: the offer, else the provider.
    pub(crate) fn wish(&self, wish: &Wish) -> AttrValue {
        match &wish.offer {
            Some(offer) => self.offer(offer),
            None => self.provider(&wish.provider),
        }
    }

    /// A day such as "23. Mai".
    pub(crate) fn day(&self, iso: &str) -> AttrValue {
        self.text.date(Date::Day, iso)
    }

    /// A day such as "15. Aug", which may break before its month.
    pub(crate) fn day_short(&self, iso: &str) -> AttrValue {
        let part = |range: std::ops::Range<usize>| iso.get(range)?.parse::<usize>().ok();
        let months = self.text.get(Msg::DESK_MONTHS_SHORT);
        let month = part(5..7).and_then(|month| months.split(' ').nth(month.checked_sub(1)?));
        match part(8..10).zip(month) {
            Some((day, month)) => {
                self.text.with(Msg::DESK_DAY_SHORT, &[("day", day.into()), ("month", month.into())])
            }
            None => self.day(iso),
        }
    }

    /// An instant such as "23. Mai, 14:02 Uhr".
    pub(crate) fn moment(&self, services: &Services, ms: i64) -> AttrValue {
        let local = services.clock.local(ms);
        let clock = self.text.clock(&local.clock());
        self.text.with(Msg::DESK_MOMENT, &[("day", self.day(&local.day).into()), ("time", clock.into())])
    }

    /// The time of day of an instant such as "14:02 Uhr".
    pub(crate) fn time(&self, services: &Services, ms: i64) -> AttrValue {
        self.text.clock(&services.clock.local(ms).clock())
    }
}

/// A text of the catalog in whatever language there is.
pub(crate) fn shown(text: &CatalogText) -> AttrValue {
    text.text.clone().into()
}

/// The drawing of a state.
pub(crate) fn state_symbol(state: FollowUp) -> Symbol {
    match state {
        FollowUp::New => Symbol::Plus,
        FollowUp::HandedOver => Symbol::Send,
        FollowUp::Reached => Symbol::Phone,
        FollowUp::Appointment => Symbol::Calendar,
        FollowUp::Started => Symbol::Check,
        FollowUp::Closed => Symbol::File,
        FollowUp::Unreachable => Symbol::Offline,
        FollowUp::Withdrawn => Symbol::Close,
    }
}

fn label(labels: &[Label], id: &str) -> AttrValue {
    match labels.iter().find(|label| label.id == id) {
        Some(label) => shown(&label.text),
        None => id.to_owned().into(),
    }
}
