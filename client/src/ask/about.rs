//! What a page of the forms says without its form: what it is, about whom, and the other ways.

use shared::catalog::Catalog;
use yew::prelude::*;

use super::address::{AskAddress, Subject};
use crate::{
    components::{
        Cloth, Rank, Symbol, attrs, button_link, el, el_with, icon, local, parts, say, section, when,
    },
    route::{Form, Legal, Route},
    text::{Date, Msg, Text},
    visitor::{pages::contact, today_or_next, words::sentence},
};

/// What a page is made from.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// All words.
    pub text: &'a Text,
    /// What there is.
    pub catalog: &'a Catalog,
    /// ISO 8601.
    pub today: &'a str,
    /// Which page.
    pub address: &'a AskAddress,
}

impl<'a> Around<'a> {
    /// Whom it is about.
    pub fn subject(&self) -> Subject<'a> {
        self.address.about.find(self.catalog)
    }

    /// Whether something can be filled in here at all.
    pub fn has_form(&self) -> bool {
        match self.address.form {
            Form::Contact => self.subject().provider.is_some_and(|provider| !provider.walk_in),
            Form::Question | Form::Feedback | Form::BecomeProvider | Form::Requests => true,
        }
    }
}

/// The page's heading, or that of the form below the guide.
pub const HEADING: &str = "formular";

/// Heading, subject and what happens here. Below the guide the form is a section of it.
pub fn introduction(around: &Around<'_>) -> Html {
    let text = around.text;
    let (heading, lead) = match around.address.form {
        Form::Contact => (Msg::ASK_HEADING_CONTACT, Msg::ASK_LEAD_CONTACT),
        Form::Question => (Msg::ASK_HEADING_QUESTION, Msg::ASK_LEAD_QUESTION),
        Form::Feedback => (Msg::ASK_HEADING_FEEDBACK, Msg::ASK_LEAD_FEEDBACK),
        Form::BecomeProvider => (Msg::ASK_HEADING_ACCREDITATION, Msg::ASK_LEAD_ACCREDITATION),
        Form::Requests => (Msg::ASK_REQUESTS, Msg::ASK_REQUESTS_LEAD),
    };
    let level = if around.address.form == Form::BecomeProvider { "h2" } else { "h1" };
    let heading =
        el_with(level, attrs![("id", HEADING.into()), ("tabindex", "-1".into())], [say(text.get(heading))]);
    let subject = around.subject();
    let lead = match (around.address.form, subject.provider) {
        (Form::Contact, None) => {
            let find = button_link(
                Rank::First,
                icon(Symbol::Search),
                Route::Offers.path(text.language()).into(),
                text.get(Msg::ASK_FIND),
            );
            parts(vec![sentence(text.get(Msg::ASK_NOTHING_CHOSEN)), el("div", "actions", [find])])
        }
        (Form::Contact, Some(provider)) if provider.walk_in => {
            el("p", "lead", [say(text.get(Msg::ASK_WALK_IN))])
        }
        _ => el("p", "lead", [say(text.get(lead))]),
    };
    parts(vec![heading, about(text, &subject), lead])
}

fn about(text: &Text, subject: &Subject<'_>) -> Html {
    let Some(provider) = subject.provider else { return Html::default() };
    let name = el("bdi", "", [say(provider.name.clone().into())]);
    let what = match subject.offer {
        Some(offer) => {
            parts(vec![local(&offer.title), say(text.get(Msg::LIST_COMMA)), say(" ".into()), name])
        }
        None => name,
    };
    let attributes = attrs![("class", "cloth".into()), ("data-cloth", Cloth::Meadow.name().into())];
    let words = el("p", "", [el("strong", "", [say(text.get(Msg::ASK_ABOUT))]), say(" ".into()), what]);
    el_with("div", attributes, [words])
}

/// What stands in the form's place until it comes, and for good where it cannot.
pub fn waiting(around: &Around<'_>) -> Html {
    let words = match around.address.form {
        Form::Requests => Msg::ASK_REQUESTS_SCRIPT,
        _ => Msg::ASK_NEEDS_SCRIPT,
    };
    when(around.has_form(), || el("p", "waiting", [say(around.text.get(words))]))
}

/// Telephone, information desk, team: ways that need no form.
pub fn other_ways(around: &Around<'_>) -> Html {
    let text = around.text;
    if around.address.form == Form::Requests {
        return Html::default();
    }
    let provider = around.subject().provider;
    let mut ways = vec![sentence(text.get(Msg::ASK_OTHER_WAYS_SAYS))];
    if let Some(provider) = provider {
        let name = el("bdi", "", [say(provider.name.clone().into())]);
        ways.push(el("div", "stack-s", [el("h3", "", [name]), contact(text, provider)]));
    }
    ways.push(desk(around));
    let imprint = Route::Legal(Legal::Imprint).path(text.language());
    let team = el_with("a", attrs![("href", imprint.into())], [say(text.get(Msg::ASK_TEAM_LINK))]);
    ways.push(el("p", "", [say(text.get(Msg::ASK_TEAM)), say(" ".into()), team]));
    section("andere-wege", text.get(Msg::ASK_OTHER_WAYS), ways)
}

/// Who stands there on the market's day for people without a name.
fn desk(around: &Around<'_>) -> Html {
    let Around { text, catalog, today, .. } = *around;
    let Some(market) = today_or_next(catalog, today).filter(|market| market.day.date.as_str() >= today)
    else {
        return Html::default();
    };
    let found = catalog
        .providers
        .iter()
        .filter(|provider| provider.walk_in)
        .find_map(|provider| Some((provider, market.day.stand_of(&provider.key)?)));
    let Some((provider, stand)) = found else { return Html::default() };
    let date = text.date(Date::Day, &market.day.date);
    let says = text.with(
        Msg::ASK_DESK_STAND,
        &[
            ("name", provider.name.as_str().into()),
            ("date", date.into()),
            ("stand", stand.label.as_str().into()),
        ],
    );
    el("div", "stack-s", [el("h3", "", [say(text.get(Msg::ASK_DESK))]), sentence(says)])
}
