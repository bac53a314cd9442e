//! One contact on the board.

use shared::document::{DocumentId, contact::Entered};
use yew::prelude::*;

use super::words::{name_of, overdue_words};
use crate::{
    components::{Symbol, small_icon},
    team::desk::{
        DeskState,
        entry::{Entry, Personal},
        link::DeskLink,
        route::DeskRoute,
    },
    text::Msg,
};

/// Its id, to keep the focus where a ticket was moved.
pub(super) fn ticket_id(id: DocumentId) -> String {
    format!("ticket-{id}")
}

/// The ticket.
pub(super) fn ticket(desk: &DeskState, date: &AttrValue, entry: &Entry, now_ms: i64) -> Html {
    let text = &desk.words.text;
    let contact = &entry.contact;
    let overdue = entry.overdue(&desk.today, now_ms);
    let mut wishes: Vec<AttrValue> = contact.wishes.iter().map(|wish| desk.words.wish(wish)).collect();
    wishes.dedup();
    let about = match wishes.split_first() {
        None => desk.words.topic(contact.topic.name()),
        Some((first, [])) => first.clone(),
        Some((first, more)) => {
            text.with(Msg::DESK_WISHES_MORE, &[("wish", first.clone().into()), ("n", more.len().into())])
        }
    };
    let assigned = contact.assigned.as_deref().and_then(|member| desk.data.member_name(member));
    html! {
        <li key={entry.id.to_string()} class="ticket" data-due={overdue.map(|_| "")}>
            <h3>
                <DeskLink to={DeskRoute::Contact(date.to_string(), entry.id.to_string())} id={ticket_id(entry.id)}>
                    <bdi>{ name_of(text, entry) }</bdi>
                </DeskLink>
            </h3>
            <p>{ about }</p>
            if let Some(due) = &contact.due {
                <p><strong>{ text.with(Msg::DESK_DUE_ON, &[("day", desk.words.day(due).into())]) }</strong></p>
            }
            if let Some(overdue) = overdue {
                <p class="warn">{ small_icon(Symbol::Alert) }<span>{ overdue_words(text, overdue) }</span></p>
            }
            if entry.person == Personal::Unreadable || entry.has_problems {
                <p class="warn">{ small_icon(Symbol::Alert) }<span>{ text.get(Msg::DESK_TICKET_PROBLEM) }</span></p>
            }
            <p class="soft">
                { desk.words.language(&contact.language) }
                if contact.entered == Entered::ByVisitor {
                    { " · " }{ text.get(Msg::DESK_BY_VISITOR) }
                } else if !entry.device.is_empty() {
                    { " · " }<bdi>{ entry.device.clone() }</bdi>
                }
                if let Some(name) = assigned {
                    { " · " }<bdi>{ name.to_owned() }</bdi>
                }
            </p>
        </li>
    }
}
