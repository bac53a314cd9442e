//! Where the code on a receipt leads: the code to read out, and how to withdraw.

use yew::prelude::*;

use crate::{
    components::{Rank, Symbol, action_button, attrs, el, el_with, element, icon, parts, say, section, when},
    route::{Legal, Route},
    text::Msg,
    visitor::{
        here::Here,
        state::{Action, Withdrawal},
        words::{main_of, sentence},
    },
};

/// Letters and digits of a code; it is shown in groups of four.
const CODE_LENGTH: usize = 16;

/// The page. The code stands in the fragment, so that no server learns it before it is withdrawn.
pub(in crate::visitor) fn receipt(here: &Here) -> Html {
    let text = &here.text;
    let code = if here.alive { code_in(&here.phone.fragment()) } else { None };
    let days = here.catalog.season.retention_days;
    let may_be_here = !matches!(here.withdrawal, Withdrawal::Done | Withdrawal::Unknown);
    let erased = when(days > 0 && may_be_here, || {
        sentence(text.with(Msg::RECEIPT_ERASED, &[("n", i64::from(days).into())]))
    });
    let heading = el("h1", "", [say(text.get(Msg::RECEIPT))]);
    let shown = match &code {
        Some(code) => shown(code),
        // The server does not see it.
        None if !here.alive => sentence(text.get(Msg::RECEIPT_NEEDS_SCRIPT)),
        None => sentence(text.get(Msg::RECEIPT_NO_CODE)),
    };
    let withdraw = match code {
        Some(code) => withdraw(here, code),
        None => team(here),
    };
    main_of(
        "page",
        vec![
            el("section", "stack", [heading, sentence(text.get(Msg::RECEIPT_SAYS)), shown]),
            section("widerruf", text.get(Msg::RECEIPT_WITHDRAW), vec![withdraw, erased]),
        ],
    )
}

fn shown(code: &str) -> Html {
    let attributes = attrs![("class", "code".into()), ("dir", "ltr".into()), ("translate", "no".into())];
    el_with("p", attributes, [say(code.to_owned().into())])
}

/// The question, the answer that is waited for, and what came of it.
fn withdraw(here: &Here, code: String) -> Html {
    let text = &here.text;
    let ask = here.act(Action::WithdrawalMoved(Withdrawal::Asked));
    let keep = here.act(Action::WithdrawalMoved(Withdrawal::No));
    let send = {
        let (visit, phone) = (here.visit.clone(), here.phone.clone());
        Callback::from(move |()| {
            visit.dispatch(Action::WithdrawalMoved(Withdrawal::Sending));
            phone.withdraw(&code);
        })
    };
    let button = |rank, symbol, action, on_click: &Callback<()>, words| {
        action_button(rank, symbol, action, on_click, text.get(words))
    };
    let again = || button(Rank::First, icon(Symbol::Refresh), "withdraw-again", &send, Msg::RECEIPT_AGAIN);
    let (role, words, answers) = match here.withdrawal {
        Withdrawal::No => {
            let now = button(Rank::Danger, icon(Symbol::Trash), "withdraw", &ask, Msg::RECEIPT_WITHDRAW_NOW);
            ("", Msg::RECEIPT_WITHDRAW_SAYS, vec![now])
        }
        Withdrawal::Asked => {
            let yes =
                button(Rank::Danger, icon(Symbol::Trash), "withdraw-confirm", &send, Msg::RECEIPT_CONFIRM);
            let no = button(Rank::Plain, Html::default(), "withdraw-keep", &keep, Msg::RECEIPT_KEEP);
            ("alert", Msg::RECEIPT_SURE, vec![yes, no])
        }
        Withdrawal::Sending => ("status", Msg::RECEIPT_SENDING, vec![]),
        Withdrawal::Done => ("status", Msg::RECEIPT_WITHDRAWN, vec![]),
        Withdrawal::Unknown => ("alert", Msg::RECEIPT_UNKNOWN, vec![again(), team(here)]),
        Withdrawal::Away => ("alert", Msg::RECEIPT_AWAY, vec![again(), team(here)]),
    };
    let said = el_with(
        "p",
        attrs![("role", role.into()), ("tabindex", "-1".into()), ("data-next", "true".into())],
        [say(text.get(words))],
    );
    parts(vec![
        said,
        when(!answers.is_empty(), || element("div", attrs![("class", "actions".into())], answers)),
    ])
}

/// Where the team is named, with telephone and address.
fn team(here: &Here) -> Html {
    let href = here.href(&Route::Legal(Legal::Imprint));
    el_with("a", attrs![("class", "link".into()), ("href", href)], [say(here.text.get(Msg::RECEIPT_TEAM))])
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
