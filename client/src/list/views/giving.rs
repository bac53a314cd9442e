//! Giving a list to someone: to scan, as a link, on paper.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment};
use yew::prelude::*;

use super::said::shared;
use crate::{
    components::{Rank, Symbol, action_button, el, icon, parts, qr, section},
    list::{bundle::Bundle, here::Here, phone::Sharing},
    text::Msg,
    visitor::words::sentence,
};

/// The section; `words` say what the other person will see.
pub(super) fn giving(here: &Here, bundle: &Bundle, words: Html) -> Html {
    let text = &here.text;
    let fragment = bundle.fragment();
    let link = format!("{}#{fragment}", here.phone.address());
    let n = bundle.ids.len();
    let picture = code_of(&link, &fragment)
        .map(|code| qr(&code, text.with(Msg::LIST_QR_NAME, &[("n", n.into())])))
        .unwrap_or_else(|| sentence(text.get(Msg::LIST_QR_TOO_LONG)));
    let send = {
        let (phone, title) = (here.phone.clone(), title_of(here, bundle));
        Callback::from(move |()| phone.share(&title, &link))
    };
    let (symbol, label) = match here.phone.sharing() {
        Sharing::Send => (Symbol::Share, Msg::LIST_SEND),
        Sharing::Copy => (Symbol::File, Msg::LIST_COPY),
    };
    let buttons = [action_button(Rank::First, icon(symbol), "share", &send, text.get(label)), print(here)];
    let beside = el("div", "stack", [words, el("div", "actions", buttons), shared(here)]);
    let content = vec![el("div", "two", [picture, beside])];
    el("div", "on-screen", [section("zeigen", text.get(Msg::LIST_GIVE), content)])
}

/// Prints the page.
pub(super) fn print(here: &Here) -> Html {
    let phone = here.phone.clone();
    let on_click = Callback::from(move |()| phone.print());
    action_button(Rank::Plain, icon(Symbol::Print), "print", &on_click, here.text.get(Msg::LIST_PRINT))
}

/// What the phone's sheet calls the list.
fn title_of(here: &Here, bundle: &Bundle) -> AttrValue {
    if bundle.title.is_empty() { here.text.get(Msg::LIST_SHARED_TITLE) } else { bundle.title.clone().into() }
}

/// The codes of a bundle are capitals and digits, which take less room than letters do.
fn code_of(link: &str, fragment: &str) -> Option<QrCode> {
    let codes = fragment.split('.').next().unwrap_or_default();
    let before = link.len() - fragment.len();
    let after = before + codes.len();
    let segments = [
        QrSegment::make_bytes(&link.as_bytes()[..before]),
        QrSegment::make_alphanumeric(codes),
        QrSegment::make_bytes(&link.as_bytes()[after..]),
    ];
    QrCode::encode_segments(&segments, QrCodeEcc::Medium).ok()
}

/// Whose sheet this is and of which day, on paper.
pub(super) fn paper_head(here: &Here, title: AttrValue) -> Html {
    let date = here.text.date(crate::text::Date::Year, &here.today);
    let from = here.text.with(Msg::LIST_PAPER_FROM, &[("date", date.into())]);
    parts(vec![el("p", "on-paper", [title.into(), " · ".into(), from.into()])])
}
