//! Where the code on a receipt leads: the code to read out, and how to withdraw.

use yew::prelude::*;

use crate::{
    components::{Hang, Symbol, attrs, el, el_with, parts, say, section, sign, when},
    route::Route,
    text::Msg,
    visitor::{
        here::Here,
        words::{main_of, sentence},
    },
};

/// Letters and digits of a code; it is shown in groups of four.
const CODE_LENGTH: usize = 16;

/// The page. The code stands in the fragment, so that no server learns it.
pub(in crate::visitor) fn receipt(here: &Here) -> Html {
    let text = &here.text;
    let code = if here.alive { code_in(&here.phone.fragment()) } else { None };
    let shown = match code {
        Some(code) => parts(vec![
            el_with(
                "p",
                attrs![("class", "code".into()), ("dir", "ltr".into()), ("translate", "no".into())],
                [say(code.into())],
            ),
            sign(Hang::No, Symbol::Lock, say(text.get(Msg::RECEIPT_PRIVATE))),
        ]),
        None => sentence(text.get(Msg::RECEIPT_NO_CODE)),
    };
    let team = el_with(
        "a",
        attrs![("class", "link".into()), ("href", format!("{}#impressum", here.href(&Route::Info)).into())],
        [say(text.get(Msg::RECEIPT_TEAM))],
    );
    let days = here.catalog.season.retention_days;
    let erased =
        when(days > 0, || sentence(text.with(Msg::RECEIPT_ERASED, &[("n", i64::from(days).into())])));
    let heading = el("h1", "", [say(text.get(Msg::RECEIPT))]);
    main_of(
        "page",
        vec![
            el("section", "stack", [heading, sentence(text.get(Msg::RECEIPT_SAYS)), shown]),
            section(
                "widerruf",
                text.get(Msg::RECEIPT_WITHDRAW),
                vec![sentence(text.get(Msg::RECEIPT_WITHDRAW_SAYS)), el("p", "", [team]), erased],
            ),
        ],
    )
}

/// The code of a fragment in groups; nothing if it can be no code.
fn code_in(fragment: &str) -> Option<String> {
    let mut code = String::new();
    let mut letters = 0;
    for letter in fragment.bytes().filter(|letter| *letter != b'-') {
        if !letter.is_ascii_alphanumeric() {
            return None;
        }
        if letters > 0 && letters % 4 == 0 {
            code.push('-');
        }
        code.push(letter.to_ascii_uppercase().into());
        letters += 1;
    }
    (letters == CODE_LENGTH).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_shown_in_groups_and_nothing_else_is_shown() {
        assert_eq!(code_in("7k2m0000AAAA9999").as_deref(), Some("7K2M-0000-AAAA-9999"));
        assert_eq!(code_in("7K2M-0000-AAAA-9999").as_deref(), Some("7K2M-0000-AAAA-9999"));
        for other in ["", "farben", "7K2M0000AAAA999", "<b>M0000AAAA99990", "7K2M0000AAAA99990"] {
            assert_eq!(code_in(other), None, "{other}");
        }
    }
}
