//! Which page of the forms, and about whom.

use shared::catalog::{Catalog, Offer, Provider};

use crate::route::{Address, Form, Route, decode};

/// Where someone is among the forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskAddress {
    /// The page.
    pub form: Form,
    /// Whom a contact is asked of.
    pub about: About,
}

/// Whom a contact is asked of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// Nobody in particular.
    Team,
    /// The provider of an offer, by the offer's id.
    Offer(String),
    /// A provider, by key.
    Provider(String),
}

/// What [`About`] names in a catalog.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Subject<'a> {
    /// The offer.
    pub offer: Option<&'a Offer>,
    /// Who makes it.
    pub provider: Option<&'a Provider>,
}

impl AskAddress {
    /// What an address says, if it is that of a form.
    pub fn of(address: &Address) -> Option<Self> {
        let Route::Form(form) = address.route else { return None };
        let value = |name: &str| {
            address
                .query
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .find(|(known, value)| *known == name && !value.is_empty())
                .map(|(_, value)| decode(value))
        };
        let about = match (form, value("angebot"), value("traeger")) {
            (Form::Contact, Some(offer), _) => About::Offer(offer),
            (Form::Contact, None, Some(provider)) => About::Provider(provider),
            _ => About::Team,
        };
        Some(Self { form, about })
    }
}

impl About {
    /// Finds it; an offer that is gone is nobody in particular.
    pub fn find<'a>(&self, catalog: &'a Catalog) -> Subject<'a> {
        let offer = match self {
            Self::Offer(id) => catalog.offer(id),
            Self::Team | Self::Provider(_) => None,
        };
        let provider = match self {
            Self::Provider(key) => catalog.provider(key),
            Self::Team | Self::Offer(_) => offer.and_then(|offer| catalog.provider_of(offer)),
        };
        Subject { offer, provider }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, query: &str, form: Form, about: About) {
        let address = AskAddress::of(&Address::parse(path, query));
        assert_eq!(address, Some(AskAddress { form, about }), "{path}?{query}");
    }

    #[test]
    fn addresses_say_about_whom() {
        check("/de/kontakt", "angebot=a%20b", Form::Contact, About::Offer("a b".to_owned()));
        check("/de/kontakt", "x=1&traeger=p", Form::Contact, About::Provider("p".to_owned()));
        check("/de/kontakt", "angebot=", Form::Contact, About::Team);
        check("/de/frage", "angebot=a", Form::Question, About::Team);
        assert_eq!(AskAddress::of(&Address::parse("/de/angebote", "")), None);
    }
}
