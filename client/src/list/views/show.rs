//! One offer for someone to scan who has no network: its name, telephone and address as plain text.

use qrcodegen::{QrCode, QrCodeEcc};
use shared::catalog::Offer;
use yew::prelude::*;

use super::giving::print;
use crate::{
    components::{Hang, Symbol, attrs, dir_of, el, el_with, lang_of, qr, say, sign},
    list::here::Here,
    text::{Msg, Text},
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
        let number = if provider.phone.is_empty() {
            String::new()
        } else {
            format!("{} {}", here.text.get(Msg::LIST_PAPER_PHONE), left_to_right(&provider.phone, &here.text))
        };
        lines.extend([provider.name.clone(), number, provider.address.clone()]);
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// A number among words that are written from right to left, where its groups would change places: between the
/// marks of an isolate (Unicode), which no one sees.
fn left_to_right(number: &str, text: &Text) -> String {
    if text.dir() == "rtl" { format!("\u{2066}{number}\u{2069}") } else { number.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::App;

    #[test]
    fn the_groups_of_a_number_stay_in_their_order() {
        let number = |language| {
            left_to_right("+49 30 5550131", &Text::embedded(App::Visitor, language).expect("its texts"))
        };
        assert_eq!(number("ar"), "\u{2066}+49 30 5550131\u{2069}");
        assert_eq!(number("de"), "+49 30 5550131");
    }
}
