//! What a page says about itself: title and description.

use shared::catalog::Catalog;
use yew::AttrValue;

use crate::{
    route::{Form, Legal, Route},
    text::{Msg, Text},
};

/// The title of a page.
pub fn title(text: &Text, catalog: &Catalog, route: &Route) -> AttrValue {
    let page = match route {
        Route::Today => return text.get(Msg::TITLE_TODAY),
        Route::Offers => text.get(Msg::TITLE_OFFERS),
        Route::Offer(id) => match catalog.offer(id) {
            Some(offer) => offer.title.text.clone().into(),
            None => text.get(Msg::NOT_FOUND),
        },
        Route::Provider(key) => match catalog.provider(key) {
            Some(provider) => provider.name.clone().into(),
            None => text.get(Msg::NOT_FOUND),
        },
        Route::List => text.get(Msg::LIST),
        Route::View => text.get(Msg::VIEW),
        Route::Info => text.get(Msg::INFO),
        Route::Legal(legal) => text.get(legal_name(*legal)),
        Route::Form(form) => text.get(form_name(*form)),
        Route::Receipt => text.get(Msg::RECEIPT),
        Route::Shell | Route::NotFound => text.get(Msg::NOT_FOUND),
    };
    text.with(Msg::TITLE_OF, &[("page", page.into())])
}

/// What a legal page is called.
pub(crate) fn legal_name(legal: Legal) -> Msg {
    match legal {
        Legal::Imprint => Msg::INFO_IMPRINT,
        Legal::Privacy => Msg::INFO_PRIVACY,
        Legal::Accessibility => Msg::INFO_ACCESSIBILITY,
    }
}

/// What a page of the forms is called.
pub(crate) fn form_name(form: Form) -> Msg {
    match form {
        Form::Contact => Msg::ASK_CONTACT,
        Form::Question => Msg::ASK_QUESTION,
        Form::Feedback => Msg::ASK_FEEDBACK,
        Form::BecomeProvider => Msg::ASK_PROVIDER,
        Form::Requests => Msg::ASK_REQUESTS,
    }
}

/// The description of a page, for search engines and previews.
pub fn description(text: &Text, catalog: &Catalog, route: &Route) -> AttrValue {
    match route {
        Route::Offers => text.with(Msg::DESCRIPTION_OFFERS, &[("n", catalog.offers.len().into())]),
        Route::Offer(id) => match catalog.offer(id) {
            Some(offer) if !offer.summary.text.is_empty() => offer.summary.text.clone().into(),
            _ => text.get(Msg::DESCRIPTION),
        },
        Route::Provider(key) => match catalog.provider(key) {
            Some(provider) if !provider.description.text.is_empty() => {
                provider.description.text.clone().into()
            }
            _ => text.get(Msg::DESCRIPTION),
        },
        Route::Form(Form::BecomeProvider) => text.get(Msg::GUIDE_DESCRIPTION),
        Route::Form(_) => text.get(Msg::ASK_DESCRIPTION),
        _ => text.get(Msg::DESCRIPTION),
    }
}
