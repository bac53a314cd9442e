//! One organisation: what it does, how to reach it, what it offers.

use shared::catalog;
use yew::prelude::*;

use crate::{
    components::{
        Rank, Symbol, button_link, flip_icon, icon, local, section_head, small_flip_icon, tag,
        tagged_language,
    },
    route::Route,
    text::{Date, Msg},
    visitor::{
        here::Here,
        offer_card::{Level, offer_card},
        words::{label, list, map, paragraphs},
    },
};

/// The page.
pub(in crate::visitor) fn provider(here: &Here, provider: &catalog::Provider) -> Html {
    let text = &here.text;
    let stand = here.stand(&provider.key);
    html! {
        <main id="inhalt" class="page" tabindex="-1">
            <article class="stack">
                <nav aria-label={text.get(Msg::BACK)}>
                    <a class="link" href={here.href(&Route::Offers)}>{ small_flip_icon(Symbol::Back) }{ text.get(Msg::BACK_TO_OFFERS) }</a>
                </nav>
                <header class="hero">
                    <p class="kind" data-cloth="sky"><span>{ label(&here.catalog.vocabulary.provider_kinds, &provider.kind) }</span></p>
                    <h1><bdi>{ provider.name.clone() }</bdi></h1>
                    <p class="row">
                        if provider.example || here.catalog.season.example {
                            { tag(Symbol::Info, text.get(Msg::EXAMPLE_PROVIDER)) }
                        }
                        { tagged_language(&provider.description, text) }
                    </p>
                </header>
                { paragraphs(&provider.description) }
                if let Some(stand) = stand {
                    <p>
                        <a class="link" href={format!("{}#stand-{}", here.href(&Route::Today), stand.label)}>
                            { icon(Symbol::Parasol) }
                            { text.with(Msg::STAND_NUMBER, &[("stand", stand.label.as_str().into())]) }
                        </a>
                    </p>
                }
            </article>
            <section class="stack" aria-labelledby="kontakt">
                { section_head("kontakt", text.get(Msg::PROVIDER_REACH).into(), Html::default()) }
                { contact(here, provider) }
                if !provider.languages.is_empty() {
                    <p>{ text.get(Msg::OFFER_LANGUAGES) }{ " " }{ list(&here.catalog.vocabulary.languages, &provider.languages, here) }</p>
                }
                if !provider.last_checked.is_empty() {
                    <p class="hint">{ text.with(Msg::CHECKED, &[("date", text.date(Date::Year, &provider.last_checked).into())]) }</p>
                }
            </section>
            <section class="stack" aria-labelledby="angebote">
                { section_head("angebote", text.get(Msg::PROVIDER_OFFERS).into(), Html::default()) }
                <ul class="offer-cards">{ for here.catalog.offers_of(&provider.key).map(|offer| offer_card(here, offer, Level::Three, None)) }</ul>
            </section>
        </main>
    }
}

/// Desk, address and the ways to reach a provider.
pub(super) fn contact(here: &Here, provider: &catalog::Provider) -> Html {
    let text = &here.text;
    let phone: String = provider.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    html! {
        <>
            if !provider.desk.text.is_empty() || !provider.address.is_empty() {
                <p>
                    if !provider.desk.text.is_empty() {
                        { local(&provider.desk) }<br />
                    }
                    <bdi lang="de">{ provider.address.clone() }</bdi>
                    if !provider.phone.is_empty() {
                        <br /><bdi dir="ltr">{ provider.phone.clone() }</bdi>
                    }
                </p>
            }
            <div class="actions">
                if !phone.is_empty() {
                    { button_link(Rank::Plain, icon(Symbol::Phone), format!("tel:{phone}").into(), text.get(Msg::CONTACT_CALL)) }
                }
                if !provider.email.is_empty() {
                    { button_link(Rank::Plain, icon(Symbol::Mail), format!("mailto:{}", provider.email).into(), text.get(Msg::CONTACT_WRITE)) }
                }
                if let Some((north, east)) = provider.position {
                    { button_link(Rank::Plain, flip_icon(Symbol::Route), map(north, east), text.get(Msg::WAY_SHOW)) }
                }
                if !provider.website.is_empty() {
                    { button_link(Rank::Plain, icon(Symbol::Globe), provider.website.clone().into(), text.get(Msg::CONTACT_WEBSITE)) }
                }
            </div>
        </>
    }
}
