//! Which offers are shown as keys: found ones, else recent ones, else those of today's stands.

use shared::catalog::{Catalog, Day, Offer, Query, Search};

use crate::services::Platform;

/// How many keys fit into the thumb zone.
const KEYS: usize = 5;

/// Name of the setting that holds the ids of recent offers, the latest first, by commas.
const RECENT: &str = "recent-offers";

/// Offers that match what was typed, best first.
pub(super) fn found<'a>(catalog: &'a Catalog, search: &Search, typed: &str) -> Vec<&'a Offer> {
    let query = Query { text: typed.to_owned(), ..Query::default() };
    search
        .find(catalog, &query)
        .offers
        .into_iter()
        .filter_map(|index| catalog.offers.get(usize::from(index)))
        .filter(|offer| takes_contacts(catalog, offer))
        .take(KEYS)
        .collect()
}

/// Recent offers, then one of each stand.
pub(super) fn suggested<'a>(catalog: &'a Catalog, day: Option<&'a Day>, recent: &str) -> Vec<&'a Offer> {
    let recent = recent.split(',').filter_map(|id| catalog.offer(id));
    let of_stands = day
        .into_iter()
        .flat_map(|day| &day.stands)
        .filter_map(|stand| catalog.offers_of(&stand.provider).next());
    let mut offers: Vec<&Offer> = Vec::new();
    for offer in recent.chain(of_stands).chain(&catalog.offers) {
        if offers.len() == KEYS {
            break;
        }
        if takes_contacts(catalog, offer) && !offers.iter().any(|known| known.id == offer.id) {
            offers.push(offer);
        }
    }
    offers
}

/// Nobody is asked for a name where people come without giving one.
fn takes_contacts(catalog: &Catalog, offer: &Offer) -> bool {
    catalog.provider_of(offer).is_some_and(|provider| !provider.walk_in)
}

/// Ids of recent offers.
pub(super) fn recent(platform: &dyn Platform) -> String {
    platform.setting(RECENT).unwrap_or_default()
}

/// Puts an offer in front of the recent ones.
pub(super) fn remember(platform: &dyn Platform, offer: &str) {
    let before = recent(platform);
    let others = before.split(',').filter(|id| !id.is_empty() && *id != offer).take(KEYS - 1);
    let ids: Vec<&str> = std::iter::once(offer).chain(others).collect();
    platform.set_setting(RECENT, &ids.join(","));
}

#[cfg(test)]
mod tests {
    use shared::catalog::{Provider, Stand};

    use super::*;

    /// One provider that is asked without a name and one that takes contacts, each with a stand.
    fn market() -> Catalog {
        let mut catalog =
            Catalog { format: Catalog::FORMAT, language: "de".to_owned(), ..Catalog::default() };
        let mut day = Day::default();
        for (index, (key, walk_in)) in [("infotisch", true), ("werkstatt", false)].into_iter().enumerate() {
            catalog.providers.push(Provider { key: key.to_owned(), walk_in, ..Provider::default() });
            let mut offer = Offer { id: format!("{key}-rat"), provider: index as u16, ..Offer::default() };
            offer.title.text = "Rat und Hilfe".to_owned();
            catalog.offers.push(offer);
            day.stands.push(Stand { provider: key.to_owned(), ..Stand::default() });
        }
        catalog.days.push(day);
        catalog
    }

    #[test]
    fn no_contact_is_recorded_for_those_who_are_asked_without_a_name() {
        let catalog = market();
        let ids = |offers: Vec<&Offer>| offers.iter().map(|offer| offer.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(suggested(&catalog, catalog.days.first(), "infotisch-rat")), ["werkstatt-rat"]);
        let search = Search::new(&catalog, &[]);
        assert_eq!(ids(found(&catalog, &search, "Rat")), ["werkstatt-rat"]);
    }
}
