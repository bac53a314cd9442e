//! The receipt: what the visitor takes a photo of.

use yew::prelude::*;

use crate::{
    components::{Rank, Symbol, action_button, attrs, el, el_with, icon, qr_of, say, state_badge},
    driver::use_custody,
    route as visitor,
    services::use_services,
    team::{pages::done_link, recording::Receipt, state::custody_sums::Whereabouts},
    text::{Date, Language, Msg, use_text},
};

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
    let badge = whereabouts.place().map(|place| state_badge(&text, place, None)).unwrap_or_default();
    let fact = |symbol: Symbol, name: Msg, words: AttrValue| {
        el("div", "", [icon(symbol), el("dt", "", [say(text.get(name))]), el("dd", "", [say(words)])])
    };
    let listed = |words: &[String], none: Msg| {
        if words.is_empty() { text.get(none) } else { words.join(", ").into() }
    };
    let facts = attrs![("class", "lines".into()), ("data-kind", "facts".into())];
    let facts = el_with(
        "dl",
        facts,
        [
            fact(Symbol::Pencil, Msg::RECORD_FACT_ABOUT, listed(&receipt.offers, Msg::RECORD_FACT_QUESTION)),
            fact(Symbol::People, Msg::RECORD_FACT_WHO, listed(&receipt.recipients, Msg::RECORD_FACT_TEAM)),
            fact(Symbol::Trash, Msg::RECORD_FACT_ERASED, text.date(Date::Year, &receipt.erase_on)),
        ],
    );
    let code = attrs![("class", "code".into()), ("translate", "no".into())];
    let paper = el(
        "div",
        "receipt",
        [
            el("div", "row row-between", [el("h2", "", [say(text.get(Msg::RECORD_CODE))]), badge]),
            el_with("p", code, [say(receipt.code.clone().into())]),
            el_with("p", attrs![("role", "status".into())], [say(text.get(words))]),
            qr_of(&address, text.with(Msg::RECORD_QR, &[("code", (&receipt.code).into())])),
            facts,
        ],
    );
    let torn = attrs![
        ("class", "zigzag".into()),
        ("viewBox", "0 0 120 4".into()),
        ("preserveAspectRatio", "none".into()),
        ("aria-hidden", "true".into()),
    ];
    let torn = el_with("svg", torn, [el_with("path", attrs![("d", zigzag().into())], [])]);
    let photo = el(
        "p",
        "",
        [
            el("strong", "", [say(text.get(Msg::RECORD_PHOTO))]),
            say(" ".into()),
            say(text.get(Msg::RECORD_PHOTO_WHY)),
        ],
    );
    let attributes = attrs![
        ("class", "stack".into()),
        ("data-receipt", receipt.document.to_string().into()),
        ("data-custody", whereabouts.name().into()),
    ];
    let next = text.get(Msg::RECORD_NEXT);
    el_with(
        "section",
        attributes,
        [
            el("h1", "", [say(text.get(Msg::RECORD_THANKS))]),
            el("div", "", [paper, torn]),
            photo,
            el(
                "div",
                "actions",
                [
                    done_link(&text),
                    action_button(Rank::First, icon(Symbol::Plus), "next", &props.on_next, next),
                ],
            ),
        ],
    )
}

/// The lower edge of torn paper.
fn zigzag() -> String {
    format!("M0 0{}", " l2 3.5 2-3.5".repeat(30))
}
