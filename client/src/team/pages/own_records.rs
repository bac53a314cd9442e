//! What this phone has recorded, for the pages that list or count it.

use std::rc::Rc;

use shared::document::{DocumentId, Kind};
use yew::prelude::*;

use crate::{
    components::{attrs, each, el, el_with, element, parts, say, state_badge, when},
    driver::{use_documents, use_repo},
    services::{Services, use_services},
    team::{
        local_notes::{LocalNote, use_local_notes},
        route::Route,
        state::custody_sums::{CustodySums, Whereabouts},
        whereabouts::whereabouts,
    },
    text::{Msg, Text, use_text},
};

/// One record of this phone.
#[derive(Clone, PartialEq)]
pub(super) struct OwnRecord {
    pub(super) document: DocumentId,
    pub(super) note: Option<Rc<LocalNote>>,
    pub(super) whereabouts: Whereabouts,
}

/// Records of a kind, the latest first.
#[hook]
pub(super) fn use_own_records(kind: Kind) -> Vec<OwnRecord> {
    let repo = use_repo();
    let notes = use_local_notes();
    let documents = use_documents(kind, |_, _| ());
    let mut records: Vec<OwnRecord> = documents
        .iter()
        .map(|(document, _)| OwnRecord {
            document: *document,
            note: notes.get(*document),
            whereabouts: whereabouts(&repo, *document),
        })
        .collect();
    records.sort_by_key(|record| std::cmp::Reverse(record.note.as_ref().map(|note| note.at_ms)));
    records
}

/// How many of them are where.
pub(super) fn sums(records: &[OwnRecord]) -> CustodySums {
    records.iter().map(|record| record.whereabouts).collect()
}

/// Properties of [`ContactLines`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ContactLinesProps {
    /// What to list.
    pub(super) records: Vec<OwnRecord>,
}

/// Contacts as lines: time, initials, subject, where they are.
#[component]
pub(super) fn ContactLines(props: &ContactLinesProps) -> Html {
    let text = use_text();
    let services = use_services();
    let lines = each(&props.records, |record| line(&text, &services, record));
    element("ol", attrs![("class", "lines".into())], lines)
}

/// By what the volunteer knows it again.
pub(super) fn initials_of(text: &Text, record: &OwnRecord) -> AttrValue {
    match &record.note {
        Some(note) if !note.initials.is_empty() => note.initials.clone().into(),
        _ => text.get(Msg::TEAM_WITHOUT_NAME),
    }
}

fn line(text: &Text, services: &Services, record: &OwnRecord) -> Html {
    let note = record.note.as_deref().cloned().unwrap_or_default();
    let time = record
        .note
        .as_ref()
        .map(|note| text.clock(&services.clock.local(note.at_ms).clock()))
        .unwrap_or_default();
    let initials = initials_of(text, record);
    let trouble = match record.whereabouts {
        Whereabouts::NotSaved => Some(Msg::TEAM_NOT_SAVED),
        Whereabouts::Refused => Some(Msg::TEAM_REFUSED),
        Whereabouts::ServerEdited | Whereabouts::OrganisersEdited => Some(Msg::TEAM_EDIT_ON_PHONE),
        Whereabouts::Saving | Whereabouts::Phone | Whereabouts::Server | Whereabouts::Organisers => None,
    };
    let subject = when(!note.subject.is_empty(), || say(format!(" · {}", note.subject).into()));
    let badge =
        record.whereabouts.place().map(|place| parts(vec![state_badge(text, place, None), el("br", "", [])]));
    let trouble = trouble.map(|trouble| el("span", "small", [say(text.get(trouble))]));
    let link = attrs![
        ("class", "link".into()),
        ("href", format!("{}#{}", Route::List.path(), record.document).into()),
    ];
    let what = el(
        "span",
        "",
        [
            el_with("a", link, [el("bdi", "", [say(initials)]), subject]),
            el("br", "", []),
            badge.unwrap_or_default(),
            trouble.unwrap_or_default(),
        ],
    );
    let attributes = attrs![
        ("data-contact", record.document.to_string().into()),
        ("data-custody", record.whereabouts.name().into()),
    ];
    el_with("li", attributes, [el("time", "", [say(time)]), what])
}
