//! The dates of a season with what is known about each.

use std::collections::BTreeMap;

use super::{Compiler, Sources, address_line, position, season_days};
use crate::{
    calendar::DayState,
    catalog::{Announcement, Day, Place, ProgrammePoint, Stand},
    model::{self, MarketStatus},
};

impl Compiler<'_> {
    pub(super) fn days(&mut self, sources: &Sources<'_>) -> Vec<Day> {
        let (days, problems) = season_days(sources.season);
        for problem in problems {
            self.problem("season".to_owned(), problem.to_string());
        }
        for date in sources.markets.keys() {
            if !days.iter().any(|day| day.date.to_string() == *date) {
                self.problem(format!("markets.{date}"), "a date of the season");
            }
        }
        days.iter()
            .map(|day| {
                let date = day.date.to_string();
                let market = sources.markets.get(&date);
                self.day(date, day.state, market, sources)
            })
            .collect()
    }

    fn day(
        &mut self,
        date: String,
        state: DayState,
        market: Option<&model::Market>,
        sources: &Sources<'_>,
    ) -> Day {
        let none = model::Market::default();
        let market = market.unwrap_or(&none);
        let hours = market.hours.as_ref().unwrap_or(&sources.season.hours);
        let place = market.place.as_ref().unwrap_or(&sources.season.place);
        Day {
            cancelled: state == DayState::Cancelled || market.status == MarketStatus::Cancelled,
            extra: state == DayState::Extra,
            from: hours.from.clone(),
            to: hours.to.clone(),
            place: Place {
                name: self.text(&place.name),
                address: address_line(&place.address),
                position: position(&place.address),
                how_to_find: self.text(&place.how_to_find),
                access: self.text(&place.access),
            },
            focus: market.focus.iter().map(str::to_owned).collect(),
            weather: self.text(&market.weather),
            stands: self.stands(&date, market, sources.providers),
            programme: market
                .programme
                .iter()
                .map(|point| ProgrammePoint {
                    time: point.time.clone(),
                    title: self.text(&point.title),
                    place: self.text(&point.place),
                })
                .collect(),
            announcements: market
                .announcements
                .iter()
                .map(|news| Announcement { at: news.at.clone(), text: self.text(&news.text) })
                .collect(),
            sealing_key: market.sealing_key.as_ref().map(|key| key.public.clone()).unwrap_or_default(),
            date,
        }
    }

    fn stands(
        &mut self,
        date: &str,
        market: &model::Market,
        providers: &BTreeMap<String, model::Provider>,
    ) -> Vec<Stand> {
        let mut stands = Vec::new();
        for (id, stand) in &market.stands {
            let mut provider = stand.provider.clone();
            if !provider.is_empty() && !providers.contains_key(&provider) {
                self.problem(format!("markets.{date}.stands.{id}.provider"), "the key of a provider");
                provider.clear();
            }
            stands.push(Stand {
                id: id.clone(),
                label: stand.label.clone(),
                x: stand.x,
                y: stand.y,
                provider,
            });
        }
        stands.sort_by_cached_key(|stand| {
            (stand.label.parse::<u32>().unwrap_or(u32::MAX), stand.label.clone(), stand.id.clone())
        });
        stands
    }
}
