//! The program: keeps the outbox going and shows the form, the questionnaire or the list.

use std::rc::Rc;

use shared::catalog::SmallPrint;
use yew::prelude::*;

use super::{
    about::{Around, introduction, other_ways},
    address::AskAddress,
    outbox::Outbox,
    pages::{ContactPage, FeedbackPage, RequestsPage},
    ports::Ports,
    state::request::{Kind, Request},
};
use crate::{
    components::{attrs, el_with},
    route::Form,
    text::Text,
    visitor::Published,
};

/// Properties of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Ports.
    pub ports: Ports,
    /// All words.
    pub text: Text,
    /// What there is.
    pub catalog: Published,
    /// Consent texts and questionnaire.
    pub small_print: Rc<SmallPrint>,
    /// ISO 8601.
    pub today: AttrValue,
    /// Which page.
    pub address: AskAddress,
}

/// What every page of the forms can see and do.
#[derive(Clone, PartialEq)]
pub(super) struct Here {
    /// Properties of the program.
    pub(super) app: AppProps,
    /// Keeps and sends.
    pub(super) outbox: Outbox,
    /// What is in it, the latest first; nothing before it was read.
    pub(super) requests: Option<Vec<Request>>,
}

impl Here {
    /// What the page is made from.
    pub(super) fn around(&self) -> Around<'_> {
        let AppProps { text, catalog, today, address, .. } = &self.app;
        Around { text, catalog, today, address }
    }

    /// A request by its name.
    pub(super) fn request(&self, nonce: &str) -> Option<&Request> {
        self.requests.iter().flatten().find(|request| request.nonce == nonce)
    }
}

/// The program.
#[component]
pub fn App(props: &AppProps) -> Html {
    let outbox = use_memo((), |()| Outbox::new(props.ports.clone(), props.today.to_string()));
    let requests = use_state(|| None::<Vec<Request>>);
    use_effect_with((), {
        let (outbox, requests) = (outbox.clone(), requests.setter());
        move |()| outbox.start(Callback::from(move |now| requests.set(Some(now))))
    });
    let here = Here { app: props.clone(), outbox: (*outbox).clone(), requests: (*requests).clone() };
    let around = here.around();
    let form = match props.address.form {
        _ if !around.has_form() => {
            html! { <section class="stack">{ introduction(&around) }</section> }
        }
        Form::Contact => html! { <ContactPage here={here.clone()} kind={Kind::Contact} /> },
        Form::Question => html! { <ContactPage here={here.clone()} kind={Kind::Question} /> },
        Form::BecomeProvider => html! { <ContactPage here={here.clone()} kind={Kind::Accreditation} /> },
        Form::Feedback => html! { <FeedbackPage here={here.clone()} /> },
        Form::Requests => html! { <RequestsPage here={here.clone()} /> },
    };
    html! {
        <ContextProvider<Text> context={props.text.clone()}>
            { form }
            { el_with("div", attrs![("class", "contents".into())], [other_ways(&around)]) }
        </ContextProvider<Text>>
    }
}
