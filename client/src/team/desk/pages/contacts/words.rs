//! What contacts are called and why they wait, in words.

use yew::prelude::*;

use crate::{
    team::desk::{
        duplicates::Shared,
        entry::{Entry, Overdue, Personal},
    },
    text::{Msg, Text},
};

/// What two contacts share, in words.
pub(in crate::team::desk::pages) fn shared_words(shared: Shared) -> Msg {
    match shared {
        Shared::Phone => Msg::DESK_SAME_PHONE,
        Shared::Email => Msg::DESK_SAME_EMAIL,
        Shared::Name => Msg::DESK_SAME_NAME,
    }
}

/// What a contact is called on the screen.
pub(in crate::team::desk::pages) fn name_of(text: &Text, entry: &Entry) -> AttrValue {
    match &entry.person {
        Personal::Open(opened) if !opened.name.is_empty() => opened.name.clone().into(),
        Personal::Open(_) => text.get(Msg::DESK_WITHOUT_NAME),
        Personal::Sealed => text.get(Msg::DESK_SEALED_NAME),
        Personal::Unreadable => text.get(Msg::DESK_UNREADABLE_NAME),
        Personal::Missing => text.get(Msg::DESK_WITHOUT_NAME),
    }
}

/// Why a contact waits for too long, in words.
pub(in crate::team::desk::pages) fn overdue_words(text: &Text, overdue: Overdue) -> AttrValue {
    match overdue {
        Overdue::Date => text.get(Msg::DESK_OVERDUE_DATE),
        Overdue::New { days } => text.with(Msg::DESK_OVERDUE_NEW, &[("n", days.into())]),
        Overdue::Unanswered { days } => text.with(Msg::DESK_OVERDUE_UNANSWERED, &[("n", days.into())]),
    }
}
