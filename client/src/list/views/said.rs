//! What was done last, in a live region.

use yew::prelude::*;

use crate::{
    components::{attrs, el_with, say},
    list::{
        file::FileFault,
        here::Here,
        phone::Shared,
        state::{Merged, Said},
    },
    text::{Msg, Text},
};

/// What became of a link, beside the buttons.
pub(super) fn shared(here: &Here) -> Html {
    let words = match &here.visit.said {
        Some(Said::Shared(Shared::Copied)) => here.text.get(Msg::LIST_SAID_COPIED),
        Some(Said::Shared(Shared::Refused)) => here.text.get(Msg::LIST_SAID_REFUSED),
        _ => AttrValue::default(),
    };
    el_with("p", attrs![("class", "said".into()), ("role", "status".into())], [say(words)])
}

/// All else, at the top of the page; it is always there, so that screen readers hear it change.
pub(super) fn said(here: &Here) -> Html {
    let text = &here.text;
    let words = match &here.visit.said {
        None | Some(Said::Shared(_)) => AttrValue::default(),
        Some(Said::Moved { id, place }) => {
            let of = here.visit.list.entries().len();
            let title = here.title(id);
            text.with(
                Msg::LIST_SAID_MOVED,
                &[("title", title.into()), ("place", (*place).into()), ("of", of.into())],
            )
        }
        Some(Said::PutBack(id)) => here.naming(Msg::LIST_SAID_BACK, id),
        Some(Said::Merged(merged)) => text_of_merge(text, *merged),
        Some(Said::FileRefused(fault)) => text.get(match fault {
            FileFault::TooLarge => Msg::LIST_FILE_TOO_LARGE,
            FileFault::NoList => Msg::LIST_FILE_NO_LIST,
            FileFault::Newer => Msg::LIST_FILE_NEWER,
        }),
    };
    let attributes = attrs![
        ("id", "gesagt".into()),
        ("class", "said on-screen".into()),
        ("role", "status".into()),
        ("tabindex", "-1".into()),
    ];
    el_with("p", attributes, [say(words)])
}

fn text_of_merge(text: &Text, merged: Merged) -> AttrValue {
    match merged {
        Merged { added: 0, changed: 0 } => text.get(Msg::LIST_SAID_NOTHING_NEW),
        Merged { added, changed: 0 } => text.with(Msg::LIST_SAID_ADDED, &[("n", added.into())]),
        Merged { added: 0, changed } => text.with(Msg::LIST_SAID_CHANGED, &[("n", changed.into())]),
        Merged { added, changed } => {
            let added = text.with(Msg::LIST_SAID_ADDED, &[("n", added.into())]);
            let changed = text.with(Msg::LIST_SAID_CHANGED, &[("n", changed.into())]);
            format!("{added} {changed}").into()
        }
    }
}
