//! The list of whoever owns this phone.

use yew::prelude::*;

use super::{
    entry::entry,
    files::files,
    giving::{giving, paper_head},
    said::said,
};
use crate::{
    components::{
        Drawing, Hang, Rank, Symbol, action_link, attrs, button_link, el, el_with, element, empty, icon,
        parts, say, section, sign, small_icon, when,
    },
    list::{
        bundle::Bundle,
        here::Here,
        state::{Action, Entry},
    },
    route::{Form, Route},
    text::Msg,
    visitor::{
        app::REQUESTS,
        words::{main_of, sentence},
    },
};

/// The view.
pub(in crate::list) fn own(here: &Here) -> Html {
    let text = &here.text;
    let entries = here.visit.list.entries();
    let has_entries = !entries.is_empty();
    let heading = el("h1", "", [say(text.get(Msg::LIST))]);
    let only_here =
        el("div", "on-screen", [sign(Hang::No, Symbol::Lock, say(text.get(Msg::LIST_ONLY_HERE)))]);
    let list = if has_entries { offers(here) } else { nothing(here) };
    let top = vec![
        heading,
        paper_head(here, text.get(Msg::CALENDAR_TITLE)),
        only_here,
        said(here),
        removed(here),
        ordering(here),
        list,
    ];
    let give = when(has_entries, || {
        let ids = entries.iter().map(|entry| entry.id.clone()).collect();
        let bundle = Bundle { ids, ..Bundle::default() };
        let strong = el("strong", "", [say(text.get(Msg::LIST_GIVE_NO_NOTES))]);
        let n = entries.len();
        let words = [say(text.with(Msg::LIST_GIVE_SAYS, &[("n", n.into())])), say(" ".into()), strong];
        giving(here, &bundle, el("p", "", words))
    });
    main_of(
        "page",
        vec![
            element("section", attrs![("class", "stack".into())], top),
            give,
            for_other(here),
            files(here),
            requests(here),
            erase(here),
        ],
    )
}

/// The way to what was asked from this phone.
fn requests(here: &Here) -> Html {
    when(here.phone.read(REQUESTS).is_some(), || {
        let href = attrs![("class", "link".into()), ("href", here.href(&Route::Form(Form::Requests)))];
        el("p", "on-screen", [el_with("a", href, [say(here.text.get(Msg::ASK_REQUESTS))])])
    })
}

fn offers(here: &Here) -> Html {
    let entries = here.visit.list.entries();
    let lines = entries.iter().enumerate().map(|(at, one)| {
        // Keyed, so that a line keeps its field and its focus when it moves.
        html! { <key={one.id.clone()}>{ entry(here, one, (at, entries.len())) }</> }
    });
    html! { <ol class="offer-cards">{ for lines }</ol> }
}

fn nothing(here: &Here) -> Html {
    let next = button_link(
        Rank::First,
        Html::default(),
        here.href(&Route::Offers),
        here.text.get(Msg::LIST_EMPTY_NEXT),
    );
    empty(Some(Drawing::Table), parts(vec![sentence(here.text.get(Msg::LIST_EMPTY)), next]))
}

/// What was taken away last, until it is put back or another page is opened; with a note, until its owner
/// decides.
fn removed(here: &Here) -> Html {
    // The region is always there, so that screen readers hear what comes into it.
    let said = here.visit.list.removed().map(|entry| removed_entry(here, entry));
    el_with(
        "div",
        attrs![("class", "on-screen".into()), ("role", "status".into())],
        [said.unwrap_or_default()],
    )
}

fn removed_entry(here: &Here, entry: &Entry) -> Html {
    let text = &here.text;
    let has_note = !entry.note.is_empty();
    let words = if has_note { Msg::LIST_REMOVED_NOTE } else { Msg::LIST_REMOVED };
    let onclick = here.act(Action::PutBack).reform(|_: MouseEvent| ());
    let forget = when(has_note, || {
        action_link(Html::default(), "forget", &here.act(Action::Forgotten), text.get(Msg::LIST_FORGET))
    });
    html! {
        <div class="bar">
            { icon(Symbol::Trash) }
            <span class="grow">{ here.naming(words, &entry.id) }</span>
            <button type="button" class="link" id="zurueckholen" data-action="undo" {onclick}>{ text.get(Msg::LIST_PUT_BACK) }</button>
            { forget }
        </div>
    }
}

fn ordering(here: &Here) -> Html {
    when(here.visit.list.entries().len() > 1, || {
        let on = here.visit.ordering;
        let onclick = here.act(Action::Ordering(!on)).reform(|_: MouseEvent| ());
        let words = here.text.get(if on { Msg::LIST_ORDER_DONE } else { Msg::LIST_ORDER });
        html! {
            <p class="on-screen">
                <button type="button" class="link" data-action="order" aria-pressed={if on { "true" } else { "false" }} {onclick}>
                    { small_icon(Symbol::Sort) }{ words }
                </button>
            </p>
        }
    })
}

fn for_other(here: &Here) -> Html {
    let text = &here.text;
    let empty = Bundle::default().fragment_being_made();
    let ids = here.visit.list.entries().iter().map(|entry| entry.id.clone()).collect();
    let same = Bundle { ids, ..Bundle::default() }.fragment_being_made();
    let start = |symbol, fragment: String, words: Msg| {
        let attributes = attrs![
            ("class", "button".into()),
            ("href", format!("#{fragment}").into()),
            ("data-action", "for-other".into()),
        ];
        el_with("a", attributes, [icon(symbol), say(text.get(words))])
    };
    let mut buttons = vec![start(Symbol::People, empty, Msg::LIST_OTHER_START)];
    if !here.visit.list.entries().is_empty() {
        buttons.push(start(Symbol::Bookmark, same, Msg::LIST_OTHER_START_SAME));
    }
    let buttons = element("div", attrs![("class", "actions".into())], buttons);
    let content = vec![sentence(text.get(Msg::LIST_OTHER_OFFERED)), buttons];
    el("div", "on-screen", [section("andere", text.get(Msg::LIST_OTHER), content)])
}

fn erase(here: &Here) -> Html {
    let href = format!("{}#loeschen", here.href(&Route::View));
    let link = el_with(
        "a",
        attrs![("class", "link".into()), ("href", href.into())],
        [say(here.text.get(Msg::ERASE))],
    );
    el("p", "on-screen", [link])
}
