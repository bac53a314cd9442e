//! Finding things in a catalog by id and by date.

use super::{Catalog, Day, Label, Offer, Provider, Stand};
use crate::calendar::Date;

impl Catalog {
    /// The market of `today`, or else the next one that takes place.
    pub fn next_or_running(&self, today: Date) -> Option<&Day> {
        self.days.iter().find(|day| !day.cancelled && day.date.parse().is_ok_and(|date: Date| date >= today))
    }

    /// The date `date` (ISO 8601) of the season, cancelled or not.
    pub fn day(&self, date: &str) -> Option<&Day> {
        self.days.iter().find(|day| day.date == date)
    }

    /// The offer with this id.
    pub fn offer(&self, id: &str) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.id == id)
    }

    /// The provider with this key.
    pub fn provider(&self, key: &str) -> Option<&Provider> {
        self.providers.iter().find(|provider| provider.key == key)
    }

    /// Who makes `offer`.
    pub fn provider_of(&self, offer: &Offer) -> Option<&Provider> {
        self.providers.get(usize::from(offer.provider))
    }

    /// The offers of the provider with this key, in alphabetical order of title.
    pub fn offers_of<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Offer> {
        self.offers
            .iter()
            .filter(move |offer| self.provider_of(offer).is_some_and(|provider| provider.key == key))
    }
}

impl Day {
    /// Where the provider with this key stands.
    pub fn stand_of(&self, key: &str) -> Option<&Stand> {
        self.stands.iter().find(|stand| stand.provider == key && !key.is_empty())
    }
}

impl Label {
    /// The label of `id` in one of the lists of a [`super::Vocabulary`].
    pub fn find<'a>(labels: &'a [Self], id: &str) -> Option<&'a Self> {
        position(labels, id).map(|index| &labels[index])
    }
}

/// Where the label of `id` is in one of the lists of a [`super::Vocabulary`].
pub(super) fn position(labels: &[Label], id: &str) -> Option<usize> {
    labels.binary_search_by(|label| label.id.as_str().cmp(id)).ok()
}
