//! One offer for someone to scan who has no network: its name, telephone and address as plain text.

use qrcodegen::{QrCode, QrCodeEcc};
use shared::catalog::Offer;
use yew::prelude::*;

use super::giving::print;
use crate::{
    components::{Hang, Symbol, attrs, dir_of, el, el_with, lang_of, qr, say, sign},
    list::here::Here,
    text::Msg,
    visitor::words::{main_of, sentence},
};

/// The view.
pub(in crate::list) fn show(here: &Here, id: &str) -> Html {
    let text = &here.text;
    let Some(offer) = here.offer(id) else {
        return main_of("page", vec![el("h1", "", [say(text.get(Msg::LIST_GONE))])]);
    };
    let title = attrs![("lang", lang_of(&offer.title)), ("dir", dir_of(&offer.title))];
    let plain = plain_text(here, offer);
    let picture = QrCode::encode_text(&plain, QrCodeEcc::Medium)
        .map(|code| qr(&code, text.get(Msg::LIST_SHOW_NAME)))
        .unwrap_or_else(|_| sentence(text.get(Msg::LIST_QR_TOO_LONG)));
    let words = attrs![("class", "plain".into()), ("dir", "auto".into())];
    let back = attrs![("class", "link".into()), ("href", "#".into()), ("data-action", "leave".into())];
    let content = [
        el_with("h1", title, [say(offer.title.text.clone().into())]),
        el("div", "on-screen", [sign(Hang::No, Symbol::Offline, say(text.get(Msg::LIST_SHOW_SAYS)))]),
        picture,
        el_with("p", words, [say(plain.into())]),
        el("div", "actions", [print(here)]),
        el("p", "on-screen", [el_with("a", back, [say(text.get(Msg::LIST_SHOW_LEAVE))])]),
    ];
    main_of("page", vec![el("section", "stack", content)])
}

/// Title, provider, telephone, address; no address on the web, which would need a network.
fn plain_text(here: &Here, offer: &Offer) -> String {
    let mut lines = vec![offer.title.text.clone()];
    if let Some(provider) = here.provider(offer) {
        let number = format!("{} {}", here.text.get(Msg::LIST_PAPER_PHONE), provider.phone);
        let number = if provider.phone.is_empty() { String::new() } else { number };
        lines.extend([provider.name.clone(), number, provider.address.clone()]);
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
