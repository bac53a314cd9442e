//! One visit: where, with which catalog, and what the phone told us.

use std::rc::Rc;

use yew::Reducible;

use super::{Saved, Withdrawal};
use crate::{
    route::Address,
    visitor::{Published, phone::PhoneEvent},
};

/// Whether the server answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Network {
    /// It does, or no one asked yet.
    #[default]
    There,
    /// It did not, the last time.
    Away,
}

/// Whether a new version of the app waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Update {
    /// No.
    #[default]
    None,
    /// It waits for the visitor's consent.
    Waits,
    /// Not now.
    Later,
}

/// The question before everything is erased.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Erasing {
    /// Not asked.
    #[default]
    No,
    /// Asked, not answered.
    Asked,
    /// Done.
    Done,
}

/// Something that went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser's storage refuses.
    NotStored,
}

/// The state of a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// Where the visitor is.
    pub address: Rc<Address>,
    /// What is read.
    pub catalog: Published,
    /// Whether scripts are at work; until then the page is as the server made it.
    pub alive: bool,
    /// What is saved.
    pub saved: Rc<Saved>,
    /// Chosen colours; `None` follows the phone.
    pub scheme: Option<String>,
    /// Whether the server answers.
    pub network: Network,
    /// Whether a new version waits.
    pub update: Update,
    /// Whether all is to be erased.
    pub erasing: Erasing,
    /// How far the withdrawal of a contact has come, on the page of its receipt.
    pub withdrawal: Withdrawal,
    /// What went wrong.
    pub notice: Option<Notice>,
}

impl Visit {
    /// A visit as the server sees it.
    pub fn new(address: Address, catalog: Published) -> Self {
        Self {
            address: Rc::new(address),
            catalog,
            alive: false,
            saved: Rc::default(),
            scheme: None,
            network: Network::There,
            update: Update::None,
            erasing: Erasing::No,
            withdrawal: Withdrawal::No,
            notice: None,
        }
    }
}

/// What happens during a visit.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The phone told something.
    Phone(PhoneEvent),
    /// An offer was saved or taken away.
    SaveToggled(String),
    /// Colours were chosen.
    SchemeChosen(Option<String>),
    /// The new version shall wait.
    UpdatePutOff,
    /// The question before erasing was asked, or taken back.
    EraseAsked(bool),
    /// All was erased.
    Erased,
    /// Withdrawing a contact went one step on, or back.
    WithdrawalMoved(Withdrawal),
    /// The browser did not store something.
    NotStored,
}

impl Reducible for Visit {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut visit = (*self).clone();
        match action {
            Action::Phone(PhoneEvent::Arrived(address)) => {
                if visit.address.route != address.route {
                    visit.erasing = Erasing::No;
                    visit.withdrawal = Withdrawal::No;
                }
                visit.address = Rc::new(address);
            }
            Action::Phone(PhoneEvent::Network(network)) => visit.network = network,
            Action::Phone(PhoneEvent::UpdateWaits) => visit.update = Update::Waits,
            Action::Phone(PhoneEvent::CatalogArrived(catalog)) => visit.catalog = catalog,
            Action::Phone(PhoneEvent::Stored { saved, scheme }) => {
                visit.alive = true;
                // What the browser refused to store is here alone.
                if visit.notice.is_none() {
                    visit.saved = Rc::new(Saved::from_storage(&saved));
                    visit.scheme = scheme;
                }
            }
            Action::SaveToggled(id) => visit.saved = Rc::new(visit.saved.toggled(&id)),
            Action::SchemeChosen(scheme) => visit.scheme = scheme,
            Action::UpdatePutOff => visit.update = Update::Later,
            Action::EraseAsked(asked) => visit.erasing = if asked { Erasing::Asked } else { Erasing::No },
            Action::Erased => {
                visit.saved = Rc::default();
                visit.scheme = None;
                visit.erasing = Erasing::Done;
                visit.notice = None;
            }
            Action::WithdrawalMoved(withdrawal) | Action::Phone(PhoneEvent::Withdrawal(withdrawal)) => {
                visit.withdrawal = withdrawal;
            }
            Action::NotStored => visit.notice = Some(Notice::NotStored),
        }
        Rc::new(visit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit() -> Rc<Visit> {
        Rc::new(Visit::new(Address::parse("/de/angebote", ""), Published(Rc::default())))
    }

    fn stored(saved: &str) -> Action {
        Action::Phone(PhoneEvent::Stored { saved: saved.to_owned(), scheme: Some("dark".to_owned()) })
    }

    #[test]
    fn a_visit_comes_alive_with_what_is_stored_and_follows_it() {
        assert!(!visit().alive);
        let alive = visit().reduce(stored("a\nb"));
        assert!(alive.alive);
        assert_eq!((alive.saved.to_storage().as_str(), alive.scheme.as_deref()), ("a\nb", Some("dark")));
        let taken_away_elsewhere = alive.reduce(Action::SaveToggled("c".to_owned())).reduce(stored("b"));
        assert_eq!(taken_away_elsewhere.saved.to_storage(), "b");
    }

    #[test]
    fn what_could_not_be_stored_is_not_forgotten() {
        let kept = visit().reduce(stored("")).reduce(Action::SaveToggled("a".to_owned()));
        let kept = kept.reduce(Action::NotStored).reduce(stored(""));
        assert_eq!(kept.saved.to_storage(), "a");
    }
}
