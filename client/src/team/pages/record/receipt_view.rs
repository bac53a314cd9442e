//! The receipt: what the visitor takes a photo of.

use yew::prelude::*;

use crate::{
    components::{Button, Rank, Symbol, icon, qr_of, state_badge},
    driver::use_custody,
    route as visitor,
    services::use_services,
    team::{recording::Receipt, route::Route, state::custody_sums::Whereabouts},
    text::{Date, Language, Msg, use_text},
};

/// Torn paper.
const ZIGZAG: &str = "M0 0 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5 l2 3.5 2-3.5";

/// Properties of [`ReceiptView`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReceiptViewProps {
    pub(super) receipt: Receipt,
    pub(super) on_next: Callback<()>,
}

/// The receipt.
#[component]
pub(super) fn ReceiptView(props: &ReceiptViewProps) -> Html {
    let text = use_text();
    let services = use_services();
    let receipt = &props.receipt;
    let whereabouts = use_custody(receipt.document).map_or(Whereabouts::Saving, Whereabouts::of);
    // The secret stands in the fragment, which browsers send to no server.
    let language = Language::of(&receipt.language).map_or("de", |language| language.tag);
    let page = visitor::Route::Receipt.path(language);
    let address = format!("{}{page}#{}", services.platform.origin(), receipt.code.replace('-', ""));
    let words = match whereabouts {
        Whereabouts::Saving => Msg::RECORD_SAVING,
        Whereabouts::NotSaved => Msg::TEAM_NOT_SAVED,
        Whereabouts::Refused => Msg::TEAM_REFUSED,
        Whereabouts::Phone => Msg::RECORD_SAVED_PHONE,
        Whereabouts::ServerEdited | Whereabouts::OrganisersEdited => Msg::TEAM_EDIT_ON_PHONE,
        Whereabouts::Server | Whereabouts::Organisers => Msg::RECORD_SAVED_SERVER,
    };
    html! {
        <section class="stack" data-receipt={receipt.document.to_string()} data-custody={whereabouts.name()}>
            <h1>{ text.get(Msg::RECORD_THANKS) }</h1>
            <div>
                <div class="receipt">
                    <div class="row row-between">
                        <h2>{ text.get(Msg::RECORD_CODE) }</h2>
                        if let Some(place) = whereabouts.place() {
                            { state_badge(&text, place, None) }
                        }
                    </div>
                    <p class="code" translate="no">{ &receipt.code }</p>
                    <p role="status">{ text.get(words) }</p>
                    { qr_of(&address, text.with(Msg::RECORD_QR, &[("code", (&receipt.code).into())])) }
                    <dl class="lines" data-kind="facts">
                        <div>
                            { icon(Symbol::Pencil) }
                            <dt>{ text.get(Msg::RECORD_FACT_ABOUT) }</dt>
                            <dd>{ if receipt.offers.is_empty() { text.get(Msg::RECORD_FACT_QUESTION) } else { receipt.offers.join(", ").into() } }</dd>
                        </div>
                        <div>
                            { icon(Symbol::People) }
                            <dt>{ text.get(Msg::RECORD_FACT_WHO) }</dt>
                            <dd>{ if receipt.recipients.is_empty() { text.get(Msg::RECORD_FACT_TEAM) } else { receipt.recipients.join(", ").into() } }</dd>
                        </div>
                        <div>
                            { icon(Symbol::Trash) }
                            <dt>{ text.get(Msg::RECORD_FACT_ERASED) }</dt>
                            <dd>{ text.date(Date::Year, &receipt.erase_on) }</dd>
                        </div>
                    </dl>
                </div>
                <svg class="zigzag" viewBox="0 0 120 4" preserveAspectRatio="none" aria-hidden="true"><path d={ZIGZAG} /></svg>
            </div>
            <p><strong>{ text.get(Msg::RECORD_PHOTO) }</strong>{ " " }{ text.get(Msg::RECORD_PHOTO_WHY) }</p>
            <div class="actions">
                <Button href={Route::Home.path()} action="done">{ text.get(Msg::RECORD_DONE) }</Button>
                <Button rank={Rank::First} symbol={Symbol::Plus} action="next" on_click={props.on_next.clone()}>{ text.get(Msg::RECORD_NEXT) }</Button>
            </div>
        </section>
    }
}
