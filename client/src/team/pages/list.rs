//! Every contact of this phone.

use shared::document::{DocumentId, Kind};
use yew::prelude::*;

use super::{
    own_contact::OwnContact,
    own_records::{ContactLines, use_own_records},
};
use crate::{
    components::{Drawing, Rank, attrs, button_link, el, el_with, empty, parts, say},
    team::{frame::Frame, route::Route},
    text::{Msg, use_text},
};

/// Properties of [`ListPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListPageProps {
    /// The contact that is looked at; without, all are listed.
    pub open: AttrValue,
}

/// The list, or one of it.
#[component]
pub fn ListPage(props: &ListPageProps) -> Html {
    let text = use_text();
    let contacts = use_own_records(Kind::Contact);
    let open = props.open.parse::<DocumentId>().ok();
    if let Some(record) = contacts.iter().find(|record| Some(record.document) == open) {
        return html! { <Frame class="team-home"><OwnContact record={record.clone()} /></Frame> };
    }
    let heading = text.with(Msg::TEAM_LIST_HEADING, &[("n", contacts.len().into())]);
    let heading = el("div", "section-head", [el("h1", "", [say(heading)])]);
    let listed = if contacts.is_empty() {
        let to_record = Route::Record.path().into();
        let record = text.get(Msg::TEAM_RECORD_CONTACT);
        let nothing = el("p", "", [say(text.get(Msg::TEAM_NO_CONTACTS))]);
        let record = button_link(Rank::First, Html::default(), to_record, record);
        empty(Some(Drawing::Table), parts(vec![nothing, record]))
    } else {
        let initials = el("p", "small", [say(text.get(Msg::TEAM_LIST_INITIALS))]);
        parts(vec![initials, html! { <ContactLines records={contacts} /> }])
    };
    let by_code = attrs![("class", "link".into()), ("href", Route::Withdraw.path().into())];
    let by_code = el_with("a", by_code, [say(text.get(Msg::TEAM_TITLE_WITHDRAW))]);
    let content = el("section", "stack", [heading, listed, by_code]);
    html! { <Frame class="team-home">{ content }</Frame> }
}
