//! What the visitor wishes: offers by search or by key, or a matter without an offer.

use std::rc::Rc;

use shared::catalog::{Catalog, Offer, Search};
use yew::prelude::*;

use super::{
    offers::{found, recent, suggested},
    question,
    slip::matter_label,
};
use crate::{
    components::{
        Choice, ChoiceKind, Cloth, Input, Symbol, attrs, el, el_with, icon, lang_of, pressable, say, stand,
    },
    services::use_services,
    team::{
        session::use_session,
        state::contact_form::{ContactForm, ContactFormEvent, Matter, WishedOffer},
    },
    text::{Msg, use_text},
};

/// Properties of [`WishKeys`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct WishKeysProps {
    pub(super) form: ContactForm,
    pub(super) catalog: Rc<Catalog>,
    pub(super) on_event: Callback<ContactFormEvent>,
}

/// The keys.
#[component]
pub(super) fn WishKeys(props: &WishKeysProps) -> Html {
    let text = use_text();
    let services = use_services();
    let handle = use_session();
    let typed = use_state(String::new);
    let catalog = &props.catalog;
    let day = handle.session.device().and_then(|session| catalog.day(session.market.date()));
    let search = use_memo(catalog.clone(), |catalog| {
        Search::new(catalog, day.map_or(&[], |day| day.stands.as_slice()))
    });
    let recent = use_memo((), |()| recent(&*services.platform));
    let mut offers: Vec<&Offer> = if typed.trim().is_empty() {
        suggested(catalog, day, &recent)
    } else {
        found(catalog, &search, &typed)
    };
    // What is chosen stays in sight, whatever is searched next.
    for wish in &props.form.wishes {
        if let Some(offer) = catalog.offer(&wish.offer)
            && !offers.iter().any(|shown| shown.id == offer.id)
        {
            offers.insert(0, offer);
        }
    }
    let offer_key = |offer: &Offer| {
        let provider = catalog.provider_of(offer);
        let wish = WishedOffer {
            provider: provider.map(|provider| provider.key.clone()).unwrap_or_default(),
            provider_name: provider.map(|provider| provider.name.clone()).unwrap_or_default(),
            offer: offer.id.clone(),
            title: offer.title.text.clone(),
        };
        let label = day.and_then(|day| day.stand_of(&wish.provider)).map(|stand| stand.label.as_str());
        let cloth = offer.needs.first().map_or(Cloth::Sky, |need| Cloth::of_need(need));
        let pressed = props.form.wishes.iter().any(|chosen| chosen.offer == offer.id);
        let on_press = props.on_event.reform(move |()| ContactFormEvent::OfferToggled(wish.clone()));
        let attributes = attrs![
            ("type", "button".into()),
            ("class", "key".into()),
            ("data-offer", offer.id.clone().into()),
            ("aria-pressed", pressed.to_string().into()),
        ];
        let title =
            el_with("span", attrs![("lang", lang_of(&offer.title))], [say(offer.title.text.clone().into())]);
        let key = pressable(attributes, &on_press, vec![stand(&text, label, cloth), title]);
        // The one that was tapped keeps the focus when others come before it.
        html! { <li key={offer.id.clone()}>{ key }</li> }
    };
    let only_a_question = {
        let pressed = props.form.matter == Some(Matter::Question);
        let attributes = attrs![
            ("type", "button".into()),
            ("class", "key".into()),
            ("data-matter", "question".into()),
            ("aria-pressed", pressed.to_string().into()),
        ];
        let on_press = props.on_event.reform(|()| ContactFormEvent::MatterToggled(Matter::Question));
        let words = el("span", "", [say(text.get(Msg::RECORD_MATTER_QUESTION))]);
        html! { <li key="question">{ pressable(attributes, &on_press, vec![icon(Symbol::Question), words]) }</li> }
    };
    let other = |matter: Matter| {
        let on_change = props.on_event.reform(move |_: bool| ContactFormEvent::MatterToggled(matter));
        html! {
            <Choice kind={ChoiceKind::Checkbox} name="matter" tag=true checked={props.form.matter == Some(matter)} {on_change}>
                { text.get(matter_label(matter)) }
            </Choice>
        }
    };
    let on_typed = {
        let typed = typed.clone();
        Callback::from(move |text| typed.set(text))
    };
    html! {
        <>
            { question(text.get(Msg::RECORD_WISH)) }
            <div class="search" role="search">
                <label class="hidden-text" for="suche">{ text.get(Msg::RECORD_SEARCH) }</label>
                <Input id="suche" kind="search" value={(*typed).clone()} on_input={on_typed} placeholder={text.get(Msg::RECORD_SEARCH)} enterkeyhint="search" />
            </div>
            if offers.is_empty() {
                <p role="status">{ text.with(Msg::RECORD_NOTHING_FOUND, &[("query", typed.trim().into())]) }</p>
            }
            <ul class="key-grid" aria-label={text.get(Msg::RECORD_OFFERS)}>
                { for offers.into_iter().map(offer_key) }
                { only_a_question }
            </ul>
            <div class="choices" data-flow="wrap">{ other(Matter::Accreditation) }{ other(Matter::Networking) }</div>
        </>
    }
}
