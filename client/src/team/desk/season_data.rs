//! Everything of the season that the desk has synced, read once and handed down to its pages.

use std::rc::Rc;

use shared::{
    document::{
        DocumentId, Kind, MarketKey, contact, contact::Contact, device, device::Device, feedback,
        feedback::Feedback, member, member::Member, tally, tally::Tally, tree,
    },
    model::Market,
};
use yew::prelude::*;

use super::{
    entry::{Entry, Personal},
    overview::{Figures, HandIn, OfMarket, Reading, hand_ins},
    vault::Vault,
};
use crate::driver::use_documents;

/// Documents of one kind.
pub(crate) type Documents<T> = Rc<Vec<(DocumentId, Rc<Reading<T>>)>>;

/// All documents that the desk works with.
#[derive(Clone)]
pub(crate) struct SeasonData {
    /// Markets.
    pub(crate) markets: Documents<Market>,
    /// Contacts of all markets.
    pub(crate) contacts: Documents<Contact>,
    /// Feedback of all markets.
    pub(crate) feedback: Documents<Feedback>,
    /// Tallies of all devices.
    pub(crate) tallies: Documents<Tally>,
    /// Enrolled devices.
    pub(crate) devices: Documents<Device>,
    /// People of the team.
    pub(crate) members: Documents<Member>,
}

impl PartialEq for SeasonData {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.markets, &other.markets)
            && Rc::ptr_eq(&self.contacts, &other.contacts)
            && Rc::ptr_eq(&self.feedback, &other.feedback)
            && Rc::ptr_eq(&self.tallies, &other.tallies)
            && Rc::ptr_eq(&self.devices, &other.devices)
            && Rc::ptr_eq(&self.members, &other.members)
    }
}

/// The documents, read again when they change.
#[hook]
pub(crate) fn use_season_data() -> SeasonData {
    SeasonData {
        markets: use_documents(Kind::Market, |_, document| Reading::of(tree::read(document))),
        contacts: use_documents(Kind::Contact, |_, document| Reading::of(contact::read(document))),
        feedback: use_documents(Kind::Feedback, |_, document| Reading::of(feedback::read(document))),
        tallies: use_documents(Kind::Tally, |_, document| Reading::of(tally::read(document))),
        devices: use_documents(Kind::Device, |_, document| Reading::of(device::read(document))),
        members: use_documents(Kind::Member, |_, document| Reading::of(member::read(document))),
    }
}

/// The documents of `market` among `documents`.
pub(crate) fn of_market<'a, T: OfMarket>(
    documents: &'a Documents<T>,
    market: &'a MarketKey,
) -> impl Iterator<Item = (DocumentId, &'a Rc<Reading<T>>)> + 'a {
    documents
        .iter()
        .filter(|(_, reading)| reading.value.market() == market.as_str())
        .map(|(id, reading)| (*id, reading))
}

impl SeasonData {
    /// The document of `market`, if it has arrived.
    pub(crate) fn market(&self, market: &MarketKey) -> Option<&Market> {
        let sought = DocumentId::market(market);
        self.markets.iter().find(|(id, _)| *id == sought).map(|(_, reading)| &reading.value)
    }

    /// The contacts of `market` with what `vault` holds open.
    pub(crate) fn entries(&self, market: &MarketKey, vault: &Vault) -> Vec<Entry> {
        of_market(&self.contacts, market)
            .map(|(id, reading)| Entry {
                id,
                contact: Rc::new(reading.value.clone()),
                device: self.device_label(&reading.value.device),
                person: match reading.value.sealed.is_empty() {
                    true => Personal::Missing,
                    false => vault.person(id, &reading.value.sealed),
                },
                has_problems: reading.has_problems,
            })
            .collect()
    }

    /// What the device with that id is called; empty if it has not arrived.
    pub(crate) fn device_label(&self, id: &str) -> String {
        let device = self.devices.iter().find(|(device, _)| device.to_string() == id);
        device.map(|(_, reading)| reading.value.label.clone()).unwrap_or_default()
    }

    /// The name of the member with that id; `None` if it has not arrived.
    pub(crate) fn member_name(&self, id: &str) -> Option<&str> {
        let member = self.members.iter().find(|(member, _)| member.to_string() == id);
        member.map(|(_, reading)| reading.value.name.as_str()).filter(|name| !name.is_empty())
    }

    /// The devices of `market` and what arrived of each.
    pub(crate) fn hand_ins(&self, market: &MarketKey) -> Vec<HandIn> {
        let contacts = of_market(&self.contacts, market).map(|(_, reading)| reading.value.device.as_str());
        let feedback = of_market(&self.feedback, market).map(|(_, reading)| reading.value.device.as_str());
        let authors: Vec<&str> = contacts.chain(feedback).collect();
        hand_ins(of_market(&self.devices, market).map(|(id, reading)| (id, &reading.value)), &authors)
    }

    /// The figures of `market`.
    pub(crate) fn figures(&self, market: &MarketKey) -> Figures {
        let hand_ins = self.hand_ins(market);
        Figures {
            contacts: of_market(&self.contacts, market).count(),
            feedback: of_market(&self.feedback, market).count(),
            questions: of_market(&self.tallies, market)
                .map(|(_, reading)| reading.value.question_answered)
                .sum(),
            devices: hand_ins.len(),
            handed_in: hand_ins.iter().filter(|hand_in| hand_in.is_complete()).count(),
        }
    }
}
